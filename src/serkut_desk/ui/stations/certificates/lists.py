"""The two lists: what can be issued now, and what was issued."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget

from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.choices import Choice, ChoiceStrip
from serkut_desk.ui.parts.data_table import DataTable
from serkut_desk.ui.parts.states import EmptyState, StateKind
from serkut_desk.ui.tables import Column, PagedModel
from serkut_desk.ui.theme import px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from serkut_desk.ui.panel import Action
    from serkut_desk.ui.stations.certificates.views import IssuedRow, ReadyRow

READY, ISSUED = "ready", "issued"


class Lists(Card):
    """Shows `ReadyRow`s with ticks, or `IssuedRow`s."""

    picked = Signal(str)
    """Code of the device, or number of the certificate, that the person moved to."""
    list_chosen = Signal(str)
    ticks_changed = Signal()

    def __init__(self, current: str, parent: QWidget | None = None) -> None:
        choices = [Choice(key, key, 0) for key in (READY, ISSUED)]
        self._strip = ChoiceStrip("", choices, current)
        super().__init__(parent=parent, corner=self._strip)
        self._strip.setAccessibleName(self.tr("What is shown"))
        self.heading.setText(self.tr("Wipe certificates"))
        self._strip.chosen.connect(self._chosen)
        self._pages = QStackedWidget()
        self._ready = self._ready_table()
        self._issued = self._issued_table()
        self._none_ready = EmptyState(
            StateKind.NOTHING,
            self.tr("No device waits for a certificate."),
            (self.tr("A device comes here when its wipe is approved."),),
        )
        self._none_issued = EmptyState(
            StateKind.NOTHING,
            self.tr("No certificate has been issued yet."),
            (self.tr("Approved devices stand under “Ready to issue”."),),
        )
        for page in (self._ready, self._issued, self._none_ready, self._none_issued):
            self._pages.addWidget(page)
        self._instead: QWidget | None = None
        self.add(self._pages, 1)
        self._actions = ActionBar()
        self.add(self._actions)
        self.show_rows((), (), current)

    @property
    def current(self) -> str:
        """The list that is shown."""
        return self._strip.current

    @property
    def ticked(self) -> tuple[str, ...]:
        """Codes of the ticked devices."""
        return tuple(row.device for row in self._ready_model.checked)

    def show_rows(
        self,
        ready: Sequence[ReadyRow],
        issued: Sequence[IssuedRow],
        current: str,
        keep: str = "",
    ) -> None:
        """Show both lists and move to `keep`, or to the first row."""
        self._strip.choose(current)
        words = (
            (READY, self.tr("Ready to issue"), len(ready)),
            (ISSUED, self.tr("Issued"), len(issued)),
        )
        self._strip.show_choices([Choice(*word) for word in words])
        self._strip.updateGeometry()
        self._ready_model.show_rows(ready)
        self._issued_model.show_rows(issued)
        self._turn()
        table = self._ready if current == READY else self._issued
        keys = [row.device for row in ready] if current == READY else [row.number for row in issued]
        if keys:
            table.show_row(keep if keep in keys else keys[0])

    def show_instead(self, widget: QWidget | None) -> None:
        """Show a state in place of the ready list, such as that there is no key; None ends it."""
        if self._instead is not None:
            self._pages.removeWidget(self._instead)
            self._instead.deleteLater()
        self._instead = widget
        if widget is not None:
            self._pages.addWidget(widget)
        self._turn()

    def show_actions(self, actions: Sequence[Action]) -> None:
        """Offer what can be done with the list."""
        self._actions.show_actions(actions)

    def tick(self, devices: Sequence[str]) -> bool:
        """Tick devices and move to the first; False when none of them waits here."""
        found = [at for at in map(self._ready_model.place_of, devices) if at is not None]
        for at in found:
            state = Qt.CheckState.Checked
            role = int(Qt.ItemDataRole.CheckStateRole)
            self._ready_model.setData(self._ready_model.index(at, 0), state, role)
        if found:
            self._ready.show_row(self._ready_model.row(found[0]).device)
        return bool(found)

    def tick_all(self) -> None:
        """Tick every device."""
        self._ready_model.check_all(on=True)

    def _ready_table(self) -> DataTable[ReadyRow]:
        self._ready_model: PagedModel[ReadyRow] = PagedModel(
            (
                Column(self.tr("Device"), lambda row: row.short, mono=True, weight=0, width=112),
                Column(self.tr("Model"), lambda row: row.make, weight=2, width=120),
                Column(
                    self.tr("Serial number"), lambda row: row.serial, mono=True, weight=1, width=110
                ),
                Column(self.tr("Media"), lambda row: row.media, weight=0, width=70),
                Column(self.tr("Approved"), lambda row: row.approved, weight=0, width=150),
            ),
            key=lambda row: row.device,
            checkable=lambda _row: True,
        )
        table = DataTable(self._ready_model, self.tr("Ready to issue"), ticks=True)
        self._ready_model.setParent(table)
        self._ready_model.checks_changed.connect(self.ticks_changed)
        table.setMinimumHeight(px(38 + 4 * 44))
        table.picked.connect(self._ready_picked)
        return table

    def _issued_table(self) -> DataTable[IssuedRow]:
        self._issued_model: PagedModel[IssuedRow] = PagedModel(
            (
                Column(self.tr("Number"), lambda row: row.short, mono=True, weight=0, width=90),
                Column(
                    self.tr("Device"), lambda row: row.device_short, mono=True, weight=0, width=90
                ),
                Column(self.tr("Model"), lambda row: row.make, weight=2, width=120),
                Column(self.tr("When"), lambda row: row.issued, weight=0, width=150),
                Column(
                    self.tr("State"),
                    lambda row: row.state,
                    tone=lambda row: row.tone,
                    weight=0,
                    width=140,
                ),
            ),
            key=lambda row: row.number,
        )
        table = DataTable(self._issued_model, self.tr("Issued"))
        self._issued_model.setParent(table)
        table.setMinimumHeight(px(38 + 4 * 44))
        table.picked.connect(self._issued_picked)
        return table

    def _turn(self) -> None:
        """Show the page that fits."""
        if self.current == READY:
            some = self._ready if self._ready_model.rowCount() else self._none_ready
            page: QWidget = self._instead or some
        else:
            page = self._issued if self._issued_model.rowCount() else self._none_issued
        self._pages.setCurrentWidget(page)

    def _chosen(self, key: str) -> None:
        self._turn()
        self.list_chosen.emit(key)

    def _ready_picked(self, row: ReadyRow) -> None:
        if self.current == READY:
            self.picked.emit(row.device)

    def _issued_picked(self, row: IssuedRow) -> None:
        if self.current == ISSUED:
            self.picked.emit(row.number)
