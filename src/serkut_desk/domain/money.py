"""Money in whole cents, VAT included: VAT, cash rounding, discounts, and how it is written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from serkut_desk.domain.papers import VatShare

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# Cash is paid to the nearest five cents (act 890/2001, section 2).
CASH_STEP = 5
PERMILLE = 1000
# More than any receipt of a workshop; keeps typing errors and numbers out of range away.
HIGHEST_CENTS = 99_999_999

_EUROS = re.compile(r"([0-9][0-9 \u00a0]*)(?:[,.]([0-9]{1,2}))?[ \u00a0]*€?", re.ASCII)


def _half_up(numerator: int, denominator: int) -> int:
    """Return a quotient rounded to the nearest whole; a half goes away from zero."""
    sign = -1 if numerator < 0 else 1
    return sign * ((2 * abs(numerator) + denominator) // (2 * denominator))


def vat_in(gross_cents: int, permille: int) -> int:
    """Return the VAT that a sum contains: `gross * rate / (1 + rate)`, a half cent rounded up.

    100.00 euros contain 20.32 at 25.5 %. What is given back contains as much, below zero.
    """
    return _half_up(gross_cents * permille, PERMILLE + permille)


def vat_parts(lines: Iterable[tuple[int, int]]) -> tuple[VatShare, ...]:
    """Return the VAT of a receipt by rate, the highest first.

    It is computed once from the sum of each rate: lines that are rounded one by one would not add
    up to it.

    Args:
        lines: Pairs of cents, VAT included, and rate in tenths of a percent.
    """
    sums: dict[int, int] = {}
    for cents, permille in lines:
        sums[permille] = sums.get(permille, 0) + cents
    return tuple(
        VatShare(permille, gross - vat_in(gross, permille), vat_in(gross, permille), gross)
        for permille, gross in sorted(sums.items(), reverse=True)
    )


def cash_rounding(total_cents: int) -> int:
    """Return what rounding to five cents adds to a total that is paid in cash, -2 to 2."""
    return _half_up(total_cents, CASH_STEP) * CASH_STEP - total_cents


def share_of(cents: int, permille: int) -> int:
    """Return a share of a sum in whole cents, never more than the share."""
    return cents * permille // PERMILLE


def split(cents: int, prices: Sequence[int], caps: Sequence[int]) -> tuple[int, ...]:
    """Return a discount spread over lines by their prices, to the cent.

    Args:
        cents: The discount; not more than the caps together.
        prices: Of the lines.
        caps: What each line can bear.

    Raises:
        ValueError: It does not fit, or is below zero.
    """
    if not 0 <= cents <= sum(caps):
        message = f"{cents} do not fit in {sum(caps)}"
        raise ValueError(message)
    whole = sum(prices)
    parts = [
        min(cap, cents * price // whole if whole else 0)
        for price, cap in zip(prices, caps, strict=True)
    ]
    left = cents - sum(parts)
    # The cents that are left go to the dearest lines first, as far as each can bear them.
    order = sorted(range(len(prices)), key=lambda index: (-prices[index], index))
    while left:
        for index in order:
            if left and parts[index] < caps[index]:
                parts[index] += 1
                left -= 1
    return tuple(parts)


def euros(cents: int) -> str:
    """Return a sum as it is written in Finland: `1 234,50 €`, with no-break spaces."""
    whole, part = divmod(abs(cents), 100)
    sign = "\u2212" if cents < 0 else ""
    grouped = f"{whole:,}".replace(",", "\u00a0")
    return f"{sign}{grouped},{part:02d}\u00a0€"


def parse_euros(text: str) -> int | None:
    """Return cents of a typed sum (`95`, `95,00`, `1 234.5 €`), None when it is none."""
    match = _EUROS.fullmatch(text.strip())
    if match is None:
        return None
    whole = "".join(match[1].split())
    cents = int(whole) * 100 + int((match[2] or "0").ljust(2, "0"))
    return cents if cents <= HIGHEST_CENTS else None
