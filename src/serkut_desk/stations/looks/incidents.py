"""How incidents end: medium by medium, then by two supervisors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.changes import Changes
from serkut_desk.domain.data_state import MediumState
from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.evidence import Verdict
from serkut_desk.domain.lifecycle import DeviceState
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.second_look import COUNTS_AGAIN, Conclusion, Lifted, LookState
from serkut_desk.stations import facts
from serkut_desk.stations.authority import other_supervisor
from serkut_desk.stations.handling import Task, handles
from serkut_desk.stations.late_doubt import concerned
from serkut_desk.stations.looks.commands import (
    CloseIncident,
    FreezeDone,
    IncidentDone,
    LiftFreeze,
)
from serkut_desk.stations.looks.finding import incident_named, medium_named
from serkut_desk.stations.wording import impersonal_reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from serkut_desk.domain.devices import StorageMedium
    from serkut_desk.records.looks import ProofFreeze, ProofIncident
    from serkut_desk.records.unit_of_work import UnitOfWork


@handles(LiftFreeze, Permission.DECIDE)
def lift_freeze(task: Task, command: LiftFreeze) -> FreezeDone:
    """End the doubt about a medium, on the ground that the records show."""
    work = task.work
    incident = incident_named(work, command.incident)
    medium = medium_named(work, command.medium)
    mine = [one for one in work.looks.freezes.open_of(medium.id) if one.incident_id == incident.id]
    if not mine:
        raise Refused("freeze_unknown", medium=facts.name_of(medium), incident=incident.id)
    if command.outcome is Lifted.UNFOUNDED:
        raise Misused("freeze_unfounded_alone")
    for one in mine:
        _demand_ground(task, medium, one, command.outcome)
    reason = impersonal_reason(command.reason)
    _lift(task, mine, command.outcome, reason)
    devices = _refreshed(task, (medium.id,))
    device = work.devices.by_id(medium.device_id)
    head = work.journal.append(
        Tag.FREEZE_LIFTED,
        device.code,
        tuple(filter(None, (*devices, medium.code))),
        incident=incident.id,
        medium=medium.id,
        serial=medium.serial,
        runs=[one.run_id for one in mine],
        outcome=command.outcome.value,
        reason=reason,
    )
    work.devices.touch(device.id, head.seq, task.actor)
    left = sum(one.lifted_at is None for one in work.looks.freezes.of_incident(incident.id))
    changes = Changes(devices=frozenset(devices), media=_label(medium), journal=True)
    return FreezeDone(facts.name_of(medium), device.code, command.outcome, left, changes)


def _demand_ground(task: Task, medium: StorageMedium, frozen: ProofFreeze, outcome: Lifted) -> None:
    """See that what is said to have ended the doubt is in the records, and not one's own word.

    Raises:
        Refused: `freeze_no_ground`, `freeze_own_look`.
    """
    if not _holds(task.work, medium, frozen, outcome):
        raise Refused("freeze_no_ground", medium=facts.name_of(medium), outcome=outcome.value)
    if outcome is Lifted.LOOKED_CLEAN and task.actor in _readers(task.work, medium, frozen):
        raise Refused("freeze_own_look", medium=facts.name_of(medium))


def _readers(work: UnitOfWork, medium: StorageMedium, frozen: ProofFreeze) -> set[str | None]:
    """Return who has read what a run left since it was doubted, and found it clean."""
    return {
        one.looked_by
        for one in work.looks.of_medium(medium.id, LookState.CLEAN)
        if one.run_id == frozen.run_id and one.looked_at and one.looked_at > frozen.at
    }


def _holds(work: UnitOfWork, medium: StorageMedium, frozen: ProofFreeze, outcome: Lifted) -> bool:
    if outcome is Lifted.DESTROYED:
        return medium.state == MediumState.DESTROYED
    if outcome is Lifted.TOLD:
        return work.devices.by_id(medium.device_id).state == DeviceState.LEFT
    if outcome is Lifted.LOOKED_CLEAN:
        return bool(_readers(work, medium, frozen))
    good = [run for run in work.runs.of_medium(medium.id) if run.verdict is Verdict.PASSED]
    # Not before: what was wiped in the same way at the same time is in the same doubt.
    return any(run.set_aside_by is None and not facts.began_before(run, frozen.at) for run in good)


def _lift(task: Task, freezes: Iterable[ProofFreeze], outcome: Lifted, note: str) -> None:
    for one in freezes:
        task.work.looks.freezes.change(
            one.id,
            lifted_at=task.now,
            lifted_by=task.actor,
            outcome=outcome.value,
            note=note,
        )


def _refreshed(task: Task, media: Iterable[int]) -> list[str]:
    ids = sorted(concerned(task.work, media))
    return [facts.refresh(task.work, one, task.now).device.code for one in ids]


def _label(medium: StorageMedium) -> frozenset[str]:
    return frozenset({medium.code} if medium.code else ())


@handles(CloseIncident, Permission.INCIDENT)
def close_incident(task: Task, command: CloseIncident) -> IncidentDone:
    """End an incident: all its media are settled, or nothing was wrong with any of them.

    Raises:
        Refused: `second_supervisor_needed`, `second_is_first`, `freezes_open`,
            `incident_own_work`, `incident_grew`, `proof_incident_unknown`, `proof_incident_closed`.
    """
    work = task.work
    incident = incident_named(work, command.incident)
    second = other_supervisor(
        work.people,
        task.desk.permissions,
        permission=Permission.INCIDENT,
        first=task.person,
        second=command.second,
        now=task.desk.clock.now(),
    )
    _demand_others(work, incident, (task.actor, second.code))
    note = impersonal_reason(command.note, "note")
    freezes = work.looks.freezes.of_incident(incident.id)
    if command.seen not in {None, len(freezes)}:
        # What came in since the list was looked at is not settled with what they saw.
        raise Refused("incident_grew", incident=incident.id, count=len(freezes))
    still = [one for one in freezes if one.lifted_at is None]
    unfounded = command.conclusion is Conclusion.UNFOUNDED
    if still and not unfounded:
        raise Refused("freezes_open", incident=incident.id, count=len(still))
    _lift(task, still, Lifted.UNFOUNDED, note)
    work.looks.incidents.change(
        incident.id,
        closed_at=task.now,
        closed_by=task.actor,
        second_by=second.code,
        conclusion=command.conclusion.value,
        note=note,
    )
    devices = _refreshed(task, {one.medium_id for one in freezes})
    head = work.journal.append(
        Tag.PROOF_INCIDENT_CLOSED,
        devices[0],
        devices,
        incident=incident.id,
        conclusion=command.conclusion.value,
        second=second.code,
        note=note,
        unfounded=[one.run_id for one in still],
    )
    for code in devices:
        device = work.devices.by_code(code)
        assert device is not None
        work.devices.touch(device.id, head.seq, task.actor)
    revoke = to_revoke(work, work.looks.freezes.of_incident(incident.id))
    changes = Changes(devices=frozenset(devices), journal=True)
    return IncidentDone(incident.id, command.conclusion, revoke, changes)


def _demand_others(work: UnitOfWork, incident: ProofIncident, people: Iterable[str]) -> None:
    """See that nobody ends the doubt about their own work.

    Raises:
        Refused: `incident_own_work`.
    """
    look = work.looks.by_id(incident.look_id)
    run = work.runs.by_id(look.run_id) if look is not None else None
    if run is not None and run.performers & set(people):
        raise Refused("incident_own_work", incident=incident.id)


def to_revoke(work: UnitOfWork, freezes: Sequence[ProofFreeze]) -> tuple[str, ...]:
    """Return the certificates that hold and rest on a proof that is in doubt, or was wrong."""
    doubted = {one.medium_id for one in freezes if one.outcome not in COUNTS_AGAIN}
    runs = {one.run_id for one in freezes if one.outcome not in COUNTS_AGAIN}

    def rests(approval_id: int | None) -> bool:
        items = work.approvals.items(approval_id) if approval_id is not None else []
        return any(item.run_id in runs for item in items)

    ofs = [work.certificates.valid_of(device) for device in sorted(concerned(work, doubted))]
    devices = [one for one in ofs if one is not None and rests(one.approval_id)]
    alone = work.medium_certificates.valid_among(doubted)
    media = [one for one in alone if rests(one.approval_id)]
    lots = work.lot_certificates.resting_on([one.id for one in devices])
    return (*(one.code for one in devices), *(one.code for one in media), *lots)
