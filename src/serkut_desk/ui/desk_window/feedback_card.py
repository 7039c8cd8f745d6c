"""The feedback card: one touch says how a screen is, words may follow, nobody is named."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from serkut_desk.domain.codes import parse_code
from serkut_desk.domain.feedback import LONGEST_NOTE, Mood
from serkut_desk.ui.desk_window.badges import is_badge
from serkut_desk.ui.forms import TextField
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.asking import OverlayCard
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.parts.tiles import Tiles

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel, QWidget

    from serkut_desk.texts import Texts

_LOOKS = {
    Mood.UNCLEAR: ("F2", "circle-question-mark"),
    Mood.SLOW: ("F3", "hourglass"),
    Mood.LACKING: ("F5", "puzzle"),
    Mood.GOOD: ("F6", "smile"),
}


class FeedbackCard(OverlayCard):
    """Asks how the screen is. F2 to F6 choose, F10 sends, F9 leaves.

    Args:
        parent: The window.
        texts: Words of the moods.
    """

    sent = Signal(object, str)
    """A `Mood` and the words beside it. Call `problem` or `close_overlay` afterwards."""

    badge_scanned = Signal(str)
    """Somebody else comes; the card is closed."""

    def __init__(self, parent: QWidget, texts: Texts) -> None:
        super().__init__(parent, self.tr("How is this screen?"), width=860)
        self._texts = texts
        self.mood: Mood | None = None
        self._busy = False
        self.body.addWidget(label(self.tr("Nobody sees who you are."), "muted", wrap=True))
        self._tiles = Tiles(4)
        self._tiles.show_actions(self._moods())
        self._tiles.set_checkable()
        self.body.addWidget(self._tiles)
        self.note = TextField(
            self.tr("Say more, if you like"), self.tr("Do not write anybody's name.")
        )
        self.note.edit.setMaxLength(LONGEST_NOTE)
        self._kept = ""
        self.note.edit.textEdited.connect(self._keep)
        self.body.addWidget(self.note)
        self._problem: QLabel = label("", "problem", wrap=True)
        self._problem.hide()
        self.body.addWidget(self._problem)
        self._bar = ActionBar(self._leave())
        self.body.addWidget(self._bar)

    def typed(self, text: str) -> None:
        """Let words flow into the note from the scan line; a code of the house is no word."""
        words = "" if parse_code(text) else text
        self.note.edit.setText(" ".join(filter(None, (self._kept, words))))

    def scanned(self, text: str) -> None:
        """Leave when somebody else comes; keep what was said until Enter."""
        if is_badge(text):
            self.close_overlay()
            self.badge_scanned.emit(text)
        else:
            self._keep()

    def choose(self, mood: Mood) -> None:
        """Take a mood; another one may follow until it is sent."""
        self.mood = mood
        self._tiles.check(list(_LOOKS).index(mood))
        self._bar.show_actions(self._leave())

    def send(self) -> None:
        """Hand it on, once until it is answered."""
        if self.mood is not None and not self._busy:
            self._busy = True
            self._problem.hide()
            self.sent.emit(self.mood, self.note.text)

    def problem(self, sentence: str) -> None:
        """Say what is wrong and let the person change it."""
        self._busy = False
        self._problem.setText(sentence)
        self._problem.show()

    def function_keys(self) -> tuple[Action, ...]:
        """Offer the moods, to send and to leave."""
        return (*self._moods(), *self._leave())

    def _keep(self) -> None:
        self._kept = self.note.text

    def _moods(self) -> tuple[Action, ...]:
        return tuple(
            Action(
                self._texts.say(f"feedback.{mood.value}"),
                partial(self.choose, mood),
                key=key,
                icon=icon,
            )
            for mood, (key, icon) in _LOOKS.items()
        )

    def _leave(self) -> tuple[Action, ...]:
        ready = self.mood is not None
        return (
            Action(
                self.tr("Send"),
                self.send,
                key="F10",
                main=True,
                enabled=ready,
                reason="" if ready else self.tr("Choose a picture first."),
            ),
            Action(self.tr("Cancel"), self.close_overlay, key="F9", icon="x"),
        )
