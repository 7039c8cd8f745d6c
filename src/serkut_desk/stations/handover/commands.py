"""What can be asked of the handover station; a basket is an open handover.

Handovers are named by their LU code, devices by code, serial, inventory number or IMEI. After any
command a screen reads `queries.basket` anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.domain.channels import NO_TERMS
from serkut_desk.stations.handling import Command

if TYPE_CHECKING:
    from serkut_desk.domain.changes import Changes
    from serkut_desk.domain.channels import Channel, Payment, Terms
    from serkut_desk.stations.papers import IssuedPaper


@dataclass(frozen=True, slots=True)
class BasketDone:
    """A basket after a command."""

    handover: str
    changes: Changes


@dataclass(frozen=True, slots=True)
class DeviceAdded:
    """A device in a basket.

    Args:
        handover: LU code.
        device: SD code.
        line: Number of its line.
        label_read: Its own label was read.
        duplicate: It was in this basket before; nothing changed, unless its label was read now.
        changes: For screens.
    """

    handover: str
    device: str
    line: int
    label_read: bool
    duplicate: bool
    changes: Changes


@dataclass(frozen=True, slots=True)
class LineDone:
    """A line of a basket after a command."""

    handover: str
    line: int
    changes: Changes


@dataclass(frozen=True, slots=True)
class HandedOver:
    """A completed handover.

    Args:
        handover: LU code.
        devices: SD codes that left.
        total_cents: What was paid, before cash rounding.
        rounding_cents: What cash rounding added; below zero when it took.
        change_cents: What to give back of the cash; None when nobody said what was given.
        papers: What was issued, the one for the receiver first.
        changes: For screens.
    """

    handover: str
    devices: tuple[str, ...]
    total_cents: int
    rounding_cents: int
    change_cents: int | None
    papers: tuple[IssuedPaper, ...]
    changes: Changes


@dataclass(frozen=True, slots=True)
class OpenHandover(Command[BasketDone]):
    """Begin a basket; its terms may be filled in later."""

    channel: Channel
    terms: Terms = NO_TERMS


@dataclass(frozen=True, slots=True)
class ChangeTerms(Command[BasketDone]):
    """Replace what is known of a basket's terms.

    Args:
        handover: LU code.
        terms: All of them; what is empty is forgotten.
        channel: Another channel, which prices every line anew and drops discounts; None keeps it.
    """

    handover: str
    terms: Terms
    channel: Channel | None = None


@dataclass(frozen=True, slots=True)
class AddDevice(Command[DeviceAdded]):
    """Put a device into a basket, if every gate lets it leave.

    Args:
        handover: LU code.
        device: What was scanned or typed.
        read: The text came from the scanner; with the device's SD code it then counts as its
            label. False when it was chosen from a list.
    """

    handover: str
    device: str
    read: bool = True


@dataclass(frozen=True, slots=True)
class AddArticle(Command[LineDone]):
    """Put an article without a code of its own into a basket: `queries.articles` lists them."""

    handover: str
    article: str
    quantity: int = 1


@dataclass(frozen=True, slots=True)
class ConfirmLabel(Command[LineDone]):
    """Read the label on a device of the basket; that of another device is refused."""

    handover: str
    scan: str


@dataclass(frozen=True, slots=True)
class RemoveLine(Command[BasketDone]):
    """Take a line out of a basket, by its number."""

    handover: str
    line: int


@dataclass(frozen=True, slots=True)
class Discount(Command[BasketDone]):
    """Give a discount, or take it back with zero.

    Args:
        handover: LU code.
        reason: Why; it stays in the records and is on no paper. May be empty with zero.
        cents: How much, in euro cents; either this or `permille`.
        permille: How much, in tenths of a percent.
        line: Number of the line; None spreads it over all lines.
    """

    handover: str
    reason: str
    cents: int | None = None
    permille: int | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class CompleteHandover(Command[HandedOver]):
    """Hand everything in the basket over. It cannot be undone.

    Args:
        handover: LU code.
        payment: How it is paid.
        reference: Of the card terminal or the payer; never a person's name or code.
        cash_given_cents: The cash that was given, to say what to give back.
        seen: Commitment and identity, or the course certificate, were seen; not kept.
        language: Of the papers.
    """

    handover: str
    payment: Payment
    reference: str = ""
    cash_given_cents: int | None = None
    seen: bool = False
    language: str = "fi"


@dataclass(frozen=True, slots=True)
class CancelHandover(Command[BasketDone]):
    """End a basket without handing anything over."""

    handover: str
