"""What the papers of a handover say, made from the records and nothing else.

None of them holds the channel, the commitment, the course certificate or a discount's reason.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from serkut_desk.domain.channels import Channel, Payment, Term
from serkut_desk.domain.money import vat_parts
from serkut_desk.domain.papers import (
    DeliveryNoteContent,
    Detail,
    InvoiceContent,
    PaperKind,
    PaperLine,
    ReceiptContent,
    SlipContent,
    paid_by,
)
from serkut_desk.stations import shop_rules
from serkut_desk.stations.handover.gathering import today
from serkut_desk.stations.handover.named import make_of
from serkut_desk.stations.wipe_statement import wipe_statement_of
from serkut_desk.texts import Texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from serkut_desk.domain.papers import Content, VatShare
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.handover.gathering import Basket, GatheredLine

# Days to pay an invoice; usual between public bodies.
DUE_AFTER = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Planned:
    """A paper to be issued; `device_id` where it speaks of one device."""

    kind: PaperKind
    content: Content
    device_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deal:
    """What was settled when a basket was completed."""

    basket: Basket
    payment: Payment
    rounding_cents: int
    now: datetime
    language: str


def planned(work: UnitOfWork, deal: Deal) -> tuple[Planned, ...]:
    """Return the papers of a handover, the one for the receiver first."""
    wanted = deal.basket.rule.papers
    papers = []
    if PaperKind.DELIVERY_NOTE in wanted:
        papers.append(Planned(PaperKind.DELIVERY_NOTE, _delivery_note(deal)))
    paid = deal.payment in {Payment.CASH, Payment.CARD, Payment.INVOICE}
    if deal.payment is Payment.INVOICE:
        papers.append(Planned(PaperKind.INVOICE, _invoice(deal)))
    elif paid:
        papers.append(Planned(PaperKind.RECEIPT, _receipt(deal)))
    elif PaperKind.DELIVERY_NOTE not in wanted:
        papers.append(Planned(PaperKind.SLIP, _slip(deal)))
    if PaperKind.WIPE_STATEMENT in wanted:
        papers += _wipe_statements(work, deal)
    return tuple(papers)


def _lines(deal: Deal, *, priced: bool) -> tuple[PaperLine, ...]:
    lines = tuple(_line(one, deal.language) for one in deal.basket.lines)
    return lines if priced else tuple(replace(one, price_cents=0, vat_permille=0) for one in lines)


def _line(line: GatheredLine, language: str) -> PaperLine:
    row, device = line.row, line.device
    return PaperLine(
        article=device.type if device else Texts(language).say(f"article.{row.article}"),
        # As it is known today: it may have been corrected while it lay in the basket.
        description=make_of(device) if device else row.description,
        quantity=row.quantity,
        price_cents=line.cents,
        vat_permille=row.vat_permille,
        warranty_months=row.warranty_months,
        device=device.code if device else "",
        serial=device.serial if device else "",
        grade=row.grade.value if row.grade else "",
        weight_g=device.weight_g if device else None,
    )


def _warranty(deal: Deal) -> tuple[str, ...]:
    """Return the paragraphs about the warranty, in the paper's language."""
    texts = Texts(deal.language)
    words = shop_rules.warranty_on(today(deal.now)).terms
    return tuple(texts.say(f"handover.warranty.{word}") for word in words)


def _receipt(deal: Deal) -> ReceiptContent:
    case = deal.basket.case
    return ReceiptContent(
        handover=deal.basket.row.code,
        lines=_lines(deal, priced=True),
        total_cents=case.total_cents,
        paid_by=paid_by(deal.payment.value),
        vat=_vat(deal),
        rounding_cents=deal.rounding_cents,
        terms=_warranty(deal),
    )


def _vat(deal: Deal) -> tuple[VatShare, ...]:
    return vat_parts((line.cents, line.row.vat_permille) for line in deal.basket.lines)


def _invoice(deal: Deal) -> InvoiceContent:
    terms = deal.basket.terms
    return InvoiceContent(
        handover=deal.basket.row.code,
        lines=_lines(deal, priced=True),
        total_cents=deal.basket.case.total_cents,
        vat=_vat(deal),
        receiver=terms.receiver,
        due=today(deal.now) + DUE_AFTER,
        receiver_business_id=terms.business_id,
        receiver_reference=terms.reference,
        terms=_warranty(deal),
    )


def _slip(deal: Deal) -> SlipContent:
    return SlipContent(
        handover=deal.basket.row.code,
        lines=_lines(deal, priced=False),
        terms=_warranty(deal),
        receiver=deal.basket.terms.place,
        details=_details(deal),
    )


def _details(deal: Deal) -> tuple[Detail, ...]:
    """Return what a place has to know of its customer workstation; nothing for a person."""
    if deal.basket.rule.channel is not Channel.WORKSTATION:
        return ()
    texts, terms = Texts(deal.language), deal.basket.terms
    told = {
        Term.INSTALLED_ON: terms.installed_on,
        Term.CONFIGURATION: terms.configuration,
        Term.NEXT_SERVICE: terms.next_service,
    }
    return tuple(
        Detail(texts.say(f"term.{term}"), _day(value) if isinstance(value, date) else str(value))
        for term, value in told.items()
    )


def _day(day: date) -> str:
    return f"{day.day}.{day.month}.{day.year}"


def _delivery_note(deal: Deal) -> DeliveryNoteContent:
    terms = deal.basket.terms
    label = Texts(deal.language).say("term.reference")
    return DeliveryNoteContent(
        handover=deal.basket.row.code,
        lines=_lines(deal, priced=False),
        receiver=terms.receiver,
        terms=_warranty(deal),
        details=(Detail(label, terms.reference),) if terms.reference else (),
    )


def _wipe_statements(work: UnitOfWork, deal: Deal) -> Iterator[Planned]:
    """Yield a statement for each device that bore data."""
    for line in deal.basket.lines:
        gathered = line.gathered
        if gathered is not None and gathered.proofs:
            content = wipe_statement_of(work, gathered)
            yield Planned(PaperKind.WIPE_STATEMENT, content, gathered.device.id)
