"""The journey of a device: where it has been, where it is, what lies ahead."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from serkut_desk.ui import theme
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from collections.abc import Sequence

_GOOD = QColor(theme.TONES[Tone.GOOD].text)


@dataclass(frozen=True, slots=True)
class Journey:
    """Steps in order and the place of the current one; `len(steps)` means all are done."""

    steps: tuple[str, ...]
    current: int


class StepTrack(QWidget):
    """Draws a `Journey`; passed steps carry a tick, the current one a ring and a bold word."""

    def __init__(self, journey: Journey, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._journey = journey
        self.show_journey(journey)

    def show_journey(self, journey: Journey) -> None:
        """Show another journey."""
        self._journey = journey
        here = journey.steps[journey.current] if journey.current < len(journey.steps) else ""
        self.setAccessibleName(here or " ".join(journey.steps[-1:]))
        self.setAccessibleDescription(", ".join(journey.steps))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's own name
        """Return room for dots and words."""
        return QSize(px(320), px(52))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's own name
        """Words shrink to fit, so little room is enough."""
        return QSize(px(180), px(52))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's own name
        """Paint line, dots and words."""
        del event
        count = len(self._journey.steps)
        if not count:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        column = self.width() / count
        middle = px(14)
        centres = [QPointF(column * (at + 0.5), middle) for at in range(count)]
        self._paint_line(painter, centres)
        for at, centre in enumerate(centres):
            self._paint_dot(painter, centre, at)
        self._paint_words(painter, self._journey.steps, column)
        painter.end()

    def _paint_line(self, painter: QPainter, centres: Sequence[QPointF]) -> None:
        for at, (one, two) in enumerate(itertools.pairwise(centres)):
            passed = at < self._journey.current
            painter.setPen(QPen(_GOOD if passed else theme.colour("line"), px(3)))
            painter.drawLine(one, two)

    def _paint_dot(self, painter: QPainter, centre: QPointF, at: int) -> None:
        current = self._journey.current
        painter.setPen(Qt.PenStyle.NoPen)
        if at < current:
            painter.setBrush(_GOOD)
            painter.drawEllipse(centre, px(8), px(8))
            painter.setPen(QPen(theme.colour("white"), px(2)))
            painter.drawPolyline(
                [
                    QPointF(centre.x() - px(4), centre.y()),
                    QPointF(centre.x() - px(1), centre.y() + px(3)),
                    QPointF(centre.x() + px(4), centre.y() - px(3)),
                ]
            )
        elif at == current:
            painter.setBrush(theme.colour("white"))
            painter.setPen(QPen(theme.colour("accent"), px(4)))
            painter.drawEllipse(centre, px(9), px(9))
        else:
            painter.setBrush(theme.colour("line"))
            painter.drawEllipse(centre, px(7), px(7))

    def _paint_words(self, painter: QPainter, words: Sequence[str], column: float) -> None:
        # All words share one size: the largest at which the longest still fits its column.
        face = theme.font(12, QFont.Weight.Bold)
        painter.setFont(face)
        widest = max(painter.fontMetrics().horizontalAdvance(word) for word in words)
        room = column - px(3)
        if widest > room:
            face.setPixelSize(max(px(10), int(face.pixelSize() * room / widest)))
        painter.setFont(face)
        crowded = max(painter.fontMetrics().horizontalAdvance(word) for word in words) > column
        for at, word in enumerate(words):
            here = at == self._journey.current
            if crowded and not here:
                continue  # too narrow for all of them: the one that matters stays readable
            face.setWeight(QFont.Weight.Bold if here else QFont.Weight.Normal)
            painter.setFont(face)
            painter.setPen(theme.colour("ink" if here else "muted"))
            width = painter.fontMetrics().horizontalAdvance(word) + px(4)
            left = min(max(column * (at + 0.5) - width / 2, 0), self.width() - width)
            box = QRectF(left, px(30), width, px(20))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, word)
