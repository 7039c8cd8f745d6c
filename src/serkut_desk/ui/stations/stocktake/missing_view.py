"""Missing devices: those with data first; the chosen one at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from serkut_desk.ui.parts.answer import Answer
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.data_table import DataTable
from serkut_desk.ui.parts.facts import Facts
from serkut_desk.ui.parts.result import stop_invite
from serkut_desk.ui.parts.states import EmptyState, StateKind
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.tables import Column, PagedModel
from serkut_desk.ui.theme import px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.ui.panel import Action
    from serkut_desk.ui.stations.stocktake.views import MissingRow
    from serkut_desk.ui.stations.stocktake.views import MissingView as Chosen


class MissingCard(Card):
    """Shows `MissingRow`s with what can be done about the chosen one."""

    picked = Signal(str)
    """Code of the device that the person moved to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Missing devices"), parent=parent)
        self._model: PagedModel[MissingRow] = PagedModel(
            (
                Column(self.tr("Device"), lambda one: one.short, mono=True, weight=0, width=92),
                Column(self.tr("Model"), lambda one: one.make, weight=2, width=96),
                Column(self.tr("Noticed"), lambda one: one.since, weight=0, width=100),
                Column(self.tr("Last place"), lambda one: one.place, weight=1, width=90),
                Column(
                    self.tr("State"),
                    lambda one: one.state,
                    tone=lambda one: one.tone,
                    weight=0,
                    width=150,
                ),
            ),
            key=lambda one: one.device,
        )
        self._table = DataTable(self._model, self.tr("Missing devices"))
        self._model.setParent(self._table)
        self._table.picked.connect(self._picked)
        self._none = EmptyState(
            StateKind.NOTHING,
            self.tr("Nothing is missing."),
            (self.tr("What a counting does not find comes here."),),
        )
        self._pages = QStackedWidget()
        self._pages.addWidget(self._none)
        self._pages.addWidget(self._table)
        self.add(self._pages, 1)
        self.bar = ActionBar()
        self.add(self.bar)

    def show_rows(self, rows: Sequence[MissingRow], keep: str) -> None:
        """Show the list and move to `keep`, or to the first row."""
        self._model.show_rows(rows)
        self._pages.setCurrentWidget(self._table if rows else self._none)
        codes = [row.device for row in rows]
        if codes:
            self._table.show_row(keep if keep in codes else codes[0])

    def move_to(self, code: str) -> None:
        """Choose a device."""
        self._table.show_row(code)

    def _picked(self, row: MissingRow) -> None:
        self.picked.emit(row.device)


class MissingSide(Card):
    """The chosen missing device."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._inside: QWidget | None = None
        self.show_device(None)

    def show_device(self, view: Chosen | None) -> None:
        """Show another device; None when none is chosen."""
        if self._inside is not None:
            self.body.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        if view is None:
            said = label(self.tr("Scan a device, or choose a row."), "muted", wrap=True)
            said.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(said)
        else:
            column.addWidget(label(view.title, "code"))
            column.addWidget(label(view.subtitle, "muted", wrap=True))
            column.addWidget(Answer(view.tone, view.answer, view.why))
            column.addWidget(Facts(view.facts))
        column.addStretch(1)
        self.body.addWidget(self._inside, 1)


class StartSide(QWidget):
    """Beside the first picture: how many devices are missing, the way to them, and to STOP.

    Args:
        stop: Opens the STOP screen.
    """

    def __init__(self, stop: Action, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(16))
        card = Card()
        card.add(label(self.tr("Missing now")))
        self._figure = label("0", "figure")
        self._data = label("", "strong", wrap=True)
        self.bar = ActionBar()
        for part in (self._figure, self._data, self.bar):
            card.add(part)
        column.addWidget(card)
        column.addStretch(1)
        column.addWidget(stop_invite(stop))

    def show_counts(self, missing: int, with_data: int) -> None:
        """Show how many are missing and how many of them hold data."""
        self._figure.setText(str(missing))
        self._data.setText(self.tr("%n of them with data", "", with_data) if with_data else "")
        self._data.setVisible(bool(with_data))
