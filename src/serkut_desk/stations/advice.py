"""Advice on where a device goes, from the records; shown and kept when somebody decides."""

from __future__ import annotations

import json
from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING

from serkut_desk import shipped
from serkut_desk.domain import inspection
from serkut_desk.domain.advice import AdviceFacts, Basis, Demand, Known, Mend, Offer, Way
from serkut_desk.domain.advice_codec import advice_from, advice_to, digest
from serkut_desk.domain.advice_rules import parse_advice_rules, parse_factors
from serkut_desk.domain.advising import advise as advise_by
from serkut_desk.domain.advising import own_or
from serkut_desk.domain.channels import PriceBasis
from serkut_desk.domain.checklist import CheckKind, Result
from serkut_desk.domain.clock import local
from serkut_desk.domain.device_types import DeviceType
from serkut_desk.domain.grading import grade as grade_of
from serkut_desk.domain.inspection import Answer
from serkut_desk.domain.lifecycle import Action, DeviceState, NotAllowed, may
from serkut_desk.domain.outcomes import Functional, Grade
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.price_list import held_on
from serkut_desk.stations import facts as device_facts
from serkut_desk.stations import grade_lists, part_rules, shop_rules
from serkut_desk.stations.known_device import device_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from serkut_desk.domain.advice import Advice
    from serkut_desk.domain.advice_rules import AdviceRules, Factors
    from serkut_desk.domain.checklist import Checklist
    from serkut_desk.domain.data_state import DeviceFacts
    from serkut_desk.domain.devices import Device
    from serkut_desk.domain.inspection import Answers
    from serkut_desk.domain.people import Session
    from serkut_desk.records.inspections import Inspection
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.desk import Desk

ACTIONS = {
    Way.SHELF: Action.DECIDE_SHELF,
    Way.REPAIR: Action.DECIDE_REPAIR,
    Way.HARVEST: Action.DECIDE_DISMANTLE,
    Way.DISMANTLE: Action.DECIDE_DISMANTLE,
}
RECENT = timedelta(days=90)
"""What was handed over in this time says how much such a device is asked for."""
_WAITING = (
    DeviceState.WAITING_REPAIR.value,
    DeviceState.IN_REPAIR.value,
    DeviceState.WAITING_DISMANTLE.value,
)
_BAD = (Result.FAIL, Result.NOT_POSSIBLE)


@cache
def _rules() -> tuple[AdviceRules, ...]:
    return tuple(parse_advice_rules(one) for one in _documents("rules"))


@cache
def _factors() -> tuple[Factors, ...]:
    return tuple(parse_factors(one) for one in _documents("factors"))


def _documents(what: str) -> list[Mapping[str, object]]:
    found = sorted(shipped.resource("advice").glob(f"*_{what}.json"))
    return [json.loads(path.read_text(encoding="utf-8")) for path in found]


def rules_on(day: date) -> AdviceRules:
    """Return the rules that hold on a day."""
    return held_on(day, _rules())


def factors_on(day: date) -> Factors:
    """Return the factors that hold on a day."""
    return held_on(day, _factors())


def factors_numbered(version: int) -> Factors:
    """Return a version of the factors: an old advice still names its sources."""
    return next(one for one in _factors() if one.version == version)


def advise(work: UnitOfWork, device: Device, now: datetime) -> Advice:
    """Return the advice on a device as the records stand now."""
    day = local(now).date()
    rules = rules_on(day)
    return advise_by(facts_of(work, device, rules, now), rules, factors_on(day))


def advice_on(desk: Desk, session: Session | None, code: str) -> Advice:
    """Return the advice on a device, for who may decide.

    Raises:
        Refused: `device_unknown`, or as `authorise`.
    """
    with desk.reading(session, Permission.OUTCOME) as work:
        return advise(work, device_of(work, code), work.journal.now())


def kept_for(work: UnitOfWork, decision_id: int) -> tuple[Way, Advice] | None:
    """Return what a person chose and what was advised then, None for a decision without."""
    kept = work.advices.of_decision(decision_id)
    return None if kept is None else (Way(kept.chosen), advice_from(kept.content))


def keep(work: UnitOfWork, decision_id: int, chosen: Way, advice: Advice) -> str:
    """Keep an advice beside the decision that was made; return its digest for the entry."""
    content = advice_to(advice)
    work.advices.add(
        decision_id=decision_id,
        chosen=chosen.value,
        advised=None if advice.advised is None else advice.advised.value,
        content=content,
    )
    return digest(content)


def facts_of(work: UnitOfWork, device: Device, rules: AdviceRules, now: datetime) -> AdviceFacts:
    """Return everything that an advice on a device is made of."""
    known = device_facts.gather(work, device, now).facts
    held = work.inspections.in_force(device.id)
    mends: tuple[Mend, ...] = ()
    grade = mended = None
    works = False
    if held is not None:
        grade = held.override_grade or held.grade
        works = held.functional is not Functional.NO
        mends, mended = _mending(work, device, held, rules)
        mended = mended if mended is None else max(mended, grade, key=_goodness)
    return AdviceFacts(
        type=device.type,
        grade=grade,
        works=works,
        mended=mended,
        against=_against(known),
        prices=_prices(work, device, rules, now),
        mends=mends,
        own_minutes=_minutes(work, device, mends, rules),
        offers=_offers(work, device, mends, rules),
        demand=_demand(work, device, now),
    )


