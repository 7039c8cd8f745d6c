"""Counting things and closing a lot at the real window, with why rows did not come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from serkut_desk.domain.device_types import DeviceType
from serkut_desk.stations.intake import queries
from serkut_desk.stations.intake.commands import ReceiveDevice
from serkut_desk.texts import Texts
from serkut_desk.ui.parts.pick import PickCard
from serkut_desk.ui.stations.intake.closing import CloseLotCard
from serkut_desk.ui.stations.intake.counting import CountCard
from serkut_desk.ui.stations.intake.lot_dialogs import end_rows
from ui.stations.intake.kit import come, make_list, more, open_lot, panel, settle

if TYPE_CHECKING:
    from ui.window_kit import Window

MISSING = 22
MICE = (
    "".join(
        f"{line};{'Kpl' if number == 0 else 1}\n"
        for number, line in enumerate(make_list(MISSING).splitlines())
    )
    + "Hiiri;Logitech;B100;;24\n"
)


def take(window: Window, word: str) -> None:
    """Take an answer of the card on top by its word."""
    card = window.shell._layers.top
    assert isinstance(card, PickCard)
    (action,) = [one for one in card.function_keys() if one.word == word]
    action.run()
    window.settle()


def scan_extra(window: Window) -> None:
    """Receive what the list does not name."""
    session = window.workshop.worker
    command = ReceiveDevice(
        lot=panel(window).state.lot or "", serial="QQ1ABC99", type=DeviceType.LAPTOP
    )
    window.workshop.desk.do(session, command)


def test_an_extra_without_a_serial_says_why(window: Window) -> None:
    lot = open_lot(window, MICE)
    desk, worker = window.workshop.desk, window.workshop.worker
    desk.do(worker, ReceiveDevice(lot=lot, serial_reason="torn_off", type=DeviceType.LAPTOP))
    details = queries.show(desk, worker, lot)
    (extra,) = [row for row in end_rows(details, Texts("fi")) if row.extra]
    assert extra.serial == "Tarra on revitty pois"


def test_things_are_counted_and_a_closed_lot_knows_why_rows_did_not_come(window: Window) -> None:
    lot = open_lot(window, MICE)
    come(window, supervisor=True)
    scan_extra(window)
    more(window, "The lot")
    take(window, "Count list rows")
    count = window.shell._layers.top
    assert isinstance(count, CountCard)
    (field,) = count.fields.values()
    field.set_text("some")
    window.press(Qt.Key.Key_F10)
    assert window.shell._layers.top is count
    field.set_text("20")
    window.press(Qt.Key.Key_F10)
    settle(window)
    assert "20 of 24" in window.notice
    window.press(Qt.Key.Key_F11)
    window.settle()
    card = window.shell._layers.top
    assert isinstance(card, CloseLotCard)
    window.press(Qt.Key.Key_F10)
    assert window.shell._layers.top is card, "it does not close while reasons are missing"
    # F2 gives the first row its reason and goes on; F6 gives it to every missing row.
    window.press(Qt.Key.Key_F2)
    assert card.left == MISSING
    window.press(Qt.Key.Key_F6)
    assert card.left == 1
    card.choose("unknown")
    card._note.set_text("ilman tarraa")
    card._noted("ilman tarraa")
    assert card.left == 0
    window.press(Qt.Key.Key_F10)
    settle(window)
    closed = queries.show(window.workshop.desk, window.workshop.first, lot)
    assert closed.lot.state == "closed"
    assert {line.missing_reason for line in closed.missing} == {"comes_later"}
    assert [line.counted for line in closed.many] == [20]
    with window.workshop.desk.database.reading() as work:
        (extra,) = work.lots.extras_of(closed.lot.id)
    assert (extra.reason.value, extra.note) == ("unknown", "ilman tarraa")
    assert "VK-1" in window.notice
