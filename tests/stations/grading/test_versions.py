"""An old inspection keeps its own list and rules, whatever holds today."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from factories import make_device
from serkut_desk.domain.checklist import Checklists, Result, words_in
from serkut_desk.domain.device_types import DeviceType
from serkut_desk.domain.outcomes import Grade
from serkut_desk.stations import grade_lists
from serkut_desk.stations.grading import queries
from serkut_desk.stations.grading.commands import AnswerCheck
from stations.grading.graded import grade

if TYPE_CHECKING:
    from kit import Workshop
    from serkut_desk.domain.grading import GradeRules

NEW_DAY = date(2026, 12, 1)
NEW_WORDS = {"fi": "Johto on kunnossa", "en": "The cord is fine"}


def newer_lists(old: Checklists) -> Checklists:
    """Return a version in which one sentence of a monitor's list says something else."""
    monitor = old.by_type[DeviceType.MONITOR]
    cord = replace(monitor.checks["cord"], words=NEW_WORDS)
    changed = replace(monitor, version=2, checks={**monitor.checks, "cord": cord})
    return Checklists(2, NEW_DAY, {**old.by_type, DeviceType.MONITOR: changed})


def newer_rules(old: GradeRules) -> GradeRules:
    """Return a version without any grade but the last."""
    return replace(old, version=2, effective_from=NEW_DAY, steps=old.steps[-1:])


@pytest.fixture
def two_versions(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a second version of lists and rules hold from a later day."""
    (lists,), (rules,) = grade_lists.every_checklist(), grade_lists.every_rules()
    monkeypatch.setattr(grade_lists, "every_checklist", lambda: (lists, newer_lists(lists)))
    monkeypatch.setattr(grade_lists, "every_rules", lambda: (rules, newer_rules(rules)))


@pytest.mark.usefixtures("two_versions")
def test_an_old_inspection_shows_its_own_sentences_and_rules(workshop: Workshop) -> None:
    device = make_device(workshop, type="monitor").code
    grade(workshop, device)
    workshop.clock.tick(days=14)
    held = queries.inspection_of(workshop.desk, workshop.worker, device)
    assert held is not None
    assert (held.checklist.version, held.rules_version, held.grade) == (1, 1, Grade.A)
    old = words_in(held.checklist.checks["cord"].words, "fi")
    assert old == "Johto ja pistoke ovat ehjät"
    look = queries.look(workshop.desk, workshop.worker, device)
    assert words_in(look.checklist.checks["cord"].words, "fi") == NEW_WORDS["fi"]
    again = grade(workshop, device)
    assert again.graded.grade is Grade.D
    inspections, _ = queries.history(workshop.desk, workshop.worker, device)
    assert [one.checklist.version for one in inspections] == [2, 1]


@pytest.mark.usefixtures("two_versions")
def test_what_was_begun_is_finished_with_the_list_it_was_begun_with(workshop: Workshop) -> None:
    device = make_device(workshop, type="monitor").code
    workshop.desk.do(workshop.worker, AnswerCheck(device, "cord", Result.PASS))
    workshop.clock.tick(days=14)
    grade(workshop, device)
    held = queries.inspection_of(workshop.desk, workshop.worker, device)
    assert held is not None
    assert (held.checklist.version, held.rules_version) == (1, 2)


def test_before_the_first_day_the_first_version_holds(workshop: Workshop) -> None:
    long_ago = workshop.clock.now() - timedelta(days=10000)
    assert grade_lists.checklist_at("laptop", long_ago).version == 1
    assert grade_lists.rules_at(long_ago).version == 1
