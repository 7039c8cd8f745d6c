"""Undo of one's own last action, by the table in `domain.undo`.

An undone entry stays; the entry of the undo names it in `undoes`. After an undo, the device was
last touched by whatever came before, so that the action before it can be undone as well.
"""

from __future__ import annotations

import json
from datetime import datetime, time
from typing import TYPE_CHECKING, Any

from serkut_desk.domain.clock import HELSINKI, local, to_text
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.lacks import LackCode, lack
from serkut_desk.domain.lifecycle import Action, demand
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.undo import STAYING, UNDO_TABLE, UndoFacts, against_undo
from serkut_desk.stations import (
    arrival_undo,
    facts,
    grade_undo,
    installed,
    modelling,
    part_undo,
    snapshot_matching,
    snapshot_undo,
)
from serkut_desk.stations.devices import correcting
from serkut_desk.stations.devices.commands import UndoLast, Undone
from serkut_desk.stations.handling import Task, handles
from serkut_desk.stations.known_device import device_of
from serkut_desk.stations.touched import UNDOING, touched_before

if TYPE_CHECKING:
    from serkut_desk.domain.devices import Device
    from serkut_desk.domain.journal import Entry
    from serkut_desk.records.spare_parts import Part

_ACTIONS = {
    Tag.DEVICE_RECEIVED: Action.UNDO_RECEIPT,
    Tag.DEVICE_CHANGED: Action.CHANGE,
    Tag.DEVICE_MOVED: Action.MOVE,
    Tag.SNAPSHOT_APPLIED: Action.SETTLE_PROPOSAL,
    Tag.MEDIUM_DECLARED: Action.DECLARE_MEDIUM,
    Tag.MEDIA_NONE: Action.DECLARE_MEDIUM,
    Tag.GRADED: Action.GRADE,
    Tag.INSTALLED: Action.INSTALL,
}


@handles(UndoLast, Permission.SEARCH)
def undo_last(task: Task, _command: UndoLast) -> Undone:
    """Undo one's own last action of today; who may undo it could do it."""
    entry = _last(task)
    tag, body = Tag(entry.tag), json.loads(entry.body)
    if tag in part_undo.TAGS:
        return _undo_parts(task, tag, entry, body)
    if tag in arrival_undo.TAGS:
        return _undo_arrival(task, tag, entry, body)
    devices = _devices(task, tag, entry, body)
    for device in devices:
        _refuse(task, tag, entry, device)
        demand(_ACTIONS[tag], facts.gather(task.work, device, task.now).facts)
    undone = _UNDO[tag](task, devices, body)
    for device in devices:
        if tag is not Tag.DEVICE_RECEIVED:
            facts.refresh(task.work, device.id, task.now)
    head = task.work.journal.append(
        UNDO_TABLE[tag], entry.subject, body["subjects"], undoes=entry.seq, **undone
    )
    for device in devices:
        before = touched_before(task.work, device.code, entry.seq)
        seq, by = (before.seq, before.actor) if before else (head.seq, task.actor)
        task.work.devices.touch(device.id, seq, by)
    return Undone(tag, entry.seq, tuple(device.code for device in devices))


def _undo_parts(task: Task, tag: Tag, entry: Entry, body: dict[str, Any]) -> Undone:
    """Undo what was done with parts, and with the device that they came out of or went into."""
    parts = part_undo.parts_of(task, entry, body)
    action = part_undo.ON_DEVICES.get(tag)
    devices = [] if action is None else [device_of(task.work, body["device"])]
    for part in parts:
        _refuse(task, tag, entry, part)
    for device in devices:
        assert action is not None
        _refuse(task, tag, entry, device)
        demand(action, facts.gather(task.work, device, task.now).facts)
    undone = part_undo.undo(task, tag, parts, entry, body)
    for device in devices:
        facts.refresh(task.work, device.id, task.now)
    head = task.work.journal.append(
        UNDO_TABLE[tag], entry.subject, body["subjects"], undoes=entry.seq, **undone
    )
    for part in parts:
        before = touched_before(task.work, part.code, entry.seq)
        seq, by = (before.seq, before.actor) if before else (head.seq, task.actor)
        task.work.parts.touch(part.id, seq, by)
    for device in devices:
        before = touched_before(task.work, device.code, entry.seq)
        seq, by = (before.seq, before.actor) if before else (head.seq, task.actor)
        task.work.devices.touch(device.id, seq, by)
    codes = tuple(device.code for device in devices)
    return Undone(tag, entry.seq, codes, tuple(part.code for part in parts))


