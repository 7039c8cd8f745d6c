"""Undo of what intake writes beside the devices: things, weights, photographs, late arrivals."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from serkut_desk.domain.errors import Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.lacks import LackCode, lack
from serkut_desk.domain.lifecycle import Action
from serkut_desk.stations.photo_keeping import standing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from serkut_desk.domain.journal import Entry
    from serkut_desk.domain.photos import Photo
    from serkut_desk.stations.handling import Task

TAGS = frozenset(
    {
        Tag.THINGS_COUNTED,
        Tag.ACCESSORY_ADDED,
        Tag.DEVICE_WEIGHED,
        Tag.LATE_LINKED,
        Tag.PHOTO_ADDED,
        Tag.PHOTO_REMOVED,
    }
)
ON_DEVICES: Mapping[Tag, Action] = MappingProxyType(
    {
        Tag.ACCESSORY_ADDED: Action.CHANGE,
        Tag.DEVICE_WEIGHED: Action.CHANGE,
        Tag.LATE_LINKED: Action.CHANGE,
    }
)
"""What changes the device that the entry is about, and what the device must allow for it."""


def undo(task: Task, tag: Tag, entry: Entry, body: dict[str, Any]) -> dict[str, object]:
    """Undo what an entry wrote and return what the undoing entry says of it.

    Raises:
        Refused: `photo_gone`, `photo_again`, `lot_closed`, or that it can not be undone any more.
    """
    if tag is Tag.THINGS_COUNTED:
        return _things(task, entry)
    if tag is Tag.ACCESSORY_ADDED:
        return _accessory(task, entry)
    if tag is Tag.DEVICE_WEIGHED:
        return _weight(task, entry, body)
    if tag is Tag.LATE_LINKED:
        return _late(task, entry, body)
    return _photo(task, entry, body)


def _things(task: Task, entry: Entry) -> dict[str, object]:
    line = task.work.things.of_entry(entry.seq)
    if line is None or line.undone_at is not None:
        raise lack(LackCode.NOT_UNDOABLE).refusal()
    lot = task.work.lots.by_id(line.lot_id)
    if lot.state != "open":
        raise Refused("lot_closed", lot=lot.code)
    task.work.things.undo(line.id, task.now, task.actor)
    amount = {"count": line.count, "weight_g": line.weight_g}
    return {"kind": line.kind, **amount, "reason": ""}


def _accessory(task: Task, entry: Entry) -> dict[str, object]:
    found = task.work.things.accessories.of_entry(entry.seq)
    if found is None or found.undone_at is not None:
        raise lack(LackCode.NOT_UNDOABLE).refusal()
    task.work.things.accessories.undo(found.id, task.now, task.actor)
    return {"kind": found.kind, "count": found.count, "reason": ""}


def _weight(task: Task, entry: Entry, body: dict[str, Any]) -> dict[str, object]:
    device = task.work.devices.by_code(entry.subject)
    if device is None or device.weight_g != body["weight_g"]:
        raise lack(LackCode.NOT_UNDOABLE).refusal()
    task.work.devices.change(device.id, weight_g=body["before_g"])
    return {"weight_g": body["before_g"], "before_g": device.weight_g}


def _late(task: Task, entry: Entry, body: dict[str, Any]) -> dict[str, object]:
    """Let the line of the closed lot wait again that a person linked a device to."""
    device = task.work.devices.by_code(entry.subject)
    found = None if device is None else task.work.lots.late_device(device.id)
    if found is None or found.seq != entry.seq:
        raise lack(LackCode.NOT_UNDOABLE).refusal()
    task.work.lots.unlink_late(found.device_id)
    return {"lot": body["lot"], "row": body["row"]}


def _photo(task: Task, entry: Entry, body: dict[str, Any]) -> dict[str, object]:
    """Take off what was added; bring back what was removed while its file is still there."""
    photos, files = task.work.photos, task.desk.files
    added = entry.tag == Tag.PHOTO_ADDED.value
    found = photos.of_entry(entry.seq) if added else photos.by_id(int(body["number"]))
    if found is None or (found.removed_at is None) is not added:
        raise lack(LackCode.NOT_UNDOABLE).refusal()
    if added:
        photos.remove(found.id, task.now, task.actor)
    elif any(one.sha256 == found.sha256 for one in standing(task.work, **_subject(found))):
        # Somebody has taken the same picture in since: it stands there already.
        raise Refused("photo_again")
    elif files.path(found.sha256).exists() and files.path(found.thumb_sha256).exists():
        photos.bring_back(found.id)
    else:
        raise Refused("photo_gone")
    return {"photo": found.sha256, "stands": not added}


def _subject(photo: Photo) -> dict[str, int | None]:
    return {"device_id": photo.device_id, "cage_id": photo.cage_id, "lot_id": photo.lot_id}
