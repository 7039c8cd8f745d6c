"""The one big result, the next step, and the way to the STOP screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from serkut_desk.ui import theme
from serkut_desk.ui.icons import IconLabel
from serkut_desk.ui.parts.button import BigButton
from serkut_desk.ui.parts.text import label, restyle
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from serkut_desk.ui.panel import Action


class ResultCard(QFrame):
    """A toned card: sign and word large, then what, then a quiet line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "toned-card")
        column = QVBoxLayout(self)
        column.setContentsMargins(px(26), px(22), px(26), px(22))
        column.setSpacing(px(6))
        head = QHBoxLayout()
        head.setSpacing(px(12))
        self._icon = IconLabel("check", theme.COLOURS["ink"], 32)
        self._title = label("", "result", wrap=True)
        head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._title, 1)
        self._lead = label("", "lead", wrap=True)
        self._text = label("", "muted", wrap=True)
        column.addLayout(head)
        column.addWidget(self._lead)
        column.addWidget(self._text)
        self.show_result(Tone.PLAIN, "")

    def show_result(self, tone: Tone, title: str, lead: str = "", text: str = "") -> None:
        """Say another result; an empty title hides the card."""
        restyle(self, "tone", str(tone))
        restyle(self._title, "tone", str(tone))
        self._icon.set_icon(theme.TONE_ICONS[tone], theme.TONES[tone].text, 32)
        for line, words in ((self._title, title), (self._lead, lead), (self._text, text)):
            line.setText(words)
            line.setVisible(bool(words))
        self.setAccessibleName(" ".join(filter(None, (title, lead, text))))
        self.setVisible(bool(title))


class NextStep(QFrame):
    """What to do next with a device, one sentence, a bar at its left."""

    def __init__(
        self, text: str, tone: Tone = Tone.INFO, before: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("part", "next")
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(10), px(14), px(10))
        column.setSpacing(px(2))
        self._before = label(before or self.tr("Next"), "strong")
        self._text = label("", wrap=True)
        column.addWidget(self._before)
        column.addWidget(self._text)
        self.show_step(text, tone)

    def show_step(self, text: str, tone: Tone = Tone.INFO) -> None:
        """Say another step."""
        restyle(self, "tone", str(tone))
        self._text.setText(text)


class StopInvite(BigButton):
    """The red bar that opens the STOP screen."""

    def __init__(self, action: Action, parent: QWidget | None = None) -> None:
        super().__init__(action, "stop", big=True, parent=parent)
        self.setMinimumHeight(px(84))


def stop_invite(action: Action) -> StopInvite:
    """Return the red bar with its words at the left, for a narrow side."""
    invite = StopInvite(action)
    row = invite.layout()
    if isinstance(row, QHBoxLayout):
        row.addStretch(1)
    return invite
