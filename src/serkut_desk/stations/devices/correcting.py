"""Correcting what was written of a device: a supervisor's matter, with before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.lacks import LackCode, lack
from serkut_desk.domain.lifecycle import Action, demand
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.weighing import HEAVIEST_G
from serkut_desk.stations import device_fields, facts, labelling, modelling, places
from serkut_desk.stations.cage_rules import demand_some_open
from serkut_desk.stations.devices import relotting
from serkut_desk.stations.devices.commands import CorrectDevice
from serkut_desk.stations.handling import Task, handles
from serkut_desk.stations.known_device import device_of
from serkut_desk.stations.wording import impersonal_reason

if TYPE_CHECKING:
    from collections.abc import Mapping

    from serkut_desk.domain.devices import Device
    from serkut_desk.stations.devices.relotting import Moved

_FIELDS = ("type", "manufacturer", "model", "inventory", "serial", "imei")
# What says which model of the catalogue it is.
_MODELLED = frozenset({"type", "manufacturer", "model"})
# Where it stands and what it weighs was approved by nobody.
_BESIDE_APPROVAL = frozenset({"place", "weight_g"})


@handles(CorrectDevice, Permission.DECIDE)
def correct_device(task: Task, command: CorrectDevice) -> Device:
    """Write what is right, and queue a new label that shows it."""
    device = device_of(task.work, command.device)
    demand(Action.CHANGE, facts.gather(task.work, device, task.now).facts)
    wanted = _wanted(task, device, command)
    now = _now(task, device)
    after = {name: value for name, value in wanted.items() if value != now[name]}
    if not after:
        raise Misused("nothing_to_change")
    _refuse_approved(task, device, after)
    if "lot" in after:
        # By way of another lot nothing comes out of a cage that is frozen or closed.
        demand_some_open(task.work, relotting.open_lot(task, device, after["lot"]))
    reason = impersonal_reason(command.reason)
    moved = _write(task, device, after)
    label = _queue_label(task, device)
    head = task.work.journal.append(
        Tag.DEVICE_CHANGED,
        device.code,
        _subjects(now, after),
        reason=reason,
        before={name: now[name] for name in after},
        after=after,
        row=moved.row,
        left_cage=moved.cage,
        serial_reason=device.serial_reason,
        label=label,
    )
    task.work.devices.touch(device.id, head.seq, task.actor)
    return task.work.devices.by_id(device.id)


def undo(task: Task, devices: list[Device], body: Mapping[str, Any]) -> dict[str, object]:
    """Write back what a correction changed; for the undo of one's own last action.

    Raises:
        Refused: What stands against correcting it so, or it is not undoable.
    """
    before = body.get("before")
    if not isinstance(before, dict) or len(devices) != 1:
        raise lack(LackCode.NOT_UNDOABLE).refusal()
    device = devices[0]
    _refuse_approved(task, device, before)
    now = _now(task, device)
    if "lot" in before:
        relotting.open_lot(task, device, before["lot"])
    cage = body.get("left_cage", "")
    _write(task, device, before, cage)
    if "serial" in before and not before["serial"]:
        # Why it had none; entries of before this was told say nothing of it.
        task.work.devices.correct(device.id, serial_reason=body.get("serial_reason"))
    label = _queue_label(task, device)
    told = {"before": {name: now[name] for name in before}, "after": before, "cage": cage}
    return {**told, "label": label}


def _wanted(task: Task, device: Device, command: CorrectDevice) -> dict[str, Any]:
    """Return what is to stand in each field that was given, in the form in which it is kept."""
    given = {name: getattr(command, name) for name in _FIELDS}
    wanted: dict[str, Any] = dict(
        device_fields.kept_form({key: text for key, text in given.items() if text is not None})
    )
    if command.lot is not None:
        wanted["lot"] = relotting.open_lot(task, device, command.lot).code
    if command.place is not None:
        wanted["place"] = _place(task, command.place)
    if command.weight_g is not None:
        if not 1 <= command.weight_g <= HEAVIEST_G:
            raise Misused("correction_weight", given=command.weight_g, most=HEAVIEST_G)
        wanted["weight_g"] = command.weight_g
    return wanted


def _place(task: Task, text: str) -> str | None:
    """Return the code of a place; an empty text takes the device from its place."""
    return places.find_or_make(task, text)[0].code if text.strip() else None


def _now(task: Task, device: Device) -> dict[str, Any]:
    """Return what stands in each field that can be corrected."""
    known: dict[str, Any] = {name: getattr(device, name) for name in (*_FIELDS, "weight_g")}
    place = task.work.places.of_id(device.place_id)
    known["place"] = place.code if place else None
    known["lot"] = task.work.lots.by_id(device.lot_id).code
    return known


def _refuse_approved(task: Task, device: Device, after: Mapping[str, Any]) -> None:
    """Refuse to change what was approved, and perhaps certified: the device as it is written."""
    if after.keys() <= _BESIDE_APPROVAL:
        return
    if task.work.approvals.in_force(device.id) is not None:
        raise Refused("correction_of_approved", device=device.code)


def _write(task: Task, device: Device, after: Mapping[str, Any], cage: str = "") -> Moved:
    """Write the fields, the lot among them; `cage` is where an undo brings the device back to."""
    work = task.work
    texts = {name: after[name] for name in _FIELDS if name in after}
    device_fields.demand_fits(work, device, texts)
    values: dict[str, Any] = dict(device_fields.with_keys(texts))
    if "weight_g" in after:
        values["weight_g"] = after["weight_g"]
    if "place" in after:
        place = work.places.find(after["place"]) if after["place"] else None
        values["place_id"] = place.id if place else None
    if values:
        work.devices.correct(device.id, **values)
    if _MODELLED & texts.keys():
        modelling.learn_anew(task, work.devices.by_id(device.id))
    if "lot" not in after:
        return relotting.Moved()
    lot = relotting.open_lot(task, device, after["lot"])
    return relotting.move(task, work.devices.by_id(device.id), lot, cage)


def _queue_label(task: Task, device: Device) -> int:
    gathered = facts.refresh(task.work, device.id, task.now)
    data = labelling.device_label_data(task.work, gathered, task.now)
    return labelling.queue_label(task.work, data, by=task.actor, at=task.now, replaces=True)


def _subjects(now: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the lots and places that a correction is about as well."""
    named = [one for name in ("lot", "place") if name in after for one in (now[name], after[name])]
    return tuple(str(one) for one in named if one)
