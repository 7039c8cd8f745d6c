"""The maker's right side: the answer to the last scan, the count, what else can be done, STOP."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.progress import ProgressStrip
from serkut_desk.ui.parts.result import ResultCard, StopInvite
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.stations.intake.stickers import StickerList
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.ui.panel import Action
    from serkut_desk.ui.stations.intake.views import CountsView, ResultView, StickerLine


class CountCard(Card):
    """`31 / 48` with a bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        row = QHBoxLayout()
        row.setSpacing(px(10))
        row.addWidget(label(self.tr("In this lot")), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        self._done = label("0", "figure")
        self._of = label("", "lead")
        self._extra = label("", tone=str(Tone.ATTENTION))
        row.addWidget(self._done, 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self._of, 0, Qt.AlignmentFlag.AlignBottom)
        row.addStretch(1)
        row.addWidget(self._extra, 0, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(row)
        self._strip = ProgressStrip(self.tr("In this lot"), 16)
        self.add(self._strip)

    def show_counts(self, counts: CountsView) -> None:
        """Show other figures; without a list only what came."""
        listed = counts.received - counts.extra if counts.expected else counts.received
        self._done.setText(str(listed))
        self._of.setText(f"/ {counts.expected}" if counts.expected else "")
        beside = counts.extra if counts.expected else 0
        self._extra.setText(self.tr("%n not on the list", "", beside) if beside else "")
        self._strip.setVisible(bool(counts.expected))
        self._strip.show_parts(counts.expected, [(Tone.GOOD, listed)])


class _Rolling(QScrollArea):
    """Cards that roll where there is little height; never narrower than their widest word."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self._inside = inside
        self.setProperty("part", "work")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)
        self.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's own name
        """Give way in height only."""
        needed = self._inside.minimumSizeHint()
        bar = self.verticalScrollBar().sizeHint().width()
        low = needed.height() > self.height()
        return QSize(needed.width() + (bar if low else 0), min(needed.height(), px(160)))


class MakerSide(QWidget):
    """Stands at the right of the maker's picture; STOP is in sight however much stands above it.

    Args:
        stop: Opens the STOP screen.
    """

    def __init__(self, stop: Action, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(px(16))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(16))
        self._result = ResultCard()
        self._stickers = StickerList()
        self._count = CountCard()
        self._help = Card()
        self._actions = ActionBar((), big=True)
        self._help.add(self._actions)
        for card in (self._result, self._stickers, self._count, self._help):
            column.addWidget(card)
        column.addStretch(1)
        self._cards = _Rolling(inside)
        self._cards.setAccessibleName(self.tr("The answer and the count"))
        whole.addWidget(self._cards, 1)
        self.invite = StopInvite(stop)
        row = self.invite.layout()
        if isinstance(row, QHBoxLayout):
            row.addStretch(1)
        whole.addWidget(self.invite)

    def show_result(self, view: ResultView) -> None:
        """Answer the last scan."""
        self._cards.verticalScrollBar().setValue(0)
        self._result.show_result(view.tone, view.title, view.lead, view.text)

    def show_stickers(self, stickers: Sequence[StickerLine]) -> None:
        """Show what every sticker of the device at hand was taken for."""
        self._stickers.show_stickers(stickers)

    def show_counts(self, counts: CountsView | None) -> None:
        """Show how the lot stands; None when no lot is open."""
        self._count.setVisible(counts is not None)
        if counts:
            self._count.show_counts(counts)

    def show_actions(self, actions: Sequence[Action]) -> None:
        """Offer what else can be done now."""
        self._actions.show_actions(actions)
        self._help.setVisible(bool(actions))
