"""Two forms of a serial number: how it is stored, and how two of them are compared.

People and lists write the same serial with spaces, in lower case or with hyphens; the maker's
own form has neither spaces nor lower case, but some makers do print hyphens.
"""

from __future__ import annotations

from unicodedata import category, normalize


def normal_serial(text: str) -> str:
    """Return the form in which a serial is stored and shown.

    Capital letters, no white space anywhere, no control or invisible format characters, wide and
    other compatibility forms made plain. Hyphens and other signs stay. May be empty.
    """
    if text.isascii() and text.isalnum():
        return text.upper()  # as nearly all of them are
    plain = normalize("NFKC", text)
    kept = (mark for mark in plain if not mark.isspace() and not category(mark).startswith("C"))
    return normalize("NFC", "".join(kept).upper())


def serial_key(text: str) -> str:
    """Return what two writings of one serial have in common: its capital letters and digits.

    `S/N`-like differences in hyphens, dots and spaces vanish. For comparing only: never shown,
    and empty when the text holds no letter or digit.
    """
    normal = normal_serial(text)
    return normal if normal.isalnum() else "".join(mark for mark in normal if mark.isalnum())


def variants(key: str) -> frozenset[str]:
    """Return the writings of a drive's serial that mean one drive: with and without `WD`."""
    return frozenset({key, "WD" + key, key.removeprefix("WD")}) - {""} if key else frozenset()


_ALIKE = str.maketrans("OI", "01")


def folded(text: str) -> str:
    """Return what a reading of a text and its misreading have in common, for searching only.

    As `serial_key`, and the letters O and I are the digits 0 and 1.
    """
    return serial_key(text).translate(_ALIKE)
