"""The lists: what can be issued now for devices, lots and loose media, and what was issued."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget

from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.choices import Choice, ChoiceStrip
from serkut_desk.ui.parts.data_table import DataTable
from serkut_desk.ui.parts.states import EmptyState, StateKind
from serkut_desk.ui.stations.certificates.tables import lots_table, media_table
from serkut_desk.ui.tables import Column, PagedModel
from serkut_desk.ui.theme import px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from serkut_desk.ui.panel import Action
    from serkut_desk.ui.stations.certificates.views import (
        IssuedRow,
        LotRow,
        MediumRow,
        ReadyRow,
    )

READY, LOTS, MEDIA, ISSUED = "ready", "lots", "media", "issued"
KEYS = (READY, LOTS, MEDIA, ISSUED)


@dataclass(frozen=True, slots=True)
class Rows:
    """What the lists show."""

    ready: Sequence[ReadyRow] = ()
    lots: Sequence[LotRow] = ()
    media: Sequence[MediumRow] = ()
    issued: Sequence[IssuedRow] = ()

    def keys(self, current: str) -> list[str]:
        """Return the codes or numbers of a list, in its order."""
        return {
            READY: [row.device for row in self.ready],
            LOTS: [row.lot for row in self.lots],
            MEDIA: [row.medium for row in self.media],
            ISSUED: [row.number for row in self.issued],
        }[current]


class Lists(Card):
    """Shows `ReadyRow`s with ticks, `LotRow`s, `MediumRow`s or `IssuedRow`s."""

    picked = Signal(str)
    """Code of the device, lot or medium, or number of the certificate, moved to."""
    list_chosen = Signal(str)
    ticks_changed = Signal()

    def __init__(self, current: str, parent: QWidget | None = None) -> None:
        choices = [Choice(key, key, 0) for key in KEYS]
        self._strip = ChoiceStrip("", choices, current)
        super().__init__(parent=parent, corner=self._strip)
        self._strip.setAccessibleName(self.tr("What is shown"))
        self.heading.setText(self.tr("Wipe certificates"))
        self._strip.chosen.connect(self._chosen)
        self._pages = QStackedWidget()
        self._ready = self._ready_table()
        self._issued = self._issued_table()
        self._lots, self._lots_model = lots_table()
        self._lots.picked.connect(self._lot_picked)
        self._media, self._media_model = media_table()
        self._media.picked.connect(self._medium_picked)
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
        self._none_lots = EmptyState(
            StateKind.NOTHING,
            self.tr("No lot has an approved device."),
            (self.tr("A lot comes here with its first approved device."),),
        )
        self._none_media = EmptyState(
            StateKind.NOTHING,
            self.tr("No loose medium waits for a certificate."),
            (self.tr("A disk comes here when it was taken out and is proven clean."),),
        )
        for page in (
            *(self._ready, self._issued, self._lots, self._media),
            *(self._none_ready, self._none_issued, self._none_lots, self._none_media),
        ):
            self._pages.addWidget(page)
        self._instead: QWidget | None = None
        self.add(self._pages, 1)
        self._actions = ActionBar()
        self.add(self._actions)
        self.show_rows(Rows(), current)

    @property
    def current(self) -> str:
        """The list that is shown."""
        return self._strip.current

    @property
    def ticked(self) -> tuple[str, ...]:
        """Codes of the ticked devices."""
        return tuple(row.device for row in self._ready_model.checked)

    def show_rows(self, rows: Rows, current: str, keep: str = "") -> None:
        """Show every list and move to `keep`, or to the first row."""
        self._strip.choose(current)
        words = (
            (READY, self.tr("Ready to issue"), len(rows.ready)),
            (LOTS, self.tr("Lots"), len(rows.lots)),
            (MEDIA, self.tr("Loose media"), len(rows.media)),
            (ISSUED, self.tr("Issued"), len(rows.issued)),
        )
        self._strip.show_choices([Choice(*word) for word in words])
        self._strip.updateGeometry()
        self._ready_model.show_rows(rows.ready)
        self._issued_model.show_rows(rows.issued)
        self._lots_model.show_rows(rows.lots)
        self._media_model.show_rows(rows.media)
        self._turn()
        keys = rows.keys(current)
        if keys:
            self._table(current).show_row(keep if keep in keys else keys[0])

    def _table(
        self, current: str
    ) -> DataTable[ReadyRow] | DataTable[LotRow] | DataTable[MediumRow] | DataTable[IssuedRow]:
        match current:
            case "lots":
                return self._lots
            case "media":
                return self._media
            case "issued":
                return self._issued
            case _:
                return self._ready

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

    @property
    def all_ticked(self) -> bool:
        """Whether every device is ticked."""
        return self._ready_model.all_checked

    def tick_all(self) -> None:
        """Tick every device; none where all are ticked already."""
        self._ready_model.turn_all()

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
                    self.tr("About"), lambda row: row.about_short, mono=True, weight=0, width=90
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
        pages: dict[str, tuple[QWidget, QWidget, int]] = {
            READY: (self._ready, self._none_ready, self._ready_model.rowCount()),
            LOTS: (self._lots, self._none_lots, self._lots_model.rowCount()),
            MEDIA: (self._media, self._none_media, self._media_model.rowCount()),
            ISSUED: (self._issued, self._none_issued, self._issued_model.rowCount()),
        }
        some, none, count = pages[self.current]
        page = some if count else none
        if self._instead is not None and self.current != ISSUED:
            page = self._instead
        self._pages.setCurrentWidget(page)

    def _chosen(self, key: str) -> None:
        self._turn()
        self.list_chosen.emit(key)

    def _ready_picked(self, row: ReadyRow) -> None:
        self._pick(READY, row.device)

    def _lot_picked(self, row: LotRow) -> None:
        self._pick(LOTS, row.lot)

    def _medium_picked(self, row: MediumRow) -> None:
        self._pick(MEDIA, row.medium)

    def _issued_picked(self, row: IssuedRow) -> None:
        self._pick(ISSUED, row.number)

    def _pick(self, key: str, code: str) -> None:
        if self.current == key:
            self.picked.emit(code)
