"""What people said of the screens, for who reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from serkut_desk.domain.feedback import Mood
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.asking import OverlayCard
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.pill import Pill
from serkut_desk.ui.parts.text import label, rule
from serkut_desk.ui.shell.places import ICONS, station_title
from serkut_desk.ui.stations.home.views import day
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.stations.home.queries import FeedbackNote
    from serkut_desk.texts import Texts


class FeedbackList(OverlayCard):
    """The cards, the newest first. F10 marks them as read, F9 leaves them.

    Args:
        parent: The window.
        notes: What was said.
        texts: Words of the moods.
    """

    read = Signal(int)
    """Number of the newest card that was shown."""

    def __init__(self, parent: QWidget, notes: Sequence[FeedbackNote], texts: Texts) -> None:
        super().__init__(parent, self.tr("Feedback"), width=760)
        self._newest = max((note.id for note in notes if note.read_at is None), default=0)
        inside = QWidget()
        inside.setProperty("part", "clear")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, px(8), 0)
        column.setSpacing(px(8))
        for note in notes:
            column.addWidget(_card(note, texts, self.tr("new")))
            column.addWidget(rule())
        if not notes:
            column.addWidget(label(self.tr("Nobody has said anything yet."), "muted", wrap=True))
        column.addStretch(1)
        area = QScrollArea()
        area.setProperty("part", "clear")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(self.tr("Feedback"))
        area.viewport().setAutoFillBackground(False)
        area.setWidget(inside)
        most = max(px(160), parent.height() - px(280))
        area.setMinimumHeight(min(inside.sizeHint().height() + px(8), most))
        self.body.addWidget(area, 1)
        self.body.addWidget(ActionBar(self.function_keys()))

    def function_keys(self) -> tuple[Action, ...]:
        """Offer to mark what is new as read, and to leave."""
        close = Action(self.tr("Close"), self.close_overlay, key="F9", icon="x")
        if not self._newest:
            return (close,)
        return (Action(self.tr("Mark as read"), self._mark, key="F10", main=True), close)

    def _mark(self) -> None:
        self.close_overlay()
        self.read.emit(self._newest)


def _card(note: FeedbackNote, texts: Texts, new: str) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(px(4))
    head = QHBoxLayout()
    head.setSpacing(px(10))
    tone = Tone.GOOD if note.mood is Mood.GOOD else Tone.ATTENTION
    head.addWidget(Pill(texts.say(f"feedback.{note.mood.value}"), tone))
    head.addWidget(label(station_title(note.screen) if note.screen in ICONS else note.screen))
    if note.read_at is None:
        head.addWidget(Pill(new, Tone.INFO))
    head.addStretch(1)
    head.addWidget(label(day(note.left_at), "secondary"))
    column.addLayout(head)
    if note.note:
        column.addWidget(label(note.note, wrap=True))
    return made
