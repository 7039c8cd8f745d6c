"""The three pages of a mapping: which column is what, what their words mean, what comes of it."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from serkut_desk.domain.evidence import Verdict, VerifyMode
from serkut_desk.domain.policy import SanitisationTechnique
from serkut_desk.domain.supplier_mapping import (
    REQUIRED,
    RESULTS,
    TECHNIQUES,
    TIME_FORMATS,
    SupplierField,
)
from serkut_desk.ui.forms import ChoiceField, FormGrid, TextField
from serkut_desk.ui.parts.pill import Pill
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.stations.evidence.mapping_draft import WORDED
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.domain.supplier_rows import MappedRow
    from serkut_desk.stations.evidence.mapping import Preview
    from serkut_desk.texts import Texts
    from serkut_desk.ui.stations.evidence.mapping_draft import Draft

_ROWS_SHOWN = 60
_WORDS_IN_A_ROW = 3
_TONES = {
    Verdict.PASSED: Tone.GOOD,
    Verdict.REVIEW: Tone.ATTENTION,
    Verdict.FAILED: Tone.STOP,
    Verdict.ABORTED: Tone.STOP,
}
_TIMES = {
    "iso": "2026-11-20 14:05",
    "d.m.y": "20.11.2026 14:05",
    "d/m/y": "20/11/2026 14:05",
    "m/d/y": "11/20/2026 14:05",
    "y/m/d": "2026/11/20 14:05",
}


def _scrolled(inside: QWidget, name: str) -> QScrollArea:
    inside.setProperty("part", "clear")
    area = QScrollArea()
    area.setProperty("part", "clear")
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setAccessibleName(name)
    area.setWidget(inside)
    return area


class ColumnsPage(QWidget):
    """The supplier's name, how times are written, and a column for each field."""

    changed = Signal()
    record_chosen = Signal(str)
    """Another repeating element of an XML file; the file is looked at anew."""

    def __init__(self, draft: Draft, records: Sequence[str], texts: Texts) -> None:
        super().__init__()
        self._draft = draft
        self.name = TextField(self.tr("Name of the supplier"))
        self.name.set_text(draft.name)
        self.name.edited.connect(self._named)
        shapes = [(key, _TIMES[key]) for key in TIME_FORMATS]
        self.times = ChoiceField(self.tr("Times are written as"), shapes)
        self.times.choose(draft.times)
        self.times.chosen.connect(self._timed)
        head = FormGrid(3)
        head.add(self.name)
        head.add(self.times)
        if records:
            chosen = ChoiceField(self.tr("One disk is one"), [(path, path) for path in records])
            chosen.choose(draft.table.record)
            chosen.chosen.connect(self.record_chosen)
            head.add(chosen)
        columns = [("", "-"), *((name, name) for name in draft.table.columns)]
        self.fields: dict[SupplierField, ChoiceField] = {}
        grid = FormGrid(4, gap=6)
        for one in SupplierField:
            word = texts.say(f"supplier_field.{one}")
            made = ChoiceField(f"{word} *" if one in REQUIRED else word, columns)
            made.chosen.connect(partial(self._chosen, one))
            self.fields[one] = made
            grid.add(made)
        inside = QWidget()
        inner = QVBoxLayout(inside)
        inner.setContentsMargins(0, 0, px(8), 0)
        inner.setSpacing(px(10))
        inner.addWidget(head)
        inner.addWidget(grid)
        inner.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(_scrolled(inside, self.tr("Columns")))
        self._show()

    def _show(self) -> None:
        for one, made in self.fields.items():
            made.choose(self._draft.columns.get(one, ""))
            made.set_hint(self._draft.examples(one))

    def _named(self, text: str) -> None:
        self._draft.name = text
        self.changed.emit()

    def _timed(self, key: str) -> None:
        self._draft.times = key
        self.changed.emit()

    def _chosen(self, one: SupplierField, column: str) -> None:
        self._draft.choose(one, column)
        self._show()
        self.changed.emit()


