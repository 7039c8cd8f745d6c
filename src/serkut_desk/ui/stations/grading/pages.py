"""The pages of the grading screen: an inspection under way, and what to do first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.pictures import Picture, PictureName
from serkut_desk.ui.parts.progress import ProgressStrip
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.stations.grading.check_card import CheckCard
from serkut_desk.ui.stations.grading.rows import CheckRows
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from serkut_desk.texts import Texts
    from serkut_desk.ui.panel import Action
    from serkut_desk.ui.stations.grading.moves import Turn
    from serkut_desk.ui.stations.grading.walk import Walk


class InspectPage(Card):
    """How far it is, the list, and the check at hand.

    Args:
        texts: Sentences.
        plain: Only the check at hand, large: for makers.
    """

    picked = Signal(str)
    """Key of a check that somebody tapped in the list."""

    def __init__(self, texts: Texts, *, plain: bool, parent: QWidget | None = None) -> None:
        self._count = label("", "count")
        super().__init__(" ", " ", self._count, parent=parent)
        self.tighten()
        self.heading.setText(self.tr("Grading"))
        self._strip = ProgressStrip(self.tr("Answered checks"))
        self.add(self._strip)
        self.check = CheckCard(plain=plain)
        self._rows: CheckRows | None = None
        if not plain:
            self._rows = CheckRows(texts)
            self._rows.picked.connect(self.picked)
            self.add(self._rows, 1)
        self.add(self.check, 1 if plain else 0)

    def show_walk(self, walk: Walk, name: str, turn: Turn) -> None:
        """Show where the inspection of a device is."""
        self.subtitle.setText(name)
        self._count.setText(f"{walk.answered} / {len(walk.asked)}")
        self._strip.show_parts(len(walk.asked), [(Tone.INFO, walk.answered)])
        self.check.show_view(turn.view, turn.answers, turn.steps, turn.tiles)
        if self._rows is not None:
            # Tiles for the parts of the surface need the room of the list.
            self._rows.setVisible(not turn.tiles)
            self._rows.show_walk(walk)


class FirstPage(Card):
    """The maker's beginning: scan a device; or open the one that waits longest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Grading"), parent=parent)
        middle = Qt.AlignmentFlag.AlignHCenter
        self.body.addStretch(1)
        picture = Picture(PictureName.SCANNER, self.tr("A scanner reads a label"), 260)
        self.body.addWidget(picture, 0, middle)
        self.body.addSpacing(px(14))
        sentence = label(self.tr("Scan the device's label"), "display", wrap=True)
        sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.body.addWidget(sentence)
        self._waiting = label("", "lead", wrap=True)
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.body.addWidget(self._waiting)
        self.body.addSpacing(px(10))
        self._bar = ActionBar(big=True)
        self.body.addWidget(self._bar, 0, middle)
        self.body.addStretch(2)

    def show_waiting(self, sentence: str, actions: Sequence[Action]) -> None:
        """Say how many wait, and offer the oldest."""
        self._waiting.setText(sentence)
        self._bar.show_actions(actions)
