"""Where somebody is in a list of checks: no widget, no record; answers go ahead of the records.

Each answer is shown at once and handed on as a command; the records take them in the same order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain import grading, inspection
from serkut_desk.domain.checklist import CheckKind, Result
from serkut_desk.domain.inspection import Answer
from serkut_desk.stations.grading.commands import (
    AnswerCheck,
    AnswerMeasure,
    AnswerZone,
    CleanZones,
    Kept,
)

if TYPE_CHECKING:
    from serkut_desk.domain.checklist import Check, Question, Zone
    from serkut_desk.domain.grading import Graded
    from serkut_desk.domain.inspection import Answers
    from serkut_desk.stations.grading.queries import Look
    from serkut_desk.stations.handling import Command


class Walk:
    """One inspection under somebody's hands.

    Args:
        look: The device as the records show it.
        at: Key of the check to begin with; another than the first open one when it is asked.
    """

    def __init__(self, look: Look, at: str = "") -> None:
        self.look = look
        self.answers: Answers = look.answers
        self.zone: Zone | None = None
        self._given: dict[str, bool] = {}
        self._asked: list[str] = []
        self._at = at if at in {one.key for one in self.asked} else self._first_open()

    @property
    def asked(self) -> tuple[Check, ...]:
        """The checks that a person answers, in order."""
        return inspection.asked(self.look.checklist, self.answers)

    @property
    def left(self) -> tuple[Check, ...]:
        """Those without an answer."""
        return inspection.left(self.look.checklist, self.answers)

    @property
    def answered(self) -> int:
        """How many have theirs."""
        return len(self.asked) - len(self.left)

    @property
    def check(self) -> Check | None:
        """The check at hand, None when all are answered."""
        return next((one for one in self.asked if one.key == self._at), None)

    @property
    def question(self) -> Question | None:
        """The question about the part at hand, None when no part is."""
        if self.zone is None:
            return None
        key = inspection.next_question(self.zone, self._given)
        return next((one for one in self.zone.questions if one.key == key), None)

    @property
    def preview(self) -> Graded | None:
        """The grade as far as it can be told now."""
        return grading.grade(self.look.rules, self.look.checklist, self.answers)

    @property
    def marked(self) -> tuple[str, ...]:
        """Parts of the surface that have marks."""
        given = self.answers.zones
        return tuple(key for key in given if not given[key].get("unmarked", True))

    def is_answered(self, check: Check) -> bool:
        """Tell whether a check has its answer."""
        return inspection.is_answered(self.look.checklist, check, self.answers)

    def go(self, key: str) -> None:
        """Take another check in hand."""
        if key in {one.key for one in self.asked}:
            self._at = key
            self._leave_zone()

    def later(self) -> None:
        """Leave the check at hand open and take the next open one."""
        self._at = self._next_open()
        self._leave_zone()

    def back(self) -> bool:
        """Go back one question or one check; False at the very beginning."""
        if self.zone is not None:
            if self._asked:
                del self._given[self._asked.pop()]
            else:
                self._leave_zone()
            return True
        keys = [one.key for one in self.asked]
        place = keys.index(self._at) if self._at in keys else len(keys)
        if place == 0:
            return False
        self._at = keys[place - 1]
        return True

    def answer(self, result: Result, reason: str | None = None) -> Command[Kept] | None:
        """Answer the check at hand; None where it is answered otherwise."""
        check = self.check
        if check is None or check.kind is CheckKind.ZONES:
            return None
        if check.kind is CheckKind.MEASURE and result in {Result.PASS, Result.FAIL}:
            return None
        if result is Result.NOT_FITTED and check.always:
            return None
        command = AnswerCheck(self.look.device, check.key, result, reason)
        if check.hazard is None or result is not Result.FAIL:
            self._take(inspection.with_answer(self.answers, check.key, Answer(result, reason)))
        return command

    def measure(self, value: int) -> Command[Kept] | None:
        """Give the figure of the check at hand; None where it has none or is out of its limits."""
        check = self.check
        if check is None or check.measure is None:
            return None
        if not check.measure.low <= value <= check.measure.high:
            return None
        self._take(inspection.with_measure(self.answers, check.key, value))
        return AnswerMeasure(self.look.device, check.key, value)

    def clean(self) -> Command[Kept]:
        """Say that no other part has marks."""
        self._leave_zone()
        self._take(inspection.clean_rest(self.look.checklist, self.answers))
        return CleanZones(self.look.device)

    def open_zone(self, key: str) -> None:
        """Take one part of the surface in hand: it has a mark, else nobody would."""
        self.zone = self.look.checklist.zones[key]
        self._given, self._asked = {"unmarked": False}, []

    def say(self, *, yes: bool) -> Command[Kept] | None:
        """Answer the question about the part at hand; the last one gives the command."""
        zone, question = self.zone, self.question
        if zone is None or question is None:
            return None
        self._given[question.key] = yes
        self._asked.append(question.key)
        if self.question is not None:
            return None
        return self._finish_zone(zone)

    def unmark(self) -> Command[Kept] | None:
        """Say that the part at hand has no marks after all."""
        if self.zone is None:
            return None
        self._given = {"unmarked": True}
        return self._finish_zone(self.zone)

    def _finish_zone(self, zone: Zone) -> Command[Kept]:
        given = dict(self._given)
        self._leave_zone()
        place = self._at
        self._take(inspection.with_zone(self.answers, zone.key, given))
        if any(one.key == place for one in self.left):
            self._at = place
        return AnswerZone(self.look.device, zone.key, tuple(given.items()))

    def _take(self, answers: Answers) -> None:
        self.answers = inspection.only_due(self.look.checklist, answers)
        self._at = self._next_open()

    def _first_open(self) -> str:
        return self.left[0].key if self.left else ""

    def _next_open(self) -> str:
        """Return the next open check after the one at hand, from the top when none follows."""
        keys = [one.key for one in self.asked]
        place = keys.index(self._at) if self._at in keys else -1
        open_keys = [one.key for one in self.left]
        return next((key for key in keys[place + 1 :] if key in open_keys), self._first_open())

    def _leave_zone(self) -> None:
        self.zone, self._given, self._asked = None, {}, []
