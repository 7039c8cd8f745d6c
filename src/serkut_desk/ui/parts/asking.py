"""Questions on a card over the window: never a dialog, never in the way of a scan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from serkut_desk.domain.codes import short
from serkut_desk.ui import theme
from serkut_desk.ui.icons import IconLabel
from serkut_desk.ui.overlay import Overlay
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.pin_pad import PinPad
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.ui.keys import DigitTaker


class OverlayCard(Overlay):
    """A shade over the window with one card in its middle.

    Args:
        parent: The widget to cover.
        title: What it is about.
        tone: Its sign.
        width: Pixels at 100 %.
    """

    def __init__(
        self, parent: QWidget, title: str, tone: Tone = Tone.INFO, width: int = 520
    ) -> None:
        super().__init__(parent)
        self.setProperty("part", "shade")
        self.setAccessibleName(title)
        card = QFrame()
        card.setProperty("part", "card")
        card.setMaximumWidth(px(width))
        card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.body = QVBoxLayout(card)
        self.body.setContentsMargins(px(28), px(24), px(28), px(24))
        self.body.setSpacing(px(14))
        head = QHBoxLayout()
        head.setSpacing(px(12))
        head.addWidget(IconLabel(theme.TONE_ICONS[tone], theme.TONES[tone].text, 26))
        head.addWidget(label(title, "title", wrap=True), 1)
        self.body.addLayout(head)
        self._untaken = label("", wrap=True, tone=str(Tone.ATTENTION))
        self._untaken.hide()
        self.body.addWidget(self._untaken)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(px(24), px(24), px(24), px(24))
        outer.addStretch(1)
        outer.addWidget(card, 8, Qt.AlignmentFlag.AlignVCenter)
        outer.addStretch(1)

    def scanned(self, text: str) -> None:
        """Tell that a scan does not belong here: it must not be taken for done."""
        words = self.tr("{scan} was not taken. Answer this first, then scan it again.")
        self._untaken.setText(words.format(scan=short(text)))
        self._untaken.show()
        self.heard.emit(Tone.ATTENTION)


class AskCard(OverlayCard):
    """One question answered by F-keys or taps; letters, digits and Enter answer nothing.

    Args:
        parent: The window.
        title: The question.
        lines: What follows from each answer, short.
        answers: Each closes the card and then runs. "No" should be among them.
    """

    def __init__(
        self,
        parent: QWidget,
        title: str,
        lines: Sequence[str],
        answers: Sequence[Action],
        tone: Tone = Tone.ATTENTION,
    ) -> None:
        super().__init__(parent, title, tone)
        self._answers = tuple(answers)
        for line in lines:
            self.body.addWidget(label(line, wrap=True))
        self.body.addWidget(ActionBar(self.function_keys()))

    def function_keys(self) -> tuple[Action, ...]:
        """Offer the answers; each closes the card first."""
        return tuple(
            Action(
                word=answer.word,
                run=_Then(self, answer),
                key=answer.key,
                icon=answer.icon,
                enabled=answer.enabled,
                reason=answer.reason,
                main=answer.main,
            )
            for answer in self._answers
        )


class _Then:
    """Closes a card, then does what its answer says."""

    def __init__(self, card: Overlay, answer: Action) -> None:
        self._card = card
        self._answer = answer

    def __call__(self) -> None:
        self._card.close_overlay()
        self._answer.run()


class PinCard(OverlayCard):
    """Asks a supervisor's PIN again before something that needs it fresh.

    Args:
        parent: The window.
        reason: What it is needed for, one sentence.
    """

    entered = Signal(str)
    """The digits. Call `wrong` or `close_overlay` when the answer is known."""

    def __init__(self, parent: QWidget, reason: str) -> None:
        super().__init__(parent, self.tr("Give your PIN"), Tone.INFO, width=420)
        self.body.addWidget(label(reason, "muted", wrap=True))
        self.pad = PinPad()
        self.pad.entered.connect(self.entered)
        self.body.addWidget(self.pad, 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addWidget(ActionBar(self.function_keys()))

    def wrong(self, sentence: str) -> None:
        """Say that it was not right and let the person try again."""
        self.pad.wrong(sentence)

    def digit_taker(self) -> DigitTaker:
        """Digits go to the pad."""
        return self.pad

    def function_keys(self) -> tuple[Action, ...]:
        """Offer to leave."""
        return (Action(self.tr("Cancel"), self.close_overlay, key="F9", icon="x"),)
