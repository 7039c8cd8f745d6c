"""Corrections of where a device belongs, stands and weighs; each with its way back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from factories import make_device, make_lot
from kit import START
from serkut_desk.domain.cages import NewCage, SealStage
from serkut_desk.domain.device_types import DeviceType
from serkut_desk.domain.errors import KnownFailure, Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.media import DataClass
from serkut_desk.stations.devices.commands import CorrectDevice, MakePlace, UndoLast
from serkut_desk.stations.intake.lot_commands import AnnounceLot, CheckSeal, ListCages
from serkut_desk.stations.intake.thing_commands import CountThings
from stations.intake.door import LIST, Door

if TYPE_CHECKING:
    from kit import Workshop
    from serkut_desk.domain.devices import Device


def device_of(workshop: Workshop, code: str) -> Device:
    with workshop.desk.database.reading() as work:
        found = work.devices.by_code(code)
    assert found is not None
    return found


def rows(workshop: Workshop, lot: str) -> dict[int, int | None]:
    """Return which device answers each row of a list."""
    with workshop.desk.database.reading() as work:
        found = work.lots.by_code(lot)
        assert found is not None
        return {line.row: line.device_id for line in work.lots.lines_of(found.id)}


def test_a_device_of_the_wrong_lot_answers_the_right_list_and_comes_back(
    workshop: Workshop,
) -> None:
    door = Door(workshop)
    right = door.open(manifest=LIST).lot.code
    door.lot = wrong = door.open(sender="Toinen").lot.code
    made = door.receive("PF2ABC12", type=DeviceType.LAPTOP, manufacturer="Lenovo", sure=True)
    code = made.device
    desk, boss = workshop.desk, workshop.first
    desk.do(boss, CorrectDevice(code, "väärä erä", lot=right.lower()))
    moved = device_of(workshop, code)
    with desk.database.reading() as work:
        assert work.lots.by_id(moved.lot_id).code == right
        entry = work.journal.about(wrong)[-1]
        assert (entry.tag, entry.subject) == (Tag.DEVICE_CHANGED, code)
        body = json.loads(entry.body)
    assert (body["before"], body["after"], body["row"]) == ({"lot": wrong}, {"lot": right}, 2)
    assert (moved.listed, rows(workshop, right)[2]) == (True, moved.id)
    assert desk.do(boss, UndoLast()).tag is Tag.DEVICE_CHANGED
    back = device_of(workshop, code)
    assert (back.lot_id != moved.lot_id, back.listed) == (True, False)
    assert rows(workshop, right)[2] is None
    assert desk.database.check_records() == ()


def test_the_stricter_data_class_goes_with_a_device(workshop: Workshop) -> None:
    strict, mild = make_lot(workshop), make_lot(workshop, data_class=DataClass.ORDINARY)
    device = make_device(workshop, lot=strict)
    workshop.desk.do(workshop.first, CorrectDevice(device.code, "väärä erä", lot=mild.code))
    assert device_of(workshop, device.code).data_class is DataClass.CONFIDENTIAL


def test_place_and_weight_are_corrected_with_before_and_after(workshop: Workshop) -> None:
    desk, boss, device = workshop.desk, workshop.first, make_device(workshop)
    place = desk.do(boss, MakePlace("Hylly V-03"))
    command = CorrectDevice(device.code, "punnittu", place="Hylly V-03", weight_g=1620)
    made = desk.do(boss, command)
    assert (made.weight_g, made.place_id) == (1620, place.id)
    with desk.database.reading() as work:
        body = json.loads(work.journal.about(device.code)[-1].body)
    assert body["after"] == {"place": place.code, "weight_g": 1620}
    assert body["before"] == {"place": None, "weight_g": device.weight_g}
    desk.do(boss, UndoLast())
    back = device_of(workshop, device.code)
    assert (back.weight_g, back.place_id) == (device.weight_g, None)


def test_a_serial_is_corrected_and_the_correction_undone(workshop: Workshop) -> None:
    desk, boss = workshop.desk, workshop.first
    lot = make_lot(workshop)
    device = make_device(workshop, lot=lot, serial="PF2ABC12")
    desk.do(boss, CorrectDevice(device.code, "luettu väärin", serial="PF2ABC13"))
    make_device(workshop, lot=lot, serial="PF2ABC12")
    with pytest.raises(Refused, match="serial_in_house"):
        desk.do(boss, UndoLast())
    assert device_of(workshop, device.code).serial == "PF2ABC13"


def test_what_the_lots_and_the_approval_forbid_is_said(workshop: Workshop) -> None:
    desk, boss = workshop.desk, workshop.first
    one, other, closed = make_lot(workshop), make_lot(workshop), make_lot(workshop)
    device, late = make_device(workshop, lot=one), make_device(workshop, lot=closed)
    with desk.database.work() as work:
        work.lots.change(closed.id, state="closed", closed_at=START, closed_by=boss.person)
        work.approvals.add(
            device_id=device.id,
            approved_at=START,
            approved_by=boss.person,
            media_count=0,
            seen="opened",
            policy_version=1,
            accepted=[],
            seq=1,
        )
        work.commit()
    for command, code in (
        (CorrectDevice(late.code, "väärä", lot=other.code), "correction_lot_closed"),
        (CorrectDevice(device.code, "väärä", lot=closed.code), "lot_closed"),
        (CorrectDevice(device.code, "väärä", lot="ER0000099999"), "lot_unknown"),
        (CorrectDevice(device.code, "väärä", lot=other.code), "correction_of_approved"),
        (CorrectDevice(device.code, "väärä", weight_g=0), "correction_weight"),
    ):
        with pytest.raises(KnownFailure, match=code):
            desk.do(boss, command)
    # Where it stands and what it weighs was approved by nobody.
    assert desk.do(boss, CorrectDevice(device.code, "punnittu", weight_g=900)).weight_g == 900


def test_a_device_leaves_its_cage_with_its_lot(workshop: Workshop) -> None:
    door = Door(workshop)
    right = door.open(manifest=LIST).lot.code
    wrong = door.open(sender="Toinen")
    desk, boss = workshop.desk, workshop.first
    desk.do(boss, ListCages(lot=wrong.lot.code, cages=(NewCage("Häkki 1", "A1"),)))
    desk.do(boss, CheckSeal(lot=wrong.lot.code, seal="A1", stage=SealStage.OPENING))
    door.lot = wrong.lot.code
    code = door.receive("PF2ABC12", type=DeviceType.LAPTOP, sure=True, cage="Häkki 1").device
    desk.do(boss, CorrectDevice(code, "väärä erä", lot=right))
    assert desk.database.check_records() == ()
    desk.do(boss, UndoLast())
    assert desk.database.check_records() == ()
    with desk.database.reading() as work:
        assert list(work.cages.of_devices(wrong.lot.id).values()) == ["Häkki 1"]


def test_why_there_was_no_serial_comes_back_with_an_undo(workshop: Workshop) -> None:
    door, boss = Door(workshop), workshop.first
    door.lot = door.open(manifest=LIST).lot.code
    code = door.receive("HKI-0098216", line=5, serial_reason="unreadable").device
    workshop.desk.do(boss, CorrectDevice(code, "löytyi kannen alta", serial="ABC12345"))
    assert device_of(workshop, code).serial_reason is None
    workshop.desk.do(boss, UndoLast())
    back = device_of(workshop, code)
    assert (back.serial, back.serial_reason) == ("", "unreadable")


def test_no_device_goes_into_a_lot_that_is_not_here(workshop: Workshop) -> None:
    door, boss = Door(workshop), workshop.first
    door.lot = door.open(sender="Toinen").lot.code
    code = door.receive(serial="PF2ABC12", type=DeviceType.LAPTOP).device
    coming = workshop.desk.do(boss, AnnounceLot(sender="Kirjasto", expected_on=START.date()))
    with pytest.raises(Refused, match="lot_not_here"):
        workshop.desk.do(boss, CorrectDevice(code, "väärä erä", lot=coming.lot.code))
    with pytest.raises(Refused, match="lot_not_here"):
        workshop.desk.do(boss, CountThings(coming.lot.code, "mouse", 3))
