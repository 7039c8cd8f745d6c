"""An inspection: what was answered, what is still open, and which answers make sense.

Pure: a `Checklist` and what was answered so far come in as arguments. Zones are facts, not
letters: each part of the surface has its own answers, from which `ZoneFacts` are derived.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from serkut_desk.domain.checklist import CheckKind, Result
from serkut_desk.domain.errors import Misused, Refused

if TYPE_CHECKING:
    from collections.abc import Mapping

    from serkut_desk.domain.checklist import Check, Checklist, Zone

# Distances in centimetres from which a mark is still seen.
UNSEEN, CLOSE, HAND, ARM = 0, 10, 20, 50


@dataclass(frozen=True, slots=True)
class Answer:
    """What one check was answered with; `reason` says why it was not possible."""

    result: Result
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Answers:
    """Everything answered so far.

    Args:
        checks: By key of the check, figures that could not be measured among them.
        zones: By key of the zone: its questions with yes or no.
        measures: By key of the check.
    """

    checks: Mapping[str, Answer] = field(default_factory=lambda: MappingProxyType({}))
    zones: Mapping[str, Mapping[str, bool]] = field(default_factory=lambda: MappingProxyType({}))
    measures: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class ZoneFacts:
    """What is known of one part of the surface.

    Args:
        seen_from_cm: The greatest distance from which a mark is seen: 0, 10, 20 or 50.
        catching: A dent, or a mark that catches a nail.
        broken: A crack, or something is missing.
        strong: On a screen: the mark disturbs the picture.
    """

    seen_from_cm: int = UNSEEN
    catching: bool = False
    broken: bool = False
    strong: bool = False


def zone_facts(answers: Mapping[str, bool]) -> ZoneFacts:
    """Return the facts in a zone's answers."""
    if answers.get("unmarked", True):
        return ZoneFacts()
    seen = CLOSE
    if not answers.get("not_at_50", True):
        seen = ARM
    elif not answers.get("not_at_20", True):
        seen = HAND
    return ZoneFacts(
        seen,
        catching=not answers.get("smooth", True),
        broken=not answers.get("whole", True),
        strong=not answers.get("faint", True),
    )


def asked(checklist: Checklist, answers: Answers) -> tuple[Check, ...]:
    """Return the checks that a person answers, in order; what the records answer is left out."""
    return tuple(
        check
        for check in checklist.checks.values()
        if check.kind is not CheckKind.FILLED and _due(check, answers)
    )


def _due(check: Check, answers: Answers) -> bool:
    if check.when is None:
        return True
    other, wanted = check.when
    given = answers.checks.get(other)
    return given is not None and given.result is wanted


def is_answered(checklist: Checklist, check: Check, answers: Answers) -> bool:
    """Tell whether a check has its answer; zones when each of them has."""
    if check.kind is CheckKind.ZONES:
        return all(
            zone_is_answered(zone, answers.zones.get(key, {}))
            for key, zone in checklist.zones.items()
        )
    return check.key in answers.checks or check.key in answers.measures


def left(checklist: Checklist, answers: Answers, *, mandatory: bool = False) -> tuple[Check, ...]:
    """Return what nobody has answered yet, in order; only what is mandatory where asked for."""
    return tuple(
        check
        for check in asked(checklist, answers)
        if (check.mandatory or not mandatory) and not is_answered(checklist, check, answers)
    )


def next_question(zone: Zone, given: Mapping[str, bool]) -> str | None:
    """Return the question of a zone that comes next, None when it is answered."""
    for question in zone.questions:
        if question.key not in given and question.needs.items() <= given.items():
            return question.key
    return None


def zone_is_answered(zone: Zone, given: Mapping[str, bool]) -> bool:
    """Tell whether nothing more is asked of a zone."""
    return bool(given) and next_question(zone, given) is None


def checked_answer(checklist: Checklist, key: str, answer: Answer) -> Check:
    """Return the check that is answered.

    Raises:
        Misused: `check_unknown`, `check_not_answered_so`, `reason_missing`, `reason_unknown`.
        Refused: `check_always_fitted`.
    """
    check = _known(checklist, key)
    measured = check.kind is CheckKind.MEASURE and answer.result in {Result.PASS, Result.FAIL}
    if measured or check.kind in {CheckKind.ZONES, CheckKind.FILLED}:
        raise Misused("check_not_answered_so", check=key)
    if answer.result is Result.NOT_POSSIBLE:
        if not answer.reason:
            raise Misused("reason_missing", check=key)
        if answer.reason not in checklist.reasons:
            raise Misused("reason_unknown", reason=answer.reason)
    if answer.result is Result.NOT_FITTED and check.always:
        raise Refused("check_always_fitted", check=key)
    return check


