"""The stop: safety first, so that raising one never asks who or which device."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.errors import Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.lifecycle import Action, demand
from serkut_desk.domain.permissions import Permission
from serkut_desk.stations import facts, hazards, places
from serkut_desk.stations.devices.commands import RaiseStop, ReleaseStop
from serkut_desk.stations.handling import Entries, Task, handles
from serkut_desk.stations.wording import short_text

if TYPE_CHECKING:
    from serkut_desk.domain.stops import Stop


@handles(RaiseStop, None, entries=Entries.MAYBE)
def raise_stop(task: Task, command: RaiseStop) -> Stop:
    """Stop, or answer the stop that is open already."""
    return hazards.raise_stop(task, command.kind, command.device)


@handles(ReleaseStop, Permission.DECIDE)
def release_stop(task: Task, command: ReleaseStop) -> Stop:
    """End a stop, when somebody who decides says what was done and where the thing is."""
    stop = hazards.existing(task, command.stop)
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
        device.code if device else hazards.NO_DEVICE,
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
    return hazards.existing(task, stop.id)
