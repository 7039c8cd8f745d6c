"""Three scans that tell whether scanner, keyboard layout and line end are right."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from serkut_desk import shipped
from serkut_desk.domain.errors import Misused
from serkut_desk.domain.scanner_setup import ENTER, Keyed, ScannerFix, Trouble
from serkut_desk.stations import scanners
from serkut_desk.texts import Texts

if TYPE_CHECKING:
    from collections.abc import Callable

CODES = tuple(code.text for code in scanners.check_codes())
_ACCENTS = {"\u00b4": "\u0301", "`": "\u0300", "¨": "\u0308", "^": "\u0302"}


def _us_on_fi(text: str) -> str:
    """Type as a scanner with US keys does on the Finnish layout, dead keys included."""
    table = shipped.json_resource("intake", "scan_rules.json")["keyboard"]["sent_to_arrived"]
    typed, dead = "", ""
    for mark in text:
        arrived = table.get(mark, mark)
        if arrived.startswith("DEAD"):
            typed, dead = typed + dead, arrived.removeprefix("DEAD")
            continue
        joined = normalize("NFC", arrived + _ACCENTS[dead]) if dead else arrived
        typed += joined if len(joined) == 1 else dead + arrived
        dead = ""
    return typed + dead


def _fi_on_us(text: str) -> str:
    data = shipped.json_resource("scanner", "2026-11-22_check.json")["layouts"]
    table = next(one["sent_to_arrived"] for one in data if one["key"] == "fi_on_us")
    return "".join(table.get(mark, mark) for mark in text)


def _qwertz(text: str) -> str:
    return text.translate(str.maketrans("yzYZ-/_:;=+", "zyZYß-?Öö\u00b4`"))


def _azerty(text: str) -> str:
    return text.translate(str.maketrans("0123456789aqzwm", "à&é\"'(-è_çqawz,"))


def _told(
    how: Callable[[str], str], ends: tuple[str, ...] = (ENTER,)
) -> tuple[tuple[Trouble, ...], ScannerFix]:
    _, told = scanners.check([Keyed(how(code), ends) for code in CODES])
    assert told.is_right or told.can_be_put_right or told.fix == ScannerFix()
    return told.troubles, told.fix


def test_a_right_scanner_is_right_and_two_enters_do_no_harm() -> None:
    _, told = scanners.check([Keyed(code) for code in CODES])
    assert (told.is_right, told.troubles, told.fix) == (True, (), ScannerFix())
    _, told = scanners.check([Keyed(code, (ENTER, ENTER)) for code in CODES])
    assert (told.is_right, told.troubles) == (True, (Trouble.DOUBLE_END,))


@pytest.mark.parametrize(("how", "key"), [(_us_on_fi, "us_on_fi"), (_fi_on_us, "fi_on_us")])
def test_a_known_layout_is_found_and_put_right(how: Callable[[str], str], key: str) -> None:
    troubles, fix = _told(how)
    assert (troubles, fix) == ((Trouble.LAYOUT,), ScannerFix(key))
    for text in (*CODES, "SN:AB-12/34_5", "a+b=c;d"):
        assert fix.fixed(how(text), scanners.layouts()) == text


@pytest.mark.parametrize(
    ("how", "ends", "trouble"),
    [
        (str.swapcase, (ENTER,), Trouble.CAPS_LOCK),
        (lambda code: _us_on_fi(code).swapcase(), (ENTER,), Trouble.CAPS_LOCK),
        (str.upper, (ENTER,), Trouble.CAPITALS),
        (_qwertz, (ENTER,), Trouble.LAYOUT_UNKNOWN),
        (_azerty, (ENTER,), Trouble.LAYOUT_UNKNOWN),
        (lambda code: "" if code.isdigit() else code, (ENTER,), Trouble.NO_DIGITS),
        (lambda code: code, (), Trouble.NO_END),
        (lambda _code: "4006381333931", (ENTER,), Trouble.OTHER_CODE),
        (lambda _code: "HK0000000111", (ENTER,), Trouble.OTHER_CODE),
        (lambda code: code[0] + code, (ENTER,), Trouble.UNSTEADY),
    ],
)
def test_what_must_be_changed_is_said_and_not_put_right(
    how: Callable[[str], str], ends: tuple[str, ...], trouble: Trouble
) -> None:
    troubles, fix = _told(how, ends)
    assert trouble in troubles
    assert fix == ScannerFix()


def test_what_stands_around_every_code_is_taken_away() -> None:
    troubles, fix = _told(lambda code: f"]C0{code}#")
    assert troubles == (Trouble.BEFORE, Trouble.AFTER)
    assert fix == ScannerFix("", "]C0", "#")
    assert fix.fixed("]C0PF2ABC12#", scanners.layouts()) == "PF2ABC12"
    assert fix.fixed("]C0", scanners.layouts()) == "]C0"
    troubles, fix = _told(lambda code: _us_on_fi(f"~{code}"))
    assert (troubles, fix.layout, fix.before) == ((Trouble.LAYOUT, Trouble.BEFORE), "us_on_fi", "~")


@given(st.text(max_size=40), st.sampled_from(CODES))
def test_any_text_is_told_apart(text: str, code: str) -> None:
    others = [one if one != code else text for one in CODES]
    _, told = scanners.check([Keyed(one) for one in others])
    assert told.is_right == (text == code)


def test_every_trouble_says_what_to_do_in_one_sentence() -> None:
    for language in ("fi", "en"):
        texts = Texts(language)
        for trouble in Trouble:
            assert texts.say(f"scanner.{trouble.value}").endswith(".")
            assert texts.say(f"scanner.{trouble.value}.next").count(". ") == 0
    with pytest.raises(Misused, match="scanner_three_scans"):
        scanners.check([Keyed(CODES[0])])
