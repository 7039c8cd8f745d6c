"""What the scanner set-up has scanned, and the keyboard layouts it knows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from serkut_desk import shipped
from serkut_desk.documents.barcodes import code128_modules
from serkut_desk.domain.codes import CodeKind, make_code
from serkut_desk.domain.errors import Misused
from serkut_desk.domain.scan.layout import Keyboard
from serkut_desk.domain.scanner_setup import read_scan, verdict

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from serkut_desk.domain.scanner_setup import Keyed, Read, SetupVerdict


@dataclass(frozen=True, slots=True)
class CheckCode:
    """A code of the set-up.

    Args:
        key: Its word.
        text: What is in its bars.
        modules: Its Code 128 symbol, 1 for dark, without the white at both sides.
    """

    key: str
    text: str
    modules: str


def _data() -> Any:
    return shipped.json_resource("scanner", "2026-11-22_check.json")


@cache
def check_codes() -> tuple[CheckCode, ...]:
    """Return the three codes in the order in which they are scanned."""
    found = []
    for one in _data()["codes"]:
        text = make_code(CodeKind.COMMAND, one["command"]) if "command" in one else one["text"]
        found.append(CheckCode(one["key"], text, code128_modules(text)))
    return tuple(found)


@cache
def layouts() -> Mapping[str, Keyboard]:
    """Return the layouts that can be put right, by key."""
    garbled = shipped.json_resource("intake", "scan_rules.json")["keyboard"]["sent_to_arrived"]
    return {
        one["key"]: Keyboard.from_sent(one["sent_to_arrived"] or garbled)
        for one in _data()["layouts"]
    }


def check(scans: Sequence[Keyed]) -> tuple[tuple[Read, ...], SetupVerdict]:
    """Return what each scan tells, and what they tell together.

    Raises:
        Misused: `scanner_three_scans`: there are as many codes to be scanned, in their order.
    """
    codes = check_codes()
    if len(scans) != len(codes):
        raise Misused("scanner_three_scans", count=len(scans), wanted=len(codes))
    reads = tuple(
        read_scan(code.text, keyed, layouts()) for code, keyed in zip(codes, scans, strict=True)
    )
    return reads, judged(reads)


def judged(reads: Sequence[Read]) -> SetupVerdict:
    """Return what all scans tell together."""
    return verdict(reads, layouts())
