"""The device on the bench: one picture, one sentence, a weight, the live balance."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from serkut_desk.domain.codes import parse_code
from serkut_desk.ui.parts.button import ActionBar, BigButton
from serkut_desk.ui.parts.pictures import Picture
from serkut_desk.ui.parts.steps import Journey, StepTrack
from serkut_desk.ui.parts.text import label, restyle
from serkut_desk.ui.parts.weight_field import WeightField
from serkut_desk.ui.stations.dismantling.balance_card import BalanceCard
from serkut_desk.ui.stations.dismantling.start_view import FOLDER
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from serkut_desk.domain.mass import Balance
    from serkut_desk.ui.panel import Action
    from serkut_desk.ui.scale import ScaleLink
    from serkut_desk.ui.stations.dismantling.views import StepView

_PICTURE, _LARGE = 300, 440
_WIDE = 1000
_LEAVING = frozenset({"F2", "F3"})
"""Keys that leave the device, or end its work without a result."""
_CODE = re.compile(r"[A-Za-z]{2}[0-9]{10}$")


class WorkView(QWidget):
    """The step at hand above the balance.

    Args:
        scale: The scale of this desk.
    """

    code_scanned = Signal(str)
    """One of our codes, scanned while the weight was being typed."""

    def __init__(self, scale: ScaleLink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: StepView | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        self._card = QFrame()
        self._card.setProperty("part", "card")
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(px(18), px(10), px(18), px(12))
        inside.setSpacing(px(6))
        head = QHBoxLayout()
        head.setSpacing(px(10))
        self._name = label("", "title", wrap=True)
        self._leave = QHBoxLayout()
        self._leave.setSpacing(px(10))
        head.addWidget(self._name, 1)
        head.addLayout(self._leave)
        inside.addLayout(head)
        self._track = StepTrack(Journey((), 0))
        inside.addWidget(self._track)
        middle = QHBoxLayout()
        middle.setSpacing(px(22))
        self._picture = Picture("on-scale", "", _PICTURE, folder=FOLDER)
        middle.addWidget(self._picture, 4)
        middle.addLayout(self._words(scale), 5)
        inside.addLayout(middle, 1)
        self.bar = ActionBar()
        inside.addWidget(self.bar)
        column.addWidget(self._card, 1)
        self.balance = BalanceCard()
        column.addWidget(self.balance)

    def _words(self, scale: ScaleLink) -> QVBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(px(8))
        self._sentence = label("", "display", wrap=True)
        self._lines = label("", "lead", wrap=True)
        self.weight = WeightField(scale)
        self.weight.field.edited.connect(self._typed)
        words.addStretch(1)
        words.addWidget(self._sentence)
        words.addWidget(self._lines)
        words.addSpacing(px(4))
        words.addWidget(self.weight)
        words.addStretch(1)
        return words

    def set_plain(self, *, plain: bool) -> None:
        """Say the sentence larger for makers; supervisors have more beside it."""
        restyle(self._sentence, "part", "display" if plain else "result")

    def show_device(self, name: str, journey: Journey) -> None:
        """Show whose step it is, and how far the work is."""
        self._name.setText(name)
        self._track.show_journey(journey)
        self._track.setVisible(bool(journey.steps))

    def show_actions(self, actions: Sequence[Action]) -> None:
        """Offer what can be done: what leaves the device beside its name, the rest below."""
        while self._leave.count():
            item = self._leave.takeAt(0)
            old = item.widget() if item else None
            if old is not None:
                old.hide()
                old.deleteLater()
        for action in actions:
            if action.key in _LEAVING:
                self._leave.addWidget(BigButton(action))
        self.bar.show_actions([one for one in actions if one.key not in _LEAVING])

    def show_step(self, view: StepView, *, weighs: bool) -> None:
        """Show the step at hand; `weighs` where something can be put on the scale."""
        restyle(self._card, "part", "toned-card" if view.danger else "card")
        restyle(self._card, "tone", str(Tone.STOP) if view.danger else "")
        restyle(self._sentence, "tone", str(Tone.STOP) if view.danger else "")
        self._view = view
        self._draw()
        self._sentence.setText(view.sentence)
        self._lines.setText("\n".join(view.lines))
        self._lines.setVisible(bool(view.lines))
        self.weight.setVisible(weighs)

    def _draw(self) -> None:
        """Draw the picture as large as the window lets it be."""
        if self._view is not None:
            width = _LARGE if self.width() > px(_WIDE) else _PICTURE
            self._picture.show_picture(self._view.picture, self._view.sentence, width)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's own name
        """Use the room of a large window."""
        super().resizeEvent(event)
        self._draw()

    def show_balance(self, sums: Balance, *, judged: bool) -> None:
        """Show what went in, came out and is left."""
        self.balance.show_balance(sums, judged=judged)

    def write_weight(self, grams: int) -> None:
        """Take grams that somebody typed outside the field."""
        self.weight.field.set_text(str(grams))
        self.weight.field.edited.emit(str(grams))

    def _typed(self, text: str) -> None:
        """Take a code out of the field again: the scanner does not know where the cursor is."""
        found = _CODE.search(text)
        if found is None or parse_code(found[0]) is None:
            return
        self.weight.field.edit.setText(text[: found.start()])
        self.weight.field.edited.emit(self.weight.field.text)
        self.code_scanned.emit(found[0])
