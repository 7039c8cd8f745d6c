"""The list of machines that told of themselves; a picture and a sentence while there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.choices import Choice, ChoiceStrip
from serkut_desk.ui.parts.data_table import DataTable
from serkut_desk.ui.parts.pictures import Picture, PictureName
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.tables import Column, PagedModel
from serkut_desk.ui.theme import px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.ui.panel import Action
    from serkut_desk.ui.parts.states import EmptyState
    from serkut_desk.ui.stations.snapshots.views import ListRow

OPEN, EVERYTHING = "open", "all"


class MachinesCard(Card):
    """Shows `ListRow`s with what can be done with the stick."""

    picked = Signal(str)
    """Key of the row that the person moved to."""
    group_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._strip = ChoiceStrip("", [Choice(key, key, None) for key in (OPEN, EVERYTHING)], OPEN)
        super().__init__(parent=parent, corner=self._strip)
        self._strip.setAccessibleName(self.tr("What is shown"))
        self.heading.setText(self.tr("Machines' lists"))
        self._strip.show_choices(
            [Choice(OPEN, self.tr("Open"), None), Choice(EVERYTHING, self.tr("All"), None)]
        )
        self._strip.chosen.connect(self.group_chosen)
        self._model: PagedModel[ListRow] = PagedModel(
            (
                Column(self.tr("Machine"), lambda row: row.machine, weight=2, width=130),
                Column(
                    self.tr("Serial number"), lambda row: row.serial, mono=True, weight=0, width=104
                ),
                Column(self.tr("Device"), lambda row: row.device, mono=True, weight=0, width=72),
                Column(
                    self.tr("State"),
                    lambda row: row.state,
                    tone=lambda row: row.tone,
                    weight=0,
                    width=136,
                ),
            ),
            key=lambda row: row.key,
        )
        self._table = DataTable(self._model, self.tr("Machines' lists"))
        self._model.setParent(self._table)
        self._table.picked.connect(self._picked)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._guide())
        self._pages.addWidget(self._table)
        self._failed: QWidget | None = None
        self.add(self._pages, 1)
        self._actions = ActionBar()
        self.add(self._actions)

    @property
    def group(self) -> str:
        """Whether only what is open is shown."""
        return self._strip.current

    def choose(self, group: str) -> None:
        """Turn to what is open, or to everything; the rows follow."""
        self._strip.choose(group)

    def show_rows(self, rows: Sequence[ListRow], keep: str) -> None:
        """Show the list and move to `keep`, or to the first row."""
        self._model.show_rows(rows)
        self._pages.setCurrentIndex(1 if rows else 0)
        keys = [row.key for row in rows]
        if keys:
            self._table.show_row(keep if keep in keys else keys[0])

    def show_failure(self, state: EmptyState) -> None:
        """Show why the list could not be read."""
        if self._failed is not None:
            self._pages.removeWidget(self._failed)
            self._failed.deleteLater()
        self._failed = state
        self._pages.addWidget(state)
        self._pages.setCurrentWidget(state)

    def show_actions(self, actions: Sequence[Action]) -> None:
        """Offer what can be done with the stick."""
        self._actions.show_actions(actions)

    def _guide(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.addStretch(1)
        shows = self.tr("A stick goes from the machine into the computer")
        picture = Picture(PictureName.USB_REPORTS, shows, 300)
        column.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(px(10))
        for words, part in (
            (self.tr("Put in the stick from the machine"), "lead"),
            (self.tr("The machine has written on it what is inside."), "muted"),
        ):
            said = label(words, part, wrap=True)
            said.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(said)
        column.addStretch(2)
        return inside

    def _picked(self, row: ListRow) -> None:
        self.picked.emit(row.key)
