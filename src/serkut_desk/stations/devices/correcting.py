"""Correcting what was written of a device: a supervisor's matter, with before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdnum import imei as imei_number
from stdnum.exceptions import ValidationError

from serkut_desk.domain.data_state import NONE_INSIDE_PERSONS
from serkut_desk.domain.device_types import DeviceType
from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.lifecycle import Action, demand
from serkut_desk.domain.lots import name_key
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.scan import holds_secret
from serkut_desk.domain.serials import normal_serial, serial_key
from serkut_desk.stations import facts, labelling, rules
from serkut_desk.stations.devices.commands import CorrectDevice
from serkut_desk.stations.handling import Task, handles
from serkut_desk.stations.known_device import device_of
from serkut_desk.stations.wording import short_text

if TYPE_CHECKING:
    from serkut_desk.domain.devices import Device

LONGEST_FIELD = 80


@handles(CorrectDevice, Permission.DECIDE)
def correct_device(task: Task, command: CorrectDevice) -> Device:
    """Write what is right, and queue a new label that shows it."""
    device = device_of(task.work, command.device)
    demand(Action.CHANGE, facts.gather(task.work, device, task.now).facts)
    if task.work.approvals.in_force(device.id) is not None:
        # What was approved, and perhaps certified, was the device as it is written now.
        raise Refused("correction_of_approved", device=device.code)
    reason = short_text(command.reason, "reason")
    after = {
        name: value for name, value in _given(command).items() if value != getattr(device, name)
    }
    if not after:
        raise Misused("nothing_to_change")
    _refuse_double(task, device, after)
    _refuse_milder(task, device, after)
    before = {name: getattr(device, name) for name in after}
    task.work.devices.correct(device.id, **after, **_keys(after))
    gathered = facts.refresh(task.work, device.id, task.now)
    data = labelling.device_label_data(task.work, gathered, task.now)
    job = labelling.queue_label(task.work, data, by=task.actor, at=task.now, replaces=True)
    head = task.work.journal.append(
        Tag.DEVICE_CHANGED, device.code, reason=reason, before=before, after=after, label=job
    )
    task.work.devices.touch(device.id, head.seq, task.actor)
    return task.work.devices.by_id(device.id)


def _given(command: CorrectDevice) -> dict[str, str]:
    """Return the fields that were given, in the form in which they are kept.

    Raises:
        Misused: `imei_wrong` or `text_too_long`.
        Refused: `correction_is_secret`.
    """
    given: dict[str, str] = {}
    if command.type is not None:
        given["type"] = command.type.value
    for name in ("manufacturer", "model", "inventory"):
        text = getattr(command, name)
        if text is not None and holds_secret(text):
            raise Refused("correction_is_secret", field=name)
        if text is not None:
            given[name] = short_text(text, name, LONGEST_FIELD) if text.strip() else ""
    if command.serial is not None:
        serial = normal_serial(command.serial)
        if holds_secret(serial):
            raise Refused("correction_is_secret", field="serial")
        given["serial"] = short_text(serial, "serial", LONGEST_FIELD) if serial else ""
    if command.imei is not None:
        given["imei"] = _imei(command.imei)
    return given


def _imei(text: str) -> str:
    if not text.strip():
        return ""
    try:
        return str(imei_number.validate(text))
    except ValidationError as problem:
        raise Misused("imei_wrong", imei=text) from problem


def _keys(after: dict[str, str]) -> dict[str, str | None]:
    """Return what is compared, for the fields that change."""
    keys: dict[str, str | None] = {}
    if "manufacturer" in after:
        keys["manufacturer_key"] = name_key(after["manufacturer"])
    if "serial" in after:
        keys["serial_key"] = serial_key(after["serial"])
    if after.get("serial"):
        keys["serial_reason"] = None
    if "inventory" in after:
        keys["inventory_key"] = serial_key(after["inventory"])
    return keys


def _refuse_milder(task: Task, device: Device, after: dict[str, str]) -> None:
    """Refuse that one person alone makes of a device one that holds data less often (gate 1)."""
    types = rules.device_types()
    now = types[DeviceType(device.type)].bears_data
    wanted = types[DeviceType(after.get("type", device.type))].bears_data
    said = task.work.media.none_confirmed_by(device.id)
    if wanted.less_than(now) and said < NONE_INSIDE_PERSONS:
        raise Refused("correction_needs_none", device=device.code)


def _refuse_double(task: Task, device: Device, after: dict[str, str]) -> None:
    """Refuse a serial that another device of the maker in the house carries."""
    key = serial_key(after.get("serial", device.serial))
    maker = name_key(after.get("manufacturer", device.manufacturer))
    for other in task.work.devices.by_serial(key):
        same = other.in_house and other.id != device.id and other.manufacturer_key == maker
        if same:
            raise Refused("serial_in_house", serial=other.serial, device=other.code)
