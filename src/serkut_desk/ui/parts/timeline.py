"""What happened to a device, newest first, on one line downwards."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from serkut_desk.ui import theme
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.theme import px

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Happening:
    """One entry: what happened, and when and who in the quiet line below."""

    what: str
    when: str


class Timeline(QWidget):
    """A list of `Happening` along a line."""

    def __init__(self, happenings: Sequence[Happening] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(20), px(2), 0, 0)
        self._column.setSpacing(px(14))
        # Entries keep together at the top, however high the list is.
        self._column.addStretch(1)
        self._rows: list[QWidget] = []
        self.show_happenings(happenings)

    def show_happenings(self, happenings: Sequence[Happening]) -> None:
        """Show another list."""
        for old in self._rows:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._rows = []
        for happening in happenings:
            row = QWidget()
            lines = QVBoxLayout(row)
            lines.setContentsMargins(0, 0, 0, 0)
            lines.setSpacing(px(1))
            lines.addWidget(label(happening.what, wrap=True))
            if happening.when:
                lines.addWidget(label(happening.when, "secondary", wrap=True))
            self._column.insertWidget(len(self._rows), row)
            self._rows.append(row)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's own name
        """Paint the line and a dot beside each entry."""
        del event
        if not self._rows:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x = px(6)
        last = self._rows[-1].geometry()
        painter.setPen(QPen(theme.colour("line"), px(2)))
        painter.drawLine(QPointF(x, 0), QPointF(x, last.bottom()))
        painter.setPen(theme.colour("panel"))
        painter.setBrush(theme.colour("rail_muted"))
        for row in self._rows:
            painter.drawEllipse(QPointF(x, row.y() + px(9)), px(5), px(5))
        painter.end()
