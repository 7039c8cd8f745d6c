"""The shipped checklists and grading rules, every version of them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, TypeVar

from serkut_desk import shipped
from serkut_desk.domain.checklist import Checklists, parse_checklists
from serkut_desk.domain.clock import local
from serkut_desk.domain.device_types import DeviceType
from serkut_desk.domain.grading import Graded, GradeRules, Reason, grade, parse_rules
from serkut_desk.domain.inspection import answers_from_json

if TYPE_CHECKING:
    from datetime import date, datetime

    from serkut_desk.domain.checklist import Checklist
    from serkut_desk.records.inspections import Inspection

Dated = TypeVar("Dated", Checklists, GradeRules)
_FOLDER = "grading"


@cache
def every_checklist() -> tuple[Checklists, ...]:
    """Return every version of the lists, the oldest first."""
    return tuple(
        parse_checklists(shipped.json_resource(_FOLDER, name)) for name in _names("checks")
    )


@cache
def every_rules() -> tuple[GradeRules, ...]:
    """Return every version of the rules, the oldest first."""
    return tuple(parse_rules(shipped.json_resource(_FOLDER, name)) for name in _names("rules"))


def _names(what: str) -> list[str]:
    return sorted(path.name for path in shipped.resource(_FOLDER).glob(f"*_{what}.json"))


def checklist_at(type_: str, now: datetime) -> Checklist:
    """Return the list of a kind of device that holds on the Finnish day of `now`."""
    day = local(now).date()
    return _newest(every_checklist(), day).by_type[DeviceType(type_)]


def checklist_numbered(type_: str, version: int) -> Checklist:
    """Return a version of a list: an old inspection shows what it was made with."""
    found = next(one for one in every_checklist() if one.version == version)
    return found.by_type[DeviceType(type_)]


def rules_at(now: datetime) -> GradeRules:
    """Return the rules that hold on the Finnish day of `now`."""
    return _newest(every_rules(), local(now).date())


def rules_numbered(version: int) -> GradeRules:
    """Return a version of the rules."""
    return next(one for one in every_rules() if one.version == version)


def _newest(versions: tuple[Dated, ...], day: date) -> Dated:
    begun = [one for one in versions if one.effective_from <= day]
    return max(begun or versions[:1], key=lambda one: one.version)


def graded(row: Inspection) -> Graded:
    """Return the grade of a stored inspection, mapped by the rules that it was made with."""
    rules = rules_numbered(row.rules_version)
    checklist = checklist_numbered(row.checklist, row.checklist_version)
    answers = answers_from_json(row.answers, row.zones, row.measures)
    again = grade(rules, checklist, answers)
    return Graded(
        row.grade,
        row.functional,
        row.battery,
        tuple(Reason(code, tuple(fields.items())) for code, fields in row.reasons),
        again.looks_category if again else rules.looks[row.grade],
        rules.function.get(row.functional),
    )
