from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from kit import make_workshop
from serkut_desk.domain.codes import CodeKind, make_code
from serkut_desk.domain.device_types import DeviceType
from serkut_desk.stations.devices.commands import MakePlace
from serkut_desk.stations.intake import looking, queries, session, setting
from serkut_desk.stations.intake.effects import (
    Do,
    Done,
    Elsewhere,
    Question,
    Say,
    Show,
    Tone,
)
from serkut_desk.stations.intake.state import IntakeState, Plain
from stations.intake.door import LIST, Door, label
from stations.intake.screen import Screen, card

CARDS = {"save": 2, "no_barcode": 4, "lot_off": 5, "cancel": 6}


@pytest.fixture
def screen(door: Door) -> Screen:
    return Screen(door)


def test_serial_then_label_saves(screen: Screen) -> None:
    screen.scan("PF2ABC12")
    assert screen.said == (Tone.DONE, "intake.say.on_list")
    assert screen.received() is None
    screen.scan("", "   ", label(7))
    assert screen.received() == label(7)
    assert screen.said == (Tone.DONE, "intake.say.saved")
    assert screen.state == IntakeState(lot=screen.door.lot, last=label(7))


def test_label_then_serial_saves_too(screen: Screen) -> None:
    screen.scan(label(7))
    assert screen.said == (Tone.PLAIN, "intake.say.scan_machine")
    assert screen.scan("PF2ABC12").received() == label(7)


def test_noise_is_named_and_not_kept(screen: Screen) -> None:
    screen.scan("00:1A:2B:3C:4D:5E")
    assert screen.said == (Tone.PLAIN, "scan.ignored.mac")
    screen.scan("131052-308T")
    assert screen.said == (Tone.ATTENTION, "scan.ignored.secret")
    screen.scan("hello world")
    assert screen.said == (Tone.ATTENTION, "scan.why.no_pattern")
    assert screen.state.is_empty


def test_extra_is_amber_and_asks_what_it_is(screen: Screen) -> None:
    screen.scan("5CG0101ABC")
    assert screen.said == (Tone.ATTENTION, "intake.say.not_on_list")
    screen.scan(label(8))
    assert screen.asked() is Question.TYPE
    assert screen.received() is None
    assert screen.answer("laptop").received() == label(8)
    assert screen.said == (Tone.ATTENTION, "intake.say.saved_extra")


def test_the_type_that_is_set_stays(screen: Screen) -> None:
    screen.state = setting.choose_type(screen.state, DeviceType.LAPTOP)
    assert screen.scan("5CG0101ABC", label(8)).received() == label(8)
    assert screen.scan("5CG0101ABD", label(9)).received() == label(9)


def test_a_duplicate_is_amber_at_once_with_its_place(screen: Screen) -> None:
    desk = screen.door.workshop.desk
    place = desk.do(screen.door.workshop.first, MakePlace("Hylly V-03"))
    screen.scan(place.code, "PF2ABC12", label(7))
    assert screen.state.place == place.code
    screen.scan("1S20X2S0AB00PF2ABC12")
    assert screen.said == (Tone.ATTENTION, "intake.say.here_already")
    assert screen.of(Show) == Show(label(7))
    assert screen.state.is_empty


def test_a_label_of_a_device_shows_it_and_never_binds_twice(screen: Screen) -> None:
    screen.scan("PF2ABC12", label(7), label(7))
    assert screen.effects == (Show(label(7)),)
    screen.scan("5CG9421XYZ", label(7))
    assert screen.failure is not None
    assert screen.failure.code == "label_taken"
    assert screen.scan(label(8)).received() == label(8)


def test_a_second_serial_asks_which(screen: Screen) -> None:
    screen.scan("5CG0101ABC", "5CG0101ABD")
    assert screen.asked() is Question.WHICH_SERIAL
    screen.scan(label(9))
    assert screen.received() is None
    screen.answer("5CG0101ABD")
    assert screen.asked() is Question.TYPE
    assert screen.answer("laptop").received() == label(9)
    with screen.door.workshop.desk.database.reading() as work:
        found = work.devices.by_code(label(9))
    assert found is not None
    assert found.serial == "5CG0101ABD"


