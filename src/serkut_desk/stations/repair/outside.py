"""To a repairer outside and back: nothing that holds data goes, nothing comes back unseen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from serkut_desk.domain import repair
from serkut_desk.domain.changes import Changes
from serkut_desk.domain.coming_back import CameBack
from serkut_desk.domain.errors import Misused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.lifecycle import Action
from serkut_desk.domain.money import HIGHEST_CENTS
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.repair import OrderMove, StepKind
from serkut_desk.stations import coming_back, places, proof
from serkut_desk.stations.handling import Task, handles
from serkut_desk.stations.repair import holding, working
from serkut_desk.stations.repair.commands import ComeBack, Moved, SendOut
from serkut_desk.stations.wording import short_text

if TYPE_CHECKING:
    from serkut_desk.domain.repair import OrderState
    from serkut_desk.stations.coming_back import Reopened
    from serkut_desk.stations.repair.holding import Held

WHOLE, PART = "device", "part"
LONGEST_NAME = 80


@handles(SendOut, Permission.OUTCOME)
def send_out(task: Task, command: SendOut) -> Moved:
    """Send the device or a part of it out; the order waits until it comes back.

    Raises:
        Misused: A text that is no good.
        Refused: As `holding.in_hand`; for the whole device what gate 1 misses, and
            `approval_unproven`.
    """
    action = Action.SEND_OUT if command.whole else Action.WORK_ON_ORDER
    found = holding.in_hand(task, command.order, action)
    work, device = task.work, found.device
    if command.whole:
        proof.demand_entry(work, device)
    named = short_text(command.organisation, "organisation", LONGEST_NAME)
    what = short_text(command.what, "sent")
    organisation, _ = work.lots.organisation_named(named, task.now)
    was_at = places.code_of(task, device)
    work.orders.outside.add(
        order_id=found.order.id,
        organisation_id=organisation.id,
        sent=WHOLE if command.whole else PART,
        sent_note=what,
        sent_at=task.now,
        sent_by=task.actor,
    )
    if command.whole:
        # It lies on no shelf: a counting does not look for it.
        work.devices.change(device.id, place_id=None)
    number = working.add(task, found, StepKind.SENT_OUT, note=f"{organisation.name}: {what}")
    head = work.journal.append(
        Tag.ORDER_SENT_OUT,
        found.order.code,
        (device.code,),
        organisation=organisation.name,
        what=what,
        whole=command.whole,
        was_at=was_at if command.whole else None,
    )
    return _moved(task, found, number, OrderMove.SEND_OUT, head.seq)


@handles(ComeBack, Permission.REPAIR)
def come_back(task: Task, command: ComeBack) -> Moved:
    """Say that it came back. A whole device is behind the data gate again, as any that was away.

    Raises:
        Misused: `cost_range`, or a text that is no good.
        Refused: `order_unknown`, `order_not_outside`, `came_back_as`, or what the lifecycle table
            says.
    """
    found = holding.held(task.work, command.order, task.now)
    against = repair.may_move(OrderMove.COME_BACK, found.facts)
    if against:
        raise against[0].refusal()
    holding.demand_action(found, Action.COME_BACK)
    if command.cost_cents is not None and not 0 <= command.cost_cents <= HIGHEST_CENTS:
        raise Misused("cost_range", given=command.cost_cents)
    note = short_text(command.note, "note")
    work = task.work
    out = work.orders.outside.open_of(found.order.id)
    assert out is not None, "an order that is outside has something outside"
    work.orders.outside.change(
        out.id,
        came_note=note,
        cost_cents=command.cost_cents,
        came_at=task.now,
        came_by=task.actor,
    )
    reopened = None
    if out.sent == WHOLE:
        reopened = coming_back.reopen(task, found.device, CameBack.OUTSIDE)
    number = working.add(task, found, StepKind.CAME_BACK, note=note)
    ended = reopened.certificate if reopened else None
    head = work.journal.append(
        Tag.ORDER_CAME_BACK,
        found.device.code,
        (found.order.code, *([ended] if ended else ())),
        order=found.order.code,
        note=note,
        cost=command.cost_cents,
        whole=out.sent == WHOLE,
        reopened=_entry(reopened, found),
    )
    moved = _moved(task, found, number, OrderMove.COME_BACK, head.seq)
    more = Changes(certificates=frozenset({ended} if ended else ()))
    return replace(moved, changes=moved.changes | more)


def _entry(reopened: Reopened | None, found: Held) -> dict[str, object] | None:
    return None if reopened is None else {**reopened.as_entry(), "device": found.device.code}


def _moved(task: Task, found: Held, step: int, move: OrderMove, seq: int) -> Moved:
    state: OrderState = repair.next_state(move)
    task.work.orders.steps.change(step, seq=seq)
    holding.touched(task, found, seq, state=state.value, holder=None)
    changes = holding.changed(found)
    return Moved(found.order.code, found.device.code, state, found.state, changes)
