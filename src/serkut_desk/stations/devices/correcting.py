"""Correcting what was written of a device: a supervisor's matter, with before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.lifecycle import Action, demand
from serkut_desk.domain.permissions import Permission
from serkut_desk.stations import device_fields, facts, labelling
from serkut_desk.stations.devices.commands import CorrectDevice
from serkut_desk.stations.handling import Task, handles
from serkut_desk.stations.known_device import device_of
from serkut_desk.stations.wording import short_text

if TYPE_CHECKING:
    from serkut_desk.domain.devices import Device

_FIELDS = ("type", "manufacturer", "model", "inventory", "serial", "imei")


@handles(CorrectDevice, Permission.DECIDE)
def correct_device(task: Task, command: CorrectDevice) -> Device:
    """Write what is right, and queue a new label that shows it."""
    device = device_of(task.work, command.device)
    demand(Action.CHANGE, facts.gather(task.work, device, task.now).facts)
    if task.work.approvals.in_force(device.id) is not None:
        # What was approved, and perhaps certified, was the device as it is written now.
        raise Refused("correction_of_approved", device=device.code)
    reason = short_text(command.reason, "reason")
    given = {name: getattr(command, name) for name in _FIELDS}
    wanted = device_fields.kept_form({key: text for key, text in given.items() if text is not None})
    after = {name: value for name, value in wanted.items() if value != getattr(device, name)}
    if not after:
        raise Misused("nothing_to_change")
    device_fields.demand_fits(task.work, device, after)
    before = {name: getattr(device, name) for name in after}
    task.work.devices.correct(device.id, **device_fields.with_keys(after))
    gathered = facts.refresh(task.work, device.id, task.now)
    data = labelling.device_label_data(task.work, gathered, task.now)
    job = labelling.queue_label(task.work, data, by=task.actor, at=task.now, replaces=True)
    head = task.work.journal.append(
        Tag.DEVICE_CHANGED, device.code, reason=reason, before=before, after=after, label=job
    )
    task.work.devices.touch(device.id, head.seq, task.actor)
    return task.work.devices.by_id(device.id)
