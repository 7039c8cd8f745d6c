"""An approval counts as far as its entry says the same, also one from before entries told more."""

from __future__ import annotations

from dataclasses import replace

import pytest

from serkut_desk.domain.approval_entry import Stated, StatedMedium, judged_hash

JUDGED = judged_hash({"donor": "kirjasto", "data_class": "confidential", "accepted": []})
MEDIUM = StatedMedium(1, "hdd", "WDX1", 7, "ab", "clear", "clear", "hdd-overwrite", JUDGED)
HELD = Stated("SD0000000195", "HK0000000111", 1, "opened", 1, (), (MEDIUM,))


def _with(**change: object) -> Stated:
    return replace(HELD, media=(replace(MEDIUM, **change),))  # type: ignore[arg-type]  # any field


def test_an_entry_bears_out_what_says_the_same() -> None:
    assert HELD.bears_out(HELD)


def test_an_entry_that_tells_less_bears_out_what_it_tells() -> None:
    assert _with(judged="").bears_out(HELD)


@pytest.mark.parametrize("change", [{"judged": ""}, {"judged": "x"}, {"level": "purge"}])
def test_an_entry_bears_out_nothing_else(change: dict[str, object]) -> None:
    assert not HELD.bears_out(_with(**change))
    if "level" in change:
        assert not _with(judged="").bears_out(_with(**change))


def test_the_hash_is_of_the_content_and_not_of_its_order() -> None:
    assert judged_hash({"a": 1, "b": None}) == judged_hash({"b": None, "a": 1})
    assert judged_hash({"a": 1}) != judged_hash({"a": "1"})
