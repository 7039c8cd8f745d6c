"""The answers of an inspection under way: each is kept at once, no entry is written.

A draft is work in progress as parked work is. It belongs to the device: any maker who scans it
goes on. A draft of another kind of device, as after a correction, counts for nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from serkut_desk.domain import inspection
from serkut_desk.domain.changes import Changes
from serkut_desk.domain.checklist import Result, Source
from serkut_desk.domain.data_state import FREE_OF_DATA, NONE_INSIDE_PERSONS
from serkut_desk.domain.device_types import BearsData
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.inspection import Answer, Answers
from serkut_desk.domain.lifecycle import Action, demand
from serkut_desk.domain.permissions import Permission
from serkut_desk.stations import facts, hazards, machine_told, modelling
from serkut_desk.stations import grade_lists as lists
from serkut_desk.stations.grading.commands import (
    AnswerCheck,
    AnswerMeasure,
    AnswerZone,
    CleanZones,
    Kept,
)
from serkut_desk.stations.handling import Entries, Task, handles
from serkut_desk.stations.known_device import device_of

if TYPE_CHECKING:
    from datetime import datetime

    from serkut_desk.domain.checklist import Check, Checklist
    from serkut_desk.domain.devices import Device
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.facts import Gathered


@dataclass(frozen=True, slots=True)
class UnderWay:
    """A device that is inspected: its list, and what was answered so far.

    `begun` is false while nobody has answered anything.
    """

    gathered: Gathered
    checklist: Checklist
    answers: Answers
    begun: bool

    @property
    def device(self) -> Device:
        """The device."""
        return self.gathered.device


def under_way(work: UnitOfWork, code: str, now: datetime) -> UnderWay:
    """Return a device with its list and what was answered so far.

    Raises:
        Refused: `device_unknown`.
    """
    device = device_of(work, code)
    gathered = facts.gather(work, device, now)
    draft = work.inspections.draft_of(device.id)
    wanted = modelling.checklist_of(work, device)
    if draft is None or draft.checklist != wanted:
        checklist = lists.checklist_at(wanted, now)
        return UnderWay(gathered, checklist, _told(work, device, checklist), begun=False)
    checklist = lists.checklist_numbered(draft.checklist, draft.checklist_version)
    answers = inspection.answers_from_json(draft.answers, draft.zones, draft.measures)
    return UnderWay(gathered, checklist, answers, begun=True)


def _told(work: UnitOfWork, device: Device, checklist: Checklist) -> Answers:
    """Return what the machine answered already; whoever looks may answer otherwise."""
    answers = Answers()
    told = machine_told.figures(work, device.id)
    for key, value in told.items():
        check = checklist.checks.get(key)
        measure = None if check is None else check.measure
        if measure is not None and measure.low <= value <= measure.high:
            answers = inspection.with_measure(answers, key, value)
    return answers


def filled(gathered: Gathered) -> dict[str, Result]:
    """Return what the records say of the checks that nobody is asked, by source."""
    known, device = gathered.facts, gathered.device
    never = known.bears_data is BearsData.NEVER
    declared = bool(known.media) or known.none_confirmed_by >= NONE_INSIDE_PERSONS or never
    wiped = Result.PASS if gathered.data_state in FREE_OF_DATA else Result.FAIL
    return {
        Source.SERIAL.value: Result.PASS if device.serial else Result.NOT_FITTED,
        Source.MEDIA.value: Result.PASS if declared else Result.FAIL,
        Source.WIPED.value: Result.NOT_FITTED if never else wiped,
    }


@handles(AnswerCheck, Permission.GRADE, entries=Entries.MAYBE)
def answer_check(task: Task, command: AnswerCheck) -> Kept:
    """Keep one answer; "no" to a hazard raises the stop and is asked again when it ended."""
    now = _open(task, command.device)
    reason = command.reason if command.result is Result.NOT_POSSIBLE else None
    answer = Answer(command.result, reason)
    check = inspection.checked_answer(now.checklist, command.check, answer)
    _refuse_not_due(now, check)
    if check.hazard is not None and command.result is Result.FAIL:
        kept = _keep(task, now, inspection.without(now.answers, check.key))
        stop = hazards.raise_stop(task, check.hazard, now.device.code)
        changes = Changes(devices=frozenset({now.device.code}), journal=True)
        return replace(kept, stop=stop, changes=changes)
    return _keep(task, now, inspection.with_answer(now.answers, check.key, answer))


@handles(AnswerZone, Permission.GRADE, entries=Entries.NONE)
def answer_zone(task: Task, command: AnswerZone) -> Kept:
    """Keep the answers about one part of the surface."""
    now, given = _open(task, command.device), dict(command.answers)
    zone = inspection.checked_zone(now.checklist, command.zone, given)
    return _keep(task, now, inspection.with_zone(now.answers, zone.key, given))


@handles(CleanZones, Permission.GRADE, entries=Entries.NONE)
def clean_zones(task: Task, command: CleanZones) -> Kept:
    """Keep that the rest of the surface has no marks."""
    now = _open(task, command.device)
    return _keep(task, now, inspection.clean_rest(now.checklist, now.answers))


@handles(AnswerMeasure, Permission.GRADE, entries=Entries.NONE)
def answer_measure(task: Task, command: AnswerMeasure) -> Kept:
    """Keep a figure."""
    now = _open(task, command.device)
    check = inspection.checked_measure(now.checklist, command.check, command.value)
    return _keep(task, now, inspection.with_measure(now.answers, check.key, command.value))


def _open(task: Task, code: str) -> UnderWay:
    """Return a device whose inspection may go on."""
    now = under_way(task.work, code, task.now)
    demand(Action.GRADE, now.gathered.facts)
    return now


def _refuse_not_due(now: UnderWay, check: Check) -> None:
    if check not in inspection.asked(now.checklist, now.answers):
        raise Refused("check_not_due", check=check.key)


def _keep(task: Task, now: UnderWay, answers: Answers) -> Kept:
    answers = inspection.only_due(now.checklist, answers)
    task.work.inspections.save_draft(
        now.device.id,
        checklist=now.checklist.type.value,
        checklist_version=now.checklist.version,
        changed_at=task.now,
        changed_by=task.actor,
        **inspection.as_json(answers),
    )
    asked = len(inspection.asked(now.checklist, answers))
    left = len(inspection.left(now.checklist, answers))
    return Kept(now.device.code, asked - left, asked, None, Changes())
