"""Out of a device and into a device, from the stock's side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.errors import Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.lacks import LackCode, lack
from serkut_desk.domain.permissions import Permission
from serkut_desk.stations import facts, part_making, part_moves, part_rules
from serkut_desk.stations.handling import Task, handles
from serkut_desk.stations.known_device import device_of
from serkut_desk.stations.known_order import order_of
from serkut_desk.stations.parts.commands import FitPart, PartDone, TakePart
from serkut_desk.stations.parts.writing import written

if TYPE_CHECKING:
    from serkut_desk.domain.devices import Device
    from serkut_desk.records.spare_parts import Part


@handles(TakePart, Permission.PARTS)
def take_part(task: Task, command: TakePart) -> PartDone:
    """Take a part out of a device that is in repair.

    One that is being taken apart gives its parts at that bench, in the order of its guide.

    Raises:
        Refused: `device_unknown`, `being_dismantled`, `part_unknown`, `part_elsewhere`, as
            `part_moves`.
        Misused: As `part_making.make`.
    """
    device = device_of(task.work, command.device)
    order = task.work.orders.open_of(device.id)
    if task.work.dismantlings.open_of(device.id) is not None:
        raise lack(LackCode.BEING_DISMANTLED).refusal()
    order_id = order.id if order else None
    if command.part is not None:
        known = _inside(task, device, command.part)
        part = part_moves.take_again(
            task,
            known,
            place=command.place,
            weight_g=command.weight_g,
            order_id=order_id,
        )
        label = None
    else:
        part = part_moves.take_out(
            task,
            device,
            type=command.type,
            manufacturer=command.manufacturer,
            model=command.model,
            serial=command.serial,
            specification=command.specification,
            note=command.note,
            weight_g=command.weight_g,
            place=command.place,
            order_id=order_id,
        )
        label = part_making.label_of(task, part)
    facts.refresh(task.work, device.id, task.now)
    named = (device.code, *((order.code,) if order else ()))
    said = part_moves.said(task, part)
    said.pop("label")
    done = written(
        task,
        Tag.PART_TAKEN,
        part,
        named,
        label=label,
        device=device.code,
        order=order.code if order else None,
        said=said,
    )
    task.work.devices.touch(device.id, done.part.touched_seq, task.actor)
    return done


def _inside(task: Task, device: Device, text: str) -> Part:
    part = part_rules.part_of(task.work, text)
    if part.device_id is not None and part.device_id != device.id:
        other = task.work.devices.by_id(part.device_id)
        raise Refused("part_elsewhere", part=part.code, device=other.code)
    return part


@handles(FitPart, Permission.PARTS)
def fit_part(task: Task, command: FitPart) -> PartDone:
    """Fit a part from the stock into a device in repair.

    Raises:
        Refused: `part_unknown`, `order_unknown`, `no_work_order`, as `part_moves.fit`.
    """
    part = part_rules.part_of(task.work, command.part)
    order = order_of(task.work, command.device)
    device = task.work.devices.by_id(order.device_id)
    fitted = part_moves.fit(task, part, device, order)
    facts.refresh(task.work, device.id, task.now)
    named = (*fitted.subjects, device.code, order.code)
    body = {**fitted.said, "device": device.code, "order": order.code}
    done = written(task, Tag.PART_FITTED, fitted.part, named, fits=fitted.fits, said=body)
    task.work.devices.touch(device.id, done.part.touched_seq, task.actor)
    return done
