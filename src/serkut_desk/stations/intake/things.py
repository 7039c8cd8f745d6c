"""Things of a lot by count and weight, and accessories of a device."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.changes import Changes
from serkut_desk.domain.errors import InLanguages, Misused, Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.lifecycle import Action, demand
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.things import MOST_ACCESSORIES, ThingSum, checked_amount
from serkut_desk.stations import facts
from serkut_desk.stations.handling import Task, handles
from serkut_desk.stations.intake.opened import lot_here, open_lot_named
from serkut_desk.stations.intake.thing_commands import (
    AccessoryDone,
    AddAccessory,
    CountThings,
    ThingsDone,
    UndoAccessory,
    UndoThings,
)
from serkut_desk.stations.known_device import device_of
from serkut_desk.stations.others_work import reason_for
from serkut_desk.stations.thing_kinds import kind_of
from serkut_desk.stations.touched import touched_before
from serkut_desk.stations.wording import impersonal_text

if TYPE_CHECKING:
    from serkut_desk.domain.devices import Device
    from serkut_desk.domain.lots import Lot
    from serkut_desk.domain.things import ThingLine

_LONGEST_NOTE = 80


@handles(CountThings, Permission.RECEIVE)
def count_things(task: Task, command: CountThings) -> ThingsDone:
    """Write down things of one kind that came in a lot.

    Raises:
        Refused: `lot_unknown`, `lot_closed`, `lot_not_here`, `person_not_kept`.
        Misused: `thing_unknown`, `things_nothing`, `things_count`, `weight_wrong`,
            `text_too_long`.
    """
    work, weight = task.work, command.weight
    lot = lot_here(work, command.lot)
    kind = kind_of(command.kind)
    count = checked_amount(command.count, weight)
    note = _note(command.note)
    head = work.journal.append(
        Tag.THINGS_COUNTED,
        lot.code,
        kind=kind.key,
        count=count,
        weight_g=None if weight is None else weight.value_g,
        weighed=None if weight is None else weight.weighed.value,
        tolerance_g=None if weight is None else weight.tolerance_g,
        weee=kind.weee_category,
        note=note,
    )
    number = work.things.add(
        lot_id=lot.id,
        kind=kind.key,
        note=note,
        count=count,
        weight_g=None if weight is None else weight.value_g,
        weighed=None if weight is None else weight.weighed.value,
        at=task.now,
        by=task.actor,
        seq=head.seq,
    )
    return _line_done(task, lot, number)


@handles(UndoThings, Permission.RECEIVE)
def undo_things(task: Task, command: UndoThings) -> ThingsDone:
    """Take a line back, as a new entry; not after its lot was closed.

    Raises:
        Refused: `thing_line_unknown`, `thing_line_undone`, `lot_closed`, or `not_permitted` for
            somebody else's.
        Misused: `text_missing` where a reason is needed.
    """
    work = task.work
    line = work.things.by_id(command.line)
    if line is None:
        raise Refused("thing_line_unknown", line=command.line)
    if line.undone_at is not None:
        raise Refused("thing_line_undone", line=line.id)
    lot = open_lot_named(work, work.lots.by_id(line.lot_id).code)
    reason = reason_for(task, line.by, command.reason)
    work.things.undo(line.id, task.now, task.actor)
    work.journal.append(
        Tag.THINGS_UNDONE, lot.code, undoes=line.seq, **_of_line(line), reason=reason
    )
    return _line_done(task, lot, line.id)


@handles(AddAccessory, Permission.RECEIVE)
def add_accessory(task: Task, command: AddAccessory) -> AccessoryDone:
    """Write down what belongs to a device.

    Raises:
        Refused: `device_unknown`, what its state forbids, `thing_not_accessory`.
        Misused: `thing_unknown`, `accessory_count`, `text_too_long`.
    """
    work, device = task.work, _changeable(task, command.device)
    kind = kind_of(command.kind)
    if not kind.accessory:
        raise Refused("thing_not_accessory", kind=InLanguages(kind.words))
    if not 1 <= command.count <= MOST_ACCESSORIES:
        raise Misused("accessory_count", most=MOST_ACCESSORIES)
    note = _note(command.note)
    head = work.journal.append(
        Tag.ACCESSORY_ADDED,
        device.code,
        kind=kind.key,
        count=command.count,
        note=note,
    )
    number = work.things.accessories.add(
        device_id=device.id,
        kind=kind.key,
        note=note,
        count=command.count,
        at=task.now,
        by=task.actor,
        seq=head.seq,
    )
    work.devices.touch(device.id, head.seq, task.actor)
    return _accessory_done(task, device, number)


@handles(UndoAccessory, Permission.RECEIVE)
def undo_accessory(task: Task, command: UndoAccessory) -> AccessoryDone:
    """Take an accessory back, as a new entry.

    Raises:
        Refused: `accessory_unknown`, `accessory_undone`, what the device's state forbids, or
            `not_permitted` for somebody else's.
        Misused: `text_missing` where a reason is needed.
    """
    work = task.work
    found = work.things.accessories.by_id(command.accessory)
    if found is None:
        raise Refused("accessory_unknown", number=command.accessory)
    if found.undone_at is not None:
        raise Refused("accessory_undone", number=found.id)
    device = _changeable(task, work.devices.by_id(found.device_id).code)
    reason = reason_for(task, found.by, command.reason)
    work.things.accessories.undo(found.id, task.now, task.actor)
    head = work.journal.append(
        Tag.ACCESSORY_UNDONE,
        device.code,
        undoes=found.seq,
        kind=found.kind,
        count=found.count,
        reason=reason,
    )
    # As with every undo: what came before it is the last again, unless somebody came between.
    before = touched_before(work, device.code, found.seq)
    last = before if device.touched_seq == found.seq else None
    seq, by = (last.seq, last.actor) if last else (head.seq, task.actor)
    work.devices.touch(device.id, seq, by)
    return _accessory_done(task, device, found.id)


def _note(text: str) -> str:
    return impersonal_text(text, "note", _LONGEST_NOTE)


def _changeable(task: Task, code: str) -> Device:
    device = device_of(task.work, code)
    demand(Action.CHANGE, facts.gather(task.work, device, task.now).facts)
    return device


def _of_line(line: ThingLine) -> dict[str, object]:
    return {"kind": line.kind, "count": line.count, "weight_g": line.weight_g}


def _line_done(task: Task, lot: Lot, number: int) -> ThingsDone:
    line = task.work.things.by_id(number)
    assert line is not None, "lines stay"
    sums = task.work.things.sums(lot.id)
    total = next((one for one in sums if one.kind == line.kind), ThingSum(line.kind, 0, None))
    return ThingsDone(lot.code, line, total, Changes(lots=frozenset({lot.code}), journal=True))


def _accessory_done(task: Task, device: Device, number: int) -> AccessoryDone:
    found = task.work.things.accessories.by_id(number)
    assert found is not None, "accessories stay"
    changes = Changes(devices=frozenset({device.code}), journal=True)
    return AccessoryDone(device.code, found, changes)
