"""Photographs and accessories on a device's page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from factories import make_device
from pictures import jpeg
from serkut_desk.domain.photos import PhotoPurpose
from serkut_desk.stations import photo_views
from serkut_desk.stations.intake.photo_commands import AddPhoto
from serkut_desk.stations.intake.thing_commands import AddAccessory
from serkut_desk.ui.parts.photo_strip import PhotoStrip
from serkut_desk.ui.parts.photos_card import PhotosCard
from ui import screens, walk

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from ui.window_kit import Window


def shown(widget: QWidget) -> str:
    return " | ".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())


def test_a_page_shows_pictures_and_what_belongs_to_the_device(
    window: Window, tmp_path: Path
) -> None:
    workshop = window.workshop
    desk, first = workshop.desk, workshop.first
    code = make_device(workshop).code
    desk.do(first, AddPhoto(code, jpeg((300, 200)), PhotoPurpose.DAMAGE))
    desk.do(first, AddAccessory(code, "charger", 2, "65 W"))
    window.speak("fi")
    window.supervisor()
    window.shell.open("devices")
    window.settle()
    panel = window.shell.panel
    assert panel is not None
    window.scan(code)
    window.bot.waitUntil(lambda: "Vaurio" in shown(panel))
    assert "Laturi (2) · 65 W" in shown(panel)
    for size in screens.SIZES:
        screens.save(window.shell, "devices-photos-fi", size)
    # More are taken on a card of their own; what they show is chosen there.
    window.press(Qt.Key.Key_F7)
    card = window.shell._layers.top
    assert isinstance(card, PhotosCard)
    window.settle()
    card.why.box.setCurrentIndex(card.why.box.findData("serial"))
    card.why.chosen.emit("serial")
    file = tmp_path / "IMG_2.jpg"
    file.write_bytes(jpeg((200, 300), 5))
    card.strip.take_file(str(file))
    window.bot.waitUntil(lambda: card.strip.count == 2)
    purposes = [one.purpose for one in photo_views.strip(desk, first, code)]
    assert purposes == [PhotoPurpose.DAMAGE, PhotoPurpose.SERIAL]
    for size in screens.SIZES:
        screens.save(window.shell, "photos-card-fi", size)
    walk.check(window.shell)
    file.write_bytes(b"no picture")
    card.strip.take_file(str(file))
    window.bot.waitUntil(lambda: "ei voi avata" in shown(card))
    window.press(Qt.Key.Key_F10)
    assert window.shell._layers.top is None
    # What was done last was that picture; the banner says so in words.
    window.press(Qt.Key.Key_F9)
    window.bot.waitUntil(lambda: "Kuva tallennettiin" in window.notice)
    window.settle()
    assert [one.purpose for one in photo_views.strip(desk, first, code)] == [PhotoPurpose.DAMAGE]


def test_pictures_are_held_until_there_is_a_record_and_many_are_turned(window: Window) -> None:
    workshop = window.workshop
    code = make_device(workshop).code
    for seed in range(7):
        command = AddPhoto(code, jpeg((16, 16), seed), PhotoPurpose.DAMAGE)
        workshop.desk.do(workshop.first, command)
    window.supervisor()
    strip = PhotoStrip(window.desk.hands, PhotoPurpose.SERIAL)
    window.bot.addWidget(strip)
    strip.show_subject("")
    for data in (jpeg(seed=1), jpeg(seed=1), jpeg(seed=2)):
        strip.take(data)
        window.settle()
    window.bot.waitUntil(lambda: strip.count == 2)
    assert [one.data for one in strip.held] == [jpeg(seed=1), jpeg(seed=2)]
    strip._drop(0)
    assert [one.data for one in strip.held] == [jpeg(seed=2)]
    strip.clear()
    assert strip.count == 0
    strip.show_subject(code)
    window.bot.waitUntil(lambda: strip.count == 7)
    assert strip._thumbs.count() == 7
    strip._turn()
    assert strip._thumbs.count() == 2
