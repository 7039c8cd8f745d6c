"""Ways to get more than may be given, or to leave what must not be kept."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from serkut_desk.domain.channels import Channel, Payment, Terms
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.handover import GateCode
from serkut_desk.domain.outcomes import Grade
from serkut_desk.stations.handover.commands import (
    AddArticle,
    AddDevice,
    CancelHandover,
    ChangeTerms,
    CompleteHandover,
    Discount,
    OpenHandover,
)
from stations.handover.till import COMMITMENT, COURSE, PROJECT
from stations.handover.trying import missing, refused

if TYPE_CHECKING:
    from stations.handover.till import Till


# Commitments ------------------------------------------------------------------------------------


def test_a_commitment_of_yesterday_pays_nothing(till: Till) -> None:
    ended = replace(COMMITMENT, valid_until=date(2026, 11, 22))
    basket = till.open(Channel.COMMITMENT, ended)
    till.add(basket, till.monitor())
    assert missing(till, basket) == [GateCode.VALID]
    last_day = replace(COMMITMENT, valid_until=date(2026, 11, 23))
    till.workshop.desk.do(till.boss, ChangeTerms(basket, last_day))
    assert missing(till, basket) == []


@pytest.mark.parametrize(("limit", "fits"), [(2_999, False), (3_000, True)])
def test_a_commitment_is_not_exceeded_by_a_cent(till: Till, limit: int, *, fits: bool) -> None:
    basket = till.open(Channel.COMMITMENT, replace(COMMITMENT, limit_cents=limit))
    till.add(basket, till.monitor())
    assert missing(till, basket) == ([] if fits else [GateCode.FITS])


def test_what_is_left_counts_not_the_limit(till: Till) -> None:
    terms = replace(COMMITMENT, limit_cents=5_999)
    first = till.open(Channel.COMMITMENT, terms)
    till.add(first, till.monitor())
    till.complete(first, Payment.COMMITMENT)
    again = till.open(Channel.COMMITMENT, replace(terms, number="ms 2026 118834"))
    till.add(again, till.monitor())
    assert missing(till, again) == [GateCode.FITS]


def test_a_larger_limit_is_not_typed_by_chance(till: Till) -> None:
    first = till.basket(till.monitor(), channel=Channel.COMMITMENT)
    till.complete(first, Payment.COMMITMENT)
    larger = replace(COMMITMENT, limit_cents=90_000)
    basket = till.open(Channel.COMMITMENT, larger)
    till.add(basket, till.monitor())
    assert missing(till, basket) == [GateCode.SAME]
    till.workshop.desk.do(till.boss, ChangeTerms(basket, replace(larger, renewed=True)))
    till.complete(basket, Payment.COMMITMENT)
    with till.workshop.desk.database.reading() as work:
        known = work.handovers.commitment("MS2026118834")
    assert known is not None
    assert (known.limit_cents, known.used_cents) == (90_000, 6_000)


def test_two_open_baskets_do_not_spend_the_same_money(till: Till) -> None:
    terms = replace(COMMITMENT, limit_cents=3_000)
    baskets = [till.open(Channel.COMMITMENT, terms) for _ in range(2)]
    for basket in baskets:
        till.add(basket, till.monitor())
        assert till.view(basket).ready
    till.complete(baskets[0], Payment.COMMITMENT)
    assert missing(till, baskets[1]) == [GateCode.FITS]


def test_papers_must_be_seen(till: Till) -> None:
    for channel in (Channel.COMMITMENT, Channel.COURSE):
        basket = till.basket(till.monitor(), channel=channel)
        assert missing(till, basket, seen=False) == [GateCode.SEEN]


# Course certificates ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "number", ["DK-2026-77", "dk 2026 77", " Dk\u00a02026\u201377 ", "\uff24\uff2b202677"]
)
def test_a_course_certificate_is_good_once(till: Till, number: str) -> None:
    first = till.basket(till.monitor(), channel=Channel.COURSE)
    second = till.open(Channel.COURSE, replace(COURSE, certificate=number))
    till.add(second, till.monitor())
    till.complete(first, Payment.CASH)
    assert missing(till, second) == [GateCode.UNUSED]


def test_a_course_certificate_is_good_for_one_computer(till: Till) -> None:
    basket = till.basket(till.monitor(), channel=Channel.COURSE)
    assert refused(till, AddDevice(basket, till.monitor().code)) == "handover_full_of_devices"


def test_no_course_computer_without_a_number(till: Till) -> None:
    basket = till.open(Channel.COURSE, Terms())
    till.add(basket, till.monitor())
    assert missing(till, basket) == [GateCode.TERMS]
    command = ChangeTerms(basket, Terms(certificate=" -- "))
    assert refused(till, command) == "number_has_no_digits"


# Money ------------------------------------------------------------------------------------------


def test_a_discount_stays_within_the_limit(till: Till) -> None:
    basket = till.basket(till.monitor(), till.monitor(Grade.A))
    for command in (
        Discount(basket, "naarmu", permille=301),
        Discount(basket, "naarmu", cents=2_251),
        Discount(basket, "naarmu", cents=901, line=1),
        Discount(basket, "naarmu", permille=1_001, line=1),
    ):
        assert refused(till, command) == "discount_too_large"
    till.workshop.desk.do(till.boss, Discount(basket, "naarmu", cents=2_250))
    view = till.view(basket)
    assert (view.totals.discount_cents, view.totals.total_cents) == (2_250, 5_250)
    assert missing(till, basket) == []


def test_a_discount_says_why_and_is_clear(till: Till) -> None:
    basket = till.basket(till.monitor())
    for command, code in (
        (Discount(basket, " ", permille=100), "text_missing"),
        (Discount(basket, "syy"), "discount_unclear"),
        (Discount(basket, "syy", cents=-1), "discount_unclear"),
        (Discount(basket, "syy", cents=1, permille=1), "discount_unclear"),
        (Discount(basket, "syy", cents=1, line=99), "handover_line_unknown"),
        (Discount(till.open(), "syy", permille=1), "handover_empty"),
    ):
        assert refused(till, command) == code


def test_another_channel_drops_the_discount_and_prices_anew(till: Till) -> None:
    basket = till.basket(till.monitor())
    desk, boss = till.workshop.desk, till.boss
    desk.do(boss, Discount(basket, "naarmu", permille=300))
    desk.do(boss, ChangeTerms(basket, COURSE, Channel.COURSE))
    view = till.view(basket)
    assert (view.totals.discount_cents, view.totals.total_cents) == (0, 100)
    assert refused(till, Discount(basket, "syy", cents=1)) == "discount_too_large"


@pytest.mark.parametrize("channel", Channel)
def test_only_the_channel_s_own_payments_are_taken(till: Till, channel: Channel) -> None:
    basket = till.basket(till.monitor(), channel=channel)
    allowed = set(till.view(basket).payments)
    for payment in set(Payment) - allowed:
        code = refused(till, CompleteHandover(basket, payment, seen=True))
        assert code == "payment_not_allowed"


def test_cash_must_be_enough(till: Till) -> None:
    basket = till.basket(till.monitor())
    for given, payment, code in (
        (2_999, Payment.CASH, "cash_too_little"),
        (-1, Payment.CASH, "sum_out_of_range"),
        (5_000, Payment.CARD, "cash_not_asked"),
    ):
        command = CompleteHandover(basket, payment, cash_given_cents=given)
        assert refused(till, command) == code


def test_only_a_body_gets_an_invoice(till: Till) -> None:
    basket = till.basket(till.monitor())
    assert refused(till, CompleteHandover(basket, Payment.INVOICE)) == "invoice_without_receiver"
    till.workshop.desk.do(till.boss, ChangeTerms(basket, PROJECT))
    assert till.complete(basket, Payment.INVOICE).papers[0].reference


# What is typed ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "terms",
    [
        replace(COMMITMENT, number="131052-308T"),
        replace(COMMITMENT, unit="asiakas 131052-308T"),
        replace(COURSE, certificate="010594Y9032"),
    ],
)
def test_a_personal_identity_code_is_not_kept(till: Till, terms: Terms) -> None:
    channel = Channel.COURSE if terms.certificate else Channel.COMMITMENT
    assert refused(till, OpenHandover(channel, terms)) == "secret_not_kept"
    basket = till.open(channel)
    assert refused(till, ChangeTerms(basket, terms)) == "secret_not_kept"


def test_nor_in_a_reason_or_a_reference(till: Till) -> None:
    basket = till.basket(till.monitor())
    code = "131052-308T"
    assert refused(till, Discount(basket, f"as. {code}", permille=10)) == "secret_not_kept"
    command = CompleteHandover(basket, Payment.CARD, reference=code)
    assert refused(till, command) == "secret_not_kept"


@pytest.mark.parametrize(
    ("terms", "code"),
    [
        (replace(PROJECT, business_id="1234567-8"), "handover_business_id_wrong"),
        (replace(PROJECT, receiver="x" * 121), "text_too_long"),
    ],
)
def test_what_can_not_be_is_refused(till: Till, terms: Terms, code: str) -> None:
    assert refused(till, OpenHandover(Channel.PROJECT, terms)) == code


@pytest.mark.parametrize("number", ["\u041cS-2026-118834", "MS-2026-11883\u0664", "MS\u03992026"])
def test_letters_of_another_alphabet_make_no_new_number(till: Till, number: str) -> None:
    # They look the same on the screen and would be another commitment, or another certificate.
    for channel, terms in (
        (Channel.COMMITMENT, replace(COMMITMENT, number=number)),
        (Channel.COURSE, Terms(certificate=number)),
    ):
        assert refused(till, OpenHandover(channel, terms)) == "number_has_odd_letters"
    till.open(Channel.COURSE, Terms(certificate="DK-ÄÖ-77"))


@pytest.mark.parametrize("limit", [0, -1, 100_000_000])
def test_a_limit_is_a_sum(till: Till, limit: int) -> None:
    terms = replace(COMMITMENT, limit_cents=limit)
    assert refused(till, OpenHandover(Channel.COMMITMENT, terms)) == "sum_out_of_range"


def test_articles_are_those_of_the_list(till: Till) -> None:
    basket = till.open()
    for command, code in (
        (AddArticle(basket, "kultaharkko"), "article_unknown"),
        (AddArticle(basket, "mouse", 0), "quantity_out_of_range"),
        (AddArticle(basket, "mouse", 101), "quantity_out_of_range"),
    ):
        assert refused(till, command) == code
    till.workshop.desk.do(till.boss, AddArticle(basket, "mouse", 60))
    assert refused(till, AddArticle(basket, "mouse", 41)) == "quantity_out_of_range"


def test_an_empty_basket_is_not_handed_over(till: Till) -> None:
    assert missing(till, till.open()) == [GateCode.LINES]


def test_nothing_leaves_before_the_seller_is_known(till: Till) -> None:
    basket = till.basket(till.monitor())
    raw = sqlite3.connect(till.workshop.desk.folder.database)
    raw.execute("DELETE FROM setting WHERE name = 'seller'")
    raw.commit()
    raw.close()
    assert missing(till, basket) == [GateCode.SELLER]


def test_nothing_leaves_while_the_clock_is_doubted(till: Till) -> None:
    device = till.monitor()
    basket = till.basket(device)
    till.workshop.clock.set_wall(till.workshop.clock.at.replace(year=2027))
    with pytest.raises(Refused) as found:
        till.complete(basket)
    assert found.value.code in {"paper_clock_doubted", "handover_not_ready"}
    assert till.look(device).device.in_house


def test_a_cancelled_basket_keeps_nothing_of_what_was_typed(till: Till) -> None:
    basket = till.open(Channel.COMMITMENT)
    till.workshop.desk.do(till.boss, CancelHandover(basket))
    assert till.view(basket).terms == Terms()
    assert refused(till, CancelHandover(basket)) == "handover_cancelled"
    with till.workshop.desk.database.reading() as work:
        assert work.handovers.by_id(1).terms == {}


def test_a_worker_hands_nothing_over(till: Till) -> None:
    with pytest.raises(Refused) as found:
        till.workshop.desk.do(till.worker, OpenHandover(Channel.SALE))
    assert found.value.code == "not_permitted"
