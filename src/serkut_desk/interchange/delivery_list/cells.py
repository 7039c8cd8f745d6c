"""Cell values as clean text: nothing invisible, no `123.0`, no formula tricks."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from decimal import Decimal

_PROTECTED = re.compile(r'^="([^"]*)"$')
_ZEROS = re.compile(r"^0{2,}$")
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


def clean(text: str) -> str:
    """Return `text` in one line, without invisible characters and doubled spaces.

    Text that a spreadsheet would take for a formula stays plain text; only the ways of writing
    "this is text" (`="0123"` and a leading apostrophe) are taken off.
    """
    if not (text.isascii() and text.isprintable()):
        text = unicodedata.normalize("NFC", text)
        text = "".join(
            letter
            for letter in text
            if letter.isspace() or unicodedata.category(letter) not in _INVISIBLE
        )
    text = " ".join(text.split())
    if text.startswith("="):
        protected = _PROTECTED.match(text)
        return protected[1].strip() if protected else text
    return text[1:].strip() if text.startswith("'") and not text.endswith("'") else text


def _number(value: float | Decimal) -> str:
    exact = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    if not exact.is_finite():
        return ""
    if exact == exact.to_integral_value() and abs(exact) < Decimal(10) ** 30:
        return str(int(exact))
    return format(exact, "f") if abs(exact) > Decimal("1e-12") else str(exact)


def value_text(value: object, number_format: str) -> str:
    """Return a workbook's cell value as a person sees it.

    Args:
        value: What the cell holds.
        number_format: The cell's format; one of zeros only keeps leading zeros (`00000`).
    """
    if value is None:
        return ""
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        text = _number(value)
        return text.zfill(len(number_format)) if _ZEROS.match(number_format) else text
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        value = value.date()
    return clean(str(value))
