"""Into quarantine, and what the donor answers. The ways out are in `leaving`."""

from __future__ import annotations

from serkut_desk.domain.changes import Changes
from serkut_desk.domain.data_state import Lock
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.lifecycle import Action, demand
from serkut_desk.domain.permissions import Permission
from serkut_desk.stations import facts, locking
from serkut_desk.stations.handling import Entries, Task, handles
from serkut_desk.stations.known_device import device_of
from serkut_desk.stations.quarantine.asking import request_release
from serkut_desk.stations.quarantine.commands import (
    Answered,
    RecordAnswer,
    Reported,
    ReportLock,
    ReportStolen,
)
from serkut_desk.stations.quarantine.finding import held

# The handlers of the other modules belong to this station too.
from serkut_desk.stations.quarantine.leaving import free_device, take_apart
from serkut_desk.stations.wording import short_text

__all__ = [
    "free_device",
    "record_answer",
    "report_lock",
    "report_stolen",
    "request_release",
    "take_apart",
]


@handles(ReportLock, Permission.GRADE, entries=Entries.MAYBE)
def report_lock(task: Task, command: ReportLock) -> Reported:
    """Lock a device away; whoever works on devices may say that one does not open.

    Raises:
        Refused: `stolen_by_supervisor`, `device_unknown`, or what the lifecycle table says.
    """
    if command.lock is Lock.STOLEN:
        raise Refused("stolen_by_supervisor")
    note = short_text(command.note, "lock_note") if command.note.strip() else ""
    return _report(task, command.device, command.lock, note)


@handles(ReportStolen, Permission.QUARANTINE, entries=Entries.MAYBE)
def report_stolen(task: Task, command: ReportStolen) -> Reported:
    """Lock a device away that may belong to somebody else."""
    return _report(
        task, command.device, Lock.STOLEN, short_text(command.reference, "stolen_reference")
    )


def _report(task: Task, code: str, lock: Lock, note: str) -> Reported:
    """Record a reason, or answer that it is known; the label then says quarantine."""
    work, device = task.work, device_of(task.work, code)
    demand(Action.QUARANTINE, facts.gather(work, device, task.now).facts)
    locked = locking.lock_away(task, device, lock, note)
    if not locked:
        return Reported(device.code, lock, already=True, changes=Changes())
    head = work.journal.append(Tag.LOCK_FOUND, device.code, **locked)
    work.devices.touch(device.id, head.seq, task.actor)
    code = device.code
    changes = Changes(devices=frozenset({code}), labels=frozenset({code}), journal=True)
    return Reported(code, lock, already=False, changes=changes)


@handles(RecordAnswer, Permission.QUARANTINE)
def record_answer(task: Task, command: RecordAnswer) -> Answered:
    """Record what the donor answered; a newer answer stands in the place of an older one.

    Raises:
        Refused: `release_not_requested`, `lock_not_held`, or what the lifecycle table says.
    """
    found = held(task, command.device)
    note = short_text(command.note, "answer_note")
    meant = found.only(command.lock)
    if any(one.request_id is None for one in meant):
        raise Refused("release_not_requested", device=found.device.code)
    for one in meant:
        task.work.quarantines.change(
            one.id, answer=command.answer.value, answer_note=note, answered_at=task.now
        )
    locks = tuple(one.lock for one in meant)
    head = task.work.journal.append(
        Tag.RELEASE_ANSWERED,
        found.device.code,
        locks=[lock.value for lock in locks],
        answer=command.answer.value,
        note=note,
    )
    task.work.devices.touch(found.device.id, head.seq, task.actor)
    changes = Changes(devices=frozenset({found.device.code}), journal=True)
    return Answered(found.device.code, locks, command.answer, changes)
