"""The middle of the window: banners, the open panel, and its side at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from serkut_desk.ui.notify import Banner
from serkut_desk.ui.parts.choices import Choice, ChoiceStrip
from serkut_desk.ui.theme import Tone, px, scale

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from serkut_desk.ui.panel import Panel

_NARROW = 860  # px at 100 %; below it the side leaves room to the panel
_NARROW_SHARE = 0.4


def _area() -> QScrollArea:
    made = QScrollArea()
    made.setProperty("part", "work")
    made.setWidgetResizable(True)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.viewport().setAutoFillBackground(False)
    return made


def _put(area: QScrollArea, widget: QWidget) -> None:
    area.setWidget(widget)
    widget.setAutoFillBackground(False)
    widget.show()


class WorkArea(QWidget):
    """Shows one panel at a time; the others stay as they are."""

    door_chosen = Signal(str)
    """Key of another station that shares the open one's place on the rail."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "work")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.standing = Banner()
        self.banner = Banner()
        self._panel: Panel | None = None
        self._side: QWidget | None = None
        self._area = _area()
        self._side_area = _area()
        self._side_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._side_area.setAccessibleName(self.tr("Beside the work"))
        self._side_area.hide()
        self._row = QHBoxLayout()
        self._row.setSpacing(px(16))
        self._row.addWidget(self._area, 1)
        self._row.addWidget(self._side_area)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(14), px(20), px(14))
        column.setSpacing(px(14))
        column.addWidget(self.standing)
        column.addWidget(self.banner)
        self._column = column
        self._doors: ChoiceStrip | None = None
        column.addLayout(self._row, 1)
        self.standing.shown.connect(self._one_line)
        self.banner.shown.connect(self._one_line)

    def _one_line(self) -> None:
        """Let what stays give way to the last result, unless it is grave; the foot keeps it."""
        kept = self.standing.notice
        grave = kept is not None and kept.tone is Tone.STOP
        shown = kept is not None and (grave or self.banner.notice is None)
        self.standing.setVisible(shown)

    @property
    def panel(self) -> Panel | None:
        """The panel that is open."""
        return self._panel

    def show_panel(self, panel: Panel | None, name: str) -> None:
        """Open another panel; `name` is its station's, for a screen reader."""
        self._area.takeWidget()
        self._side_area.takeWidget()
        self._panel = panel
        self._side = panel.side() if panel else None
        self._area.setAccessibleName(name)
        if panel is not None:
            _put(self._area, panel)
        if self._side is not None:
            _put(self._side_area, self._side)
        self._side_area.setVisible(self._side is not None)
        self._fit()

    def show_doors(self, doors: Sequence[Choice], current: str) -> None:
        """Offer the stations beside the open one; none where it is alone."""
        if self._doors is not None:
            self._column.removeWidget(self._doors)
            self._doors.hide()
            self._doors.deleteLater()
            self._doors = None
        if doors:
            self._doors = ChoiceStrip(self.tr("Beside this station"), doors, current)
            self._doors.chosen.connect(self.door_chosen)
            self._column.insertWidget(2, self._doors)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's own name
        """Give the side its share."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._side is None or self._panel is None:
            return
        wanted = px(self._panel.side_width)
        if self.width() / scale() < _NARROW:
            wanted = min(wanted, round(self.width() * _NARROW_SHARE))
        # Narrower than its widest word it would be cut; a bar may stand beside it.
        needed = self._side.minimumSizeHint().width()
        bar = self._side_area.verticalScrollBar().sizeHint().width()
        if self._side.minimumSizeHint().height() > self._side_area.height():
            needed += bar
        self._side_area.setFixedWidth(max(wanted, needed))
