"""The basket: lines, sums and total; the table scrolls, the total stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from serkut_desk.ui.parts.data_table import DataTable
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.tables import Column, PagedModel
from serkut_desk.ui.theme import font, px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from serkut_desk.ui.stations.handover.views import BasketView, LineRow

_ROWS_SEEN = 2


class Basket(QWidget):
    """Shows a `BasketView`; the person moves among its lines."""

    picked = Signal(str)
    """Key of the line that the person moved to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        self._pages = QStackedWidget()
        self._table = self._make_table()
        self._table.setMinimumHeight(px(38 + _ROWS_SEEN * 44))
        self._empty = label(
            self.tr("The basket is empty. Scan the first device."), "muted", wrap=True
        )
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages.addWidget(self._table)
        self._pages.addWidget(self._empty)
        column.addWidget(self._pages, 1)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(px(14))
        column.addLayout(self.foot)
        self._sums = QGridLayout()
        self._sums.setHorizontalSpacing(px(22))
        self._sums.setVerticalSpacing(px(1))
        self.foot.addStretch(1)
        sums = QVBoxLayout()
        sums.addStretch(1)
        sums.addLayout(self._sums)
        self.foot.addLayout(sums)

    def show_basket(self, view: BasketView, keep: str = "") -> None:
        """Show the lines, move to `keep` or stay, and the sums."""
        keep = keep or self.current
        self._model.show_rows(view.lines)
        self._pages.setCurrentWidget(self._table if view.lines else self._empty)
        if view.lines:
            keys = [line.key for line in view.lines]
            key = keep if keep in keys else keys[-1]
            self._table.show_row(key)
            self._keep_in_sight()
        self._show_sums(view.sums, view.total if view.lines else "")

    @property
    def current(self) -> str:
        """Key of the line the person is at, "" without one."""
        at = self._table.currentIndex()
        if not at.isValid() or at.row() >= self._model.rowCount():
            return ""
        return self._model.row(at.row()).key

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's own name
        """Keep the line the person is at in sight."""
        super().resizeEvent(event)
        self._keep_in_sight()

    def put_beside(self, widget: QWidget) -> None:
        """Put something at the left of the sums, such as how it is paid."""
        self.foot.insertWidget(0, widget)

    def _keep_in_sight(self) -> None:
        at = self._table.currentIndex()
        if at.isValid():
            self._table.scrollTo(at)

    def _make_table(self) -> DataTable[LineRow]:
        self._model: PagedModel[LineRow] = PagedModel(
            (
                Column(self.tr("Code"), lambda row: row.short, mono=True, weight=0, width=92),
                Column(self.tr("What"), lambda row: row.what, weight=3, width=130),
                Column(self.tr("Grade"), lambda row: row.grade, weight=0, width=70),
                Column(self.tr("Warranty"), lambda row: row.warranty, weight=0, width=84),
                Column(
                    self.tr("Label"),
                    lambda row: row.label,
                    tone=lambda row: row.label_tone,
                    weight=0,
                    width=104,
                ),
                Column(self.tr("Price"), lambda row: row.price, right=True, weight=0, width=90),
            ),
            key=lambda row: row.key,
        )
        table = DataTable(self._model, self.tr("Basket"))
        self._model.setParent(table)
        table.picked.connect(lambda row: self.picked.emit(row.key))
        return table

    def _show_sums(self, sums: Sequence[tuple[str, str]], total: str) -> None:
        while self._sums.count():
            item = self._sums.takeAt(0)
            old = item.widget() if item else None
            if old is not None:
                old.hide()
                old.deleteLater()
        rows = [(name, amount, "secondary", "sum") for name, amount in sums]
        if total:
            rows.append((self.tr("Total"), total, "strong", "total"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for at, (name, amount, quiet, loud) in enumerate(rows):
            for column, (words, part) in enumerate(((name, quiet), (amount, loud))):
                made: QLabel = label(words, part)
                made.setFont(font(figures=True))
                made.setAlignment(right)
                self._sums.addWidget(made, at, column)
