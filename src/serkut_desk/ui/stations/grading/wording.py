"""Checks, answers and grades in the window's words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from serkut_desk.domain.advice import Way
from serkut_desk.domain.checklist import CheckKind, Result
from serkut_desk.domain.codes import short
from serkut_desk.domain.outcomes import Functional, Outcome
from serkut_desk.stations import grade_words
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from serkut_desk.domain.checklist import Check
    from serkut_desk.stations.grading.queries import InspectionView, QueueLine
    from serkut_desk.texts import Texts
    from serkut_desk.ui.stations.grading.walk import Walk

_SIGNS = {
    Result.PASS: ("circle-check", Tone.GOOD),
    Result.FAIL: ("circle-x", Tone.STOP),
    Result.NOT_POSSIBLE: ("circle-question-mark", Tone.ATTENTION),
    Result.NOT_FITTED: ("ban", Tone.INFO),
}
FUNCTIONAL_TONES = {
    Functional.OK: Tone.GOOD,
    Functional.KEY: Tone.ATTENTION,
    Functional.NO: Tone.STOP,
}
OUTCOME_ICONS = {
    Outcome.SHELF: "package-check",
    Outcome.REPAIR: "wrench",
    Outcome.DISMANTLE: "recycle",
}
WAY_ICONS = {
    Way.SHELF: "package-check",
    Way.REPAIR: "wrench",
    Way.HARVEST: "puzzle",
    Way.DISMANTLE: "recycle",
}
WAY_KEYS = {Way.SHELF: "F2", Way.REPAIR: "F3", Way.DISMANTLE: "F5", Way.HARVEST: "F8"}
"""F-keys of the ways, the same wherever they are asked for."""


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One row of a queue, in words."""

    device: str
    short: str
    make: str
    place: str
    grade: str
    grade_tone: Tone
    note: str


def row_answer(walk: Walk, check: Check, texts: Texts) -> tuple[str, Tone, str]:
    """Return sign, tone and words of a check's answer in the list."""
    if check.source is not None:
        result = walk.look.filled[check.source.value]
        if result is Result.FAIL:
            return "clock", Tone.PLAIN, QCoreApplication.translate("Grading", "Not yet")
        sign, tone = _SIGNS[result]
        known = QCoreApplication.translate("Grading", "{0} · from the records")
        return sign, tone, known.replace("{0}", texts.say(f"grade.result.{result.value}"))
    if check.kind is CheckKind.ZONES:
        return _surface(walk, check)
    value = walk.answers.measures.get(check.key)
    if value is not None and check.measure is not None:
        return "circle-check", Tone.GOOD, figure(value, check.measure.unit)
    given = walk.answers.checks.get(check.key)
    if given is None:
        return "circle", Tone.PLAIN, ""
    sign, tone = _SIGNS[given.result]
    return sign, tone, texts.say(f"grade.result.{given.result.value}")


def _surface(walk: Walk, check: Check) -> tuple[str, Tone, str]:
    if walk.marked:
        words = QCoreApplication.translate("Grading", "Marks in {0} parts")
        words = words.replace("{0}", str(len(walk.marked)))
        return ("circle-check" if walk.is_answered(check) else "circle"), Tone.INFO, words
    if walk.is_answered(check):
        return "circle-check", Tone.GOOD, QCoreApplication.translate("Grading", "No marks")
    return "circle", Tone.PLAIN, ""


def figure(value: int, unit: str) -> str:
    """Return `83 %`."""
    return f"{value} {unit}".strip()


def count_words(left: int, texts: Texts) -> str:
    """Return how many checks are left."""
    return texts.say("grade.left", count=left)


def queue_row(line: QueueLine, texts: Texts) -> QueueRow:
    """Return a row of a queue."""
    grade, tone = "", Tone.PLAIN
    if line.grade is not None and line.functional is not None:
        grade, tone = line.grade.value, FUNCTIONAL_TONES[line.functional]
    note = line.reason
    if line.begun:
        note = QCoreApplication.translate("Grading", "begun")
    name = line.make or texts.say(f"type.{line.type}")
    return QueueRow(line.device, short(line.device), name, line.place, grade, tone, note)


def because(view: InspectionView, texts: Texts) -> tuple[str, ...]:
    """Return what decided about a grade."""
    return grade_words.reason_sentences(view.graded.reasons, view.checklist, texts)


def overridden(view: InspectionView, texts: Texts) -> str:
    """Return that a supervisor set another grade, and why."""
    return texts.say(
        "grade.overridden",
        computed=view.graded.grade.value,
        grade=view.grade.value,
        reason=view.override_reason or "",
    )


def next_step(view: InspectionView, outcome: Outcome | None, *, may_decide: bool) -> str:
    """Return what comes after a grade, in one sentence."""
    translate = QCoreApplication.translate
    if outcome is Outcome.SHELF:
        return translate("Grading", "Put the device on the shelf.")
    if outcome is Outcome.REPAIR:
        return translate("Grading", "Take the device to the repair shelf.")
    if outcome is Outcome.DISMANTLE:
        return translate("Grading", "Take the device to the dismantling shelf.")
    if may_decide:
        return translate("Grading", "Decide where it goes.")
    if view.graded.functional is Functional.NO:
        return translate("Grading", "Set it aside. A supervisor decides.")
    return translate("Grading", "Stick the new label on. A supervisor decides.")
