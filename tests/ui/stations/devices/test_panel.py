"""Search at the real window: anything finds the device, and its page moves it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from factories import make_device, make_lot, make_medium
from serkut_desk.domain import codes
from serkut_desk.domain.lifecycle import DeviceState
from serkut_desk.stations.devices import card_model, queries
from serkut_desk.stations.devices.commands import MakePlace, MoveDevices
from serkut_desk.stations.stocktake.commands import CloseCount, OpenCount
from serkut_desk.texts import Texts
from serkut_desk.ui.shell.places import ICONS
from serkut_desk.ui.stations.devices import going_on
from serkut_desk.ui.stations.devices.panel import DevicesPanel
from serkut_desk.ui.stations.stocktake.panel import StocktakePanel
from ui import screens, walk

if TYPE_CHECKING:
    from ui.window_kit import Window


def panel(window: Window) -> DevicesPanel:
    found = window.shell.panel
    assert isinstance(found, DevicesPanel)
    return found


def settle(window: Window) -> None:
    window.bot.waitUntil(
        lambda: (
            not panel(window)._presenter._asking
            and not window.desk.lane.waiting
            and not window.desk.free.waiting
        )
    )


def words(window: Window) -> str:
    shown = [*panel(window).findChildren(QLabel), *panel(window).side().findChildren(QLabel)]
    return " | ".join(one.text() for one in shown if one.isVisible() and one.text())


def enter(window: Window) -> None:
    window.speak("en")
    window.maker()
    window.shell.open("devices")
    settle(window)


def says(window: Window, *texts: str) -> None:
    window.bot.waitUntil(lambda: all(text in words(window) for text in texts))


@pytest.mark.parametrize("text", ["PF2ABC12", "pf2abc12", "HKI-0098213"])
def test_every_number_opens_the_page(window: Window, text: str) -> None:
    device = make_device(window.workshop, serial="PF2ABC12", inventory="HKI-0098213")
    make_medium(window.workshop, device)
    enter(window)
    window.scan(text)
    settle(window)
    says(window, "ThinkPad T480", Texts("en").say("state.waiting_wipe"))


def test_letters_flow_into_the_search_field_only_when_it_is_chosen(window: Window) -> None:
    make_device(window.workshop, serial="PF2ABC12")
    make_device(window.workshop, serial="PF2ABC13")
    enter(window)
    edit = panel(window)._field.edit
    window.shell.activateWindow()
    edit.setFocus()
    window.bot.waitUntil(lambda: QApplication.focusWidget() is edit)
    QTest.keyClicks(edit, "t480")
    settle(window)
    found = panel(window)._result
    assert found is not None
    assert len(found.devices) == 2
    says(window, "PF2ABC13")
    window.press(Qt.Key.Key_F2)
    settle(window)
    assert panel(window).park()["page"] is True


def test_nothing_found_is_said(window: Window) -> None:
    enter(window)
    window.scan("ZZ9999999")
    settle(window)
    says(window, "Nothing found: ZZ9999999")


def test_a_shelf_moves_the_open_device_and_f9_brings_it_back(window: Window) -> None:
    device = make_device(window.workshop, serial="PF2ABC12")
    place = window.workshop.desk.do(window.workshop.worker, MakePlace("V-03"))
    enter(window)
    window.scan(device.code)
    settle(window)
    window.scan(place.code)
    settle(window)
    card = queries.card(window.workshop.desk, window.workshop.first, device.code)
    assert card.place == "V-03"
    assert "V-03" in window.notice
    window.press(Qt.Key.Key_F9)
    settle(window)
    card = queries.card(window.workshop.desk, window.workshop.first, device.code)
    assert card.place is None


def test_moving_by_the_card_makes_a_place_that_is_new(window: Window) -> None:
    device = make_device(window.workshop, serial="PF2ABC12")
    enter(window)
    window.scan(device.code)
    settle(window)
    window.press(Qt.Key.Key_F5)
    settle(window)
    card = panel(window)._move_card
    assert card is not None
    card._name.set_text("Hylly 2")
    window.press(Qt.Key.Key_F10)
    settle(window)
    assert queries.card(window.workshop.desk, window.workshop.first, device.code).place == "Hylly 2"


def test_a_new_label_is_queued_with_its_reason(window: Window) -> None:
    device = make_device(window.workshop, serial="PF2ABC12")
    enter(window)
    window.scan(device.code)
    settle(window)
    window.press(Qt.Key.Key_F6)
    window.press(Qt.Key.Key_F2)
    settle(window)
    card = queries.card(window.workshop.desk, window.workshop.first, device.code)
    assert len(card.labels) == 1
    window.settle()


def test_the_search_is_parked(window: Window) -> None:
    device = make_device(window.workshop, serial="PF2ABC12")
    enter(window)
    window.scan(device.code)
    settle(window)
    assert panel(window).park() == {"text": device.code, "device": device.code, "page": True}


def test_f10_goes_on_at_the_station_of_the_next_step(window: Window) -> None:
    device = make_device(window.workshop, serial="PF2ABC12")
    make_medium(window.workshop, device)
    enter(window)
    window.scan("PF2ABC12")
    settle(window)
    says(window, "Go on: Wiping")
    window.press(Qt.Key.Key_F10)
    window.settle()
    assert window.shell.open_key == "wiping"
    shown = [one.text() for one in window.shell.findChildren(QLabel) if one.isVisible()]
    assert any(codes.short(device.code) in text for text in shown)


def test_every_state_has_its_station_or_nothing_left_to_do(window: Window) -> None:
    device = make_device(window.workshop)
    card = queries.card(window.workshop.desk, window.workshop.first, device.code)
    enter(window)
    here = panel(window)
    assert here.person is not None
    for state in DeviceState:
        here._opened(replace(card, state=state))
        going = next((one for one in here.function_keys() if one.key == "F10"), None)
        station = going_on._STATIONS[state]
        if station not in ICONS:
            assert going is None
            continue
        assert going is not None
        # Makers see where it goes on even where only a supervisor works.
        assert going.enabled is (station in here.person.stations)
        assert going.enabled or "Ask a supervisor." in going.reason
    shelf = replace(card, state=DeviceState.ON_SHELF)
    for key, station in (
        ("next.ready", "handover"),
        ("next.certificate", "certificates"),
        ("next.install", "installation"),
    ):
        step = (card_model.NextStep(key, {}),)
        assert going_on.station_of(replace(shelf, next_steps=step)) == station
    here._opened(replace(card, state=DeviceState.LEFT))
    window.press(Qt.Key.Key_F10)
    assert window.shell.open_key == "devices"
    assert "Ask a supervisor." in window.notice


def test_a_missing_device_is_chosen_in_the_list_of_missing_ones(window: Window) -> None:
    shop = window.workshop
    shelf = shop.desk.do(shop.worker, MakePlace("V-03"))
    devices = [make_device(shop) for _ in range(2)]
    shop.desk.do(shop.worker, MoveDevices(tuple(one.code for one in devices), shelf.code))
    shop.desk.do(shop.worker, OpenCount(shelf.code))
    shop.desk.do(shop.worker, CloseCount(shelf.code, missing=2))
    window.supervisor()
    window.shell.open("devices")
    window.settle()
    window.scan(devices[1].code)
    settle(window)
    window.press(Qt.Key.Key_F10)
    window.settle()
    stocktake = window.shell.panel
    assert isinstance(stocktake, StocktakePanel)
    window.bot.waitUntil(lambda: stocktake.missing.chosen is not None)
    assert stocktake.missing.keep == devices[1].code


@pytest.mark.parametrize("language", ["fi", "en"])
def test_pictures(window: Window, language: str) -> None:
    lot = make_lot(window.workshop)
    first = make_device(window.workshop, lot=lot, serial="PF2ABC12", inventory="HKI-0098213")
    make_medium(window.workshop, first)
    for number in range(4):
        make_device(window.workshop, lot=lot, serial=f"PF2ABC2{number}")
    window.speak(language)
    window.maker()
    window.shell.open("devices")
    settle(window)
    for name, scan in (("begin", ""), ("list", lot.code), ("page", first.code), ("none", "Q8Q8Q")):
        if scan:
            window.scan(scan)
            settle(window)
        for size in screens.SIZES:
            assert screens.save(window.shell, f"devices-{name}-{language}", size).exists()
    walk.check(window.shell)
