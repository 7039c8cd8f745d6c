"""The right side: the evidence of one medium beside what is asked for, and what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from serkut_desk.ui.parts.answer import Answer
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.facts import Facts
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.parts.timeline import Timeline
from serkut_desk.ui.theme import px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.ui.panel import Action
    from serkut_desk.ui.stations.wiping.views import EvidenceView


class Steps(QWidget):
    """Numbered sentences."""

    def __init__(self, steps: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(8))
        grid.setColumnStretch(1, 1)
        for at, step in enumerate(steps):
            number = label(str(at + 1), "strong")
            grid.addWidget(number, at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(step, wrap=True), at, 1)


class EvidenceSide(Card):
    """Shows an `EvidenceView`, or says that nothing is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._inside: QWidget | None = None
        self.show_evidence(None, ())

    def show_evidence(self, view: EvidenceView | None, actions: Sequence[Action]) -> None:
        """Show another medium with what can be done about it."""
        if self._inside is not None:
            self.body.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        if view is None:
            said = label(
                self.tr("Choose a medium, or scan a device or a medium."), "muted", wrap=True
            )
            said.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addStretch(1)
            column.addWidget(said)
            column.addStretch(2)
        else:
            self._fill(column, view, actions)
            column.addStretch(1)
        self.body.addWidget(self._inside, 1)

    def _fill(self, column: QVBoxLayout, view: EvidenceView, actions: Sequence[Action]) -> None:
        column.addWidget(label(view.title, "code", wrap=True))
        column.addWidget(label(view.subtitle, "muted", wrap=True))
        column.addWidget(Answer(view.tone, view.answer, view.why))
        if view.steps:
            column.addWidget(label(self.tr("This is how to go on"), "section"))
            column.addWidget(Steps(view.steps))
        if actions:
            column.addSpacing(px(2))
            column.addWidget(ActionBar(actions))
        if view.facts:
            column.addSpacing(px(4))
            column.addWidget(label(self.tr("Evidence"), "section"))
            column.addWidget(Facts(view.facts))
        for note in view.notes:
            column.addWidget(label(note, "secondary", wrap=True))
        if view.earlier:
            column.addSpacing(px(4))
            column.addWidget(label(self.tr("Other runs of this medium"), "section"))
            column.addWidget(Timeline(view.earlier))
