"""Answers to the shipped lists, for tests."""

from __future__ import annotations

from serkut_desk import shipped
from serkut_desk.domain.checklist import CheckKind, Checklist, Result, parse_checklists
from serkut_desk.domain.device_types import DeviceType
from serkut_desk.domain.grading import parse_rules
from serkut_desk.domain.inspection import (
    Answer,
    Answers,
    asked,
    clean_rest,
    with_answer,
    with_measure,
)

LISTS = parse_checklists(shipped.json_resource("grading", "2026-01-01_checks.json"))
RULES = parse_rules(shipped.json_resource("grading", "2026-01-01_rules.json"))
LAPTOP = LISTS.by_type[DeviceType.LAPTOP]
GOOD = {"unmarked": True}
CLOSE = {"unmarked": False, "not_at_50": True, "not_at_20": True, "smooth": True, "whole": True}
HAND = {**CLOSE, "not_at_20": False}
ARM = {"unmarked": False, "not_at_50": False, "smooth": True, "whole": True}
DENT = {**ARM, "smooth": False}
CRACK = {**ARM, "whole": False}
FAINT = {"unmarked": False, "faint": True, "whole": True}
STRONG = {"unmarked": False, "faint": False, "whole": True}


def best(checklist: Checklist = LAPTOP, percent: int = 92) -> Answers:
    """Return the answers about a device without a fault."""
    answers = clean_rest(checklist, Answers())
    for check in asked(checklist, answers):
        if check.kind is CheckKind.ANSWER:
            answers = with_answer(answers, check.key, Answer(Result.PASS))
        elif check.measure is not None:
            value = percent if check.measure.unit == "%" else 100
            answers = with_measure(answers, check.key, value)
    return answers


def saying(answers: Answers, **given: Result) -> Answers:
    """Return the answers with others for these checks."""
    for key, result in given.items():
        reason = "no_tool" if result is Result.NOT_POSSIBLE else None
        answers = with_answer(answers, key, Answer(result, reason))
    return answers


def marked(answers: Answers, **zones: dict[str, bool]) -> Answers:
    """Return the answers with marks on these parts."""
    return Answers(answers.checks, {**answers.zones, **zones}, answers.measures)
