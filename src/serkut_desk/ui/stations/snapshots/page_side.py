"""One machine beside its record: one answer, what differs, what can be chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.answer import Answer
from serkut_desk.ui.parts.button import ActionBar, BigButton
from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.side_scroll import SideScroll
from serkut_desk.ui.parts.states import EmptyState, StateKind
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.stations.snapshots.compare_row import CompareRow
from serkut_desk.ui.theme import px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.ui.stations.snapshots.views import PageView

ROW_KEYS = ("F2", "F3", "F6", "F7", "F8")
"""Keys that tick a row, from the top: F5 brings in, F10 takes over, F11 leaves as it is."""


class PageSide(QWidget):
    """Shows a `PageView`."""

    ticked = Signal()
    """Another row is chosen now."""
    candidate_chosen = Signal(str)
    """Code of the device that the machine is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._card = Card()
        self._title = label("", "title", wrap=True)
        self._subtitle = label("", "muted", wrap=True)
        self._card.add(self._title)
        self._card.add(self._subtitle)
        self._area = SideScroll(self.tr("What differs"))
        self._card.add(self._area, 1)
        self._actions = ActionBar()
        self._card.add(self._actions)
        column.addWidget(self._card, 1)
        self.rows: tuple[CompareRow, ...] = ()
        self._candidates: tuple[Action, ...] = ()
        self.show_page(None)

    @property
    def chosen(self) -> tuple[str, ...]:
        """Keys of the ticked rows."""
        return tuple(row.line.key for row in self.rows if row.isChecked())

    @property
    def choosable(self) -> tuple[str, ...]:
        """Keys of all rows that this person can tick."""
        return tuple(row.line.key for row in self.rows if row.line.choosable)

    def show_page(self, view: PageView | None, *, decides: bool = False) -> None:
        """Show one machine, or that none is chosen."""
        inside = QWidget()
        inside.setProperty("part", "clear")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, px(6), 0)
        column.setSpacing(px(8))
        self.rows, self._candidates = (), ()
        self._title.setVisible(view is not None)
        self._subtitle.setVisible(view is not None)
        if view is None:
            line = self.tr("Its list stands here beside the record.")
            column.addWidget(
                EmptyState(StateKind.NOTHING, self.tr("No machine is chosen"), (line,)), 1
            )
        else:
            self._title.setText(view.title)
            self._subtitle.setText(view.subtitle)
            column.addWidget(Answer(view.tone, view.answer, view.why))
            self._add_candidates(column, view, decides=decides)
            self._add_rows(column, view)
            if view.same:
                same = self.tr("The same: {0}").replace("{0}", view.same)
                column.addWidget(label(same, "muted", wrap=True))
            for note in view.notes:
                column.addWidget(label(note, "secondary", wrap=True))
            column.addStretch(1)
        old = self._area.takeWidget()
        if old is not None:
            old.deleteLater()
        self._area.setWidget(inside)

    def _add_candidates(self, column: QVBoxLayout, view: PageView, *, decides: bool) -> None:
        found = []
        for at, one in enumerate(view.candidates):
            key = ROW_KEYS[at] if decides and at < len(ROW_KEYS) else ""
            if decides:
                action = Action(one.title, _Choose(self, one.device), key, "laptop")
                column.addWidget(BigButton(action), 0, Qt.AlignmentFlag.AlignLeft)
                found.append(action)
            else:
                column.addWidget(label(one.title, "strong", wrap=True))
            column.addWidget(label(one.why, "secondary", wrap=True))
        self._candidates = tuple(found)

    def _add_rows(self, column: QVBoxLayout, view: PageView) -> None:
        keys = iter(ROW_KEYS)
        rows = []
        for line in view.lines:
            key = next(keys, "") if line.choosable else ""
            row = CompareRow(line, key, self.ticked.emit)
            row.setObjectName(key)
            column.addWidget(row)
            rows.append(row)
        self.rows = tuple(rows)

    def row_actions(self) -> tuple[Action, ...]:
        """Return what the keys of the rows, or of the candidates, do."""
        ticks = tuple(
            Action(row.line.what, row.click, row.objectName(), "check")
            for row in self.rows
            if row.objectName()
        )
        return (*self._candidates, *ticks)

    def show_actions(self, actions: Sequence[Action]) -> None:
        """Offer what can be done with the machine."""
        self._actions.show_actions(actions)


class _Choose:
    """Tells which device it is."""

    def __init__(self, side: PageSide, device: str) -> None:
        self._side = side
        self._device = device

    def __call__(self) -> None:
        self._side.candidate_chosen.emit(self._device)
