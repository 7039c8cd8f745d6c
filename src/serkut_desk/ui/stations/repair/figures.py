"""Measured figures as people write and read them: ohms, megaohms, milliamperes; dates; lengths."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from serkut_desk.domain.repair_data import limit_of

if TYPE_CHECKING:
    from serkut_desk.domain.repair_data import Quantity

_FIGURE = re.compile(r"[0-9]{1,6}(?:[,.][0-9]{1,3})?", re.ASCII)
_SHOWN = {"mΩ": "Ω", "kΩ": "MΩ", "µA": "mA"}
_THOUSAND = 1000


def unit_of(quantity: Quantity) -> str:
    """Return the unit that instruments show: a thousand of the one that is kept."""
    return _SHOWN.get(quantity.unit, quantity.unit)


def parse(quantity: Quantity, text: str) -> int | None:
    """Return a figure in the unit that is kept, None where it is no figure."""
    plain = text.replace("\u00a0", "").replace(" ", "")
    if not _FIGURE.fullmatch(plain):
        return None
    whole, _, part = plain.replace(",", ".").partition(".")
    if quantity.unit not in _SHOWN:
        return None if part else int(whole)
    return int(whole) * _THOUSAND + int(part.ljust(3, "0") or 0)


def shown(quantity: Quantity, value: int) -> str:
    """Return `0,3 Ω`."""
    if quantity.unit not in _SHOWN:
        return f"{value} {quantity.unit}"
    whole, part = divmod(value, _THOUSAND)
    decimals = f"{part:03d}".rstrip("0")
    figure = f"{whole},{decimals}" if decimals else str(whole)
    return f"{figure} {unit_of(quantity)}"


def limit_words(quantity: Quantity, cord_cm: int) -> str:
    """Return `at most 0,3 Ω`."""
    limit = shown(quantity, limit_of(quantity, cord_cm))
    if quantity.at_least:
        return QCoreApplication.translate("Repair", "At least {0}").replace("{0}", limit)
    return QCoreApplication.translate("Repair", "At most {0}").replace("{0}", limit)


def keeps(quantity: Quantity, value: int, cord_cm: int) -> bool:
    """Tell whether a figure keeps its limit."""
    limit = limit_of(quantity, cord_cm)
    return value >= limit if quantity.at_least else value <= limit


def parse_day(text: str) -> date | None:
    """Return the day of `21.11.2026`, None where it is none."""
    try:
        return datetime.strptime(text.strip(), "%d.%m.%Y").date()  # noqa: DTZ007 - a day has no time zone
    except ValueError:
        return None


def day_words(day: date) -> str:
    """Return `21.11.2026`."""
    return f"{day.day}.{day.month}.{day.year}"
