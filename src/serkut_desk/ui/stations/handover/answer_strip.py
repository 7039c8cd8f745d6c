"""What the last scan came to, readable from where one packs; and how many of how many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from serkut_desk.ui import theme
from serkut_desk.ui.icons import IconLabel
from serkut_desk.ui.parts.text import label, restyle
from serkut_desk.ui.theme import Tone, font, px

if TYPE_CHECKING:
    from serkut_desk.ui.stations.handover.views import AnswerView


class AnswerStrip(QFrame):
    """Colour, sign, word and what follows, in one row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "toned-card")
        self.setMinimumHeight(px(56))
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(6), px(16), px(6))
        row.setSpacing(px(12))
        self._sign = IconLabel("info", theme.COLOURS["ink"], 26)
        words = QVBoxLayout()
        words.setSpacing(0)
        self._title = label("", "answer", wrap=True)
        self._text = label("", wrap=True)
        words.addWidget(self._title)
        words.addWidget(self._text)
        self._count = label("", "packed")
        self._count.setFont(font(figures=True))
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._of = label("", "secondary")
        self._of.setAlignment(Qt.AlignmentFlag.AlignRight)
        count = QVBoxLayout()
        count.setSpacing(0)
        count.addStretch(1)
        count.addWidget(self._count)
        count.addWidget(self._of)
        count.addStretch(1)
        row.addWidget(self._sign)
        row.addLayout(words, 1)
        row.addLayout(count)

    def show_answer(self, view: AnswerView) -> None:
        """Say another answer."""
        restyle(self, "tone", str(view.tone))
        restyle(self._title, "tone", str(view.tone))
        self._sign.set_icon(theme.TONE_ICONS[view.tone], theme.TONES[view.tone].text, 26)
        self._title.setText(view.title)
        self._text.setText(view.text)
        self._text.setVisible(bool(view.text))
        self.setAccessibleName(f"{view.title} {view.text}".strip())

    def show_count(self, count: int, wanted: int) -> None:
        """Say of how many devices the label was read; nothing while there is none."""
        self._count.setText(f"{count} / {wanted}")
        self._of.setText(self.tr("labels scanned"))
        for part in (self._count, self._of):
            part.setVisible(wanted > 0)

    @property
    def said(self) -> str:
        """What stands there now."""
        return f"{self._title.text()} {self._text.text()}".strip()

    @property
    def tone(self) -> Tone:
        """Its tone."""
        return Tone(str(self.property("tone")))

    @property
    def counted(self) -> str:
        """The count, as it is read."""
        return self._count.text()
