"""What every sticker of the device at hand was taken for: a sign, a word, the number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from serkut_desk.domain.scan import Role
from serkut_desk.ui import theme
from serkut_desk.ui.icons import IconLabel
from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.stations.intake.views import StickerLine
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.domain.scan import Note
    from serkut_desk.texts import Texts

_MOST = 6
_TONES = {Role.USED: Tone.GOOD, Role.IGNORED: Tone.INFO}
_SIGNS = {
    Tone.GOOD: "check",
    Tone.INFO: "minus",
    Tone.ATTENTION: "circle-question-mark",
    Tone.STOP: "octagon-x",
    Tone.PLAIN: "minus",
}


def sticker_of(note: Note, texts: Texts) -> StickerLine:
    """Return what became of one scan, in words; the number only where it was taken."""
    tone = _TONES.get(note.role, Tone.ATTENTION)
    value = "" if note.role is Role.IGNORED else note.scan.value
    return StickerLine(tone, texts.say(note.code).rstrip("."), value)


class StickerList(Card):
    """Shows the stickers in the order in which they were scanned, the last ones when many."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.tighten()
        self._rows: list[QWidget] = []
        self.show_stickers(())

    def show_stickers(self, stickers: Sequence[StickerLine]) -> None:
        """Show others; none hides the card."""
        for old in self._rows:
            self.body.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._rows = [self._row(line) for line in stickers[-_MOST:]]
        for row in self._rows:
            self.body.addWidget(row)
        self.setVisible(bool(stickers))

    def _row(self, line: StickerLine) -> QWidget:
        row = QWidget()
        row.setAccessibleName(f"{line.words} {line.value}".strip())
        inside = QHBoxLayout(row)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(px(10))
        sign = IconLabel(_SIGNS[line.tone], theme.TONES[line.tone].text, 22)
        inside.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        inside.addWidget(label(line.words, "strong", wrap=True), 1)
        if line.value:
            inside.addWidget(label(line.value, "codevalue"), 0, Qt.AlignmentFlag.AlignTop)
        return row
