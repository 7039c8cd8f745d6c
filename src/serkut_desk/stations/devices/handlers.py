"""Moving devices and making places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.lifecycle import Action, demand
from serkut_desk.domain.permissions import Permission
from serkut_desk.stations import facts, places
from serkut_desk.stations.devices.commands import MakePlace, Moved, MoveDevices

# The handlers of the other modules belong to this station too.
from serkut_desk.stations.devices.correcting import correct_device
from serkut_desk.stations.devices.mixing import report_mixup, settle_mixup
from serkut_desk.stations.devices.stopping import raise_stop, release_stop
from serkut_desk.stations.devices.undoing import undo_last
from serkut_desk.stations.handling import Entries, Task, handles
from serkut_desk.stations.known_device import device_of

if TYPE_CHECKING:
    from serkut_desk.domain.devices import Place

__all__ = [
    "correct_device",
    "make_place",
    "move_devices",
    "raise_stop",
    "release_stop",
    "report_mixup",
    "settle_mixup",
    "undo_last",
]


@handles(MoveDevices, Permission.MOVE, entries=Entries.MAYBE)
def move_devices(task: Task, command: MoveDevices) -> Moved:
    """Put devices to a place; what is there already is left out."""
    if not command.devices:
        raise Misused("devices_missing")
    devices = {
        found.code: found for found in (device_of(task.work, one) for one in command.devices)
    }
    for device in devices.values():
        demand(Action.MOVE, facts.gather(task.work, device, task.now).facts)
    place, made = places.find_or_make(task, command.place)
    moving = [device for device in devices.values() if device.place_id != place.id]
    if not moving:
        return Moved(place, (), made)
    codes = tuple(device.code for device in moving)
    head = task.work.journal.append(
        Tag.DEVICE_MOVED,
        codes[0] if len(codes) == 1 else place.code,
        (*codes, place.code),
        place=place.code,
        name=place.name,
        made=made,
        moves=[[device.code, places.code_of(task, device)] for device in moving],
    )
    for device in moving:
        task.work.devices.change(device.id, place_id=place.id)
        task.work.devices.touch(device.id, head.seq, task.actor)
    return Moved(place, codes, made)


@handles(MakePlace, Permission.MOVE)
def make_place(task: Task, command: MakePlace) -> Place:
    """Make a place and queue its label."""
    found = task.work.places.find(command.name)
    if found is not None:
        raise Refused("place_exists", place=found.name, code_of=found.code)
    place = places.make(task, command.name)
    task.work.journal.append(Tag.PLACE_MADE, place.code, name=place.name)
    return place
