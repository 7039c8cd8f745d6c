"""The maker's left side: one picture, one short sentence, two steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from serkut_desk.ui import theme
from serkut_desk.ui.icons import IconLabel
from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.pictures import Picture
from serkut_desk.ui.parts.text import label, restyle
from serkut_desk.ui.parts.tiles import Tiles
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from serkut_desk.ui.panel import Action
    from serkut_desk.ui.stations.intake.views import GuideView

_PICTURE = 400
_SMALL_PICTURE = 170
_MOST_ROWS = 2


class StepLine(QWidget):
    """`1. Barcode ✓   2. New label`: where the work on this device is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(px(8))
        self._made: list[QWidget] = []
        self._shown: tuple[tuple[str, ...], int] | None = None
        self._row.addStretch(1)
        self._row.addStretch(1)

    def show_steps(self, steps: Sequence[str], at: int) -> None:
        """Show other steps; those before `at` carry a tick."""
        if self._shown == (tuple(steps), at):
            return
        self._shown = tuple(steps), at
        for old in self._made:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._made = []
        for number, step in enumerate(steps):
            word = label(f"{number + 1}. {step}", "step")
            restyle(word, "now", "true" if number == at else "false")
            self._add(word)
            if number < at:
                self._add(IconLabel("check", theme.TONES[Tone.GOOD].text, 20))
            if number + 1 < len(steps):
                gap = QWidget()
                gap.setFixedWidth(px(18))
                self._add(gap)
        self.setVisible(bool(steps))

    def _add(self, widget: QWidget) -> None:
        self._row.insertWidget(self._row.count() - 1, widget)
        self._made.append(widget)


class GuideCard(Card):
    """Shows a `GuideView`, or asks something with big answers below the picture."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        middle = Qt.AlignmentFlag.AlignHCenter
        self._picture: Picture | None = None
        self._sentence = label("", "display", wrap=True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._steps = StepLine()
        self._tiles = Tiles(3, folds=True)
        self.body.addStretch(2)
        self._at = self.body.count()
        self.body.addSpacing(px(14))
        self.body.addWidget(self._sentence)
        self.body.addSpacing(px(6))
        self.body.addWidget(self._steps, 0, middle)
        self.body.addWidget(self._tiles)
        self.body.addStretch(3)

    def show_guide(self, view: GuideView, answers: Sequence[Action] = ()) -> None:
        """Show another step; with `answers` the picture is small and the steps give way."""
        width = _SMALL_PICTURE if answers else _PICTURE
        if self._picture is None:
            self._picture = Picture(view.picture, view.shows, width)
            self.body.insertWidget(self._at, self._picture, 0, Qt.AlignmentFlag.AlignHCenter)
        self._picture.show_picture(view.picture, view.shows, width)
        self._sentence.setText(view.sentence)
        self._steps.show_steps(() if answers else view.steps, view.at)
        self._tiles.show_actions(answers)
        self._tiles.setVisible(bool(answers))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's own name
        """Show the picture anew where there is room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where answers fold into many rows the picture gives way: all must be in sight."""
        if self._picture is not None:
            self._picture.setVisible(self._tiles.isHidden() or self._tiles.rows <= _MOST_ROWS)
