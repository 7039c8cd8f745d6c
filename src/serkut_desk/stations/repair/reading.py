"""Puts together what is shown of one work order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain import repair
from serkut_desk.domain.lifecycle import Action, DeviceState, NotAllowed, may
from serkut_desk.domain.repair import (
    Barrier,
    OrderMove,
    OrderState,
    RepairOutcome,
)
from serkut_desk.domain.repair_data import Subject
from serkut_desk.stations import part_wants, repair_rules
from serkut_desk.stations.repair import closing
from serkut_desk.stations.repair.commands import CloseOrder
from serkut_desk.stations.repair.views import (
    DeviceLine,
    OrderCard,
    OrderLine,
    OutsideLine,
    PartLine,
    StepLine,
    TestLine,
    WaitingLine,
    WantLine,
    Way,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from serkut_desk.domain.devices import Device
    from serkut_desk.domain.lacks import Lack
    from serkut_desk.records.spare_parts import Part
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.records.work_orders import SafetyTest, WorkOrder
    from serkut_desk.stations.repair.holding import Done, Held

# What stops the work on the bench, whatever the order says.
_STUCK = frozenset(
    {
        DeviceState.HAZARD_STOP.value,
        DeviceState.QUARANTINE.value,
        DeviceState.MISSING.value,
    }
)


def device_line(work: UnitOfWork, device: Device) -> DeviceLine:
    """Return a device as a line shows it."""
    place = work.places.of_id(device.place_id)
    return DeviceLine(
        device.code,
        device.type,
        device.manufacturer,
        device.model,
        device.serial,
        place.name if place else None,
        device.state,
    )


def waiting_line(work: UnitOfWork, device_id: int) -> WaitingLine:
    """Return a device that waits for an order, with why it was decided for repair."""
    device = work.devices.by_id(device_id)
    decision = work.inspections.decision_of(device_id)
    reason = decision.reason if decision else ""
    since = decision.decided_at if decision else device.received_at
    return WaitingLine(device_line(work, device), reason, since)


def line(work: UnitOfWork, order: WorkOrder, person: str) -> OrderLine:
    """Return an order as the board shows it to a person."""
    device = work.devices.by_id(order.device_id)
    ended = order.closed_at is not None
    fault = repair_rules.fault_of(order.fault_list, order.fault)
    out = None if ended else work.orders.outside.open_of(order.id)
    return OrderLine(
        order=order.code,
        device=device_line(work, device),
        state=OrderState(order.state),
        fault_list=order.fault_list,
        fault=order.fault,
        fault_words=tuple(fault.words.items()),
        problem=order.problem,
        taken=order.holder is not None,
        mine=order.holder is not None and order.holder == person,
        minutes=order.minutes,
        wanted=0 if ended else len(work.parts.wants.open_of_order(order.id)),
        answered=() if ended else tuple(part.code for part in _answers(work, order)),
        reserved=tuple(part.code for part in work.parts.reserved_for(order.id)),
        outside=None if out is None else work.lots.organisation(out.organisation_id).name,
        since=order.opened_at,
        stuck=device.state if not ended and device.state in _STUCK else None,
        outcome=RepairOutcome(order.outcome) if order.outcome else None,
        closed_at=order.closed_at,
    )


def card(work: UnitOfWork, found: Held, person: str, now: datetime) -> OrderCard:
    """Return everything about an order, for a person."""
    order = found.order
    last = found.holding[-1].facts if found.holding else None
    missing = _missing(found, person)
    last_test = found.tests[-1].seq if found.tests else 0
    return OrderCard(
        line=line(work, order, person),
        diagnosis=order.diagnosis,
        barrier=Barrier(order.barrier) if order.barrier else None,
        outcome_note=order.outcome_note,
        steps=tuple(_step(one) for one in found.done),
        outside=tuple(_outside(work, order)),
        tests=tuple(_test(one, found) for one in found.tests),
        parts=tuple(_parts(work, found)),
        wants=tuple(_wants(work, order)),
        moves=_moves(found, person),
        missing=missing,
        undoable=not missing and not repair.against_undo(last, person, last_test),
        safety=found.safety(now),
        ways=_ways(found, person, now),
        again=closing.kept_answers(work, found, now).again,
        answers=tuple(_part(work, one) for one in _answers(work, order)),
    )


def _missing(found: Held, person: str) -> tuple[Lack, ...]:
    """Return why a person may not work on an order now."""
    against = repair.in_hand(found.facts, person)
    if against:
        return against
    answer = may(Action.WORK_ON_ORDER, found.gathered.facts)
    return answer.missing if isinstance(answer, NotAllowed) else ()


def _moves(found: Held, person: str) -> tuple[OrderMove, ...]:
    """Return the moves that are open to a person; closing has `ways`."""
    mine = found.order.holder == person
    answer = may(Action.WORK_ON_ORDER, found.gathered.facts)
    back = may(Action.COME_BACK, found.gathered.facts)
    open_ones = []
    for move in OrderMove:
        if move is OrderMove.CLOSE or repair.may_move(move, found.facts):
            continue
        if isinstance(back if move is OrderMove.COME_BACK else answer, NotAllowed):
            continue
        if move is OrderMove.TAKE and mine:
            continue
        if move in {OrderMove.TAKE, OrderMove.COME_BACK} or mine:
            open_ones.append(move)
    return tuple(open_ones)


def _ways(found: Held, person: str, now: datetime) -> tuple[Way, ...]:
    """Return the ways to end an order, each with what stands against it."""
    if found.state is OrderState.DONE:
        return ()
    answer = may(Action.CLOSE_ORDER, found.gathered.facts)
    stuck = answer.missing if isinstance(answer, NotAllowed) else ()
    return tuple(
        Way(
            outcome,
            stuck
            or closing.against_closing(found, CloseOrder(found.order.code, outcome), person, now),
        )
        for outcome in RepairOutcome
    )


def _step(one: Done) -> StepLine:
    return StepLine(
        one.step.id if one.step else None,
        one.kind,
        one.step.task if one.step else None,
        one.step.note if one.step else "",
        one.step.minutes if one.step else 0,
        one.part.code if one.part else None,
        one.at,
        undone=not one.holds,
    )


def _outside(work: UnitOfWork, order: WorkOrder) -> Iterator[OutsideLine]:
    for one in work.orders.outside.of_order(order.id):
        yield OutsideLine(
            work.lots.organisation(one.organisation_id).name,
            one.sent == "device",
            one.sent_note,
            one.sent_at,
            one.came_at,
            one.came_note or "",
            one.cost_cents,
        )


def _test(one: SafetyTest, found: Held) -> TestLine:
    counting = found.counting_test()
    return TestLine(
        Subject(one.subject),
        one.protection_class,
        one.passed,
        tuple(
            (value["key"], value["value"], value["passed"]) for value in one.measurements["values"]
        ),
        one.instrument,
        one.calibration_due,
        one.note,
        one.tested_at,
        counts=counting is not None and counting.id == one.id,
    )


def _parts(work: UnitOfWork, found: Held) -> Iterator[PartLine]:
    """Yield the parts of an order: kept for it first, then in the order in which they moved."""
    moved = [one.part for one in found.holding if one.part is not None]
    parts = {part.id: part for part in (*work.parts.reserved_for(found.order.id), *moved)}
    for part in parts.values():
        yield _part(work, part)


def _part(work: UnitOfWork, part: Part) -> PartLine:
    place = work.places.of_id(part.place_id)
    return PartLine(part.code, part.type, _name(part), part.state, place.name if place else None)


def _answers(work: UnitOfWork, order: WorkOrder) -> Iterator[Part]:
    """Yield a free part in the stock for each thing that an order waits for."""
    for want in work.parts.wants.open_of_order(order.id):
        yield from part_wants.answers_to(work, want)[:1]


def _name(part: Part) -> str:
    words = (part.manufacturer, part.model, part.specification)
    return " ".join(word for word in words if word)


def _wants(work: UnitOfWork, order: WorkOrder) -> Iterator[WantLine]:
    for one in work.parts.wants.of_order(order.id):
        words = (one.manufacturer, one.model, one.specification)
        name = " ".join(word for word in words if word)
        yield WantLine(one.id, one.type, name, one.closed_at is not None)
