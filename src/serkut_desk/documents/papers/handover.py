"""Papers of a handover: receipt, slip, delivery note, invoice, credit note."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from serkut_desk.documents.barcodes import draw_code128
from serkut_desk.documents.flow import CODE, LEFT, NOTE, STRONG, Span
from serkut_desk.documents.papers import goods
from serkut_desk.documents.papers.frame import Sheet
from serkut_desk.domain.bank_barcode import bank_barcode
from serkut_desk.domain.papers import PaidBy
from serkut_desk.domain.references import grouped, rf_reference
from serkut_desk.domain.seller import iban_for_eyes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.pdfgen.canvas import Canvas

    from serkut_desk.documents.papers.stamp import Stamp
    from serkut_desk.domain.papers import (
        CreditNoteContent,
        DeliveryNoteContent,
        Detail,
        InvoiceContent,
        ReceiptContent,
        SlipContent,
    )

_BANK_MODULE: Final = 1.0
_BANK_HEIGHT: Final = 34.0


def receipt(stamp: Stamp, content: ReceiptContent) -> bytes:
    """Return a receipt."""
    sheet = Sheet(stamp, bars=content.handover)
    goods.priced_lines(sheet, content.lines)
    how = sheet.say(f"paid.{content.paid_by}")
    goods.totals(sheet, content.total_cents, content.rounding_cents, how)
    goods.vat_table(sheet, content.vat)
    goods.warranty(sheet, content.terms)
    goods.back_here(sheet)
    return sheet.finish()


def slip(stamp: Stamp, content: SlipContent) -> bytes:
    """Return a handover slip."""
    sheet = Sheet(stamp, bars=content.handover)
    sheet.facts((sheet.say("receiver"), content.receiver), *_pairs(content.details))
    goods.given_lines(sheet, content.lines)
    goods.warranty(sheet, content.terms)
    goods.back_here(sheet)
    return sheet.finish()


def delivery_note(stamp: Stamp, content: DeliveryNoteContent) -> bytes:
    """Return a delivery note by serial."""
    sheet = Sheet(stamp, bars=content.handover)
    sheet.facts((sheet.say("receiver"), content.receiver), *_pairs(content.details))
    sheet.flow.down(6)
    goods.serial_lines(sheet, content.lines)
    goods.warranty(sheet, content.terms)
    goods.back_here(sheet)
    sheet.signatures(sheet.say("given_by"), sheet.say("taken_by"))
    return sheet.finish()


def invoice(stamp: Stamp, content: InvoiceContent) -> bytes:
    """Return an invoice with everything that a payment needs."""
    sheet = Sheet(stamp, bars=content.handover)
    sheet.facts(
        (sheet.say("receiver"), content.receiver),
        (sheet.say("receiver_business_id"), content.receiver_business_id),
        (sheet.say("receiver_reference"), content.receiver_reference),
    )
    sheet.flow.down(6)
    goods.priced_lines(sheet, content.lines)
    goods.totals(sheet, content.total_cents, 0, sheet.say("to_pay"))
    goods.vat_table(sheet, content.vat)
    _payment(sheet, content)
    goods.warranty(sheet, content.terms)
    return sheet.finish()


def credit_note(stamp: Stamp, content: CreditNoteContent) -> bytes:
    """Return a credit note; all amounts carry a minus."""
    sheet = Sheet(stamp, bars=content.handover)
    original = sheet.say(
        "original", number=content.original, day=sheet.words.day(content.original_on)
    )
    sheet.facts((sheet.say("credits"), original), (sheet.say("reason"), content.reason))
    sheet.flow.down(6)
    # What is given back has no warranty that could begin today.
    given_back = [replace(line, warranty_months=0) for line in content.lines]
    goods.priced_lines(sheet, given_back, sign=-1)
    paid = "nothing_back" if content.paid_by is PaidBy.NOTHING else content.paid_by
    how = sheet.say(f"back.{paid}")
    goods.totals(sheet, content.total_cents, content.rounding_cents, how, sign=-1)
    goods.vat_table(sheet, content.vat, sign=-1)
    return sheet.finish()


def _pairs(details: Sequence[Detail]) -> list[tuple[str, str]]:
    return [(one.label, one.text) for one in details]


def _payment(sheet: Sheet, content: InvoiceContent) -> None:
    """Put account, references, day and the bank's bars, which payers' programs scan."""
    stamp, flow, words = sheet.stamp, sheet.flow, sheet.words
    assert stamp.seller is not None, "an invoice is not issued without a seller"
    iban, reference = stamp.seller.iban, stamp.reference
    flow.heading(sheet.say("payment"), keep=150)
    for label, value in (
        ("payee", Span(stamp.seller.name)),
        ("account", Span(iban_for_eyes(iban), CODE)),
        ("reference", Span(grouped(reference), CODE)),
        ("rf_reference", Span(grouped(rf_reference(reference)), CODE)),
        ("due", Span(words.day(content.due), STRONG)),
        ("amount", Span(words.money(content.total_cents), STRONG)),
    ):
        flow.facts(sheet.say(label), value)
    digits = bank_barcode(iban, content.total_cents, reference, content.due)
    flow.need(_BANK_HEIGHT + 40)
    flow.down(6)
    flow.paragraph(sheet.say("bank_barcode"), NOTE)
    flow.down(4)
    flow.draw(partial(_bank_bars, digits, flow.y - _BANK_HEIGHT))
    flow.down(_BANK_HEIGHT + 4)
    flow.paragraph(digits, CODE)


def _bank_bars(digits: str, y: float, canvas: Canvas) -> None:
    canvas.setFillGray(0)
    draw_code128(canvas, digits, LEFT + 10, y, height=_BANK_HEIGHT, module_width=_BANK_MODULE)
