"""Out of quarantine: free and tested again, or taken apart.

Either way the data gate stays: what was in the device is wiped or destroyed as in any other.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.domain.changes import Changes
from serkut_desk.domain.data_state import Lock
from serkut_desk.domain.errors import Misused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.lifecycle import Action, demand
from serkut_desk.domain.outcomes import Outcome
from serkut_desk.domain.permissions import Permission, SecondSupervisor
from serkut_desk.domain.quarantine import WayOut, against_freeing, against_touching
from serkut_desk.stations import facts, labelling
from serkut_desk.stations.authority import second_supervisor
from serkut_desk.stations.handling import Task, handles
from serkut_desk.stations.quarantine.commands import Ended, FreeDevice, TakeApart
from serkut_desk.stations.quarantine.finding import facts_of, held
from serkut_desk.stations.wording import short_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.domain.people import Person, Session
    from serkut_desk.records.quarantines import Quarantine
    from serkut_desk.stations.quarantine.finding import Held

# Why an inspection and a decision ended, in their rows.
_ENDED_BY = "quarantine"


@handles(FreeDevice, Permission.QUARANTINE)
def free_device(task: Task, command: FreeDevice) -> Ended:
    """Close one reason; what was known of the device's condition no longer counts.

    Whoever lifted the lock had the device in their hands or changed its firmware, so that it is
    tested again before anything is decided of it.

    Raises:
        Misused: `lock_unclear` where there are several and none was named.
        Refused: `release_refused`, `stolen_not_released`, `second_supervisor_needed`,
            `second_is_first`, or what the lifecycle table says.
    """
    found = held(task, command.device)
    reason = short_text(command.reason, "reason")
    meant = found.only(command.lock)
    if len(meant) > 1:
        raise Misused("lock_unclear", device=found.device.code)
    for lack in against_freeing(facts_of(meant[0])):
        raise lack.refusal()
    second = _second(task, meant, command.second)
    work = task.work
    _close(task, meant, WayOut.FREED, reason, second)
    work.inspections.end(found.device.id, task.now, _ENDED_BY)
    work.inspections.drop_draft(found.device.id)
    work.inspections.end_decision(found.device.id, task.now, _ENDED_BY)
    return _ended(task, found, _Closed(meant, WayOut.FREED, reason, second))


@handles(TakeApart, Permission.QUARANTINE)
def take_apart(task: Task, command: TakeApart) -> Ended:
    """Close every reason and decide that the device is taken apart.

    Raises:
        Refused: `stolen_not_released`, `second_supervisor_needed`, `second_is_first`, or what the
            lifecycle table says.
    """
    found = held(task, command.device)
    reason = short_text(command.reason, "reason")
    for lack in against_touching(map(facts_of, found.reasons)):
        raise lack.refusal()
    second = _second(task, found.reasons, command.second)
    work, row_id = task.work, found.device.id
    _close(task, found.reasons, WayOut.DISMANTLE, reason, second)
    demand(Action.DECIDE_DISMANTLE, facts.gather(work, found.device, task.now).facts)
    work.inspections.end_decision(row_id, task.now, _ENDED_BY)
    inspection = work.inspections.in_force(row_id)
    decision = work.inspections.decisions.add(
        device_id=row_id,
        inspection_id=inspection.id if inspection else None,
        outcome=Outcome.DISMANTLE.value,
        reason=reason,
        decided_at=task.now,
        decided_by=task.actor,
        seq=0,
    )
    closed = _Closed(found.reasons, WayOut.DISMANTLE, reason, second, decision)
    return _ended(task, found, closed)


def _second(task: Task, reasons: Sequence[Quarantine], offered: Session | None) -> Person | None:
    """Return the second supervisor where something may be stolen."""
    if all(one.lock is not Lock.STOLEN for one in reasons):
        return None
    return second_supervisor(
        task.work.people,
        task.desk.permissions,
        SecondSupervisor.FREE_STOLEN,
        permission=Permission.QUARANTINE,
        first=task.person,
        second=offered,
        now=task.desk.clock.now(),
    )


def _close(
    task: Task, reasons: Sequence[Quarantine], way: WayOut, reason: str, second: Person | None
) -> None:
    for one in reasons:
        task.work.quarantines.change(
            one.id,
            closed_at=task.now,
            closed_by=task.actor,
            second_by=second.code if second else None,
            outcome=way.value,
            outcome_note=reason,
        )


@dataclass(frozen=True, slots=True)
class _Closed:
    """Reasons that were closed, how and by whom; `decision` is the row of what was decided."""

    reasons: tuple[Quarantine, ...]
    way: WayOut
    reason: str
    second: Person | None
    decision: int | None = None


def _ended(task: Task, found: Held, closed: _Closed) -> Ended:
    """Store where the device stands now, queue its new label and write the entry."""
    work, code = task.work, found.device.code
    gathered = facts.refresh(work, found.device.id, task.now)
    locks = tuple(one.lock for one in closed.reasons)
    left = tuple(one.lock for one in found.reasons if one.lock not in locks)
    label = None
    if not left:
        data = labelling.device_label_data(work, gathered, task.now)
        label = labelling.queue_label(work, data, by=task.actor, at=task.now, replaces=True)
    head = work.journal.append(
        Tag.QUARANTINE_ENDED,
        code,
        locks=[lock.value for lock in locks],
        left=[lock.value for lock in left],
        outcome=closed.way.value,
        reason=closed.reason,
        label=label,
        **({} if closed.second is None else {"second": closed.second.code}),
        **({} if closed.decision is None else {"decision": closed.decision}),
    )
    if closed.decision is not None:
        work.inspections.decisions.change(closed.decision, seq=head.seq)
    work.devices.touch(found.device.id, head.seq, task.actor)
    labels = frozenset({code} if label is not None else ())
    changes = Changes(devices=frozenset({code}), labels=labels, journal=True)
    return Ended(code, locks, closed.way, left, gathered.state.value, changes)
