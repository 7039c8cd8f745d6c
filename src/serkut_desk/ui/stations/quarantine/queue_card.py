"""The queue of quarantine: the device that has been there longest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.data_table import DataTable
from serkut_desk.ui.parts.states import EmptyState, StateKind
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.tables import Column, PagedModel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.ui.panel import Action
    from serkut_desk.ui.stations.quarantine.views import QueueRow


class QueueCard(Card):
    """Shows `QueueRow`s with what can be done about the chosen one."""

    picked = Signal(str)
    """Code of the device that the person moved to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._count = label("", "muted")
        super().__init__(parent=parent, corner=self._count)
        self.heading.setText(self.tr("Quarantine"))
        self._model: PagedModel[QueueRow] = PagedModel(
            (
                Column(self.tr("Device"), lambda row: row.short, mono=True, weight=0, width=92),
                Column(self.tr("Model"), lambda row: row.make, weight=2, width=150),
                Column(self.tr("Reason"), lambda row: row.why, weight=1, width=120),
                Column(self.tr("Donor"), lambda row: row.donor, weight=1, width=80),
                Column(self.tr("Waited"), lambda row: row.since, weight=0, width=64),
                Column(
                    self.tr("Next"),
                    lambda row: row.step,
                    tone=lambda row: row.tone,
                    weight=0,
                    width=110,
                ),
            ),
            key=lambda row: row.device,
        )
        self._table = DataTable(self._model, self.tr("Quarantine"))
        self._model.setParent(self._table)
        self._table.picked.connect(self._picked)
        self._none = EmptyState(
            StateKind.NOTHING,
            self.tr("Nothing is in quarantine."),
            (self.tr("Is a device locked? Scan its label."),),
        )
        self._pages = QStackedWidget()
        self._pages.addWidget(self._none)
        self._pages.addWidget(self._table)
        self._failed: QWidget | None = None
        self.add(self._pages, 1)
        self._actions = ActionBar()
        self.add(self._actions)

    def show_rows(self, rows: Sequence[QueueRow], keep: str) -> None:
        """Show the queue and move to `keep`, or to the first row."""
        self._count.setText(self.tr("%n devices", "", len(rows)) if rows else "")
        self._model.show_rows(rows)
        self._pages.setCurrentWidget(self._table if rows else self._none)
        codes = [row.device for row in rows]
        if codes:
            self._table.show_row(keep if keep in codes else codes[0])

    def show_failure(self, state: EmptyState) -> None:
        """Show why the queue could not be read."""
        if self._failed is not None:
            self._pages.removeWidget(self._failed)
            self._failed.deleteLater()
        self._failed = state
        self._pages.addWidget(state)
        self._pages.setCurrentWidget(state)

    def show_actions(self, actions: Sequence[Action]) -> None:
        """Offer what can be done now."""
        self._actions.show_actions(actions)

    def move_to(self, code: str) -> None:
        """Choose a device."""
        self._table.show_row(code)

    def _picked(self, row: QueueRow) -> None:
        self.picked.emit(row.device)
