"""The maker's view: one picture, one sentence, three steps; the answer at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.pictures import Picture, PictureName
from serkut_desk.ui.parts.result import ResultCard, stop_invite
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.theme import px

if TYPE_CHECKING:
    from serkut_desk.ui.panel import Action
    from serkut_desk.ui.theme import Tone

_PICTURE = 300


class MakerView(Card):
    """What to do with a device that is locked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        middle = Qt.AlignmentFlag.AlignHCenter
        picture = Picture(PictureName.LOCK_BIOS, self.tr("A laptop that asks a password"), _PICTURE)
        sentence = label(self.tr("Is the device locked? Scan its label"), "display", wrap=True)
        sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.body.addStretch(2)
        self.body.addWidget(picture, 0, middle)
        self.body.addSpacing(px(14))
        self.body.addWidget(sentence)
        self.body.addSpacing(px(6))
        steps = (
            self.tr("Scan the label"),
            self.tr("Choose the picture"),
            self.tr("Take it to the quarantine shelf"),
        )
        # One label that wraps between the steps, not inside them.
        said = "    ".join(
            f"{number}. {step}".replace(" ", "\u00a0") for number, step in enumerate(steps, 1)
        )
        line = label(said, "step", wrap=True)
        line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.body.addWidget(line)
        self.body.addStretch(3)


class MakerSide(QWidget):
    """The answer, how many are in quarantine, and the way to STOP.

    Args:
        stop: Opens the STOP screen.
    """

    def __init__(self, stop: Action, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(16))
        self._result = ResultCard()
        self._count = Card()
        self._count.add(label(self.tr("In quarantine now")))
        self._figure = label("0", "figure")
        self._count.add(self._figure)
        self._count.add(label(self.tr("A supervisor asks for their release."), "muted", wrap=True))
        column.addWidget(self._result)
        column.addWidget(self._count)
        column.addStretch(1)
        column.addWidget(stop_invite(stop))

    def show_result(self, tone: Tone, title: str, lead: str = "", text: str = "") -> None:
        """Answer the last scan."""
        self._result.show_result(tone, title, lead, text)

    def show_count(self, count: int) -> None:
        """Show how many devices are locked away."""
        self._figure.setText(str(count))
