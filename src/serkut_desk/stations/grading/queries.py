"""What the grading station shows: what waits, a device under inspection, what was found before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.domain import grading, inspection
from serkut_desk.domain.lifecycle import Action, DeviceState, NotAllowed, may
from serkut_desk.domain.permissions import Permission
from serkut_desk.stations import advice as advices
from serkut_desk.stations import grade_lists as lists
from serkut_desk.stations.authority import whoever
from serkut_desk.stations.grading import drafts
from serkut_desk.stations.known_device import device_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from serkut_desk.domain.advice import Advice, Way
    from serkut_desk.domain.checklist import Check, Checklist, Result
    from serkut_desk.domain.errors import Refused
    from serkut_desk.domain.grading import Graded, GradeRules
    from serkut_desk.domain.inspection import Answers
    from serkut_desk.domain.outcomes import Functional, Grade, Outcome
    from serkut_desk.domain.people import Session
    from serkut_desk.records.inspections import Decision, Inspection
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.desk import Desk

SHOWN = 200
"""As many devices as a queue shows."""

QUEUES = (
    DeviceState.WAITING_GRADE,
    DeviceState.WAITING_DECISION,
    DeviceState.ON_SHELF,
    DeviceState.WAITING_REPAIR,
    DeviceState.WAITING_DISMANTLE,
)
"""The queues of the station, in the order of the work."""


@dataclass(frozen=True, slots=True)
class QueueLine:
    """One device that waits.

    Args:
        begun: Somebody has answered a part of its checks.
        grade: In force, None before.
        reason: Of the decision in force, "" without one.
    """

    device: str
    type: str
    make: str
    place: str
    state: DeviceState
    begun: bool
    grade: Grade | None
    functional: Functional | None
    reason: str


@dataclass(frozen=True, slots=True)
class InspectionView:
    """One inspection with the list it was made with.

    Args:
        id: Its number.
        checklist: Its own version.
        graded: What was computed then, mapped by its own rules.
        override: The grade that a supervisor set, with the reason; None without one.
        ended_reason: Why it holds no more, None while it does.
    """

    id: int
    checklist: Checklist
    rules_version: int
    answers: Answers
    graded: Graded
    at: datetime
    by: str
    override: Grade | None
    override_reason: str | None
    override_by: str | None
    ended_at: datetime | None
    ended_reason: str | None

    @property
    def grade(self) -> Grade:
        """The grade that holds."""
        return self.override or self.graded.grade


@dataclass(frozen=True, slots=True)
class DecisionView:
    """Where it was decided that a device goes, and what was advised then.

    `plan` is the way that was chosen, `advised` what the rules said; both None for a decision
    from before there was advice.
    """

    outcome: Outcome
    reason: str
    at: datetime
    by: str
    ended_reason: str | None
    plan: Way | None = None
    advised: Way | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """A device at the grading station.

    Args:
        checklist: The list that is asked now.
        answers: What was answered so far; `begun` tells whether anything was.
        filled: What the records say of checks that nobody is asked, by source.
        asked: The checks that a person answers, in order.
        left: Those without an answer.
        preview: The grade as far as it can be told now, None while it is "kesken".
        against: Why it may not be graded now, None when it may.
        held: The inspection in force.
        decision: The decision in force.
        rules: The rules that hold now, with the reasons that are offered.
        may_shelf: Nothing stands against the shelf.
        advice: For who may decide, while nobody has; None else.
    """

    device: str
    type: str
    make: str
    state: DeviceState
    checklist: Checklist
    answers: Answers
    begun: bool
    filled: Mapping[str, Result]
    asked: tuple[Check, ...]
    left: tuple[Check, ...]
    preview: Graded | None
    against: Refused | None
    held: InspectionView | None
    decision: DecisionView | None
    rules: GradeRules
    may_shelf: bool
    advice: Advice | None = None


def queue(desk: Desk, session: Session | None, limit: int = SHOWN) -> tuple[QueueLine, ...]:
    """Return what waits here, queue by queue, the oldest first."""
    with desk.reading(session) as work:
        found: list[QueueLine] = []
        for state in QUEUES:
            ids = work.inspections.waiting(state.value, limit)
            begun = work.inspections.begun(ids)
            found += [_line(work, row_id, begun=row_id in begun) for row_id in ids]
        return tuple(found)


def _line(work: UnitOfWork, row_id: int, *, begun: bool) -> QueueLine:
    device = work.devices.by_id(row_id)
    place = work.places.of_id(device.place_id)
    ahead = work.prospects.of(row_id)
    decision = work.inspections.decision_of(row_id)
    return QueueLine(
        device.code,
        device.type,
        f"{device.manufacturer} {device.model}".strip(),
        place.name if place else "",
        DeviceState(device.state),
        begun,
        ahead.grade,
        ahead.functional,
        decision.reason if decision else "",
    )


def look(desk: Desk, session: Session | None, code: str) -> Look:
    """Return a device with its inspection under way.

    Raises:
        Refused: `device_unknown`.
    """
    with desk.reading(session) as work:
        now = work.journal.now()
        current = drafts.under_way(work, code, now)
        known, device, rules = current.gathered.facts, current.device, lists.rules_at(now)
        allowed = may(Action.GRADE, known)
        held = work.inspections.in_force(device.id)
        decision = work.inspections.decision_of(device.id)
        decides = desk.permissions.holds(whoever(work.people, session).role, Permission.OUTCOME)
        advised = decides and held is not None and decision is None
        return Look(
            device=device.code,
            type=device.type,
            make=f"{device.manufacturer} {device.model}".strip(),
            state=current.gathered.state,
            checklist=current.checklist,
            answers=current.answers,
            begun=current.begun,
            filled=drafts.filled(current.gathered),
            asked=inspection.asked(current.checklist, current.answers),
            left=inspection.left(current.checklist, current.answers),
            preview=grading.grade(rules, current.checklist, current.answers),
            against=allowed.refusal() if isinstance(allowed, NotAllowed) else None,
            held=view(held) if held else None,
            decision=_decision(work, decision) if decision else None,
            rules=rules,
            may_shelf=not isinstance(may(Action.DECIDE_SHELF, known), NotAllowed),
            advice=advices.advise(work, device, now) if advised else None,
        )


def inspection_of(desk: Desk, session: Session | None, code: str) -> InspectionView | None:
    """Return the inspection in force of a device, None without one.

    Raises:
        Refused: `device_unknown`.
    """
    with desk.reading(session) as work:
        held = work.inspections.in_force(device_of(work, code).id)
        return view(held) if held else None


def history(
    desk: Desk, session: Session | None, code: str
) -> tuple[tuple[InspectionView, ...], tuple[DecisionView, ...]]:
    """Return every inspection and every decision of a device, the newest first.

    Raises:
        Refused: `device_unknown`.
    """
    with desk.reading(session) as work:
        device = device_of(work, code)
        inspections = tuple(map(view, work.inspections.history(device.id)))
        decisions = work.inspections.decisions_of(device.id)
        return inspections, tuple(_decision(work, one) for one in decisions)


def view(row: Inspection) -> InspectionView:
    """Return a stored inspection with the list and the rules that it was made with."""
    return InspectionView(
        id=row.id,
        checklist=lists.checklist_numbered(row.checklist, row.checklist_version),
        rules_version=row.rules_version,
        answers=inspection.answers_from_json(row.answers, row.zones, row.measures),
        graded=lists.graded(row),
        at=row.inspected_at,
        by=row.inspected_by,
        override=row.override_grade,
        override_reason=row.override_reason,
        override_by=row.override_by,
        ended_at=row.ended_at,
        ended_reason=row.ended_reason,
    )


def _decision(work: UnitOfWork, row: Decision) -> DecisionView:
    kept = advices.kept_for(work, row.id)
    return DecisionView(
        row.outcome,
        row.reason,
        row.decided_at,
        row.decided_by,
        row.ended_reason,
        plan=kept[0] if kept else None,
        advised=kept[1].advised if kept else None,
    )
