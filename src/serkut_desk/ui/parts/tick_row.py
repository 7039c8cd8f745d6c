"""A sentence that a person makes their own by a tick: big enough for a finger, never cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from serkut_desk.ui import theme
from serkut_desk.ui.icons import IconLabel
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.theme import px

if TYPE_CHECKING:
    from collections.abc import Callable


class TickRow(QPushButton):
    """A row with a box at its left; `toggled` tells.

    Args:
        words: The whole sentence.
        key: F-key that ticks it, "" for none.
        changed: Called after each tick.
    """

    def __init__(
        self,
        words: str,
        key: str = "",
        changed: Callable[[], None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("part", "button")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setMinimumHeight(px(48))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(f"{words} {key}".strip())
        row = QHBoxLayout(self)
        row.setContentsMargins(px(14), px(8), px(14), px(8))
        row.setSpacing(px(12))
        self._sign = IconLabel("circle", theme.COLOURS["muted"], 22)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(label(words, wrap=True), 1)
        if key:
            row.addWidget(label(key, "key"), 0, Qt.AlignmentFlag.AlignVCenter)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._changed = changed
        self.toggled.connect(self._show)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's own name
        """The sentence may need several lines."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's own name
        """Return the height of all its lines."""
        inner = self.layout()
        return max(self.minimumHeight(), inner.heightForWidth(width) if inner else 0)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's own name
        """Return room for the sentence."""
        inner = self.layout()
        return inner.sizeHint() if inner else QSize()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's own name
        """Be as narrow as its longest word."""
        inner = self.layout()
        return inner.minimumSize() if inner else QSize()

    def _show(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal passes it so
        name, tint = ("circle-check", "accent") if on else ("circle", "muted")
        self._sign.set_icon(name, theme.COLOURS[tint], 22)
        if self._changed is not None:
            self._changed()
