"""The stop: raised by hand anywhere, and by an answer at grading."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from serkut_desk.domain.codes import parse_code
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.lifecycle import Action, Allowed, may
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.stops import HAZARDS, LOCKS
from serkut_desk.stations import facts, locking
from serkut_desk.stations.authority import NOBODY

if TYPE_CHECKING:
    from serkut_desk.domain.devices import Device
    from serkut_desk.domain.stops import Stop, StopKind
    from serkut_desk.stations.handling import Task

# What an entry is about when nobody said which device.
NO_DEVICE = "stop"


def raise_stop(task: Task, kind: StopKind, code: str | None) -> Stop:
    """Stop with one entry, or answer the stop that is open already without any.

    A dangerous battery stops its device; a lock, or what may be stolen, sends it to quarantine at
    once, by the same entry. Belongings and glass change nothing about it.

    Args:
        task: The caller's transaction.
        kind: Why.
        code: What was read at the stop; anything but a device's code names no device.
    """
    device = _device(task, kind, code)
    held = [stop for stop in task.work.stops.open_ones() if stop.kind is kind]
    for stop in held:
        if stop.device_id == (device.id if device else None):
            return stop
    nameless = next((stop for stop in held if stop.device_id is None), None)
    if nameless is not None and device is not None:
        number = nameless.id
        task.work.stops.change(number, device_id=device.id)
    else:
        number = task.work.stops.add(
            kind=kind.value,
            device_id=device.id if device else None,
            raised_at=task.now,
            raised_by=None if task.person is NOBODY else task.actor,
        )
    subject = device.code if device else NO_DEVICE
    held_by = _hold(task, kind, device) if device is not None else {}
    head = task.work.journal.append(
        Tag.STOP_RAISED, subject, stop=number, kind=kind.value, said=_said(code), **held_by
    )
    if device is not None:
        task.work.devices.touch(device.id, head.seq, task.actor)
    return existing(task, number)


def _hold(task: Task, kind: StopKind, device: Device) -> dict[str, object]:
    """Hold the device as its stop asks; return what the entry says of it."""
    if kind in HAZARDS:
        task.work.devices.change(device.id, hazard=kind.value)
        facts.refresh(task.work, device.id, task.now)
    lock = LOCKS.get(kind)
    return locking.lock_away(task, device, lock) if lock is not None else {}


def existing(task: Task, number: int) -> Stop:
    """Return a stop by its number.

    Raises:
        Refused: `stop_unknown`.
    """
    stop = task.work.stops.by_id(number)
    if stop is None:
        raise Refused("stop_unknown", stop=number)
    return stop


def _device(task: Task, kind: StopKind, code: str | None) -> Device | None:
    """Return the device that can be stopped, None otherwise: a stop is never turned away.

    Where it is no danger, only somebody who works here names a device.
    """
    own = parse_code(code) if code else None
    device = task.work.devices.by_code(str(own)) if own else None
    if device is None:
        return None
    known = facts.gather(task.work, device, task.now).facts
    if kind in HAZARDS:
        stopped = known.battery_hazard or isinstance(may(Action.STOP, known), Allowed)
        return device if stopped else None
    # A lock is found on what is stopped, too; it comes to light when the battery is out.
    besides = replace(known, battery_hazard=False)
    wanted = Action.QUARANTINE if kind in LOCKS else Action.MOVE
    allowed = _works_here(task) and isinstance(may(wanted, besides), Allowed)
    return device if allowed else None


def _works_here(task: Task) -> bool:
    person = task.person
    return person is not NOBODY and task.desk.permissions.may(
        person.role, Permission.STOP, person.granted
    )


def _said(text: str | None) -> str | None:
    """Return the code that was read at the stop; other text may be anything and is not kept."""
    own = parse_code(text) if text else None
    return str(own) if own else None
