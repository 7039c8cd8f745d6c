"""Undo of a grading: its answers are under way again, and what held before holds again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from serkut_desk.domain.lacks import LackCode, lack
from serkut_desk.stations import facts, labelling

if TYPE_CHECKING:
    from serkut_desk.domain.devices import Device
    from serkut_desk.stations.handling import Task

UNDONE = "undone"
"""Why an inspection ended that was undone."""


def undo(task: Task, devices: list[Device], body: dict[str, Any]) -> dict[str, object]:
    """End the inspection of an entry, and put its answers back as a draft.

    Raises:
        Refused: `not_undoable` when a lock was found: the quarantine stands by itself.
    """
    store = task.work.inspections
    (device,) = devices
    held = store.in_force(device.id)
    if body["locks"] or held is None or held.id != body["inspection"]:
        raise lack(LackCode.NOT_UNDOABLE).refusal()
    store.end(device.id, task.now, UNDONE)
    store.save_draft(
        device.id,
        checklist=held.checklist,
        checklist_version=held.checklist_version,
        answers=held.answers,
        zones=held.zones,
        measures=held.measures,
        changed_at=task.now,
        changed_by=task.actor,
    )
    if body["replaces"] is not None:
        store.reinstate(body["replaces"])
    if body["decision"] is not None:
        store.reinstate_decision(body["decision"])
    gathered = facts.refresh(task.work, device.id, task.now)
    data = labelling.device_label_data(task.work, gathered, task.now)
    label = labelling.queue_label(task.work, data, by=task.actor, at=task.now, replaces=True)
    return {"inspection": held.id, "label": label}
