"""Answers are never blank, never without sense, and each part of the surface has its own."""

from __future__ import annotations

import pytest

from domain.grading_cases import ARM, CLOSE, DENT, GOOD, HAND, LAPTOP, best, saying
from serkut_desk.domain import inspection
from serkut_desk.domain.checklist import Result
from serkut_desk.domain.errors import KnownFailure
from serkut_desk.domain.inspection import Answer, Answers, ZoneFacts


@pytest.mark.parametrize(
    ("given", "facts"),
    [
        (GOOD, ZoneFacts()),
        (CLOSE, ZoneFacts(10)),
        (HAND, ZoneFacts(20)),
        (ARM, ZoneFacts(50)),
        (DENT, ZoneFacts(50, catching=True)),
        (
            {"unmarked": False, "faint": False, "whole": False},
            ZoneFacts(10, broken=True, strong=True),
        ),
    ],
)
def test_a_zone_is_facts_and_no_letter(given: dict[str, bool], facts: ZoneFacts) -> None:
    assert inspection.zone_facts(given) == facts


def test_a_list_begins_with_everything_open_and_ends_with_nothing() -> None:
    empty, full = Answers(), best()
    assert len(inspection.left(LAPTOP, empty)) == len(inspection.asked(LAPTOP, empty)) == 34
    assert inspection.left(LAPTOP, full) == ()


def test_a_follow_up_is_asked_only_after_its_answer() -> None:
    failed = saying(best(), pixels=Result.FAIL)
    assert [one.key for one in inspection.left(LAPTOP, failed)] == ["pixels_few"]
    answered = saying(failed, pixels_few=Result.PASS)
    again = inspection.only_due(LAPTOP, saying(answered, pixels=Result.PASS))
    assert "pixels_few" not in again.checks


def test_a_zone_asks_only_what_its_answers_leave_open() -> None:
    lid = LAPTOP.zones["lid"]
    assert inspection.next_question(lid, {}) == "unmarked"
    assert inspection.next_question(lid, GOOD) is None
    seen_far = {"unmarked": False, "not_at_50": False}
    assert inspection.next_question(lid, seen_far) == "smooth"
    assert not inspection.zone_is_answered(lid, {})


@pytest.mark.parametrize(
    ("key", "answer", "code"),
    [
        ("nothing", Answer(Result.PASS), "check_unknown"),
        ("surfaces", Answer(Result.PASS), "check_not_answered_so"),
        ("wiped", Answer(Result.PASS), "check_not_answered_so"),
        ("battery_percent", Answer(Result.PASS), "check_not_answered_so"),
        ("keys", Answer(Result.NOT_POSSIBLE), "reason_missing"),
        ("keys", Answer(Result.NOT_POSSIBLE, "tired"), "reason_unknown"),
        ("keys", Answer(Result.NOT_FITTED), "check_always_fitted"),
    ],
)
def test_an_answer_without_sense_is_refused(key: str, answer: Answer, code: str) -> None:
    with pytest.raises(KnownFailure) as refused:
        inspection.checked_answer(LAPTOP, key, answer)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        ("battery_percent", 101, "measure_out_of_range"),
        ("battery_percent", -1, "measure_out_of_range"),
        ("keys", 5, "check_not_answered_so"),
    ],
)
def test_a_figure_without_sense_is_refused(key: str, value: int, code: str) -> None:
    with pytest.raises(KnownFailure) as refused:
        inspection.checked_measure(LAPTOP, key, value)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("zone", "given", "code"),
    [
        ("roof", GOOD, "zone_unknown"),
        ("lid", {"faint": True}, "question_unknown"),
        ("lid", {"unmarked": True, "whole": False}, "question_unknown"),
        ("lid", {"unmarked": False}, "zone_incomplete"),
        ("lid", {}, "zone_incomplete"),
    ],
)
def test_a_zone_without_sense_is_refused(zone: str, given: dict[str, bool], code: str) -> None:
    with pytest.raises(KnownFailure) as refused:
        inspection.checked_zone(LAPTOP, zone, given)
    assert refused.value.code == code


def test_a_figure_and_an_answer_to_the_same_check_replace_each_other() -> None:
    measured = inspection.with_measure(best(), "battery_percent", 70)
    assert "battery_percent" not in measured.checks
    absent = inspection.with_answer(measured, "battery_percent", Answer(Result.NOT_FITTED))
    assert "battery_percent" not in absent.measures


def test_the_rest_is_clean_and_marks_stay() -> None:
    marked = inspection.with_zone(Answers(), "lid", ARM)
    full = inspection.clean_rest(LAPTOP, marked)
    assert full.zones["lid"] == ARM
    assert all(full.zones[key] == GOOD for key in LAPTOP.zones if key != "lid")


def test_stored_answers_come_back_as_they_were() -> None:
    answers = saying(best(), keys=Result.FAIL, wifi=Result.NOT_POSSIBLE)
    stored = inspection.as_json(answers)
    assert inspection.answers_from_json(*stored.values()) == answers
