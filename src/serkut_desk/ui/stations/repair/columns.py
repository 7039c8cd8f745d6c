"""Columns side by side, below each other where there is too little room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QWidget

from serkut_desk.ui.theme import px

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_ANY_WIDTH = 16_777_215  # Qt's own largest size
_LEAST_HEIGHT = 300


class Columns(QWidget):
    """Lays its columns out; those with a width of their own keep it.

    Args:
        narrow: Pixels at 100 % below which they stand below each other.
        gap: Pixels between them at 100 %.
    """

    def __init__(self, narrow: int, gap: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._narrow = narrow
        self._fixed: list[tuple[QWidget, int]] = []
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(px(gap))

    def add(self, column: QWidget, width: int = 0) -> None:
        """Put the next column in place; `width` 0 takes what the others leave."""
        self._row.addWidget(column, 0 if width else 1)
        if width:
            self._fixed.append((column, width))
            column.setFixedWidth(px(width))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's own name
        """Turn to the direction that fits."""
        super().resizeEvent(event)
        below = self.width() < px(self._narrow)
        wanted = QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight
        if wanted is self._row.direction():
            return
        self._row.setDirection(wanted)
        for column, width in self._fixed:
            column.setMinimumSize(0 if below else px(width), px(_LEAST_HEIGHT) if below else 0)
            column.setMaximumWidth(_ANY_WIDTH if below else px(width))
