"""The supervisor's head of the screen: the lot, its bar and its figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from serkut_desk.ui.parts.button import BigButton, LinkButton
from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.flow import FlowLayout
from serkut_desk.ui.parts.progress import ProgressStrip
from serkut_desk.ui.parts.text import label, restyle
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.ui.panel import Action
    from serkut_desk.ui.stations.intake.views import LotView


class _Figure(QWidget):
    """A figure and its word."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, px(6), 0)
        row.setSpacing(px(6))
        self._count = label("", "count")
        self._word = label("", "muted")
        row.addWidget(self._count)
        row.addWidget(self._word)

    def show_figure(self, count: int, word: str, tone: str = "") -> None:
        """Show another figure."""
        self._count.setText(str(count))
        self._word.setText(word)
        for part in (self._count, self._word):
            restyle(part, "tone", tone)
        self.updateGeometry()


class LotHeader(Card):
    """Shows a `LotView`.

    Args:
        actions: Buttons at the right: change and close the lot.
        count: Stands beside the number of things that came in lines of many.
    """

    def __init__(
        self, actions: Sequence[Action], count: Action, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self.tighten()
        self._named = label("", "strong", wrap=True)
        figures = FlowLayout(px(8))
        self._figures = [_Figure() for _ in range(5)]
        for figure in self._figures:
            figures.addWidget(figure)
        self._count = LinkButton(count)
        figures.addWidget(self._count)
        # Beside the buttons, not below them: what is saved in height shows one more device.
        told = QVBoxLayout()
        told.setSpacing(px(2))
        told.addWidget(self._named)
        told.addLayout(figures)
        row = QHBoxLayout()
        row.setSpacing(px(10))
        row.addLayout(told, 1)
        for action in actions:
            row.addWidget(BigButton(action), 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)
        self._strip = ProgressStrip(self.tr("How the lot stands"))
        self.add(self._strip)

    def show_lot(self, lot: LotView) -> None:
        """Show how the lot stands."""
        counts = lot.counts
        self._named.setText(f"{lot.sender} · {lot.data_class}")
        listed = counts.received - counts.extra
        parts = [(Tone.GOOD, listed), (Tone.ATTENTION, counts.extra)]
        self._strip.show_parts(counts.expected, parts)
        expected, received, extra, missing, things = self._figures
        expected.show_figure(counts.expected, self.tr("on the list"))
        received.show_figure(counts.received, self.tr("received"))
        tone = str(Tone.ATTENTION) if counts.extra else ""
        extra.show_figure(counts.extra, self.tr("not on the list"), tone)
        missing.show_figure(counts.missing, self.tr("missing"))
        pieces = self.tr("of {0} things").replace("{0}", str(counts.pieces))
        things.show_figure(counts.counted, pieces)
        things.setVisible(bool(counts.pieces))
        self._count.setVisible(bool(counts.pieces))
        # Without a list nothing is expected, so nothing can be extra or missing.
        for part in (self._strip, expected, missing):
            part.setVisible(bool(counts.expected))
        extra.setVisible(bool(counts.expected and counts.extra))
