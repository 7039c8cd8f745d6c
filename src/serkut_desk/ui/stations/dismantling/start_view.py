"""Before a device is open: scan one; beside it, or in a list, what is under way and waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.data_table import DataTable
from serkut_desk.ui.parts.pictures import Picture
from serkut_desk.ui.parts.result import stop_invite
from serkut_desk.ui.parts.states import EmptyState, StateKind
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.tables import Column, PagedModel
from serkut_desk.ui.theme import px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.ui.panel import Action
    from serkut_desk.ui.stations.dismantling.views import PastRow, QueueRow

FOLDER = "dismantling/pictures"
_PICTURE = 300


class StartView(Card):
    """The maker's beginning: one picture, one sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        middle = Qt.AlignmentFlag.AlignHCenter
        picture = Picture("desktop-disk", self.tr("An open computer"), _PICTURE, folder=FOLDER)
        sentence = label(self.tr("Scan the device's label"), "display", wrap=True)
        sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._waiting = label("", "lead", wrap=True)
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.body.addStretch(2)
        self.body.addWidget(picture, 0, middle)
        self.body.addSpacing(px(14))
        self.body.addWidget(sentence)
        self.body.addWidget(self._waiting)
        self.body.addSpacing(px(10))
        self.bar = ActionBar(big=True)
        self.body.addWidget(self.bar, 0, middle)
        self.body.addStretch(2)

    def show_waiting(self, count: int, actions: Sequence[Action]) -> None:
        """Say how many wait, and offer the first one."""
        waits = self.tr("%n devices wait to be taken apart.", "", count)
        self._waiting.setText(waits if count else self.tr("Nothing waits to be taken apart."))
        self.bar.show_actions(actions)


class QueueView(Card):
    """What is under way and waits, for supervisors; or what was taken apart."""

    picked = Signal(str)
    """Code of the device that the person moved to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._count = label("", "muted")
        super().__init__(parent=parent, corner=self._count)
        self._rows = self._queue_model()
        self._past = self._past_model()
        self._table = DataTable(self._rows, self.tr("To be taken apart"))
        self._past_table = DataTable(self._past, self.tr("Taken apart"))
        for model, table in ((self._rows, self._table), (self._past, self._past_table)):
            model.setParent(table)
        self._table.picked.connect(lambda row: self.picked.emit(row.device))
        self._past_table.picked.connect(lambda row: self.picked.emit(row.device))
        self._none = EmptyState(
            StateKind.NOTHING,
            self.tr("Nothing here."),
            (self.tr("What is decided for taking apart waits here."),),
        )
        self._pages = QStackedWidget()
        for page in (self._none, self._table, self._past_table):
            self._pages.addWidget(page)
        self.add(self._pages, 1)
        self.bar = ActionBar()
        self.add(self.bar)

    def _queue_model(self) -> PagedModel[QueueRow]:
        return PagedModel(
            (
                Column(self.tr("Device"), lambda row: row.short, mono=True, weight=0, width=92),
                Column(self.tr("Model"), lambda row: row.make, weight=2, width=130),
                Column(self.tr("Place"), lambda row: row.place, weight=1, width=80),
                Column(self.tr("Note"), lambda row: row.note, weight=1, width=100),
                Column(
                    self.tr("State"),
                    lambda row: row.state,
                    tone=lambda row: row.tone,
                    weight=0,
                    width=120,
                ),
            ),
            key=lambda row: row.device,
        )

    def _past_model(self) -> PagedModel[PastRow]:
        return PagedModel(
            (
                Column(self.tr("Device"), lambda row: row.short, mono=True, weight=0, width=92),
                Column(self.tr("Model"), lambda row: row.make, weight=2, width=130),
                Column(self.tr("Day"), lambda row: row.day, weight=0, width=90),
                Column(self.tr("In"), lambda row: row.weight_in, weight=0, width=84, right=True),
                Column(self.tr("Out"), lambda row: row.out, weight=0, width=84, right=True),
                Column(self.tr("Left"), lambda row: row.remainder, weight=0, width=76, right=True),
            ),
            key=lambda row: row.device,
        )

    def show_queue(self, rows: Sequence[QueueRow], keep: str) -> None:
        """Show what is under way and waits."""
        self.heading.setText(self.tr("To be taken apart"))
        self._count.setText(self.tr("%n devices", "", len(rows)) if rows else "")
        self._rows.show_rows(rows)
        self._turn(self._table, [row.device for row in rows], keep)

    def show_past(self, rows: Sequence[PastRow], keep: str) -> None:
        """Show what was taken apart."""
        self.heading.setText(self.tr("Taken apart"))
        self._count.setText(self.tr("%n devices", "", len(rows)) if rows else "")
        self._past.show_rows(rows)
        self._turn(self._past_table, [row.device for row in rows], keep)

    def _turn(
        self, table: DataTable[QueueRow] | DataTable[PastRow], codes: Sequence[str], keep: str
    ) -> None:
        self._pages.setCurrentWidget(table if codes else self._none)
        if codes:
            table.show_row(keep if keep in codes else codes[0])


class StartSide(QWidget):
    """What is under way, for those who go on with it, and the way to STOP.

    Args:
        stop: Opens the STOP screen.
    """

    def __init__(self, stop: Action, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(14))
        self._begun = Card(self.tr("Under way"), small=True)
        self._rows = QVBoxLayout()
        self._begun.body.addLayout(self._rows)
        column.addWidget(self._begun)
        column.addStretch(1)
        column.addWidget(stop_invite(stop))

    def show_begun(self, rows: Sequence[QueueRow]) -> None:
        """Show what somebody has begun."""
        while self._rows.count():
            item = self._rows.takeAt(0)
            old = item.widget() if item else None
            if old is not None:
                old.hide()
                old.deleteLater()
        for row in rows[:6]:
            self._rows.addWidget(label(f"{row.short} · {row.make}", "strong", wrap=True))
        if rows:
            self._rows.addWidget(label(self.tr("Scan its label to go on."), "muted", wrap=True))
        else:
            self._rows.addWidget(label(self.tr("Nothing is half done."), "muted", wrap=True))
