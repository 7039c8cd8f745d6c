"""Installing at the real window, by scanner keys."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from serkut_desk.domain.queues import Queue
from serkut_desk.stations.devices.commands import MakePlace
from serkut_desk.stations.installation import queries
from serkut_desk.stations.installation.commands import BenchAdd, BenchChoose, PreferImage
from serkut_desk.ui.forms import ChoiceField, TextField
from serkut_desk.ui.stations.installation.panel import InstallationPanel, Mode
from stations.certificates.counter import new_seal
from stations.installation.bench_hands import MINT, BenchHands
from ui import cut, screens, walk

if TYPE_CHECKING:
    from pathlib import Path

    from serkut_desk.domain.devices import Device
    from ui.window_kit import Window

KEY = "VK7JG-NPHTM-C97JM-9MPGT-3V66T"


@pytest.fixture
def hands(window: Window, tmp_path: Path) -> BenchHands:
    folder = tmp_path / "stick"
    folder.mkdir()
    made = BenchHands(window.workshop, folder, seal=new_seal(window.workshop))
    made.image()
    return made


def panel(window: Window) -> InstallationPanel:
    found = window.shell.panel
    assert isinstance(found, InstallationPanel)
    return found


def words(window: Window) -> str:
    shown = window.shell.findChildren(QLabel)
    return " | ".join(one.text() for one in shown if one.isVisible() and one.text())


def says(window: Window, *texts: str) -> None:
    window.bot.waitUntil(lambda: all(text in words(window) for text in texts))


def enter(window: Window, *, maker: bool = True, language: str = "en") -> None:
    window.speak(language)
    if maker:
        window.maker()
    else:
        window.supervisor()
    window.shell.open("installation")
    window.settle()


def scan(window: Window, *devices: Device) -> None:
    for device in devices:
        window.scan(device.code)
    window.settle()


def press(window: Window, *keys: Qt.Key) -> None:
    for key in keys:
        window.press(key)
    window.settle()


K = Qt.Key


def test_six_machines_are_installed_with_the_scanner_and_f_keys(
    window: Window, hands: BenchHands
) -> None:
    hands.do(PreferImage("Lenovo", "ThinkPad T480", MINT.image), hands.boss)
    devices = [hands.laptop(number) for number in range(1, 7)]
    enter(window)
    says(window, "Scan the machines", "The first machine brings the image of its model.")
    scan(window, *devices)
    # The first one brought what its model prefers.
    says(window, "Mint työpöytä", "6", "not tested")
    # A machine that is here already is tested: the sound has a fault, the rest is well.
    scan(window, devices[4])
    assert panel(window).mode is Mode.TEST
    says(window, "It starts the installed system", "1 / 10")
    press(window, K.Key_F2, K.Key_F2, K.Key_F2)
    says(window, "Sound is heard", "4 / 10")
    # Letters, digits and Enter answer nothing.
    press(window, K.Key_Return)
    window.press(K.Key_F3)
    window.press(K.Key_F10)
    window.settle()
    says(window, "1 fault")
    # Another machine lacks its camera: one test is passed over, then all others are well.
    scan(window, devices[5])
    press(window, *[K.Key_F2] * 7)
    says(window, "The camera has a picture", "8 / 10")
    press(window, K.Key_F6, K.Key_F10)
    says(window, "all well")
    press(window, K.Key_F10)
    says(window, "All tests well: 5 machines", "the test failed: Sound is heard")
    press(window, K.Key_F10)
    window.bot.waitUntil(lambda: "6 installations saved" in window.notice)
    assert "A test failed" in window.notice
    held = [hands.held(device) for device in devices]
    assert [one.passed for one in held if one] == [True, True, True, True, False, True]
    assert [one.tests["camera"] for one in held if one][5] == "not_fitted"
    assert {one.seq for one in held if one} == {held[0].seq if held[0] else 0}
    assert hands.bench.machines == ()
    # F9 takes the whole record back.
    press(window, K.Key_F9)
    window.bot.waitUntil(lambda: "Undone" in window.notice)
    assert [hands.held(device) for device in devices] == [None] * 6


def test_an_answer_right_before_f10_is_never_lost(window: Window, hands: BenchHands) -> None:
    device = hands.laptop()
    hands.do(BenchAdd(device.code))
    hands.do(BenchChoose(MINT))
    enter(window)
    scan(window, device)
    window.press(K.Key_F3)
    window.press(K.Key_F9)
    window.press(K.Key_F10)
    window.settle()
    says(window, "the test failed: It starts the installed system")
    press(window, K.Key_F10)
    held = hands.held(device)
    assert held is not None
    assert (held.tests["starts"], held.tests["sound"], held.passed) == ("fail", "pass", False)


def test_the_bench_is_kept_for_whoever_comes(window: Window, hands: BenchHands) -> None:
    one, other = hands.laptop(1), hands.laptop(2)
    enter(window)
    scan(window, one, other)
    scan(window, other)
    press(window, K.Key_F3)
    window.press(K.Key_F12)
    enter(window, maker=False)
    says(window, "1 fault", "2")
    # And the one who left comes back to the machine that was being tested.
    window.press(K.Key_F12)
    enter(window)
    assert panel(window).mode is Mode.TEST
    press(window, K.Key_F8)
    assert [machine.code for machine in hands.bench.machines] == [one.code]


def test_what_may_not_come_to_the_bench(window: Window, hands: BenchHands) -> None:
    hands.device("PF9ZZZ99")
    monitor = hands.monitor()
    enter(window)
    window.scan("PF9ZZZ99")
    window.settle()
    assert hands.bench.machines == ()
    assert window.notice
    window.scan(monitor.code)
    window.bot.waitUntil(lambda: "No operating system is installed" in window.notice)
    window.scan(KEY)
    window.bot.waitUntil(lambda: "licence key" in window.notice)
    assert KEY not in words(window)
    window.settle()
    # Without an image nothing is saved.
    scan(window, hands.laptop())
    says(window, "No image chosen", "Choose it: F7.")
    press(window, K.Key_F10)
    window.bot.waitUntil(lambda: "Choose the image first" in window.notice)


def test_the_image_is_chosen_for_all_or_for_one(window: Window, hands: BenchHands) -> None:
    hands.image("Kevyt", "22.1", "cd" * 32)
    hands.do(PreferImage("Lenovo", "ThinkPad T480", MINT.image), hands.boss)
    devices = [hands.laptop(number) for number in (1, 2)]
    enter(window)
    scan(window, *devices)
    press(window, K.Key_F7)
    says(window, "What is installed?", "Kevyt", "For the whole bench")
    press(window, K.Key_F2)
    says(window, "Linux Mint 22.1 Cinnamon", "Usually: Mint työpöytä")
    scan(window, devices[1])
    press(window, K.Key_F7, K.Key_F3, K.Key_F9)
    says(window, "Gets: Mint työpöytä")
    # Another system, without an image of ours.
    press(window, K.Key_F7, K.Key_F5)
    form = panel(window).questions.form
    assert form is not None
    system, version = form.fields["system"], form.fields["version"]
    assert isinstance(system, ChoiceField)
    assert isinstance(version, TextField)
    system.choose("ChromeOS Flex")
    version.set_text(KEY)
    press(window, K.Key_F10)
    assert "licence key" in form.said
    version.set_text("138")
    press(window, K.Key_F10)
    says(window, "ChromeOS Flex 138")


def test_supervisors_add_retire_and_prefer_images(
    window: Window, hands: BenchHands, tmp_path: Path
) -> None:
    enter(window)
    assert "F6" not in [action.key for action in panel(window).function_keys()]
    window.press(K.Key_F12)
    enter(window, maker=False)
    press(window, K.Key_F6)
    says(window, "Disk images", "Mint työpöytä", "22.2 Cinnamon", "abababab")
    file = tmp_path / "debian-13.iso"
    file.write_bytes(b"debian" * 100_000)
    questions = panel(window).questions
    questions.read_file(str(file))
    window.bot.waitUntil(lambda: questions.form is not None)
    form = questions.form
    assert form is not None
    for name, value in (("name", "Debian"), ("version", "13")):
        field = form.fields[name]
        assert isinstance(field, TextField)
        field.set_text(value)
    field = form.fields["system"]
    assert isinstance(field, ChoiceField)
    field.choose("Debian")
    press(window, K.Key_F10)
    window.settle()
    images = queries.images(window.workshop.desk, hands.boss).images
    digest = hashlib.sha256(b"debian" * 100_000).hexdigest()
    assert {one.sha256 for one in images} == {digest, "ab" * 32}
    panel(window)._picked("Debian")
    press(window, K.Key_F5)
    form = questions.form
    assert form is not None
    field = form.fields["model"]
    assert isinstance(field, TextField)
    field.set_text("OptiPlex 7050")
    press(window, K.Key_F10)
    says(window, "OptiPlex 7050")
    press(window, K.Key_F8)
    press(window, K.Key_F10)
    assert queries.images(window.workshop.desk, hands.boss).preferences
    press(window, K.Key_F8)
    says(window, "Retired")
    press(window, K.Key_F9)
    assert panel(window).mode is Mode.BENCH


def test_a_file_that_is_being_read_can_be_left(
    window: Window, hands: BenchHands, tmp_path: Path
) -> None:
    del hands
    file = tmp_path / "iso.iso"
    file.write_bytes(b"x" * 9_000_000)
    enter(window, maker=False)
    press(window, K.Key_F6)
    questions = panel(window).questions
    questions.read_file(str(file))
    says(window, "Reading the file", "iso.iso")
    window.press(K.Key_F9)
    window.settle()
    assert "Reading the file" not in words(window)
    assert questions.form is None
    questions.read_file(str(tmp_path / "ei.iso"))
    window.bot.waitUntil(lambda: "can not be read" in window.notice)


def test_what_was_just_installed_goes_to_the_shelf_that_is_scanned(
    window: Window, hands: BenchHands
) -> None:
    hands.do(BenchChoose(MINT))
    shelf = hands.do(MakePlace("Hylly 2"), hands.boss).code
    well, ill = hands.laptop(1), hands.laptop(2)
    enter(window)
    scan(window, well, ill)
    scan(window, ill)
    press(window, K.Key_F3, K.Key_F10)
    press(window, K.Key_F10)
    press(window, K.Key_F10)
    window.bot.waitUntil(lambda: "2 installations saved" in window.notice)
    window.scan(shelf)
    window.bot.waitUntil(lambda: window.notice == "Hylly 2 1 machine")
    with window.workshop.desk.database.reading() as work:
        places = [work.devices.by_id(one.id).place_id for one in (well, ill)]
        found = work.places.find(shelf)
    assert found is not None
    assert places[0] == found.id != places[1]


def test_the_queue_opens_the_bench(window: Window, hands: BenchHands) -> None:
    device = hands.laptop()
    enter(window)
    window.shell.open("home")
    window.settle()
    panel_before = window.shell.panel
    assert panel_before is not None
    panel_before.queue_wanted.emit("installation", Queue.INSTALL.value)
    window.settle()
    assert panel(window).mode is Mode.BENCH
    says(window, "Wait for a system", "This is how")
    assert [line.device for line in queries.waiting(window.workshop.desk, hands.worker)] == [
        device.code
    ]


@pytest.mark.parametrize("maker", [True, False])
def test_pictures_of_every_face(window: Window, hands: BenchHands, maker: bool) -> None:  # noqa: FBT001 - pytest passes it by name
    hands.image("Mint kevyt", "22.1", "cd" * 32)
    hands.do(PreferImage("Lenovo", "ThinkPad T480", MINT.image), hands.boss)
    devices = [hands.laptop(number) for number in range(1, 9)]
    enter(window, maker=maker, language="fi")
    who = "maker" if maker else "supervisor"

    def look(name: str) -> None:
        for size in screens.SIZES:
            assert screens.save(window.shell, f"installation-{name}-{who}", size).exists()
            cut.check(window.shell)
        walk.check(window.shell)

    look("empty")
    scan(window, *devices[:6])
    scan(window, devices[4])
    press(window, K.Key_F2, K.Key_F2, K.Key_F2)
    look("test")
    press(window, K.Key_F3, K.Key_F9)
    scan(window, devices[5])
    press(window, K.Key_F10)
    look("bench")
    press(window, K.Key_F10)
    look("save")
    press(window, K.Key_F9, K.Key_F7)
    look("choose")
    press(window, K.Key_F9)
    if not maker:
        press(window, K.Key_F6)
        look("images")
        press(window, K.Key_F3)
        look("add")
        press(window, K.Key_F9)
