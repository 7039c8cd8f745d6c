"""How far a lot is: one bar of coloured parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from serkut_desk.ui import theme
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from collections.abc import Sequence

_FILLS = {
    Tone.GOOD: "good_fill",
    Tone.ATTENTION: "attention_fill",
    Tone.STOP: "stop_fill",
    Tone.INFO: "accent",
    Tone.PLAIN: "line_strong",
}


class ProgressStrip(QWidget):
    """A bar; figures in words stand beside it, colour is never alone.

    Args:
        name: What it shows, for a screen reader.
        height: Pixels at 100 %.
    """

    def __init__(self, name: str, height: int = 10, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: tuple[tuple[Tone, int], ...] = ()
        self._total = 0
        self.setFixedHeight(px(height))
        self.setAccessibleName(name)

    def show_parts(self, total: int, parts: Sequence[tuple[Tone, int]]) -> None:
        """Show `parts` of `total`; the bar grows with them when they are more."""
        self._parts = tuple(parts)
        self._total = max(total, sum(count for _, count in parts), 0)
        self.setAccessibleDescription(f"{sum(count for _, count in parts)} / {self._total}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's own name
        """Paint the parts from the left."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QPainterPath()
        radius = self.height() / 2
        whole.addRoundedRect(QRectF(self.rect()), radius, radius)
        painter.setClipPath(whole)
        painter.fillRect(self.rect(), theme.colour("empty_fill"))
        at = 0.0
        for tone, count in self._parts:
            width = self.width() * count / self._total if self._total else 0.0
            painter.fillRect(
                QRectF(at, 0, width, self.height()), QColor(theme.COLOURS[_FILLS[tone]])
            )
            at += width
        painter.end()