def test_an_unsure_serial_is_confirmed_by_the_save_card(screen: Screen) -> None:
    screen.state = setting.choose_type(screen.state, DeviceType.LAPTOP)
    screen.scan("G8H9K12")
    assert screen.asked() is Question.SERIAL
    screen.scan(card(CARDS["save"]))
    assert screen.received() == label(1)
    assert screen.said == (Tone.ATTENTION, "intake.say.saved_extra")


def test_an_unsure_serial_is_confirmed_by_the_roll_label_and_the_next_device_is_another(
    screen: Screen,
) -> None:
    screen.state = setting.choose_type(screen.state, DeviceType.LAPTOP)
    screen.scan("G8H9K12")
    assert screen.asked() is Question.SERIAL
    assert screen.scan(label(4)).received() == label(4)
    assert screen.scan("PF2ABC12", label(5)).received() == label(5)
    with screen.door.workshop.desk.database.reading() as work:
        first = work.devices.by_code(label(4))
    assert first is not None
    assert first.serial == "G8H9K12"


def test_a_number_that_is_no_serial_is_dropped(screen: Screen) -> None:
    screen.scan("G8H9K12").answer("")
    assert screen.state.texts == ()


def test_bare_digits_ask_what_they_are(screen: Screen) -> None:
    screen.scan("0098299")
    assert screen.asked() is Question.WHAT
    screen.answer("inventory=HKI-0098299")
    assert screen.state.inventory == "HKI-0098299"
    assert screen.scan("PF2ABC12", label(4)).received() == label(4)


def test_rows_that_both_fit_are_chosen_from(screen: Screen) -> None:
    screen.scan("PF2ABC12", "HKI-0098214")
    assert screen.asked() is Question.LINE
    screen.answer("2").scan(label(5))
    effect = screen.of(Done)
    assert isinstance(effect, Done)
    assert effect.received.row == 2


def test_no_barcode_and_a_label_save_a_device_without_serial(screen: Screen) -> None:
    screen.state = setting.choose_type(screen.state, DeviceType.PRINTER)
    screen.scan(card(CARDS["no_barcode"]), label(5))
    assert screen.asked() is Question.NO_SERIAL
    assert screen.received() is None
    assert screen.answer("torn_off").received() == label(5)


def test_save_without_anything_saves_nothing(screen: Screen) -> None:
    before = screen.door.rows()
    screen.scan(card(CARDS["save"]), label(5), card(CARDS["save"]))
    assert screen.said == (Tone.PLAIN, "intake.say.nothing")
    assert screen.door.rows() == before


def test_f10_after_the_question_saves_without_a_label(screen: Screen) -> None:
    screen.scan("5CG0101ABC", card(CARDS["save"]))
    assert screen.asked() is Question.TYPE
    assert screen.answer("desktop").received() == label(1)


def test_cancel_forgets_the_device_and_keeps_what_is_set(screen: Screen) -> None:
    screen.scan("PF2ABC12", card(CARDS["cancel"]))
    assert screen.said == (Tone.PLAIN, "intake.say.cancelled")
    assert screen.state == IntakeState(lot=screen.door.lot)


def test_lots_are_switched_by_their_label(door: Door) -> None:
    other = door.open(sender="Toinen").lot.code
    screen = Screen(door, lot="")
    screen.scan("PF2ABC12")
    assert screen.said == (Tone.ATTENTION, "intake.say.no_lot")
    screen.scan(door.lot)
    assert screen.state.lot == door.lot
    assert screen.effects[-1] == Say(
        Tone.DONE, "intake.say.on_list", (("name", "Lenovo ThinkPad L14"), ("row", 2))
    )
    assert screen.scan(label(3)).received() == label(3)
    assert screen.scan(other).state.lot == other
    assert screen.scan(card(CARDS["lot_off"])).state.lot is None
    screen.scan(make_code(CodeKind.LOT, 999))
    assert screen.failure is not None
    assert screen.failure.code == "lot_unknown"


def test_cards_for_the_window_and_badges_go_there(screen: Screen) -> None:
    for number, name in ((1, "stop_battery"), (3, "undo"), (7, "help"), (8, "lock")):
        assert screen.scan(card(number)).effects == (Do(name),)
    badge = make_code(CodeKind.BADGE, 5)
    assert screen.scan(badge).effects == (Elsewhere(badge),)


def test_a_disks_label_leads_nowhere_while_a_device_is_at_hand(screen: Screen) -> None:
    disk = make_code(CodeKind.MEDIUM, 5)
    assert screen.scan(disk).effects == (Elsewhere(disk),)
    screen.scan("PF2ABC12", disk)
    assert screen.failure is not None
    assert screen.failure.code == "label_form"
    assert screen.state.texts == ("PF2ABC12",)


