"""The supervisors' list of images."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.data_table import DataTable
from serkut_desk.ui.parts.states import EmptyState, StateKind
from serkut_desk.ui.stations.installation.rest import Rest
from serkut_desk.ui.tables import Column, PagedModel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from serkut_desk.ui.stations.installation.views import ImageRow


class ImagesPage(Card):
    """Shows `ImageRow`s with what can be done about the chosen one."""

    picked = Signal(str)
    """Name of the image that the person moved to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Disk images"), parent=parent)
        self._model: PagedModel[ImageRow] = PagedModel(
            (
                Column(self.tr("Name"), lambda one: one.name, weight=2, width=150),
                Column(self.tr("System"), lambda one: one.system, weight=2, width=150),
                Column(self.tr("Added"), lambda one: one.added, weight=0, width=96),
                Column(
                    self.tr("State"),
                    lambda one: one.state,
                    tone=lambda one: one.tone,
                    weight=0,
                    width=120,
                ),
            ),
            key=lambda one: one.name,
        )
        self._table = DataTable(self._model, self.tr("Disk images"))
        self._model.setParent(self._table)
        self._table.picked.connect(self._picked)
        self._none = EmptyState(
            StateKind.NOTHING,
            self.tr("There is no image yet."),
            (self.tr("Add the file that you install from: F2."),),
        )
        self._pages = Rest()
        self._pages.addWidget(self._none)
        self._pages.addWidget(self._table)
        self.add(self._pages, 1)
        self.bar = ActionBar()
        self.add(self.bar)

    def show_rows(self, rows: Sequence[ImageRow], keep: str) -> None:
        """Show the list and move to `keep`, or to the first row."""
        self._model.show_rows(rows)
        self._pages.setCurrentWidget(self._table if rows else self._none)
        names = [row.name for row in rows]
        if names:
            self._table.show_row(keep if keep in names else names[0])

    def _picked(self, row: ImageRow) -> None:
        self.picked.emit(row.name)
