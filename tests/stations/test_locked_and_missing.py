"""Attacks: a device that was locked away or missing does not leave without what it needs."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from factories import make_device, make_lot
from serkut_desk.domain.data_state import DataState, Lock, MediumState
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.lifecycle import DeviceState
from serkut_desk.domain.media import MediumKind
from serkut_desk.domain.policy import SanitisationTechnique
from serkut_desk.domain.quarantine import DonorAnswer
from serkut_desk.stations.devices.commands import MakePlace, MoveDevices
from serkut_desk.stations.quarantine.commands import (
    FreeDevice,
    RecordAnswer,
    ReportLock,
    ReportStolen,
    RequestRelease,
    TakeApart,
)
from serkut_desk.stations.stocktake.commands import (
    CloseCount,
    FindDevice,
    GiveUp,
    OpenCount,
    ReportMissing,
    TellMissing,
)
from serkut_desk.stations.wiping.commands import DestroyMedia, RemoveMedium
from stations.certificates.counter import new_seal
from stations.handover.till import Till

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kit import Workshop


@pytest.fixture
def till(workshop: Workshop, tmp_path: Path) -> Till:
    """Give a workshop that wipes, certifies and sells."""
    (tmp_path / "stick").mkdir()
    made = Till(workshop, tmp_path / "stick", seal=new_seal(workshop))
    made.know_seller()
    return made


def refused(deed: Callable[[], object]) -> str:
    with pytest.raises(Refused) as failure:
        deed()
    return failure.value.code


def sound(till: Till) -> None:
    """Records and journal still say the same."""
    assert till.workshop.desk.database.check_records() == ()


def shelf(till: Till, name: str = "Hylly 3") -> str:
    return till.workshop.desk.do(till.worker, MakePlace(name)).code


def test_a_lock_found_in_the_basket_keeps_the_device(till: Till) -> None:
    device = till.laptop()
    basket = till.basket(device)
    do = till.workshop.desk.do
    do(till.worker, ReportLock(device.code, Lock.BIOS))
    refused(lambda: till.complete(basket))
    # Freed, but not tested again: neither this basket nor another one takes it.
    do(till.boss, FreeDevice(device.code, "salasana löytyi"))
    assert till.look(device).state is DeviceState.WAITING_GRADE
    refused(lambda: till.complete(basket))
    assert till.state(device) == "waiting_grade"
    # Its wipe is still proven: the lock said nothing of the data.
    assert till.look(device).data_state is DataState.PROVEN
    till.shelve(device)
    till.complete(basket)
    assert till.state(device) == "left"
    sound(till)


def test_taking_apart_is_no_way_around_the_wipe(till: Till) -> None:
    device = till.device()
    till.declare(device)
    do = till.workshop.desk.do
    do(till.worker, ReportLock(device.code, Lock.BIOS))
    do(till.boss, TakeApart(device.code, "ei vastausta"))
    found = till.look(device)
    assert (found.state, found.data_state) == (DeviceState.WAITING_WIPE, DataState.NOT_WIPED)
    basket = till.open()
    refused(lambda: till.add(basket, device))
    sound(till)


def test_what_may_be_stolen_is_not_emptied_or_opened(till: Till) -> None:
    device = till.device()
    medium = till.declare(device)
    do = till.workshop.desk.do
    do(till.boss, ReportStolen(device.code, "5500/R/1/26"))
    name = str(medium.medium.serial)
    for command in (
        RemoveMedium(name),
        DestroyMedia((name,), SanitisationTechnique.DESTROY_SHRED, till.other.person),
    ):
        code = refused(lambda given=command: do(till.boss, given))  # type: ignore[misc]  # bound at once
        assert code == "stolen_not_released"
    do(till.boss, RequestRelease(device.code))
    do(till.boss, RecordAnswer(device.code, DonorAnswer.RELEASED, "omistaja luopui"))
    # A release alone changes nothing: two supervisors free it first.
    assert refused(lambda: do(till.boss, FreeDevice(device.code, "ok"))) == (
        "second_supervisor_needed"
    )
    assert refused(lambda: do(till.boss, RemoveMedium(name))) == "stolen_not_released"
    do(till.boss, FreeDevice(device.code, "omistaja luopui", second=till.other))
    do(till.boss, RemoveMedium(name))
    sound(till)


def test_a_missing_device_is_not_handed_over(till: Till) -> None:
    device = till.laptop()
    place = shelf(till)
    do = till.workshop.desk.do
    do(till.worker, MoveDevices((device.code,), place))
    basket = till.basket(device)
    # In the basket it is explained; noticed elsewhere it is not.
    do(till.worker, OpenCount(place))
    assert do(till.worker, CloseCount(place)).in_baskets == (device.code,)
    do(till.boss, ReportMissing(device.code, "ei pöydällä"))
    refused(lambda: till.complete(basket))
    # It was proven clean and only lay elsewhere: it goes on where it was.
    do(till.boss, FindDevice(device.code, place, "oli toisella pöydällä"))
    assert till.look(device).state is DeviceState.ON_SHELF
    till.complete(basket)
    sound(till)


def test_what_was_given_up_comes_back_behind_the_gate(till: Till) -> None:
    device = till.laptop()
    place = shelf(till)
    do = till.workshop.desk.do
    basket = till.basket(device)
    do(till.boss, ReportMissing(device.code, "ei hyllyssä"))
    do(till.boss, GiveUp(device.code, "ei löytynyt"))
    refused(lambda: till.complete(basket))
    done = do(till.boss, FindDevice(device.code, place, "tuotiin takaisin"))
    assert (done.reopened, done.certificate is not None) == (True, True)
    found = till.look(device)
    assert (found.state, found.data_state) == (DeviceState.WAITING_WIPE, DataState.NOT_WIPED)
    refused(lambda: till.complete(basket))
    refused(lambda: till.approve(device))
    refused(lambda: till.issue(device))
    sound(till)


def test_an_old_wipe_proves_nothing_of_what_was_missing(till: Till) -> None:
    device = till.device()
    till.declare(device, kind=MediumKind.HDD)
    place = shelf(till)
    do = till.workshop.desk.do
    do(till.boss, ReportMissing(device.code, "ei häkissä"))
    do(till.boss, TellMissing(device.code, "tietosuojavastaava"))
    find = FindDevice(device.code, place, "oli varastossa", second=till.other)
    do(till.boss, find)
    (proof,) = till.look(device).proofs
    assert proof.standing.state is MediumState.NOT_WIPED
    assert proof.medium.used_since == till.workshop.clock.now()
    sound(till)


def test_what_may_be_stolen_is_not_given_up_by_one(till: Till) -> None:
    device = till.laptop()
    do = till.workshop.desk.do
    do(till.boss, ReportStolen(device.code, "5500/R/2/26"))
    do(till.boss, ReportMissing(device.code, "ei häkissä"))
    lost = GiveUp(device.code, "ei löytynyt")
    assert refused(lambda: do(till.boss, lost)) == "second_supervisor_needed"
    assert till.look(device).device.in_house
    assert refused(lambda: do(till.boss, replace(lost, second=till.boss))) == "second_is_first"
    do(till.boss, replace(lost, second=till.other))
    assert not till.look(device).device.in_house
    sound(till)


def test_what_came_in_anew_is_not_found_a_second_time(till: Till) -> None:
    place = shelf(till)
    do = till.workshop.desk.do
    device = make_device(till.workshop, lot=make_lot(till.workshop), serial="PF2ABC99")
    do(till.boss, ReportMissing(device.code, "ei häkissä"))
    do(till.boss, TellMissing(device.code, "tietosuojavastaava"))
    do(till.boss, GiveUp(device.code, "ei löytynyt", second=till.other))
    # The lost one is not in the house: the same serial may come in with another delivery.
    make_device(till.workshop, lot=make_lot(till.workshop), serial="PF2ABC99")
    find = FindDevice(device.code, place, "tuotiin takaisin", second=till.other)
    assert refused(lambda: do(till.boss, find)) == "came_back_as"
    assert till.look(device).state is DeviceState.MISSING
    sound(till)


def test_a_device_that_is_gone_without_an_entry_is_noticed(till: Till) -> None:
    place = shelf(till)
    device = make_device(till.workshop, type="monitor")
    do = till.workshop.desk.do
    do(till.boss, ReportMissing(device.code, "ei hyllyssä"))
    do(till.boss, GiveUp(device.code, "ei löytynyt"))
    sound(till)
    do(till.boss, FindDevice(device.code, place, "tuotiin takaisin"))
    sound(till)
    # Somebody writes past the program that it is no longer here.
    with till.workshop.desk.database.work() as work:
        work.devices.change(device.id, in_house=False)
        work.commit()
    (finding,) = till.workshop.desk.database.check_records()
    assert finding.about == device.code


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE quarantine SET closed_at = found_at, closed_by = found_by, outcome = 'freed'",
        "DELETE FROM quarantine",
        "UPDATE incident SET found_at='', found_by='', closed_at='', closed_by='', outcome='found'",
        "DELETE FROM incident",
    ],
)
def test_what_is_freed_or_found_past_the_program_is_noticed(till: Till, statement: str) -> None:
    device = make_device(till.workshop, type="monitor")
    do = till.workshop.desk.do
    do(till.boss, ReportStolen(device.code, "5500/R/3/26"))
    do(till.boss, ReportMissing(device.code, "ei häkissä"))
    sound(till)
    raw = sqlite3.connect(till.workshop.desk.folder.database)
    raw.execute(statement)
    raw.commit()
    raw.close()
    (finding,) = till.workshop.desk.database.check_records()
    assert (finding.why, finding.about) == ("records", device.code)
