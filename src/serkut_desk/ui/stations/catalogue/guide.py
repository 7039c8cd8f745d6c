"""The maker's view: scan a product number, and what it is stands there large."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from serkut_desk.ui.forms import TextField
from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.pictures import Picture, PictureName
from serkut_desk.ui.parts.result import ResultCard
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_PICTURE = 300


class MakerGuide(Card):
    """One picture, one sentence, one answer."""

    typed = Signal(str)
    """What is searched, after each key."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        middle = Qt.AlignmentFlag.AlignHCenter
        shows = self.tr("The underside of a laptop with its stickers")
        sentence = label(self.tr("Scan the product number"), "display", wrap=True)
        sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.field = TextField(self.tr("Or write the model here"))
        self.field.edited.connect(self.typed)
        self._answer = ResultCard()
        self.body.addStretch(2)
        self.body.addWidget(Picture(PictureName.LAPTOP_UNDERSIDE, shows, _PICTURE), 0, middle)
        self.body.addSpacing(px(14))
        self.body.addWidget(sentence)
        self.body.addSpacing(px(10))
        self.body.addWidget(self.field)
        self.body.addWidget(self._answer)
        self.body.addStretch(3)

    def show_found(self, name: str, kind: str) -> None:
        """Say what it is."""
        self._answer.show_result(Tone.GOOD, name, kind)

    def show_nothing(self) -> None:
        """Say that nobody knows it yet."""
        why = self.tr("The first device of its kind brings it.")
        self._answer.show_result(Tone.ATTENTION, self.tr("Not in the catalogue yet"), "", why)

    def clear(self) -> None:
        """Say nothing."""
        self._answer.show_result(Tone.PLAIN, "")
