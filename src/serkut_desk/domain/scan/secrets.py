"""Texts that must never be stored: product keys, recovery keys, personal identity codes."""

from __future__ import annotations

import re

_EDGE = r"(?<![0-9A-Z]){}(?![0-9A-Z])"
_KEY = re.compile(_EDGE.format(r"(?:[A-Z0-9]{5}[- ]){4}[A-Z0-9]{5}"), re.ASCII)
# The 24 letters and digits of product keys and the N of newer ones; 25 of them in a row.
_BARE_KEY = re.compile(_EDGE.format(r"[BCDFGHJKMNPQRTVWXY2346789]{25}"), re.ASCII)
_RECOVERY_KEY = re.compile(_EDGE.format(r"[0-9]{6}(?:[- ][0-9]{6}){7}"), re.ASCII)
# Signs of the years 1900 and 2000 (new letters since 2023). `+` for 1800 is left out: nobody
# alive has it, and a garbled hyphen arrives as `+`, which the restored text shows.
_PERSON = re.compile(
    r"(?<![0-9A-Z])(?=([0-3][0-9][01][0-9]{3})[-YXWVUABCDEF]([0-9]{3})([0-9A-FHJ-NPR-Y]))"
    r".{11}(?![0-9A-Z])",
    re.ASCII,
)
_PERSON_CHECK = "0123456789ABCDEFHJKLMNPRSTUVWXY"
_DAYS, _MONTHS = range(1, 32), range(1, 13)


def _is_person(match: re.Match[str]) -> bool:
    born, individual, check = match.groups()
    plausible = int(born[:2]) in _DAYS and int(born[2:4]) in _MONTHS
    return plausible and _PERSON_CHECK[int(born + individual) % 31] == check


def holds_secret(text: str) -> str | None:
    """Return what secret is somewhere in `text`, else None.

    `product_key`, `recovery_key` (BitLocker) or `personal_code` (Finnish personal identity code
    with the right check character, also the artificial ones). Blind to case.
    """
    capital = text.upper()
    if any(_is_person(match) for match in _PERSON.finditer(capital)):
        return "personal_code"
    if _KEY.search(capital) or _BARE_KEY.search(capital):
        return "product_key"
    return "recovery_key" if _RECOVERY_KEY.search(capital) else None


def masked(text: str) -> str:
    """Return `text` with a star for every letter and digit, at most 60 characters of it."""
    return "".join("*" if character.isalnum() else character for character in text[:60])
