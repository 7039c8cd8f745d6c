"""One work order with everything that decides about it, and what every change of it shares."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from serkut_desk.domain import repair
from serkut_desk.domain.changes import Changes
from serkut_desk.domain.device_types import DeviceType
from serkut_desk.domain.lifecycle import Action, demand
from serkut_desk.domain.repair import (
    OrderFacts,
    OrderMove,
    OrderState,
    RepairOutcome,
    StepFacts,
    StepKind,
)
from serkut_desk.stations import facts, repair_rules
from serkut_desk.stations.authority import authorise
from serkut_desk.stations.known_order import order_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from serkut_desk.domain.devices import Device
    from serkut_desk.domain.permissions import Permission
    from serkut_desk.domain.repair_data import SafetyNeed
    from serkut_desk.records.spare_parts import Part, PartStay
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.records.work_orders import SafetyTest, WorkOrder, WorkStep
    from serkut_desk.stations.facts import Gathered
    from serkut_desk.stations.handling import Task

_OF_STAYS = frozenset({StepKind.PART_IN, StepKind.PART_OUT})


@dataclass(frozen=True, slots=True)
class Done:
    """One thing that was done in an order.

    Args:
        step: The line in the records; None where a part moved without one.
        kind: What it is.
        seq: Number of its entry in the journal.
        part: The part that it is about, None where it is about none.
        holds: It was not undone.
        at: When.
    """

    step: WorkStep | None
    kind: StepKind
    seq: int
    part: Part | None
    holds: bool
    at: datetime

    @property
    def facts(self) -> StepFacts:
        """What the rules need to know of it."""
        by, task = (self.step.by, self.step.task) if self.step else ("", None)
        return StepFacts(self.kind, self.seq, by, task)


@dataclass(frozen=True, slots=True)
class Held:
    """A work order, its device and its history.

    `left_open`: an order before this one changed the device, and ended beyond repair, untested.
    `misled`: numbers of tests that may be of another device, whose label this one carried.
    """

    order: WorkOrder
    gathered: Gathered
    done: tuple[Done, ...]
    tests: tuple[SafetyTest, ...]
    left_open: bool = False
    misled: frozenset[int] = frozenset()

    @property
    def device(self) -> Device:
        """The device that is repaired."""
        return self.gathered.device

    @property
    def state(self) -> OrderState:
        """Where the order stands."""
        return OrderState(self.order.state)

    @property
    def holding(self) -> tuple[Done, ...]:
        """What was done and holds, in the order of the journal."""
        return tuple(one for one in self.done if one.holds)

    @property
    def facts(self) -> OrderFacts:
        """What the rules need to know of the order."""
        changed = repair.changed(one.facts for one in self.holding)
        return OrderFacts(self.state, self.order.holder, changed)

    @property
    def moved_parts(self) -> frozenset[str]:
        """The kinds of parts that went in or out."""
        return frozenset(one.part.type for one in self.holding if one.part is not None)

    @property
    def unseen(self) -> bool:
        """Whether others changed it: a repairer outside, or an order that gave it up."""
        came_back = any(one.kind is StepKind.CAME_BACK for one in self.holding)
        return self.left_open or came_back

    def counting_test(self) -> SafetyTest | None:
        """Return the last test of this very device, if nothing was done to it since."""
        last = repair.last_touch(one.facts for one in self.holding)
        tests = [one for one in self.tests if one.id not in self.misled]
        return tests[-1] if tests and tests[-1].seq > last else None

    def safety(self, now: datetime) -> SafetyNeed:
        """Return which safety test the order needs, and whether it is there."""
        need = repair_rules.safety_at(now).types[DeviceType(self.device.type)]
        test = self.counting_test()
        return replace(need, passed=test is not None and test.passed)


def held(work: UnitOfWork, text: str, now: datetime) -> Held:
    """Return an order with everything that decides about it.

    Raises:
        Refused: As `order_of`.
    """
    return of(work, order_of(work, text), now)


def of(work: UnitOfWork, order: WorkOrder, now: datetime) -> Held:
    """Return what decides about an order."""
    device = work.devices.by_id(order.device_id)
    return Held(
        order,
        facts.gather(work, device, now),
        history(work, order),
        tuple(work.orders.safety.of_order(order.id)),
        _left_open(work, order),
        _misled(work, order),
    )


def _misled(work: UnitOfWork, order: WorkOrder) -> frozenset[int]:
    """Return the tests of an order that were made while a label was on the wrong device."""
    mixups = work.mixups.about(order.device_id)
    return frozenset(
        test.id
        for test in (work.orders.safety.of_order(order.id) if mixups else ())
        if any(one.misled(test.seq, test.tested_at) for one in mixups)
    )


def _left_open(work: UnitOfWork, order: WorkOrder) -> bool:
    """Tell whether orders before this one left the device changed, with no test at their end."""
    before = [one for one in work.orders.of_device(order.device_id) if one.id < order.id]
    for one in sorted(before, key=lambda held: held.id, reverse=True):
        well = one.outcome in {RepairOutcome.FIXED, RepairOutcome.NO_FAULT}
        if well and not _misled(work, one):
            return False
        if repair.changed(done.facts for done in history(work, one) if done.holds):
            return True
    return False


def history(work: UnitOfWork, order: WorkOrder) -> tuple[Done, ...]:
    """Return what was done in an order, in the order of the journal.

    Parts are where their own records say; a line here about one that went back is undone.
    """
    moved = _moved(work, order)
    found = []
    for step in work.orders.steps.of_order(order.id):
        kind, there = StepKind(step.kind), moved.pop(step.seq, None)
        holds = step.undone_at is None and (kind not in _OF_STAYS or there is not None)
        part = there[1] if there else None
        found.append(Done(step, kind, step.seq, part, holds, step.at))
    for seq, (kind, part, at) in moved.items():
        found.append(Done(None, kind, seq, part, holds=True, at=at))
    return tuple(sorted(found, key=lambda one: one.seq))


def _moved(work: UnitOfWork, order: WorkOrder) -> dict[int, tuple[StepKind, Part, datetime]]:
    """Return the parts that went in or out in this order, by the number of their entry."""
    found: dict[int, tuple[StepKind, Part, datetime]] = {}
    for stay in work.parts.stays.of_device(order.device_id):
        part = None
        for kind, seq, at in _ends(stay, order):
            part = part or work.parts.by_id(stay.part_id)
            found[seq] = (kind, part, at)
    return found


def _ends(stay: PartStay, order: WorkOrder) -> Sequence[tuple[StepKind, int, datetime]]:
    found = []
    if stay.fitted_order_id == order.id and stay.fitted_seq is not None and stay.fitted_at:
        found.append((StepKind.PART_IN, stay.fitted_seq, stay.fitted_at))
    if stay.taken_order_id == order.id and stay.taken_seq is not None and stay.taken_at:
        found.append((StepKind.PART_OUT, stay.taken_seq, stay.taken_at))
    return found


def in_hand(task: Task, text: str, action: Action = Action.WORK_ON_ORDER) -> Held:
    """Return an order that the person has in hand and may work on.

    Raises:
        Refused: `order_unknown`, `no_work_order`, `order_done`, `order_outside`,
            `order_not_taken`, `order_with_other`, or what the lifecycle table says.
    """
    found = held(task.work, text, task.now)
    against = repair.in_hand(found.facts, task.actor)
    if against:
        raise against[0].refusal()
    demand(action, found.gathered.facts)
    return found


def workable(task: Task, text: str) -> Held:
    """Return an order that is open and in the house, in whosever hands.

    Raises:
        Refused: `order_unknown`, `no_work_order`, `order_done`, `order_outside`, or what the
            lifecycle table says.
    """
    found = held(task.work, text, task.now)
    against = repair.may_move(OrderMove.TAKE, found.facts)
    if against:
        raise against[0].refusal()
    demand(Action.WORK_ON_ORDER, found.gathered.facts)
    return found


def demand_action(found: Held, action: Action) -> None:
    """Do nothing when the lifecycle table allows `action`.

    Raises:
        Refused: It does not.
    """
    demand(action, found.gathered.facts)


def demand_permission(task: Task, needs: Permission) -> None:
    """Do nothing when the person may do this kind of work.

    Raises:
        Refused: As `authorise`.
    """
    authorise(task.work.people, task.desk.permissions, task.session, needs, task.now)


def touched(task: Task, found: Held, seq: int, **values: object) -> None:
    """Store that an entry changed an order and its device."""
    task.work.orders.change(found.order.id, seq=seq, **values)
    task.work.devices.touch(found.device.id, seq, task.actor)


def changed(found: Held, *, parts: Sequence[str] = (), labels: Sequence[str] = ()) -> Changes:
    """Return what every screen is told of a change of an order."""
    return Changes(
        devices=frozenset({found.device.code}),
        orders=frozenset({found.order.code}),
        parts=frozenset(parts),
        labels=frozenset(labels),
        journal=True,
    )
