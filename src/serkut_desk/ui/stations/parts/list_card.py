"""The lists of parts: what lies where, what is waited for, how many there are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.choices import Choice, ChoiceStrip
from serkut_desk.ui.parts.data_table import DataTable
from serkut_desk.ui.parts.states import EmptyState, StateKind
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.stations.parts.views import FigureRow, PartRow, View, WantRow
from serkut_desk.ui.tables import Column, PagedModel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.ui.panel import Action

_OF_WANTS = frozenset({View.WANTS})
_OF_FIGURES = frozenset({View.FIGURES})


class ListCard(Card):
    """Shows rows of one view, what they are narrowed to, and what can be done."""

    picked = Signal(str)
    """Code of the part that the person moved to."""
    want_picked = Signal(str)
    """Number of the want that the person moved to."""
    turned = Signal(str)
    """The `View` that the person chose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._count = label("", "muted")
        super().__init__(parent=parent, corner=self._count)
        self.heading.setText(self.tr("Parts"))
        choices = (
            Choice(View.STOCK.value, self.tr("In stock")),
            Choice(View.RESERVED.value, self.tr("Reserved")),
            Choice(View.FITTED.value, self.tr("In devices")),
            Choice(View.MISSING.value, self.tr("Missing")),
            Choice(View.WANTS.value, self.tr("Wanted")),
            Choice(View.FIGURES.value, self.tr("How many")),
        )
        self._views = ChoiceStrip(self.tr("What is shown"), choices)
        self._views.chosen.connect(self.turned)
        self.add(self._views)
        self._sentence = label("", "lead", wrap=True)
        self._sentence.hide()
        self.add(self._sentence)
        self._parts = self._part_table()
        self._wants = self._want_table()
        self._figures = self._figure_table()
        self._none = EmptyState(
            StateKind.NOTHING,
            self.tr("No part here."),
            (self.tr("Scan a part, or add one with F2."),),
        )
        self._pages = QStackedWidget()
        for page in (self._none, self._parts, self._wants, self._figures):
            self._pages.addWidget(page)
        self.add(self._pages, 1)
        self._bar = ActionBar()
        self.add(self._bar)

    def _part_table(self) -> DataTable[PartRow]:
        self._part_model: PagedModel[PartRow] = PagedModel(
            (
                Column(self.tr("Part"), lambda row: row.short, mono=True, weight=0, width=84),
                Column(self.tr("What it is"), lambda row: row.what, weight=3, width=140),
                Column(self.tr("Fits"), lambda row: row.fits, weight=2, width=90),
                Column(
                    self.tr("Test"),
                    lambda row: row.test,
                    tone=lambda row: row.test_tone,
                    weight=0,
                    width=118,
                ),
                Column(self.tr("Where"), lambda row: row.where, weight=2, width=124),
            ),
            key=lambda row: row.code,
        )
        table = DataTable(self._part_model, self.tr("Parts"))
        self._part_model.setParent(table)
        table.picked.connect(lambda row: self.picked.emit(row.code))
        return table

    def _want_table(self) -> DataTable[WantRow]:
        self._want_model: PagedModel[WantRow] = PagedModel(
            (
                Column(self.tr("What it is"), lambda row: row.what, weight=2, width=130),
                Column(self.tr("For model"), lambda row: row.model, weight=2, width=110),
                Column(self.tr("Order"), lambda row: row.order, mono=True, weight=0, width=76),
                Column(self.tr("Since"), lambda row: row.since, weight=0, width=92),
                Column(
                    self.tr("Now"),
                    lambda row: row.answer,
                    tone=lambda row: row.tone,
                    weight=0,
                    width=160,
                ),
            ),
            key=lambda row: row.key,
        )
        table = DataTable(self._want_model, self.tr("Wanted"))
        self._want_model.setParent(table)
        table.picked.connect(lambda row: self.want_picked.emit(row.key))
        return table

    def _figure_table(self) -> DataTable[FigureRow]:
        def number(title: str, text: Any) -> Column[FigureRow]:
            return Column(title, text, right=True, weight=1, width=84)

        self._figure_model: PagedModel[FigureRow] = PagedModel(
            (
                Column(self.tr("Kind"), lambda row: row.what, weight=2, width=150),
                number(self.tr("In stock"), lambda row: row.stock),
                number(self.tr("Free"), lambda row: row.free),
                number(self.tr("Work"), lambda row: row.tested),
                number(self.tr("Do not work"), lambda row: row.failed),
                number(self.tr("Wanted"), lambda row: row.wanted),
            ),
            key=lambda row: row.key,
        )
        table = DataTable(self._figure_model, self.tr("How many"))
        self._figure_model.setParent(table)
        return table

    def show_parts(self, rows: Sequence[PartRow], keep: str) -> None:
        """Show parts and move to `keep`, where it is among them."""
        self._show(self._parts, len(rows), self.tr("%n parts", "", len(rows)))
        self._part_model.show_rows(rows)
        if keep in [row.code for row in rows]:
            self._parts.show_row(keep)

    def show_wants(self, rows: Sequence[WantRow]) -> None:
        """Show what is waited for."""
        self._show(self._wants, len(rows), self.tr("%n wanted", "", len(rows)))
        self._want_model.show_rows(rows)
        if rows:
            self._wants.show_row(rows[0].key)

    def show_figures(self, rows: Sequence[FigureRow]) -> None:
        """Show how many there are."""
        self._show(self._figures, len(rows), self.tr("%n kinds", "", len(rows)))
        self._figure_model.show_rows(rows)

    def _show(self, page: QWidget, count: int, said: str) -> None:
        self._count.setText(said if count else "")
        self._pages.setCurrentWidget(page if count else self._none)

    def show_counts(self, wants: int) -> None:
        """Say beside the view how much is waited for."""
        self._views.show_choices((Choice(View.WANTS.value, self.tr("Wanted"), wants),))

    def show_view(self, view: View) -> None:
        """Turn to a view."""
        self._views.choose(view.value)

    def show_sentence(self, said: str) -> None:
        """Say what the list is narrowed to."""
        self._sentence.setText(said)
        self._sentence.setVisible(bool(said))

    def show_failure(self, state: EmptyState) -> None:
        """Show why the list could not be read."""
        self._pages.addWidget(state)
        self._pages.setCurrentWidget(state)

    def show_actions(self, actions: Sequence[Action]) -> None:
        """Offer what can be done now."""
        self._bar.show_actions(actions)
