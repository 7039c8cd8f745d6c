"""Papers that leave the workshop or stay in its binder: their kinds, and what each one says.

A content is frozen when its paper is issued, and stored; a copy is drawn from it. Number, date,
place in the journal and the seller's facts are added by whoever issues (`stations/papers.py`).

Money is in cents with VAT included, VAT in tenths of a percent, weights in grams. Words of a
closed vocabulary (type, kind, level, grade) are stored as their keys; the paper says them in its
language. No content holds the channel of a handover, a commitment, a course or a buyer's name:
the papers of all channels are alike.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from typing import TYPE_CHECKING

from serkut_desk.domain.lot_papers import LotReceiptContent, ReconciliationContent
from serkut_desk.domain.packing import PackingListContent

if TYPE_CHECKING:
    from datetime import date, datetime


class PaperKind(StrEnum):
    """What a paper is."""

    RECEIPT = "receipt"
    SLIP = "slip"
    DELIVERY_NOTE = "delivery_note"
    INVOICE = "invoice"
    CREDIT_NOTE = "credit_note"
    WIPE_STATEMENT = "wipe_statement"
    RELEASE_REQUEST = "release_request"
    INCIDENT = "incident"
    LOT_REPORT = "lot_report"
    MONTH_REPORT = "month_report"
    PACKING_LIST = "packing_list"
    LOT_RECEIPT = "lot_receipt"
    RECONCILIATION = "reconciliation"


# Two letters before the number; a series is never renamed, its numbers run on without gaps.
SERIES = {
    PaperKind.RECEIPT: "KU",
    PaperKind.SLIP: "LL",
    PaperKind.DELIVERY_NOTE: "LA",
    PaperKind.INVOICE: "LS",
    PaperKind.CREDIT_NOTE: "HY",
    PaperKind.WIPE_STATEMENT: "TS",
    PaperKind.RELEASE_REQUEST: "VP",
    PaperKind.INCIDENT: "PO",
    PaperKind.LOT_REPORT: "RE",
    PaperKind.MONTH_REPORT: "KK",
    PaperKind.PACKING_LIST: "PK",
    PaperKind.LOT_RECEIPT: "VK",
    PaperKind.RECONCILIATION: "TA",
}

# A third person gets these with goods, so that the law or the warranty wants to know from whom.
NEEDS_SELLER = frozenset(
    {
        PaperKind.RECEIPT,
        PaperKind.SLIP,
        PaperKind.DELIVERY_NOTE,
        PaperKind.INVOICE,
        PaperKind.CREDIT_NOTE,
    }
)


def paper_name(series: str, number: int) -> str:
    """Return a paper's number as people and the journal write it: `KU-17`."""
    return f"{series}-{number}"


# State of a row in a lot's report: the list names it and it did not come.
NOT_ARRIVED = "not_arrived"


class PaidBy(StrEnum):
    """How a handover was paid, as far as a paper says it.

    An invoice and the city's own booking are one word, so that a paper does not tell that
    somebody had a payment commitment.
    """

    CASH = "cash"
    CARD = "card"
    BILLED = "billed"
    NOTHING = "nothing"


def paid_by(payment: str) -> PaidBy:
    """Return what a paper says of a handover's payment (`handover.payment` of the records)."""
    known = {"cash": PaidBy.CASH, "card": PaidBy.CARD, "none": PaidBy.NOTHING}
    return known.get(payment, PaidBy.BILLED)


@dataclass(frozen=True, slots=True)
class Seller:
    """Who gives the goods; `street` and `city` are the address, `iban` may be empty."""

    name: str
    business_id: str
    street: str
    city: str
    phone: str
    email: str
    iban: str = ""


