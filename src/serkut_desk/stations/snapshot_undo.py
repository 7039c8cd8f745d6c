"""Taking back what was taken over from a machine: for the undo of one's own last action."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from serkut_desk.domain.clock import from_text, to_text
from serkut_desk.domain.lacks import LackCode, lack
from serkut_desk.stations import device_fields, facts, labelling, modelling

if TYPE_CHECKING:
    from serkut_desk.domain.devices import Device
    from serkut_desk.records.snapshots import DeviceInside
    from serkut_desk.stations.handling import Task

NAMES = frozenset({"type", "manufacturer", "model"})
"""Fields that say which model of the catalogue a device is."""


def inside_as_entry(inside: DeviceInside | None) -> dict[str, Any] | None:
    """Return what was known of an inside, for the entry that writes over it."""
    if inside is None:
        return None
    return {
        "facts": inside.facts,
        "snapshot": inside.snapshot_id,
        "at": to_text(inside.at),
        "by": inside.by,
        "seq": inside.seq,
    }


def undo(task: Task, devices: list[Device], body: dict[str, Any]) -> dict[str, object]:
    """Write back what was recorded before; accepted media are proposed again.

    Raises:
        Refused: A report tells of an accepted medium by now, so that it is not undoable; or what
            stands against writing the fields back.
    """
    work, (device,) = task.work, devices
    row = work.snapshots.find(body["snapshot"])
    if row is None or any(work.runs.of_medium(number) for number in body["media"]):
        raise lack(LackCode.NOT_UNDOABLE).refusal()
    for number in body["media"]:
        code = work.media.by_id(number).code
        if code is not None:
            work.labels.cancel_waiting(code, task.now)
        work.media.change(number, proposed=True, code=None, declared_by=row.received_by)
    for number, detail in body["details"].items():
        work.media.change(int(number), **detail["before"])
    label = _write_back(task, device, body)
    _forget_inside(task, device, body["inside_before"])
    for number in body["settled"]:
        work.snapshots.change(number, settled_at=None, settled_by=None)
    return {
        "snapshot": row.id,
        "media": body["media"],
        "before": body["after"],
        "after": body["before"],
        "inside": body["inside_before"],
        "settled": body["settled"],
        "label": label,
    }


def _write_back(task: Task, device: Device, body: dict[str, Any]) -> int | None:
    before = body["before"]
    if not before:
        return None
    device_fields.demand_fits(task.work, device, before)
    values = device_fields.with_keys(before)
    if "serial" in before:
        values["serial_reason"] = body["serial_reason"]
    task.work.devices.correct(device.id, **values)
    if NAMES & before.keys():
        modelling.learn_anew(task, task.work.devices.by_id(device.id))
    gathered = facts.refresh(task.work, device.id, task.now)
    data = labelling.device_label_data(task.work, gathered, task.now)
    return labelling.queue_label(task.work, data, by=task.actor, at=task.now, replaces=True)


def _forget_inside(task: Task, device: Device, before: dict[str, Any] | None) -> None:
    if before is None:
        task.work.snapshots.forget_inside(device.id)
        return
    task.work.snapshots.keep_inside(
        device.id,
        facts=before["facts"],
        snapshot_id=before["snapshot"],
        at=from_text(before["at"]),
        by=before["by"],
        seq=before["seq"],
    )
