"""The grade of a device, computed from an inspection's facts by a dated set of rules.

The rules are shipped as `resources/grading/*_rules.json` and their version is frozen on every
inspection. The same facts give the same grade on the same version, and worse facts never a better
one. Letters speak of how a device looks; a device that does not work gets the last letter.

What a mandatory answer does to "works": "no" and "not possible" mean that it does not (nobody
knows that it does), "not fitted" that only what matters most works. An optional "no" or "not
possible" means the latter too. A battery whose health nobody can read is no fault of the device.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from serkut_desk.domain import inspection
from serkut_desk.domain.checklist import Affects, CheckKind, Result
from serkut_desk.domain.outcomes import Functional, Grade, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from serkut_desk.domain.checklist import Check, Checklist, Words
    from serkut_desk.domain.inspection import Answers, ZoneFacts

MANY = 1000
"""Dead pixels when nobody says that there are few."""
FEW = 2
_BAD = frozenset({Result.FAIL, Result.NOT_POSSIBLE})


@dataclass(frozen=True, slots=True)
class Reason:
    """A fact that decided: key of `grade.reason.<code>`, and keys for its fields."""

    code: str
    facts: tuple[tuple[str, str | int], ...] = ()

    @property
    def fields(self) -> dict[str, str | int]:
        """Return the facts by name."""
        return dict(self.facts)


def reason(code: str, **facts: str | int) -> Reason:
    """Return a reason with its facts by name."""
    return Reason(code, tuple(facts.items()))


@dataclass(frozen=True, slots=True)
class Step:
    """What a device must be for one grade; None is no limit."""

    grade: Grade
    seen_below_cm: int | None
    catching: int | None
    broken: int | None
    screen: str
    pixels: int | None
    passed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """A band of battery health: least percent of the new battery, most cycles."""

    name: str
    least: int
    cycles: int | None


@dataclass(frozen=True, slots=True)
class Why:
    """A reason that is offered for a decision; its words are what is kept."""

    key: str
    words: Words


@dataclass(frozen=True, slots=True)
class GradeRules:
    """One dated version of the rules."""

    version: int
    effective_from: date
    steps: tuple[Step, ...]
    bands: tuple[Band, ...]
    hazard_band: str
    looks: Mapping[Grade, str]
    broken: str
    function: Mapping[Functional, str]
    why: Mapping[Outcome, tuple[Why, ...]]
    why_override: tuple[Why, ...]


@dataclass(frozen=True, slots=True)
class Graded:
    """A grade with everything that it came with.

    Args:
        grade: By looks, the last one for what does not work.
        functional: Whether it works.
        battery: Its band, None where nobody knows or there is none.
        reasons: The facts that decided.
        looks_category: The category C of R2v3 REC that it maps to.
        function_category: The category F, None for what does not work.
    """

    grade: Grade
    functional: Functional
    battery: str | None
    reasons: tuple[Reason, ...]
    looks_category: str
    function_category: str | None


def parse_rules(document: Mapping[str, Any]) -> GradeRules:
    """Return the rules in parsed JSON.

    Raises:
        ValueError: A word is unknown.
        KeyError: A field is missing.
    """
    battery, rec, why = document["battery"], document["rec"], document["why"]
    return GradeRules(
        version=int(document["version"]),
        effective_from=date.fromisoformat(str(document["effective_from"])),
        steps=tuple(
            Step(
                Grade(one["grade"]),
                one["seen_below_cm"],
                one["catching"],
                one["broken"],
                str(one["screen"]),
                one["pixels"],
                tuple(one["passed"]),
            )
            for one in document["steps"]
        ),
        bands=tuple(Band(one["band"], one["least"], one["cycles"]) for one in battery["bands"]),
        hazard_band=str(battery["hazard"]),
        looks={Grade(key): str(code) for key, code in rec["looks"].items()},
        broken=str(rec["broken"]),
        function={Functional(key): str(code) for key, code in rec["function"].items()},
        why={
            outcome: tuple(Why(key, words) for key, words in why[outcome.value].items())
            for outcome in Outcome
        },
        why_override=tuple(Why(key, words) for key, words in why["override"].items()),
    )


def grade(rules: GradeRules, checklist: Checklist, answers: Answers) -> Graded | None:
    """Return the grade, None until every mandatory check is answered."""
    if inspection.left(checklist, answers, mandatory=True):
        return None
    facts = _facts(checklist, answers)
    functional, faults = _functional(checklist, answers)
    step, against = _looks(rules, facts, answers)
    band, battery = _battery(rules, checklist, answers)
    letter = step.grade
    if functional is Functional.NO:
        letter = rules.steps[-1].grade
        against = ()
    broken = any(zone.broken for zone in facts.values()) or _failed(answers, "complete")
    last = letter is rules.steps[-1].grade
    decided = tuple(dict.fromkeys((*faults, *against))) or (_fine(facts),)
    return Graded(
        grade=letter,
        functional=functional,
        battery=band,
        reasons=(*decided, *battery),
        looks_category=rules.broken if last and broken else rules.looks[letter],
        function_category=rules.function.get(functional),
    )


def _facts(checklist: Checklist, answers: Answers) -> dict[str, ZoneFacts]:
    return {key: inspection.zone_facts(answers.zones.get(key, {})) for key in checklist.zones}


def _fine(facts: Mapping[str, ZoneFacts]) -> Reason:
    marked = any(zone != inspection.ZoneFacts() for zone in facts.values())
    return reason("small_marks" if marked else "no_marks")


def _functional(checklist: Checklist, answers: Answers) -> tuple[Functional, tuple[Reason, ...]]:
    """Return whether it works, and what says that it does not, or not wholly."""
    worst, reasons = Functional.OK, []
    for check in inspection.asked(checklist, answers):
        given = answers.checks.get(check.key)
        found = Functional.OK if given is None else _of_answer(check, given.result)
        if found is Functional.OK or given is None:
            continue
        if worst is not Functional.NO:
            worst = found
        reasons.append(reason(f"check_{given.result.value}", check=check.key))
    return worst, tuple(reasons)


def _of_answer(check: Check, result: Result) -> Functional:
    """Return what one answer says of "works"; see the module."""
    if check.affects is Affects.LOOKS or result is Result.PASS:
        return Functional.OK
    if check.affects is Affects.BATTERY:
        return Functional.KEY if check.mandatory else Functional.OK
    if result is Result.NOT_FITTED:
        return Functional.KEY if check.mandatory else Functional.OK
    return Functional.NO if check.mandatory else Functional.KEY


def _looks(
    rules: GradeRules, facts: Mapping[str, ZoneFacts], answers: Answers
) -> tuple[Step, tuple[Reason, ...]]:
    """Return the first step that fits, and what stood against the one before it."""
    before: tuple[Reason, ...] = ()
    for step in rules.steps:
        against = tuple(_against(step, facts, answers))
        if not against:
            return step, before
        before = against
    return rules.steps[-1], before


def _against(step: Step, facts: Mapping[str, ZoneFacts], answers: Answers) -> Iterator[Reason]:
    """Yield what keeps a device from a grade."""
    for key, zone in facts.items():
        if step.seen_below_cm is not None and zone.seen_from_cm >= step.seen_below_cm:
            yield reason("seen", zone=key, cm=zone.seen_from_cm)
    yield from _counted(step.catching, "catching", [k for k, z in facts.items() if z.catching])
    yield from _counted(step.broken, "broken", [k for k, z in facts.items() if z.broken])
    screen = facts.get("screen")
    if screen is not None and step.screen == "clean" and screen.seen_from_cm:
        yield reason("screen_marked")
    elif screen is not None and step.screen == "faint" and screen.strong:
        yield reason("screen_strong")
    pixels = _pixels(answers)
    if step.pixels is not None and pixels > step.pixels:
        yield reason("pixels_few" if pixels <= FEW else "pixels_many")
    for check in step.passed:
        if _failed(answers, check):
            yield reason(f"check_{answers.checks[check].result.value}", check=check)


def _counted(most: int | None, code: str, zones: list[str]) -> Iterator[Reason]:
    if most is not None and len(zones) > most:
        for key in zones:
            yield reason(code, zone=key)


def _failed(answers: Answers, check: str) -> bool:
    given = answers.checks.get(check)
    return given is not None and given.result in _BAD


def _pixels(answers: Answers) -> int:
    """Return how many dead pixels there may be."""
    if not _failed(answers, "pixels"):
        return 0
    few = answers.checks.get("pixels_few")
    return FEW if few is not None and few.result is Result.PASS else MANY


def _battery(
    rules: GradeRules, checklist: Checklist, answers: Answers
) -> tuple[str | None, tuple[Reason, ...]]:
    """Return the battery's band and what is said of it."""
    for check in checklist.checks.values():
        given = answers.checks.get(check.key)
        if check.hazard is not None and given is not None and given.result is Result.FAIL:
            return rules.hazard_band, (reason("battery_hazard"),)
    percent = answers.measures.get("battery_percent")
    if percent is None:
        given = answers.checks.get("battery_percent")
        none = given is not None and given.result is Result.NOT_FITTED
        return None, (reason("battery_none"),) if none else ()
    cycles = answers.measures.get("battery_cycles", 0)
    band = next(
        band.name
        for band in rules.bands
        if percent >= band.least and (band.cycles is None or cycles <= band.cycles)
    )
    return band, (reason("battery", percent=percent),)


def filled(kinds: Mapping[str, Result], checklist: Checklist, answers: Answers) -> Answers:
    """Return the answers together with what the records say, for an inspection that ends."""
    for key, check in checklist.checks.items():
        if check.kind is CheckKind.FILLED and check.source is not None:
            answers = inspection.with_answer(
                answers, key, inspection.Answer(kinds[check.source.value])
            )
    return answers
