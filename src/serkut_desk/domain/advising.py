"""Makes the advice: facts in, advice out; the same facts always give the same advice."""

from __future__ import annotations

from dataclasses import replace
from statistics import median
from typing import TYPE_CHECKING

from serkut_desk.domain.advice import Advice, Basis, Known, Option, Reason, Span, Way, Why
from serkut_desk.domain.outcomes import Grade

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from serkut_desk.domain.advice import AdviceFacts, Demand, Mend, Offer
    from serkut_desk.domain.advice_rules import AdviceRules, Factors


def own_or(values: Sequence[int], least: int, otherwise: Known | None) -> Known | None:
    """Return the median of own cases when there are enough of them, else something known."""
    if len(values) >= max(least, 1):
        return Known(round(median(values)), Basis.OWN, len(values))
    return otherwise


def rising(prices: Mapping[Grade, Known]) -> dict[Grade, Known]:
    """Return prices by grade where a better grade never brings less than a worse one."""
    found: dict[Grade, Known] = {}
    best: Known | None = None
    for grade in reversed(Grade):
        now = prices.get(grade)
        if now is not None:
            best = now if best is None or now.value >= best.value else best
            found[grade] = best
    return found


def avoided(rules: AdviceRules, factors: Factors, type_: str, grade: Grade | None) -> Span | None:
    """Return what using a device again avoids, None where nobody knows.

    `D * E_new * min(1, Y_more / Y_new) - E_refurb` with D and E low, middle and high.
    """
    new, years = factors.new_kg.get(type_), rules.years_new.get(type_)
    refurb = rules.refurb_kg.get(type_)
    if new is None or years is None or refurb is None or grade is None:
        return None
    share = min(1.0, rules.years_more[grade] / years)
    low, middle, high = (
        round(percent / 100 * kg * share - refurb)
        for percent, kg in zip(rules.displacement, (new.low, new.median, new.high), strict=True)
    )
    return Span(low, middle, high, new.sources)


def advise(facts: AdviceFacts, rules: AdviceRules, factors: Factors) -> Advice:
    """Return the advice on a device."""
    facts = replace(facts, prices=rising(facts.prices))
    options = (
        _shelf(facts, rules, factors),
        _repair(facts, rules, factors),
        _harvest(facts, rules),
        _dismantle(facts, rules),
    )
    advised, why = _choice(facts, rules, {one.way: one for one in options})
    return Advice(options, advised, why, rules.version, factors.version)


def _net(
    price: Known | None, parts: int | None, minutes: Known | None, rules: AdviceRules
) -> int | None:
    if price is None or parts is None or minutes is None:
        return None
    return price.value - parts - minutes.value * rules.minute_cents


def _price(facts: AdviceFacts, grade: Grade | None) -> Known | None:
    return None if grade is None else facts.prices.get(grade)


def _price_reason(price: Known | None) -> Reason:
    if price is None:
        return Reason("price_unknown")
    if price.basis is Basis.OWN:
        return Reason("price_own", {"count": price.count})
    return Reason("price_list")


def _demand_reason(demand: Demand) -> Reason:
    return Reason("demand", {"shelf": demand.on_shelf, "handed": demand.handed})


def _shelf(facts: AdviceFacts, rules: AdviceRules, factors: Factors) -> Option:
    grade = facts.grade if facts.works else None
    price = _price(facts, grade)
    minutes = Known(rules.minutes[Way.SHELF], Basis.DEFAULT)
    if facts.grade is None:
        state = Reason("no_grade")
    else:
        state = Reason("works" if facts.works else "fails", {"grade": facts.grade.value})
    return Option(
        Way.SHELF,
        price,
        None,
        minutes,
        avoided(rules, factors, facts.type, grade),
        _net(price, 0, minutes, rules),
        facts.against.get(Way.SHELF, ""),
        (state, _price_reason(price), _demand_reason(facts.demand)),
    )


def _repair(facts: AdviceFacts, rules: AdviceRules, factors: Factors) -> Option:
    price = _price(facts, facts.mended)
    parts = _cost(facts.mends) if facts.mended is not None else None
    by_rule = _work(facts.mends) + rules.minutes[Way.REPAIR]
    minutes = facts.own_minutes or (Known(by_rule, Basis.DEFAULT) if facts.mends else None)
    after = (
        Reason("mended", {"grade": facts.mended.value})
        if facts.mended
        else Reason("mended_unknown")
    )
    if minutes is None:
        time = Reason("minutes_unknown")
    elif minutes.basis is Basis.OWN:
        time = Reason("minutes_own", {"count": minutes.count})
    else:
        time = Reason("minutes_default")
    return Option(
        Way.REPAIR,
        price,
        parts,
        minutes,
        avoided(rules, factors, facts.type, facts.mended),
        _net(price, None if parts is None else parts.value, minutes, rules),
        facts.against.get(Way.REPAIR, ""),
        (_fault_reason(facts.mends), after, time),
    )


def _cost(mends: Sequence[Mend]) -> Known:
    """Return what the parts cost together; one kind of part is bought once."""
    single: dict[str, Known] = {}
    for one in mends:
        key = one.part or f"check:{one.check}"
        before = single.get(key)
        single[key] = one.cents if before is None or one.cents.value > before.value else before
    own = bool(single) and all(one.basis is Basis.OWN for one in single.values())
    count = min((one.count for one in single.values()), default=0)
    basis = Basis.OWN if own else Basis.DEFAULT
    return Known(sum(one.value for one in single.values()), basis, count if own else 0)


