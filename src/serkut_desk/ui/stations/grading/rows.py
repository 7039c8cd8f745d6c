"""The list of checks, group by group: what is answered, what is at hand, what is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from serkut_desk.domain.checklist import words_in
from serkut_desk.ui import theme
from serkut_desk.ui.icons import IconLabel
from serkut_desk.ui.parts.text import label, restyle
from serkut_desk.ui.stations.grading import wording
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from serkut_desk.domain.checklist import Check
    from serkut_desk.texts import Texts
    from serkut_desk.ui.stations.grading.walk import Walk


class CheckRow(QPushButton):
    """One check with its answer; a tap takes it in hand."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "checkrow")
        self.setAutoDefault(False)
        self.setMinimumHeight(px(44))
        row = QHBoxLayout(self)
        row.setContentsMargins(px(12), px(4), px(12), px(4))
        row.setSpacing(px(10))
        self._sign = IconLabel("circle", theme.COLOURS["line_strong"], 20)
        self._words = label(words)
        self._answer = label("", "strong")
        row.addWidget(self._sign)
        row.addWidget(self._words, 1)
        row.addWidget(self._answer)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_answer(self, sign: str, tone: Tone, answer: str, *, now: bool) -> None:
        """Show another answer, and whether the check is at hand."""
        tint = theme.COLOURS["line_strong"] if tone is Tone.PLAIN else theme.TONES[tone].text
        self._sign.set_icon(sign, tint)
        self._answer.setText(answer)
        restyle(self._answer, "tone", "" if tone is Tone.PLAIN else str(tone))
        restyle(self, "now", "true" if now else "false")
        restyle(self._words, "part", "strong" if now else "")
        self.setAccessibleName(f"{self._words.text()}: {answer}")


class CheckRows(QScrollArea):
    """Every check of a list."""

    picked = Signal(str)
    """Key of the check that somebody wants to answer."""

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self.setProperty("part", "clear")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Checks"))
        # The check at hand stands below and is never pushed out of sight.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.setMinimumHeight(px(120))
        self._rows: dict[str, CheckRow] = {}
        self._shown = ("", 0)
        # Rows have their places only when they were laid out.
        self._scroll = QTimer(self)
        self._scroll.setSingleShot(True)
        self._scroll.timeout.connect(self._show_now)
        self._now = ""

    def show_walk(self, walk: Walk) -> None:
        """Show how far an inspection is."""
        shown = (walk.look.device, walk.look.checklist.version)
        if shown != self._shown:
            self._shown = shown
            self._make(walk)
        check = walk.check
        self._now = check.key if check else ""
        asked = {one.key for one in walk.asked}
        for key, one in walk.look.checklist.checks.items():
            row = self._rows[key]
            row.setVisible(one.when is None or key in asked)
            sign, tone, answer = wording.row_answer(walk, one, self._texts)
            row.show_answer(sign, tone, answer, now=key == self._now)
        self._show_now()
        self._scroll.start(0)

    def _make(self, walk: Walk) -> None:
        inside = QWidget()
        inside.setProperty("part", "clear")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, px(6), 0)
        column.setSpacing(px(2))
        self._rows = {}
        group = ""
        language = self._texts.language
        for key, one in walk.look.checklist.checks.items():
            if one.group != group:
                group = one.group
                title = label(words_in(walk.look.checklist.groups[group], language), "section")
                title.setContentsMargins(0, px(8 if self._rows else 0), 0, px(2))
                column.addWidget(title)
            column.addWidget(self._row(key, one))
        column.addStretch(1)
        self.setWidget(inside)

    def _row(self, key: str, check: Check) -> CheckRow:
        row = CheckRow(words_in(check.words, self._texts.language))
        row.setEnabled(check.source is None)
        row.clicked.connect(lambda: self.picked.emit(key))
        self._rows[key] = row
        return row

    def _show_now(self) -> None:
        row, inside = self._rows.get(self._now), self.widget()
        layout = inside.layout() if inside is not None else None
        if row is not None and layout is not None:
            layout.activate()
            self.ensureWidgetVisible(row, 0, px(70))
