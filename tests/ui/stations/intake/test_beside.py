"""Things of the lot and what goes with a device, at the real window: F-keys, cards, taps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QLabel

from pictures import jpeg
from serkut_desk.domain.codes import CodeKind, make_code
from serkut_desk.stations import photo_views, thing_views
from serkut_desk.stations.intake.commands import ReceiveDevice
from serkut_desk.ui.parts.photo_card import PhotoCard
from serkut_desk.ui.stations.intake.beside_card import BesideCard
from serkut_desk.ui.stations.intake.things_card import ThingsCard
from ui import screens, walk
from ui.stations.intake.kit import label, open_lot, settle

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from ui.window_kit import Window

MOUSE, CHARGER, KEYBOARD = (make_code(CodeKind.COMMAND, number) for number in (202, 201, 203))


def begin(window: Window) -> None:
    """Let a maker come to intake."""
    window.maker()
    window.shell.open("intake")
    settle(window)


def top(window: Window) -> QWidget:
    found = window.shell._layers.top
    assert found is not None
    return found


def said(widget: QWidget) -> str:
    return " | ".join(
        one.text() for one in widget.findChildren(QLabel) if one.isVisible() and one.text()
    )


def shoot(window: Window, name: str) -> None:
    for size in screens.SIZES:
        assert screens.save(window.shell, f"intake-{name}-fi", size).exists()
    walk.check(window.shell)


def test_things_are_counted_by_card_key_and_tap(window: Window) -> None:
    lot = open_lot(window)
    begin(window)
    desk, worker = window.workshop.desk, window.workshop.worker

    def sums() -> dict[str, tuple[int, int | None]]:
        window.settle()
        seen = thing_views.things_of_lot(desk, worker, lot)
        return {one.kind: (one.count, one.weight_g) for one in seen.sums}

    # A kind's card opens its counting at once; so does F6 while no device is at hand.
    window.scan(MOUSE)
    window.press(Qt.Key.Key_F9)
    window.press(Qt.Key.Key_F9)
    window.press(Qt.Key.Key_F6)
    window.scan(MOUSE)
    card = top(window)
    assert isinstance(card, ThingsCard)
    window.scan(MOUSE)
    window.press(Qt.Key.Key_F3)
    window.press(Qt.Key.Key_F5)
    window.press(Qt.Key.Key_F6)
    assert card.amount.pieces == 16
    # Another kind's card does not swallow what was not saved, and Enter saves nothing.
    window.scan(KEYBOARD)
    window.press(Qt.Key.Key_Return)
    assert "Tallenna ensin" in said(card)
    assert sums() == {}
    card.amount.weight.field.set_text("2160")
    card.amount.weight._typed("")
    window.settle()
    shoot(window, "things-count")
    window.press(Qt.Key.Key_F8)
    assert card.amount.pieces == 24
    window.press(Qt.Key.Key_F10)
    assert sums() == {"mouse": (24, 2160)}
    # The next kind by F-key, on the second page too; a number that is none is told at its field.
    window.press(Qt.Key.Key_F3)
    assert card.amount.kind is not None
    window.press(Qt.Key.Key_F9)
    window.press(Qt.Key.Key_F11)
    window.press(Qt.Key.Key_F2)
    card.amount.count.set_text("3x")
    window.press(Qt.Key.Key_F10)
    assert "Kirjoita kokonaisluku" in said(card)
    card.amount.count.set_text("3")
    window.press(Qt.Key.Key_F10)
    assert sums() == {"mouse": (24, 2160), "headset": (3, None)}
    shoot(window, "things-kinds")
    window.press(Qt.Key.Key_F9)
    assert sums() == {"mouse": (24, 2160)}
    window.scan("PF2ABC00")
    assert "PF2ABC00" in said(card)
    window.press(Qt.Key.Key_Escape)
    assert window.shell._layers.top is None
    assert sums() == {"mouse": (24, 2160)}, "F9 would take it back, Escape leaves"


def paste(window: Window, card: BesideCard, file: Path) -> None:
    """Paste a picture, a file that is here already, and what is no picture."""
    clipboard = QGuiApplication.clipboard()
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.green)
    clipboard.setImage(image)
    card.photos.take_clipboard()
    window.bot.waitUntil(lambda: card.photos.count == 2, timeout=20_000)
    copied = QMimeData()
    copied.setUrls([QUrl.fromLocalFile(str(file))])
    clipboard.setMimeData(copied)
    card.photos.take_clipboard()
    window.bot.waitUntil(lambda: "on jo" in said(card), timeout=20_000)
    clipboard.setText("no picture")
    card.photos.take_clipboard()
    assert "Leikepöydällä ei ole kuvaa" in said(card)
    # What is empty is answered as well.
    clipboard.clear()
    card.photos.take_clipboard()
    assert "Leikepöydällä ei ole kuvaa" in said(card)


def received(window: Window) -> BesideCard:
    """Receive a device and open what goes with it."""
    begin(window)
    window.scan("PF2ABC01")
    window.scan(label(1))
    settle(window)
    window.press(Qt.Key.Key_F6)
    window.press(Qt.Key.Key_F2)
    card = top(window)
    assert isinstance(card, BesideCard)
    assert card.device == label(1)
    window.settle()
    return card


def test_what_goes_with_a_device(window: Window, tmp_path: Path) -> None:
    lot = open_lot(window)
    desk, worker = window.workshop.desk, window.workshop.worker
    desk.do(worker, ReceiveDevice(lot=lot, scans=("PF2ABC02", label(2))))
    camera = tmp_path / "camera"
    camera.mkdir()
    for number in (1, 2):
        (camera / f"IMG_{number}.jpg").write_bytes(jpeg((160, 120), number))
    window.desk.hands.preferences.photo_folder = str(camera)
    card = received(window)

    def belonging() -> list[str]:
        window.settle()
        return [one.kind for one in thing_views.accessories_of(desk, worker, card.device)]

    def pictures() -> int:
        window.settle()
        return len(photo_views.strip(desk, worker, card.device))

    window.scan(CHARGER)
    window.settle()
    window.press(Qt.Key.Key_F3)
    assert belonging() == ["charger", "mouse"]
    window.press(Qt.Key.Key_F9)
    assert belonging() == ["charger"]
    # The folder's picture is offered once it stays as it is.
    window.bot.waitUntil(lambda: len(card.photos.folder.fresh) == 2, timeout=20_000)
    card.photos.take_file(str(camera / "IMG_1.jpg"))
    window.bot.waitUntil(lambda: pictures() == 1, timeout=20_000)
    window.settle()
    assert len(card.photos.folder.fresh) == 1
    assert (camera / "IMG_1.jpg").exists()
    paste(window, card, camera / "IMG_1.jpg")
    window.bot.waitUntil(lambda: card.photos.count == 2)
    card.weight.field.set_text("1623")
    card.weight._typed("")
    shoot(window, "beside-pictures")
    window.press(Qt.Key.Key_F10)
    window.settle()
    assert "1 623 g" in said(card).replace("\u00a0", " ")
    # One picture large, and away with it.
    card.photos._open(card.photos._views[0].id)
    large = top(window)
    assert isinstance(large, PhotoCard)
    window.settle()
    shoot(window, "photo")
    window.press(Qt.Key.Key_F8)
    window.press(Qt.Key.Key_F10)
    window.bot.waitUntil(lambda: pictures() == 1, timeout=20_000)
    # The next device is a scan away.
    window.scan(label(2))
    window.settle()
    assert (card.device, belonging(), pictures()) == (label(2), [], 0)
    # What was added is undone first; then the same key closes.
    window.press(Qt.Key.Key_F9)
    assert window.shell._layers.top is None
