"""What screens and the command line read of handovers: frozen data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from serkut_desk.domain.channels import Channel, ChannelRule, Payment, Terms
    from serkut_desk.domain.handover import Gate
    from serkut_desk.domain.papers import VatShare


@dataclass(frozen=True, slots=True)
class ChannelLine:
    """A channel that can be chosen: `rule.terms` and `rule.optional` are the form's fields.

    `max_discount` is that of who asks, in tenths of a percent.
    """

    channel: Channel
    rule: ChannelRule
    max_discount: int


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """An article that can be added; `article.<article>` in the texts names it."""

    article: str
    cents: int
    warranty_months: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LineView:
    """One line of a handover; money in cents, VAT included.

    Args:
        line: Its number, for commands.
        device: SD code; None for an article.
        article: Key of the device's type or of the article.
        description: Maker and model; "" for an article.
        serial: Of the device.
        grade: A to D; None for an article.
        quantity: How many.
        list_cents: By the price list, for all of them.
        discount_cents: Taken off.
        discount_reason: Why.
        cents: What is paid for the line.
        vat_permille: 255 for 25.5 %.
        warranty_months: 0 without.
        label_read: The device's own label was read; True for an article.
        gates: What must hold before it may leave, in the order in which to show it.
        ready: All of them hold.
    """

    line: int
    device: str | None
    article: str
    description: str
    serial: str
    grade: str | None
    quantity: int
    list_cents: int
    discount_cents: int
    discount_reason: str | None
    cents: int
    vat_permille: int
    warranty_months: int
    label_read: bool
    gates: tuple[Gate, ...]
    ready: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalsView:
    """Sums of a handover, in cents.

    Args:
        list_cents: By the price list.
        discount_cents: Taken off.
        total_cents: To pay.
        vat: What of it is VAT, by rate.
        cash_cents: To pay in cash: the total, rounded to five cents.
    """

    list_cents: int
    discount_cents: int
    total_cents: int
    vat: tuple[VatShare, ...]
    cash_cents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentView:
    """How a payment commitment stands; `left_cents` after this basket, below zero when too dear.

    `known` tells that it was used here before, `used_cents` how much of it.
    """

    known: bool
    limit_cents: int
    used_cents: int
    left_cents: int
    valid_until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperLink:
    """A paper that was issued with a handover; `name` is `KU-17`, `sha256` names its PDF."""

    kind: str
    name: str
    title: str
    sha256: str
    device: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BasketView:
    """A handover with everything about it; also one that is completed or cancelled.

    Args:
        handover: LU code.
        channel: Which way.
        state: open, completed or cancelled.
        terms: What was typed.
        rule: What holds for the channel.
        opened_at: When it began.
        lines: In the order in which they came.
        gates: What must hold for the basket as a whole.
        missing: Every gate that does not hold, of the lines and of the basket.
        ready: Nothing is missing: `CompleteHandover` will not be refused for it.
        totals: Sums.
        payments: How it may be paid now; the usual one first.
        commitment: Where one pays; None otherwise, or as long as its terms are not known.
        max_discount: What who asks may give, in tenths of a percent.
        completed_at: When it was handed over.
        payment: How it was paid.
        payment_reference: As typed, or the invoice's.
        rounding_cents: What cash rounding added.
        papers: What was issued.
    """

    handover: str
    channel: Channel
    state: str
    terms: Terms
    rule: ChannelRule
    opened_at: datetime
    lines: tuple[LineView, ...]
    gates: tuple[Gate, ...]
    missing: tuple[Gate, ...]
    ready: bool
    totals: TotalsView
    payments: tuple[Payment, ...]
    commitment: CommitmentView | None
    max_discount: int
    completed_at: datetime | None
    payment: Payment | None
    payment_reference: str
    rounding_cents: int
    papers: tuple[PaperLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverLine:
    """One handover in a list; `what` is its first device in words, `at` when it last changed state.

    The list shows no channel and no receiver.
    """

    handover: str
    state: str
    at: datetime
    devices: int
    lines: int
    total_cents: int
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceLook:
    """A device before it is put into a basket: what a scan named, and its gates."""

    device: str
    description: str
    serial: str
    grade: str | None
    basket: str | None
    gates: tuple[Gate, ...]
    ready: bool
