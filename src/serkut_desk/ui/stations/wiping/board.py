"""The supervisor's table: every medium that waits for something, in groups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from serkut_desk.stations.wiping.queries import Group
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.choices import Choice, ChoiceStrip
from serkut_desk.ui.parts.data_table import DataTable
from serkut_desk.ui.parts.states import EmptyState, StateKind
from serkut_desk.ui.tables import Column, PagedModel
from serkut_desk.ui.theme import px

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from serkut_desk.ui.panel import Action
    from serkut_desk.ui.stations.wiping.views import WipeRow

WAITING, RESULT = Group.TO_WIPE.value, Group.RESULT.value
FAILED, DECIDE = Group.FAILED.value, Group.DECIDE.value
GROUPS = (WAITING, RESULT, FAILED, DECIDE)


class _Model(PagedModel["WipeRow"]):
    """Rows that can also be ticked by the program."""

    def tick(self, at: int, *, on: bool) -> None:
        """Tick a row, as a person would."""
        state = Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        self.setData(self.index(at, 0), state, int(Qt.ItemDataRole.CheckStateRole))


class Board(Card):
    """Shows `WipeRow`s of one group at a time; media of one device are ticked together."""

    picked = Signal(str)
    """Key of the row that the person moved to."""
    group_chosen = Signal(str)
    ticks_changed = Signal()

    def __init__(self, group: str, parent: QWidget | None = None) -> None:
        self._strip = ChoiceStrip("", [Choice(key, key, 0) for key in GROUPS], group)
        super().__init__(parent=parent, corner=self._strip)
        self._strip.setAccessibleName(self.tr("What is shown"))
        self.heading.setText(self.tr("Wiping"))
        self._strip.chosen.connect(self._group_chosen)
        self._rows: tuple[WipeRow, ...] = ()
        self._ticked: frozenset[str] = frozenset()
        self._model = self._made_model()
        self._model.checks_changed.connect(self._ticks_changed)
        self._table = DataTable(self._model, self.tr("Media"), ticks=True)
        self._model.setParent(self._table)
        self._table.setMinimumHeight(px(38 + 4 * 44))
        self._table.picked.connect(self._picked)
        self.add(self._table, 1)
        self._nothing: EmptyState | None = None
        self._actions = ActionBar()
        self.add(self._actions)
        self.show_counts({})

    @property
    def group(self) -> str:
        """The group that is shown."""
        return self._strip.current

    @property
    def ticked(self) -> tuple[WipeRow, ...]:
        """The ticked rows."""
        return self._model.checked

    @property
    def tickable(self) -> bool:
        """Whether there is a row to tick."""
        return any(row.tickable for row in self._rows)

    def choose(self, group: str) -> None:
        """Turn to a group; its rows follow."""
        self._strip.choose(group)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many media wait for what."""
        words = {
            WAITING: self.tr("Waits for a run"),
            RESULT: self.tr("Result in"),
            FAILED: self.tr("Failed"),
            DECIDE: self.tr("To decide"),
        }
        self._strip.show_choices([Choice(key, words[key], counts.get(key, 0)) for key in GROUPS])
        self._strip.updateGeometry()

    def show_rows(self, rows: Sequence[WipeRow], group: str, keep: str = "") -> None:
        """Show the rows of a group and move to `keep`, or to the first."""
        self._strip.choose(group)
        self._rows = tuple(row for row in rows if row.group == group)
        self._model.show_rows(self._rows)
        self._ticks_changed()
        self._table.setVisible(bool(self._rows))
        self._show_nothing(group if not self._rows else "")
        if self._rows:
            known = any(row.key == keep for row in self._rows)
            self._table.show_row(keep if known else self._rows[0].key)

    def show_actions(self, actions: Sequence[Action]) -> None:
        """Offer what can be done with the table."""
        self._actions.show_actions(actions)

    def show_busy(self) -> None:
        """The first rows are on their way."""
        self._table.hide()
        self._put(EmptyState(StateKind.BUSY, self.tr("Fetching the media…")))

    def show_instead(self, state: EmptyState) -> None:
        """Show why there are no rows."""
        self._table.hide()
        self._put(state)

    @property
    def all_ticked(self) -> bool:
        """Whether everything that can be ticked is."""
        return self._model.all_checked

    def tick_all(self) -> None:
        """Tick every row that can be ticked; none where all are ticked already."""
        self._model.turn_all()

    def _made_model(self) -> _Model:
        return _Model(
            (
                Column(self.tr("Device"), lambda row: row.short, mono=True, weight=0, width=70),
                Column(self.tr("Medium"), lambda row: row.medium, mono=True, weight=1, width=100),
                Column(self.tr("Kind"), lambda row: row.kind, weight=1, width=92),
                Column(self.tr("Method"), lambda row: row.method, weight=2, width=84),
                Column(self.tr("Asked → reached"), lambda row: row.levels, weight=0, width=112),
                Column(
                    self.tr("State"),
                    lambda row: row.state,
                    tone=lambda row: row.tone,
                    weight=0,
                    width=120,
                ),
            ),
            key=lambda row: row.key,
            checkable=lambda row: row.tickable,
        )

    def _show_nothing(self, group: str) -> None:
        if not group:
            self._put(None)
            return
        title, line = {
            WAITING: (
                self.tr("No medium waits for a run."),
                self.tr("New devices come here from the intake."),
            ),
            RESULT: (
                self.tr("No result waits for approval."),
                self.tr("Bring in the reports from the wiping stick."),
            ),
            FAILED: (self.tr("Nothing has failed."), self.tr("All is well here.")),
            DECIDE: (self.tr("Nothing waits for a decision."), self.tr("All is well here.")),
        }[group]
        self._put(EmptyState(StateKind.NOTHING, title, (line,)))

    def _put(self, widget: EmptyState | None) -> None:
        if self._nothing is not None:
            self.body.removeWidget(self._nothing)
            self._nothing.hide()
            self._nothing.deleteLater()
        self._nothing = widget
        if widget is not None:
            self.body.insertWidget(self.body.count() - 1, widget, 1)

    def _group_chosen(self, group: str) -> None:
        self.group_chosen.emit(group)

    def _picked(self, row: WipeRow) -> None:
        self.picked.emit(row.key)

    def _ticks_changed(self) -> None:
        """An approval speaks of a whole device: its media are ticked or not, all of them."""
        now = frozenset(row.key for row in self._model.checked)
        turned = {
            row.device: row.key in now
            for row in self._rows
            if (row.key in now) != (row.key in self._ticked)
        }
        self._ticked = now
        for at, row in enumerate(self._rows):
            if row.tickable and row.device in turned and (row.key in now) != turned[row.device]:
                self._model.tick(at, on=turned[row.device])
                return
        self.ticks_changed.emit()
