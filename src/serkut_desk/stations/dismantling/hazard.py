"""The hazard path: a dangerous battery out of a stopped device and into its container.

The battery gets a code of its own, so that it can be followed from the device to the recycler,
and no label: nobody handles it more than once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.dismantling import StepKind, StepResult
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.lifecycle import Action, demand
from serkut_desk.domain.parts import PartState
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.stops import HAZARDS, MADE_SAFE, StopKind
from serkut_desk.stations import facts, filling, part_making, places
from serkut_desk.stations.dismantling import bench, guides
from serkut_desk.stations.dismantling.commands import BatteryTaken, TakeHazardBattery
from serkut_desk.stations.handling import Task, handles
from serkut_desk.stations.known_device import device_of
from serkut_desk.stations.part_making import NewPart
from serkut_desk.stations.subjects import changes_of
from serkut_desk.stations.wording import short_text

if TYPE_CHECKING:
    from serkut_desk.domain.devices import Device
    from serkut_desk.domain.stops import Stop
    from serkut_desk.domain.weighing import Weighed
    from serkut_desk.records.containers import Container
    from serkut_desk.records.spare_parts import Part
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.dismantling.bench import Bench

PART_TYPE = "battery"


def hazard_battery_of(work: UnitOfWork, device: Device) -> str | None:
    """Return the code of the battery that came out of a device on the hazard path.

    None where another one was put in since: that one has yet to come out.
    """
    if any(one.type == PART_TYPE for one in work.parts.inside(device.id)):
        return None
    found = work.parts.from_device(device.id)
    gone = [one for one in found if one.type == PART_TYPE and one.state == PartState.SCRAPPED]
    return gone[-1].code if gone else None


@handles(TakeHazardBattery, Permission.BATTERY)
def take_hazard_battery(task: Task, command: TakeHazardBattery) -> BatteryTaken:
    """Take the battery out; the stops of the device end, and it goes on where it stood.

    Raises:
        Refused: `device_unknown`, `container_unknown`, `container_not_open`,
            `container_full`, `dismantling_wrong_container`, or what the lifecycle table says.
        Misused: `dismantling_weight`; `text_missing` when neither weight nor reason is given.
    """
    work, device = task.work, device_of(task.work, command.device)
    gathered = facts.gather(work, device, task.now)
    demand(Action.TAKE_BATTERY, gathered.facts)
    weight = None if command.weight is None else bench.checked(command.weight)
    reason = "" if weight is not None else short_text(command.reason, "unweighed_reason")
    container = _fitting(task, device, command.container)
    found = bench.bench_of(work, gathered)
    part = _battery(task, device, found, weight)
    filled = _into(task, container, part, weight)
    released = _release(task, device, command.place)
    _settle(task, found, part)
    state = facts.refresh(work, device.id, task.now).state.value
    head = work.journal.append(
        Tag.BATTERY_TAKEN,
        device.code,
        (part.code, container.code),
        part=part.code,
        type=PART_TYPE,
        weight=part.weight_g,
        unweighed_reason=reason,
        stops=list(released),
        hazard=device.hazard,
        dismantling=None if found is None else found.order.id,
        **filled,
    )
    work.parts.touch(part.id, head.seq, task.actor)
    work.containers.touch(container.id, head.seq, task.actor)
    work.devices.touch(device.id, head.seq, task.actor)
    codes = (device.code, part.code, container.code)
    grams = part.weight_g
    return BatteryTaken(
        device.code, part.code, container.code, grams, released, state, changes_of(codes)
    )


def _fitting(task: Task, device: Device, code: str) -> Container:
    container = filling.open_container(task.work, code)
    rules = guides.guides_at(task.now)
    kinds = [stop.kind for stop in _hazards(task, device)]
    kinds = kinds or [StopKind(device.hazard)] if device.hazard else kinds
    if any(container.fraction not in rules.stopped_by(kind) for kind in kinds):
        raise Refused("dismantling_wrong_container", container=container.code)
    return container


def _battery(task: Task, device: Device, found: Bench | None, weight: Weighed | None) -> Part:
    """Make the battery a part that came out of the device; it counts where it was weighed in."""
    new = NewPart(type=PART_TYPE, weight_g=weight.value_g if weight else None)
    part = part_making.make(task, new, donor_id=device.id)
    task.work.labels.cancel_waiting(part.code, task.now)
    counts = found is not None and found.order.weight_in_g is not None
    task.work.parts.stays.add(
        part_id=part.id,
        device_id=device.id,
        taken_at=task.now,
        taken_seq=part.touched_seq,
        dismantling_id=found.order.id if found is not None and counts else None,
    )
    return part


def _into(
    task: Task, container: Container, part: Part, weight: Weighed | None
) -> dict[str, object]:
    """Put the battery into its container; one that nobody weighed adds nothing to its grams."""
    if weight is not None:
        line = filling.put(
            task,
            container.code,
            weight.value_g,
            weighed=weight.weighed.value,
            tolerance_g=weight.tolerance_g,
            part=part,
        )
        return filling.as_entry(task.work, line)
    task.work.parts.change(
        part.id, state=PartState.SCRAPPED.value, container_id=container.id, place_id=None
    )
    if container.begun_at is None:
        filling.begin(task.work, container, task.now)
    return {"container": container.code, "fraction": container.fraction}


def _release(task: Task, device: Device, place: str | None) -> tuple[int, ...]:
    """End what stopped the device because of its battery: that is in its container."""
    stops = _hazards(task, device)
    for stop in stops:
        task.work.stops.change(
            stop.id, released_at=task.now, released_by=task.actor, outcome=MADE_SAFE
        )
    where = {"place_id": places.find_or_make(task, place)[0].id} if place else {}
    task.work.devices.change(device.id, hazard=None, **where)
    return tuple(stop.id for stop in stops)


def _hazards(task: Task, device: Device) -> list[Stop]:
    return [stop for stop in task.work.stops.of_device(device.id) if stop.kind in HAZARDS]


def _settle(task: Task, found: Bench | None, part: Part) -> None:
    """Settle the battery's step where the device is on the bench."""
    if found is None:
        return
    for step in found.guide.steps:
        if step.kind is StepKind.BATTERY and step.key not in found.settled:
            task.work.dismantlings.steps.add(
                dismantling_id=found.order.id,
                step=step.key,
                result=StepResult.DONE.value,
                note=part.code,
                at=task.now,
                by=task.actor,
                seq=task.work.journal.next_seq(),
            )
