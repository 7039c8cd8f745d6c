"""One way to read a text: tidied, without what the scanner put around it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from unicodedata import category, normalize

from serkut_desk.domain.serials import normal_serial

GS, RS, EOT, US = "\x1d", "\x1e", "\x04", "\x1f"
_KEPT_CONTROLS = frozenset((GS, RS, EOT, US))
_SYMBOLOGY_ID = re.compile(r"\]([A-Za-z][0-9A-Za-z])")
_CODE_39_STARS = re.compile(r"\*([^*]+)\*")
_SEPARATED_DIGITS = re.compile(r"[0-9]+(?:[-./ ]+[0-9]+)*")


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as one recogniser after the other looks at it.

    Attributes:
        text: Payload, without symbology identifier and start and stop stars.
        plain: Payload in capital letters without spaces.
        digits: The digits when the payload is digits with separators only, else empty.
        symbology: The two characters after `]`, else empty.
    """

    text: str
    plain: str
    digits: str
    symbology: str = ""


def tidy(text: str) -> str:
    """Return `text` without control and invisible characters, except those of 2D codes.

    White space becomes single spaces; composed letters are used.
    """
    kept: list[str] = []
    for character in normalize("NFC", text):
        if character in _KEPT_CONTROLS:
            kept.append(character)
        elif character.isspace():
            kept.append(" ")
        elif not category(character).startswith("C"):
            kept.append(character)
    return re.sub(" +", " ", "".join(kept)).strip(" ")


def reading(tidied: str) -> Reading:
    """Return the payload of a tidy text."""
    match = _SYMBOLOGY_ID.match(tidied)
    payload = tidied[match.end() :].strip(" ") if match else tidied
    stars = _CODE_39_STARS.fullmatch(payload)
    if stars:
        payload = stars[1].strip(" ")
    digits = re.sub("[^0-9]", "", payload) if _SEPARATED_DIGITS.fullmatch(payload) else ""
    return Reading(payload, normal_serial(payload), digits, match[1] if match else "")
