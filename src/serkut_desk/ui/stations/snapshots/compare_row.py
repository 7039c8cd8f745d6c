"""One thing beside the record, with a box to choose it: big enough for a finger, never cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from serkut_desk.ui import theme
from serkut_desk.ui.icons import IconLabel
from serkut_desk.ui.parts.pill import Pill
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.theme import px

if TYPE_CHECKING:
    from collections.abc import Callable

    from serkut_desk.ui.stations.snapshots.views import LineView


class CompareRow(QPushButton):
    """What is recorded and what the machine says; ticked, the machine's word is taken.

    Args:
        line: What it shows.
        key: F-key that ticks it, "" for none.
        changed: Called after each tick.
    """

    def __init__(
        self, line: LineView, key: str, changed: Callable[[], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.line = line
        self._changed = changed
        self.setProperty("part", "button")
        self.setCheckable(line.choosable)
        self.setEnabled(line.choosable)
        self.setAutoDefault(False)
        self.setMinimumHeight(px(48))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        recorded, told = self.tr("Record"), self.tr("Machine")
        spoken = (line.what, line.state, recorded, line.recorded, told, line.told, key)
        self.setAccessibleName(" ".join(filter(None, spoken)))
        row = QHBoxLayout(self)
        row.setContentsMargins(px(12), px(8), px(12), px(8))
        row.setSpacing(px(12))
        self._sign = IconLabel("circle", theme.COLOURS["muted"], 22)
        self._show_sign(on=False)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignVCenter)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(10))
        grid.setVerticalSpacing(px(4))
        grid.setColumnStretch(1, 1)
        head = QHBoxLayout()
        head.addWidget(label(line.what, "strong"), 1)
        head.addWidget(Pill(line.state, line.tone))
        grid.addLayout(head, 0, 0, 1, 2)
        # Where one side says nothing the row is lower.
        sides = ((recorded, line.recorded), (told, line.told))
        for at, (name, value) in enumerate((one for one in sides if one[1]), 1):
            grid.addWidget(label(name, "secondary"), at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(value, wrap=True), at, 1)
        row.addLayout(grid, 1)
        if key:
            row.addWidget(label(key, "key"), 0, Qt.AlignmentFlag.AlignVCenter)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.toggled.connect(self._show)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's own name
        """The values may need several lines."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's own name
        """Return the height of all its lines."""
        inner = self.layout()
        return max(self.minimumHeight(), inner.heightForWidth(width) if inner else 0)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's own name
        """Return room for the values."""
        inner = self.layout()
        return inner.sizeHint() if inner else QSize()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's own name
        """Be as narrow as its longest word."""
        inner = self.layout()
        return inner.minimumSize() if inner else QSize()

    def _show(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal passes it so
        self._show_sign(on=on)
        self._changed()

    def _show_sign(self, *, on: bool) -> None:
        if self.line.locked:
            self._sign.set_icon("lock", theme.COLOURS["muted"], 22)
        elif not self.line.choosable:
            self._sign.set_icon(theme.TONE_ICONS[self.line.tone], theme.COLOURS["muted"], 22)
        else:
            name, tint = ("circle-check", "accent") if on else ("circle", "muted")
            self._sign.set_icon(name, theme.COLOURS[tint], 22)
