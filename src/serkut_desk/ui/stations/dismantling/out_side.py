"""Beside the step: what is dangerous in such a device, what came out, what to expect."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.data_table import DataTable
from serkut_desk.ui.parts.facts import Facts
from serkut_desk.ui.parts.pictures import Picture
from serkut_desk.ui.parts.states import EmptyState, StateKind
from serkut_desk.ui.parts.text import label, restyle
from serkut_desk.ui.stations.dismantling import wording
from serkut_desk.ui.stations.dismantling.start_view import FOLDER
from serkut_desk.ui.tables import Column, PagedModel
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from serkut_desk.domain.dismantling import Hazard
    from serkut_desk.stations.dismantling.views import Sheet
    from serkut_desk.texts import Texts
    from serkut_desk.ui.stations.dismantling.views import OutRow

_PICTURE = 76


class HazardCard(QFrame):
    """One danger: its picture, one sentence, the right place."""

    def __init__(self, hazard: Hazard, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "toned-card")
        restyle(self, "tone", str(Tone.STOP))
        row = QHBoxLayout(self)
        row.setContentsMargins(px(12), px(8), px(12), px(8))
        row.setSpacing(px(12))
        sentence = wording.said(hazard.words, texts)
        picture = Picture(hazard.picture, sentence, _PICTURE, folder=FOLDER)
        picture.setFixedWidth(px(_PICTURE))
        row.addWidget(picture)
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(label(sentence, "strong", wrap=True, tone=str(Tone.STOP)))
        words.addWidget(label(wording.said(hazard.place, texts), "", wrap=True))
        row.addLayout(words, 1)


class OutSide(QWidget):
    """What stands at the right while a device is open."""

    picked = Signal(str)
    """Key of the row that somebody moved to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        self._hazards = QVBoxLayout()
        self._hazards.setSpacing(px(8))
        column.addLayout(self._hazards)
        self._shown: tuple[str, str] = ("", "")
        self._out = Card(self.tr("What came out"), small=True)
        self._out.tighten()
        self._model: PagedModel[OutRow] = PagedModel(
            (
                Column(self.tr("What"), lambda row: row.word, weight=2, width=96),
                Column(self.tr("Code"), lambda row: row.code, mono=True, weight=0, width=88),
                Column(self.tr("Weight"), lambda row: row.weight, weight=0, width=76, right=True),
            ),
            key=lambda row: row.key,
        )
        self._table = DataTable(self._model, self.tr("What came out"))
        self._model.setParent(self._table)
        self._table.picked.connect(lambda row: self.picked.emit(row.key))
        self._none = EmptyState(StateKind.NOTHING, self.tr("Nothing came out yet."))
        self._pages = QStackedWidget()
        self._pages.addWidget(self._none)
        self._pages.addWidget(self._table)
        self._out.add(self._pages, 1)
        column.addWidget(self._out, 3)
        self._expected = Card(self.tr("Came out / to expect"), small=True)
        self._expected.tighten()
        self._facts = Facts()
        self._expected.add(self._facts)
        self._source = label("", "secondary", wrap=True)
        self._expected.add(self._source)
        column.addWidget(self._expected, 0, Qt.AlignmentFlag.AlignTop)

    def show_sheet(self, sheet: Sheet, texts: Texts, *, plain: bool, keep: str) -> None:
        """Show another device or another state; `plain` leaves the figures to expect out."""
        self._show_hazards(sheet, texts, plain=plain)
        rows = wording.out_rows(sheet, texts)
        self._model.show_rows(rows)
        self._pages.setCurrentWidget(self._table if rows else self._none)
        if keep and any(row.key == keep for row in rows):
            self._table.show_row(keep)
        facts = () if plain else wording.expected_facts(sheet, texts)
        self._expected.setVisible(bool(facts))
        self._facts.show_facts(facts)
        # Who measured, and when; where in the paper is for whoever points at it.
        self._source.setText(sheet.source.split(",", maxsplit=1)[0])
        self._source.setToolTip(sheet.source)

    def _show_hazards(self, sheet: Sheet, texts: Texts, *, plain: bool) -> None:
        """Makers see two dangers at most; figures of a supervisor need the room of the others."""
        now = (sheet.guide.key, texts.language)
        if now == self._shown:
            return
        self._shown = now
        while self._hazards.count():
            item = self._hazards.takeAt(0)
            old = item.widget() if item else None
            if old is not None:
                old.hide()
                old.deleteLater()
        for hazard in sheet.hazards[: 2 if plain else 1]:
            self._hazards.addWidget(HazardCard(hazard, texts))
