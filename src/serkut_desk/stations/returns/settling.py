"""What each remedy does: a wish, another device at no price, money back with a credit note."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.domain.channels import Channel, Payment
from serkut_desk.domain.clock import local
from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.money import euros, vat_parts
from serkut_desk.domain.papers import CreditNoteContent, PaperKind, PaperLine, paid_by, paper_name
from serkut_desk.domain.returning import Remedy, paid_back
from serkut_desk.domain.terms import number_key
from serkut_desk.stations import exchanges, papers
from serkut_desk.stations.returns import naming
from serkut_desk.texts import Texts

if TYPE_CHECKING:
    from serkut_desk.domain.devices import Device
    from serkut_desk.records.returns import DeviceReturn, Sold
    from serkut_desk.stations.handling import Task
    from serkut_desk.stations.papers import IssuedPaper
    from serkut_desk.stations.returns.commands import Settle

# What stands for the money of a handover, the best first.
_PAID_ON = ("receipt", "invoice", "slip", "delivery_note")


@dataclass(frozen=True, slots=True)
class Case:
    """A return with the sale that it came back from."""

    row: DeviceReturn
    sold: Sold
    device: Device


@dataclass(frozen=True, slots=True)
class CarriedOut:
    """What was done about a return."""

    cents: int = 0
    rounding_cents: int = 0
    credit: IssuedPaper | None = None
    exchange_id: int | None = None
    exchange: str | None = None


def carry_out(task: Task, command: Settle, case: Case) -> CarriedOut:
    """Do what was decided, in the caller's transaction; the caller writes the entry.

    Raises:
        Misused: `refund_not_asked`.
        Refused: `refund_nothing_paid`, `refund_too_much`, `refund_paper_missing`, or as
            `papers.issue`.
    """
    if command.remedy is Remedy.REFUND:
        return _refund(task, command, case)
    if command.refund_cents is not None:
        raise Misused("refund_not_asked")
    if command.remedy is Remedy.EXCHANGE:
        row_id, code = exchanges.open_for(task, task.work.handovers.by_id(case.sold.handover_id))
        return CarriedOut(exchange_id=row_id, exchange=code)
    return CarriedOut()


def _refund(task: Task, command: Settle, case: Case) -> CarriedOut:
    paid = naming.paid_sale(task.work, case.sold)
    cents = paid.cents if command.refund_cents is None else command.refund_cents
    if paid.cents == 0:
        raise Refused("refund_nothing_paid", device=case.device.code)
    if not 0 < cents <= paid.cents:
        raise Refused("refund_too_much", asked=euros(cents), paid=euros(paid.cents))
    original = task.work.returns.paper_of(paid.handover_id, _PAID_ON)
    if original is None:
        raise Refused("refund_paper_missing", handover=paid.handover)
    rounding = paid_back(cents, Payment(paid.payment))
    content = CreditNoteContent(
        handover=paid.handover,
        original=paper_name(original.series, original.number),
        original_on=local(original.issued_at).date(),
        lines=(_line(paid, case, cents),),
        total_cents=cents,
        vat=vat_parts([(cents, paid.vat_permille)]),
        paid_by=paid_by(paid.payment),
        rounding_cents=rounding,
        reason=Texts(command.language).say(f"fault.{case.row.fault}"),
    )
    credit = papers.issue(
        task,
        PaperKind.CREDIT_NOTE,
        content,
        handover_id=paid.handover_id,
        device_id=case.device.id,
        language=command.language,
    )
    _free(task, paid, cents)
    return CarriedOut(cents, rounding, credit)


def _line(paid: Sold, case: Case, cents: int) -> PaperLine:
    return PaperLine(
        article=case.sold.article,
        description=case.sold.description,
        price_cents=cents,
        vat_permille=paid.vat_permille,
        device=case.device.code,
        serial=case.device.serial,
        grade=case.sold.grade or "",
    )


def _free(task: Task, sold: Sold, cents: int) -> None:
    """Let what paid for the device be used again, as far as it was given back.

    A commitment has so much more left. A course certificate counts as unused only when all that
    was paid went back: who keeps a part of the price has had the device that it is good for.
    """
    work = task.work
    if sold.channel == Channel.COMMITMENT:
        terms = work.handovers.by_id(sold.handover_id).terms
        key = number_key(str(terms.get("number", "")))
        if not work.returns.give_back(key, cents):
            raise Refused("refund_commitment_missing", handover=sold.handover)
    elif sold.channel == Channel.COURSE and cents == sold.cents:
        work.returns.free_course(sold.handover_id)
