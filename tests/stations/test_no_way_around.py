"""Ways around the gates through the other ways: what one handler refuses, no other lets through."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import text

from apart import begun, box, scaled, to_take_apart
from boxes import container, grams, sealed
from serkut_desk.domain.data_state import CountSource
from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.media import MediumKind
from serkut_desk.domain.outcomes import Outcome
from serkut_desk.domain.stops import StopKind
from serkut_desk.domain.weighing import Weighed, Weighing
from serkut_desk.records.record_check import check_records
from serkut_desk.stations.containers.commands import (
    AddToShipment,
    Fill,
    OpenContainer,
    OpenShipment,
    SendShipment,
)
from serkut_desk.stations.devices.commands import RaiseStop
from serkut_desk.stations.dismantling.commands import (
    StartDismantling,
    TakeHazardBattery,
    TakeMedium,
    TakePart,
)
from serkut_desk.stations.dismantling.hazard import hazard_battery_of
from serkut_desk.stations.grading.commands import Decide
from serkut_desk.stations.parts import commands as parts
from serkut_desk.stations.repair.commands import OpenOrder, SendOut, TakeOrder, UsePart
from serkut_desk.stations.upkeep.queries import verify_journal
from serkut_desk.stations.wiping.commands import StateNone, WithdrawApproval
from stations.wiping.loose import Bench

if TYPE_CHECKING:
    from pathlib import Path

    from kit import Workshop
    from serkut_desk.domain.people import Session
    from serkut_desk.stations.handling import Command


@pytest.fixture
def bench(workshop: Workshop, tmp_path: Path) -> Bench:
    """Give a workshop where media are taken out and put in."""
    return Bench(workshop, tmp_path)


def _refused(workshop: Workshop, by: Session, command: Command[Any]) -> str:
    with pytest.raises(Refused) as failure:
        workshop.desk.do(by, command)
    return failure.value.code


@pytest.mark.parametrize("as_part", [False, True])
def test_a_disk_whose_approval_was_withdrawn_does_not_leave_in_its_container(
    bench: Bench, *, as_part: bool
) -> None:
    workshop = bench.workshop
    device = bench.clean(1)
    medium = bench.out(device)
    given_up = bench.stock(medium).code if as_part else medium.code
    crate = container(workshop)
    workshop.desk.do(workshop.worker, Fill(crate, str(given_up), grams(100)))
    sealed(workshop, crate, 1400)
    number = workshop.desk.do(workshop.first, OpenShipment("Kierrätys Oy")).shipment
    workshop.desk.do(workshop.first, AddToShipment(number, crate))
    workshop.desk.do(bench.boss, WithdrawApproval(device.code, "väärä levy"))
    assert _refused(workshop, workshop.first, SendShipment(number)) == "medium_unapproved"
    bench.approve(device)
    workshop.desk.do(workshop.first, SendShipment(number))
    assert bench.findings() == ()


def test_nothing_inside_needs_its_approver_before_a_repairer_gets_it(bench: Bench) -> None:
    workshop = bench.workshop
    device = bench.device()
    for person in (workshop.worker, workshop.first):
        workshop.desk.do(person, StateNone(device.code, CountSource.OPENED))
    bench.repair(device)
    workshop.desk.do(workshop.first, TakeOrder(device.code))
    command = SendOut(device.code, "Korjaaja Oy", "koko laite", whole=True)
    assert _refused(workshop, workshop.first, command) == "device_unapproved"
    bench.approve(device, media=0, by=bench.other)
    workshop.desk.do(workshop.first, command)


WRITTEN = (
    "UPDATE medium SET removed_at = declared_at, removed_by = declared_by",
    "DELETE FROM medium",
    "UPDATE device SET hazard = NULL, state = 'waiting_wipe'",
    "DELETE FROM work_order",
    "UPDATE work_order SET code = 'TY0000000995'",
)


def test_what_holds_a_device_is_not_written_away(bench: Bench) -> None:
    workshop = bench.workshop
    device = bench.device()
    bench.declare(device)
    bench.repair(device)
    workshop.desk.do(workshop.worker, RaiseStop(StopKind.SWOLLEN_BATTERY, device.code))
    assert bench.findings() == ()
    for change in WRITTEN:
        # Nothing is kept: the next one begins where this one did.
        with workshop.desk.database.work() as work:
            work.connection.execute(text(change))
            assert check_records(work.connection) != (), change


def test_none_inside_that_nobody_said_is_found(bench: Bench) -> None:
    device = bench.device(type="printer")
    bench.workshop.desk.do(bench.worker, StateNone(device.code, CountSource.OPENED))
    assert bench.findings() == ()
    with bench.workshop.desk.database.work() as work:
        work.connection.execute(text("UPDATE media_statement SET second_by = 'HK0000000999'"))
        work.commit()
    assert [one.about for one in bench.findings()] == [device.code]


def test_a_medium_put_back_past_the_program_is_found(bench: Bench) -> None:
    device = bench.clean(1)
    bench.out(device)
    assert bench.findings() == ()
    with bench.workshop.desk.database.work() as work:
        work.connection.execute(text("UPDATE medium SET removed_at = NULL, removed_by = NULL"))
        work.commit()
    assert {one.about for one in bench.findings()} == {device.code}


def test_a_medium_found_at_the_bench_is_known_to_the_check(workshop: Workshop) -> None:
    device = to_take_apart(workshop)
    begun(workshop, device)
    workshop.desk.do(workshop.worker, TakeMedium(device.code, "S4NEW0001", kind=MediumKind.SSD))
    assert workshop.desk.database.check_records() == ()


def test_a_journal_whose_entries_say_nothing_is_found_and_not_a_crash(workshop: Workshop) -> None:
    device = to_take_apart(workshop)
    begun(workshop, device)
    with workshop.desk.database.work() as work:
        work.connection.execute(text("DROP TRIGGER journal_no_update"))
        work.connection.execute(text("UPDATE journal SET body = '{}'"))
        work.commit()
    assert {"content", "guards"} <= {one.why for one in verify_journal(workshop.desk).findings}


def test_parts_of_what_is_taken_apart_come_out_in_the_order_of_its_guide(
    workshop: Workshop,
) -> None:
    device = to_take_apart(workshop)
    workshop.desk.do(workshop.worker, StartDismantling(device.code, scaled(8430)))
    for command in (
        parts.TakePart(device.code, "motherboard"),
        TakePart(device.code, "motherboard"),
    ):
        assert _refused(workshop, workshop.worker, command) in {
            "being_dismantled",
            "dismantling_first",
        }


def test_a_disk_does_not_become_another_kind_of_part(bench: Bench) -> None:
    workshop = bench.workshop
    device = bench.device()
    bench.declare(device)
    bench.repair(device)
    serial = bench.medium(device).serial
    hidden = parts.TakePart(device.code, "other", serial=serial.lower())
    assert _refused(workshop, workshop.worker, hidden) == "part_stores_data"
    bought = parts.AddPart("other", "Osatukku Oy", serial=serial)
    assert _refused(workshop, workshop.worker, bought) == "part_stores_data"
    taken = workshop.desk.do(workshop.worker, parts.TakePart(device.code, "other")).part
    changed = parts.ChangePart(taken.code, serial=serial)
    assert _refused(workshop, workshop.worker, changed) == "part_stores_data"


def test_a_battery_put_in_after_the_dangerous_one_has_yet_to_come_out(workshop: Workshop) -> None:
    phone = to_take_apart(workshop, type="phone", model="Nokia 3")
    workshop.desk.do(workshop.worker, RaiseStop(StopKind.SWOLLEN_BATTERY, phone.code))
    fire = box(workshop, "battery_lithium_damaged")
    workshop.desk.do(workshop.first, TakeHazardBattery(phone.code, fire, scaled(41)))
    with workshop.desk.database.reading() as work:
        assert hazard_battery_of(work, work.devices.by_id(phone.id)) is not None
    workshop.desk.do(workshop.first, Decide(phone.code, Outcome.REPAIR, "uusi akku"))
    order = workshop.desk.do(workshop.worker, OpenOrder(phone.code, 1, "akku", take=True)).order
    new = workshop.desk.do(workshop.worker, parts.AddPart("battery", "Osatukku Oy")).part.code
    workshop.desk.do(workshop.worker, UsePart(order, new))
    with workshop.desk.database.reading() as work:
        assert hazard_battery_of(work, work.devices.by_id(phone.id)) is None


def test_a_board_does_not_take_its_flash_past_the_gate(bench: Bench) -> None:
    workshop = bench.workshop
    device = bench.device()
    bench.declare(device, kind=MediumKind.EMMC)
    bench.repair(device)
    board = parts.TakePart(device.code, "motherboard")
    assert _refused(workshop, workshop.worker, board) == "medium_not_wiped"
    bench.out(device)
    assert _refused(workshop, workshop.worker, board) == "medium_not_wiped"
    workshop.desk.do(workshop.worker, parts.TakePart(device.code, "screen"))


def test_numbers_beyond_every_row_are_refusals(workshop: Workshop) -> None:
    crate, huge = container(workshop), 10**30
    given = workshop.desk.do(workshop.worker, parts.AddPart("memory", "Osatukku Oy")).part.code
    for tolerance in (-1, huge):
        weight = Weighed(10, Weighing.KEY, tolerance)
        with pytest.raises(Misused):
            workshop.desk.do(workshop.worker, Fill(crate, given, weight))
    for number in (huge, -1):
        assert _refused(workshop, workshop.first, SendShipment(number)) == "shipment_unknown"
        with pytest.raises(Misused):
            workshop.desk.do(workshop.worker, parts.CloseWant(number))


def test_a_place_is_looked_for_as_it_is_kept(workshop: Workshop) -> None:
    weight = grams(3)
    for place in ("Hylly\u200b 9", "Hylly 9", "\udcff"):
        workshop.desk.do(workshop.worker, OpenContainer("ferrous", weight, place=place))


def test_a_part_that_is_no_medium_any_more_is_found(bench: Bench) -> None:
    part = bench.stock(bench.out(bench.clean(1)))
    assert bench.findings() == ()
    with bench.workshop.desk.database.work() as work:
        work.connection.execute(text("UPDATE part SET medium_id = NULL"))
        assert [one.about for one in check_records(work.connection)] == [part.code]
