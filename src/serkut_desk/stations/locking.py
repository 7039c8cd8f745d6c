"""Locking a device away (gate 4): the reason is kept, and its label says quarantine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.stations import facts, labelling

if TYPE_CHECKING:
    from serkut_desk.domain.data_state import Lock
    from serkut_desk.domain.devices import Device
    from serkut_desk.stations.handling import Task


def lock_away(task: Task, device: Device, lock: Lock, note: str = "") -> dict[str, object]:
    """Record a reason for quarantine and queue the new label, in the caller's transaction.

    The caller has asked the lifecycle table and writes the entry.

    Returns:
        What the entry says of it; empty where the reason is known already.
    """
    work = task.work
    if any(one.lock is lock for one in work.quarantines.open_of(device.id)):
        return {}
    number = work.quarantines.add(
        device_id=device.id, lock=lock.value, note=note, found_at=task.now, found_by=task.actor
    )
    gathered = facts.refresh(work, device.id, task.now)
    data = labelling.device_label_data(work, gathered, task.now)
    label = labelling.queue_label(work, data, by=task.actor, at=task.now, replaces=True)
    return {"quarantine": number, "lock": lock.value, "note": note, "label": label}
