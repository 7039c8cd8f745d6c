"""What waits for grading, a decision, repair or taking apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from serkut_desk.domain.lifecycle import DeviceState
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.choices import Choice, ChoiceStrip
from serkut_desk.ui.parts.data_table import DataTable
from serkut_desk.ui.parts.states import EmptyState, StateKind
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.stations.grading import wording
from serkut_desk.ui.tables import Column, PagedModel
from serkut_desk.ui.theme import px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from serkut_desk.stations.grading.queries import QueueLine
    from serkut_desk.texts import Texts
    from serkut_desk.ui.panel import Action
    from serkut_desk.ui.stations.grading.wording import QueueRow

ORDER = (
    DeviceState.WAITING_GRADE.value,
    DeviceState.WAITING_DECISION.value,
    DeviceState.ON_SHELF.value,
    DeviceState.WAITING_REPAIR.value,
    DeviceState.WAITING_DISMANTLE.value,
)


class QueueCard(Card):
    """The queues, one at a time."""

    picked = Signal(str)
    """Code of the device that the person moved to."""

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._texts = texts
        self._lines: tuple[QueueLine, ...] = ()
        self.add(label(self.tr("Grading"), "title"))
        self._strip = ChoiceStrip(
            self.tr("Queues"), [Choice(key, word, 0) for key, word in self._words()], ORDER[0]
        )
        self._strip.chosen.connect(lambda _key: self._show())
        self.add(self._strip)
        self._pages = QStackedWidget()
        self._table = self._made_table()
        self._none = EmptyState(
            StateKind.NOTHING,
            self.tr("Nothing waits here"),
            (self.tr("Scan a device: it opens whatever it waits for."),),
        )
        self._pages.addWidget(self._table)
        self._pages.addWidget(self._none)
        self.add(self._pages, 1)
        self._actions = ActionBar()
        self.add(self._actions)
        self.current = ""

    def show_lines(self, lines: Sequence[QueueLine], turned: str) -> None:
        """Show what waits, turned to one queue."""
        self._strip.choose(turned)
        self._lines = tuple(lines)
        counts = dict.fromkeys(ORDER, 0)
        for line in self._lines:
            counts[line.state.value] += 1
        self._strip.show_choices([Choice(key, word, counts[key]) for key, word in self._words()])
        self._strip.updateGeometry()
        self._show()

    def show_actions(self, actions: Sequence[Action]) -> None:
        """Offer what can be done with the row."""
        self._actions.show_actions(actions)

    def turn_to(self, key: str) -> None:
        """Show another queue."""
        self._strip.choose(key)
        self._show()

    def turn(self) -> None:
        """Show the next queue."""
        place = ORDER.index(self._strip.current)
        self.turn_to(ORDER[(place + 1) % len(ORDER)])

    @property
    def queue(self) -> str:
        """The queue that is shown."""
        return self._strip.current

    def _words(self) -> tuple[tuple[str, str], ...]:
        words = (
            self.tr("To grade"),
            self.tr("To decide"),
            self.tr("On the shelf"),
            self.tr("To repair"),
            self.tr("To take apart"),
        )
        return tuple(zip(ORDER, words, strict=True))

    def _made_table(self) -> DataTable[QueueRow]:
        self._model: PagedModel[QueueRow] = PagedModel(
            (
                Column(self.tr("Device"), lambda row: row.short, mono=True, weight=0, width=100),
                Column(self.tr("Model"), lambda row: row.make, weight=2, width=140),
                Column(
                    self.tr("Grade"),
                    lambda row: row.grade,
                    tone=lambda row: row.grade_tone,
                    weight=0,
                    width=90,
                ),
                Column(self.tr("Place"), lambda row: row.place, weight=1, width=100),
                Column(self.tr("Note"), lambda row: row.note, weight=2, width=110),
            ),
            key=lambda row: row.device,
        )
        table = DataTable(self._model, self.tr("What waits"))
        self._model.setParent(table)
        table.setMinimumHeight(px(38 + 4 * 44))
        table.picked.connect(self._picked)
        return table

    def _show(self) -> None:
        here = [line for line in self._lines if line.state.value == self._strip.current]
        rows = [wording.queue_row(line, self._texts) for line in here]
        self._model.show_rows(rows)
        self._pages.setCurrentWidget(self._table if rows else self._none)
        keys = [row.device for row in rows]
        self.current = self.current if self.current in keys else (keys[0] if keys else "")
        if self.current:
            self._table.show_row(self.current)
        self.picked.emit(self.current)

    def _picked(self, row: QueueRow) -> None:
        self.current = row.device
        self.picked.emit(row.device)