def _work(mends: Sequence[Mend]) -> int:
    """Return the minutes of all of it; one kind of part is changed once."""
    longest: dict[str, int] = {}
    for one in mends:
        key = one.part or f"check:{one.check}"
        longest[key] = max(longest.get(key, 0), one.minutes)
    return sum(longest.values())


def _fault_reason(mends: Sequence[Mend]) -> Reason:
    if not mends:
        return Reason("no_fault")
    first = max(mends, key=lambda one: (one.cents.value, one.minutes))
    facts: dict[str, int | str] = {"check": first.check, "more": len(mends) - 1}
    facts["cents"] = _cost(mends).value
    if first.part is not None and first.stock:
        return Reason("fault_stock", {**facts, "part": first.part, "stock": first.stock})
    if first.part is not None:
        return Reason("fault_part", {**facts, "part": first.part})
    return Reason("fault", facts)


def _harvest(facts: AdviceFacts, rules: AdviceRules) -> Option:
    wanted = [one for one in facts.offers if one.wanted]
    value = sum(one.cents.value for one in wanted)
    own = bool(wanted) and all(one.cents.basis is Basis.OWN for one in wanted)
    count = min((one.cents.count for one in wanted), default=0)
    basis = Known(value, Basis.OWN, count) if own else Known(value, Basis.DEFAULT)
    price = basis if wanted else None
    minutes = Known(rules.minutes[Way.HARVEST], Basis.DEFAULT)
    return Option(
        Way.HARVEST,
        price,
        None,
        minutes,
        None,
        _net(price, 0, minutes, rules),
        facts.against.get(Way.HARVEST, ""),
        (_wanted_reason(facts.offers), Reason("good_parts", {"count": len(facts.offers)}), _NO_KG),
    )


_NO_KG = Reason("kg_unknown")


def _wanted_reason(offers: Sequence[Offer]) -> Reason:
    wanted = [one for one in offers if one.wanted]
    if not wanted:
        return Reason("not_wanted")
    most = max(wanted, key=lambda one: one.wanted)
    return Reason("wanted", {"count": sum(one.wanted for one in wanted), "part": most.part})


def _dismantle(facts: AdviceFacts, rules: AdviceRules) -> Option:
    minutes = Known(rules.minutes[Way.DISMANTLE], Basis.DEFAULT)
    lost = sum(one.wanted for one in facts.offers)
    return Option(
        Way.DISMANTLE,
        None,
        None,
        minutes,
        None,
        None,
        facts.against.get(Way.DISMANTLE, ""),
        (
            Reason("materials"),
            Reason("wants_lost", {"count": lost}) if lost else Reason("not_wanted"),
            Reason("waiting", {"count": facts.demand.waiting}),
        ),
    )


def is_surplus(demand: Demand, rules: AdviceRules) -> bool:
    """Tell whether far more stand ready than are handed over."""
    return (
        demand.on_shelf >= rules.surplus_least
        and demand.on_shelf > demand.handed * rules.surplus_times
    )


def _choice(
    facts: AdviceFacts, rules: AdviceRules, options: Mapping[Way, Option]
) -> tuple[Way | None, Why]:
    """Return the way that is advised, and why; the guide says the same in words."""
    shelf, repair = options[Way.SHELF], options[Way.REPAIR]
    if all(one.against for one in options.values()):
        return None, Why.NO_WAY
    pays = not repair.against and _pays(repair, shelf, facts, rules)
    if facts.works and not shelf.against:
        return (Way.REPAIR, Why.PAYS_MORE) if pays else (Way.SHELF, Why.WORKS)
    harvest = options[Way.HARVEST]
    wanted = not harvest.against and (harvest.net or 0) > 0
    if wanted and is_surplus(facts.demand, rules):
        return Way.HARVEST, Why.SURPLUS
    if pays:
        return Way.REPAIR, Why.PAYS
    return _apart(repair, options[Way.DISMANTLE], rules, wanted=wanted)


def _apart(
    repair: Option, dismantle: Option, rules: AdviceRules, *, wanted: bool
) -> tuple[Way | None, Why]:
    """Return how a device comes apart that nobody mends.

    That cannot be undone: without figures of the repair nothing is advised.
    """
    if repair.net is None:
        return None, Why.UNKNOWN
    if wanted:
        return Way.HARVEST, Why.WANTED
    if dismantle.against:
        return None, Why.NO_WAY
    long = repair.minutes is not None and repair.minutes.value > rules.most_minutes
    return Way.DISMANTLE, Why.TOO_LONG if long else Why.NOT_WORTH


def _pays(repair: Option, shelf: Option, facts: AdviceFacts, rules: AdviceRules) -> bool:
    """Tell whether a repair brings enough more than its parts, and than the shelf as it is."""
    if repair.net is None or repair.minutes is None or not facts.mends:
        return False
    if repair.minutes.value > rules.most_minutes:
        return False
    instead = (shelf.net or 0) if facts.works and not shelf.against else 0
    return repair.net - instead >= rules.margin_cents
