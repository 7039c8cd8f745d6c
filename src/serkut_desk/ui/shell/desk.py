"""The frame that is made anew when language or scale change: rail, top, work area, foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from serkut_desk.ui.shell.foot import Foot
from serkut_desk.ui.shell.rail import Rail
from serkut_desk.ui.shell.top import TopBar
from serkut_desk.ui.shell.work import WorkArea

if TYPE_CHECKING:
    from collections.abc import Sequence


class Desk(QWidget):
    """Only layout; the window fills it.

    Args:
        workshop: Its name.
        desk: Which desk this is.
        languages: Codes on offer.
        language: The one in use.
    """

    def __init__(self, workshop: str, desk: str, languages: Sequence[str], language: str) -> None:
        super().__init__()
        self.setProperty("part", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.rail = Rail(workshop, desk)
        self.top = TopBar()
        self.work = WorkArea()
        self.foot = Foot(languages, language)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.top)
        right.addWidget(self.work, 1)
        right.addWidget(self.foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(right, 1)
        QWidget.setTabOrder(self.top.scan_line.edit, self.rail)
