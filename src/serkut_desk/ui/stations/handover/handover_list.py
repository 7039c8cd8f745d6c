"""Handovers that are half done, and those that were completed last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from serkut_desk.ui.parts.choices import Choice, ChoiceStrip
from serkut_desk.ui.parts.data_table import DataTable
from serkut_desk.ui.parts.states import EmptyState, StateKind
from serkut_desk.ui.tables import Column, PagedModel
from serkut_desk.ui.theme import px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.ui.stations.handover.views import HandoverRow

HALF_DONE, RECENT = "half_done", "recent"


class HandoverList(QWidget):
    """Two lists behind one strip; a tap or Space opens a row."""

    chosen = Signal(str)
    """The code of the handover."""
    moved = Signal()
    """Another row is the chosen one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(4), 0, 0)
        column.setSpacing(px(6))
        self._rows: dict[str, tuple[HandoverRow, ...]] = {HALF_DONE: (), RECENT: ()}
        choices = [Choice(key, key, 0) for key in self._rows]
        self._strip = ChoiceStrip(self.tr("What is shown"), choices)
        self._strip.chosen.connect(self._turn)
        self._model: PagedModel[HandoverRow] = PagedModel(
            (
                Column(self.tr("Handover"), lambda row: row.short, mono=True, weight=0, width=90),
                Column(self.tr("What"), lambda row: row.what, weight=2, width=120),
                Column(self.tr("Devices"), lambda row: row.count, weight=0, width=90),
                Column(self.tr("When"), lambda row: row.when, weight=0, width=130),
                Column(self.tr("Total"), lambda row: row.total, right=True, weight=0, width=90),
            ),
            key=lambda row: row.code,
        )
        self._table = DataTable(self._model, self.tr("Handovers"))
        self._model.setParent(self._table)
        self._table.picked.connect(lambda _row: self.moved.emit())
        self._table.clicked.connect(self._opened)
        self._table.activated.connect(self._opened)
        self._none = EmptyState(
            StateKind.NOTHING,
            self.tr("No handover yet"),
            (
                self.tr("Choose above who gets the device. Then scan it."),
                self.tr("Devices that can go stand on the shelf, graded and with certificate."),
            ),
        )
        column.addWidget(self._strip)
        column.addWidget(self._table, 1)
        column.addWidget(self._none, 1)
        self._table.setMinimumHeight(px(38 + 2 * 44))

    @property
    def current(self) -> HandoverRow | None:
        """The row that the person moved to."""
        at = self._table.currentIndex()
        return self._model.row(at.row()) if at.isValid() else None

    def show_rows(self, half_done: Sequence[HandoverRow], recent: Sequence[HandoverRow]) -> None:
        """Show both lists; what is half done comes first."""
        before = any(self._rows.values())
        self._rows = {HALF_DONE: tuple(half_done), RECENT: tuple(recent)}
        self._strip.show_choices(
            [
                Choice(HALF_DONE, self.tr("Half done"), len(half_done)),
                Choice(RECENT, self.tr("Latest"), len(recent)),
            ]
        )
        self._strip.updateGeometry()
        if not before or not self._rows[self._strip.current]:
            self._strip.choose(HALF_DONE if half_done else RECENT)
        self._turn()

    def _turn(self, _key: str = "") -> None:
        self._model.show_rows(self._rows[self._strip.current])
        some = any(self._rows.values())
        self._strip.setVisible(some)
        self._table.setVisible(some)
        self._none.setVisible(not some)

    def _opened(self, at: QModelIndex) -> None:
        if at.isValid():
            self.chosen.emit(self._model.row(at.row()).code)
