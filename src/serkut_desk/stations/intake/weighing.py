"""What a device weighs, by the scale or by key."""

from __future__ import annotations

from serkut_desk.domain.changes import Changes
from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.lifecycle import Action, demand
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.weighing import HEAVIEST_G
from serkut_desk.stations import facts
from serkut_desk.stations.handling import Task, handles
from serkut_desk.stations.intake.thing_commands import DeviceWeighed, WeighDevice
from serkut_desk.stations.known_device import device_of


@handles(WeighDevice, Permission.RECEIVE)
def weigh_device(task: Task, command: WeighDevice) -> DeviceWeighed:
    """Write down what a device weighs.

    Raises:
        Refused: `device_unknown`, what its state forbids, `weight_same`.
        Misused: `weight_wrong`.
    """
    work, weight = task.work, command.weight
    device = device_of(work, command.device)
    demand(Action.CHANGE, facts.gather(work, device, task.now).facts)
    if not 0 < weight.value_g <= HEAVIEST_G:
        raise Misused("weight_wrong", most_g=HEAVIEST_G)
    if weight.value_g == device.weight_g:
        raise Refused("weight_same", weight_g=weight.value_g)
    work.devices.change(device.id, weight_g=weight.value_g)
    head = work.journal.append(
        Tag.DEVICE_WEIGHED,
        device.code,
        weight_g=weight.value_g,
        before_g=device.weight_g,
        weighed=weight.weighed.value,
        tolerance_g=weight.tolerance_g,
        scale=weight.scale,
    )
    work.devices.touch(device.id, head.seq, task.actor)
    return DeviceWeighed(
        work.devices.by_id(device.id),
        device.weight_g,
        weight,
        Changes(devices=frozenset({device.code}), journal=True),
    )
