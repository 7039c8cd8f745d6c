"""What was counted so far: a sign, a word, how many, how heavy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from serkut_desk.domain.weighing import grams_words
from serkut_desk.stations.thing_kinds import kind_of
from serkut_desk.ui import theme
from serkut_desk.ui.icons import IconLabel
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.theme import px

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST = 8


@dataclass(frozen=True, slots=True)
class ThingRow:
    """One kind with its amount."""

    kind: str
    count: int
    weight_g: int | None = None
    note: str = ""


class ThingRows(QWidget):
    """A short list; more than fit are told as a number.

    Args:
        language: Of the kinds' names.
        nothing: What to say while there is none.
    """

    def __init__(self, language: str, nothing: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._nothing = nothing
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(8))
        self.show_rows(())

    def show_rows(self, rows: Sequence[ThingRow]) -> None:
        """Show other rows."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if not rows:
            self._column.addWidget(label(self._nothing, "muted", wrap=True))
        for row in rows[:_MOST]:
            self._column.addWidget(self._row(row))
        if len(rows) > _MOST:
            more = self.tr("and %n more", "", len(rows) - _MOST)
            self._column.addWidget(label(more, "secondary"))

    def _row(self, row: ThingRow) -> QWidget:
        kind = kind_of(row.kind)
        line = QWidget()
        across = QHBoxLayout(line)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(px(10))
        across.addWidget(IconLabel(kind.icon, theme.COLOURS["accent_text"], 22))
        word = " · ".join(filter(None, (kind.word(self._language), row.note)))
        across.addWidget(label(word, wrap=True), 1)
        if row.weight_g:
            across.addWidget(label(grams_words(row.weight_g), "secondary"))
        count = label(str(row.count) if row.count else "", "count")
        count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        count.setMinimumWidth(px(48))
        across.addWidget(count)
        return line
