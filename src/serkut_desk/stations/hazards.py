"""The stop because of a dangerous battery: raised by hand anywhere, and by an answer at grading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.codes import parse_code
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.lifecycle import Action, Allowed, may
from serkut_desk.stations import facts
from serkut_desk.stations.authority import NOBODY

if TYPE_CHECKING:
    from serkut_desk.domain.devices import Device
    from serkut_desk.domain.stops import Stop, StopKind
    from serkut_desk.stations.handling import Task

# What an entry is about when nobody said which device.
NO_DEVICE = "stop"


def raise_stop(task: Task, kind: StopKind, code: str | None) -> Stop:
    """Stop with one entry, or answer the stop that is open already without any.

    Args:
        task: The caller's transaction.
        kind: Why.
        code: What was read at the stop; anything but a device's code names no device.
    """
    device = _device(task, code)
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
    if device is not None:
        task.work.devices.change(device.id, hazard=kind.value)
        facts.refresh(task.work, device.id, task.now)
    head = task.work.journal.append(
        Tag.STOP_RAISED, subject, stop=number, kind=kind.value, said=_said(code)
    )
    if device is not None:
        task.work.devices.touch(device.id, head.seq, task.actor)
    return existing(task, number)


def existing(task: Task, number: int) -> Stop:
    """Return a stop by its number.

    Raises:
        Refused: `stop_unknown`.
    """
    stop = task.work.stops.by_id(number)
    if stop is None:
        raise Refused("stop_unknown", stop=number)
    return stop


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
