"""The calm view: one picture, how many reports are in order, who looks at the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from serkut_desk.ui.parts.answer import Answer
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.pictures import Picture, PictureName
from serkut_desk.ui.parts.pill import Pill
from serkut_desk.ui.parts.states import EmptyState, StateKind
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.ui.panel import Action
    from serkut_desk.ui.stations.evidence.views import ListRow

_MOST = 10
"""So many waiting files are named; a supervisor sees all of them."""


class MakerView(Card):
    """A picture and one sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.heading.setText(self.tr("Evidence"))
        self.add(self.heading)
        column = QVBoxLayout()
        column.setSpacing(px(14))
        column.addStretch(1)
        shows = self.tr("A stick with reports goes into the computer")
        picture = Picture(PictureName.USB_REPORTS, shows, 300)
        column.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        said = label(self.tr("Put in the wiping stick. Then press F5."), "lead", wrap=True)
        said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(said)
        self._place = QVBoxLayout()
        column.addLayout(self._place)
        column.addStretch(2)
        holder = QWidget()
        holder.setLayout(column)
        self.add(holder, 1)
        self._actions = ActionBar()
        self.add(self._actions)
        self._answer: Answer | None = None

    def show_counts(self, title: str, line: str, *, waiting: bool) -> None:
        """Tell how many are in order, and whether a supervisor has to look."""
        if self._answer is not None:
            self._place.removeWidget(self._answer)
            self._answer.hide()
            self._answer.deleteLater()
        self._answer = Answer(Tone.ATTENTION if waiting else Tone.GOOD, f"{title}: {line}")
        self._place.addWidget(self._answer)

    def show_actions(self, actions: Sequence[Action]) -> None:
        """Offer to bring in a stick."""
        self._actions.show_actions(actions)


class MakerWaits(Card):
    """Names the files that a supervisor looks at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.heading.setText(self.tr("A supervisor looks at these"))
        self.add(self.heading)
        self._inside: QWidget | None = None
        self.show_rows(())

    def show_rows(self, rows: Sequence[ListRow]) -> None:
        """Show what waits, or that nothing does."""
        if self._inside is not None:
            self.body.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        for row in rows[:_MOST]:
            column.addWidget(Pill(row.place, row.tone), 0, Qt.AlignmentFlag.AlignLeft)
            said = " · ".join(part for part in (row.drives, row.device) if part)
            column.addWidget(label(said or row.name, wrap=True))
        if not rows:
            line = self.tr("Everything that came in is in order.")
            column.addWidget(EmptyState(StateKind.NOTHING, self.tr("Nothing waits"), (line,)), 1)
        else:
            column.addStretch(1)
        self._inside = inside
        self.add(inside, 1)
