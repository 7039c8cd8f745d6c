"""The stop: safety first, so that raising one never asks who or which device."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.codes import parse_code
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.lifecycle import Action, Allowed, demand, may
from serkut_desk.domain.permissions import Permission
from serkut_desk.stations import facts
from serkut_desk.stations.authority import NOBODY
from serkut_desk.stations.devices import places
from serkut_desk.stations.devices.commands import RaiseStop, ReleaseStop
from serkut_desk.stations.handling import Entries, Task, handles
from serkut_desk.stations.wording import short_text

if TYPE_CHECKING:
    from serkut_desk.domain.devices import Device
    from serkut_desk.domain.stops import Stop

# What an entry is about when nobody said which device.
NO_DEVICE = "stop"


@handles(RaiseStop, None, entries=Entries.MAYBE)
def raise_stop(task: Task, command: RaiseStop) -> Stop:
    """Stop, or answer the stop that is open already."""
    device = _device(task, command.device)
    held = [stop for stop in task.work.stops.open_ones() if stop.kind is command.kind]
    for stop in held:
        if stop.device_id == (device.id if device else None):
            return stop
    nameless = next((stop for stop in held if stop.device_id is None), None)
    if nameless is not None and device is not None:
        number = nameless.id
        task.work.stops.change(number, device_id=device.id)
    else:
        number = task.work.stops.add(
            kind=command.kind.value,
            device_id=device.id if device else None,
            raised_at=task.now,
            raised_by=None if task.person is NOBODY else task.actor,
        )
    subject = device.code if device else NO_DEVICE
    if device is not None:
        task.work.devices.change(device.id, hazard=command.kind.value)
        facts.refresh(task.work, device.id, task.now)
    head = task.work.journal.append(
        Tag.STOP_RAISED, subject, stop=number, kind=command.kind.value, said=_said(command.device)
    )
    if device is not None:
        task.work.devices.touch(device.id, head.seq, task.actor)
    return _existing(task, number)


@handles(ReleaseStop, Permission.DECIDE)
def release_stop(task: Task, command: ReleaseStop) -> Stop:
    """End a stop, when somebody who decides says what was done and where the thing is."""
    stop = _existing(task, command.stop)
    if stop.released_at is not None:
        raise Refused("stop_released", stop=stop.id)
    reason = short_text(command.reason, "reason")
    place, made = places.find_or_make(task, command.place)
    task.work.stops.change(stop.id, released_at=task.now, released_by=task.actor)
    device = None if stop.device_id is None else task.work.devices.by_id(stop.device_id)
    if device is not None:
        demand(Action.RELEASE_STOP, facts.gather(task.work, device, task.now).facts)
        left = task.work.stops.of_device(device.id)
        hazard = left[0].kind.value if left else None
        task.work.devices.change(device.id, hazard=hazard, place_id=place.id)
        facts.refresh(task.work, device.id, task.now)
    head = task.work.journal.append(
        Tag.STOP_RELEASED,
        device.code if device else NO_DEVICE,
        (place.code,),
        stop=stop.id,
        kind=stop.kind.value,
        reason=reason,
        place=place.code,
        name=place.name,
        made=made,
    )
    if device is not None:
        task.work.devices.touch(device.id, head.seq, task.actor)
    return _existing(task, stop.id)


def _device(task: Task, code: str | None) -> Device | None:
    """Return the device that can be stopped, None otherwise: a stop is never turned away."""
    own = parse_code(code) if code else None
    device = task.work.devices.by_code(str(own)) if own else None
    if device is None:
        return None
    known = facts.gather(task.work, device, task.now).facts
    return device if known.battery_hazard or isinstance(may(Action.STOP, known), Allowed) else None


def _said(text: str | None) -> str | None:
    """Return the code that was read at the stop; other text may be anything and is not kept."""
    own = parse_code(text) if text else None
    return str(own) if own else None


def _existing(task: Task, number: int) -> Stop:
    stop = task.work.stops.by_id(number)
    if stop is None:
        raise Refused("stop_unknown", stop=number)
    return stop
