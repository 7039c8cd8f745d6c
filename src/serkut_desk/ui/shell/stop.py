"""The STOP screen: danger, a lock, somebody's things. It sounds until a supervisor comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from serkut_desk.domain.stops import StopKind
from serkut_desk.ui import theme
from serkut_desk.ui.icons import IconLabel
from serkut_desk.ui.overlay import Overlay
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.pictures import Picture, PictureName
from serkut_desk.ui.parts.pin_pad import PinPad
from serkut_desk.ui.parts.text import label, restyle
from serkut_desk.ui.sounds import Sound
from serkut_desk.ui.theme import px, scale

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from PySide6.QtGui import QResizeEvent

    from serkut_desk.ui.keys import DigitTaker
    from serkut_desk.ui.shell.stop_faces import StopFace
    from serkut_desk.ui.sounds import Sounds

ALARM_EVERY_MS = 2_500
_SMALL = (1300, 740)  # px at 100 %
_BESIDE_PAD = 1500  # px at 100 %: from here both pictures have room beside the PIN pad


class StopScreen(Overlay):
    """Full red: what happened, one sentence, where it leads, who ends it, and what else it may be.

    Args:
        parent: The window.
        sounds: Plays the alarm.
        faces: Every kind of stop.
        kind: Which was raised.
    """

    takes_cards = False
    badge_scanned = Signal(str)
    """Whatever was scanned; the composition ends the screen for a supervisor."""
    pin_entered = Signal(str)
    kind_chosen = Signal(object)
    """A `StopKind`: somebody says that it is something else, or that as well."""

    def __init__(
        self,
        parent: QWidget,
        sounds: Sounds,
        faces: Sequence[StopFace],
        kind: StopKind = StopKind.SWOLLEN_BATTERY,
    ) -> None:
        super().__init__(parent)
        self.setProperty("part", "stop")
        self._sounds = sounds
        self._faces = {face.kind: face for face in faces}
        self.kind = kind
        self._open: set[StopKind] = set()
        self._kinds: dict[StopKind, QPushButton] = {}
        outer = QVBoxLayout(self)
        outer.setContentsMargins(px(40), px(24), px(40), px(24))
        outer.setSpacing(px(18))
        middle = QHBoxLayout()
        middle.setSpacing(px(40))
        middle.addStretch(1)
        middle.addWidget(self._make_pictures(), 4)
        middle.addLayout(self._make_words(), 6)
        middle.addWidget(self._make_pad(), 0, Qt.AlignmentFlag.AlignVCenter)
        middle.addStretch(1)
        outer.addLayout(middle, 1)
        outer.addLayout(self._make_others())
        self.show_kind(kind)
        self._timer = QTimer(self)
        self._timer.setInterval(ALARM_EVERY_MS)
        self._timer.timeout.connect(self._sound)
        self._timer.start()
        self._sound()

    def _make_pictures(self) -> QWidget:
        """Return what happened above the place that it leads to."""
        self._pictures = QWidget()
        column = QVBoxLayout(self._pictures)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(16))
        self._what = Picture(PictureName.BATTERY_SWOLLEN, "", 300)
        self._where = Picture(PictureName.FIRE_BOX, "", 170)
        self._place = label("", "stopplace", wrap=True)
        self._caption = label("", "muted", wrap=True)
        above = Card()
        above.body.addWidget(self._what, 1)
        column.addWidget(above, 3)
        below = Card()
        row = QHBoxLayout()
        row.setSpacing(px(16))
        row.addWidget(self._where, 1)
        words = QVBoxLayout()
        words.addStretch(1)
        words.addWidget(self._caption)
        words.addWidget(self._place)
        words.addStretch(1)
        row.addLayout(words, 1)
        below.body.addLayout(row)
        column.addWidget(below, 2)
        return self._pictures

    def _make_words(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(px(16))
        column.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(px(20))
        head.addWidget(Picture(PictureName.HAND_STOP, self.tr("A raised hand"), 104))
        head.addWidget(label("STOP", "stopword"))
        head.addStretch(1)
        column.addLayout(head)
        self._title = label("", "stoptitle", wrap=True)
        self._sentence = label("", "stopline", wrap=True)
        self._device = label("", "stopdevice", wrap=True)
        how = self.tr("A supervisor scans their badge. Then the sound ends.")
        self._how = label(how, "stophow", wrap=True)
        for words in (self._title, self._sentence, self._device, self._how):
            column.addWidget(words)
        column.addStretch(1)
        return column

    def _make_pad(self) -> QWidget:
        self._pad_card = Card()
        self.pad = PinPad()
        self.pad.entered.connect(self.pin_entered)
        self._who = label("", "title")
        self._pad_card.add(self._who)
        self._pad_card.add(self.pad)
        self._pad_card.hide()
        return self._pad_card

    def _make_others(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(px(8))
        column.addWidget(label(self.tr("Is it something else? Press its key."), "stopelse"))
        row = QHBoxLayout()
        row.setSpacing(px(10))
        for face in sorted(self._faces.values(), key=lambda one: one.key):
            button = _kind_button(face)
            button.clicked.connect(self._chooser(face.kind))
            self._kinds[face.kind] = button
            row.addWidget(button, 1)
        column.addLayout(row)
        return column

    def show_kind(self, kind: StopKind, also: Collection[StopKind] = ()) -> None:
        """Show a kind of stop; it and `also` wait for a supervisor, with those before."""
        self.kind = kind
        self._open |= {kind, *also}
        face = self._faces[kind]
        self.setAccessibleName(f"STOP. {face.title}. {face.sentence}")
        self._what.show_picture(face.picture, face.title, 300)
        self._where.show_picture(face.place_picture, face.place, 170)
        self._caption.setText(face.caption)
        self._place.setText(face.place)
        self._title.setText(face.title)
        self._sentence.setText(face.sentence)
        self.show_device("")
        for each, button in self._kinds.items():
            restyle(button, "on", "true" if each in self._open else "false")

    def show_device(self, words: str, *, ask: bool = False) -> None:
        """Say which device it is about; with `ask`, that its label is wanted."""
        wanted = self.tr("Scan the label of the device.")
        said = words or (wanted if ask and self._faces[self.kind].asks_label else "")
        self._device.setText(said)
        self._device.setVisible(bool(said))

    def ask_pin(self, name: str) -> None:
        """Ask the PIN of a supervisor whose badge was scanned; the alarm goes on."""
        self._who.setText(name)
        self.pad.clear()
        self._pad_card.show()
        self._fit()

    def wrong(self, sentence: str) -> None:
        """Say why badge or PIN did not end it."""
        self._how.setText(sentence)
        self.pad.clear()

    def scanned(self, text: str) -> None:
        """Hand the scan on."""
        self.badge_scanned.emit(text)

    def function_keys(self) -> tuple[Action, ...]:
        """Offer the other kinds; nothing here ends the stop."""
        return tuple(
            Action(face.title, self._chooser(face.kind), key=face.key)
            for face in self._faces.values()
        )

    def _chooser(self, kind: StopKind) -> Callable[[], None]:
        def choose() -> None:
            self.kind_chosen.emit(kind)

        return choose

    def digit_taker(self) -> DigitTaker:
        """Digits are the PIN while it is asked."""
        return self.pad

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's own name
        """Use smaller letters in a small window: no sentence may be cut."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wide, tall = self.width() / scale(), self.height() / scale()
        asking = not self._pad_card.isHidden()
        # The pictures were seen; the PIN is what is wanted now.
        self._pictures.setVisible(not asking or wide >= _BESIDE_PAD)
        small = tall < _SMALL[1] or wide < _SMALL[0]
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


def _kind_button(face: StopFace) -> QPushButton:
    """Return a button of a kind: sign, word and key, to be tapped."""
    button = QPushButton()
    button.setProperty("part", "stopkind")
    button.setAutoDefault(False)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.setMinimumHeight(px(96))
    button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    button.setAccessibleName(f"{face.title} {face.key}")
    column = QVBoxLayout(button)
    column.setContentsMargins(px(6), px(8), px(6), px(6))
    column.setSpacing(px(2))
    head = QHBoxLayout()
    head.addStretch(1)
    head.addWidget(IconLabel(face.icon, theme.COLOURS["stop_fill"], 28))
    head.addSpacing(px(8))
    head.addWidget(label(face.key, "key"))
    head.addStretch(1)
    column.addLayout(head)
    words = label(face.title, "stopkindword", wrap=True)
    words.setAlignment(Qt.AlignmentFlag.AlignCenter)
    column.addWidget(words, 1)
    for child in button.findChildren(QWidget):
        child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return button
