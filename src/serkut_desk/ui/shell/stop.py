"""The STOP screen: a hazard is on the table. It sounds until a supervisor comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from serkut_desk.ui.overlay import Overlay
from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.pictures import Picture, PictureName
from serkut_desk.ui.parts.pin_pad import PinPad
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.sounds import Sound
from serkut_desk.ui.theme import px, scale

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from serkut_desk.ui.keys import DigitTaker
    from serkut_desk.ui.sounds import Sounds

ALARM_EVERY_MS = 2_500
_SMALL = (1100, 640)  # px at 100 %


class StopScreen(Overlay):
    """Full red: pictures, four short sentences, who ends it."""

    takes_cards = False
    badge_scanned = Signal(str)
    """Whatever was scanned; the composition ends the screen for a supervisor."""
    pin_entered = Signal(str)

    def __init__(self, parent: QWidget, sounds: Sounds) -> None:
        super().__init__(parent)
        self.setProperty("part", "stop")
        self.setAccessibleName(self.tr("STOP. Do not touch the battery. Get a supervisor."))
        self._sounds = sounds
        outer = QHBoxLayout(self)
        outer.setContentsMargins(px(48), px(32), px(48), px(32))
        outer.setSpacing(px(48))
        outer.addStretch(1)
        outer.addLayout(self._pictures())
        outer.addLayout(self._words(), 6)
        self._pad_card = Card()
        self.pad = PinPad()
        self.pad.entered.connect(self.pin_entered)
        self._who = label("", "title")
        self._pad_card.add(self._who)
        self._pad_card.add(self.pad)
        self._pad_card.hide()
        outer.addWidget(self._pad_card, 0, Qt.AlignmentFlag.AlignVCenter)
        outer.addStretch(1)
        self._timer = QTimer(self)
        self._timer.setInterval(ALARM_EVERY_MS)
        self._timer.timeout.connect(self._sound)
        self._timer.start()
        self._sound()

    def _pictures(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(px(24))
        column.addStretch(1)
        hand = Picture(PictureName.HAND_STOP, self.tr("A raised hand"), 270)
        column.addWidget(hand, 0, Qt.AlignmentFlag.AlignHCenter)
        below = QHBoxLayout()
        below.setSpacing(px(16))
        for name, words in (
            (PictureName.BATTERY_SWOLLEN, self.tr("A swollen battery")),
            (PictureName.FIRE_BOX, self.tr("The fire box")),
        ):
            card = Card()
            card.add(Picture(name, words, 150))
            below.addWidget(card)
        column.addLayout(below)
        column.addStretch(1)
        return column

    def _words(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(px(20))
        column.addStretch(1)
        column.addWidget(label("STOP", "stopword"))
        rows = QGridLayout()
        rows.setHorizontalSpacing(px(18))
        rows.setVerticalSpacing(px(18))
        rows.setColumnStretch(1, 1)
        sentences = (
            self.tr("Take your hands off the device."),
            self.tr("Do not press or bend the battery."),
            self.tr("Move away. Tell the others."),
            self.tr("Get a supervisor now."),
        )
        for at, sentence in enumerate(sentences):
            number = label(str(at + 1), "stopnumber")
            number.setAlignment(Qt.AlignmentFlag.AlignCenter)
            rows.addWidget(number, at, 0, Qt.AlignmentFlag.AlignTop)
            rows.addWidget(label(sentence, "stopline", wrap=True), at, 1)
        column.addLayout(rows)
        column.addSpacing(px(12))
        self._how = label(
            self.tr("A supervisor scans their badge. Then the sound ends."), "stophow", wrap=True
        )
        column.addWidget(self._how)
        column.addStretch(1)
        return column

    def ask_pin(self, name: str) -> None:
        """Ask the PIN of a supervisor whose badge was scanned; the alarm goes on."""
        self._who.setText(name)
        self.pad.clear()
        self._pad_card.show()

    def wrong(self, sentence: str) -> None:
        """Say why badge or PIN did not end it."""
        self._how.setText(sentence)
        self.pad.clear()

    def scanned(self, text: str) -> None:
        """Hand the scan on."""
        self.badge_scanned.emit(text)

    def digit_taker(self) -> DigitTaker:
        """Digits are the PIN while it is asked."""
        return self.pad

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's own name
        """Use smaller letters in a small window: no sentence may be cut."""
        super().resizeEvent(event)
        small = self.height() / scale() < _SMALL[1] or self.width() / scale() < _SMALL[0]
        if self.property("compact") != ("true" if small else "false"):
            self.setProperty("compact", "true" if small else "false")
            for widget in (self, *self.findChildren(QWidget)):
                widget.style().unpolish(widget)
                widget.style().polish(widget)

    def close_overlay(self) -> None:
        """End the alarm and go."""
        self._timer.stop()
        super().close_overlay()

    def _sound(self) -> None:
        self._sounds.play(Sound.ALARM)