def _undo_arrival(task: Task, tag: Tag, entry: Entry, body: dict[str, Any]) -> Undone:
    """Undo what intake wrote beside the devices, or about one."""
    action = arrival_undo.ON_DEVICES.get(tag)
    devices = [] if action is None else [device_of(task.work, entry.subject)]
    for device in devices:
        assert action is not None
        _refuse(task, tag, entry, device)
        demand(action, facts.gather(task.work, device, task.now).facts)
    undone = arrival_undo.undo(task, tag, entry, body)
    for device in devices:
        facts.refresh(task.work, device.id, task.now)
    head = task.work.journal.append(
        UNDO_TABLE[tag], entry.subject, body["subjects"], undoes=entry.seq, **undone
    )
    for device in devices:
        before = touched_before(task.work, device.code, entry.seq)
        seq, by = (before.seq, before.actor) if before else (head.seq, task.actor)
        task.work.devices.touch(device.id, seq, by)
    touched = [entry.subject] if entry.subject.startswith("SD") else []
    return Undone(tag, entry.seq, tuple(touched))


def _last(task: Task) -> Entry:
    """Return the person's last entry of today that the table knows and that still holds.

    Raises:
        Refused: `nothing_to_undo`, or what `STAYING` says of a later act of theirs.
    """
    midnight = datetime.combine(local(task.now).date(), time(), HELSINKI)
    undone: set[int] = set()
    for entry in task.work.overview.by_actor(task.actor, to_text(midnight)):
        if entry.tag in UNDOING:
            undone.add(json.loads(entry.body)["undoes"])
        elif Tag(entry.tag) in UNDO_TABLE and entry.seq not in undone:
            return entry
        elif Tag(entry.tag) in STAYING:
            raise Refused(STAYING[Tag(entry.tag)])
    raise Refused("nothing_to_undo")


def _refuse(task: Task, tag: Tag, entry: Entry, touched: Device | Part) -> None:
    against = against_undo(
        task.actor,
        UndoFacts(
            tag=tag,
            seq=entry.seq,
            by=entry.actor,
            touched_seq=touched.touched_seq,
            touched_by=touched.touched_by,
            own_last_seq=entry.seq,
        ),
    )
    if against:
        raise against[0].refusal()


def _devices(task: Task, tag: Tag, entry: Entry, body: dict[str, Any]) -> list[Device]:
    """Return the devices that an entry changed."""
    if tag is Tag.DEVICE_MOVED:
        codes = [code for code, _ in body["moves"]]
    else:
        codes = [code for code in (entry.subject, *body["subjects"]) if code.startswith("SD")]
    found = [task.work.devices.by_code(code) for code in dict.fromkeys(codes)]
    devices = [device for device in found if device is not None]
    if not devices:
        raise lack(LackCode.NOT_UNDOABLE).refusal()
    return devices


def _receipt(task: Task, devices: list[Device], _body: dict[str, Any]) -> dict[str, object]:
    for device in devices:
        lot = task.work.lots.by_id(device.lot_id)
        if lot.state != "open":
            # Its sender has the receipt that names the device.
            raise Refused("correction_lot_closed", device=device.code, lot=lot.code)
        snapshot_matching.let_go(task.work, device.id)
        modelling.unlearn(task, device)
        _drop_media(task, [medium.id for medium in task.work.media.of_device(device.id)])
        task.work.media.unstate(device.id)
        task.work.labels.cancel_waiting(device.code, task.now)
        task.work.devices.withdraw(device.id)
    return {}


def _move(task: Task, devices: list[Device], body: dict[str, Any]) -> dict[str, object]:
    before = dict(body["moves"])
    for device in devices:
        code = before[device.code]
        place = task.work.places.find(code) if code else None
        task.work.devices.change(device.id, place_id=place.id if place else None)
    return {"moves": [[device.code, before[device.code]] for device in devices]}


def _declaration(task: Task, _devices: list[Device], body: dict[str, Any]) -> dict[str, object]:
    media = body.get("media")
    if not isinstance(media, list) or not all(isinstance(one, int) for one in media):
        raise lack(LackCode.NOT_UNDOABLE).refusal()
    _drop_media(task, media)
    return {"media": media}


def _none_inside(task: Task, devices: list[Device], _body: dict[str, Any]) -> dict[str, object]:
    for device in devices:
        task.work.media.retract_none(device.id, task.actor)
    return {}


def _drop_media(task: Task, media: list[int]) -> None:
    """Delete media that nothing rests on; the journal keeps that they were declared."""
    for number in media:
        if task.work.runs.of_medium(number):
            raise lack(LackCode.NOT_UNDOABLE).refusal()
        medium = task.work.media.find(number)
        if medium is not None and medium.code is not None:
            task.work.labels.cancel_waiting(medium.code, task.now)
        task.work.media.drop(number)


_UNDO = {
    Tag.DEVICE_RECEIVED: _receipt,
    Tag.DEVICE_CHANGED: correcting.undo,
    Tag.DEVICE_MOVED: _move,
    Tag.SNAPSHOT_APPLIED: snapshot_undo.undo,
    Tag.MEDIUM_DECLARED: _declaration,
    Tag.MEDIA_NONE: _none_inside,
    Tag.GRADED: grade_undo.undo,
    Tag.INSTALLED: installed.undo,
}
