"""Counting at the real window, by scanner keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from factories import make_device, make_lot, make_medium
from kit import PIN
from serkut_desk.domain.queues import Queue
from serkut_desk.stations.devices.commands import MakePlace, MoveDevices
from serkut_desk.stations.stocktake import queries
from serkut_desk.stations.stocktake.commands import CloseCount, OpenCount, ScanInCount, TellMissing
from serkut_desk.ui.forms import TextField
from serkut_desk.ui.stations.stocktake.panel import Mode, StocktakePanel
from shelf import shelved
from ui import cut, screens, walk

if TYPE_CHECKING:
    from serkut_desk.domain.devices import Device, Place
    from ui.window_kit import Window


def panel(window: Window) -> StocktakePanel:
    found = window.shell.panel
    assert isinstance(found, StocktakePanel)
    return found


def words(window: Window) -> str:
    shown = window.shell.findChildren(QLabel)
    return " | ".join(one.text() for one in shown if one.isVisible() and one.text())


def says(window: Window, *texts: str) -> None:
    window.bot.waitUntil(lambda: all(text in words(window) for text in texts))


def place(window: Window, name: str) -> Place:
    return window.workshop.desk.do(window.workshop.worker, MakePlace(name))


def put(window: Window, shelf: Place, *devices: Device) -> None:
    codes = tuple(device.code for device in devices)
    window.workshop.desk.do(window.workshop.worker, MoveDevices(codes, shelf.code))


def enter(window: Window, *, maker: bool = True) -> None:
    window.speak("en")
    if maker:
        window.maker()
    else:
        window.supervisor()
    window.shell.open("stocktake")
    window.settle()


def fill(window: Window, **values: str) -> None:
    form = panel(window).questions.form
    assert form is not None
    for name, value in values.items():
        field = form.fields[name]
        assert isinstance(field, TextField)
        field.set_text(value)


def test_a_shelf_is_counted_with_the_scanner_and_f10(window: Window) -> None:
    shelf, other = place(window, "Hylly 3"), place(window, "Hylly 4")
    devices = [make_device(window.workshop, serial=f"AA{number}") for number in range(3)]
    put(window, shelf, *devices[:2])
    put(window, other, devices[2])
    enter(window)
    says(window, "Scan the shelf's label")
    window.scan(devices[0].code)
    says(window, "Scan the shelf's label first")
    window.scan(shelf.code)
    says(window, "Hylly 3", "/ 2", "Scan every device here")
    window.scan(devices[0].code)
    says(window, "Leave the device where it is.")
    window.scan(devices[0].code)
    says(window, "Counted already")
    window.scan(devices[2].code)
    says(window, "Belonged elsewhere, is here now", "Before: Hylly 4.", "/ 3")
    window.settle()
    # F9 takes the move back, as the program's place was right.
    window.press(Qt.Key.Key_F9)
    window.settle()
    with window.workshop.desk.database.reading() as work:
        assert work.devices.by_id(devices[2].id).place_id == other.id
    window.scan("ZZ99")
    says(window, "Unknown code", "Put it aside.")
    window.scan(devices[1].code)
    window.settle()
    says(window, "Everything was seen.")
    window.press(Qt.Key.Key_F10)
    says(window, "End the counting")
    window.press(Qt.Key.Key_F10)
    window.bot.waitUntil(lambda: "Hylly 3 is counted" in window.notice)
    window.settle()
    assert queries.counts(window.workshop.desk, window.workshop.worker) == ()


def test_pressing_f10_twice_makes_nothing_missing(window: Window) -> None:
    shelf = place(window, "Hylly 3")
    device = make_device(window.workshop)
    put(window, shelf, device)
    enter(window)
    window.scan(shelf.code)
    says(window, "Scan every device here")
    window.settle()
    window.press(Qt.Key.Key_F10)
    window.press(Qt.Key.Key_F10)
    window.press(Qt.Key.Key_Return)
    window.settle()
    assert len(queries.counts(window.workshop.desk, window.workshop.worker)) == 1
    window.press(Qt.Key.Key_F9)
    window.press(Qt.Key.Key_F10)
    window.press(Qt.Key.Key_F8)
    window.bot.waitUntil(lambda: "Tell a supervisor now" in window.notice)
    window.settle()
    (line,) = queries.missing(window.workshop.desk, window.workshop.worker)
    assert line.bears_data
    # Makers see no list of incidents.
    assert panel(window).mode is Mode.START
    assert [action.key for action in panel(window).function_keys()] == ["F4"]


def test_somebody_goes_on_where_another_stopped(window: Window) -> None:
    shelf = place(window, "Hylly 3")
    devices = [make_device(window.workshop) for _ in range(2)]
    put(window, shelf, *devices)
    enter(window)
    window.scan(shelf.code)
    window.scan(devices[0].code)
    says(window, "Leave the device where it is.")
    window.settle()
    window.press(Qt.Key.Key_F2)
    says(window, "Not finished yet. Scan the shelf to go on.", "1 / 2")
    window.press(Qt.Key.Key_F12)
    window.supervisor()
    window.shell.open("stocktake")
    window.settle()
    window.scan(shelf.code)
    window.settle()
    says(window, "/ 2")
    view = queries.count(window.workshop.desk, window.workshop.first, shelf.code)
    assert (view.counted, view.expected) == (1, 2)


def test_what_bears_data_is_told_and_closed_by_two(window: Window) -> None:
    shop = window.workshop
    shelf = place(window, "Hylly 3")
    laptop = make_device(shop, serial="PF2ABC12")
    make_medium(shop, laptop)
    put(window, shelf, laptop)
    shop.desk.do(shop.worker, OpenCount(shelf.code))
    shop.desk.do(shop.worker, CloseCount(shelf.code, missing=1))
    enter(window, maker=False)
    window.shell.panel.show_queue(Queue.MISSING.value)  # type: ignore[union-attr]  # it was just opened
    says(window, "It holds data. Tell now.")
    window.press(Qt.Key.Key_F8)
    assert panel(window).questions.form is None
    window.press(Qt.Key.Key_F5)
    fill(window, told="tietosuojavastaava")
    window.press(Qt.Key.Key_F10)
    says(window, "Two supervisors close it: found or lost.")
    window.press(Qt.Key.Key_F7)
    window.scan(laptop.code)
    says(window, "That is no place.")
    window.scan(shelf.code)
    fill(window, note="oli laatikossa")
    window.press(Qt.Key.Key_F10)
    window.bot.waitUntil(lambda: window.desk.confirming.second_card is not None)
    window.scan(shop.other.person)
    card = window.desk.confirming.second_card
    assert card is not None
    window.bot.waitUntil(card.pad.isVisible)
    window.scan(PIN)
    says(window, "Nothing is missing.")
    window.settle()
    assert "was found" in window.notice
    with shop.desk.database.reading() as work:
        (row,) = work.incidents.of_device(laptop.id)
    assert {row.closed_by, row.second_by} == {shop.first.person, shop.other.person}


def test_one_gives_up_what_holds_no_data(window: Window) -> None:
    shop = window.workshop
    shelf = place(window, "Hylly 3")
    put(window, shelf, shelved(shop))
    shop.desk.do(shop.worker, OpenCount(shelf.code))
    shop.desk.do(shop.worker, CloseCount(shelf.code, missing=1))
    enter(window, maker=False)
    window.press(Qt.Key.Key_F6)
    says(window, "It holds no data.")
    window.press(Qt.Key.Key_F8)
    fill(window, note="ei löytynyt")
    window.press(Qt.Key.Key_F10)
    says(window, "Given up as lost.")
    window.settle()


@pytest.mark.parametrize("language", ["fi", "en"])
def test_pictures(window: Window, language: str) -> None:
    shop = window.workshop
    shelf, other = place(window, "Hylly 3"), place(window, "Hylly 4")
    lot = make_lot(shop)
    devices = [
        make_device(shop, lot=lot, serial=f"PF2ABC{number}", model=f"ThinkPad T4{number}0")
        for number in range(9)
    ]
    put(window, shelf, *devices[:7])
    put(window, other, *devices[7:])
    window.speak(language)
    window.maker()
    window.shell.open("stocktake")
    window.settle()
    scans = (
        ("found", (shelf.code, *(device.code for device in devices[:4]))),
        ("elsewhere", (devices[7].code,)),
        ("unknown", ("ZZ999",)),
    )
    for name, texts in scans:
        for text in texts:
            window.scan(text)
        window.settle()
        for size in screens.SIZES:
            assert screens.save(window.shell, f"stocktake-{name}-{language}", size).exists()
    window.press(Qt.Key.Key_F10)
    for size in screens.SIZES:
        assert screens.save(window.shell, f"stocktake-end-{language}", size).exists()
    window.press(Qt.Key.Key_F9)
    window.press(Qt.Key.Key_F2)
    window.settle()
    for size in screens.SIZES:
        assert screens.save(window.shell, f"stocktake-begin-{language}", size).exists()
    walk.check(window.shell)
    cut.check(window.shell)


@pytest.mark.parametrize("language", ["fi", "en"])
def test_missing_pictures(window: Window, language: str) -> None:
    shop = window.workshop
    shelf, other = place(window, "Hylly 3"), place(window, "Hylly 4")
    laptops = [make_device(shop, serial=f"PF2ABC{number}") for number in range(3)]
    for laptop in laptops:
        make_medium(shop, laptop)
    put(window, shelf, *laptops, shelved(shop))
    shop.desk.do(shop.worker, OpenCount(shelf.code))
    shop.desk.do(shop.worker, CloseCount(shelf.code, missing=4))
    shop.clock.tick(hours=2)
    shop.desk.do(shop.first, TellMissing(laptops[1].code, "tietosuojavastaava"))
    shop.desk.do(shop.worker, OpenCount(other.code))
    shop.desk.do(shop.worker, ScanInCount(other.code, laptops[2].code))
    window.speak(language)
    window.supervisor()
    window.shell.open("stocktake")
    window.settle()
    for size in screens.SIZES:
        assert screens.save(window.shell, f"stocktake-start-{language}", size).exists()
    window.press(Qt.Key.Key_F6)
    for name, code in (("untold", laptops[0].code), ("told", laptops[1].code)):
        window.scan(code)
        window.settle()
        for size in screens.SIZES:
            assert screens.save(window.shell, f"missing-{name}-{language}", size).exists()
    window.press(Qt.Key.Key_F7)
    for size in screens.SIZES:
        assert screens.save(window.shell, f"missing-found-{language}", size).exists()
    window.press(Qt.Key.Key_F9)
    walk.check(window.shell)
    cut.check(window.shell)
