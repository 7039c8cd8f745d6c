"""Grades by table, and the two promises: the same facts the same grade, worse never better."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.grading_cases import (
    ARM,
    CLOSE,
    CRACK,
    DENT,
    FAINT,
    GOOD,
    HAND,
    LAPTOP,
    LISTS,
    RULES,
    STRONG,
    best,
    marked,
    saying,
)
from serkut_desk.domain import inspection
from serkut_desk.domain.checklist import CheckKind, Result
from serkut_desk.domain.device_types import DeviceType
from serkut_desk.domain.grading import Graded, filled, grade, reason
from serkut_desk.domain.inspection import Answer, Answers
from serkut_desk.domain.outcomes import Functional, Grade

if TYPE_CHECKING:
    from collections.abc import Mapping

PASS, FAIL = Result.PASS, Result.FAIL
NOT_POSSIBLE, NOT_FITTED = Result.NOT_POSSIBLE, Result.NOT_FITTED


def graded(answers: Answers) -> Graded:
    found = grade(RULES, LAPTOP, answers)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("answers", "letter", "functional", "band"),
    [
        (best(), "A", "ok", "B0"),
        (marked(best(), lid=CLOSE), "A", "ok", "B0"),
        (marked(best(), lid=HAND), "B", "ok", "B0"),
        (marked(best(percent=83), lid=HAND), "B", "ok", "B1"),
        (marked(best(), lid=ARM), "C", "ok", "B0"),
        (marked(best(), lid=DENT, bottom=DENT, palmrest=DENT), "C", "ok", "B0"),
        (marked(best(), lid=DENT, bottom=DENT, palmrest=DENT, corners=DENT), "D", "ok", "B0"),
        (marked(best(), corners=CRACK), "D", "ok", "B0"),
        (marked(best(), screen=FAINT), "C", "ok", "B0"),
        (marked(best(), screen=STRONG), "D", "ok", "B0"),
        (saying(best(), owner_marks=FAIL), "B", "ok", "B0"),
        (saying(best(), letters=FAIL), "B", "ok", "B0"),
        (saying(best(), spots=FAIL), "C", "ok", "B0"),
        (saying(best(), complete=FAIL), "D", "ok", "B0"),
        (saying(best(), pixels=FAIL, pixels_few=PASS), "B", "ok", "B0"),
        (saying(best(), pixels=FAIL, pixels_few=FAIL), "C", "ok", "B0"),
        (saying(best(), camera=FAIL), "A", "key", "B0"),
        (saying(best(), camera=NOT_POSSIBLE), "A", "key", "B0"),
        (saying(best(), camera=NOT_FITTED), "A", "ok", "B0"),
        (saying(best(), wifi=NOT_FITTED), "A", "key", "B0"),
        (saying(best(), wifi=NOT_POSSIBLE), "D", "no", "B0"),
        (saying(best(), keys=FAIL), "D", "no", "B0"),
        (saying(best(), hinges=FAIL), "D", "ok", "B0"),
        (saying(best(), bios_lock=FAIL), "D", "no", "B0"),
        (saying(best(), battery_percent=NOT_POSSIBLE), "A", "key", None),
        (saying(best(), battery_percent=NOT_FITTED), "A", "key", None),
        (best(percent=60), "A", "ok", "B2"),
        (best(percent=59), "A", "ok", "B3"),
        (inspection.with_measure(best(), "battery_cycles", 900), "A", "ok", "B1"),
        (saying(best(), battery_flat=FAIL), "D", "no", "BX"),
    ],
)
def test_a_grade_follows_the_table(
    answers: Answers, letter: str, functional: str, band: str | None
) -> None:
    found = graded(answers)
    assert (found.grade, found.functional, found.battery) == (
        Grade(letter),
        Functional(functional),
        band,
    )


def test_what_decided_is_said() -> None:
    found = graded(marked(best(percent=83), lid=HAND))
    assert found.reasons == (reason("seen", zone="lid", cm=20), reason("battery", percent=83))
    assert graded(best()).reasons == (reason("no_marks"), reason("battery", percent=92))
    assert graded(marked(best(), lid=CLOSE)).reasons[0] == reason("small_marks")
    broken = graded(saying(best(), keys=FAIL))
    assert broken.reasons[0] == reason("check_fail", check="keys")
    assert (
        graded(saying(best(), hinges=FAIL)).reasons.count(reason("check_fail", check="hinges")) == 1
    )
    assert reason("battery_none") in graded(saying(best(), battery_percent=NOT_FITTED)).reasons


@pytest.mark.parametrize(
    ("answers", "looks", "function"),
    [
        (best(), "C6", "F4"),
        (marked(best(), lid=HAND), "C5", "F4"),
        (saying(best(), camera=FAIL), "C6", "F3"),
        (marked(best(), lid=ARM), "C4", "F4"),
        (marked(best(), screen=STRONG), "C3", "F4"),
        (marked(best(), lid=CRACK), "C2", "F4"),
        (saying(best(), keys=FAIL), "C3", None),
    ],
)
def test_a_grade_maps_to_categories(answers: Answers, looks: str, function: str | None) -> None:
    found = graded(answers)
    assert (found.looks_category, found.function_category) == (looks, function)


@pytest.mark.parametrize("key", [one.key for one in LAPTOP.checks.values() if one.mandatory])
def test_there_is_no_grade_while_something_mandatory_is_open(key: str) -> None:
    answers = best()
    if key == "surfaces":
        answers = replace(answers, zones={})
    elif LAPTOP.checks[key].when is not None:
        answers = saying(answers, pixels=FAIL)
    else:
        answers = inspection.without(answers, key)
    assert grade(RULES, LAPTOP, answers) is None


def test_what_is_optional_may_wait() -> None:
    assert grade(RULES, LAPTOP, inspection.without(best(), "camera")) is not None


@pytest.mark.parametrize("kind", DeviceType)
def test_every_kind_of_device_can_have_the_best_grade(kind: DeviceType) -> None:
    checklist = LISTS.by_type[kind]
    found = grade(RULES, checklist, best(checklist))
    assert found is not None
    assert (found.grade, found.functional) == (Grade.A, Functional.OK)


RESULTS = st.sampled_from(list(Result))
BODY = st.sampled_from([GOOD, CLOSE, HAND, ARM, DENT, CRACK, {**DENT, "whole": False}])
SCREEN = st.sampled_from([GOOD, FAINT, STRONG, {**STRONG, "whole": False}])
KINDS = st.sampled_from(list(DeviceType))


@st.composite
def inspections(draw: st.DrawFn) -> tuple[DeviceType, Answers]:
    kind = draw(KINDS)
    checklist = LISTS.by_type[kind]
    answers = best(checklist, draw(st.integers(0, 100)))
    for key in draw(st.lists(st.sampled_from(sorted(checklist.checks)), max_size=6)):
        if checklist.checks[key].kind is CheckKind.ANSWER:
            answers = saying(answers, **{key: draw(RESULTS)})
    if "pixels" in answers.checks and answers.checks["pixels"].result is FAIL:
        answers = saying(answers, pixels_few=draw(RESULTS))
    for key in checklist.zones:
        answers = marked(answers, **{key: draw(SCREEN if key == "screen" else BODY)})
    return kind, inspection.only_due(checklist, answers)


ORDER = {PASS: 0, NOT_FITTED: 1, NOT_POSSIBLE: 2, FAIL: 3}
WORKS = {Functional.OK: 0, Functional.KEY: 1, Functional.NO: 2}


@given(inspections(), st.data())
def test_worse_facts_never_give_a_better_grade(
    found: tuple[DeviceType, Answers], data: st.DataObject
) -> None:
    kind, answers = found
    checklist = LISTS.by_type[kind]
    worse = answers
    for key in data.draw(st.lists(st.sampled_from(sorted(answers.checks)), max_size=4)):
        harder = [one for one in Result if ORDER[one] >= ORDER[worse.checks[key].result]]
        result = data.draw(st.sampled_from(harder))
        worse = saying(worse, **{key: result})
        if key == "pixels" and result is FAIL and "pixels_few" not in worse.checks:
            worse = saying(worse, pixels_few=data.draw(RESULTS))
    for key in data.draw(st.lists(st.sampled_from(sorted(checklist.zones)), max_size=3)):
        steps: list[Mapping[str, bool]]
        steps = [GOOD, FAINT, STRONG] if key == "screen" else [GOOD, CLOSE, HAND, ARM, DENT]
        at = steps.index(worse.zones[key]) if worse.zones[key] in steps else len(steps)
        harsher = data.draw(st.sampled_from([*steps[at:], worse.zones[key]]))
        worse = marked(worse, **{key: dict(harsher)})
    percent = worse.measures.get("battery_percent")
    if percent is not None:
        worse = inspection.with_measure(
            worse, "battery_percent", data.draw(st.integers(0, percent))
        )
    worse = inspection.only_due(checklist, worse)
    before, after = grade(RULES, checklist, answers), grade(RULES, checklist, worse)
    if before is None or after is None:
        return
    assert after.grade >= before.grade
    assert WORKS[after.functional] >= WORKS[before.functional]
    if before.battery and after.battery and "BX" not in {before.battery, after.battery}:
        assert after.battery >= before.battery


@given(inspections())
def test_the_same_facts_give_the_same_grade(found: tuple[DeviceType, Answers]) -> None:
    kind, answers = found
    checklist = LISTS.by_type[kind]
    shuffled = Answers(
        dict(reversed(list(answers.checks.items()))),
        dict(reversed(list(answers.zones.items()))),
        dict(reversed(list(answers.measures.items()))),
    )
    assert grade(RULES, checklist, answers) == grade(RULES, checklist, shuffled)
    stored = inspection.as_json(answers)
    assert grade(RULES, checklist, answers) == grade(
        RULES, checklist, inspection.answers_from_json(*stored.values())
    )


def test_what_the_records_say_does_not_change_the_grade() -> None:

    said = {"serial": PASS, "media": FAIL, "wiped": FAIL}
    whole = filled(said, LAPTOP, best())
    assert whole.checks["wiped"] == Answer(FAIL)
    assert grade(RULES, LAPTOP, whole) == grade(RULES, LAPTOP, best())
