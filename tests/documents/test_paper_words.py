from __future__ import annotations

from datetime import UTC, datetime

import pytest

from serkut_desk import shipped
from serkut_desk.documents.paper_words import NOTHING, PaperWords, joined
from serkut_desk.domain.data_state import CountSource
from serkut_desk.domain.device_types import DeviceType
from serkut_desk.domain.evidence import ClockFlag, HiddenAreas, Verdict, VerifyMode
from serkut_desk.domain.media import DataClass, KindSource, Level, MediumKind
from serkut_desk.domain.policy import SanitisationTechnique
from serkut_desk.texts import catalogue

_GROUPS = {
    "kind": MediumKind,
    "kind_source": KindSource,
    "level": Level,
    "data_class": DataClass,
    "count_source": CountSource,
    "type": DeviceType,
    "clock": ClockFlag,
    "hidden": HiddenAreas,
    "check": VerifyMode,
    "verdict": Verdict,
    "technique": SanitisationTechnique,
}


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("group", _GROUPS)
def test_every_word_of_the_domain_has_one_on_paper(language: str, group: str) -> None:
    keys = {f"paper.{group}.{value}" for value in _GROUPS[group]}
    assert keys <= catalogue(language).keys()


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_every_technique_of_the_shipped_policies_has_a_word(language: str) -> None:
    policies = sorted(shipped.resource("policy").glob("*_sanitisation.json"))
    assert policies
    keys = {
        f"paper.technique.{row['technique']}"
        for path in policies
        for row in shipped.json_resource("policy", path.name)["rows"]
    }
    assert keys <= catalogue(language).keys()


def test_open_words_are_said_as_they_are() -> None:
    assert PaperWords("fi").word("technique", "Block Erase") == "Block Erase"


def test_times_are_finnish_on_both_sides_of_summer_time() -> None:
    words = PaperWords("fi")
    assert words.moment(datetime(2026, 7, 1, 9, 5, tzinfo=UTC)) == "1.7.2026 klo 12.05"
    assert words.moment(datetime(2026, 12, 31, 22, 0, tzinfo=UTC)) == "1.1.2027 klo 0.00"


def test_machines_times_are_left_as_the_machine_said() -> None:
    words = PaperWords("en")
    start = datetime(2001, 1, 1, 0, 4)  # noqa: DTZ001 - a machine's own clock has no zone
    assert words.span(start, start.replace(hour=1)).startswith("2001-01-01 00:04")
    assert "2001-01-02" in words.span(start, start.replace(day=2))
    assert words.span(None, start) == words.span(start, None) == "2001-01-01 00:04"
    assert words.span(None, None) == NOTHING


@pytest.mark.parametrize(
    ("capacity", "said"),
    [
        (256_060_514_304, "256 Gt"),
        (1_000_204_886_016, "1 Tt"),
        (1_920_383_410_176, "1,92 Tt"),
        (104_857_600, "105 Mt"),
        (512, "512 tavua"),
        (0, "koko ei tiedossa"),
        (None, "koko ei tiedossa"),
    ],
)
def test_sizes_are_said_as_makers_write_them(capacity: int | None, said: str) -> None:
    assert PaperWords("fi").size(capacity) == said


def test_unknown_parts_leave_no_dots() -> None:
    assert joined("HP", "", "840") == "HP · 840"
    assert joined("", " ") == NOTHING
