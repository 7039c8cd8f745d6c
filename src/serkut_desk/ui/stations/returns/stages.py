"""The middle of the screen: the open returns, a device to take back, a return to settle."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from serkut_desk.domain.codes import short
from serkut_desk.ui import device_words
from serkut_desk.ui.forms import FormGrid, TextField
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.answer import Answer
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.data_table import DataTable
from serkut_desk.ui.parts.facts import Facts
from serkut_desk.ui.parts.states import EmptyState, StateKind
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.parts.tiles import Tiles
from serkut_desk.ui.stations.returns import wording
from serkut_desk.ui.tables import Column, PagedModel
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.domain.returning import Fault
    from serkut_desk.stations.returns.queries import ReturnView, SaleView
    from serkut_desk.texts import Texts


class OpenReturns(Card):
    """What waits for a decision, the oldest first."""

    picked = Signal(str)
    """Number of the return that the person moved to."""

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.add(label(self.tr("Scan the device that comes back, or its receipt."), "title"))
        self._say = texts.say
        self._pages = QStackedWidget()
        self._table = self._made_table()
        self._none = EmptyState(
            StateKind.NOTHING,
            self.tr("No return waits for a decision."),
            (self.tr("The label, the serial number and the bars of the receipt find the sale."),),
        )
        self._pages.addWidget(self._table)
        self._pages.addWidget(self._none)
        self._heading = label("", "section")
        self.add(self._heading)
        self.add(self._pages, 1)
        self._bar = ActionBar()
        self.add(self._bar)

    def show_returns(self, rows: Sequence[ReturnView], keep: str) -> None:
        """Show the returns and move to `keep`, or to the oldest."""
        self._heading.setText(self.tr("Waits for a decision, the oldest first"))
        self._heading.setVisible(bool(rows))
        self._pages.setCurrentWidget(self._table if rows else self._none)
        self._model.show_rows(rows)
        numbers = [row.number for row in rows]
        if numbers:
            self._table.show_row(keep if keep in numbers else numbers[0])

    def show_actions(self, actions: Sequence[Action]) -> None:
        """Offer what can be done with the chosen one."""
        self._bar.show_actions(actions)
        self._bar.setVisible(bool(actions))

    def _made_table(self) -> DataTable[ReturnView]:
        self._model: PagedModel[ReturnView] = PagedModel(
            (
                Column(self.tr("Return"), lambda row: row.number, mono=True, weight=0, width=76),
                Column(self.tr("Came"), wording.came_on, weight=0, width=96),
                Column(
                    self.tr("Device"),
                    lambda row: short(row.sale.device),
                    mono=True,
                    weight=0,
                    width=84,
                ),
                Column(self.tr("Model"), lambda row: row.sale.description, weight=2, width=110),
                Column(self.tr("Fault"), self._fault, weight=1, width=110),
                Column(self.tr("Warranty"), self._warranty, tone=_tone, weight=0, width=70),
            ),
            key=lambda row: row.number,
        )
        table = DataTable(self._model, self.tr("Open returns"))
        self._model.setParent(table)
        table.picked.connect(self._picked)
        return table

    def _fault(self, row: ReturnView) -> str:
        return self._say(f"fault.{row.fault}")

    def _warranty(self, row: ReturnView) -> str:
        return self.tr("yes") if row.in_warranty else self.tr("no")

    def _picked(self, row: ReturnView) -> None:
        self.picked.emit(row.number)


def _tone(row: ReturnView) -> Tone:
    return Tone.GOOD if row.in_warranty else Tone.ATTENTION


class TakeCard(Card):
    """Why a device comes back: one tile, a few words, the shelf."""

    fault_chosen = Signal(str)
    """Code of the fault."""

    def __init__(
        self, faults: Sequence[Fault], texts: Texts, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self.tighten()
        self._faults = tuple(faults)
        self.chosen = ""
        self.add(label(self.tr("Why does it come back?"), "title"))
        self._actions = tuple(
            Action(
                texts.say(f"fault.{fault.code}"),
                partial(self.choose, fault.code),
                key=key,
                icon=fault.icon,
            )
            for fault, key in zip(self._faults, wording.FAULT_KEYS, strict=False)
        )
        self._tiles = Tiles(3)
        self._tiles.show_actions(self._actions)
        self._tiles.set_checkable()
        self.add(self._tiles)
        self.note = TextField(self.tr("What was told of it"), self.tr("Only about the fault."))
        self.place = TextField(self.tr("Place"), self.tr("Scan the shelf."))
        grid = FormGrid(2)
        grid.add(self.note)
        grid.add(self.place)
        self.add(grid)
        self.body.addStretch(1)
        self._bar = ActionBar()
        self.add(self._bar)

    @property
    def fault(self) -> Fault | None:
        """The fault that is chosen."""
        return next((fault for fault in self._faults if fault.code == self.chosen), None)

    @property
    def fault_actions(self) -> tuple[Action, ...]:
        """What the F-keys answer."""
        return self._actions

    def choose(self, code: str) -> None:
        """Choose a fault."""
        codes = [fault.code for fault in self._faults]
        if code in codes:
            self.chosen = code
            self._tiles.check(codes.index(code))
            self.fault_chosen.emit(code)

    def show_actions(self, actions: Sequence[Action]) -> None:
        """Offer to take it back, and to leave."""
        self._bar.show_actions(actions)


class SettleCard(Card):
    """A return: what the device waits for, and what can be done about it."""

    def __init__(self, view: ReturnView, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.add(label(f"{view.number} · {view.sale.description}", "title", wrap=True))
        state = device_words.state_word(view.state.value, texts)
        tone = device_words.state_tone(view.state.value)
        self.add(Answer(tone, state, self._state_line(view)))
        self._question = label("", "section", wrap=True)
        self.add(self._question)
        self._tiles = Tiles(2)
        self.add(self._tiles)
        self._said = Facts()
        self._said.setVisible(not view.remedies)
        self.add(self._said)
        self.body.addStretch(1)
        self._bar = ActionBar()
        self.add(self._bar)
        self._ask(view, texts)

    def show_actions(self, remedies: Sequence[Action], others: Sequence[Action]) -> None:
        """Offer the remedies as tiles, the rest as buttons."""
        self._tiles.show_actions(remedies)
        self._tiles.setVisible(bool(remedies))
        self._bar.show_actions(others)

    def _state_line(self, view: ReturnView) -> str:
        if view.data_state.value in {"proven", "destroyed", "no_media"}:
            return self.tr("Nothing of it holds data.")
        return self.tr("It is behind the data gate: wipe, approve and grade it again.")

    def _ask(self, view: ReturnView, texts: Texts) -> None:
        if not view.remedies:
            remedy = view.remedy.value if view.remedy else "none"
            self._question.setText(texts.say(f"remedy.{remedy}"))
            self._said.show_facts(wording.decided_facts(view))
            return
        asked = self.tr("What is done about it?")
        if view.remedy is not None:
            wish = self.tr("So far: {0}.").replace("{0}", texts.say(f"remedy.{view.remedy.value}"))
            asked = f"{wish} {asked}"
        self._question.setText(asked)


class WhichDevice(Card):
    """A receipt has several devices out: which one comes back?"""

    picked = Signal(str)
    """Code of the device."""

    def __init__(self, sales: Sequence[SaleView], parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.add(label(self.tr("Which device comes back?"), "title"))
        self.add(label(self.tr("Scan its own label, or choose it here."), "muted", wrap=True))
        model: PagedModel[SaleView] = PagedModel(
            (
                Column(
                    self.tr("Device"),
                    lambda row: short(row.device),
                    mono=True,
                    weight=0,
                    width=100,
                ),
                Column(self.tr("Model"), lambda row: row.description, weight=2),
                Column(self.tr("Serial number"), lambda row: row.serial, mono=True, weight=1),
            ),
            key=lambda row: row.device,
        )
        self._table = DataTable(model, self.tr("Devices of the receipt"))
        model.setParent(self._table)
        model.show_rows(sales)
        self._table.setMinimumHeight(px(38 + 4 * 44))
        self.add(self._table, 1)
        self._bar = ActionBar()
        self.add(self._bar)
        self._chosen = sales[0].device
        self._table.picked.connect(self._moved)
        self._table.show_row(self._chosen)

    def show_actions(self, actions: Sequence[Action]) -> None:
        """Offer to take the chosen one, and to leave."""
        self._bar.show_actions(actions)

    def pick(self) -> None:
        """Take the chosen one."""
        self.picked.emit(self._chosen)

    def _moved(self, row: SaleView) -> None:
        self._chosen = row.device
