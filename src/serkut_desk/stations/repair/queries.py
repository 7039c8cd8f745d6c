"""What screens and the command line read about repairs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.clock import local
from serkut_desk.domain.codes import CodeKind, parse_code
from serkut_desk.domain.lifecycle import Action, DeviceState, NotAllowed, may
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.repair import OrderState
from serkut_desk.stations import facts, finding, repair_rules
from serkut_desk.stations.known_order import order_of
from serkut_desk.stations.repair import holding, reading
from serkut_desk.stations.repair.views import (
    Board,
    DeviceLine,
    Found,
    Instrument,
    Looked,
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
    from datetime import datetime

    from serkut_desk.domain.devices import Device
    from serkut_desk.domain.people import Session
    from serkut_desk.domain.repair_data import FaultList, Quantity, RepairTask
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.records.work_orders import WorkOrder
    from serkut_desk.stations.desk import Desk

__all__ = [
    "Board",
    "DeviceLine",
    "Found",
    "Instrument",
    "Looked",
    "OrderCard",
    "OrderLine",
    "OutsideLine",
    "PartLine",
    "StepLine",
    "TestLine",
    "WaitingLine",
    "WantLine",
    "Way",
    "board",
    "card",
    "faults",
    "instruments",
    "look",
    "quantities",
    "tasks",
]

DONE_SHOWN = 20
MOST_WAITING = 500
MOST_INSTRUMENTS = 6
_SURE = frozenset({finding.FoundBy.DEVICE, finding.FoundBy.NUMBER})
_OPEN = (
    OrderState.IN_WORK,
    OrderState.WAITING,
    OrderState.WAITING_PART,
    OrderState.OUTSIDE,
    OrderState.TO_TEST,
)


def board(desk: Desk, session: Session | None) -> Board:
    """Return the board: what waits for an order, open orders by state, the last ones that ended.

    Within a state the oldest order comes first; of those that ended the newest.
    """
    person = session.person if session else ""
    with desk.reading(session, Permission.REPAIR) as work:
        waiting = work.inspections.waiting(DeviceState.WAITING_REPAIR.value, MOST_WAITING)
        orders = [one for state in _OPEN for one in work.orders.in_state(state.value)]
        done = work.orders.in_state(OrderState.DONE.value, DONE_SHOWN, newest=True)
        return Board(
            tuple(reading.waiting_line(work, device_id) for device_id in waiting),
            tuple(reading.line(work, one, person) for one in orders),
            tuple(reading.line(work, one, person) for one in done),
        )


def card(desk: Desk, session: Session | None, order: str) -> OrderCard:
    """Return everything about an order, by its code or its device's.

    Raises:
        Refused: `order_unknown`; `no_work_order` for a device that never had one.
    """
    person = session.person if session else ""
    with desk.reading(session, Permission.REPAIR) as work:
        now = work.journal.now()
        found = holding.of(work, _order(work, order), now)
        return reading.card(work, found, person, now)


def _order(work: UnitOfWork, text: str) -> WorkOrder:
    """Return the order that is meant; of a device without an open one the last that ended."""
    own = parse_code(text)
    device = work.devices.by_code(str(own)) if own and own.kind is CodeKind.DEVICE else None
    if device is not None and work.orders.open_of(device.id) is None:
        ended = work.orders.of_device(device.id)
        if ended:
            return ended[0]
    return order_of(work, text)


def look(desk: Desk, session: Session | None, text: str) -> Looked:
    """Return what a scan names at this station; nothing found is no failure."""
    with desk.reading(session, Permission.REPAIR) as work:
        scan = finding.read(text)
        own = finding.own_code(scan)
        shown = scan.value or scan.text
        if own is not None and own.kind is CodeKind.WORK_ORDER:
            order = work.orders.by_code(str(own))
            if order is None:
                return Looked(Found.NOTHING, None, None, None, (), shown)
            device = work.devices.by_id(order.device_id)
            return Looked(Found.ORDER, order.code, device.code, None, (), shown)
        if own is not None and own.kind is CodeKind.PART:
            part = work.parts.by_code(str(own))
            kind = Found.NOTHING if part is None else Found.PART
            return Looked(kind, None, None, part.code if part else None, (), shown)
        hits = finding.find_in(work, scan, 2)
        if hits.by not in _SURE or len(hits.devices) != 1:
            return Looked(Found.NOTHING, None, None, None, (), shown)
        found = work.devices.by_code(hits.devices[0].code)
        assert found is not None, "it was just found"
        return _of_device(work, found, shown)


def _of_device(work: UnitOfWork, device: Device, shown: str) -> Looked:
    order = work.orders.open_of(device.id)
    if order is not None:
        return Looked(Found.ORDER, order.code, device.code, None, (), shown)
    answer = may(Action.OPEN_ORDER, facts.gather(work, device, work.journal.now()).facts)
    if isinstance(answer, NotAllowed):
        return Looked(Found.NOT_FOR_REPAIR, None, device.code, None, answer.missing, shown)
    return Looked(Found.TO_OPEN, None, device.code, None, (), shown)


def instruments(desk: Desk, session: Session | None) -> tuple[Instrument, ...]:
    """Return instruments of earlier safety tests, the last used first."""
    with desk.reading(session, Permission.REPAIR) as work:
        today = local(work.journal.now()).date()
        found = work.orders.safety.instruments(MOST_INSTRUMENTS)
        return tuple(Instrument(name, due, due >= today) for name, due in found)


def faults(device_type: str) -> FaultList:
    """Return the kinds of fault of a kind of device."""
    return repair_rules.faults_of(device_type)


def tasks() -> tuple[RepairTask, ...]:
    """Return the kinds of work, some with the permission that they need."""
    return tuple(repair_rules.tasks().values())


def quantities(protection_class: int, at: datetime) -> tuple[Quantity, ...]:
    """Return what a safety test of a protection class measures; empty for an unknown class."""
    return repair_rules.safety_at(at).classes.get(protection_class, ())
