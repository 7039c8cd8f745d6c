"""A short state in a rounded frame: sign, word and colour together."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from serkut_desk.ui import theme
from serkut_desk.ui.icons import IconLabel
from serkut_desk.ui.parts.text import label, restyle
from serkut_desk.ui.theme import Tone, px


class Pill(QFrame):
    """A state word such as "odottaa tyhjennystä".

    Args:
        text: The word.
        tone: What it means; its sign comes with it.
    """

    def __init__(self, text: str, tone: Tone = Tone.INFO, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "pill")
        self.setFixedHeight(px(24))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(8), 0, px(10), 0)
        row.setSpacing(px(5))
        self._icon = IconLabel("info", theme.COLOURS["ink"], 14)
        self._word = label("")
        row.addWidget(self._icon)
        row.addWidget(self._word)
        self.show_state(text, tone)

    def show_state(self, text: str, tone: Tone) -> None:
        """Show another state."""
        self._word.setText(text)
        restyle(self, "tone", str(tone))
        restyle(self._word, "tone", str(tone))
        self._icon.set_icon(theme.TONE_ICONS[tone], theme.TONES[tone].text, 14)
        self._icon.setVisible(tone is not Tone.PLAIN)
        self.adjustSize()