def _goodness(grade: Grade) -> int:
    return -list(Grade).index(grade)


def _against(known: DeviceFacts) -> dict[Way, str]:
    found = {}
    for way, action in ACTIONS.items():
        allowed = may(action, known)
        if isinstance(allowed, NotAllowed):
            found[way] = allowed.refusal().code
    return found


def _prices(
    work: UnitOfWork, device: Device, rules: AdviceRules, now: datetime
) -> dict[Grade, Known]:
    """Return the expected price by grade: the median of own handovers, else the dated list."""
    day = local(now).date()
    channels = [
        channel.value
        for channel, rule in shop_rules.channels_on(day).rules.items()
        if rule.price is PriceBasis.LIST
    ]
    listed = shop_rules.prices_on(day).devices.get(DeviceType(device.type), {})
    found = {}
    for grade in Grade:
        cents = listed.get(grade)
        known = None if cents is None else Known(cents, Basis.LIST)
        own = work.advices.prices(device.type, grade.value, channels)
        price = own_or(own, rules.own_least, known)
        if price is not None:
            found[grade] = price
    return found


def _mending(
    work: UnitOfWork, device: Device, held: Inspection, rules: AdviceRules
) -> tuple[tuple[Mend, ...], Grade | None]:
    """Return what to mend and the grade when all of it is mended."""
    checklist = grade_lists.checklist_numbered(held.checklist, held.checklist_version)
    answers = inspection.answers_from_json(held.answers, held.zones, held.measures)
    failed = [
        key
        for key, given in answers.checks.items()
        if given.result in _BAD
        and key in checklist.checks
        and checklist.checks[key].kind is not CheckKind.FILLED
        and checklist.checks[key].lock is None
    ]
    mends = tuple(_mend(work, device, key, rules) for key in failed)
    return mends, _grade_after(checklist, answers, failed, held.rules_version)


def _grade_after(
    checklist: Checklist, answers: Answers, failed: list[str], rules_version: int
) -> Grade | None:
    """Return the grade that the same answers give with what failed mended; marks stay."""
    for key in failed:
        answers = inspection.with_answer(answers, key, Answer(Result.PASS))
    after = grade_of(grade_lists.rules_numbered(rules_version), checklist, answers)
    if after is None or after.functional is Functional.NO:
        return None
    return after.grade


def _mend(work: UnitOfWork, device: Device, check: str, rules: AdviceRules) -> Mend:
    mending = rules.mending.get(check)
    if mending is None:
        cents = Known(rules.unknown_cents, Basis.DEFAULT)
        return Mend(check, None, cents, rules.unknown_minutes)
    if mending.part is None:
        return Mend(check, None, Known(0, Basis.DEFAULT), mending.minutes)
    price = _part_price(work, mending.part, rules)
    stock = _stock(work, device, mending.part)
    return Mend(check, mending.part, price, mending.minutes, stock)


def _part_price(work: UnitOfWork, part: str, rules: AdviceRules) -> Known:
    """Return what a part of a kind costs: the median of known prices, else the dated default."""
    default = Known(rules.part_cents.get(part, rules.unknown_cents), Basis.DEFAULT)
    return own_or(work.advices.part_prices(part), rules.own_least, default) or default


def _stock(work: UnitOfWork, device: Device, part: str) -> int:
    """Return how many free parts of a kind fit this model."""
    key = part_rules.key_of(device)
    if not key:
        return 0
    found = work.parts.listed(states=["stock"], types=[part], model_key=key, reserved=False)
    return sum(1 for one in found if one.test != "failed")


def _minutes(
    work: UnitOfWork, device: Device, mends: tuple[Mend, ...], rules: AdviceRules
) -> Known | None:
    """Return the median of own closed orders of the main fault on this kind of device."""
    if not mends:
        return None
    main = max(mends, key=lambda one: (one.cents.value, one.minutes))
    mending = rules.mending.get(main.check)
    faults = list(mending.faults.items()) if mending is not None else []
    return own_or(work.advices.minutes(device.type, faults), rules.own_least, None)


def _offers(
    work: UnitOfWork, device: Device, mends: tuple[Mend, ...], rules: AdviceRules
) -> tuple[Offer, ...]:
    """Return the parts that are worth taking out: good ones, with how many wait for each."""
    broken = {one.part for one in mends}
    kinds = [one for one in rules.harvest.get(device.type, ()) if one not in broken]
    key = part_rules.key_of(device)
    wanted = dict.fromkeys(kinds, 0)
    for want in work.parts.wants.open_ones(kinds):
        if want.model_key in {"", key}:
            wanted[want.type] += 1
    return tuple(Offer(kind, _part_price(work, kind, rules), wanted[kind]) for kind in kinds)


def _demand(work: UnitOfWork, device: Device, now: datetime) -> Demand:
    return Demand(
        on_shelf=work.advices.standing(device.type, [DeviceState.ON_SHELF.value], device.id),
        handed=work.advices.handed(device.type, now - RECENT),
        waiting=work.advices.standing(device.type, _WAITING, device.id),
    )
