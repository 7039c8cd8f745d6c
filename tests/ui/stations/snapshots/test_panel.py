"""Machines' lists at the real window, by keys and scans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from factories import make_device, make_medium
from serkut_desk.domain.media import KindSource, MediumKind
from serkut_desk.domain.queues import Queue
from serkut_desk.stations.devices import queries as devices
from serkut_desk.stations.snapshots import queries
from serkut_desk.texts import Texts
from serkut_desk.ui import device_words
from serkut_desk.ui.stations.snapshots.panel import SnapshotsPanel
from stations.snapshots.machines import Drive, Machine
from ui import screens

if TYPE_CHECKING:
    from pathlib import Path

    from serkut_desk.domain.devices import Device
    from ui.window_kit import Window


def panel(window: Window) -> SnapshotsPanel:
    found = window.shell.panel
    assert isinstance(found, SnapshotsPanel)
    return found


def words(window: Window) -> str:
    shown = window.shell.findChildren(QLabel)
    return " | ".join(one.text() for one in shown if one.isVisible() and one.text())


def says(window: Window, *texts: str) -> None:
    window.bot.waitUntil(lambda: all(text in words(window) for text in texts))


def enter(window: Window, *, language: str = "en") -> None:
    window.shell.frame.language_chosen.emit(language)
    window.shell.open("snapshots")
    window.settle()


def bring(window: Window, folder: Path, *machines: Machine | bytes) -> None:
    """Put a stick in and let it be read."""
    folder.mkdir(exist_ok=True)
    for number, machine in enumerate(machines):
        data = machine if isinstance(machine, bytes) else machine.data()
        (folder / f"machine-{number}.json").write_bytes(data)
    window.press(Qt.Key.Key_F5)
    card = panel(window).card
    assert card is not None
    card.take((folder,))
    window.settle()
    window.bot.waitUntil(lambda: "F10" in {one.key for one in card.function_keys()})


def left(window: Window) -> list[int]:
    desk, who = window.workshop.desk, window.workshop.worker
    return [one.number for one in queries.listed(desk, who)]


def test_a_maker_brings_a_stick_and_takes_over_what_is_new(window: Window, tmp_path: Path) -> None:
    shop = window.workshop
    device = make_device(shop, serial="PF1ABC23", model="")
    other = make_device(shop, serial="PF000077", model="ThinkPad X1")
    disk = make_medium(shop, other, serial="S77", kind=MediumKind.SSD, source=KindSource.PERSON)
    window.maker()
    enter(window)
    says(window, "Put in the stick from the machine")
    # A stick with one machine of ours, one that differs, one unknown, and a letter.
    bring(
        window,
        tmp_path / "stick",
        Machine(),
        Machine(serial="PF000077", uuid="", board="", drives=(Drive("S77", rotation=7200),)),
        Machine(serial="PF999999", uuid="", board="", drives=(Drive("S99"),)),
        b"hello",
    )
    says(window, "3 machines came in", "1 file could not be read", "1 disk that nobody declared")
    window.press(Qt.Key.Key_F10)
    says(window, "This machine is not in the house")
    assert len(left(window)) == 3
    # The device's label opens its machine.
    window.scan(device.code)
    says(window, "1 disk that nobody declared. The device waits until that is accepted.")
    says(window, "ThinkPad T480", "The same: Kind, Maker, Serial number")
    # Letters, digits and Enter answer nothing.
    window.press(Qt.Key.Key_1)
    window.press(Qt.Key.Key_Return)
    window.settle()
    assert panel(window)._page.chosen == ()
    # One row by its key, then what is chosen by F10.
    window.press(Qt.Key.Key_F3)
    assert panel(window)._page.chosen == ("model",)
    window.press(Qt.Key.Key_F3)
    assert panel(window)._page.chosen == ()
    window.press(Qt.Key.Key_F10)
    window.settle()
    window.bot.waitUntil(lambda: "1 disk is inside" in window.notice)
    with shop.desk.database.reading() as work:
        now = work.devices.by_id(device.id)
        (medium,) = work.media.of_device(device.id)
    assert (now.model, now.state, medium.proposed) == ("ThinkPad T480", "waiting_wipe", False)
    window.settle()
    assert len(left(window)) == 2
    # Too quick: F9 takes it back, and F10 takes it over once more.
    window.press(Qt.Key.Key_F9)
    window.bot.waitUntil(lambda: "Undone" in window.notice)
    window.settle()
    assert len(left(window)) == 3
    window.scan(device.code)
    says(window, "The device waits until that is accepted.")
    window.press(Qt.Key.Key_F10)
    window.bot.waitUntil(lambda: "1 disk is inside" in window.notice)
    window.settle()
    _see_it_again(window, tmp_path / "again")
    # What the machine told stands on the device's page.
    shown = devices.card(shop.desk, shop.worker, device.code)
    told = {fact.name: fact.value for fact in device_words.facts(shown, Texts("en"))}
    assert (told["Processor"], told["Memory"]) == ("Intel Core i5-8250U", "8 GB (8 DDR4)")
    _leave_the_rest(window, other, disk.id)


def _see_it_again(window: Window, folder: Path) -> None:
    """Bring the same machine once more: nothing is left to choose, somebody has seen it."""
    bring(window, folder, Machine(at="2026-11-22 08:00:00.000000"))
    window.press(Qt.Key.Key_F10)
    says(window, "The machine and the record say the same.")
    window.press(Qt.Key.Key_F10)
    window.bot.waitUntil(lambda: "stays as it is recorded" in window.notice)
    window.settle()
    assert len(left(window)) == 2


def _leave_the_rest(window: Window, other: Device, disk: int) -> None:
    """Take what a maker may: what somebody wrote is for a supervisor and cannot be ticked."""
    window.scan(other.code)
    says(window, "ThinkPad X1")
    page = panel(window)._page
    locked = {row.line.key for row in page.rows if row.line.locked}
    assert locked == {"model", f"kind:{disk}"}
    assert not locked & set(page.choosable)
    window.press(Qt.Key.Key_F10)
    window.settle()
    window.bot.waitUntil(lambda: "A supervisor chooses the rest" in window.notice)
    assert len(left(window)) == 2


def test_a_supervisor_says_which_device_it_is(window: Window, tmp_path: Path) -> None:
    shop = window.workshop
    device = make_device(shop, serial="")
    second = make_device(shop, serial="PF1ABC23", manufacturer="HP")
    window.supervisor()
    enter(window)
    bring(
        window,
        tmp_path / "stick",
        Machine(),
        Machine(serial="PF5", uuid="", board="", drives=(Drive("S5"),)),
    )
    window.press(Qt.Key.Key_F10)
    says(window, "This machine is not in the house")
    # Nothing names it: why is it this one?
    window.scan(device.code)
    says(window, "The machine's numbers do not name this device for sure.")
    window.press(Qt.Key.Key_F2)
    window.settle()
    says(window, "This is SD")
    with shop.desk.database.reading() as work:
        (kept,) = work.snapshots.of_device(device.id)
        lines = {
            one.queue: one.count
            for one in work.home.queues(shop.clock.now(), near_days=1, near_percent=1)
        }
    assert lines[Queue.SNAPSHOTS] == 2
    # Its serial number is on another maker's machine: a key chooses it, with why.
    page = panel(window)
    page._keep = next(str(one) for one in left(window) if one != kept.id)
    page.shown()
    says(window, "Which device is this?", "same serial number, but another maker")
    window.press(Qt.Key.Key_F2)
    says(window, "Why is this SD")
    window.press(Qt.Key.Key_F3)
    window.settle()
    with shop.desk.database.reading() as work:
        assert len(work.snapshots.of_device(second.id)) == 1


def test_pictures(window: Window, tmp_path: Path) -> None:
    shop = window.workshop
    device = make_device(shop, serial="PF1ABC23", model="ThinkPad T470")
    make_medium(shop, device, serial="WD-WX61AA81XXQA", kind=MediumKind.HDD)
    make_device(shop, serial="PF2DEF45", manufacturer="HP")
    window.maker()
    enter(window, language="fi")
    screens.save(window.shell, "snapshots-empty-fi", screens.SIZES[0])
    bring(
        window,
        tmp_path / "stick",
        Machine(serial="PF7XYZ11", uuid="", board="", drives=(Drive("S99"),)),
        Machine(serial="PF2DEF45", uuid="", board="", drives=(Drive("S98"),)),
        b"hello",
        Machine(maker="QEMU", model="Standard PC"),
        Machine(),
    )
    screens.save(window.shell, "snapshots-fate-fi", screens.SIZES[0])
    window.press(Qt.Key.Key_F10)
    window.scan(device.code)
    says(window, "Tämä on SD")
    for size in screens.SIZES:
        screens.save(window.shell, "snapshots-fi", size)
