"""A small picture with a word below it; a tap does what the word says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from serkut_desk.ui import theme
from serkut_desk.ui.icons import IconLabel
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.theme import px

if TYPE_CHECKING:
    from collections.abc import Callable

_SIDE = 104


class PhotoThumb(QPushButton):
    """One small picture.

    Args:
        data: JPEG.
        word: Below it.
        run: What a tap does.
        icon: What stands there when there is no picture, or it can not be shown.
    """

    def __init__(
        self,
        data: bytes,
        word: str,
        run: Callable[[], None],
        icon: str = "image-off",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("part", "tile")
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(word)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(6), px(6), px(6), px(6))
        column.setSpacing(px(4))
        column.addWidget(_shown(data, icon), 1, Qt.AlignmentFlag.AlignCenter)
        column.addWidget(label(word, "tileline"), 0, Qt.AlignmentFlag.AlignHCenter)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.clicked.connect(run)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's own name
        """Return room for the picture and its word."""
        inner = self.layout()
        wanted = inner.sizeHint() if inner else QSize()
        return wanted.expandedTo(QSize(px(_SIDE + 12), px(_SIDE + 36)))


def drawn(data: bytes, side: int, high: int | None = None) -> QPixmap:
    """Return a JPEG as large as fits into `side` x `high` pixels at 100 %; null if it can not."""
    picture = QPixmap()
    picture.loadFromData(data, "JPEG")
    if picture.isNull():
        return picture
    size = QSize(px(side), px(high or side))
    smooth = Qt.TransformationMode.SmoothTransformation
    return picture.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, smooth)


def _shown(data: bytes, icon: str) -> QLabel:
    picture = drawn(data, _SIDE) if data else QPixmap()
    if picture.isNull():
        return IconLabel(icon, theme.COLOURS["muted"], 40)
    made = QLabel()
    made.setPixmap(picture)
    return made
