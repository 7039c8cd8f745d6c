"""Taking apart at the real window, by scans and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from apart import begun, box, decide, scaled, to_take_apart
from factories import make_device, make_medium
from serkut_desk.domain.dismantling import StepResult
from serkut_desk.domain.queues import Queue
from serkut_desk.domain.stops import StopKind
from serkut_desk.stations.devices.commands import RaiseStop
from serkut_desk.stations.dismantling.commands import (
    DoStep,
    FinishDismantling,
    PutFraction,
    StartDismantling,
    TakeMedium,
    TakePart,
)
from serkut_desk.stations.parts.commands import WantPart
from serkut_desk.ui.forms import ChoiceField, TextField
from serkut_desk.ui.stations.dismantling.panel import DismantlingPanel
from ui import cut, screens, walk

if TYPE_CHECKING:
    from kit import Workshop
    from serkut_desk.domain.devices import Device
    from ui.window_kit import Window


def panel(window: Window) -> DismantlingPanel:
    found = window.shell.panel
    assert isinstance(found, DismantlingPanel)
    return found


def words(window: Window) -> str:
    shown = window.shell.findChildren(QLabel)
    return " | ".join(one.text() for one in shown if one.isVisible() and one.text())


def says(window: Window, *texts: str) -> None:
    def said() -> bool:
        shown = words(window).replace("\u00a0", " ")
        return all(text in shown for text in texts)

    window.bot.waitUntil(said)


def enter(window: Window, *, maker: bool = True, language: str = "en") -> None:
    window.speak(language)
    if maker:
        window.maker()
    else:
        window.supervisor()
        # An open stop asks a supervisor first how it ended.
        window.press(Qt.Key.Key_F9)
    window.shell.open("dismantling")
    window.settle()


def weigh(window: Window, grams: int) -> None:
    """Type a weight as a person does who has no scale: anywhere, and Enter."""
    window.scan(str(grams))


def fill(window: Window, **values: str) -> None:
    form = panel(window).questions.form
    assert form is not None
    for name, value in values.items():
        field = form.fields[name]
        if isinstance(field, ChoiceField):
            field.choose(value)
        else:
            assert isinstance(field, TextField)
            field.set_text(value)


def do(workshop: Workshop, *commands: object) -> None:
    for command in commands:
        workshop.desk.do(workshop.first, command)  # type: ignore[arg-type]  # any command of the station


@pytest.fixture
def desktop(window: Window) -> Device:
    made = to_take_apart(window.workshop, manufacturer="Dell", model="OptiPlex 7050", serial="D1")
    make_medium(window.workshop, made, serial="W9A1")
    return made


def test_who_may_take_the_battery_out_reads_when_it_is_weighed(
    window: Window, desktop: Device
) -> None:
    enter(window, maker=False)
    window.scan(desktop.code)
    says(window, "Weigh the whole device.")
    weigh(window, 8430)
    window.press(Qt.Key.Key_F10)
    says(window, "Switch it off")
    window.press(Qt.Key.Key_F10)
    says(window, "Take the button cell off the board.", "When it is out: F10.")


def test_a_desktop_to_grams_by_scans_and_keys(window: Window, desktop: Device) -> None:
    iron, cells = box(window.workshop, "ferrous"), box(window.workshop, "battery_coin_lithium")
    enter(window)
    says(window, "Scan the device's label", "1 device waits to be taken apart.")
    window.scan(desktop.code)
    says(window, "Weigh the whole device.", "Put it on the scale, then F10.")
    # Nothing is begun without a weight.
    window.press(Qt.Key.Key_F10)
    says(window, "Type the weight in grams.")
    weigh(window, 8430)
    window.press(Qt.Key.Key_F10)
    says(window, "Switch it off and pull out the power cable.", "8 430 g")
    window.press(Qt.Key.Key_F10)
    says(window, "Take the button cell off the board.", "Ask somebody who has the permission.")
    # A maker without the permission gets no further with F10.
    window.press(Qt.Key.Key_F10)
    window.settle()
    assert panel(window).sheet is not None
    assert panel(window).sheet.next == "battery"  # type: ignore[union-attr]  # looked at above
    do(window.workshop, DoStep(desktop.code, "battery"))
    window.scan(desktop.code)
    says(window, "Open the side and take out the disks.", "Inside: W9A1")
    weigh(window, 3)
    window.scan(cells)
    says(window, "Coin cells, lithium", "Open the side")
    weigh(window, 610)
    window.scan("W9A1")
    says(window, "The disk goes to its own wiping", "All of them are out.", "610 g")
    window.press(Qt.Key.Key_F10)
    says(window, "Take out the power supply in one piece.")
    window.press(Qt.Key.Key_F8)
    says(window, "Keep the parts that somebody waits for.")
    window.press(Qt.Key.Key_F10)
    says(window, "Sort the rest and weigh it into containers.")
    # A container without a weight is no answer.
    window.scan(iron)
    says(window, "Type the weight in grams.")
    weigh(window, 7000)
    window.scan(iron)
    says(window, "7 613 g", "7 000 g")
    window.press(Qt.Key.Key_F9)
    says(window, "7 817 g")
    weigh(window, 7789)
    window.scan(iron)
    says(window, "28 g")
    window.press(Qt.Key.Key_F10)
    # 28 g is more than four weighings by key can be off: 5 + 5 + 5 + 5.
    says(window, "Something left on the table?", "missing", "28 g")
    window.press(Qt.Key.Key_F8)
    fill(window, reason="pölyä")
    window.press(Qt.Key.Key_F10)
    says(window, "The device is taken apart", "Scan the device's label")
    with window.workshop.desk.database.reading() as work:
        (order,) = work.dismantlings.of_device(desktop.id)
    assert (order.state, order.remainder_g, order.reason) == ("closed", 28, "pölyä")


def test_a_code_scanned_into_the_weight_is_taken_for_a_code(
    window: Window, desktop: Device
) -> None:
    iron = box(window.workshop, "battery_coin_lithium")
    begun(window.workshop, desktop)
    enter(window)
    window.scan(desktop.code)
    says(window, "Open the side")
    field = panel(window).work.weight.field
    field.edit.setText(f"12{iron}")
    field.edited.emit(field.text)
    says(window, "12 g", "Coin cells, lithium")
    assert field.text == ""


def test_a_wanted_part_is_kept_and_put_back(window: Window, desktop: Device) -> None:
    want = WantPart("memory", manufacturer="Dell", model="OptiPlex 7050", specification="8 GB")
    window.workshop.desk.do(window.workshop.worker, want)
    begun(window.workshop, desktop)
    do(window.workshop, TakeMedium(desktop.code, weight=scaled(600)))
    do(window.workshop, DoStep(desktop.code, "media"))
    do(window.workshop, DoStep(desktop.code, "power_supply", StepResult.NONE))
    enter(window)
    window.scan(desktop.code)
    says(window, "Parts that are wanted: 1. Press F6.")
    weigh(window, 20)
    window.press(Qt.Key.Key_F6)
    card = panel(window).questions.pick
    assert card is not None
    window.press(Qt.Key.Key_F2)
    form = panel(window).questions.form
    assert form is not None
    assert form.values["type"] == "memory"
    fill(window, specification="8 GB DDR4", place="Laari 7")
    window.press(Qt.Key.Key_F10)
    says(window, "Memory", "20 g", "Nobody waits for a part now.")
    window.press(Qt.Key.Key_F9)
    says(window, "Parts that are wanted: 1. Press F6.")
    window.press(Qt.Key.Key_F7)
    window.press(Qt.Key.Key_F2)
    fill(window, reason="rikki")
    window.press(Qt.Key.Key_F10)
    says(window, "Nobody waits for a part now.")


def test_a_disk_that_nobody_knew_of(window: Window) -> None:
    device = to_take_apart(window.workshop, serial="D2")
    begun(window.workshop, device)
    enter(window)
    window.scan(device.code)
    says(window, "Found a disk? Weigh it, then F6.")
    weigh(window, 90)
    window.press(Qt.Key.Key_F6)
    fill(window, kind="ssd")
    window.scan("Z2B7")
    window.press(Qt.Key.Key_F10)
    says(window, "The disk goes to its own wiping", "All of them are out.")


def test_a_phone_with_a_swollen_battery(window: Window) -> None:
    phone = make_device(window.workshop, type="phone", manufacturer="Samsung", model="A52")
    decide(window.workshop, phone)
    fire = box(window.workshop, "battery_lithium_damaged")
    do(window.workshop, RaiseStop(StopKind.SWOLLEN_BATTERY, phone.code))
    enter(window)
    window.scan(phone.code)
    says(window, "Wait. Do not touch the device.")
    window.scan(fire)
    window.settle()
    with window.workshop.desk.database.reading() as work:
        assert len(work.stops.of_device(phone.id)) == 1
    window.press(Qt.Key.Key_F12)
    enter(window, maker=False)
    window.scan(phone.code)
    says(window, "Take the battery out.", "Into the fire box, then scan the box.")
    window.scan(fire)
    # Nobody weighed it: why?
    says(window, "The battery was not weighed")
    fill(window, reason="savuaa")
    window.press(Qt.Key.Key_F10)
    says(window, "The battery is in its box", "Weigh the whole device.")
    weigh(window, 140)
    window.press(Qt.Key.Key_F10)
    says(window, "Switch the phone off.", "140 g")


def test_what_was_not_decided_is_not_begun(window: Window) -> None:
    device = make_device(window.workshop)
    enter(window)
    window.scan(device.code)
    says(window, "It was not decided to take the device apart.")
    assert panel(window).sheet is None


def test_cancelled_while_whole_and_parked_when_somebody_else_comes(
    window: Window, desktop: Device
) -> None:
    do(window.workshop, StartDismantling(desktop.code, scaled(8430)))
    enter(window, maker=False)
    panel(window).show_queue(Queue.DISMANTLE.value)
    says(window, "To be taken apart", "OptiPlex 7050")
    # Among what was taken apart there is nothing to open; what waits is not opened in its place.
    window.press(Qt.Key.Key_F6)
    assert "F10" not in {one.key for one in panel(window).function_keys()}
    window.press(Qt.Key.Key_F10)
    assert panel(window).sheet is None
    window.press(Qt.Key.Key_F6)
    window.press(Qt.Key.Key_F10)
    says(window, "Switch it off")
    assert panel(window).half_done
    assert panel(window).park()["device"] == desktop.code
    window.press(Qt.Key.Key_F3)
    fill(window, reason="tarvitaan korjaukseen")
    window.press(Qt.Key.Key_F10)
    says(window, "The work was cancelled")
    window.press(Qt.Key.Key_F6)
    says(window, "Taken apart", "Nothing here.")


def full(workshop: Workshop) -> tuple[Device, Device, Device]:
    """A bench in the middle of a day: one at its sorting, one stopped, one whole."""
    desktop = to_take_apart(workshop, manufacturer="Dell", model="OptiPlex 7050")
    make_medium(workshop, desktop, serial="W9A1")
    phone = make_device(workshop, type="phone", manufacturer="Samsung", model="Galaxy A52")
    decide(workshop, phone)
    do(workshop, RaiseStop(StopKind.SWOLLEN_BATTERY, phone.code))
    laptop = to_take_apart(
        workshop, type="laptop", manufacturer="Lenovo", model="ThinkPad T480", harvest=True
    )
    workshop.desk.do(workshop.worker, WantPart("screen", "Lenovo", "ThinkPad T480", "14 FHD"))
    past = to_take_apart(workshop, type="monitor", manufacturer="HP", model="E243")
    do(workshop, StartDismantling(past.code, scaled(5010)), DoStep(past.code, "power_off"))
    for step in ("power_supply", "lamp", "parts"):
        do(workshop, DoStep(past.code, step, StepResult.NONE))
    panel_box = box(workshop, "displays")
    do(workshop, PutFraction(past.code, panel_box, scaled(5006)), DoStep(past.code, "fractions"))
    do(workshop, FinishDismantling(past.code))
    begun(workshop, desktop)
    do(workshop, TakeMedium(desktop.code, weight=scaled(612)), DoStep(desktop.code, "media"))
    do(workshop, TakePart(desktop.code, "memory", weight=scaled(21), specification="8 GB DDR4"))
    do(workshop, PutFraction(desktop.code, box(workshop, "battery_coin_lithium"), scaled(3)))
    do(workshop, PutFraction(desktop.code, box(workshop, "power_supplies"), scaled(1214)))
    for step in ("power_supply", "parts"):
        do(workshop, DoStep(desktop.code, step))
    do(workshop, PutFraction(desktop.code, box(workshop, "ferrous"), scaled(4870)))
    do(workshop, PutFraction(desktop.code, box(workshop, "circuit_boards"), scaled(1020)))
    return desktop, phone, laptop


def save(window: Window, name: str, language: str) -> None:
    window.settle()
    for size in screens.SIZES:
        assert screens.save(window.shell, f"dismantling-{name}-{language}", size).exists()
    window.shell.resize(*screens.SIZES[0])
    cut.check(window.shell)
    walk.check(window.shell)


@pytest.mark.parametrize("who", ["maker", "supervisor"])
def test_pictures(window: Window, who: str) -> None:
    language = "fi"
    desktop, phone, laptop = full(window.workshop)
    enter(window, maker=who == "maker", language=language)
    save(window, f"{who}-start", language)
    if who == "supervisor":
        window.press(Qt.Key.Key_F6)
        save(window, f"{who}-past", language)
    window.scan(laptop.code)
    window.settle()
    save(window, f"{who}-weigh", language)
    window.scan("2410")
    window.press(Qt.Key.Key_F10)
    window.settle()
    window.press(Qt.Key.Key_F10)
    save(window, f"{who}-battery", language)
    window.scan(phone.code)
    save(window, f"{who}-hazard", language)
    window.scan(desktop.code)
    save(window, f"{who}-sorting", language)
    window.press(Qt.Key.Key_F10)
    save(window, f"{who}-missing", language)
    plastics = box(window.workshop, "plastics")
    window.scan("680")
    window.scan(plastics)
    save(window, f"{who}-finish", language)
