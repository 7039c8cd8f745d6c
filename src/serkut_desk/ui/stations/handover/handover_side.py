"""The right side: the last answer and the count above the gates, or above the papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.text import label, rule
from serkut_desk.ui.stations.handover.answer_strip import AnswerStrip
from serkut_desk.ui.stations.handover.gates_side import GatesSide
from serkut_desk.ui.theme import px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.ui.stations.handover.views import (
        AnswerView,
        PaperRow,
        RefusedView,
        SideView,
    )

PRINT, OPEN = "print", "open"


class HandoverSide(QWidget):
    """Three cards, of which the fitting ones are shown."""

    paper_wanted = Signal(str, str)
    """Number of a paper and `PRINT` or `OPEN`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        self.answer = AnswerStrip()
        self.gates = GatesSide()
        self._papers = Card()
        self._inside: QWidget | None = None
        column.addWidget(self.answer)
        column.addWidget(self.gates, 1)
        column.addWidget(self._papers, 1)
        self.show_start()

    def show_start(self) -> None:
        """Show what is asked before there is a basket."""
        self._turn(gates=True)
        self.answer.show_count(0, 0)
        self.gates.show_steps(
            (
                self.tr("Choose who gets the device."),
                self.tr("Scan each device's label."),
                self.tr("See what must hold."),
                self.tr("F10 hands over and prints the papers."),
            )
        )

    def show_answer(self, view: AnswerView) -> None:
        """Say what the last scan came to."""
        self.answer.show_answer(view)

    def show_basket(self, view: SideView, refused: RefusedView | None) -> None:
        """Show what must hold, and how many labels were read."""
        self._turn(gates=True)
        self.answer.show_count(view.read, view.devices)
        self.gates.show_gates(view, refused)

    def show_papers(self, papers: Sequence[PaperRow]) -> None:
        """Show the papers of a completed handover."""
        self._turn(gates=False)
        if self._inside is not None:
            self._papers.body.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        column.addWidget(label(self.tr("Papers"), "section"))
        for at, paper in enumerate(papers):
            if at:
                column.addWidget(rule())
            column.addWidget(label(paper.title, "strong", wrap=True))
            column.addWidget(label(paper.key, "codevalue"))
            column.addWidget(ActionBar(self._paper_actions(paper)))
        column.addStretch(1)
        self._papers.body.addWidget(self._inside, 1)

    def _paper_actions(self, paper: PaperRow) -> tuple[Action, ...]:
        return (
            Action(self.tr("Print"), _Wish(self, paper.key, PRINT), icon="printer"),
            Action(self.tr("Open"), _Wish(self, paper.key, OPEN), icon="file-text"),
        )

    def _turn(self, *, gates: bool) -> None:
        self.answer.setVisible(gates)
        self.gates.setVisible(gates)
        self._papers.setVisible(not gates)


class _Wish:
    """Tells what is wanted of a paper."""

    def __init__(self, side: HandoverSide, key: str, verb: str) -> None:
        self._side = side
        self._key = key
        self._verb = verb

    def __call__(self) -> None:
        self._side.paper_wanted.emit(self._key, self._verb)
