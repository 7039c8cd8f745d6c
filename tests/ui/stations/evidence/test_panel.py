"""Evidence at the real window: a stick comes in, files stand where they belong, people decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit

from serkut_desk.stations.evidence import queries
from serkut_desk.ui.stations.evidence.panel import EvidencePanel
from serkut_desk.ui.stations.wiping.panel import WipingPanel
from stations.wiping.logs import Drive, later, log
from ui import screens
from ui.stations.wiping.station import shop_of

if TYPE_CHECKING:
    from pathlib import Path

    from stations.wiping.shop import Shop
    from ui.window_kit import Window

HOST = "PF2ABC12"
FAILED = Drive("Z1D4K9PM", model="ST1000LM035", status="-FAILED-", errors=12)


def panel(window: Window) -> EvidencePanel:
    found = window.shell.panel
    assert isinstance(found, EvidencePanel)
    return found


def words(window: Window) -> str:
    shown = window.shell.findChildren(QLabel)
    return " | ".join(one.text() for one in shown if one.isVisible() and one.text())


def says(window: Window, *texts: str) -> None:
    window.bot.waitUntil(lambda: all(text in words(window) for text in texts))


def stick(shop: Shop) -> None:
    """Put a bit of everything on the stick; its device has one declared disk of each."""
    device = shop.device(HOST, manufacturer="Lenovo", model="ThinkPad T480")
    for serial in ("WD-WX61AA81XXQA", "Z1D4K9PM", "WD-EDITED01"):
        shop.declare(device, serial)
    edited = log(FAILED.but(serial="WD-EDITED01"), host=HOST, begin=later(2))
    files = {
        "nwipe_log_20261123-060000.txt": log(Drive(), host=HOST),
        "nwipe_log_20261123-090000.txt": log(FAILED, host=HOST, begin=later(1)),
        "nwipe_log_20261123-100000.txt": edited,
        "nwipe_log_20261123-100000_kopio.txt": edited.replace(b"-FAILED-", b" Erased ").replace(
            b"         12 |", b"          0 |"
        ),
        "nwipe_log_20261123-120000.txt": log(
            Drive("S4EVNX0R", "sdb", "ATA-SSD", "SAMSUNG MZ7LN256"), host=HOST, begin=later(3)
        ),
        "nwipe_log_20261123-130000.txt": log(
            Drive("(S/N: unknown)", "sdc", "USB", "JMicron Generic"), begin=later(4)
        ),
        "tosite.pdf": b"%PDF-1.4\n",
        "muistio.txt": b"Soita huoltoon\n",
    }
    for name, data in files.items():
        (shop.folder / name).write_bytes(data)


def bring(window: Window, folder: Path, *, key: Qt.Key = Qt.Key.Key_F5) -> None:
    """Bring the stick in; the maker performed the wipes."""
    window.press(key)
    card = panel(window).card
    assert card is not None
    if key is Qt.Key.Key_F5:
        card.take((folder,))
    window.settle()
    window.scan(window.workshop.worker.person)
    window.settle()
    window.bot.waitUntil(lambda: "F10" in {one.key for one in card.function_keys()})


def enter(window: Window) -> None:
    window.shell.open("evidence")
    window.settle()


def keys(window: Window) -> set[str]:
    return {one.key for one in panel(window).function_keys()}


def pick(window: Window, name: str) -> None:
    """Open a file of any place."""
    found = queries.inbox(window.workshop.desk, window.workshop.worker)
    panel(window)._go_to(str(next(one.number for one in found.rows if one.name == name)))
    window.settle()
    says(window, name)


def test_a_supervisor_decides_what_waits(window: Window, tmp_path: Path) -> None:
    shop = shop_of(window, tmp_path)
    window.speak("en")
    window.supervisor()
    enter(window)
    says(window, "Bring in the wiping stick")
    stick(shop)
    bring(window, shop.folder)
    says(window, "8 files read", "1 in order", "6 need a supervisor")
    window.press(Qt.Key.Key_F10)
    # What is gravest of what waits stands open at once.
    says(window, "Contradiction", "Another report says the opposite", "Otherwise in nwipe_log")
    # Letters, digits and Enter decide nothing.
    before = shop.entries()
    for key in (Qt.Key.Key_1, Qt.Key.Key_A, Qt.Key.Key_Return):
        window.press(key)
    window.settle()
    assert shop.entries() == before
    pick(window, "nwipe_log_20261123-100000_kopio.txt")
    window.press(Qt.Key.Key_F8)
    says(window, "Why does this report not count?")
    window.press(Qt.Key.Key_F2)
    window.settle()
    window.bot.waitUntil(lambda: "does not count" in window.notice)
    # A disk that nobody declared: it is in the device.
    pick(window, "nwipe_log_20261123-120000.txt")
    says(window, "Nobody has recorded this disk")
    window.press(Qt.Key.Key_F10)
    window.settle()
    says(window, "Level not enough")
    # One without a serial: a person chooses, with what agrees.
    pick(window, "nwipe_log_20261123-130000.txt")
    window.press(Qt.Key.Key_F10)
    says(window, "Which disk is this?")
    window.press(Qt.Key.Key_F9)
    # What is no report is settled, and the original stands beside all that was read.
    pick(window, "muistio.txt")
    window.bot.waitUntil(
        lambda: any(
            "Soita huoltoon" in one.toPlainText()
            for one in window.shell.findChildren(QPlainTextEdit)
        )
    )
    window.press(Qt.Key.Key_F10)
    window.settle()
    window.bot.waitUntil(lambda: "looked at" in window.notice)
    left = queries.inbox(shop.workshop.desk, shop.worker, only_waiting=True).rows
    assert sorted(one.place.value for one in left) == ["failed", "failed", "unknown_medium"]
    # The wiping station takes the failure on.
    pick(window, "nwipe_log_20261123-090000.txt")
    assert "F10" in keys(window)
    window.press(Qt.Key.Key_F10)
    window.settle()
    assert isinstance(window.shell.panel, WipingPanel)


def test_a_watched_folder_tells_quietly_and_waits_for_a_key(window: Window, tmp_path: Path) -> None:
    shop = shop_of(window, tmp_path)
    stick(shop)
    window.speak("en")
    window.maker()
    enter(window)
    folder = panel(window)._folder
    folder.choose(str(shop.folder))
    window.settle()
    assert "F6" not in keys(window), "a file may still grow: it has to rest first"
    folder.look()
    window.settle()
    window.bot.waitUntil(lambda: "8 new reports have come" in window.notice)
    assert queries.inbox(shop.workshop.desk, shop.worker).rows == ()
    bring(window, shop.folder, key=Qt.Key.Key_F6)
    window.press(Qt.Key.Key_F10)
    window.settle()
    says(window, "8 files read: 1 in order, 6 need a supervisor")
    folder.look()
    window.settle()
    assert folder.fresh == ()
    # Nobody sees it: nothing is read any more.
    window.shell.open("wiping")
    window.settle()
    assert not folder._watching


def test_pictures(window: Window, tmp_path: Path) -> None:
    shop = shop_of(window, tmp_path)
    window.supervisor()
    enter(window)
    stick(shop)
    bring(window, shop.folder)
    screens.save(window.shell, "evidence-fate-fi", screens.SIZES[0])
    window.press(Qt.Key.Key_F10)
    window.settle()
    says(window, "Ristiriita")
    for size in screens.SIZES:
        screens.save(window.shell, "evidence-fi", size)
    # It was shown once: now it knows how much it holds.
    window.shell.resize(*screens.SIZES[0])
    window.shell.open("looks")
    window.settle()
    enter(window)
    window.settle()
    assert not window.shell.frame._desk.work._side_area.verticalScrollBar().maximum(), (
        "keys stay in sight"
    )
    pick(window, "nwipe_log_20261123-130000.txt")
    window.press(Qt.Key.Key_F10)
    says(window, "Mikään kirjattu levy ei sovi")
    screens.save(window.shell, "evidence-which-fi", screens.SIZES[0])
    window.press(Qt.Key.Key_F2)
    window.settle()
    assert type(window.shell.panel).__name__ == "WipingPanel", "the disk is recorded there"
    window.maker()
    enter(window)
    says(window, "8 tiedostoa luettu: 1 kunnossa, 6 tarvitsee työnjohtajaa")
    for size in screens.SIZES:
        screens.save(window.shell, "evidence-maker-fi", size)
