"""Finishing an inspection, a supervisor's own grade, and where a device goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain import grading, inspection
from serkut_desk.domain.advice import Way
from serkut_desk.domain.changes import Changes
from serkut_desk.domain.checklist import Result
from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.lifecycle import Action, demand
from serkut_desk.domain.outcomes import Outcome
from serkut_desk.domain.permissions import Permission
from serkut_desk.stations import advice, facts, labelling
from serkut_desk.stations import grade_lists as lists
from serkut_desk.stations.grading.commands import (
    Decide,
    Decided,
    Finished,
    FinishInspection,
    Overridden,
    OverrideGrade,
)

# The handlers of the other module belong to this station too.
from serkut_desk.stations.grading.drafts import (
    answer_check,
    answer_measure,
    answer_zone,
    clean_zones,
    filled,
    under_way,
)
from serkut_desk.stations.handling import Task, handles
from serkut_desk.stations.known_device import device_of
from serkut_desk.stations.wording import short_text

if TYPE_CHECKING:
    from serkut_desk.domain.data_state import Lock
    from serkut_desk.domain.devices import Device
    from serkut_desk.domain.grading import Graded
    from serkut_desk.records.inspections import Decision
    from serkut_desk.stations.facts import Gathered
    from serkut_desk.stations.grading.drafts import UnderWay

__all__ = [
    "answer_check",
    "answer_measure",
    "answer_zone",
    "clean_zones",
    "decide",
    "finish_inspection",
    "override_grade",
]

REPLACED = "replaced"
"""Why an inspection or a decision ended: a newer one of the same kind."""
GRADED_AGAIN = "graded_again"
"""Why a decision ended: the device was inspected again."""
_ACTIONS = {
    Outcome.SHELF: Action.DECIDE_SHELF,
    Outcome.REPAIR: Action.DECIDE_REPAIR,
    Outcome.DISMANTLE: Action.DECIDE_DISMANTLE,
}


@handles(FinishInspection, Permission.GRADE)
def finish_inspection(task: Task, command: FinishInspection) -> Finished:
    """Make an inspection of the draft; a lock that was found sends the device to quarantine."""
    work, now = task.work, under_way(task.work, command.device, task.now)
    demand(Action.GRADE, now.gathered.facts)
    graded = _graded(task, now)
    device = now.device
    before, decision = work.inspections.in_force(device.id), work.inspections.decision_of(device.id)
    work.inspections.end(device.id, task.now, REPLACED)
    work.inspections.end_decision(device.id, task.now, GRADED_AGAIN)
    number = _store(task, now, graded)
    work.inspections.drop_draft(device.id)
    locks = _lock(task, now)
    gathered = facts.refresh(work, device.id, task.now)
    label = _label(task, gathered)
    head = work.journal.append(
        Tag.GRADED,
        device.code,
        inspection=number,
        checklist=now.checklist.type.value,
        checklist_version=now.checklist.version,
        rules_version=lists.rules_at(task.now).version,
        grade=graded.grade.value,
        functional=graded.functional.value,
        battery=graded.battery,
        reasons=[[one.code, one.fields] for one in graded.reasons],
        replaces=before.id if before else None,
        decision=decision.id if decision else None,
        locks=[lock.value for lock in locks],
        label=label,
    )
    work.inspections.change(number, seq=head.seq)
    work.devices.touch(device.id, head.seq, task.actor)
    changes = _changes(device)
    return Finished(device.code, number, graded, gathered.state, locks, label, changes)


def _graded(task: Task, now: UnderWay) -> Graded:
    """Return the grade of answers that are complete: nothing stays blank."""
    if not now.begun:
        raise Refused("inspection_not_begun", device=now.device.code)
    left = inspection.left(now.checklist, now.answers)
    if left:
        raise Refused("inspection_incomplete", count=len(left), check=left[0].key)
    graded = grading.grade(lists.rules_at(task.now), now.checklist, now.answers)
    assert graded is not None, "nothing is left, so nothing mandatory is"
    return graded


def _store(task: Task, now: UnderWay, graded: Graded) -> int:
    answers = grading.filled(filled(now.gathered), now.checklist, now.answers)
    return task.work.inspections.add(
        device_id=now.device.id,
        checklist=now.checklist.type.value,
        checklist_version=now.checklist.version,
        rules_version=lists.rules_at(task.now).version,
        grade=graded.grade.value,
        functional=graded.functional.value,
        battery=graded.battery,
        reasons=[[one.code, one.fields] for one in graded.reasons],
        inspected_at=task.now,
        inspected_by=task.actor,
        seq=0,
        **inspection.as_json(answers),
    )


def _lock(task: Task, now: UnderWay) -> tuple[Lock, ...]:
    """Record each lock that was found (gate 4); how it ends is the quarantine's."""
    checks = now.checklist.checks
    failed = {
        key
        for key, one in now.answers.checks.items()
        if one.result is Result.FAIL and key in checks
    }
    locks = dict.fromkeys(lock for key in failed if (lock := checks[key].lock) is not None)
    for lock in locks:
        task.work.quarantines.add(
            device_id=now.device.id,
            lock=lock.value,
            note="",
            found_at=task.now,
            found_by=task.actor,
        )
    return tuple(sorted(locks))