class WordsPage(QWidget):
    """For each word of a supplier what it means here; a word without meaning waits for a person."""

    changed = Signal()

    def __init__(self, draft: Draft, texts: Texts) -> None:
        super().__init__()
        self._draft, self._texts = draft, texts
        self.fields: dict[tuple[SupplierField, str], ChoiceField] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._area = _scrolled(QWidget(), self.tr("Words"))
        column.addWidget(self._area)

    def show_words(self) -> None:
        """Show the words of the columns that are chosen now."""
        self.fields = {}
        inside = QWidget()
        inside.setProperty("part", "clear")
        inner = QVBoxLayout(inside)
        inner.setContentsMargins(0, 0, px(8), 0)
        inner.setSpacing(px(10))
        for one in WORDED:
            words = self._draft.words(one)
            if not words:
                continue
            inner.addWidget(label(self._texts.say(f"supplier_field.{one}"), "section"))
            grid = FormGrid(_WORDS_IN_A_ROW, gap=6)
            for word in words:
                grid.add(self._field(one, word))
            for _ in range(-len(words) % _WORDS_IN_A_ROW):
                grid.add(QWidget())
            inner.addWidget(grid)
        inner.addStretch(1)
        self._area.setWidget(inside)

    def _field(self, one: SupplierField, word: str) -> ChoiceField:
        made = ChoiceField(word, [("", self.tr("A person looks")), *self._meanings(one)])
        known = self._draft.meanings[one].get(word.casefold(), "")
        made.choose(known)
        made.chosen.connect(partial(self._chosen, one, word))
        self.fields[one, word] = made
        return made

    def _meanings(self, one: SupplierField) -> list[tuple[str, str]]:
        if one is SupplierField.TECHNIQUE:
            known = [way for way in TECHNIQUES if way is not SanitisationTechnique.UNKNOWN]
            return [(way.value, self._texts.say(f"technique.{way}")) for way in known]
        if one is SupplierField.RESULT:
            said = [way for way in RESULTS if way is not Verdict.REVIEW]
            return [(way.value, self._texts.say(f"verdict.{way}").rstrip(".")) for way in said]
        return [
            (VerifyMode.ALL.value, self.tr("Everything was read back")),
            (VerifyMode.LAST.value, self.tr("The last pass was read back")),
            (VerifyMode.OFF.value, self.tr("Nothing was read back")),
        ]

    def _chosen(self, one: SupplierField, word: str, meaning: str) -> None:
        self._draft.mean(one, word, meaning)
        self.changed.emit()


class TrialPage(QWidget):
    """Every row of the file with what it gives; what could not be read by row and column."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        self.summary = label("", "lead", wrap=True)
        column.addWidget(self.summary)
        self._area = _scrolled(QWidget(), self.tr("Rows"))
        column.addWidget(self._area, 1)

    def show_preview(self, preview: Preview) -> None:
        """Show what comes of the file."""
        counts = Counter(one.verdict for one in preview.rows)
        said = [
            f"{count} · {self._texts.say(f'verdict.{one}').rstrip('.')}"
            for one, count in counts.most_common()
        ]
        self.summary.setText("     ".join(said) or self.tr("The file has no rows."))
        inside = QWidget()
        inside.setProperty("part", "clear")
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, px(8), 0)
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(6))
        grid.setColumnStretch(4, 1)
        # What a person has to look at stands first.
        ranked = sorted(preview.rows, key=lambda one: (one.verdict is Verdict.PASSED, one.number))
        for place, one in enumerate(ranked[:_ROWS_SHOWN]):
            self._put(grid, place, one)
        left = len(ranked) - _ROWS_SHOWN
        if left > 0:
            more = label(self.tr("and %n more", "", left), "muted")
            grid.addWidget(more, _ROWS_SHOWN, 0, 1, 5)
        grid.setRowStretch(_ROWS_SHOWN + 1, 1)
        self._area.setWidget(inside)

    def _put(self, grid: QGridLayout, place: int, one: MappedRow) -> None:
        tone = _TONES.get(one.verdict, Tone.ATTENTION)
        state = Pill(self._texts.say(f"verdict.{one.verdict}").rstrip("."), tone)
        why = [
            self._texts.say(f"reason.{reason.code}", **dict(reason.facts))
            for reason in one.reasons[:-1]
        ]
        cells = (
            label(str(one.number), "count"),
            label(one.serial or "-", "code"),
            label(self._texts.say(f"technique.{one.technique}")),
        )
        for column, cell in enumerate(cells):
            grid.addWidget(cell, place, column, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(state, place, 3, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label(" ".join(why), "muted", wrap=True), place, 4)
