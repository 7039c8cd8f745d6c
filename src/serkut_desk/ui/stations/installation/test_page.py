"""One machine, test by test: a picture, a sentence, big answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from serkut_desk.ui import theme
from serkut_desk.ui.icons import IconLabel
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.parts.tiles import Tiles
from serkut_desk.ui.theme import px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.ui.panel import Action
    from serkut_desk.ui.stations.installation.views import TestView

_BIG = 96


class TestPage(QWidget):
    """The left side while one machine is tested."""

    __test__ = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        head = Card()
        head.tighten()
        row = QHBoxLayout()
        row.setSpacing(px(14))
        self._device = label("", "deviceid")
        self._make = label("", "lead", wrap=True)
        self._system = label("", "muted", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(self._make)
        words.addWidget(self._system)
        self._step = label("", "count")
        row.addWidget(self._device)
        row.addLayout(words, 1)
        row.addWidget(self._step)
        head.body.addLayout(row)
        column.addWidget(head)
        card = Card()
        middle = Qt.AlignmentFlag.AlignHCenter
        self._icon = IconLabel("monitor", theme.COLOURS["accent_text"], _BIG)
        card.body.addStretch(1)
        card.body.addWidget(self._icon, 0, middle)
        card.body.addSpacing(px(6))
        self._sentence = label("", "display", wrap=True)
        self._how = label("", "lead", wrap=True)
        self._given = label("", "secondary", wrap=True)
        for line in (self._sentence, self._how, self._given):
            line.setAlignment(Qt.AlignmentFlag.AlignCenter)
            card.add(line)
        card.body.addStretch(1)
        self._tiles = Tiles(4)
        card.add(self._tiles)
        self._bar = ActionBar()
        card.add(self._bar)
        column.addWidget(card, 1)

    def show_test(self, view: TestView, answers: Sequence[Action], steps: Sequence[Action]) -> None:
        """Show another test."""
        self._device.setText(view.device)
        self._make.setText(view.make)
        self._system.setText(view.system)
        self._step.setText(view.step)
        self._icon.set_icon(view.icon, theme.COLOURS["accent_text"], _BIG)
        for line, words in (
            (self._sentence, view.sentence),
            (self._how, view.how),
            (self._given, view.given),
        ):
            line.setText(words)
            line.setVisible(bool(words))
        self._tiles.set_columns(len(answers))
        self._tiles.show_actions(answers)
        self._bar.show_actions(steps)
        self.setAccessibleName(f"{view.sentence} {view.how}")
