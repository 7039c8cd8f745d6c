"""The gates say what the lifecycle table says, in parts; none of them lets more through."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from serkut_desk.domain.channels import Channel, Payment, Terms
from serkut_desk.domain.data_state import DeviceFacts, Lock, MediumFacts, MediumState
from serkut_desk.domain.device_types import BearsData
from serkut_desk.domain.handover import (
    BasketCase,
    DeviceCase,
    GateCode,
    PricedLine,
    Used,
    basket_gates,
    device_gates,
    payments_for,
)
from serkut_desk.domain.lifecycle import Action, Allowed, may
from serkut_desk.domain.outcomes import Functional, Grade, Outcome
from serkut_desk.stations import shop_rules
from serkut_desk.texts import Texts

if TYPE_CHECKING:
    from serkut_desk.domain.handover import Gate

TODAY = date(2026, 11, 23)
RULES = shop_rules.channels_on(TODAY).rules
MEDIA = st.builds(
    MediumFacts,
    name=st.just("S4"),
    state=st.sampled_from(MediumState),
    serial_certain=st.booleans(),
    removed=st.booleans(),
)
FACTS = st.builds(
    DeviceFacts,
    bears_data=st.sampled_from(BearsData),
    media=st.lists(MEDIA, max_size=2).map(tuple),
    none_confirmed_by=st.integers(0, 2),
    count_approved=st.none() | st.integers(0, 2),
    proposals=st.integers(0, 1),
    contradictions=st.integers(0, 1),
    battery_hazard=st.booleans(),
    locks=st.frozensets(st.sampled_from(Lock), max_size=1),
    grade=st.none() | st.sampled_from(Grade),
    functional=st.none() | st.sampled_from(Functional),
    outcome=st.none() | st.sampled_from(Outcome),
    certified=st.booleans(),
    missing=st.booleans(),
    withdrawn=st.booleans(),
    left=st.booleans(),
)
GOOD = DeviceFacts(
    bears_data=BearsData.ALWAYS,
    media=(MediumFacts("S4", MediumState.PROVEN),),
    count_approved=1,
    grade=Grade.B,
    functional=Functional.OK,
    outcome=Outcome.SHELF,
    certified=True,
)
COMMITMENT = Terms(number="MS-1", unit="Itäinen", limit_cents=10_000, valid_until=TODAY)


def _gates(facts: DeviceFacts, *, priced: bool = True, label_read: bool = True) -> tuple[Gate, ...]:
    return device_gates(
        DeviceCase(
            device="SD0000000195",
            facts=facts,
            certificate="TT 1",
            priced=priced,
            label_read=label_read,
        )
    )


def _open(gates: tuple[Gate, ...]) -> list[GateCode]:
    """Return the gates that do not hold; each says what to do, in every language."""
    for gate in gates:
        assert gate.holds == (not gate.next)
        for language in ("fi", "en"):
            assert all(Texts(language).sentence(one) for one in (gate.said, *gate.next))
    return [gate.code for gate in gates if not gate.holds]


@given(FACTS)
def test_all_gates_hold_exactly_when_the_table_lets_it_leave(facts: DeviceFacts) -> None:
    allowed = isinstance(may(Action.HAND_OVER, facts), Allowed)
    assert (_open(_gates(facts)) == []) == allowed


@pytest.mark.parametrize(
    ("facts", "gate"),
    [
        (replace(GOOD, media=()), GateCode.DATA),
        (replace(GOOD, count_approved=None), GateCode.DATA),
        (replace(GOOD, certified=False), GateCode.CERTIFICATE),
        (replace(GOOD, grade=None), GateCode.GRADE),
        (replace(GOOD, functional=Functional.NO), GateCode.WORKS),
        (replace(GOOD, outcome=Outcome.REPAIR), GateCode.SHELF),
        (replace(GOOD, battery_hazard=True), GateCode.STOPPED),
        (replace(GOOD, locks=frozenset({Lock.MDM})), GateCode.STOPPED),
        (replace(GOOD, missing=True), GateCode.STOPPED),
        (replace(GOOD, left=True), GateCode.STOPPED),
        (replace(GOOD, withdrawn=True), GateCode.STOPPED),
    ],
)
def test_each_gate_by_itself(facts: DeviceFacts, gate: GateCode) -> None:
    assert _open(_gates(facts)) == [gate]


def test_price_and_label_are_gates_too() -> None:
    assert _open(_gates(GOOD)) == []
    assert _open(_gates(GOOD, priced=False)) == [GateCode.PRICE]
    assert _open(_gates(GOOD, label_read=False)) == [GateCode.LABEL]


def _case(channel: Channel, terms: Terms, *lines: PricedLine) -> BasketCase:
    return BasketCase(
        rule=RULES[channel],
        terms=terms,
        lines=lines or (PricedLine(10_000, 0, 0, is_device=True),),
        today=TODAY,
        used=None,
        certificate_used=False,
        seen=True,
        seller_known=True,
    )


def test_a_commitment_pays_to_the_last_cent_of_its_last_day() -> None:
    case = _case(Channel.COMMITMENT, COMMITMENT)
    assert _open(basket_gates(case)) == []
    assert _open(basket_gates(replace(case, today=date(2026, 11, 24)))) == [GateCode.VALID]
    dearer = replace(case, lines=(PricedLine(10_001, 0, 0, is_device=True),))
    assert _open(basket_gates(dearer)) == [GateCode.FITS]
    used = replace(case, used=Used("itäinen", 10_000, TODAY, 1))
    assert _open(basket_gates(used)) == [GateCode.FITS]
    assert used.left_cents == 9_999


@given(st.integers(0, 20_000), st.integers(0, 20_000), st.integers(0, 20_000))
def test_no_more_than_the_limit_is_ever_used(limit: int, used: int, price: int) -> None:
    terms = replace(COMMITMENT, limit_cents=limit)
    case = replace(
        _case(Channel.COMMITMENT, terms, PricedLine(price, 0, 0, is_device=True)),
        used=Used("Itäinen", limit, TODAY, used),
    )
    assert (GateCode.FITS in _open(basket_gates(case))) == (used + price > limit)


def test_other_terms_of_a_known_commitment_have_to_be_meant() -> None:
    case = _case(Channel.COMMITMENT, COMMITMENT)
    for known in (
        Used("Läntinen", 10_000, TODAY, 0),
        Used("Itäinen", 9_999, TODAY, 0),
        Used("Itäinen", 10_000, date(2026, 11, 30), 0),
    ):
        assert _open(basket_gates(replace(case, used=known))) == [GateCode.SAME]
        renewed = replace(case, used=known, terms=replace(COMMITMENT, renewed=True))
        assert _open(basket_gates(renewed)) == []


def test_terms_come_first() -> None:
    case = _case(Channel.COMMITMENT, Terms(number="MS-1"))
    gates = basket_gates(case)
    assert _open(gates) == [GateCode.TERMS]
    assert len(gates[0].next) == 3


def test_a_course_certificate_is_good_once() -> None:
    case = _case(Channel.COURSE, Terms(certificate="1"))
    assert _open(basket_gates(case)) == []
    assert _open(basket_gates(replace(case, certificate_used=True))) == [GateCode.UNUSED]


def test_a_service_comes_after_the_installation() -> None:
    terms = Terms(place="Kirjasto", installed_on=TODAY, configuration="Mint", next_service=TODAY)
    assert _open(basket_gates(_case(Channel.WORKSTATION, terms))) == [GateCode.SERVICE]
    later = replace(terms, next_service=date(2027, 5, 1))
    assert _open(basket_gates(_case(Channel.WORKSTATION, later))) == []


@pytest.mark.parametrize(
    ("devices", "articles", "open_gates"),
    [
        (0, 0, [GateCode.LINES]),
        (0, 1, [GateCode.DEVICES]),
        (1, 0, []),
        (2, 0, [GateCode.DEVICES]),
        (1, 5, [GateCode.LINES]),
    ],
)
def test_as_many_as_the_channel_allows(
    devices: int, articles: int, open_gates: list[GateCode]
) -> None:
    lines = [PricedLine(100, 0, 0, is_device=True)] * devices
    lines += [PricedLine(0, 0, 0, is_device=False)] * articles
    case = replace(_case(Channel.COURSE, Terms(certificate="1")), lines=tuple(lines))
    assert _open(basket_gates(case)) == open_gates


@pytest.mark.parametrize(("discount", "holds"), [(1_900, True), (1_901, False)])
def test_a_discount_is_within_the_limit_of_who_gave_it(discount: int, *, holds: bool) -> None:
    line = PricedLine(9_500, discount, 200, is_device=True)
    found = _open(basket_gates(_case(Channel.SALE, Terms(), line)))
    assert found == ([] if holds else [GateCode.DISCOUNT])


@pytest.mark.parametrize("channel", Channel)
def test_what_costs_nothing_is_paid_with_nothing(channel: Channel) -> None:
    assert payments_for(RULES[channel], 0) == (Payment.NONE,)
    assert Payment.NONE not in payments_for(RULES[channel], 1)


def test_papers_and_seller() -> None:
    case = _case(Channel.COURSE, Terms(certificate="1"))
    assert _open(basket_gates(replace(case, seen=False))) == [GateCode.SEEN]
    assert _open(basket_gates(replace(case, seller_known=False))) == [GateCode.SELLER]
