"""Finished inspections, a supervisor's own grade, decisions, and what undo does of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from factories import make_device
from serkut_desk.domain.checklist import Result
from serkut_desk.domain.data_state import Lock
from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.lifecycle import DeviceState
from serkut_desk.domain.outcomes import Functional, Grade, Outcome
from serkut_desk.stations.devices import queries as devices
from serkut_desk.stations.devices.commands import UndoLast
from serkut_desk.stations.grading import queries
from serkut_desk.stations.grading.commands import (
    AnswerCheck,
    Decide,
    FinishInspection,
    OverrideGrade,
)
from stations.grading.graded import answer_rest, grade

if TYPE_CHECKING:
    from kit import Workshop


@pytest.fixture
def monitor(workshop: Workshop) -> str:
    """Return a device that bears no data, so that it waits for its grade."""
    return make_device(workshop, type="monitor", model="P2419H").code


def body(workshop: Workshop, device: str) -> dict[str, Any]:
    with workshop.desk.database.reading() as work:
        found: dict[str, Any] = json.loads(list(work.journal.about(device))[-1].body)
        return found


def test_a_finished_inspection_gives_grade_state_entry_and_label(
    workshop: Workshop, monitor: str
) -> None:
    done = grade(workshop, monitor)
    assert (done.graded.grade, done.state) == (Grade.A, DeviceState.WAITING_DECISION)
    found = queries.look(workshop.desk, workshop.worker, monitor)
    assert not found.begun
    assert found.held is not None
    assert found.held.graded == done.graded
    assert found.held.answers.checks["serial"].result is Result.PASS
    entry = body(workshop, monitor)
    assert (entry["grade"], entry["rules_version"], entry["label"]) == ("A", 1, done.label)
    with workshop.desk.database.reading() as work:
        (job,) = [one for one in work.labels.of_code(monitor) if one.id == done.label]
        assert (job.data["grade"], job.data["functional"], job.replaces) == ("A", "ok", True)


def test_nothing_may_stay_blank(workshop: Workshop, monitor: str) -> None:
    with pytest.raises(Refused, match="inspection_not_begun"):
        workshop.desk.do(workshop.worker, FinishInspection(monitor))
    workshop.desk.do(workshop.worker, AnswerCheck(monitor, "cord", Result.PASS))
    with pytest.raises(Refused) as refused:
        workshop.desk.do(workshop.worker, FinishInspection(monitor))
    assert refused.value.code == "inspection_incomplete"
    assert refused.value.facts["count"] == 14


def test_a_new_inspection_replaces_the_old_one_and_ends_the_decision(
    workshop: Workshop, monitor: str
) -> None:
    first = grade(workshop, monitor)
    workshop.desk.do(workshop.first, Decide(monitor, Outcome.SHELF, "valmis"))
    second = grade(workshop, monitor, even=Result.FAIL)
    assert second.state is DeviceState.WAITING_DECISION
    assert second.graded.functional is Functional.NO
    inspections, decisions = queries.history(workshop.desk, workshop.worker, monitor)
    assert [one.id for one in inspections] == [second.inspection, first.inspection]
    assert inspections[1].ended_reason == "replaced"
    assert decisions[0].ended_reason == "graded_again"


def test_undo_brings_the_answers_and_what_held_before_back(
    workshop: Workshop, monitor: str
) -> None:
    first = grade(workshop, monitor)
    workshop.desk.do(workshop.first, Decide(monitor, Outcome.SHELF, "valmis"))
    grade(workshop, monitor, speakers=Result.FAIL)
    undone = workshop.desk.do(workshop.worker, UndoLast())
    assert undone.tag is Tag.GRADED
    found = queries.look(workshop.desk, workshop.worker, monitor)
    assert found.begun
    assert found.left == ()
    assert found.held is not None
    assert found.held.id == first.inspection
    assert found.state is DeviceState.ON_SHELF
    again = workshop.desk.do(workshop.worker, FinishInspection(monitor))
    assert again.graded.functional is Functional.KEY


def test_a_grading_is_not_undone_after_somebody_decided(workshop: Workshop, monitor: str) -> None:
    grade(workshop, monitor)
    workshop.desk.do(workshop.first, Decide(monitor, Outcome.SHELF, "valmis"))
    with pytest.raises(Refused, match="touched_since"):
        workshop.desk.do(workshop.worker, UndoLast())


def test_a_lock_sends_the_device_to_quarantine(workshop: Workshop) -> None:
    device = make_device(workshop).code
    done = grade(workshop, device, bios_lock=Result.FAIL, mdm=Result.FAIL)
    assert done.locks == (Lock.BIOS, Lock.MDM)
    assert done.state is DeviceState.QUARANTINE
    with pytest.raises(Refused):
        workshop.desk.do(workshop.worker, UndoLast())
    with pytest.raises(Refused, match="quarantined"):
        workshop.desk.do(workshop.first, Decide(device, Outcome.DISMANTLE, "lukossa"))


def test_a_supervisors_grade_stands_beside_the_computed_one(
    workshop: Workshop, monitor: str
) -> None:
    with pytest.raises(Refused, match="not_graded"):
        workshop.desk.do(workshop.first, OverrideGrade(monitor, Grade.C, "syy"))
    grade(workshop, monitor)
    done = workshop.desk.do(workshop.first, OverrideGrade(monitor, Grade.C, "jälki jalassa"))
    assert (done.computed, done.grade) == (Grade.A, Grade.C)
    held = queries.inspection_of(workshop.desk, workshop.worker, monitor)
    assert held is not None
    assert (held.graded.grade, held.override, held.grade) == (Grade.A, Grade.C, Grade.C)
    assert held.override_reason == "jälki jalassa"
    with pytest.raises(Refused, match="grade_same"):
        workshop.desk.do(workshop.first, OverrideGrade(monitor, Grade.C, "syy"))
    with pytest.raises(Misused, match="text_missing"):
        workshop.desk.do(workshop.first, OverrideGrade(monitor, Grade.B, " "))
    with pytest.raises(Refused, match="not_permitted"):
        workshop.desk.do(workshop.worker, OverrideGrade(monitor, Grade.A, "syy"))


@pytest.mark.parametrize(
    ("outcome", "state"),
    [
        (Outcome.SHELF, DeviceState.ON_SHELF),
        (Outcome.REPAIR, DeviceState.WAITING_REPAIR),
        (Outcome.DISMANTLE, DeviceState.WAITING_DISMANTLE),
    ],
)
def test_a_decision_moves_the_device_on(
    workshop: Workshop, monitor: str, outcome: Outcome, state: DeviceState
) -> None:
    grade(workshop, monitor)
    done = workshop.desk.do(workshop.first, Decide(monitor, outcome, "näin päätettiin"))
    assert done.state is state
    line = next(
        one for one in queries.queue(workshop.desk, workshop.worker) if one.device == monitor
    )
    assert (line.state, line.grade, line.reason) == (state, Grade.A, "näin päätettiin")
    with pytest.raises(Refused, match="outcome_same"):
        workshop.desk.do(workshop.first, Decide(monitor, outcome, "toinen syy"))


def test_what_does_not_work_does_not_come_to_the_shelf(workshop: Workshop, monitor: str) -> None:
    with pytest.raises(Refused, match="not_graded"):
        workshop.desk.do(workshop.first, Decide(monitor, Outcome.SHELF, "valmis"))
    grade(workshop, monitor, even=Result.FAIL)
    with pytest.raises(Refused, match="does_not_work"):
        workshop.desk.do(workshop.first, Decide(monitor, Outcome.SHELF, "valmis"))
    workshop.desk.do(workshop.first, Decide(monitor, Outcome.REPAIR, "taustavalo"))


def test_the_queue_shows_what_waits_where(workshop: Workshop, monitor: str) -> None:
    other = make_device(workshop, type="monitor").code
    grade(workshop, monitor)
    workshop.desk.do(workshop.worker, AnswerCheck(other, "cord", Result.PASS))
    waiting = {one.device: one for one in queries.queue(workshop.desk, workshop.worker)}
    assert waiting[monitor].state is DeviceState.WAITING_DECISION
    assert waiting[other].begun
    assert waiting[other].grade is None


def test_the_card_shows_the_grade_with_its_reasons(workshop: Workshop, monitor: str) -> None:
    card = devices.card(workshop.desk, workshop.worker, monitor)
    assert card.grade is None
    assert [step.key for step in card.next_steps] == ["next.grade"]
    grade(workshop, monitor)
    card = devices.card(workshop.desk, workshop.worker, monitor)
    assert card.grade is not None
    assert (card.grade.grade, card.grade.reasons[0].code) == (Grade.A, "no_marks")
    assert [step.key for step in card.next_steps] == ["next.decide"]
    workshop.desk.do(workshop.first, Decide(monitor, Outcome.SHELF, "valmis"))
    card = devices.card(workshop.desk, workshop.worker, monitor)
    assert card.decision is not None
    assert card.decision.reason == "valmis"
    assert [step.key for step in card.next_steps] == ["next.ready"]


def test_a_laptop_may_be_graded_before_it_is_wiped(workshop: Workshop) -> None:
    device = make_device(workshop).code
    answer_rest(workshop, device)
    done = workshop.desk.do(workshop.worker, FinishInspection(device))
    assert done.state is DeviceState.RECEIVED
    assert queries.look(workshop.desk, workshop.worker, device).held is not None
