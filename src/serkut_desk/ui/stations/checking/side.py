"""The right side: what the chosen paper says, and what the workshop gives to everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.facts import Facts
from serkut_desk.ui.parts.side_scroll import SideScroll
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.theme import px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.ui.panel import Action
    from serkut_desk.ui.stations.checking.views import CheckedView


class CheckedSide(QWidget):
    """Shows a `CheckedView` above the card with the page and the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(16))
        paper, self._publish = Card(), Card()
        self._area = SideScroll(self.tr("What it says"))
        paper.add(self._area, 1)
        column.addWidget(paper, 1)
        self._publish.add(label(self.tr("For everybody"), "section"))
        words = self.tr("Anybody checks our certificates with this page, without a network.")
        self._publish.add(label(words, "secondary", wrap=True))
        self._actions = ActionBar()
        self._publish.add(self._actions)
        column.addWidget(self._publish)
        self.show_view(None)

    def show_view(self, view: CheckedView | None) -> None:
        """Show another paper, or that none is chosen."""
        inside = QWidget()
        inside.setProperty("part", "clear")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, px(6), 0)
        column.setSpacing(px(10))
        if view is None:
            said = label(self.tr("What the certificate says stands here."), "muted", wrap=True)
            said.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(said)
        else:
            column.addWidget(label(view.number or view.name, "title", wrap=True))
            if view.number:
                column.addWidget(label(view.name, "secondary", wrap=True))
            column.addWidget(Facts(view.facts))
        column.addStretch(1)
        old = self._area.takeWidget()
        if old is not None:
            old.deleteLater()
        self._area.setWidget(inside)

    def show_actions(self, actions: Sequence[Action]) -> None:
        """Offer the page and the list."""
        self._actions.show_actions(actions)
        self._publish.setVisible(bool(actions))
