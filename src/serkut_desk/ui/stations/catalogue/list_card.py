"""The list of models: search, what is shown, rows, what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from serkut_desk.ui.forms import TextField
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.choices import Choice, ChoiceStrip
from serkut_desk.ui.parts.data_table import DataTable
from serkut_desk.ui.parts.states import EmptyState, StateKind
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.stations.catalogue.views import DoubleRow, ModelRow, View
from serkut_desk.ui.tables import Column, PagedModel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex

    from serkut_desk.ui.panel import Action


class ListCard(Card):
    """Shows rows of one view."""

    picked = Signal(str)
    """Number of the model that the person moved to."""
    tapped = Signal(str)
    """Number of the model whose row was tapped."""
    pair_picked = Signal(str)
    """Key of the pair that the person moved to."""
    turned = Signal(str)
    """The `View` that the person chose."""
    typed = Signal(str)
    """What is searched, after each key."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._count = label("", "muted")
        super().__init__(parent=parent, corner=self._count)
        self.heading.setText(self.tr("Models"))
        self._views = ChoiceStrip(
            self.tr("What is shown"),
            (
                Choice(View.ALL.value, self.tr("All")),
                Choice(View.UNCONFIRMED.value, self.tr("Not checked")),
                Choice(View.DOUBLES.value, self.tr("Likely the same")),
            ),
        )
        self._views.chosen.connect(self.turned)
        self.add(self._views)
        self.field = TextField(self.tr("Search: maker, model or product number"))
        self.field.edited.connect(self.typed)
        self.add(self.field)
        self._models = self._model_table()
        self._doubles = self._double_table()
        self._none = EmptyState(
            StateKind.NOTHING,
            self.tr("No model here."),
            (self.tr("The first device of its kind brings its model."),),
        )
        self._pages = QStackedWidget()
        for page in (self._none, self._models, self._doubles):
            self._pages.addWidget(page)
        self.add(self._pages, 1)
        self._bar = ActionBar()
        self.add(self._bar)

    def _model_table(self) -> DataTable[ModelRow]:
        self._model_rows: PagedModel[ModelRow] = PagedModel(
            (
                Column(self.tr("Model"), lambda row: row.name, weight=3, width=180),
                Column(self.tr("Kind"), lambda row: row.type, weight=1, width=104),
                Column(self.tr("Places"), lambda row: row.slots, right=True, weight=0, width=72),
                Column(self.tr("Devices"), lambda row: row.devices, right=True, weight=0, width=76),
                Column(
                    self.tr("State"),
                    lambda row: row.state,
                    tone=lambda row: row.tone,
                    weight=0,
                    width=132,
                ),
            ),
            key=lambda row: row.key,
        )
        table = DataTable(self._model_rows, self.tr("Models"))
        self._model_rows.setParent(table)
        table.picked.connect(lambda row: self.picked.emit(row.key))
        table.clicked.connect(self._tapped)
        return table

    def _tapped(self, index: QModelIndex) -> None:
        self.tapped.emit(self._model_rows.row(index.row()).key)

    def _double_table(self) -> DataTable[DoubleRow]:
        self._double_rows: PagedModel[DoubleRow] = PagedModel(
            (
                Column(self.tr("Model"), lambda row: row.one, weight=2, width=150),
                Column(self.tr("And this"), lambda row: row.other, weight=2, width=150),
                Column(self.tr("Why"), lambda row: row.why, weight=1, width=150),
                Column(self.tr("Devices"), lambda row: row.devices, right=True, weight=0, width=84),
            ),
            key=lambda row: row.key,
        )
        table = DataTable(self._double_rows, self.tr("Likely the same"))
        self._double_rows.setParent(table)
        table.picked.connect(lambda row: self.pair_picked.emit(row.key))
        return table

    def show_models(self, rows: Sequence[ModelRow], keep: str, *, first: bool = True) -> None:
        """Show models and move to `keep`, where it is among them; else to the first, or to none."""
        self._show(self._models, len(rows), self.tr("%n models", "", len(rows)))
        self._model_rows.show_rows(rows)
        keys = [row.key for row in rows]
        if keep in keys:
            self._models.show_row(keep)
        elif rows and first:
            self._models.show_row(keys[0])

    def show_doubles(self, rows: Sequence[DoubleRow], keep: str) -> None:
        """Show pairs that are likely one."""
        self._show(self._doubles, len(rows), self.tr("%n pairs", "", len(rows)))
        self._double_rows.show_rows(rows)
        keys = [row.key for row in rows]
        if rows:
            self._doubles.show_row(keep if keep in keys else keys[0])

    def _show(self, page: QWidget, count: int, said: str) -> None:
        self._count.setText(said if count else "")
        self._pages.setCurrentWidget(page if count else self._none)

    def show_counts(self, unconfirmed: int) -> None:
        """Say how many nobody has looked at."""
        word = self.tr("Not checked")
        self._views.show_choices((Choice(View.UNCONFIRMED.value, word, unconfirmed),))

    def show_view(self, view: View, *, all_views: bool) -> None:
        """Turn to a view; who may not merge sees the list only."""
        self._views.choose(view.value)
        self._views.setVisible(all_views)
        self.field.setVisible(view is not View.DOUBLES)

    def show_failure(self, state: EmptyState) -> None:
        """Show why the list could not be read."""
        self._pages.addWidget(state)
        self._pages.setCurrentWidget(state)

    def show_actions(self, actions: Sequence[Action]) -> None:
        """Offer what can be done now."""
        self._bar.show_actions(actions)
