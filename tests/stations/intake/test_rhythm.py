"""The rhythm of the scans: same again, what stays, a missing serial, one that is there twice."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from serkut_desk.domain.cages import NewCage, SealStage
from serkut_desk.domain.declared_medium import DeclaredMedium
from serkut_desk.domain.device_types import DeviceType
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.media import MediumKind
from serkut_desk.stations.devices.commands import MakePlace
from serkut_desk.stations.intake import queries, setting
from serkut_desk.stations.intake.effects import Do, Done, Question, Reprint, Say, Tone
from serkut_desk.stations.intake.lot_commands import CheckSeal, ListCages
from serkut_desk.stations.intake.reasons import serial_reasons
from stations.intake.door import Door, label
from stations.intake.screen import Screen, card

if TYPE_CHECKING:
    from serkut_desk.domain.devices import Device, StorageMedium

LAPTOP = DeviceType.LAPTOP


@pytest.fixture
def screen(door: Door) -> Screen:
    return Screen(door)


def device(door: Door, code: str) -> Device:
    with door.workshop.desk.database.reading() as work:
        found = work.devices.by_code(code)
    assert found is not None
    return found


def media(door: Door, code: str) -> list[StorageMedium]:
    with door.workshop.desk.database.reading() as work:
        return work.media.of_device(device(door, code).id)


def first(door: Door) -> str:
    """Receive the machine that the next ones are like."""
    return door.receive(
        "5CG0101ABC",
        type=LAPTOP,
        manufacturer="HP",
        model="EliteBook 840 G6",
        product="7KP92EA",
        inventory="HKI-0097777",
        label=label(1),
        sure=True,
        media=(DeclaredMedium("S4EVNX0M1", MediumKind.NVME, 256 * 10**9),),
    ).device


def test_same_again_takes_everything_but_the_numbers(screen: Screen) -> None:
    door = screen.door
    screen.command("same_again")
    assert screen.said == (Tone.ATTENTION, "intake.say.nothing_same")
    screen.scan("5CG0101AAA", label(9)).answer("laptop")
    made = first(door)
    screen.scan(made)
    screen.state = type(screen.state).from_dict({**screen.state.to_dict(), "last": made})
    assert screen.command("same_again").said == (Tone.DONE, "intake.say.same")
    assert screen.state.same_name == "HP EliteBook 840 G6"
    for number, serial in ((2, "5CG0102ABC"), (3, "5CG0103ABC")):
        assert screen.scan(serial, label(number)).received() == label(number)
        one = device(door, label(number))
        assert (one.type, one.manufacturer, one.model, one.product) == (
            "laptop",
            "HP",
            "EliteBook 840 G6",
            "7KP92EA",
        )
        assert (one.serial, one.inventory, one.imei) == (serial, "", "")
        assert [(m.serial, m.kind, m.capacity_bytes) for m in media(door, one.code)] == [
            ("", MediumKind.NVME, 256 * 10**9)
        ]
    with door.workshop.desk.database.reading() as work:
        body = json.loads(work.journal.about(label(3))[0].body)
    assert body["same_as"] == made
    assert screen.command("same_again").said == (Tone.PLAIN, "intake.say.same_off")
    assert screen.scan("5CG0104ABC", label(4)).asked() is Question.TYPE


def test_what_the_list_calls_otherwise_is_not_the_same_again(screen: Screen) -> None:
    screen.scan("5CG9421XYZ", label(1)).command("same_again").scan("PF2ABC12", label(2))
    assert device(screen.door, label(2)).model == "ThinkPad L14"
    assert screen.effects[-1] == Say(
        Tone.ATTENTION, "intake.say.not_same", (("name", "HP EliteBook 840 G6"),)
    )
    assert screen.state.same is None


def test_same_again_ends_with_its_lot_and_is_parked(screen: Screen) -> None:
    screen.scan("5CG9421XYZ", label(1)).command("same_again")
    back = type(screen.state).from_dict(json.loads(json.dumps(screen.state.to_dict())))
    assert back == screen.state
    assert back.same == label(1)
    other = screen.door.open(sender="Toinen").lot.code
    assert screen.scan(other).state.same is None


def test_the_same_serial_is_never_taken_silently(screen: Screen) -> None:
    door = screen.door
    door.receive("5CG0101ABC", type=LAPTOP, manufacturer="HP", label=label(1), sure=True)
    # Another maker by word of a person: only a question lets it in.
    with pytest.raises(Refused, match="serial_twice"):
        door.receive("5CG0101ABC", type=LAPTOP, manufacturer="Acer", sure=True)
    state = {**screen.state.to_dict(), "manufacturer": "Acer", "device_type": "laptop"}
    screen.state = type(screen.state).from_dict(state)
    assert screen.scan("5CG0101ABC").asked() is Question.SERIAL_TWICE
    assert screen.scan(label(2)).asked() is Question.SERIAL_TWICE
    assert screen.answer("").received() is None
    assert screen.state.texts == ()
    assert screen.scan("5CG0101ABC").answer("yes").received() == label(2)
    with door.workshop.desk.database.reading() as work:
        assert json.loads(work.journal.about(label(2))[0].body)["serial_twice"] == [label(1)]
    # The last one's serial under the label of the next: it is here already.
    assert screen.scan("5CG0101ABC").said == (Tone.ATTENTION, "intake.say.here_no_place")


def test_why_there_is_no_serial_is_asked_from_data_and_listed(screen: Screen) -> None:
    assert screen.command("no_barcode").asked() is Question.NO_SERIAL
    assert screen.choices() == [one.key for one in serial_reasons()]
    assert screen.answer("lazy").state.no_serial is None
    screen.answer("inside").scan(label(5)).answer("printer")
    assert screen.received() == label(5)
    screen.scan(label(6)).command("no_barcode").answer("none").answer("other")
    desk, who = screen.door.workshop.desk, screen.door.workshop.first
    found = queries.without_serial(desk, who, screen.door.lot)
    assert [(one.code, one.reason) for one in found] == [(label(6), "none"), (label(5), "inside")]
    # A serial that is scanned after all ends the question.
    screen.command("no_barcode").scan("PF2ABC12")
    assert screen.state.asking is None


def test_type_and_place_stay_by_f_key(screen: Screen) -> None:
    assert screen.command("set_place").said == (Tone.PLAIN, "intake.say.no_place")
    desk, first_one = screen.door.workshop.desk, screen.door.workshop.first
    place = desk.do(first_one, MakePlace("Hylly V-03"))
    assert screen.command("set_place").asked() is Question.PLACE
    assert screen.answer(place.code).state.place == place.code
    assert screen.command("set_type").asked() is Question.USUAL_TYPE
    assert screen.answer("spaceship").state.type is None
    screen.command("set_type").answer("phone")
    assert screen.said == (Tone.DONE, "intake.say.type_set")
    assert screen.scan("5CG0101ABC", label(1)).received() == label(1)
    assert device(screen.door, label(1)).type == "phone"
    assert screen.command("set_type").answer("-").state.type is None
    assert screen.command("set_place").answer("-").state.place is None


def test_a_question_about_what_stays_keeps_the_device_at_hand(screen: Screen) -> None:
    screen.scan("5CG0101ABC", label(1))
    assert screen.asked() is Question.TYPE
    screen.command("set_type")
    assert screen.answer("laptop").received() == label(1)


def test_a_damaged_label_is_that_of_the_device_that_was_scanned(screen: Screen) -> None:
    assert screen.scan(card(41)).said == (Tone.ATTENTION, "intake.say.which_label")
    # The one received last is only offered: by an answer, or by a scan of the right device.
    assert screen.scan("PF2ABC12", label(1), card(41)).asked() is Question.LABEL
    assert screen.choices() == [label(1)]
    assert screen.scan("hello world").state.asking is Question.LABEL
    assert screen.answer(label(1)).effects == (Reprint(label(1)),)
    screen.scan("5CG9421XYZ", label(2), card(41), "PF2ABC12")
    assert screen.of(Reprint) == Reprint(label(1))
    assert screen.state.asking is None
    assert screen.scan("CN0XV9J7TV100", card(41)).said == (
        Tone.ATTENTION,
        "intake.say.finish_first",
    )
    screen.command("cancel").scan("PF2ABC12", card(41))
    assert screen.effects == (Reprint(label(1)),)
    assert screen.scan(card(42)).effects == (Do("label_wrong"),)


def test_the_cage_stays_by_its_name_its_seal_or_an_answer(door: Door) -> None:
    desk, boss = door.workshop.desk, door.workshop.first
    lot = door.open(sender="Toinen").lot.code
    cages = (NewCage("Vaunu 1", "A-1001"), NewCage("Vaunu 2", "A-1002"), NewCage("Vaunu 3", "A-9"))
    desk.do(boss, ListCages(lot=lot, cages=cages))
    screen = Screen(door, lot=lot)
    screen.state = setting.choose_type(screen.state, LAPTOP)
    screen.scan("5CG0101ABC", label(1))
    assert screen.failure is not None
    assert screen.failure.code == "cage_not_opened"
    screen.command("cancel")
    for seal in ("A-1001", "A-1002"):
        desk.do(boss, CheckSeal(lot=lot, seal=seal, stage=SealStage.OPENING))
    # Asked with the lot, and again with the first code: no label comes before the answer.
    assert screen.scan(lot).asked() is Question.CAGE
    assert screen.scan("5CG0101ABC").asked() is Question.CAGE
    assert screen.scan(label(1)).asked() is Question.CAGE
    assert screen.choices() == ["Vaunu 1", "Vaunu 2"]
    assert screen.answer("Vaunu 1").received() == label(1)
    assert screen.scan("5CG0102ABC", label(2)).received() == label(2)
    assert screen.scan("vaunu 2").state.cage == "Vaunu 2"
    assert screen.said == (Tone.DONE, "intake.say.cage_set")
    assert screen.scan("5CG0103ABC", label(3)).received() == label(3)
    screen.scan("Vaunu 3")
    assert screen.failure is not None
    assert screen.failure.code == "cage_not_opened"
    with desk.database.reading() as work:
        found = work.lots.by_code(lot)
        assert found is not None
        held = work.cages.of_devices(found.id)
        names = [held[device(door, label(number)).id] for number in (1, 2, 3)]
    assert names == ["Vaunu 1", "Vaunu 1", "Vaunu 2"]


def test_the_only_open_cage_is_said_and_a_second_one_is_asked_about(door: Door) -> None:
    desk, boss = door.workshop.desk, door.workshop.first
    lot = door.open(sender="Toinen").lot.code
    cages = (NewCage("Vaunu 1", "A-1001"), NewCage("Vaunu 2", "A-1002"))
    desk.do(boss, ListCages(lot=lot, cages=cages))
    desk.do(boss, CheckSeal(lot=lot, seal="A-1001", stage=SealStage.OPENING))
    screen = Screen(door).scan(lot)
    screen.state = setting.choose_type(screen.state, LAPTOP)
    assert (screen.said, screen.asked()) == ((Tone.DONE, "intake.say.lot_set_cage"), None)
    assert screen.scan("5CG0101ABC", label(1)).received() == label(1)
    desk.do(boss, CheckSeal(lot=lot, seal="A-1002", stage=SealStage.OPENING))
    # A cage's seal answers as its name does, and the device at hand is not lost.
    assert screen.scan("5CG0102ABC").asked() is Question.CAGE
    screen.scan("A-1002")
    assert (screen.state.cage, screen.state.asking) == ("Vaunu 2", None)
    assert screen.scan(label(2)).received() == label(2)


def test_a_lot_without_cages_has_none_to_choose(screen: Screen) -> None:
    assert screen.command("set_cage").said == (Tone.PLAIN, "intake.say.no_cage")
    assert isinstance(screen.scan("PF2ABC12", label(1)).of(Done), Done)
