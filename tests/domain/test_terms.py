"""Terms of a handover: numbers in normal form, what is kept, and how it is stored."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from serkut_desk.domain.channels import NO_TERMS, Channel, Term, Terms
from serkut_desk.domain.terms import (
    as_json,
    business_id,
    from_json,
    kept,
    lacking,
    number_key,
    taker,
)
from serkut_desk.stations import shop_rules

RULES = shop_rules.channels_on(date(2026, 11, 23)).rules
TEXT = st.text(max_size=20)
DAY = st.none() | st.dates(date(2020, 1, 1), date(2099, 12, 31))
TERMS = st.builds(
    Terms,
    number=TEXT,
    unit=TEXT,
    limit_cents=st.none() | st.integers(1, 99_999_999),
    valid_until=DAY,
    renewed=st.booleans(),
    certificate=TEXT,
    receiver=TEXT,
    business_id=TEXT,
    reference=TEXT,
    place=TEXT,
    installed_on=DAY,
    configuration=TEXT,
    next_service=DAY,
)


@pytest.mark.parametrize(
    "text", ["DK-2026-77", "dk 2026 77", "Dk\u20132026/77", "\uff24\uff2b202677", "D K 2 0 2 6 7 7"]
)
def test_a_number_is_the_same_however_it_is_written(text: str) -> None:
    assert number_key(text) == "DK202677"


@given(st.text())
def test_a_key_is_its_own_key(text: str) -> None:
    assert number_key(number_key(text)) == number_key(text)


@pytest.mark.parametrize(
    ("text", "known"),
    [("0201256-6", "0201256-6"), (" 02012566 ", "0201256-6"), ("1234567-8", None), ("", None)],
)
def test_business_ids(text: str, known: str | None) -> None:
    assert business_id(text) == known


@given(TERMS)
def test_what_is_stored_is_read(terms: Terms) -> None:
    assert from_json(json.loads(json.dumps(as_json(terms)))) == terms


@given(TERMS, st.sampled_from(Channel))
def test_a_channel_keeps_only_what_it_asks_for(terms: Terms, channel: Channel) -> None:
    rule = RULES[channel]
    own = kept(rule, terms)
    wanted = {*rule.terms, *rule.optional}
    for term in Term:
        empty = getattr(NO_TERMS, term.value)
        expected = getattr(terms, term.value) if term in wanted else empty
        assert getattr(own, term.value) == expected
    assert own.renewed == (terms.renewed and channel is Channel.COMMITMENT)


@pytest.mark.parametrize("channel", Channel)
def test_everything_lacks_at_first(channel: Channel) -> None:
    assert lacking(RULES[channel], NO_TERMS) == RULES[channel].terms


def test_a_limit_of_nothing_is_known() -> None:
    terms = Terms(number="1", unit="2", limit_cents=0, valid_until=date(2026, 12, 1))
    assert lacking(RULES[Channel.COMMITMENT], terms) == ()


def test_who_takes_it() -> None:
    assert taker(Terms(receiver="A ry")) == "A ry"
    assert taker(Terms(place="Kirjasto")) == "Kirjasto"
    assert taker(Terms(number="MS-1", unit="Itäinen")) == ""
