"""The big answer, and the list of what was checked; a picture and a sentence before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.data_table import DataTable
from serkut_desk.ui.parts.pictures import Picture, PictureName
from serkut_desk.ui.parts.progress import ProgressStrip
from serkut_desk.ui.parts.result import ResultCard
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.tables import Column, PagedModel
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.ui.panel import Action
    from serkut_desk.ui.stations.checking.views import CheckedView

_GUIDE, _BUSY, _LIST = 0, 1, 2


class CheckedCard(Card):
    """Shows `CheckedView`s."""

    picked = Signal(str)
    """Key of the row that the person moved to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.add(label(self.tr("Check a certificate"), "title"))
        self._model: PagedModel[CheckedView] = PagedModel(
            (
                Column(self.tr("File"), lambda row: row.name, weight=2, width=150),
                Column(self.tr("Number"), lambda row: row.number, mono=True, weight=0, width=96),
                Column(
                    self.tr("Answer"),
                    lambda row: row.title,
                    tone=lambda row: row.tone,
                    weight=1,
                    width=250,
                ),
            ),
            key=lambda row: row.key,
        )
        self._table = DataTable(self._model, self.tr("Checked certificates"))
        self._model.setParent(self._table)
        self._table.picked.connect(self._picked)
        self._result = ResultCard()
        self._bar = ProgressStrip(self.tr("Checked"), 14)
        self._counted = label("", "lead")
        self._pages = QStackedWidget()
        for page in (self._guide(), self._busy(), self._list()):
            self._pages.addWidget(page)
        self.add(self._pages, 1)
        self._actions = ActionBar()
        self.add(self._actions)

    def show_rows(self, rows: Sequence[CheckedView], keep: str) -> None:
        """Show what was checked and move to `keep`."""
        self._model.show_rows(rows)
        self._pages.setCurrentIndex(_LIST if rows else _GUIDE)
        if rows:
            self._table.show_row(keep)

    def show_result(self, tone: Tone, title: str, lead: str, text: str) -> None:
        """Say the big answer."""
        self._result.show_result(tone, title, lead, text)

    def show_progress(self, done: int, total: int) -> None:
        """Show how many of many are checked."""
        self._bar.show_parts(total, ((Tone.INFO, done),))
        self._counted.setText(f"{done} / {total}")
        self._pages.setCurrentIndex(_BUSY)

    def show_actions(self, actions: Sequence[Action]) -> None:
        """Offer what can be done."""
        self._actions.show_actions(actions)

    def _list(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(14))
        column.addWidget(self._result)
        column.addWidget(self._table, 1)
        return inside

    def _busy(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.addStretch(1)
        column.addWidget(label(self.tr("Checking…"), "lead"), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._bar)
        column.addWidget(self._counted, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        return inside

    def _guide(self) -> QWidget:
        zone = QFrame()
        zone.setProperty("part", "dropzone")
        column = QVBoxLayout(zone)
        column.setContentsMargins(px(20), px(18), px(20), px(18))
        column.addStretch(1)
        picture = Picture(PictureName.CERTIFICATE, self.tr("A certificate with a seal"), 220)
        column.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(px(10))
        for words, part in (
            (self.tr("Scan the QR code on the paper"), "result"),
            (self.tr("or drop PDF files or a folder here"), "lead"),
            (self.tr("The files are only read."), "muted"),
        ):
            said = label(words, part, wrap=True)
            said.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(said)
        column.addStretch(2)
        return zone

    def _picked(self, row: CheckedView) -> None:
        self.picked.emit(row.key)
