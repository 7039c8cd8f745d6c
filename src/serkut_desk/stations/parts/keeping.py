"""Parts kept for an order, and parts that somebody waits for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.permissions import Permission
from serkut_desk.stations import part_making, part_moves, part_rules, part_wants
from serkut_desk.stations.handling import Task, handles
from serkut_desk.stations.known_order import order_of
from serkut_desk.stations.parts.commands import (
    CloseWant,
    FreePart,
    PartDone,
    ReservePart,
    WantDone,
    WantPart,
)
from serkut_desk.stations.parts.writing import written
from serkut_desk.stations.subjects import changes_of

if TYPE_CHECKING:
    from serkut_desk.records.spare_parts import PartWant


@handles(ReservePart, Permission.PARTS)
def reserve_part(task: Task, command: ReservePart) -> PartDone:
    """Keep a part for an order.

    Raises:
        Refused: `part_unknown`, `order_unknown`, `part_reserved_here`, as
            `part_moves.reserve`.
    """
    part = part_rules.part_of(task.work, command.part)
    order = order_of(task.work, command.order)
    if part.reserved_id == order.id:
        raise Refused("part_reserved_here", part=part.code, order=order.code)
    device = task.work.devices.by_id(order.device_id)
    now = part_moves.reserve(task, part, order)
    fits = part_rules.fits_device(task.work, now, device)
    named = (order.code, device.code)
    return written(
        task, Tag.PART_RESERVED, now, named, fits=fits, order=order.code, device=device.code
    )


@handles(FreePart, Permission.PARTS)
def free_part(task: Task, command: FreePart) -> PartDone:
    """Keep a part for no order any more.

    Raises:
        Refused: `part_unknown`, as `part_moves.free`.
    """
    part = part_rules.part_of(task.work, command.part)
    now = part_moves.free(task, part)
    assert part.reserved_id is not None
    order = task.work.orders.by_id(part.reserved_id)
    device = task.work.devices.by_id(order.device_id)
    named = (order.code, device.code)
    return written(task, Tag.PART_FREED, now, named, order=order.code, device=device.code)


@handles(WantPart, Permission.PARTS)
def want_part(task: Task, command: WantPart) -> WantDone:
    """Wait for a part.

    Raises:
        Refused: `order_unknown`, `part_order_closed`, `no_work_order`.
        Misused: `part_type_unknown`, or a text that is no good.
    """
    kind = part_rules.types().of(command.type)
    order = order_of(task.work, command.order) if command.order else None
    if order is not None and order.closed_at is not None:
        raise Refused("part_order_closed", order=order.code)
    maker = part_making.words(command.manufacturer, "manufacturer")
    model = part_making.words(command.model, "model")
    device = task.work.devices.by_id(order.device_id) if order else None
    if device is not None and not model:
        maker, model = device.manufacturer, device.model
    number = task.work.parts.wants.add(
        type=kind.word,
        manufacturer=maker,
        model=model,
        model_key=part_rules.types().model_key(maker, model),
        specification=part_making.words(command.specification, "specification"),
        note=part_making.words(command.note, "note", 200),
        order_id=order.id if order else None,
        wanted_at=task.now,
        wanted_by=task.actor,
        seq=task.work.journal.next_seq(),
    )
    want = _want(task, number)
    named = (order.code, device.code) if order and device else ()
    task.work.journal.append(
        Tag.PART_WANTED,
        order.code if order else "wants",
        named,
        want=number,
        type=want.type,
        model=f"{maker} {model}".strip(),
        specification=want.specification,
        order=order.code if order else None,
    )
    found = part_wants.answers_to(task.work, want)
    return WantDone(want, changes_of(named), tuple(part.code for part in found))


@handles(CloseWant, Permission.PARTS)
def close_want(task: Task, command: CloseWant) -> WantDone:
    """Wait no more.

    Raises:
        Misused: `want_unknown`.
        Refused: `want_closed`, `part_unknown`, `part_other_type`.
    """
    want = _want(task, command.want)
    if want.closed_at is not None:
        raise Refused("want_closed", want=want.id)
    part = part_rules.part_of(task.work, command.part) if command.part else None
    if part is not None and part.type != want.type:
        raise Refused("part_other_type", part=part.code)
    task.work.parts.wants.change(
        want.id,
        part_id=part.id if part else None,
        closed_at=task.now,
        closed_by=task.actor,
    )
    order = task.work.orders.by_id(want.order_id) if want.order_id is not None else None
    device = task.work.devices.by_id(order.device_id) if order else None
    named = [one.code for one in (part, order, device) if one is not None]
    task.work.journal.append(
        Tag.PART_WANT_CLOSED,
        order.code if order else "wants",
        named,
        want=want.id,
        type=want.type,
        part=part.code if part else None,
        order=order.code if order else None,
    )
    return WantDone(_want(task, want.id), changes_of(named))


def _want(task: Task, number: int) -> PartWant:
    found = task.work.parts.wants.by_id(number)
    if found is None:
        raise Misused("want_unknown", want=number)
    return found
