"""What bench scales say on their lines, and how they are asked.

Three families of lines, as the makers' public manuals print them: A&D (header, sign, seven digits,
unit), MT-SICS of Mettler-Toledo, which Kern and others speak too, and a bare number with its unit,
as Ohaus, CAS and Sartorius (SBI) print it.
A line that is not whole is nothing: half a weight must never be read as a weight.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from serkut_desk.domain.weighing import Reading, ReadingKind, ScaleProtocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LONGEST_LINE = 64
"""No scale's line is longer; more without an end is noise."""

_GRAMS: Mapping[str, Decimal] = {"g": Decimal(1), "kg": Decimal(1000), "mg": Decimal("0.001")}
_NUMBER = r"(?P<sign>[+-]?) {0,9}(?P<value>\d{1,7}(?:[.,]\d{1,4})?)"
_AND = re.compile(
    rf"(?P<mark>ST|US|QT)(?:,(?P<kind>GS|NT|TR))?,{_NUMBER} {{0,3}}(?P<unit>kg|mg|g)", re.IGNORECASE
)
_AND_RANGE = re.compile(
    r"OL(?:,(?:GS|NT|TR))?,? {0,9}(?P<sign>[+-]?)[0-9E+. ]{0,20}(?:kg|mg|g)?", re.IGNORECASE
)
_SICS = re.compile(rf"S (?P<mark>[SD]) {{1,12}}{_NUMBER} {{1,3}}(?P<unit>kg|mg|g)")
_PLAIN = re.compile(
    rf"(?:(?P<net>[NG]) {{1,3}})? {{0,12}}{_NUMBER} {{0,3}}(?P<unit>kg|mg|g)?"
    r"(?: {0,3}(?P<moving>\?))?(?: {1,3}(?P<tare>NET|N|G))?",
    re.IGNORECASE,
)
_SICS_WORDS: Mapping[str, Reading] = {
    "S I": Reading(ReadingKind.BUSY),
    "S +": Reading(ReadingKind.OVER),
    "S -": Reading(ReadingKind.UNDER),
}


@dataclass(frozen=True, slots=True)
class Way:
    """How a protocol is spoken.

    Args:
        ask: What is sent, b"" to a scale that talks by itself.
        again: Send it for each reading; False sends it once after the port was opened.
    """

    ask: bytes = b""
    again: bool = True


WAYS: Mapping[ScaleProtocol, Way] = {
    ScaleProtocol.AND: Way(),
    ScaleProtocol.AND_ASKED: Way(b"Q\r\n"),
    ScaleProtocol.SICS: Way(b"SIR\r\n", again=False),
    ScaleProtocol.SICS_ASKED: Way(b"SI\r\n"),
    ScaleProtocol.PLAIN: Way(),
    ScaleProtocol.PLAIN_ASKED: Way(b"IP\r\n"),
    ScaleProtocol.SBI_ASKED: Way(b"\x1bP\r\n"),
}


@dataclass(slots=True)
class Lines:
    """Cuts what arrives into whole lines; what stood before the first end is thrown away.

    A port is often opened in the middle of a line, and the second half of `123.4 g` is a weight.
    """

    _rest: bytes = field(default=b"")
    _begun: bool = field(default=False)

    def feed(self, arrived: bytes) -> Iterator[bytes]:
        """Yield each line that is whole now, without its end; an empty one is not yielded."""
        *whole, self._rest = re.split(rb"[\r\n]", self._rest + arrived)
        for line in whole:
            if self._begun and 0 < len(line) <= LONGEST_LINE:
                yield line
            self._begun = True
        if len(self._rest) > LONGEST_LINE:
            self._rest, self._begun = b"", False

    def asked(self) -> None:
        """Begin anew: what comes after a question is a whole line from its first sign."""
        self._rest, self._begun = b"", True


def parse(protocol: ScaleProtocol, line: bytes) -> Reading | None:
    """Return what a line says, None when it is noise or about something else.

    Args:
        protocol: What the scale speaks; lines of another family are noise.
        line: Without its end.
    """
    try:
        text = line.decode("ascii").strip(" \x02\x03")
    except UnicodeDecodeError:
        return None
    if protocol in {ScaleProtocol.AND, ScaleProtocol.AND_ASKED}:
        return _and(text)
    if protocol in {ScaleProtocol.SICS, ScaleProtocol.SICS_ASKED}:
        return _sics(text)
    return _plain(text)


def _and(text: str) -> Reading | None:
    found = _AND.fullmatch(text)
    if found is None:
        out = _AND_RANGE.fullmatch(text)
        if out is None:
            return None
        return Reading(ReadingKind.UNDER if out["sign"] == "-" else ReadingKind.OVER)
    kind = (found["kind"] or "").upper()
    if kind == "TR" or found["mark"].upper() == "QT":
        return None
    still = found["mark"].upper() == "ST"
    return Reading(
        ReadingKind.STABLE if still else ReadingKind.MOVING,
        _grams(found),
        {"NT": True, "GS": False}.get(kind),
    )


def _sics(text: str) -> Reading | None:
    if text in _SICS_WORDS:
        return _SICS_WORDS[text]
    found = _SICS.fullmatch(text)
    if found is None:
        return None
    kind = ReadingKind.STABLE if found["mark"] == "S" else ReadingKind.MOVING
    return Reading(kind, _grams(found))


def _plain(text: str) -> Reading | None:
    found = _PLAIN.fullmatch(text)
    if found is None:
        return None
    if found["unit"] is None:
        # Several makers leave the unit out while the load still moves.
        return Reading(ReadingKind.MOVING)
    mark = (found["tare"] or found["net"] or "").upper()
    net = None if not mark else mark != "G"
    moving = found["moving"] is not None
    return Reading(ReadingKind.MOVING if moving else ReadingKind.UNMARKED, _grams(found), net)


def _grams(found: re.Match[str]) -> Decimal:
    value = Decimal(found["value"].replace(",", ".")) * _GRAMS[found["unit"].lower()]
    return -value if found["sign"] == "-" else value
