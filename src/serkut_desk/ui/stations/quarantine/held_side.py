"""The right side: the chosen device, what is next, and each reason with its answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from serkut_desk.ui.parts.answer import Answer
from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.facts import Facts
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.theme import px

if TYPE_CHECKING:
    from serkut_desk.ui.stations.quarantine.views import HeldView


class HeldSide(Card):
    """Shows a `HeldView`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._inside: QWidget | None = None
        self.show_held(None)

    def show_held(self, view: HeldView | None) -> None:
        """Show another device; None when none is chosen."""
        if self._inside is not None:
            self.body.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = self._none() if view is None else self._made(view)
        self.body.addWidget(self._inside, 1)

    def _none(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        said = label(self.tr("Scan a device, or choose a row."), "muted", wrap=True)
        said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(said)
        column.addStretch(1)
        return inside

    def _made(self, view: HeldView) -> QWidget:
        inside = QWidget()
        inside.setProperty("part", "clear")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, px(4), 0)
        column.setSpacing(px(10))
        column.addWidget(label(view.title, "code"))
        column.addWidget(label(view.subtitle, "muted", wrap=True))
        column.addWidget(Answer(view.tone, view.answer, view.why))
        column.addWidget(Facts(view.facts))
        for reason in view.reasons:
            column.addSpacing(px(6))
            column.addWidget(label(reason.title, "section", wrap=True))
            column.addWidget(Facts(reason.facts))
        column.addStretch(1)
        area = QScrollArea()
        area.setProperty("part", "clear")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(self.tr("The chosen device"))
        area.setWidget(inside)
        return area
