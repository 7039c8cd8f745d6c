"""Ways to get something out that must not leave."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

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
    RemoveLine,
)
from serkut_desk.stations.wiping.commands import WithdrawApproval
from serkut_desk.texts import Texts
from stations.handover.trying import missing, refused
from stations.wiping.logs import BEGIN, Drive, log

if TYPE_CHECKING:
    from collections.abc import Callable

    from serkut_desk.domain.devices import Device
    from stations.handover.till import Till


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
