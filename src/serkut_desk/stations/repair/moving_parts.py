"""Parts and media in a work order: kept for it, put in, taken out, waited for.

What the parts' own station writes of a part stands here too, in the same words; the order's
history shows both. A storage medium goes by its own gate.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from serkut_desk.domain.changes import Changes
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.lifecycle import Action
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.repair import StepKind
from serkut_desk.domain.serials import serial_key
from serkut_desk.stations import (
    facts,
    media_moves,
    part_making,
    part_moves,
    part_rules,
    places,
    repair_rules,
)
from serkut_desk.stations.handling import Task, handles
from serkut_desk.stations.repair import holding, working
from serkut_desk.stations.repair.commands import (
    ReservePart,
    Stepped,
    TakeOutMedium,
    TakeOutPart,
    UsePart,
    WantPart,
)

if TYPE_CHECKING:
    from serkut_desk.domain.devices import StorageMedium
    from serkut_desk.records.spare_parts import Part
    from serkut_desk.stations.repair.holding import Held


@handles(ReservePart, Permission.REPAIR)
def reserve_part(task: Task, command: ReservePart) -> Stepped:
    """Keep a part for an order; whoever has it in hand may be at another bench.

    Raises:
        Refused: `part_unknown`, `part_reserved_here`, as `part_moves.reserve` and
            `holding.workable`.
    """
    found = holding.workable(task, command.order)
    order, part = found.order, part_rules.part_of(task.work, command.part)
    if part.reserved_id == order.id:
        raise Refused("part_reserved_here", part=part.code, order=order.code)
    part_moves.reserve(task, part, order)
    head = task.work.journal.append(
        Tag.PART_RESERVED,
        part.code,
        (order.code, found.device.code),
        order=order.code,
        device=found.device.code,
    )
    return working.stepped(task, found, None, StepKind.PART_RESERVED, head.seq, part=part.code)


@handles(UsePart, Permission.REPAIR)
def use_part(task: Task, command: UsePart) -> Stepped:
    """Put a part from the stock into the device.

    Raises:
        Refused: `part_unknown`, as `part_moves.fit`, `media_moves.fit` and `holding.in_hand`.
    """
    found = holding.in_hand(task, command.order, Action.FIT_PART)
    part = part_rules.part_of(task.work, command.part)
    if part.medium_id is not None:
        return _use_medium(task, found, part, command.minutes)
    fitted = part_moves.fit(task, part, found.device, found.order)
    facts.refresh(task.work, found.device.id, task.now)
    number = working.add(task, found, StepKind.PART_IN, minutes=command.minutes)
    head = task.work.journal.append(
        Tag.PART_FITTED,
        part.code,
        (found.device.code, found.order.code),
        device=found.device.code,
        order=found.order.code,
        step=number,
        **fitted.said,
    )
    return working.stepped(
        task,
        found,
        number,
        StepKind.PART_IN,
        head.seq,
        minutes=command.minutes,
        part=part.code,
    )


def _use_medium(task: Task, found: Held, part: Part, minutes: int) -> Stepped:
    assert part.medium_id is not None, "only what stores data comes here"
    medium = task.work.media.by_id(part.medium_id)
    if part.reserved_id not in {None, found.order.id}:
        held = task.work.orders.by_id(part.reserved_id)
        raise Refused("part_reserved_elsewhere", part=part.code, order=held.code)
    done = media_moves.fit(task, medium, found.device)
    name = facts.name_of(done.medium)
    number = working.add(task, found, StepKind.MEDIUM_IN, note=name, minutes=minutes)
    head = task.work.journal.append(
        Tag.MEDIUM_FITTED,
        found.device.code,
        (*done.subjects, found.order.code),
        media=[medium.id],
        serial=medium.serial,
        order=found.order.code,
        **done.as_entry(),
    )
    task.work.devices.touch(done.was_in.id, head.seq, task.actor)
    answer = working.stepped(
        task, found, number, StepKind.MEDIUM_IN, head.seq, minutes=minutes, part=part.code
    )
    ended = done.reopened.certificate if done.reopened else None
    more = Changes(
        devices=frozenset({done.was_in.code}),
        media=frozenset({medium.code} if medium.code else ()),
        certificates=frozenset({ended} if ended else ()),
    )
    return replace(answer, changes=answer.changes | more)


@handles(TakeOutPart, Permission.REPAIR)
def take_out_part(task: Task, command: TakeOutPart) -> Stepped:
    """Take a part out of the device; a battery by whoever may.

    Raises:
        Misused: `part_type_unknown`, or a text that is no good.
        Refused: `part_unknown`, `part_elsewhere`, as `part_moves.take_out` and `holding.in_hand`.
    """
    found = holding.in_hand(task, command.order, Action.TAKE_PART)
    part, label = _taken(task, found, command)
    facts.refresh(task.work, found.device.id, task.now)
    key = next(
        (one.key for one in repair_rules.tasks().values() if part.type in one.part_types), None
    )
    number = working.add(task, found, StepKind.PART_OUT, minutes=command.minutes, task_key=key)
    said = part_moves.said(task, part)
    said["label"] = label
    head = task.work.journal.append(
        Tag.PART_TAKEN,
        part.code,
        (found.device.code, found.order.code),
        device=found.device.code,
        order=found.order.code,
        step=number,
        **said,
    )
    return working.stepped(
        task,
        found,
        number,
        StepKind.PART_OUT,
        head.seq,
        minutes=command.minutes,
        part=part.code,
        label=label,
    )


def _taken(task: Task, found: Held, command: TakeOutPart) -> tuple[Part, int | None]:
    if command.part is None:
        part = part_moves.take_out(
            task,
            found.device,
            type=command.type,
            manufacturer=command.manufacturer,
            model=command.model,
            serial=command.serial,
            specification=command.specification,
            note=command.note,
            weight_g=command.weight_g,
            place=command.place,
            order_id=found.order.id,
        )
        return part, part_making.label_of(task, part)
    known = part_rules.part_of(task.work, command.part)
    if known.device_id is not None and known.device_id != found.device.id:
        other = task.work.devices.by_id(known.device_id)
        raise Refused("part_elsewhere", part=known.code, device=other.code)
    part = part_moves.take_again(
        task,
        known,
        place=command.place,
        weight_g=command.weight_g,
        order_id=found.order.id,
    )
    return part, None


@handles(TakeOutMedium, Permission.REPAIR)
def take_out_medium(task: Task, command: TakeOutMedium) -> Stepped:
    """Take a storage medium out of the device; it waits for its own gate.

    Raises:
        Refused: `medium_not_inside`, as `media_moves.take_out` and `holding.in_hand`.
    """
    found = holding.in_hand(task, command.order)
    holding.demand_action(found, Action.REMOVE_MEDIUM)
    medium = _medium(task, found, command.medium)
    place = places.find_or_make(task, command.place)[0] if command.place else None
    out = media_moves.take_out(task, found.device, medium, command.weight_g, place)
    name = facts.name_of(out.medium)
    number = working.add(task, found, StepKind.MEDIUM_OUT, note=name, minutes=command.minutes)
    head = task.work.journal.append(
        Tag.MEDIUM_REMOVED,
        found.device.code,
        (*out.subjects, found.order.code),
        media=[medium.id],
        serial=medium.serial,
        code=out.medium.code,
        label=out.label,
        weight_g=out.medium.weight_g,
        place=place.code if place else None,
        order=found.order.code,
        **out.as_entry(),
    )
    answer = working.stepped(
        task, found, number, StepKind.MEDIUM_OUT, head.seq, minutes=command.minutes
    )
    code = out.medium.code or ""
    more = Changes(media=frozenset({code}), labels=frozenset({code}))
    return replace(answer, label=out.label, changes=answer.changes | more)


def _medium(task: Task, found: Held, text: str) -> StorageMedium:
    """Return the medium of the device with this code or serial."""
    key = serial_key(text)
    for medium in task.work.media.of_device(found.device.id):
        if key and key in {serial_key(medium.code or ""), medium.serial_key}:
            return medium
    raise Refused("medium_not_inside", medium=text, device=found.device.code)


@handles(WantPart, Permission.REPAIR)
def want_part(task: Task, command: WantPart) -> Stepped:
    """Wait for a part; without a model, for one that fits the device.

    Raises:
        Misused: `part_type_unknown`, or a text that is no good.
        Refused: As `holding.workable`.
    """
    found = holding.workable(task, command.order)
    work, kind = task.work, part_rules.types().of(command.type)
    maker = part_making.words(command.manufacturer, "manufacturer")
    model = part_making.words(command.model, "model")
    if not model:
        maker, model = found.device.manufacturer, found.device.model
    specification = part_making.words(command.specification, "specification")
    number = work.parts.wants.add(
        type=kind.word,
        manufacturer=maker,
        model=model,
        model_key=part_rules.types().model_key(maker, model),
        specification=specification,
        note=part_making.words(command.note, "note", 200),
        order_id=found.order.id,
        wanted_at=task.now,
        wanted_by=task.actor,
        seq=task.work.journal.next_seq(),
    )
    head = work.journal.append(
        Tag.PART_WANTED,
        found.order.code,
        (found.device.code,),
        want=number,
        type=kind.word,
        model=f"{maker} {model}".strip(),
        specification=specification,
        order=found.order.code,
    )
    return working.stepped(task, found, None, StepKind.PART_WANTED, head.seq)
