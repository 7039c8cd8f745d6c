"""The table of second looks: what waits, what is in doubt, what was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.choices import Choice, ChoiceStrip
from serkut_desk.ui.parts.data_table import DataTable
from serkut_desk.ui.parts.states import EmptyState, StateKind
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.stations.looks.views import DONE, DOUBTED, GROUPS, WAITING
from serkut_desk.ui.tables import Column, PagedModel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from serkut_desk.ui.panel import Action
    from serkut_desk.ui.stations.looks.views import ListRow


class LooksCard(Card):
    """Shows `ListRow`s of one group, with how the months stand above."""

    picked = Signal(str)
    """Key of the row that the person moved to."""
    group_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._strip = ChoiceStrip("", [Choice(key, key, 0) for key in GROUPS], WAITING)
        super().__init__(parent=parent, corner=self._strip)
        self._strip.setAccessibleName(self.tr("What is shown"))
        self.heading.setText(self.tr("Second look"))
        self._strip.chosen.connect(self.group_chosen)
        self._months = label("", "secondary", wrap=True)
        self.add(self._months)
        self._model: PagedModel[ListRow] = PagedModel(
            (
                Column(self.tr("Device"), lambda row: row.device, mono=True, weight=0, width=106),
                Column(self.tr("Medium"), lambda row: row.medium, mono=True, weight=1, width=130),
                Column(self.tr("Program"), lambda row: row.what, weight=1, width=110),
                Column(
                    self.tr("State"),
                    lambda row: row.state,
                    tone=lambda row: row.tone,
                    weight=0,
                    width=160,
                ),
            ),
            key=lambda row: row.key,
        )
        self._table = DataTable(self._model, self.tr("Second looks"))
        self._model.setParent(self._table)
        self._table.picked.connect(self._picked)
        self.add(self._table, 1)
        self._nothing: EmptyState | None = None
        self._actions = ActionBar()
        self.add(self._actions)
        self.show_counts({})
        self.show_instead(EmptyState(StateKind.BUSY, self.tr("Fetching the list…")))

    @property
    def group(self) -> str:
        """The group that is shown."""
        return self._strip.current

    def choose(self, group: str) -> None:
        """Turn to a group; its rows follow."""
        self._strip.choose(group)

    def show_months(self, words: str) -> None:
        """Say how the months stand."""
        self._months.setText(words)

    def show_counts(self, counts: dict[str, int]) -> None:
        """Show how many there are."""
        words = {
            WAITING: self.tr("Waits"),
            DOUBTED: self.tr("In doubt"),
            DONE: self.tr("Read"),
        }
        self._strip.show_choices([Choice(key, words[key], counts.get(key, 0)) for key in GROUPS])
        self._strip.updateGeometry()

    def show_rows(self, rows: Sequence[ListRow], keep: str) -> None:
        """Show the rows of the group and move to `keep`, or to the first."""
        self._model.show_rows(rows)
        self._table.setVisible(bool(rows))
        if not rows:
            self.show_instead(self._empty())
            return
        self._put(None)
        keys = [row.key for row in rows]
        self._table.show_row(keep if keep in keys else keys[0])

    def show_instead(self, state: EmptyState) -> None:
        """Show why there are no rows."""
        self._table.hide()
        self._put(state)

    def show_actions(self, actions: Sequence[Action]) -> None:
        """Offer what can be done with the list."""
        self._actions.show_actions(actions)

    def _empty(self) -> EmptyState:
        title, line = {
            WAITING: (
                self.tr("No medium waits for a second look."),
                self.tr("The program draws them when wipes are approved."),
            ),
            DOUBTED: (self.tr("No wipe is in doubt."), self.tr("All is well here.")),
            DONE: (
                self.tr("No medium was read back yet."),
                self.tr("What another person reads back stands here."),
            ),
        }[self.group]
        return EmptyState(StateKind.NOTHING, title, (line,))

    def _put(self, widget: EmptyState | None) -> None:
        if self._nothing is not None:
            self.body.removeWidget(self._nothing)
            self._nothing.hide()
            self._nothing.deleteLater()
        self._nothing = widget
        if widget is not None:
            self.body.insertWidget(self.body.count() - 1, widget, 1)

    def _picked(self, row: ListRow) -> None:
        self.picked.emit(row.key)
