"""Where makers begin: one picture, one sentence; beside it what is in hand and what waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.pictures import Picture, PictureName
from serkut_desk.ui.parts.result import ResultCard, stop_invite
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.stations.repair.columns import Columns
from serkut_desk.ui.theme import px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.ui.panel import Action
    from serkut_desk.ui.theme import Tone

_PICTURE = 340
_SIDE = 370
_NARROW = 760


class MakerStart(Columns):
    """What to do first at the repair bench.

    Args:
        stop: Opens the STOP screen.
    """

    def __init__(self, stop: Action, parent: QWidget | None = None) -> None:
        super().__init__(_NARROW, parent=parent)
        self.add(self._guide())
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(14))
        self._result = ResultCard()
        column.addWidget(self._result)
        self._mine = Card(self.tr("In your hands"), small=True)
        self._mine_bar = ActionBar(big=True)
        self._mine.add(self._mine_bar)
        column.addWidget(self._mine)
        self._waiting = Card()
        self._waiting.add(label(self.tr("Waiting for repair")))
        self._figure = label("0", "figure")
        self._waiting.add(self._figure)
        self._waiting_bar = ActionBar(big=True)
        self._waiting.add(self._waiting_bar)
        column.addWidget(self._waiting)
        column.addStretch(1)
        column.addWidget(stop_invite(stop))
        self.add(side, _SIDE)

    def _guide(self) -> Card:
        guide = Card()
        middle = Qt.AlignmentFlag.AlignHCenter
        words = self.tr("A laptop with a screwdriver")
        picture = Picture(PictureName.REPAIR, words, _PICTURE)
        sentence = label(self.tr("Scan the label of the device"), "display", wrap=True)
        sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        guide.body.addStretch(2)
        guide.body.addWidget(picture, 0, middle)
        guide.body.addSpacing(px(14))
        guide.body.addWidget(sentence)
        steps = (self.tr("Scan"), self.tr("Mend"), self.tr("Write down what you did"))
        said = "    ".join(
            f"{number}. {step}".replace(" ", "\u00a0") for number, step in enumerate(steps, 1)
        )
        line = label(said, "step", wrap=True)
        line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        guide.body.addWidget(line)
        guide.body.addStretch(3)
        return guide

    def show_result(self, tone: Tone, title: str, lead: str = "", text: str = "") -> None:
        """Answer the last scan."""
        self._result.show_result(tone, title, lead, text)

    def show_work(self, mine: Sequence[Action], waiting: int, begin: Sequence[Action]) -> None:
        """Show what is in hand, how many wait, and what can be opened."""
        self._mine_bar.show_actions(mine)
        self._mine.setVisible(bool(mine))
        self._figure.setText(str(waiting))
        self._waiting_bar.show_actions(begin)
        self._waiting_bar.setVisible(bool(begin))
