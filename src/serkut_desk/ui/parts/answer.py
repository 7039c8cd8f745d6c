"""One toned sentence with its sign, and why below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from serkut_desk.ui import theme
from serkut_desk.ui.icons import IconLabel
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class Answer(QFrame):
    """What is so, in one sentence, and why.

    Args:
        tone: Colour and sign.
        title: The sentence.
        why: Quieter, below it; "" for nothing.
    """

    def __init__(
        self, tone: Tone, title: str, why: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("part", "toned-card")
        self.setProperty("tone", str(tone))
        self.setAccessibleName(f"{title} {why}".strip())
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(12), px(16), px(12))
        column.setSpacing(px(4))
        head = QHBoxLayout()
        head.setSpacing(px(10))
        sign = IconLabel(theme.TONE_ICONS[tone], theme.TONES[tone].text, 20)
        head.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(label(title, "toned", wrap=True, tone=str(tone)), 1)
        column.addLayout(head)
        if why:
            column.addWidget(label(why, wrap=True))
