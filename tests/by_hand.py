"""What people do with their hands at several screens, as one call: for tests over stations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.checklist import CheckKind, Result
from serkut_desk.stations.grading import queries as grading
from serkut_desk.stations.grading.commands import (
    AnswerCheck,
    AnswerMeasure,
    CleanZones,
    FinishInspection,
)

if TYPE_CHECKING:
    from serkut_desk.domain.people import Session
    from serkut_desk.stations.desk import Desk


def grade(desk: Desk, session: Session, code: str, result: Result = Result.PASS) -> None:
    """Answer every check of a device as a maker does, and finish.

    `result` answers whatever is no hazard and no lock: those would lead elsewhere.
    """
    for check in grading.look(desk, session, code).left:
        if check.kind is CheckKind.ZONES:
            desk.do(session, CleanZones(code))
        elif check.measure is not None:
            desk.do(session, AnswerMeasure(code, check.key, check.measure.start))
        else:
            plain = check.hazard is None and check.lock is None
            desk.do(session, AnswerCheck(code, check.key, result if plain else Result.PASS))
    desk.do(session, FinishInspection(code))
