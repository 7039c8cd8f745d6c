"""What holds when a device comes back: warranty by the calendar, remedies, how much is given back.

The warranty is the workshop's own promise. What the law gives a buyer is beside it and longer or
shorter by case; nothing here decides about that, and nothing is refused because a warranty ended.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from serkut_desk.domain.channels import Payment
from serkut_desk.domain.money import cash_rounding

if TYPE_CHECKING:
    from collections.abc import Mapping

_MONTHS = 12


class Remedy(StrEnum):
    """What is done about a device that came back; `remedy.<value>` in the texts."""

    REPAIR = "repair"
    EXCHANGE = "exchange"
    REFUND = "refund"
    NONE = "none"


class Verdict(StrEnum):
    """What the workshop's warranty says of a return; `warranty.<value>` in the texts."""

    WITHIN = "within"
    NOT_COVERED = "not_covered"
    ENDED = "ended"
    WITHOUT = "without"


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a device comes back.

    Args:
        code: `fault.<code>` in the texts.
        icon: Its picture.
        warranty: The workshop's warranty speaks of it: a fault, no damage and no change of mind.
    """

    code: str
    icon: str
    warranty: bool


@dataclass(frozen=True, slots=True)
class Faults:
    """The dated list of faults, in the order in which to show them.

    `presumed_months` is for how long the law takes a fault to have been there at the handover.
    """

    version: int
    valid_from: date
    presumed_months: int
    faults: tuple[Fault, ...]

    def named(self, code: str) -> Fault | None:
        """Return the fault with a code."""
        return next((fault for fault in self.faults if fault.code == code), None)


@dataclass(frozen=True, slots=True)
class Warranty:
    """How the warranty of one line stands on a day.

    Args:
        handed_on: Finnish day of the handover.
        until: Its last day; None without a warranty.
        presumed_until: Until then the law takes a fault to have been there from the beginning.
        today: The day that is asked about.
    """

    handed_on: date
    until: date | None
    presumed_until: date
    today: date

    @property
    def runs(self) -> bool:
        """Whether the warranty still runs; its last day belongs to it."""
        return self.until is not None and self.today <= self.until

    @property
    def presumed(self) -> bool:
        """Whether the law still takes a fault to have been there at the handover."""
        return self.today <= self.presumed_until

    def verdict(self, fault: Fault | None) -> Verdict:
        """Return what the warranty says; with no fault chosen yet, what it says of most."""
        if self.until is None:
            return Verdict.WITHOUT
        if not self.runs:
            return Verdict.ENDED
        covered = fault is None or fault.warranty
        return Verdict.WITHIN if covered else Verdict.NOT_COVERED


def parse_faults(table: Mapping[str, Any]) -> Faults:
    """Return the faults in parsed JSON.

    Raises:
        ValueError: A code stands twice, or there is none.
        KeyError: A field is missing.
    """
    faults = tuple(
        Fault(str(one["code"]), str(one["icon"]), bool(one["warranty"])) for one in table["faults"]
    )
    if not faults or len({one.code for one in faults}) != len(faults):
        message = "every fault needs a code of its own"
        raise ValueError(message)
    return Faults(
        int(table["version"]),
        date.fromisoformat(table["valid_from"]),
        int(table["presumed_months"]),
        faults,
    )


def months_after(day: date, months: int) -> date:
    """Return the day with the same number so many months later, or that month's last day."""
    years, month = divmod(day.month - 1 + months, _MONTHS)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def warranty_of(handed_on: date, months: int, presumed_months: int, today: date) -> Warranty:
    """Return how a warranty of so many months stands on a day; 0 months are none."""
    until = months_after(handed_on, months) if months else None
    return Warranty(handed_on, until, months_after(handed_on, presumed_months), today)


def paid_back(cents: int, payment: Payment) -> int:
    """Return what rounding adds to a refund: cash goes back in cash, to five cents."""
    return cash_rounding(cents) if payment is Payment.CASH else 0


def remedies(paid_cents: int) -> tuple[Remedy, ...]:
    """Return what can be chosen: nothing is given back where nothing was paid."""
    if paid_cents > 0:
        return (Remedy.REPAIR, Remedy.EXCHANGE, Remedy.REFUND, Remedy.NONE)
    return (Remedy.REPAIR, Remedy.EXCHANGE, Remedy.NONE)
