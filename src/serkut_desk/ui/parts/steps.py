"""The journey of a device: where it has been, where it is, what lies ahead."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from serkut_desk.ui import theme
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORD = 13
_LINE = 18  # px at 100 %
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
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._journey = journey
        self.show_journey(journey)

    def show_journey(self, journey: Journey) -> None:
        """Show another journey."""
        self._journey = journey
        here = journey.steps[journey.current] if journey.current < len(journey.steps) else ""
        self.setAccessibleName(here or " ".join(journey.steps[-1:]))
        self.setAccessibleDescription(", ".join(journey.steps))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's own name
        """Return room for dots and words."""
        return QSize(px(320), self.heightForWidth(px(320)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's own name
        """Every other word stands a line lower where they are crowded."""
        return QSize(px(180), px(52))

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's own name
        """A narrow track needs two lines of words."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's own name
        """Return the height of dots and one or two lines of words."""
        return px(52) + (px(_LINE) if self._is_crowded(width) else 0)

    def _is_crowded(self, width: int) -> bool:
        """Tell whether the words do not fit side by side."""
        words = self._journey.steps
        if not words:
            return False
        metrics = QFontMetrics(theme.font(_WORD, QFont.Weight.Bold))
        return max(map(metrics.horizontalAdvance, words)) + px(3) > width / len(words)

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
        crowded = self._is_crowded(self.width())
        # All words share one size: the largest at which the longest still fits its place.
        face = theme.font(_WORD, QFont.Weight.Bold)
        widest = max(QFontMetrics(face).horizontalAdvance(word) for word in words)
        room = (2 * column if crowded else column) - px(3)
        if widest > room:
            face.setPixelSize(max(px(10), int(face.pixelSize() * room / widest)))
        for at, word in enumerate(words):
            here = at == self._journey.current
            face.setWeight(QFont.Weight.Bold if here else QFont.Weight.Normal)
            painter.setFont(face)
            painter.setPen(theme.colour("ink" if here else "muted"))
            width = painter.fontMetrics().horizontalAdvance(word) + px(4)
            left = min(max(column * (at + 0.5) - width / 2, 0), self.width() - width)
            top = px(28) + (px(_LINE) if crowded and at % 2 else 0)
            box = QRectF(left, top, width, px(20))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, word)
