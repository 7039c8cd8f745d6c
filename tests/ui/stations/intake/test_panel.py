"""Intake at the real window: scanner keys in, records and words out."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from serkut_desk.domain.codes import CodeKind, make_code
from serkut_desk.stations.devices import queries as devices
from serkut_desk.stations.intake import queries
from serkut_desk.texts import Texts
from ui.stations.intake.kit import come, label, make_list, open_lot, panel, says, settle

if TYPE_CHECKING:
    from serkut_desk.stations.intake.queries import LotDetails
    from ui.window_kit import Window

STOP_CARD = make_code(CodeKind.COMMAND, 1)


def lot_of(window: Window, code: str) -> LotDetails:
    return queries.show(window.workshop.desk, window.workshop.first, code)


def test_a_list_is_received_by_scanner_keys_alone(window: Window) -> None:
    lot = open_lot(window)
    come(window)
    for number in range(5):
        window.scan(f"PF2ABC{number:02d}")
        window.scan(label(number))
    settle(window)
    counts = lot_of(window, lot).counts
    assert (counts.received, counts.extra, counts.missing) == (5, 0, 0)
    says(window, "5")
    says(window, "/ 5")


def test_a_burst_at_a_busy_database_loses_none_and_keeps_the_order(window: Window) -> None:
    lot = open_lot(window, make_list(40))
    come(window)
    busy = threading.Event()
    window.desk.lane.submit(lambda: busy.wait(30))
    for number in range(40):
        window.scan(f"PF2ABC{number:02d}")
        window.scan(label(number))
    assert lot_of(window, lot).counts.received == 0
    busy.set()
    settle(window)
    desk, who = window.workshop.desk, window.workshop.first
    arrived = queries.recent(desk, who, lot, limit=50)
    assert [one.code for one in reversed(arrived)] == [label(number) for number in range(40)]
    assert [one.serial for one in reversed(arrived)] == [f"PF2ABC{n:02d}" for n in range(40)]


def test_empty_enters_mean_nothing(window: Window) -> None:
    lot = open_lot(window)
    come(window)
    window.scan("PF2ABC00")
    for _ in range(3):
        window.press(Qt.Key.Key_Return)
    settle(window)
    assert panel(window).state.texts == ("PF2ABC00",)
    assert lot_of(window, lot).counts.received == 0


def test_a_duplicate_is_answered_and_not_counted(window: Window) -> None:
    lot = open_lot(window)
    come(window)
    for text in ("PF2ABC00", label(0), "PF2ABC00"):
        window.scan(text)
    settle(window)
    says(window, "Is here already")
    assert lot_of(window, lot).counts.received == 1
    assert panel(window).state.is_empty


def test_what_was_ignored_is_said(window: Window) -> None:
    open_lot(window)
    come(window)
    window.scan("PF2ABC00")
    window.scan("00:1A:2B:3C:4D:5E")
    settle(window)
    says(window, "Found on the list")
    texts = Texts("en")
    for key in ("scan.kind.serial", "scan.ignored.mac"):
        says(window, texts.say(key))


def test_a_device_beside_the_list_gets_its_type_by_an_f_key(window: Window) -> None:
    lot = open_lot(window)
    come(window)
    window.scan("5CG9421XYZ")
    settle(window)
    says(window, "Not on the list")
    window.scan(label(7))
    settle(window)
    says(window, Texts("en").say("intake.ask.type"))
    window.scan("X")
    settle(window)
    assert lot_of(window, lot).counts.received == 0, "letters answer nothing"
    window.press(Qt.Key.Key_F11)
    window.press(Qt.Key.Key_F3)
    settle(window)
    extra = lot_of(window, lot).extra
    assert [(one.code, one.type) for one in extra] == [(label(7), "printer")]


def test_undo_takes_back_the_device_at_hand_first_and_then_the_last_saved(window: Window) -> None:
    lot = open_lot(window)
    come(window)
    for text in ("PF2ABC00", label(0), "PF2ABC01"):
        window.scan(text)
    window.press(Qt.Key.Key_F9)
    settle(window)
    assert panel(window).state.is_empty
    assert lot_of(window, lot).counts.received == 1
    window.press(Qt.Key.Key_F9)
    settle(window)
    card = devices.card(window.workshop.desk, window.workshop.first, label(0))
    assert card.state == "withdrawn"


def test_no_barcode_is_a_reason_and_the_label_saves(window: Window) -> None:
    lot = open_lot(window)
    come(window)
    window.press(Qt.Key.Key_F7)
    settle(window)
    says(window, Texts("en").say("intake.ask.no_serial"))
    window.scan(label(3))
    settle(window)
    window.press(Qt.Key.Key_F2)
    settle(window)
    window.press(Qt.Key.Key_F2)
    settle(window)
    extra = lot_of(window, lot).extra
    assert [(one.code, one.serial_reason, one.type) for one in extra] == [
        (label(3), "unreadable", "laptop")
    ]


def test_half_done_work_is_parked_and_comes_back(window: Window) -> None:
    lot = open_lot(window)
    come(window)
    window.scan("PF2ABC02")
    settle(window)
    come(window, supervisor=True)
    assert panel(window).state.is_empty
    come(window)
    assert panel(window).state.texts == ("PF2ABC02",)
    says(window, "Found on the list")
    window.scan(label(2))
    settle(window)
    assert lot_of(window, lot).counts.received == 1


def test_scans_that_wait_are_parked_with_their_person(window: Window) -> None:
    lot = open_lot(window)
    come(window)
    busy = threading.Event()
    window.desk.lane.submit(lambda: busy.wait(30))
    window.scan("PF2ABC03")
    window.scan(label(3))
    parked = panel(window).park()
    assert parked["waiting"] == ("scan:PF2ABC03", f"scan:{label(3)}")
    busy.set()
    settle(window)
    assert lot_of(window, lot).counts.received == 1


def test_one_who_comes_back_finds_the_device_that_was_saved_meanwhile(window: Window) -> None:
    open_lot(window)
    come(window)
    for text in ("PF2ABC04", label(4)):
        window.scan(text)
    settle(window)
    panel(window).resume({"lot": panel(window).state.lot, "texts": ("PF2ABC04",)})
    settle(window)
    assert panel(window).state.is_empty
    says(window, "Is here already")


def test_stop_covers_everything_and_is_in_the_journal(window: Window) -> None:
    open_lot(window)
    come(window)
    window.press(Qt.Key.Key_F4)
    assert window.shell.gate.stop_screen is not None
    window.settle()
    assert len(devices.open_stops(window.workshop.desk)) == 1
    window.scan(STOP_CARD)
    window.settle()
    assert len(devices.open_stops(window.workshop.desk)) == 1


def test_without_a_lot_a_maker_is_told_whom_to_ask_and_a_lot_label_opens_it(
    window: Window,
) -> None:
    come(window)
    says(window, "No lot is open")
    lot = open_lot(window)
    window.scan(lot)
    settle(window)
    assert panel(window).state.lot == lot
    says(window, "Scan the device's barcode")


def test_of_several_lots_one_is_chosen_by_an_f_key(window: Window) -> None:
    first = open_lot(window)
    open_lot(window, None)
    come(window)
    assert panel(window).state.lot is None
    window.press(Qt.Key.Key_F3)
    settle(window)
    assert panel(window).state.lot == first


def test_a_supervisor_saves_without_a_roll_label_and_the_label_is_queued(window: Window) -> None:
    lot = open_lot(window)
    come(window, supervisor=True)
    window.scan("PF2ABC01")
    settle(window)
    window.press(Qt.Key.Key_F10)
    settle(window)
    (arrived,) = queries.recent(window.workshop.desk, window.workshop.first, lot)
    assert arrived.serial == "PF2ABC01"
    assert "label in the queue" in window.notice
    window.settle()
    card = devices.card(window.workshop.desk, window.workshop.first, arrived.code)
    assert len(card.labels) == 1


def test_saving_what_has_no_code_yet_says_what_to_scan(window: Window) -> None:
    lot = open_lot(window)
    come(window, supervisor=True)
    window.scan("0201256-6")
    settle(window)
    before = window.notice
    window.press(Qt.Key.Key_F10)
    settle(window)
    assert window.notice != before, "a key that can be pressed is answered"
    assert not queries.recent(window.workshop.desk, window.workshop.first, lot)


def test_the_fields_say_where_their_values_come_from(window: Window) -> None:
    open_lot(window)
    come(window, supervisor=True)
    window.scan("PF2ABC01")
    settle(window)
    form = panel(window)._supervisor._form  # type: ignore[union-attr]  # a supervisor is here
    assert form._fields["serial"].text == "PF2ABC01"
    assert form._fields["model"].text == "Lenovo ThinkPad L14"
    assert form._type.key == "laptop"
    says(window, "from the list")
    says(window, "read")


def test_escape_leaves_the_device_at_hand_unsaved_as_the_card_says(window: Window) -> None:
    lot = open_lot(window)
    come(window)
    window.scan("PF2ABC00")
    settle(window)
    window.press(Qt.Key.Key_Escape)
    settle(window)
    window.scan(label(1))
    settle(window)
    assert lot_of(window, lot).counts.received == 0
