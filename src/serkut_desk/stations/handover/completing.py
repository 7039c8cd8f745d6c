"""Handing over: every gate once more inside the transaction, then all of it or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.changes import Changes
from serkut_desk.domain.channels import Channel, Payment
from serkut_desk.domain.codes import short
from serkut_desk.domain.errors import Misused, Refused, Word
from serkut_desk.domain.events import Tag
from serkut_desk.domain.handover import payments_for
from serkut_desk.domain.lifecycle import Action, DeviceState, demand
from serkut_desk.domain.money import HIGHEST_CENTS, cash_rounding, euros
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.sentences import sentence
from serkut_desk.domain.terms import number_key
from serkut_desk.stations import facts, papers
from serkut_desk.stations.handling import Task, handles
from serkut_desk.stations.handover.baskets import versions
from serkut_desk.stations.handover.commands import CompleteHandover, HandedOver
from serkut_desk.stations.handover.contents import Deal, planned
from serkut_desk.stations.handover.gathering import gather
from serkut_desk.stations.handover.named import COMPLETED, open_handover_of
from serkut_desk.stations.handover.typed import clean_reference
from serkut_desk.stations.proof import demand_entry

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.domain.handover import Gate
    from serkut_desk.domain.sentences import Sentence
    from serkut_desk.records.handovers import Handover
    from serkut_desk.stations.handover.gathering import Basket
    from serkut_desk.stations.papers import IssuedPaper


@handles(CompleteHandover, Permission.HAND_OVER, prepare=papers.watch_clock)
def complete_handover(task: Task, command: CompleteHandover) -> HandedOver:
    """Hand everything in the basket over."""
    row = open_handover_of(task.work, command.handover)
    basket = gather(task.work, row, task.now, seen=command.seen)
    if basket.missing:
        raise _not_ready(row, basket.missing)
    _demand_payment(basket, command)
    total = basket.case.total_cents
    rounding = cash_rounding(total) if command.payment is Payment.CASH else 0
    change = _change(command, total + rounding)
    anchor = task.work.journal.head()
    # Before anything is changed: a statement says what the approval in force says.
    deal = Deal(
        basket=basket,
        payment=command.payment,
        rounding_cents=rounding,
        now=task.now,
        language=command.language,
    )
    plans = planned(task.work, deal)
    codes = _let_leave(task, basket)
    _use_up(task, basket)
    issued = tuple(
        papers.issue(
            task,
            plan.kind,
            plan.content,
            handover_id=row.id,
            device_id=plan.device_id,
            language=command.language,
        )
        for plan in plans
    )
    _enter(task, command, deal, issued)
    head = task.work.journal.append(
        Tag.HANDOVER_COMPLETED,
        row.code,
        (*codes, *(paper.name for paper in issued)),
        number=short(row.code),
        devices=list(codes),
        papers=[paper.as_entry() for paper in issued],
    )
    if head.seq != anchor.seq + 1:
        # The clock jumped between drawing the papers and here; they name the wrong entry.
        raise Refused("paper_clock_doubted")
    task.work.handovers.change(row.id, seq=head.seq)
    for line in basket.lines:
        if line.device is not None:
            task.work.devices.touch(line.device.id, head.seq, task.actor)
    changes = Changes(handovers=frozenset({row.code}), devices=frozenset(codes), journal=True)
    return HandedOver(row.code, codes, total, rounding, change, issued, changes)


def _not_ready(row: Handover, missing: Sequence[Gate]) -> Refused:
    """Return the refusal that names everything that is missing, and what to do about each."""
    return Refused(
        "handover_not_ready",
        handover=short(row.code),
        missing=tuple(_about(gate, gate.said) for gate in missing),
        todo=tuple(_about(gate, one) for gate in missing for one in gate.next),
    )


def _about(gate: Gate, said: Sentence) -> Sentence:
    if gate.device is None:
        return said
    return sentence("handover.gate.of_device", device=short(gate.device), said=said)


def _demand_payment(basket: Basket, command: CompleteHandover) -> None:
    allowed = payments_for(basket.rule, basket.case.total_cents)
    if command.payment not in allowed:
        raise Refused(
            "payment_not_allowed",
            payment=Word(f"payment.{command.payment}"),
            allowed=tuple(Word(f"payment.{one}") for one in allowed),
        )
    billed = command.payment is Payment.INVOICE
    if billed and not (basket.terms.receiver and basket.terms.business_id):
        raise Refused("invoice_without_receiver")


def _change(command: CompleteHandover, due_cents: int) -> int | None:
    """Return what to give back of the cash, None where nobody said what was given.

    Raises:
        Misused: `cash_not_asked` or `sum_out_of_range`.
        Refused: `cash_too_little`.
    """
    given = command.cash_given_cents
    if given is None:
        return None
    if command.payment is not Payment.CASH:
        raise Misused("cash_not_asked")
    if not 0 <= given <= HIGHEST_CENTS:
        raise Misused("sum_out_of_range", field="handover_cash_given")
    if given < due_cents:
        raise Refused("cash_too_little", given=euros(given), due=euros(due_cents))
    return given - due_cents


def _let_leave(task: Task, basket: Basket) -> tuple[str, ...]:
    """Let the devices leave, if the lifecycle table and the journal let them; return their codes.

    The gates said so already; this is what decides.
    """
    codes = []
    for line in basket.lines:
        if line.device is None:
            continue
        device = task.work.devices.by_id(line.device.id)
        demand(Action.HAND_OVER, facts.gather(task.work, device, task.now).facts)
        demand_entry(task.work, device)
        task.work.devices.change(
            device.id, state=DeviceState.LEFT.value, in_house=False, place_id=None
        )
        facts.refresh(task.work, device.id, task.now)
        codes.append(device.code)
    return tuple(codes)


def _use_up(task: Task, basket: Basket) -> None:
    """Take the sum off the commitment, or mark the course certificate as used."""
    terms, total, handovers = basket.terms, basket.case.total_cents, task.work.handovers
    if basket.rule.channel is Channel.COURSE:
        handovers.prove_course(
            number=terms.certificate,
            number_key=number_key(terms.certificate),
            handover_id=basket.row.id,
            confirmed_by=task.actor,
            used_at=task.now,
        )
    if basket.rule.channel is Channel.COMMITMENT:
        assert terms.limit_cents is not None, "the gates asked for it"
        assert terms.valid_until is not None, "the gates asked for it"
        handovers.use_commitment(
            number=terms.number,
            number_key=number_key(terms.number),
            unit=terms.unit,
            limit_cents=terms.limit_cents,
            valid_until=terms.valid_until,
            cents=total,
            at=task.now,
        )


def _enter(
    task: Task, command: CompleteHandover, deal: Deal, issued: Sequence[IssuedPaper]
) -> None:
    reference = clean_reference(command.reference)
    invoiced = next((paper.reference for paper in issued if paper.reference), "")
    task.work.handovers.change(
        deal.basket.row.id,
        state=COMPLETED,
        completed_at=task.now,
        completed_by=task.actor,
        payment=command.payment.value,
        payment_reference=invoiced or reference,
        total_cents=deal.basket.case.total_cents,
        rounding_cents=deal.rounding_cents,
        rules=versions(task),
    )