SELLER_FIELDS = tuple(field.name for field in fields(Seller))
"""In the order in which forms ask for them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperLine:
    """One line: a device or a number of one article.

    Args:
        article: What kind of thing: a device type's key, or the article in words.
        description: Maker and model; empty when `article` says it all.
        quantity: How many.
        price_cents: What is paid for the whole line, discounts taken off, VAT included.
        vat_permille: 255 for 25.5 %.
        warranty_months: 0 without a warranty.
        device: Our code, for a device.
        serial: Of the device.
        grade: A to D; empty for an article.
        weight_g: None when not weighed.
    """

    article: str
    description: str = ""
    quantity: int = 1
    price_cents: int = 0
    vat_permille: int = 0
    warranty_months: int = 0
    device: str = ""
    serial: str = ""
    grade: str = ""
    weight_g: int | None = None


@dataclass(frozen=True, slots=True)
class VatShare:
    """What of the total is VAT of one rate; `gross_cents` is `net_cents` and `vat_cents`."""

    permille: int
    net_cents: int
    vat_cents: int
    gross_cents: int


@dataclass(frozen=True, slots=True)
class Detail:
    """A fact of this handover in words, in the paper's language: a place, a next service."""

    label: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptContent:
    """A receipt: what the law of receipts asks for, and the warranty.

    Args:
        handover: Its LU code, printed as a barcode.
        lines: What was bought.
        total_cents: Sum of the lines.
        rounding_cents: What cash rounding adds (or takes, below 0).
        paid_by: How it was paid; never `NOTHING`.
        vat: By rate.
        terms: The warranty's terms, paragraph by paragraph, in the paper's language.
    """

    handover: str
    lines: tuple[PaperLine, ...]
    total_cents: int
    paid_by: PaidBy
    vat: tuple[VatShare, ...]
    rounding_cents: int = 0
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipContent:
    """A handover slip for who pays nothing; the same fields as a receipt without money."""

    handover: str
    lines: tuple[PaperLine, ...]
    terms: tuple[str, ...] = ()
    receiver: str = ""
    details: tuple[Detail, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryNoteContent:
    """A delivery note by serial for a body that takes many; `receiver` is that body's name."""

    handover: str
    lines: tuple[PaperLine, ...]
    receiver: str
    terms: tuple[str, ...] = ()
    details: tuple[Detail, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceContent:
    """What an invoice says; its reference number comes from its own number when it is issued.

    Args:
        handover: Its LU code.
        lines: What is charged.
        total_cents: Sum of the lines.
        vat: By rate.
        receiver: The body that pays.
        due: Last day of payment.
        receiver_business_id: Y-tunnus of the receiver, where it has one.
        receiver_reference: What the receiver asked to see on it; never a commitment's number.
        terms: Of the warranty.
    """

    handover: str
    lines: tuple[PaperLine, ...]
    total_cents: int
    vat: tuple[VatShare, ...]
    receiver: str
    due: date
    receiver_business_id: str = ""
    receiver_reference: str = ""
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditNoteContent:
    """What is given back of an earlier paper. Amounts are positive; the paper prints a minus.

    Args:
        handover: LU code of the handover that is credited.
        original: Name of the paper that is credited, `KU-17`.
        original_on: Its day.
        lines: What is credited.
        total_cents: Sum of the lines.
        vat: By rate.
        paid_by: How the money goes back.
        rounding_cents: Of cash.
        reason: In words, short.
    """

    handover: str
    original: str
    original_on: date
    lines: tuple[PaperLine, ...]
    total_cents: int
    vat: tuple[VatShare, ...]
    paid_by: PaidBy
    rounding_cents: int = 0
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WipedMedium:
    """How one medium became clean; its serial is left out, it could lead to the donor's lists."""

    kind: str
    capacity_bytes: int | None
    technique: str
    level: str
    done_on: date | None
    removed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WipeStatementContent:
    """What a buyer may know of a device's wipe: no donor, lot or inventory number.

    `certificate` is the number under which the workshop keeps the proof; empty without one.
    """

    device: str
    type: str
    description: str
    serial: str
    media: tuple[WipedMedium, ...]
    approved_on: date | None
    certificate: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LockedDevice:
    """A device of which the donor is asked; `lock` is a key of `data_state.Lock`."""

    device: str
    type: str
    description: str
    serial: str
    inventory: str
    lock: str
    found_on: date
    imei: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseRequestContent:
    """A request to the donor to free devices, by serial; `answer_by` is when we hope to hear."""

    receiver: str
    devices: tuple[LockedDevice, ...]
    answer_by: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentContent:
    """A device that bears data was not found.

    Args:
        device: Our code.
        type: Key of its type.
        description: Maker and model.
        serial: Its serial.
        inventory: The city's number.
        lot: The delivery's code.
        sender: Who gave it.
        data_state: Key of what is known of its data (`data_state.DataState`).
        noticed_at: When it was noticed.
        noticed_by: Short name on papers, never a badge's code.
        circumstances: In words.
        last_seen: Place and time in words.
        media: Its media in words.
        told: Who was told, in words; empty when nobody yet.
        told_at: When.
        outcome: In words; empty while it is open.
        closed_at: When it was closed.
        closed_by: The two who closed it, as they stand on papers.
    """

    device: str
    type: str
    description: str
    serial: str
    inventory: str
    lot: str
    sender: str
    data_state: str
    noticed_at: datetime
    noticed_by: str
    circumstances: str
    last_seen: str = ""
    media: tuple[str, ...] = ()
    told: str = ""
    told_at: datetime | None = None
    outcome: str = ""
    closed_at: datetime | None = None
    closed_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LotRow:
    """One device of a lot's report.

    Args:
        device: Our code; empty for a line of the list of which nothing came.
        type: Key of its type; empty when unknown.
        description: Maker and model.
        serial: Its serial.
        inventory: The sender's number.
        received_on: None when it did not come.
        media: How many media were declared.
        level: Lowest level reached over its media, a policy's key; empty when none or open.
        certificate: Number of the certificate that holds.
        grade: A to D.
        state: Key of its state (`lifecycle.DeviceState`); `NOT_ARRIVED` for what did not come.
        left_on: When it left.
        weight_g: None when not weighed.
    """

    device: str
    type: str
    description: str
    serial: str
    inventory: str
    received_on: date | None
    media: int
    level: str
    certificate: str
    grade: str
    state: str
    left_on: date | None
    weight_g: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LotReportContent:
    """A lot by serial, as it stands now; open devices, too."""

    lot: str
    sender: str
    opened_on: date
    closed_on: date | None
    data_class: str
    rows: tuple[LotRow, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """How many devices and grams; `unweighed` of the devices have no weight."""

    key: str
    devices: int
    grams: int = 0
    unweighed: int = 0


@dataclass(frozen=True, slots=True)
class ChannelFigure:
    """Completed handovers of one channel and the devices in them; counts only."""

    channel: str
    handovers: int
    devices: int
    grams: int = 0
    unweighed: int = 0


@dataclass(frozen=True, slots=True)
class Count:
    """How many of one thing."""

    key: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthReportContent:
    """A month's figures: of devices and papers, never of people.

    Args:
        month: `2026-11`.
        until: Last day that is counted; earlier than the month's end while it runs.
        lots: Deliveries opened.
        received: Devices received, one figure.
        outcomes: What became of devices in the month, by key of the outcome.
        wipes: Approved media by level's key.
        certificates: Issued.
        handovers: Completed handovers by channel, and the devices in them.
        returned: Devices that came back.
        missing: Devices noticed missing.
    """

    month: str
    until: date
    lots: int
    received: Figure
    outcomes: tuple[Figure, ...]
    wipes: tuple[Count, ...]
    certificates: int
    handovers: tuple[ChannelFigure, ...]
    returned: int
    missing: int


Content = (
    ReceiptContent
    | SlipContent
    | DeliveryNoteContent
    | InvoiceContent
    | CreditNoteContent
    | WipeStatementContent
    | ReleaseRequestContent
    | IncidentContent
    | LotReportContent
    | MonthReportContent
    | PackingListContent
    | LotReceiptContent
    | ReconciliationContent
)

CONTENTS: dict[PaperKind, type[Content]] = {
    PaperKind.RECEIPT: ReceiptContent,
    PaperKind.SLIP: SlipContent,
    PaperKind.DELIVERY_NOTE: DeliveryNoteContent,
    PaperKind.INVOICE: InvoiceContent,
    PaperKind.CREDIT_NOTE: CreditNoteContent,
    PaperKind.WIPE_STATEMENT: WipeStatementContent,
    PaperKind.RELEASE_REQUEST: ReleaseRequestContent,
    PaperKind.INCIDENT: IncidentContent,
    PaperKind.LOT_REPORT: LotReportContent,
    PaperKind.MONTH_REPORT: MonthReportContent,
    PaperKind.PACKING_LIST: PackingListContent,
    PaperKind.LOT_RECEIPT: LotReceiptContent,
    PaperKind.RECONCILIATION: ReconciliationContent,
}
