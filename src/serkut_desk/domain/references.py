"""Reference numbers for payments: the national one (7-3-1) and RF (ISO 11649)."""

from __future__ import annotations

from itertools import cycle

SHORTEST = 4
LONGEST = 20
_WEIGHTS = (7, 3, 1)
_RF_LETTERS = "271500"  # R = 27, F = 15, and two zeros in the place of the check digits
_NATIONAL_GROUP = 5
_RF_GROUP = 4


def reference_number(body: str) -> str:
    """Return the national reference number whose digits before the check digit are `body`.

    Raises:
        ValueError: `body` is not 3 to 19 digits, or begins with zero.
    """
    fits = SHORTEST - 1 <= len(body) <= LONGEST - 1
    if not (fits and body.isascii() and body.isdigit()) or body.startswith("0"):
        raise ValueError(body)
    total = sum(
        int(digit) * weight for digit, weight in zip(reversed(body), cycle(_WEIGHTS), strict=False)
    )
    return f"{body}{-total % 10}"


def is_reference(text: str) -> bool:
    """Tell whether `text` is a national reference number, without spaces."""
    try:
        return reference_number(text[:-1]) == text
    except ValueError:
        return False


def rf_reference(reference: str) -> str:
    """Return a national reference number as RF.

    Raises:
        ValueError: It is no national reference number.
    """
    if not is_reference(reference):
        raise ValueError(reference)
    return f"RF{98 - int(reference + _RF_LETTERS) % 97:02d}{reference}"


def grouped(reference: str) -> str:
    """Return a reference number as people read it: national by five from the right, RF by four."""
    if reference.startswith("RF"):
        starts = range(0, len(reference), _RF_GROUP)
        return " ".join(reference[start : start + _RF_GROUP] for start in starts)
    first = len(reference) % _NATIONAL_GROUP
    parts = [reference[:first]] if first else []
    starts = range(first, len(reference), _NATIONAL_GROUP)
    return " ".join([*parts, *(reference[start : start + _NATIONAL_GROUP] for start in starts)])
