"""Network addresses."""

from __future__ import annotations

import re

_ADDRESS = re.compile(r"(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}")
_NONE = frozenset({"00:00:00:00:00:00", "ff:ff:ff:ff:ff:ff"})
_LOCAL = 0x02  # made up by a program: bridges, containers, random ones


def address_of(text: str) -> str:
    """Return a network address in one form, `aa:bb:cc:dd:ee:ff`; "" when the text is none."""
    plain = text.strip().lower()
    if not _ADDRESS.fullmatch(plain):
        return ""
    plain = plain.replace("-", ":")
    return "" if plain in _NONE else plain


def is_local(address: str) -> bool:
    """Tell whether an address was made up by a program and is not the adapter's own."""
    return bool(int(address[:2], 16) & _LOCAL)
