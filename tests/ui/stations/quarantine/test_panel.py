"""Quarantine at the real window, by scanner keys."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from factories import make_device, make_lot, make_medium
from kit import PIN
from serkut_desk.domain.data_state import Lock
from serkut_desk.domain.quarantine import DonorAnswer, QuarantineStep
from serkut_desk.stations.devices.commands import MoveDevices
from serkut_desk.stations.quarantine import queries
from serkut_desk.stations.quarantine.commands import (
    RecordAnswer,
    ReportLock,
    ReportStolen,
    RequestRelease,
)
from serkut_desk.ui.forms import TextField
from serkut_desk.ui.stations.quarantine.panel import QuarantinePanel
from shelf import shelved
from ui import cut, screens, walk

if TYPE_CHECKING:
    from kit import Workshop
    from serkut_desk.domain.devices import Device
    from serkut_desk.stations.quarantine.queries import QueueLine
    from ui.window_kit import Window


def panel(window: Window) -> QuarantinePanel:
    found = window.shell.panel
    assert isinstance(found, QuarantinePanel)
    return found


def words(window: Window) -> str:
    shown = window.shell.findChildren(QLabel)
    return " | ".join(one.text() for one in shown if one.isVisible() and one.text())


def says(window: Window, *texts: str) -> None:
    window.bot.waitUntil(lambda: all(text in words(window) for text in texts))


def enter(window: Window, *, maker: bool = False) -> None:
    window.speak("en")
    if maker:
        window.maker()
    else:
        window.supervisor()
    window.shell.open("quarantine")
    window.settle()


def fill(window: Window, **values: str) -> None:
    form = panel(window).questions.form
    assert form is not None
    for name, value in values.items():
        field = form.fields[name]
        assert isinstance(field, TextField)
        field.set_text(value)


def line(window: Window, device: Device) -> QueueLine | None:
    lines = queries.queue(window.workshop.desk, window.workshop.worker)
    return next((one for one in lines if one.code == device.code), None)


def test_a_maker_locks_a_device_away_with_scanner_and_one_key(window: Window) -> None:
    device = make_device(window.workshop, serial="PF2ABC12")
    enter(window, maker=True)
    says(window, "Is the device locked? Scan its label")
    window.scan(device.code)
    says(window, "What is wrong?")
    # A second scan is no answer, nor is a letter or Enter.
    window.scan(device.code)
    says(window, "Answer first.")
    assert line(window, device) is None
    window.press(Qt.Key.Key_F3)
    says(window, "Stick on the new label.")
    found = line(window, device)
    assert found is not None
    assert [one.lock for one in found.reasons] == [Lock.MDM]
    window.settle()
    window.scan("pf2abc12")
    says(window, "It is in quarantine already")
    # No theft and no way out for makers.
    keys = [action.key for action in panel(window).function_keys()]
    assert keys == ["F4"]


def test_a_maker_changes_their_mind(window: Window) -> None:
    device = make_device(window.workshop)
    enter(window, maker=True)
    window.scan(device.code)
    says(window, "What is wrong?")
    window.press(Qt.Key.Key_F5)
    window.press(Qt.Key.Key_F9)
    window.settle()
    assert line(window, device) is None
    window.scan("ZZ99")
    says(window, "No device has this code")


def test_from_lock_to_freedom(window: Window) -> None:
    device = shelved(window.workshop)
    window.workshop.desk.do(window.workshop.worker, ReportLock(device.code, Lock.BIOS))
    enter(window)
    window.scan(device.code)
    says(window, "The donor was not asked yet.")
    window.press(Qt.Key.Key_F6)
    assert panel(window).questions.form is None
    window.press(Qt.Key.Key_F5)
    says(window, "Release request")
    window.press(Qt.Key.Key_F9)
    says(window, "The donor was asked:")
    window.press(Qt.Key.Key_F6)
    says(window, "What did the donor answer?")
    window.press(Qt.Key.Key_F2)
    fill(window, note="yksikön tuki")
    window.press(Qt.Key.Key_F10)
    says(window, "The donor released it. Afterwards it is tested again.")
    window.press(Qt.Key.Key_F7)
    window.press(Qt.Key.Key_F10)
    says(window, "is missing")
    fill(window, reason="salasana poistettu")
    window.press(Qt.Key.Key_F10)
    says(window, "Nothing is in quarantine.")
    assert "is out of quarantine" in window.notice
    with window.workshop.desk.database.reading() as work:
        assert work.devices.by_id(device.id).state == "waiting_grade"


def test_a_second_supervisor_is_asked_for_what_may_be_stolen(window: Window) -> None:
    shop = window.workshop
    device = make_device(shop, serial="PF2ABC12")
    enter(window)
    window.scan(device.code)
    says(window, "What is wrong?")
    window.press(Qt.Key.Key_F5)
    fill(window, reference="5500/R/1/26")
    window.press(Qt.Key.Key_F10)
    window.bot.waitUntil(lambda: line(window, device) is not None)
    window.settle()
    shop.desk.do(shop.first, RequestRelease(device.code))
    shop.desk.do(shop.first, RecordAnswer(device.code, DonorAnswer.RELEASED, "omistaja luopui"))
    panel(window).shown()
    says(window, "A second supervisor confirms.")
    window.press(Qt.Key.Key_F7)
    fill(window, reason="omistaja luopui")
    window.press(Qt.Key.Key_F10)
    window.bot.waitUntil(lambda: window.desk.confirming.second_card is not None)
    window.scan(shop.other.person)
    card = window.desk.confirming.second_card
    assert card is not None
    window.bot.waitUntil(card.pad.isVisible)
    window.scan(PIN)
    window.bot.waitUntil(lambda: line(window, device) is None)
    window.settle()


def test_taking_apart(window: Window) -> None:
    device = make_device(window.workshop)
    window.workshop.desk.do(window.workshop.worker, ReportLock(device.code, Lock.BIOS))
    enter(window)
    window.press(Qt.Key.Key_F8)
    says(window, "Its disks are wiped or destroyed all the same.")
    fill(window, reason="kukaan ei vastaa")
    window.press(Qt.Key.Key_F10)
    says(window, "Nothing is in quarantine.")
    window.settle()


def queue_of_a_month(workshop: Workshop) -> list[Device]:
    """Fill the queue with a device at each step."""
    lots = [make_lot(workshop, name) for name in ("Kasvatus ja koulutus", "Kirjastopalvelut")]
    made = []
    for number, lock in enumerate((Lock.BIOS, Lock.MDM, Lock.BIOS, Lock.MDM, Lock.BIOS)):
        phone = lock is Lock.MDM
        device = make_device(
            workshop,
            lot=lots[number % 2],
            type="phone" if phone else "laptop",
            manufacturer="Samsung" if phone else "Lenovo",
            model="Galaxy A52" if phone else "ThinkPad T480",
            serial=f"PF2ABC{number}",
        )
        make_medium(workshop, device)
        workshop.desk.do(workshop.worker, MoveDevices((device.code,), "Karanteenihylly"))
        workshop.desk.do(workshop.worker, ReportLock(device.code, lock, "kysyy salasanaa"))
        made.append(device)
        workshop.clock.tick(days=3)
    first = replace(workshop.first, pin_at=workshop.clock.now())
    workshop.desk.do(first, RequestRelease(made[0].code))
    workshop.clock.tick(days=2)
    workshop.desk.do(first, RecordAnswer(made[0].code, DonorAnswer.RELEASED, "tuki, sähköposti"))
    workshop.desk.do(first, RecordAnswer(made[2].code, DonorAnswer.REFUSED, "tuki, sähköposti"))
    workshop.desk.do(first, ReportStolen(made[3].code, "5500/R/1234/26"))
    return made


@pytest.mark.parametrize("language", ["fi", "en"])
def test_pictures(window: Window, language: str) -> None:
    made = queue_of_a_month(window.workshop)
    free = make_device(window.workshop, serial="PF9")
    window.speak(language)
    window.supervisor()
    window.shell.open("quarantine")
    window.settle()
    for name, scan in (("queue", made[0].code), ("stolen", made[3].code), ("ask", free.code)):
        window.scan(scan)
        window.settle()
        for size in screens.SIZES:
            assert screens.save(window.shell, f"quarantine-{name}-{language}", size).exists()
    window.press(Qt.Key.Key_F9)
    window.scan(made[0].code)
    window.settle()
    window.press(Qt.Key.Key_F6)
    for size in screens.SIZES:
        assert screens.save(window.shell, f"quarantine-answer-{language}", size).exists()
    cut.check(window.shell)
    window.press(Qt.Key.Key_F9)
    walk.check(window.shell)
    assert queries.queue(window.workshop.desk, window.workshop.worker)[0].step is (
        QuarantineStep.FREE
    )


@pytest.mark.parametrize("language", ["fi", "en"])
def test_maker_pictures(window: Window, language: str) -> None:
    device = make_device(window.workshop, serial="PF9")
    window.speak(language)
    window.maker()
    window.shell.open("quarantine")
    window.settle()
    for name, key in (("begin", None), ("ask", device.code), ("done", Qt.Key.Key_F2)):
        if isinstance(key, str):
            window.scan(key)
        elif key is not None:
            window.press(key)
        window.settle()
        for size in screens.SIZES:
            assert screens.save(window.shell, f"quarantine-maker-{name}-{language}", size).exists()
    walk.check(window.shell)
