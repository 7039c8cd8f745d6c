"""Advice: figures by hand, the rule's branches, and what holds for any facts."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from serkut_desk import shipped
from serkut_desk.domain.advice import (
    AdviceFacts,
    Basis,
    Demand,
    Known,
    Mend,
    Offer,
    Span,
    Way,
    Why,
)
from serkut_desk.domain.advice_codec import advice_from, advice_to
from serkut_desk.domain.advice_rules import parse_advice_rules, parse_factors
from serkut_desk.domain.advising import advise, avoided, is_surplus, own_or, rising
from serkut_desk.domain.device_types import DeviceType
from serkut_desk.domain.outcomes import Grade, Outcome

_FACTORS: Any = shipped.json_resource("advice", "2026-01-01_factors.json")
_RULES: Any = shipped.json_resource("advice", "2026-01-01_rules.json")
FACTORS, RULES = parse_factors(_FACTORS), parse_advice_rules(_RULES)
A, B, C, D = Grade
PRICES = {
    grade: Known(cents, Basis.LIST)
    for grade, cents in zip(Grade, (14500, 9500, 6000, 3000), strict=True)
}
SCREEN = Mend("spots", "screen", Known(4500, Basis.DEFAULT), 45)
WORKING = AdviceFacts("laptop", B, works=True, mended=B, prices=PRICES)
BROKEN = AdviceFacts("laptop", D, mended=B, prices=PRICES, mends=(SCREEN,))


@pytest.mark.parametrize(
    ("type_", "grade", "low", "middle", "high"),
    [
        # 0.3 * 176.5 * 3/5 - 10; 0.5 * 235.9 * 3/5 - 10; 1.0 * 281.4 * 3/5 - 10
        ("laptop", B, 22, 61, 159),
        # 0.3 * 209.7 * 4/6 - 10; 0.5 * 248.8 * 4/6 - 10; 327.9 * 4/6 - 10
        ("desktop", A, 32, 73, 209),
        # The other method's 64.7 is the low end: 0.3 * 64.7 / 6 - 10; 0.5 * 333.3 / 6 - 10
        ("monitor", D, -7, 18, 53),
        # Longer than a new one serves counts as much as a new one: 0.3 * 45.9 - 2
        ("phone", A, 12, 24, 62),
        ("tablet", C, 8, 21, 54),
    ],
)
def test_kilograms_by_hand(type_: str, grade: Grade, low: int, middle: int, high: int) -> None:
    found = avoided(RULES, FACTORS, type_, grade)
    assert found is not None
    assert (found.low, found.middle, found.high) == (low, middle, high)
    assert found.sources == (("boavizta", "negaoctet") if type_ == "monitor" else ("boavizta",))


@pytest.mark.parametrize("type_", ["allinone", "printer", "network", "other"])
def test_a_kind_without_factors_stays_unknown(type_: str) -> None:
    assert avoided(RULES, FACTORS, type_, A) is None


def test_the_factors_are_those_of_the_reference() -> None:
    path = Path(__file__).resolve().parents[2].parent / "shared/data/boavizta/impact_factors.json"
    if not path.is_file():
        pytest.skip("the reference data is not beside the checkout")
    given = json.loads(path.read_text(encoding="utf-8"))
    names = {"phone": "smartphone"}
    for kind, row in _FACTORS["new_kg"].items():
        stats = given["boavizta_stats"][names.get(kind, kind)]["manufacturing"]
        assert [row["count"], row["q25"], row["median"], row["q75"]] == stats[:4]
    beside = given["negaoctet_embodied_kgco2e"]["monitor"]
    assert _FACTORS["new_kg"]["monitor"]["beside"]["kg"] == beside
    years = given["ademe_2022_refurb_saving_per_year_of_use"]
    assert _FACTORS["per_year"]["laptop"]["kg"] == years["laptop_kgco2e"]
    assert _FACTORS["per_year"]["phone"]["kg"] == years["smartphone_kgco2e"]


def test_the_rules_name_what_the_house_knows() -> None:
    parts = set(shipped.json_resource("parts", "types.json")["types"])
    checks: set[str] = set(shipped.json_resource("grading", "2026-01-01_checks.json")["checks"])
    lists = shipped.json_resource("repair", "2026-01-01_faults.json")["lists"]
    assert set(RULES.part_cents) == parts
    assert set(RULES.mending) <= checks
    assert set(RULES.harvest) == {one.value for one in DeviceType}
    for kinds in RULES.harvest.values():
        assert set(kinds) <= parts - {"storage"}, "media keep their own gate"
    for mending in RULES.mending.values():
        assert mending.part is None or mending.part in parts
        for list_, number in mending.faults.items():
            assert number in {one["number"] for one in lists[list_]["faults"]}


@pytest.mark.parametrize(
    ("facts", "advised", "why"),
    [
        (WORKING, Way.SHELF, Why.WORKS),
        (BROKEN, Way.REPAIR, Why.PAYS),
        # 30 euro for a screen of 45 brings nothing.
        (replace(BROKEN, mended=D), Way.DISMANTLE, Why.NOT_WORTH),
        (
            replace(BROKEN, mended=D, offers=(Offer("memory", Known(1000, Basis.DEFAULT), 1),)),
            Way.HARVEST,
            Why.WANTED,
        ),
        (
            replace(BROKEN, own_minutes=Known(121, Basis.OWN, 3)),
            Way.DISMANTLE,
            Why.TOO_LONG,
        ),
        (replace(BROKEN, own_minutes=Known(120, Basis.OWN, 3)), Way.REPAIR, Why.PAYS),
        (replace(BROKEN, mended=None), None, Why.UNKNOWN),
        (replace(BROKEN, prices={}), None, Why.UNKNOWN),
        (AdviceFacts("laptop"), None, Why.UNKNOWN),
        (
            replace(
                BROKEN,
                demand=Demand(on_shelf=11, handed=5),
                offers=(Offer("memory", Known(1000, Basis.DEFAULT), 1),),
            ),
            Way.HARVEST,
            Why.SURPLUS,
        ),
        # A mark on the case: 95 - 10 for the cover is 25 more than 60 now.
        (
            replace(
                WORKING,
                grade=C,
                mends=(Mend("complete", "cover", Known(1000, Basis.DEFAULT), 15),),
            ),
            Way.REPAIR,
            Why.PAYS_MORE,
        ),
        (replace(WORKING, mends=(SCREEN,)), Way.SHELF, Why.WORKS),
        (replace(BROKEN, against=dict.fromkeys(Way, "missing")), None, Why.NO_WAY),
    ],
)
def test_what_is_advised(facts: AdviceFacts, advised: Way | None, why: Why) -> None:
    found = advise(facts, RULES, FACTORS)
    assert (found.advised, found.why) == (advised, why)


def test_figures_of_a_repair_by_hand() -> None:
    found = advise(BROKEN, RULES, FACTORS).option(Way.REPAIR)
    assert found.price == Known(9500, Basis.LIST)
    assert found.parts == Known(4500, Basis.DEFAULT)
    assert found.minutes == Known(60, Basis.DEFAULT)
    assert found.net == 5000
    assert found.kg == Span(22, 61, 159, ("boavizta",))


def test_a_minute_costs_what_the_house_says() -> None:
    found = advise(BROKEN, replace(RULES, minute_cents=50), FACTORS).option(Way.REPAIR)
    assert found.net == 5000 - 60 * 50


def test_one_screen_mends_two_checks() -> None:
    facts = replace(BROKEN, mends=(SCREEN, replace(SCREEN, check="even")))
    found = advise(facts, RULES, FACTORS).option(Way.REPAIR)
    assert found.parts == Known(4500, Basis.DEFAULT)
    assert found.minutes == Known(60, Basis.DEFAULT)


def test_a_harvest_counts_what_is_waited_for_only() -> None:
    offers = (
        Offer("memory", Known(1200, Basis.OWN, 4), 2),
        Offer("fan", Known(900, Basis.OWN, 9), 0),
        Offer("battery", Known(3000, Basis.OWN, 3), 1),
    )
    found = advise(replace(BROKEN, offers=offers), RULES, FACTORS).option(Way.HARVEST)
    assert found.price == Known(4200, Basis.OWN, 3)
    assert found.kg is None
    none = advise(BROKEN, RULES, FACTORS).option(Way.HARVEST)
    assert none.price is None


def test_own_cases_take_the_place_of_defaults_when_there_are_enough() -> None:
    default = Known(9500, Basis.LIST)
    assert own_or([], 3, default) == default
    assert own_or([8000, 9000], 3, default) == default
    assert own_or([8000, 9000, 20000], 3, default) == Known(9000, Basis.OWN, 3)
    assert own_or([], 0, None) is None


def test_many_on_the_shelf_are_a_surplus() -> None:
    assert not is_surplus(Demand(on_shelf=9, handed=0), RULES)
    assert is_surplus(Demand(on_shelf=10, handed=4), RULES)
    assert not is_surplus(Demand(on_shelf=10, handed=5), RULES)


def test_a_plan_has_one_outcome() -> None:
    assert {way.outcome for way in Way} == set(Outcome)
    assert Way.HARVEST.outcome is Outcome.DISMANTLE


_known = st.builds(Known, st.integers(0, 50_000), st.sampled_from(Basis), st.integers(0, 50))
_facts = st.builds(
    AdviceFacts,
    type=st.sampled_from([one.value for one in DeviceType]),
    grade=st.none() | st.sampled_from(Grade),
    works=st.booleans(),
    mended=st.none() | st.sampled_from(Grade),
    against=st.dictionaries(st.sampled_from(Way), st.just("missing")),
    prices=st.dictionaries(st.sampled_from(Grade), _known),
    mends=st.lists(
        st.builds(
            Mend,
            st.sampled_from(["spots", "keys", "post"]),
            st.none() | st.sampled_from(["screen", "keyboard"]),
            _known,
            st.integers(0, 200),
            st.integers(0, 3),
        ),
        max_size=3,
    ).map(tuple),
    own_minutes=st.none() | _known,
    offers=st.lists(
        st.builds(Offer, st.sampled_from(["memory", "fan"]), _known, st.integers(0, 3)), max_size=2
    ).map(tuple),
    demand=st.builds(Demand, *[st.integers(0, 50)] * 3),
)


@given(_facts)
def test_any_facts_give_one_advice_with_three_reasons_a_way(facts: AdviceFacts) -> None:
    found = advise(facts, RULES, FACTORS)
    assert found == advise(facts, RULES, FACTORS)
    assert [one.way for one in found.options] == list(Way)
    assert all(len(one.reasons) == 3 for one in found.options)
    assert found.advised is None or not found.option(found.advised).against
    assert advice_from(json.loads(json.dumps(advice_to(found)))) == found


@given(_facts)
def test_nothing_is_made_up(facts: AdviceFacts) -> None:
    found = advise(facts, RULES, FACTORS)
    shelf, repair = found.option(Way.SHELF), found.option(Way.REPAIR)
    if not facts.works or facts.grade is None:
        assert shelf.price is None
        assert shelf.kg is None
    if facts.mended is None:
        assert repair.price is None
        assert repair.net is None
    if found.advised in {Way.HARVEST, Way.DISMANTLE}:
        assert repair.net is not None, "what cannot be undone needs figures"


@given(st.dictionaries(st.sampled_from(Grade), _known), st.sampled_from(Grade))
def test_a_better_grade_never_brings_less(prices: dict[Grade, Known], grade: Grade) -> None:
    found = rising(prices)
    assert found.keys() == prices.keys()
    values = [found[one].value for one in reversed(Grade) if one in found]
    assert values == sorted(values)
    assert grade not in found or found[grade].value >= prices[grade].value


@given(st.sampled_from([one.value for one in DeviceType]))
def test_a_better_grade_never_avoids_less(type_: str) -> None:
    spans = [avoided(RULES, FACTORS, type_, grade) for grade in reversed(Grade)]
    known = [one for one in spans if one is not None]
    assert known == sorted(known, key=lambda one: (one.low, one.middle, one.high))
    assert all(one.low <= one.middle <= one.high for one in known)


@pytest.mark.parametrize(
    "broken",
    [
        {"displacement": [50, 30, 100]},
        {"displacement": [30, 50, 120]},
        {"years_new": {"laptop": 0}},
        {"years_new": {"toaster": 5}},
    ],
)
def test_rules_out_of_order_are_refused(broken: dict[str, Any]) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - each has another text
        parse_advice_rules({**_RULES, **broken})


def test_factors_out_of_order_are_refused() -> None:
    row = {"source": "boavizta", "count": 1, "q25": 3, "median": 2, "q75": 4}
    with pytest.raises(ValueError, match="out of order"):
        parse_factors({**_FACTORS, "new_kg": {"laptop": row}})
    with pytest.raises(ValueError, match="not described"):
        parse_factors({**_FACTORS, "new_kg": {"laptop": {**row, "source": "somebody"}}})
