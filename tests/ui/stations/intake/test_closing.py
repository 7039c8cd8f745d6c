"""Counting things and closing a lot at the real window, with why rows did not come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from serkut_desk.stations.intake import queries
from serkut_desk.ui.stations.intake.closing import CloseLotCard
from serkut_desk.ui.stations.intake.counting import CountCard
from ui.stations.intake.kit import come, make_list, more, open_lot, settle

if TYPE_CHECKING:
    from ui.window_kit import Window

MICE = make_list(2).replace("Sarjanumero\n", "Sarjanumero;Kpl\n").replace("0\n", "0;1\n")
MICE = MICE.replace("1\n", "1;1\n").replace(";1;1\n", ";1\n") + "Hiiri;Logitech;B100;;24\n"


def test_things_are_counted_and_a_closed_lot_knows_why_rows_did_not_come(window: Window) -> None:
    lot = open_lot(window, MICE)
    come(window, supervisor=True)
    more(window, "Count list rows")
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
    card.choose("comes_later")
    window.press(Qt.Key.Key_F6)
    card.choose("not_found")
    window.press(Qt.Key.Key_F10)
    settle(window)
    closed = queries.show(window.workshop.desk, window.workshop.first, lot)
    assert closed.lot.state == "closed"
    assert [line.missing_reason for line in closed.missing] == ["not_found", "comes_later"]
    assert [line.counted for line in closed.many] == [20]
