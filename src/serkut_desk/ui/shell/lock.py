"""The locked desk: a badge opens it; a supervisor adds the PIN."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from serkut_desk.ui.overlay import Overlay
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.pictures import Picture, PictureName
from serkut_desk.ui.parts.pin_pad import PinPad
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.theme import px

if TYPE_CHECKING:
    from serkut_desk.ui.keys import DigitTaker


class LockScreen(Overlay):
    """Covers the whole window until somebody has come in."""

    takes_cards = False
    badge_scanned = Signal(str)
    """Whatever was scanned while locked, a STOP card as well; nothing is interpreted here."""
    pin_entered = Signal(str)

    def __init__(self, parent: QWidget, workshop: str) -> None:
        super().__init__(parent)
        self.setProperty("part", "lock")
        self.setAccessibleName(self.tr("The desk is locked"))
        card = QFrame()
        card.setProperty("part", "card")
        card.setFixedWidth(px(460))
        inside = QVBoxLayout(card)
        inside.setContentsMargins(px(36), px(28), px(36), px(28))
        inside.setSpacing(px(12))
        middle = Qt.AlignmentFlag.AlignHCenter
        self._workshop = label("", "secondary")
        inside.addWidget(self._workshop, 0, middle)
        self._picture = Picture(PictureName.BADGE, self.tr("A badge with a barcode"), 250)
        inside.addWidget(self._picture, 0, middle)
        self._title = label("", "result", wrap=True)
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inside.addWidget(self._title)
        self._text = label("", "muted", wrap=True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inside.addWidget(self._text)
        self._typed = label("", "strong")
        self._typed.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inside.addWidget(self._typed)
        self.pad = PinPad()
        self.pad.entered.connect(self.pin_entered)
        inside.addWidget(self.pad, 0, middle)
        self._problem = label("", "problem", wrap=True)
        self._problem.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inside.addWidget(self._problem)
        self._back = ActionBar(self._leave_pin())
        inside.addWidget(self._back, 0, middle)
        outer = QHBoxLayout(self)
        outer.addWidget(card, 0, Qt.AlignmentFlag.AlignCenter)
        self.set_workshop(workshop)
        self.ask_badge()

    def set_workshop(self, name: str) -> None:
        """Show the workshop's name; "" while it is not known."""
        self._workshop.setText(" · ".join(filter(None, ("Serkut Desk", name))))

    def ask_badge(self, problem: str = "") -> None:
        """Ask for a badge; `problem` says why the one before did not open the desk."""
        self._picture.show()
        self.pad.clear()
        self.pad.hide()
        self._back.hide()
        self._title.setText(self.tr("Scan your badge"))
        self._text.setText(self.tr("A supervisor also gives a PIN."))
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        self._typed.hide()

    def ask_pin(self, name: str) -> None:
        """Ask the PIN of a supervisor whose badge was scanned."""
        self._picture.hide()
        self._problem.hide()
        self._typed.hide()
        self.pad.clear()
        self.pad.show()
        self._back.show()
        self._title.setText(name)
        self._text.setText(self.tr("Give your PIN and press OK."))

    def wrong_pin(self, sentence: str) -> None:
        """Say why the PIN did not do."""
        self.pad.wrong(sentence)

    def show_typed(self, text: str) -> None:
        """Show that keys arrive when a badge's code is typed by hand, never which."""
        self._typed.setText("●" * len(text))
        self._typed.setVisible(bool(text) and self._picture.isVisibleTo(self))

    def scanned(self, text: str) -> None:
        """Hand the scan on."""
        self.badge_scanned.emit(text)

    def digit_taker(self) -> DigitTaker:
        """Digits are the PIN while it is asked."""
        return self.pad

    def function_keys(self) -> tuple[Action, ...]:
        """Offer to leave the PIN."""
        return () if self.pad.isHidden() else self._leave_pin()

    def _leave_pin(self) -> tuple[Action, ...]:
        return (Action(self.tr("Another person"), self.ask_badge, key="F9", icon="arrow-left"),)
