"""Returns at the real window, by scanner and keys only."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from serkut_desk.domain.channels import Payment
from serkut_desk.domain.returning import Remedy
from serkut_desk.ui.forms import TextField
from serkut_desk.ui.parts.states import EmptyState
from serkut_desk.ui.stations.returns.stages import OpenReturns, SettleCard, TakeCard, WhichDevice
from ui.stations.returns.desk import open_returns, till_of

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from serkut_desk.records.returns import DeviceReturn
    from serkut_desk.ui.stations.returns.panel import ReturnsPanel
    from stations.returns.till import Till
    from ui.window_kit import Window


@pytest.fixture
def till(window: Window, tmp_path: Path) -> Till:
    return till_of(window, tmp_path)


def _rows(window: Window) -> list[DeviceReturn]:
    with window.workshop.desk.database.reading() as work:
        return work.returns.all()


def _stage(panel: ReturnsPanel) -> QWidget | None:
    return panel._inside


def _said(panel: ReturnsPanel) -> str:
    assert panel.form is not None
    return panel.form.said


def _field(panel: ReturnsPanel, key: str) -> TextField:
    assert panel.form is not None
    field = panel.form.fields[key]
    assert isinstance(field, TextField)
    return field


def test_scan_say_why_take_back_refund(window: Window, till: Till) -> None:
    device = till.clean()
    till.issue(device)
    till.sell(device, cents=4998)
    window.workshop.clock.tick(days=10)
    window.supervisor()
    panel = open_returns(window)
    assert isinstance(_stage(panel), OpenReturns)
    window.scan(device.serial)
    window.settle()
    assert isinstance(_stage(panel), TakeCard)
    window.press(Qt.Key.Key_F10)
    window.settle()
    assert _rows(window) == []
    window.press(Qt.Key.Key_F5)
    # Two Enters of a scanner, and digits, answer nothing.
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_1):
        window.press(key)
    window.settle()
    assert _rows(window) == []
    window.press(Qt.Key.Key_Backspace)
    window.press(Qt.Key.Key_F10)
    window.settle()
    assert [(one.fault, one.in_warranty) for one in _rows(window)] == [("screen", True)]
    assert isinstance(_stage(panel), SettleCard)
    window.press(Qt.Key.Key_F5)
    assert _field(panel, "sum").text == "49,98\u00a0€"
    window.press(Qt.Key.Key_F10)
    window.settle()
    assert _said(panel)
    _field(panel, "reason").set_text("ei korjata")
    _field(panel, "sum").set_text("50,00")
    window.press(Qt.Key.Key_F10)
    window.settle()
    assert "49,98" in _said(panel)
    _field(panel, "sum").set_text("paljon")
    window.press(Qt.Key.Key_F10)
    assert "95,00" in _said(panel)
    _field(panel, "sum").set_text("49,98")
    window.press(Qt.Key.Key_F10)
    window.settle()
    assert panel.form is None
    assert "50,00" in window.notice
    assert [(one.remedy, one.refund_cents) for one in _rows(window)] == [("refund", 4998)]
    keys = {action.key for action in panel.function_keys()}
    assert {"F7", "F8", "F9"} <= keys
    assert "F2" not in keys


def test_a_receipt_with_several_devices_asks_which(window: Window, till: Till) -> None:
    first, second = till.clean(1), till.clean(2)
    receipt = till.sell(first, second, payment=Payment.CARD)
    window.supervisor()
    panel = open_returns(window)
    window.scan(receipt)
    window.settle()
    assert isinstance(_stage(panel), WhichDevice)
    window.scan(second.code)
    window.settle()
    assert isinstance(_stage(panel), TakeCard)
    assert panel._sale is not None
    assert panel._sale.device == second.code


def test_an_unknown_scan_leaves_nothing_to_take_back(window: Window, till: Till) -> None:
    device = till.clean()
    till.sell(device)
    window.supervisor()
    panel = open_returns(window)
    window.scan(device.code)
    window.settle()
    window.press(Qt.Key.Key_F2)
    window.scan("EI-TUNNETA-1")
    window.press(Qt.Key.Key_F10)
    window.settle()
    assert _rows(window) == []
    assert isinstance(_stage(panel), OpenReturns)
    assert "EI-TUNNETA-1" in window.notice


def test_the_shelf_is_scanned(window: Window, till: Till) -> None:
    device = till.clean()
    till.sell(device)
    with window.workshop.desk.database.work(window.workshop.first.person) as work:
        place = work.places.make("Palautushylly")
        work.commit()
    window.supervisor()
    panel = open_returns(window)
    window.scan(device.code)
    window.settle()
    window.scan(place.code)
    assert panel._take is not None
    assert panel._take.place.text == place.code
    window.press(Qt.Key.Key_F2)
    window.press(Qt.Key.Key_F10)
    window.settle()
    assert till.look(device).device.place_id == place.id


def test_the_oldest_is_opened_by_a_key_and_an_exchange_leads_on(window: Window, till: Till) -> None:
    devices = [till.clean(number) for number in (1, 2)]
    till.sell(*devices)
    for device in devices:
        till.bring_back(device)
    window.supervisor()
    panel = open_returns(window)
    assert isinstance(_stage(panel), OpenReturns)
    window.press(Qt.Key.Key_F2)
    window.settle()
    assert panel._view is not None
    assert panel._view.number == "PAL-1"
    window.press(Qt.Key.Key_F3)
    _field(panel, "reason").set_text("ei korjata")
    window.press(Qt.Key.Key_F10)
    window.settle()
    assert panel._view.remedy is Remedy.EXCHANGE
    gone: list[tuple[str, str]] = []
    panel.panel_wanted.connect(lambda key, scan: gone.append((key, scan)))
    window.press(Qt.Key.Key_F7)
    window.settle()
    assert gone == [("handover", panel._view.exchange)]


def test_a_disk_that_the_buyer_kept_is_recorded(window: Window, till: Till) -> None:
    device = till.clean()
    till.sell(device)
    till.bring_back(device)
    window.supervisor()
    panel = open_returns(window)
    window.scan(device.code)
    window.settle()
    window.press(Qt.Key.Key_F11)
    _field(panel, "reason").set_text("avattu: paikka on tyhjä")
    window.press(Qt.Key.Key_F10)
    window.settle()
    assert panel.form is None
    assert till.look(device).proofs[0].medium.removed_at is not None
    assert panel._view is not None
    assert panel._view.media == ()


def test_half_done_work_is_parked(window: Window, till: Till) -> None:
    device = till.clean()
    till.sell(device)
    window.supervisor()
    panel = open_returns(window)
    window.scan(device.code)
    window.settle()
    window.press(Qt.Key.Key_F8)
    assert panel._take is not None
    panel._take.note.set_text("kulma halki")
    state = panel.park()
    panel._leave()
    window.settle()
    panel.resume(state)
    window.settle()
    assert panel._take is not None
    assert (panel._take.chosen, panel._take.note.text) == ("damaged", "kulma halki")


def test_who_may_not_sees_who_can(window: Window, till: Till) -> None:
    till.clean()
    window.supervisor()
    panel = open_returns(window)
    assert panel.person is not None
    without = panel.person.permissions - {"returns"}
    panel.set_person(replace(panel.person, permissions=without))
    assert isinstance(_stage(panel), EmptyState)
    assert panel.function_keys() == ()
    assert not panel.scanned("SD0000000195")


def test_a_maker_has_no_such_station(window: Window) -> None:
    window.maker()
    panel = window.shell.panel
    assert panel is not None
    assert panel.person is not None
    assert "returns" not in panel.person.stations
