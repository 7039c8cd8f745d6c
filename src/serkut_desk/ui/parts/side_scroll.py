"""What a card at the side tells of one thing, when that may be long: it scrolls by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy

from serkut_desk.ui.theme import px

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_LEAST = 160


class SideScroll(QScrollArea):
    """Takes the height that is left, however much it holds: what can be done stays in sight below.

    Args:
        name: What it tells, for those who do not see it.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "clear")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        self.setMinimumHeight(px(_LEAST))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
