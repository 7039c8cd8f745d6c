"""Opening a work order, and whose hands it is in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain import repair
from serkut_desk.domain.changes import Changes
from serkut_desk.domain.codes import CodeKind
from serkut_desk.domain.errors import Misused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.lifecycle import Action, demand
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.repair import OrderMove, OrderState
from serkut_desk.stations import facts, labelling, repair_rules
from serkut_desk.stations.handling import Entries, Task, handles
from serkut_desk.stations.known_device import device_of
from serkut_desk.stations.repair import holding
from serkut_desk.stations.repair.commands import Moved, Opened, OpenOrder, SetState, TakeOrder
from serkut_desk.stations.wording import short_text

if TYPE_CHECKING:
    from serkut_desk.stations.repair.holding import Held

_LAID_DOWN = frozenset({OrderMove.HAND_ON, OrderMove.WAIT_PART, OrderMove.TO_TEST})


@handles(OpenOrder, Permission.REPAIR)
def open_order(task: Task, command: OpenOrder) -> Opened:
    """Open a work order with a code and a label of its own.

    Raises:
        Misused: `repair_fault_unknown`, or a text that is no good.
        Refused: `device_unknown`, or what the lifecycle table says.
    """
    work, device = task.work, device_of(task.work, command.device)
    demand(Action.OPEN_ORDER, facts.gather(work, device, task.now).facts)
    faults = repair_rules.faults_of(device.type)
    if command.fault not in faults.faults:
        raise Misused("repair_fault_unknown", fault=command.fault)
    problem = short_text(command.problem, "problem")
    state = OrderState.IN_WORK if command.take else OrderState.WAITING
    code = work.house.next_code(CodeKind.WORK_ORDER)
    number = work.orders.add(
        code=code,
        device_id=device.id,
        state=state.value,
        fault_list=faults.key,
        fault=command.fault,
        problem=problem,
        holder=task.actor if command.take else None,
        opened_at=task.now,
        opened_by=task.actor,
        seq=0,
    )
    facts.refresh(work, device.id, task.now)
    order = work.orders.by_id(number)
    data = labelling.order_label_data(device, order, task.now)
    label = labelling.queue_label(work, data, by=task.actor, at=task.now)
    head = work.journal.append(
        Tag.ORDER_OPENED,
        code,
        (device.code,),
        device=device.code,
        fault_list=faults.key,
        fault=command.fault,
        problem=problem,
        taken=command.take,
        label=label,
    )
    work.orders.change(number, seq=head.seq)
    work.devices.touch(device.id, head.seq, task.actor)
    changes = Changes(
        devices=frozenset({device.code}),
        orders=frozenset({code}),
        labels=frozenset({code}),
        journal=True,
    )
    return Opened(code, device.code, state, label, changes)


@handles(TakeOrder, Permission.REPAIR, entries=Entries.MAYBE)
def take_order(task: Task, command: TakeOrder) -> Moved:
    """Take an order in hand; one's own stays as it is.

    Raises:
        Refused: `order_done`, `order_outside`, or what the lifecycle table says.
    """
    found = holding.held(task.work, command.order, task.now)
    _demand_move(found, OrderMove.TAKE)
    demand(Action.WORK_ON_ORDER, found.gathered.facts)
    if found.state is OrderState.IN_WORK and found.order.holder == task.actor:
        return Moved(found.order.code, found.device.code, found.state, found.state, Changes())
    return _move(task, found, OrderMove.TAKE, Tag.ORDER_TAKEN, task.actor)


@handles(SetState, Permission.REPAIR)
def set_state(task: Task, command: SetState) -> Moved:
    """Lay an order out of hand: back to the bench, to wait for a part, or to be tested.

    Raises:
        Misused: `move_not_so`.
        Refused: As `holding.in_hand`.
    """
    if command.move not in _LAID_DOWN:
        raise Misused("move_not_so", move=command.move.value)
    found = holding.in_hand(task, command.order)
    return _move(task, found, command.move, Tag.ORDER_MOVED, None)


def _demand_move(found: Held, move: OrderMove) -> None:
    against = repair.may_move(move, found.facts)
    if against:
        raise against[0].refusal()


def _move(task: Task, found: Held, move: OrderMove, tag: Tag, holder: str | None) -> Moved:
    state = repair.next_state(move)
    head = task.work.journal.append(
        tag,
        found.order.code,
        (found.device.code,),
        move=move.value,
        before=found.state.value,
        state=state.value,
    )
    holding.touched(task, found, head.seq, state=state.value, holder=holder)
    changes = holding.changed(found)
    return Moved(found.order.code, found.device.code, state, found.state, changes)
