"""The grade at the right: still open with what is left, or the letter with what decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from serkut_desk.stations import grade_words
from serkut_desk.ui import device_words
from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.device_card import DeviceCard as DeviceCardWidget
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.stations.grading import wording
from serkut_desk.ui.theme import px

if TYPE_CHECKING:
    from serkut_desk.stations.devices.card_model import DeviceCard
    from serkut_desk.texts import Texts
    from serkut_desk.ui.stations.grading.walk import Walk

_SHOWN = 3


class GradeSide(QWidget):
    """The grade, and the device below it."""

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(14))
        self._card = Card(self.tr("Grade"), small=True)
        self._card.tighten()
        self._letter = label("", "result")
        self._lines = label("", "muted", wrap=True)
        self._card.add(self._letter)
        self._card.add(self._lines)
        self._device = DeviceCardWidget()
        column.addWidget(self._card)
        column.addWidget(self._device, 1)
        self.show_nothing()

    def show_nothing(self) -> None:
        """No device is open."""
        self._card.hide()
        self._device.show_device(None)

    def show_device(self, card: DeviceCard) -> None:
        """Show the device."""
        self._device.show_device(device_words.card_view(card, self._texts))

    def show_walk(self, walk: Walk) -> None:
        """Show the grade of an inspection under way, and how much is left."""
        left = len(walk.left)
        graded = walk.preview
        lines = (
            [wording.count_words(left, self._texts)]
            if left
            else [self.tr("Everything is answered.")]
        )
        if graded is None:
            self._letter.setText(self.tr("Open"))
            lines.append(self.tr("The grade comes when everything mandatory is answered."))
        else:
            self._letter.setText(graded.grade.value)
            said = grade_words.reason_sentences(graded.reasons, walk.look.checklist, self._texts)
            lines += said[:_SHOWN]
        self._show(lines)

    def show_graded(self) -> None:
        """The grade stands large in the work area."""
        self._card.hide()

    def _show(self, lines: list[str]) -> None:
        self._lines.setText("\n".join(lines))
        self._card.show()
