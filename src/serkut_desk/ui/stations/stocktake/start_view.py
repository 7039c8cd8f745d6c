"""Before a counting: scan a shelf; below it what others have begun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.pictures import Picture, PictureName
from serkut_desk.ui.parts.progress import ProgressStrip
from serkut_desk.ui.parts.text import label, rule
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.stations.stocktake.queries import CountLine

_PICTURE = 260
_SHOWN = 4


class StartView(Card):
    """One picture and one sentence; countings that are under way below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        middle = Qt.AlignmentFlag.AlignHCenter
        picture = Picture(PictureName.SHELF, self.tr("A shelf with its label"), _PICTURE)
        sentence = label(self.tr("Scan the shelf's label"), "display", wrap=True)
        sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        said = label(self.tr("Then scan every device on the shelf."), "lead", wrap=True)
        said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.body.addStretch(2)
        self.body.addWidget(picture, 0, middle)
        self.body.addSpacing(px(14))
        self.body.addWidget(sentence)
        self.body.addWidget(said)
        self.body.addStretch(2)
        self._open = QWidget()
        self._rows: QWidget | None = None
        column = QVBoxLayout(self._open)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(label(self.tr("Not finished yet. Scan the shelf to go on."), "section"))
        self._column = column
        self.body.addWidget(self._open)

    def show_counts(self, lines: Sequence[CountLine]) -> None:
        """Show which countings are under way."""
        if self._rows is not None:
            self._column.removeWidget(self._rows)
            self._rows.hide()
            self._rows.deleteLater()
        self._rows = QWidget()
        rows = QVBoxLayout(self._rows)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(px(8))
        for at, line in enumerate(lines[:_SHOWN]):
            if at:
                rows.addWidget(rule())
            row = QHBoxLayout()
            row.setSpacing(px(14))
            row.addWidget(label(line.name, "strong"), 2)
            strip = ProgressStrip(line.name)
            strip.show_parts(line.expected, [(Tone.GOOD, line.counted)])
            row.addWidget(strip, 3)
            row.addWidget(label(f"{line.counted} / {line.expected}", "count"))
            rows.addLayout(row)
        self._column.addWidget(self._rows)
        self._open.setVisible(bool(lines))