def test_stop_works_with_a_device_at_hand(screen: Screen) -> None:
    assert screen.scan("PF2ABC12", card(1)).effects == (Do("stop_battery"),)
    assert screen.state.texts == ("PF2ABC12",)


def test_half_done_work_is_parked_and_comes_back(screen: Screen) -> None:
    screen.scan("131052-308T", "PF2ABC12")
    screen.state = session.add_medium(screen.state, "S4X1,nvme,256")
    parked = json.loads(json.dumps(screen.state.to_dict()))
    assert "131052" not in str(parked)
    back = IntakeState.from_dict(parked)
    assert back == screen.state
    screen.state = back
    assert screen.scan(label(6)).received() == label(6)
    strange: dict[str, Plain] = {
        "lot": 5,
        "texts": "x",
        "type": "spaceship",
        "line": "7",
        "else": True,
    }
    assert IntakeState.from_dict(strange) == IntakeState()


def test_the_form_fills_by_scanning_and_says_where_from(screen: Screen) -> None:
    screen.scan("PF2ABC12")
    desk, worker = screen.door.workshop.desk, screen.door.workshop.worker
    screen.state, _ = looking.filled(desk, worker, screen.state, "model", "ThinkPad L14 Gen 2")
    seen = looking.at_hand(desk, worker, screen.state)
    assert {name: (field.value, field.source.value) for name, field in seen.fields.items()} == {
        "type": ("laptop", "list"),
        "manufacturer": ("Lenovo", "list"),
        "model": ("ThinkPad L14 Gen 2", "person"),
        "serial": ("PF2ABC12", "scan"),
        "inventory": ("HKI-0098213", "list"),
        "imei": ("", "none"),
        "product": ("", "none"),
    }
    assert seen.row == 2


def test_a_burst_of_forty_devices_loses_none(door: Door) -> None:
    rows = "".join(f"Kannettava;Lenovo T480;PF3K{number:04d}\n" for number in range(40))
    lot = door.open(manifest=f"Tyyppi;Malli;Sarjanumero\n{rows}".encode()).lot.code
    screen = Screen(door, lot=lot)
    for number in range(40):
        screen.scan(f"PF3K{number:04d}", "", label(100 + number), "")
    counts = queries.show(door.workshop.desk, door.workshop.worker, lot).counts
    assert (counts.received, counts.missing, counts.extra) == (40, 0, 0)


_ANY = some.one_of(
    some.sampled_from(
        [
            "PF2ABC12",
            "1S20X2S0AB00PF2ABC12",
            "5CG9421XYZ",
            "5CG0101ABC",
            "G8H9K12",
            "0098299",
            "HKI-0098214",
            "HKI-0098216",
            "490154203237518",
            "00:1A:2B:3C:4D:5E",
            "131052-308T",
            "CN0XV9J7TV100",
            "",
            "PA0000000112",
            "HK0000000112",
        ]
    ),
    some.sampled_from([label(number) for number in range(1, 5)]),
    some.sampled_from([card(number) for number in (*range(10), *range(40, 46))]),
    some.text(max_size=20),
)


@settings(max_examples=30, deadline=None)
@given(some.lists(_ANY, max_size=12))
def test_no_sequence_of_scans_fails_or_saves_by_itself(texts: list[str]) -> None:
    with TemporaryDirectory() as folder:
        workshop = make_workshop(Path(folder) / "data", waits=False)
        try:
            door = Door(workshop)
            door.lot = door.open(manifest=LIST).lot.code
            _holds(Screen(door), texts)
        finally:
            workshop.desk.database.close()


def _holds(screen: Screen, texts: list[str]) -> None:
    """Scan and look after each: only a label or a save card saves, and only one device."""
    door = screen.door
    for text in texts:
        before = door.rows()["device"]
        may_save = screen.state.label is not None or screen.state.wanted
        screen.scan(text)
        saves = text in {label(number) for number in range(1, 5)} or text == card(2)
        grown = door.rows()["device"] - before
        assert grown <= int(saves or may_save)
        assert (grown == 1) == (screen.received() is not None)
        json.dumps(screen.state.to_dict())
        assert "131052-308T" not in str(screen.state)