def checked_measure(checklist: Checklist, key: str, value: int) -> Check:
    """Return the check whose figure is given.

    Raises:
        Misused: `check_unknown`, `check_not_answered_so`.
        Refused: `measure_out_of_range`.
    """
    check = _known(checklist, key)
    if check.measure is None:
        raise Misused("check_not_answered_so", check=key)
    if not check.measure.low <= value <= check.measure.high:
        raise Refused(
            "measure_out_of_range", value=value, low=check.measure.low, high=check.measure.high
        )
    return check


def checked_zone(checklist: Checklist, key: str, given: Mapping[str, bool]) -> Zone:
    """Return the zone that is answered; every question of it that is due must be among these.

    Raises:
        Misused: `zone_unknown`, `question_unknown`.
        Refused: `zone_incomplete`.
    """
    zone = checklist.zones.get(key)
    if zone is None:
        raise Misused("zone_unknown", zone=key)
    known = {question.key: question for question in zone.questions}
    for name in given:
        if name not in known or not known[name].needs.items() <= given.items():
            raise Misused("question_unknown", question=name, zone=key)
    open_one = next_question(zone, given)
    if open_one is not None:
        raise Refused("zone_incomplete", zone=key, question=open_one)
    return zone


def _known(checklist: Checklist, key: str) -> Check:
    check = checklist.checks.get(key)
    if check is None:
        raise Misused("check_unknown", check=key)
    return check


def with_answer(answers: Answers, key: str, answer: Answer) -> Answers:
    """Return the answers with one more; a figure of the same check goes."""
    measures = {name: value for name, value in answers.measures.items() if name != key}
    return Answers({**answers.checks, key: answer}, answers.zones, measures)


def with_measure(answers: Answers, key: str, value: int) -> Answers:
    """Return the answers with one more figure."""
    checks = {name: one for name, one in answers.checks.items() if name != key}
    return Answers(checks, answers.zones, {**answers.measures, key: value})


def with_zone(answers: Answers, key: str, given: Mapping[str, bool]) -> Answers:
    """Return the answers with one more zone."""
    return Answers(answers.checks, {**answers.zones, key: dict(given)}, answers.measures)


def without(answers: Answers, key: str) -> Answers:
    """Return the answers without what was said of one check."""
    return Answers(
        {name: one for name, one in answers.checks.items() if name != key},
        answers.zones,
        {name: value for name, value in answers.measures.items() if name != key},
    )


def clean_rest(checklist: Checklist, answers: Answers) -> Answers:
    """Return the answers with every zone that has none as one without marks."""
    rest = {key: {"unmarked": True} for key in checklist.zones if not answers.zones.get(key)}
    return Answers(answers.checks, {**answers.zones, **rest}, answers.measures)


def only_due(checklist: Checklist, answers: Answers) -> Answers:
    """Return the answers without those to questions that are not asked after all."""
    due = {check.key for check in asked(checklist, answers)}
    return Answers(
        {key: one for key, one in answers.checks.items() if key in due},
        {key: given for key, given in answers.zones.items() if key in checklist.zones},
        {key: value for key, value in answers.measures.items() if key in due},
    )


def checks_as_json(answers: Answers) -> dict[str, dict[str, str]]:
    """Return the answers to checks as they are stored."""
    return {
        key: {"result": one.result.value} | ({"reason": one.reason} if one.reason else {})
        for key, one in answers.checks.items()
    }


def answers_from_json(
    checks: Mapping[str, Mapping[str, str]],
    zones: Mapping[str, Mapping[str, bool]],
    measures: Mapping[str, int],
) -> Answers:
    """Return stored answers."""
    return Answers(
        {key: Answer(Result(one["result"]), one.get("reason")) for key, one in checks.items()},
        zones,
        measures,
    )


def as_json(answers: Answers) -> dict[str, Any]:
    """Return the columns of a draft or an inspection that hold answers."""
    return {
        "answers": checks_as_json(answers),
        "zones": {key: dict(given) for key, given in answers.zones.items()},
        "measures": dict(answers.measures),
    }
