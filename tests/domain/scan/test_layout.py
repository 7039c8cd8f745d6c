from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from serkut_desk.domain.scan import Keyboard, ScanRules

if TYPE_CHECKING:
    from collections.abc import Callable

# `]A` arrives as one key that another character has, too; only a symbology id is told from it.
LOST = re.compile(r"^\][AOo](?![0-9])|(?<!^)\][AOo]|\]a")
PRINTABLE = "".join(map(chr, range(0x20, 0x7F)))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(alphabet=PRINTABLE))
def test_what_was_garbled_is_restored(
    rules: ScanRules, garbled: Callable[[str], str], text: str
) -> None:
    # `"0` arrives like `]A0`; no code begins with a quotation mark, colon or semicolon.
    assume(text[:1] not in set('":;') and not LOST.search(text))
    assert rules.keyboard.restored(garbled(text)) == text


@pytest.mark.parametrize(
    ("arrived", "sent"),
    [
        ("Ä0X", "]A0X"),
        ("Ë0", "]E0"),
        ("ë0", "]e0"),
        ("¨d2", "]d2"),
        ("¨Q3", "]Q3"),
        ("xÄ0", 'x"0'),
        ("ǻ", "=["),
    ],
)
def test_symbology_ids(rules: ScanRules, arrived: str, sent: str) -> None:
    assert rules.keyboard.restored(arrived) == sent


def test_a_layout_without_a_way_back_is_refused() -> None:
    with pytest.raises(ValueError, match="stands for both"):
        Keyboard.from_sent({"-": "+", "/": "+"})
