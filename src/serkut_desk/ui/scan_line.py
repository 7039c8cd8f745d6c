"""The scan line: shows what is read or typed and hands it on whole; it never interprets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QLineEdit, QWidget

from serkut_desk.ui import theme
from serkut_desk.ui.icons import IconLabel
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_ENDS = re.compile(r"[\r\n\t]+")
_SIGNS = 22 + 16 + 3 * 10
"""Both icons and what stands between the parts."""
_LEAST_WORDS = 70


class ScanLine(QFrame):
    """Where every scan lands. Enter or Tab ends it; empty ends are swallowed."""

    scanned = Signal(str)
    """One whole scan, trimmed, exactly once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "scanline")
        self.setFixedHeight(px(46))
        self.edit = QLineEdit(self)
        self.edit.setProperty("part", "scanedit")
        self.edit.setPlaceholderText(self.tr("Scan a barcode"))
        self.edit.setAccessibleName(self.tr("Scan line"))
        self.edit.setAccessibleDescription(self.tr("Scan, or type and press Enter"))
        self.edit.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._taken_icon = IconLabel("check", theme.TONES[Tone.GOOD].text, 16)
        self._taken = QLabel()
        self._words = ""
        self._taken.setProperty("part", "taken")
        row = QHBoxLayout(self)
        row.setContentsMargins(px(14), 0, px(14), 0)
        row.setSpacing(px(10))
        row.addWidget(IconLabel("scan-barcode", theme.COLOURS["ink"], 22))
        row.addWidget(self.edit, 1)
        row.addWidget(self._taken_icon)
        row.addWidget(self._taken)
        self._ended = False
        self.edit.textEdited.connect(self._typed)
        self.show_taken("", Tone.INFO)

    @property
    def text(self) -> str:
        """What has come and is not yet ended."""
        return "" if self._ended else self.edit.text()

    def add(self, characters: str) -> None:
        """Take characters that a key sent while no text field was editing."""
        if self._ended:
            self.clear()
        self.edit.setText(self.edit.text() + characters)

    def erase(self) -> None:
        """Take the last character away."""
        if not self._ended:
            self.edit.setText(self.edit.text()[:-1])

    def clear(self) -> None:
        """Throw away what was typed."""
        self._ended = False
        self.edit.clear()
        self.show_taken("", Tone.INFO)

    def drop_unended(self) -> None:
        """Throw away what was typed and never ended; what was scanned stays to be seen."""
        if self.text:
            self.clear()

    def end(self) -> None:
        """Emit what has come, once; an empty end does nothing."""
        whole = self.text.strip()
        if not whole:
            return
        # The text stays to be seen; the next character replaces it.
        self._ended = True
        self.edit.setText(whole)
        self.show_taken("", Tone.INFO)
        self.scanned.emit(whole)

    def paste(self) -> None:
        """Take the clipboard: each ended line is a scan, an unended rest stays to be seen."""
        *ended, rest = _ENDS.split(QApplication.clipboard().text())
        for line in ended:
            self.add(line)
            self.end()
        if rest:
            self.add(rest)

    def show_taken(self, words: str, tone: Tone) -> None:
        """Say what the last scan was taken for."""
        self._words = words
        self._taken.setProperty("tone", str(tone))
        self._taken.style().unpolish(self._taken)
        self._taken.style().polish(self._taken)
        self._taken_icon.set_icon(theme.TONE_ICONS[tone], theme.TONES[tone].text, 16)
        self._taken.setVisible(bool(words))
        self._taken_icon.setVisible(bool(words))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's own name
        """Give the words another room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Let what was read stand whole: the words beside it give way first."""
        read = self.edit.fontMetrics().horizontalAdvance(self.edit.text()) + px(12)
        row = self.layout()
        margins = row.contentsMargins().left() + row.contentsMargins().right() if row else 0
        room = self.width() - read - margins - px(_SIGNS)
        metrics = self._taken.fontMetrics()
        shown = metrics.elidedText(
            self._words, Qt.TextElideMode.ElideRight, max(room, px(_LEAST_WORDS))
        )
        self._taken.setText(shown)
        self._taken.setToolTip("" if shown == self._words else self._words)

    def _typed(self, _text: str) -> None:
        # Edited in place by somebody who put the cursor here: it is a new scan.
        self._ended = False
