"""One device at a glance: two columns a medium, what differs stands out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from serkut_desk.ui import theme
from serkut_desk.ui.icons import IconLabel
from serkut_desk.ui.parts.answer import Answer
from serkut_desk.ui.parts.states import EmptyState, StateKind
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.ui.stations.wiping.lane_words import (
        LanePageView,
        LeftView,
        MediumView,
        PointView,
    )

_CAUGHT = frozenset({Tone.ATTENTION, Tone.STOP})


class LanePage(QScrollArea):
    """Shows a `LanePageView`, or what is left at the end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "clear")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("The device and its evidence"))

    def show_page(self, view: LanePageView) -> None:
        """Show one device."""
        inside, column = _inside()
        head = QHBoxLayout()
        head.setSpacing(px(12))
        head.addWidget(label(view.title, "title", wrap=True), 1)
        sign = IconLabel(theme.TONE_ICONS[view.tone], theme.TONES[view.tone].text, 20)
        head.addWidget(sign)
        head.addWidget(label(view.answer, "toned", tone=str(view.tone)))
        column.addLayout(head)
        below = " · ".join(filter(None, (view.subtitle, view.people)))
        column.addWidget(label(below, "muted", wrap=True))
        for medium in view.media:
            column.addWidget(self._medium(medium))
        if not view.media:
            none = self.tr("No medium inside: two persons have looked.")
            column.addWidget(label(none, "lead", wrap=True))
        column.addStretch(1)
        self.setWidget(inside)

    def show_busy(self) -> None:
        """The device is on its way."""
        inside, column = _inside()
        column.addWidget(EmptyState(StateKind.BUSY, self.tr("Fetching the device…")), 1)
        self.setWidget(inside)

    def show_failure(self, what: str, why: str) -> None:
        """The list could not be fetched."""
        inside, column = _inside()
        column.addWidget(EmptyState(StateKind.FAILED, what, (why,)), 1)
        self.setWidget(inside)

    def show_end(self, title: str, drawn: str, left: Sequence[LeftView]) -> None:
        """Show how it went, and what is left with its reasons."""
        inside, column = _inside()
        column.addWidget(Answer(Tone.GOOD, title, drawn))
        if left:
            words = self.tr("%n devices are left", "", len(left))
            column.addWidget(label(words, "section"))
        for one in left:
            column.addWidget(label(one.title, "strong", wrap=True))
            column.addWidget(label(one.why, "secondary", wrap=True))
        column.addStretch(1)
        self.setWidget(inside)

    def _medium(self, view: MediumView) -> QWidget:
        card = QFrame()
        card.setProperty("part", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(px(16), px(8), px(16), px(8))
        column.setSpacing(px(4))
        column.addWidget(label(view.title, "code", wrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(14))
        grid.setVerticalSpacing(px(1))
        for at, stretch in enumerate((0, 3, 5, 5)):
            grid.setColumnStretch(at, stretch)
        heads = ("", "", self.tr("Asked for, recorded"), self.tr("The evidence says"))
        for at, word in enumerate(heads):
            grid.addWidget(label(word, "section"), 0, at)
        for at, point in enumerate(view.points, 1):
            _add(grid, at, point)
        column.addLayout(grid)
        if view.note:
            column.addWidget(label(view.note, "muted", wrap=True))
        return card


def _inside() -> tuple[QWidget, QVBoxLayout]:
    inside = QWidget()
    inside.setProperty("part", "clear")
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, px(6), 0)
    column.setSpacing(px(6))
    return inside, column


def _add(grid: QGridLayout, at: int, point: PointView) -> None:
    """Add a line; its sign says what its colour says."""
    caught = point.tone in _CAUGHT
    icon = "circle-question-mark" if point.tone is Tone.PLAIN else theme.TONE_ICONS[point.tone]
    grid.addWidget(IconLabel(icon, theme.TONES[point.tone].text, 18), at, 0)
    tone = str(point.tone) if caught else ""
    part = "codevalue" if point.code else ("strong" if caught else "")
    grid.addWidget(label(point.what, "secondary"), at, 1)
    for column, text in ((2, point.asked), (3, point.told)):
        value = label(text, part, wrap=True, tone=tone)
        value.setAccessibleName(f"{point.what} {text}")
        grid.addWidget(value, at, column)
