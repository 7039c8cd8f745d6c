"""The shop's dated lists: what holds on which day, and that the shipped ones are whole."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from serkut_desk import shipped
from serkut_desk.domain.channels import (
    Channel,
    Payment,
    PriceBasis,
    Term,
    VatTreatment,
    parse_channels,
)
from serkut_desk.domain.device_types import DeviceType
from serkut_desk.domain.outcomes import Grade
from serkut_desk.domain.papers import PaperKind
from serkut_desk.domain.permissions import Role
from serkut_desk.domain.price_list import held_on, parse_prices, parse_vat, parse_warranty
from serkut_desk.stations import shop_rules
from serkut_desk.texts import Texts

DAY = date(2026, 11, 23)
CHANNELS = shop_rules.channels_on(DAY)
PRICES = shop_rules.prices_on(DAY)


def _table(name: str) -> Any:
    path = shipped.resource("handover", f"2026-01-01_{name}.json")
    return json.loads(path.read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Since:
    valid_from: date


def test_the_newest_list_that_holds_is_taken() -> None:
    lists = [Since(date(2026, 6, 1)), Since(date(2026, 1, 1)), Since(date(2027, 1, 1))]
    assert held_on(date(2026, 5, 31), lists).valid_from == date(2026, 1, 1)
    assert held_on(date(2026, 6, 1), lists).valid_from == date(2026, 6, 1)
    # A workshop whose clock stands before all of them has at least a price.
    assert held_on(date(2020, 1, 1), lists).valid_from == date(2026, 1, 1)
    with pytest.raises(ValueError, match="no list"):
        held_on(DAY, [])


@pytest.mark.parametrize(
    ("day", "permille"),
    [(date(2024, 8, 31), 240), (date(2024, 9, 1), 255), (DAY, 255)],
)
def test_vat_by_day(day: date, permille: int) -> None:
    assert shop_rules.vat_on(day).on(day, VatTreatment.NORMAL) == permille


def test_other_rates_and_none() -> None:
    rates = shop_rules.vat_on(DAY)
    assert rates.on(date(2025, 12, 31), VatTreatment.NORMAL, "reduced") == 140
    assert rates.on(date(2026, 1, 1), VatTreatment.NORMAL, "reduced") == 135
    assert rates.on(DAY, VatTreatment.INTERNAL) == 0
    with pytest.raises(ValueError, match="no standard rate"):
        rates.on(date(1990, 1, 1), VatTreatment.NORMAL)


@pytest.mark.parametrize("channel", Channel)
def test_every_channel_is_whole(channel: Channel) -> None:
    rule = CHANNELS.rules[channel]
    assert rule.channel is channel
    assert rule.payments
    assert rule.min_devices <= rule.max_devices <= rule.max_lines
    assert not set(rule.terms) & set(rule.optional)
    assert PaperKind.WIPE_STATEMENT in rule.papers
    assert all(0 <= limit <= 1000 for limit in rule.max_discount.values())
    assert rule.discount_limit(Role.WORKER) == 0
    free = rule.price is PriceBasis.FREE
    assert (rule.payments == (Payment.NONE,)) == free
    for language in ("fi", "en"):
        texts = Texts(language)
        assert texts.say(f"channel.{channel}")
        assert all(texts.say(f"term.{term}") for term in (*rule.terms, *rule.optional))
        assert all(texts.say(f"payment.{payment}") for payment in rule.payments)


def test_who_pays_nothing() -> None:
    nothing = {channel for channel, rule in CHANNELS.rules.items() if not rule.buyer_pays}
    assert nothing == {Channel.COMMITMENT, Channel.WORKSTATION}


@pytest.mark.parametrize("kind", DeviceType)
@pytest.mark.parametrize("grade", Grade)
def test_every_device_has_a_price_and_a_warranty(kind: DeviceType, grade: Grade) -> None:
    prices = {
        channel: PRICES.of_device(rule, kind, grade) for channel, rule in CHANNELS.rules.items()
    }
    assert prices[Channel.COURSE] == 100
    assert prices[Channel.WORKSTATION] == 0
    assert prices[Channel.SALE] == prices[Channel.COMMITMENT] == prices[Channel.PROJECT]
    assert (prices[Channel.SALE] or 0) > 0
    warranty = shop_rules.warranty_on(DAY)
    for channel in Channel:
        months = warranty.of_device(channel, grade)
        assert months == (12 if grade is Grade.D else 36)


def test_better_grades_cost_more() -> None:
    for row in PRICES.devices.values():
        assert [row[grade] for grade in Grade] == sorted(row.values(), reverse=True)


def test_no_price_is_no_zero() -> None:
    rule = CHANNELS.rules[Channel.SALE]
    assert PRICES.of_device(rule, DeviceType.LAPTOP, None) is None
    assert PRICES.of_article(rule, "gold") is None
    assert PRICES.of_article(CHANNELS.rules[Channel.COURSE], "gold") is None


def test_articles_have_names_and_half_a_year() -> None:
    assert shop_rules.warranty_on(DAY).articles == 6
    assert shop_rules.warranty_on(DAY).repairs == 6
    for language in ("fi", "en"):
        assert all(Texts(language).say(f"article.{name}") for name in PRICES.articles)


def test_the_warranty_is_said_in_paragraphs() -> None:
    for language in ("fi", "en"):
        words = shop_rules.warranty_on(DAY).terms
        assert all(Texts(language).say(f"handover.warranty.{word}") for word in words)


@pytest.mark.parametrize(
    ("field", "value"),
    [("payments", ["barter"]), ("vat", "none"), ("price", "guess"), ("terms", ["name"])],
)
def test_an_unknown_word_is_not_read(field: str, value: object) -> None:
    table = _table("channels")
    table["channels"]["sale"][field] = value
    with pytest.raises(ValueError, match="is not a valid"):
        parse_channels(table)


def test_a_channel_that_is_missing_is_told() -> None:
    table = _table("channels")
    del table["channels"]["course"]
    with pytest.raises(ValueError, match="course"):
        parse_channels(table)
    warranty = _table("warranty")
    del warranty["devices"]["sale"]["D"]
    with pytest.raises(ValueError, match="every grade"):
        parse_warranty(warranty)


def test_nothing_is_below_zero() -> None:
    prices, rates = _table("prices"), _table("vat")
    prices["articles"]["mouse"] = -1
    with pytest.raises(ValueError, match="below zero"):
        parse_prices(prices)
    rates["rates"]["low"][0]["permille"] = -1
    with pytest.raises(ValueError, match="below zero"):
        parse_vat(rates)


def test_terms_are_those_that_a_form_can_show() -> None:
    asked = {term for rule in CHANNELS.rules.values() for term in (*rule.terms, *rule.optional)}
    assert asked == set(Term)
