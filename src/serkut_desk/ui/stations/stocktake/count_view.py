"""A counting under way: the place, n of m, the last answer, what was scanned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.data_table import DataTable
from serkut_desk.ui.parts.progress import ProgressStrip
from serkut_desk.ui.parts.result import ResultCard
from serkut_desk.ui.parts.states import EmptyState, StateKind
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.tables import Column, PagedModel
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.ui.stations.stocktake.views import AnswerView, ScanRow, UnseenRow


class CountView(QWidget):
    """The left side of a counting."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        self._head = Card()
        self._head.tighten()
        row = QHBoxLayout()
        row.setSpacing(px(12))
        self._name = label("", "title", wrap=True)
        self._done = label("0", "figure")
        self._of = label("", "lead")
        row.addWidget(self._name, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._done, 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self._of, 0, Qt.AlignmentFlag.AlignBottom)
        self._head.body.addLayout(row)
        self._strip = ProgressStrip(self.tr("Counted"), 16)
        self._head.add(self._strip)
        self._result = ResultCard()
        self._scans = Card(self.tr("Scanned"), small=True)
        self._model: PagedModel[ScanRow] = PagedModel(
            (
                Column(self.tr("Device"), lambda one: one.short, mono=True, weight=0, width=92),
                Column(self.tr("Model"), lambda one: one.make, weight=2, width=96),
                Column(
                    self.tr("Answer"),
                    lambda one: one.answer,
                    tone=lambda one: one.tone,
                    weight=0,
                    width=140,
                ),
            ),
            key=lambda one: one.device,
        )
        self._table = DataTable(self._model, self.tr("Scanned"))
        self._model.setParent(self._table)
        self._scans.add(self._table, 1)
        self.bar = ActionBar()
        self._scans.add(self.bar)
        column.addWidget(self._head)
        column.addWidget(self._result)
        column.addWidget(self._scans, 1)

    def show_place(self, name: str) -> None:
        """Show which place is counted; nothing was scanned yet."""
        self._name.setText(name)
        self.show_answer(None)

    def show_counts(self, counted: int, expected: int) -> None:
        """Show how far it is."""
        self._done.setText(str(counted))
        self._of.setText(f"/ {expected}")
        self._strip.show_parts(expected, [(Tone.GOOD, counted)])

    def show_answer(self, view: AnswerView | None) -> None:
        """Answer the last scan; None asks for the first one."""
        if view is None:
            title = self.tr("Scan every device here")
            self._result.show_result(Tone.INFO, title, self.tr("The order does not matter."))
        else:
            self._result.show_result(view.tone, view.title, view.lead, view.text)

    def show_scans(self, rows: Sequence[ScanRow]) -> None:
        """Show what was scanned, the newest first."""
        self._model.show_rows(rows)


class UnseenSide(Card):
    """What should be here and was not scanned yet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._count = label("", "muted")
        super().__init__(parent=parent, corner=self._count)
        self.heading.setText(self.tr("Not seen yet"))
        self._model: PagedModel[UnseenRow] = PagedModel(
            (
                Column(self.tr("Device"), lambda one: one.short, mono=True, weight=0, width=92),
                Column(self.tr("Model"), _described, weight=2, width=96),
            ),
            key=lambda one: one.device,
        )
        self._table = DataTable(self._model, self.tr("Not seen yet"))
        self._model.setParent(self._table)
        self._all = EmptyState(
            StateKind.NOTHING,
            self.tr("Everything was seen."),
            (self.tr("End the counting: F10."),),
        )
        self._pages = QStackedWidget()
        self._pages.addWidget(self._table)
        self._pages.addWidget(self._all)
        self.add(self._pages, 1)

    def show_rows(self, rows: Sequence[UnseenRow], *, known: bool = True) -> None:
        """Show what was not seen yet; without `known` the list is still on its way."""
        self._count.setText(str(len(rows)) if rows else "")
        self._model.show_rows(rows)
        self._pages.setCurrentWidget(self._all if known and not rows else self._table)


def _described(one: UnseenRow) -> str:
    return f"{one.make} ({one.note})" if one.note else one.make
