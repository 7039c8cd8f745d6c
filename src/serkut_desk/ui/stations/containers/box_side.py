"""The right side: the chosen container, how it is packed, and what is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from serkut_desk.ui import theme
from serkut_desk.ui.icons import IconLabel
from serkut_desk.ui.parts.answer import Answer
from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.facts import Facts
from serkut_desk.ui.parts.pill import Pill
from serkut_desk.ui.parts.text import label, rule
from serkut_desk.ui.stations.containers.wall import fill_bar
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.ui.stations.containers.views import ContentRow, PageView

_SHOWN = 60


class BoxSide(Card):
    """Shows a `PageView`; plain for makers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._inside: QWidget | None = None
        self.show_page(None, plain=True)

    def show_page(self, view: PageView | None, *, plain: bool) -> None:
        """Show another container; None when none is chosen."""
        if self._inside is not None:
            self.body.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = self._none() if view is None else self._made(view, plain=plain)
        self.body.addWidget(self._inside, 1)

    def _none(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(14))
        column.addStretch(1)
        icon = IconLabel("container", theme.COLOURS["muted"], 72)
        column.addWidget(icon, 0, Qt.AlignmentFlag.AlignHCenter)
        said = label(self.tr("Scan a container's label"), "lead", wrap=True)
        said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(said)
        column.addStretch(2)
        return inside

    def _made(self, view: PageView, *, plain: bool) -> QWidget:
        inside = QWidget()
        inside.setProperty("part", "clear")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, px(4), 0)
        column.setSpacing(px(10))
        head = QHBoxLayout()
        head.setSpacing(px(14))
        size = 56 if plain else 44
        picture = IconLabel(view.box.icon, theme.COLOURS["accent_text"], size)
        picture.setFixedSize(px(size), px(size))
        head.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        names = QVBoxLayout()
        names.setSpacing(px(2))
        names.addWidget(label(view.box.short, "code"))
        names.addWidget(label(view.box.fraction, "lead", wrap=True))
        names.addWidget(Pill(view.box.word, view.box.tone), 0, Qt.AlignmentFlag.AlignLeft)
        head.addLayout(names, 1)
        column.addLayout(head)
        if view.box.percent is not None:
            column.addWidget(fill_bar(view.box, self.tr("How full"), 16))
        foot = QHBoxLayout()
        foot.addWidget(label(view.box.weight, "strong"))
        foot.addStretch(1)
        foot.addWidget(label(view.box.time, "secondary"))
        column.addLayout(foot)
        tone = Tone.ATTENTION if view.danger else Tone.INFO
        title = self.tr("Hazardous. Pack it so:") if view.danger else self.tr("Pack it so:")
        column.addWidget(Answer(tone, title, view.packing))
        if not plain:
            column.addWidget(Facts(view.facts))
        self._contents(column, view.contents[: 8 if plain else _SHOWN])
        column.addStretch(1)
        return self._scrolled(inside)

    def _contents(self, column: QVBoxLayout, rows: Sequence[ContentRow]) -> None:
        column.addSpacing(px(6))
        title = self.tr("What is inside") if rows else self.tr("It is empty")
        column.addWidget(label(title, "section"))
        for at, row in enumerate(rows):
            if at:
                column.addWidget(rule())
            line = QHBoxLayout()
            line.setSpacing(px(10))
            line.addWidget(label(row.source, "strong"))
            line.addWidget(label(row.what, "secondary", wrap=True), 1)
            line.addWidget(label(row.weight))
            column.addLayout(line)

    def _scrolled(self, inside: QWidget) -> QScrollArea:
        area = QScrollArea()
        area.setProperty("part", "clear")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(self.tr("The chosen container"))
        area.setWidget(inside)
        return area
