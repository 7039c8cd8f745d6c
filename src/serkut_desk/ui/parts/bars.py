"""Bars that a scanner reads from the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from serkut_desk.ui.theme import px

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_QUIET = 10  # modules of white at each side (ISO/IEC 15417)
_MODULE = 4  # pixels at 100 %: about 1 mm on a desk's screen
_TALL = 150


class Bars(QWidget):
    """A Code 128 symbol in whole pixels, black on white."""

    def __init__(self) -> None:
        super().__init__()
        self._modules = ""
        self.setFixedHeight(px(_TALL))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_modules(self, modules: str, words: str) -> None:
        """Show another symbol (1 for a dark module); `words` are what it holds."""
        self._modules = modules
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's own name
        """Return room for the symbol at its full size."""
        return QSize((len(self._modules) + 2 * _QUIET) * px(_MODULE), px(_TALL))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's own name
        """Bars of two pixels are still read from near by."""
        return QSize((len(self._modules) + 2 * _QUIET) * 2, px(_TALL))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's own name
        """Paint bars of whole pixels, as wide as fits."""
        del event
        wide = len(self._modules)
        step = max(1, min(px(_MODULE), self.width() // (wide + 2 * _QUIET)))
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("#ffffff"))
        left = (self.width() - wide * step) // 2
        for at, module in enumerate(self._modules):
            if module == "1":
                painter.fillRect(QRect(left + at * step, 0, step, self.height()), QColor("#000000"))
        painter.end()
