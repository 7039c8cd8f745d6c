"""Ways to get something out that must not leave, or more than may be given."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from serkut_desk.domain.channels import Channel, Payment, Terms
from serkut_desk.domain.device_types import DeviceType
from serkut_desk.domain.errors import KnownFailure, Refused
from serkut_desk.domain.handover import GateCode
from serkut_desk.domain.lifecycle import DeviceState
from serkut_desk.domain.media import MediumKind
from serkut_desk.domain.outcomes import Grade
from serkut_desk.domain.stops import StopKind
from serkut_desk.stations import facts, shop_rules
from serkut_desk.stations.certificates.commands import RevokeCertificate
from serkut_desk.stations.devices.commands import CorrectDevice, RaiseStop, UndoLast
from serkut_desk.stations.handover.commands import (
    AddArticle,
    AddDevice,
    CancelHandover,
    ChangeTerms,
    CompleteHandover,
    ConfirmLabel,
    Discount,
    OpenHandover,
    RemoveLine,
)
from serkut_desk.stations.wiping.commands import WithdrawApproval
from serkut_desk.texts import Texts
from stations.handover.till import COMMITMENT, COURSE, PROJECT
from stations.wiping.logs import BEGIN, Drive, log

if TYPE_CHECKING:
    from collections.abc import Callable

    from serkut_desk.domain.devices import Device
    from serkut_desk.stations.handling import Command
    from stations.handover.till import Till


def refused(till: Till, command: Command[Any]) -> str:
    """Return why a command is refused; nothing of it may stay."""
    before = till.entries()
    with pytest.raises(KnownFailure) as found:
        till.workshop.desk.do(till.boss, command)
    assert till.entries() == before
    for language in ("fi", "en"):
        assert all(Texts(language).failure(found.value).values())
    return found.value.code


def missing(till: Till, basket: str, *, seen: bool = True) -> list[GateCode]:
    """Return which gates of a basket do not hold; completing it is refused then."""
    found = [gate.code for gate in till.view(basket, seen=seen).missing]
    if found:
        payment = till.view(basket).payments[0]
        code = refused(till, CompleteHandover(basket, payment, seen=seen))
        assert code == "handover_not_ready"
    return found


@pytest.mark.parametrize("channel", Channel)
def test_an_unwiped_device_gets_into_no_basket(till: Till, channel: Channel) -> None:
    device = till.device()
    till.declare(device)
    till.shelve(device)
    basket = till.open(channel)
    for text in (device.code, device.serial):
        assert refused(till, AddDevice(basket, text)) == "handover_device_not_ready"
    assert till.view(basket).lines == ()


def test_everything_that_is_missing_is_said_at_once(till: Till) -> None:
    device = till.clean()
    with pytest.raises(Refused) as found:
        till.add(till.open(), device)
    said = Texts("en").failure(found.value)
    for word in ("certificate", "grade", "shelf"):
        assert word in said["why"].lower(), said
    assert said["next"].count(".") >= 3


def _declares(till: Till, device: Device) -> None:
    till.declare(device, "S4EVNX0R100009", MediumKind.SSD)


def _stops(till: Till, device: Device) -> None:
    till.workshop.desk.do(till.worker, RaiseStop(StopKind.SWOLLEN_BATTERY, device.code))


def _revokes(till: Till, device: Device) -> None:
    with till.workshop.desk.database.reading() as work:
        held = work.certificates.valid_of(device.id)
    assert held is not None
    till.workshop.desk.do(till.boss, RevokeCertificate(held.code, "väärä"))


def _withdraws(till: Till, device: Device) -> None:
    till.workshop.desk.do(till.boss, WithdrawApproval(device.code, "väärä"))


def _graded_again(till: Till, device: Device) -> None:
    with till.workshop.desk.database.work(till.boss.person) as work:
        inspection = work.inspections.in_force(device.id)
        assert inspection is not None
        work.inspections.change(inspection.id, grade=Grade.A.value)
        work.commit()


def _taken_from_the_shelf(till: Till, device: Device) -> None:
    with till.workshop.desk.database.work(till.boss.person) as work:
        work.inspections.end_decision(device.id, work.journal.now(), "repair")
        facts.refresh(work, device.id, work.journal.now())
        work.commit()


@pytest.mark.parametrize(
    ("happens", "gate"),
    [
        (_declares, GateCode.DATA),
        (_stops, GateCode.STOPPED),
        (_revokes, GateCode.CERTIFICATE),
        (_withdraws, GateCode.DATA),
        (_graded_again, GateCode.PRICE),
        (_taken_from_the_shelf, GateCode.SHELF),
    ],
    ids=lambda one: getattr(one, "__name__", str(one)),
)
def test_what_happens_in_the_basket_is_seen_at_the_end(
    till: Till, happens: Callable[[Till, Device], None], gate: GateCode
) -> None:
    device = till.laptop()
    basket = till.basket(device)
    assert till.view(basket).ready
    happens(till, device)
    assert gate in missing(till, basket)
    assert till.state(device) != DeviceState.LEFT


def test_an_old_basket_keeps_neither_price_nor_rate(
    till: Till, monkeypatch: pytest.MonkeyPatch
) -> None:
    basket = till.basket(till.monitor(), channel=Channel.SALE)
    till.workshop.desk.do(till.boss, AddArticle(basket, "charger"))
    assert till.view(basket).ready
    # A newer list holds from today on; the basket was filled before.
    prices = shop_rules.prices_on(date(2026, 11, 23))
    dearer = {
        kind: {grade: cents + 500 for grade, cents in row.items()}
        for kind, row in prices.devices.items()
    }
    dear_articles = {name: cents + 100 for name, cents in prices.articles.items()}
    newer = replace(prices, devices=dearer, articles=dear_articles)
    monkeypatch.setattr(shop_rules, "prices_on", lambda _day: newer)
    assert missing(till, basket) == [GateCode.PRICE, GateCode.PRICE]
    for line in till.view(basket).lines:
        till.workshop.desk.do(till.boss, RemoveLine(basket, line.line))
    till.add(basket, till.monitor())
    assert till.view(basket).ready
    rates = replace(
        shop_rules.vat_on(date(2026, 11, 23)), rates={"standard": ((date(2026, 1, 1), 260),)}
    )
    monkeypatch.setattr(shop_rules, "vat_on", lambda _day: rates)
    assert missing(till, basket) == [GateCode.PRICE]


def test_what_was_priced_as_something_else_is_priced_anew(till: Till) -> None:
    device = till.monitor()
    basket = till.basket(device)
    command = CorrectDevice(device.code, "väärin luettu", type=DeviceType.PRINTER)
    till.workshop.desk.do(till.boss, command)
    assert missing(till, basket) == [GateCode.DATA, GateCode.PRICE]


def test_a_certificate_of_an_older_approval_does_not_count(till: Till) -> None:
    device = till.laptop()
    till.declare(device, "WD-WX61AA819999")
    later = BEGIN.replace(hour=BEGIN.hour + 2)
    till.bring(log(Drive("WD-WX61AA819999"), host=device.serial, begin=later))
    till.approve(device, media=2)
    assert till.look(device).facts.certified is False
    assert refused(till, AddDevice(till.open(), device.code)) == "handover_device_not_ready"


def test_an_approval_that_nobody_entered_lets_nothing_out(till: Till) -> None:
    device = till.laptop()
    basket = till.basket(device)
    raw = sqlite3.connect(till.workshop.desk.folder.database)
    raw.execute("UPDATE approval SET media_count = 1, policy_version = 99")
    raw.commit()
    raw.close()
    with pytest.raises(KnownFailure) as found:
        till.complete(basket)
    assert found.value.code == "approval_unproven"
    assert till.look(device).device.in_house


def test_a_device_is_in_one_basket_only(till: Till) -> None:
    device = till.monitor()
    basket = till.basket(device)
    other = till.open(Channel.COURSE)
    assert refused(till, AddDevice(other, device.code)) == "handover_device_taken"
    again = till.add(basket, device)
    assert (again.duplicate, len(till.view(basket).lines)) == (True, 1)
    till.workshop.desk.do(till.boss, CancelHandover(basket))
    assert not till.add(other, device).duplicate


def test_the_records_themselves_hold_a_device_in_one_place(till: Till) -> None:
    basket = till.basket(till.monitor())
    other = till.open()
    raw = sqlite3.connect(till.workshop.desk.folder.database)
    with pytest.raises(sqlite3.IntegrityError):
        raw.execute(
            "INSERT INTO handover_line (handover_id, device_id, article, description, list_cents,"
            " vat_permille) SELECT 2, device_id, article, description, 0, 0 FROM handover_line"
        )
    raw.close()
    assert till.view(basket).lines
    assert not till.view(other).lines


def test_what_left_does_not_leave_again(till: Till) -> None:
    device = till.laptop()
    basket = till.basket(device)
    till.complete(basket)
    for command in (
        AddDevice(basket, device.code),
        AddArticle(basket, "mouse"),
        ChangeTerms(basket, Terms()),
        RemoveLine(basket, 1),
        Discount(basket, "syy", permille=100),
        ConfirmLabel(basket, device.code),
        CompleteHandover(basket, Payment.CARD),
        CancelHandover(basket),
    ):
        assert refused(till, command) == "handover_completed"
    assert refused(till, AddDevice(till.open(), device.code)) == "handover_device_not_ready"


def test_a_handover_can_not_be_undone(till: Till) -> None:
    device = till.laptop()
    till.complete(till.basket(device))
    with pytest.raises(KnownFailure):
        till.workshop.desk.do(till.boss, UndoLast())
    assert till.state(device) == DeviceState.LEFT


def test_the_label_on_the_device_must_be_read(till: Till) -> None:
    device, other = till.monitor(), till.monitor()
    desk, boss, basket = till.workshop.desk, till.boss, till.open()
    # By serial, chosen from a list, and by the short form that eyes read.
    desk.do(boss, AddDevice(basket, device.serial))
    desk.do(boss, AddDevice(basket, device.code, read=False))
    assert missing(till, basket) == [GateCode.LABEL]
    assert refused(till, ConfirmLabel(basket, other.code)) == "handover_other_label"
    assert refused(till, ConfirmLabel(basket, device.serial)) == "handover_no_label"
    assert missing(till, basket) == [GateCode.LABEL]
    desk.do(boss, ConfirmLabel(basket, device.code))
    assert missing(till, basket) == []


def test_scanning_the_label_once_more_reads_it(till: Till) -> None:
    device, basket = till.monitor(), till.open()
    till.workshop.desk.do(till.boss, AddDevice(basket, device.serial))
    again = till.add(basket, device)
    assert (again.duplicate, again.label_read) == (True, True)
    assert missing(till, basket) == []


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