def _label(task: Task, gathered: Gathered) -> int:
    """Queue the label that shows the grade; the old one has to come off."""
    data = labelling.device_label_data(task.work, gathered, task.now)
    return labelling.queue_label(task.work, data, by=task.actor, at=task.now, replaces=True)


@handles(OverrideGrade, Permission.OVERRIDE)
def override_grade(task: Task, command: OverrideGrade) -> Overridden:
    """Set another grade; the computed one stays beside it."""
    work, device = task.work, device_of(task.work, command.device)
    reason = short_text(command.reason, "reason")
    demand(Action.OVERRIDE_GRADE, facts.gather(work, device, task.now).facts)
    held = work.inspections.in_force(device.id)
    assert held is not None, "the lifecycle table asks for a grade"
    before = held.override_grade or held.grade
    if before is command.grade:
        raise Refused("grade_same", grade=command.grade.value)
    work.inspections.change(
        held.id,
        override_grade=command.grade.value,
        override_reason=reason,
        override_by=task.actor,
        override_at=task.now,
    )
    gathered = facts.refresh(work, device.id, task.now)
    label = _label(task, gathered)
    head = work.journal.append(
        Tag.GRADE_OVERRIDDEN,
        device.code,
        inspection=held.id,
        computed=held.grade.value,
        before=before.value,
        grade=command.grade.value,
        reason=reason,
        label=label,
    )
    work.devices.touch(device.id, head.seq, task.actor)
    return Overridden(device.code, held.grade, command.grade, label, _changes(device))


@handles(Decide, Permission.OUTCOME)
def decide(task: Task, command: Decide) -> Decided:
    """Say where a device goes; a newer decision takes the place of the one before.

    Raises:
        Misused: `plan_differs`.
        Refused: `outcome_same`, or what the lifecycle table lacks.
    """
    work, device = task.work, device_of(task.work, command.device)
    reason = short_text(command.reason, "reason")
    plan = _plan(command)
    demand(_ACTIONS[command.outcome], facts.gather(work, device, task.now).facts)
    held, before = work.inspections.in_force(device.id), work.inspections.decision_of(device.id)
    if before is not None and _way_of(task, before) is plan:
        raise Refused("outcome_same", device=device.code)
    advised = advice.advise(work, device, task.now)
    work.inspections.end_decision(device.id, task.now, REPLACED)
    number = work.inspections.decisions.add(
        device_id=device.id,
        inspection_id=held.id if held else None,
        outcome=command.outcome.value,
        reason=reason,
        decided_at=task.now,
        decided_by=task.actor,
        seq=0,
    )
    kept = advice.keep(work, number, plan, advised)
    gathered = facts.refresh(work, device.id, task.now)
    head = work.journal.append(
        Tag.DECIDED,
        device.code,
        decision=number,
        outcome=command.outcome.value,
        chosen=plan.value,
        advised=advised.advised.value if advised.advised else None,
        advice_rules=advised.rules,
        advice=kept,
        inspection=held.id if held else None,
        reason=reason,
        replaces=before.id if before else None,
    )
    work.inspections.decisions.change(number, seq=head.seq)
    work.devices.touch(device.id, head.seq, task.actor)
    changes = Changes(devices=frozenset({device.code}), journal=True)
    return Decided(device.code, command.outcome, gathered.state, changes, plan, advised.advised)


def _plan(command: Decide) -> Way:
    plan = command.plan or Way(command.outcome.value)
    if plan.outcome is not command.outcome:
        raise Misused("plan_differs", plan=plan.value, outcome=command.outcome.value)
    return plan


def _way_of(task: Task, decision: Decision) -> Way:
    kept = task.work.advices.of_decision(decision.id)
    return Way(kept.chosen) if kept else Way(decision.outcome.value)


def _changes(device: Device) -> Changes:
    code = frozenset({device.code})
    return Changes(devices=code, labels=code, journal=True)
