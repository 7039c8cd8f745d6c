"""The right side: one second look, or one incident with everything that it puts in doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from serkut_desk.ui.parts.answer import Answer
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.facts import Facts
from serkut_desk.ui.parts.side_scroll import SideScroll
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.theme import px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.ui.panel import Action
    from serkut_desk.ui.stations.looks.views import SideView


class LookSide(Card):
    """Shows a `SideView`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._area = SideScroll(self.tr("The chosen medium"))
        self.add(self._area, 1)
        self._actions = ActionBar()
        self.add(self._actions)
        self.show_view(None, ())

    def show_view(self, view: SideView | None, actions: Sequence[Action]) -> None:
        """Show another medium with what can be done about it."""
        inside = QWidget()
        inside.setProperty("part", "clear")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, px(6), 0)
        column.setSpacing(px(10))
        if view is None:
            said = label(self.tr("Choose a medium, or scan it."), "muted", wrap=True)
            said.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addStretch(1)
            column.addWidget(said)
            column.addStretch(2)
        else:
            self._fill(column, view)
            column.addStretch(1)
        old = self._area.takeWidget()
        if old is not None:
            old.deleteLater()
        self._area.setWidget(inside)
        self._actions.show_actions(actions)

    def _fill(self, column: QVBoxLayout, view: SideView) -> None:
        column.addWidget(label(view.title, "code", wrap=True))
        column.addWidget(label(view.subtitle, "muted", wrap=True))
        column.addWidget(Answer(view.tone, view.answer, view.why))
        for at, step in enumerate(view.steps, 1):
            column.addWidget(label(f"{at}. {step}", wrap=True))
        for note in view.notes:
            column.addWidget(label(note, "strong", wrap=True))
        if view.doubts:
            column.addWidget(label(self.tr("In doubt"), "section"))
        for one in view.doubts:
            column.addWidget(label(one.title, "strong", wrap=True))
            column.addWidget(label(f"{one.state} · {one.why}", wrap=True, tone=str(one.tone)))
        if view.facts:
            column.addWidget(Facts(view.facts))
