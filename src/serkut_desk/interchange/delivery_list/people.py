"""Masks what belongs to a person and stands in a column that we keep."""

from __future__ import annotations

import re

from stdnum.fi import hetu

MASK = "***"

_EMAIL = re.compile(r"[^\s@<>(),;:\"]+@[^\s@<>(),;:\"]+\.[^\s@<>(),;:\"]+")
_HETU = re.compile(r"(?<!\d)\d{6}\s?[-+ABCDEFYXWVU]\s?\d{3}[0-9A-Y](?![0-9A-Z])", re.IGNORECASE)


def _mask_code(found: re.Match[str]) -> str:
    code = "".join(found[0].split())
    return MASK if hetu.is_valid(code, allow_temporary=True) else found[0]


def masked(text: str) -> str:
    """Return `text` with e-mail addresses and Finnish personal identity codes masked.

    Only codes with a right check character are masked: a serial of the same form stays.
    """
    if "@" in text:
        text = _EMAIL.sub(MASK, text)
    return _HETU.sub(_mask_code, text) if len(text) >= len("131052-308T") else text
