"""Makers look at devices and answer; supervisors say where each goes."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zlib import crc32

from serkut_desk.cli.demo_week.fates import (
    NOT_DECIDED,
    NOT_GRADED,
    TO_REPAIR,
    TO_TAKE_APART,
    Fate,
)
from serkut_desk.domain.advice import Way
from serkut_desk.domain.checklist import CheckKind, Result, words_in
from serkut_desk.domain.codes import short
from serkut_desk.domain.outcomes import Grade, Outcome
from serkut_desk.stations.grade_lists import rules_at
from serkut_desk.stations.grading import queries
from serkut_desk.stations.grading.commands import (
    AnswerCheck,
    AnswerMeasure,
    AnswerZone,
    CleanZones,
    Decide,
    FinishInspection,
    OverrideGrade,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from serkut_desk.cli.demo_week.crew import Crew
    from serkut_desk.cli.demo_week.story import Arrived, Story
    from serkut_desk.domain.checklist import Check, Checklist
    from serkut_desk.stations.grading.commands import Kept
    from serkut_desk.stations.handling import Command

_OUTCOMES = {
    **dict.fromkeys(TO_REPAIR, Outcome.REPAIR),
    **dict.fromkeys(TO_TAKE_APART, Outcome.DISMANTLE),
}
# Key of the reason that the list offers for each outcome.
_WHY = {Outcome.SHELF: "ready", Outcome.REPAIR: "one_fault", Outcome.DISMANTLE: "broken"}
# One fault that is worth repairing; the first that the device has.
_FAULTS = ("keys", "usb", "video_in", "buttons", "test_page")
# It does not start: what has to be seen running cannot be answered then.
_DEAD = ("power_on", "mains_on")
_NEED_POWER = frozenset({"power", "inside", "screen", "controls", "ports", "sound"})
_RARE = frozenset({"touch", "headset", "face_id", "mobile"})
_FIGURES = {"battery_percent": (92, 84, 78, 88), "battery_cycles": (140, 410, 620, 260)}
# From a look from afar: a mark that is seen close, at a hand's length, at arm's length.
_MARKS: tuple[dict[str, bool], ...] = (
    {},
    {"unmarked": False, "not_at_50": True, "not_at_20": True, "smooth": True, "whole": True},
    {"unmarked": False, "not_at_50": True, "not_at_20": False, "smooth": True, "whole": True},
    {"unmarked": False, "not_at_50": False, "smooth": False, "whole": True},
)


def inspect(crew: Crew, story: Story, lot: int, maker: int = 0) -> None:
    """Look at everything of a lot that is to be graded; one turns out to be locked."""
    grades: list[str] = []
    for one in story.without(NOT_GRADED - {Fate.BIOS_LOCKED}, lot=lot):
        if _at_a_glance(one):
            continue
        crew.clock.later(minutes=2)
        view = queries.look(crew.desk, crew.maker(maker), one.code)
        failing = _failing(one, view.checklist)
        for command in _answers(one, view.checklist, view.asked, failing):
            crew.makes(command, maker)
        done = crew.makes(FinishInspection(one.code), maker)
        grades.append(done.graded.grade.value)
        if done.locks:
            crew.told("lock_found", device=short(one.code))
    counts = ", ".join(f"{grade.value} {grades.count(grade.value)}" for grade in Grade)
    crew.told("graded", devices=len(grades), grades=counts)


def _at_a_glance(one: Arrived) -> bool:
    """Tell whether what is broken is so plain that nobody fills in a list first."""
    return one.fate in _OUTCOMES and _chance(one, 3) > 0


def _chance(one: Arrived, out_of: int) -> int:
    """Return a number below `out_of` that is always the same for a device."""
    return crc32(one.machine.serial.encode()) % out_of


def inspect_again(crew: Crew, one: Arrived, maker: int) -> None:
    """Answer what is asked of a device after its repair: all is well now."""
    crew.clock.later(minutes=2)
    view = queries.look(crew.desk, crew.maker(maker), one.code)
    for command in _answers(one, view.checklist, view.asked, ""):
        crew.makes(command, maker)
    crew.makes(FinishInspection(one.code), maker)


def _answers(
    one: Arrived, checklist: Checklist, asked: Iterable[Check], failing: str
) -> Iterator[Command[Kept]]:
    """Yield answers of a device; `failing` is the check that is answered with no, "" for none."""
    dead = bool(failing) and failing in _DEAD
    for check in asked:
        if check.kind is CheckKind.ZONES:
            yield from _zones(one, checklist)
        elif dead and check.key != failing and check.group in _NEED_POWER:
            yield AnswerCheck(one.code, check.key, Result.NOT_POSSIBLE, "no_power")
        elif check.kind is CheckKind.MEASURE:
            figures = _FIGURES[check.key]
            yield AnswerMeasure(one.code, check.key, figures[_chance(one, len(figures))])
        elif check.key == failing:
            yield AnswerCheck(one.code, check.key, Result.FAIL)
        elif check.key in _RARE and not check.always:
            yield AnswerCheck(one.code, check.key, Result.NOT_FITTED)
        else:
            yield AnswerCheck(one.code, check.key, Result.PASS)


def _failing(one: Arrived, checklist: Checklist) -> str:
    """Return the check that is answered with no, "" when all is well."""
    wanted: tuple[str, ...] = ()
    if one.fate is Fate.BIOS_LOCKED:
        wanted = ("bios_lock",)
    elif one.fate in TO_REPAIR:
        wanted = _FAULTS
    elif one.fate in TO_TAKE_APART:
        wanted = _DEAD
    return next((key for key in wanted if key in checklist.checks), "")


def _zones(one: Arrived, checklist: Checklist) -> Iterator[Command[Kept]]:
    marks = _MARKS[_chance(one, len(_MARKS))]
    able = (
        zone
        for zone in checklist.zones.values()
        if marks.keys() <= {question.key for question in zone.questions}
    )
    zone = next(able, None)
    if marks and zone is not None:
        yield AnswerZone(one.code, zone.key, tuple(marks.items()))
    yield CleanZones(one.code)


def decide(crew: Crew, story: Story, lot: int) -> None:
    """Say where each graded device of a lot goes; one grade is set anew."""
    counts = dict.fromkeys(Outcome, 0)
    for one in story.without(NOT_DECIDED, lot=lot):
        crew.clock.later(seconds=30)
        outcome = _OUTCOMES.get(one.fate, Outcome.SHELF)
        if outcome is Outcome.SHELF and not counts[outcome]:
            _override(crew, one)
        _decide(crew, one, outcome)
        counts[outcome] += 1
    crew.told(
        "decided",
        shelf=counts[Outcome.SHELF],
        repair=counts[Outcome.REPAIR],
        dismantle=counts[Outcome.DISMANTLE],
    )


def to_shelf(crew: Crew, one: Arrived) -> None:
    """Say that a device goes to the shelf."""
    _decide(crew, one, Outcome.SHELF)


def to_take_apart(crew: Crew, one: Arrived) -> None:
    """Say that a device is taken apart."""
    _decide(crew, one, Outcome.DISMANTLE)


def _decide(crew: Crew, one: Arrived, outcome: Outcome) -> None:
    """Decide, with the list's own reason; the advice is kept beside it."""
    reasons = rules_at(crew.clock.now()).why[outcome]
    why = next(why for why in reasons if why.key == _WHY[outcome])
    plan = Way.HARVEST if one.fate is Fate.HARVESTED else None
    crew.leads(Decide(one.code, outcome, words_in(why.words, crew.told.language), plan))


def _override(crew: Crew, one: Arrived) -> None:
    """Look at a device again, and set the grade next to the computed one."""
    view = queries.look(crew.desk, crew.supervisor(), one.code)
    assert view.held is not None, "it was graded"
    grade = Grade.C if view.held.grade is Grade.B else Grade.B
    why = rules_at(crew.clock.now()).why_override[0]
    crew.leads(OverrideGrade(one.code, grade, words_in(why.words, crew.told.language)))
