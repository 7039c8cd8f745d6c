"""The terms of the chosen channel as fields, and as one line when they are complete."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from serkut_desk.domain.codes import parse_code
from serkut_desk.ui.forms import FormGrid, TextField
from serkut_desk.ui.parts.button import BigButton
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.parts.tick_row import TickRow
from serkut_desk.ui.stations.handover.room import side_by_side
from serkut_desk.ui.theme import px

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from serkut_desk.ui.panel import Action

# A scanner without a prefix writes into the field that has the focus.
_OWN_CODE = re.compile(r"[A-Za-z]{2}\d{10}$")


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field: its key among the terms, its name, an example, codes in their own face."""

    key: str
    name: str
    example: str = ""
    mono: bool = False


class TermsForm(QWidget):
    """Asks for the terms.

    Args:
        fields: In order.
        tick: What the person states by a tick, "" for nothing.
        tick_key: F-key of the tick.
    """

    edited = Signal()
    """A field was left with another text."""
    ticked_changed = Signal(bool)
    """The tick was set or taken back."""
    writing = Signal()
    """A field is being written in."""
    code_scanned = Signal(str)
    """A label of ours that was scanned while a field was being written."""

    def __init__(
        self,
        fields: Sequence[FieldSpec],
        tick: str = "",
        tick_key: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        self._open = QWidget()
        inside = QVBoxLayout(self._open)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(px(8))
        self.fields: dict[str, TextField] = {}
        self._left: dict[str, str] = {}
        self._problems: frozenset[str] = frozenset()
        if fields:
            inside.addWidget(self._grid(fields))
        self._filling = False
        self.tick = TickRow(tick, tick_key, self._ticked)
        self.tick.setVisible(bool(tick))
        self._ticks = bool(tick)
        inside.addWidget(self.tick)
        self._closed = QWidget()
        line = QHBoxLayout(self._closed)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(12))
        self._said = label("", wrap=True)
        line.addWidget(self._said, 1)
        self._line = line
        self._change: BigButton | None = None
        column.addWidget(self._open)
        column.addWidget(self._closed)
        self._closed.hide()

    def _grid(self, fields: Sequence[FieldSpec]) -> FormGrid:
        grid = FormGrid(side_by_side(min(len(fields), 4)), gap=6)
        for spec in fields:
            field = TextField(spec.name, mono=spec.mono)
            field.edit.setPlaceholderText(spec.example)
            field.edit.setProperty("key", spec.key)
            field.edit.editingFinished.connect(self._finished)
            field.edit.textEdited.connect(self._written)
            self.fields[spec.key] = field
            self._left[spec.key] = ""
            grid.add(field)
        return grid

    @property
    def values(self) -> dict[str, str]:
        """What stands in the fields now."""
        return {key: field.text for key, field in self.fields.items()}

    @property
    def ticked(self) -> bool:
        """Whether the statement was made, True where none is asked."""
        return self.tick.isChecked() or not self._ticks

    @property
    def is_open(self) -> bool:
        """Whether it stands as fields."""
        return not self._open.isHidden()

    @property
    def is_writing(self) -> bool:
        """Whether a field holds what was not told yet."""
        return any(field.text != self._left[key] for key, field in self.fields.items())

    @property
    def is_wrong(self) -> bool:
        """Whether a field says what is wrong with it."""
        return bool(self._problems)

    def flush(self) -> None:
        """Tell what is being written, as if the field was left."""
        if self.is_writing:
            self._left = self.values
            self.edited.emit()

    def set_ticked(self, *, on: bool) -> None:
        """Set the tick without telling."""
        self._filling = True
        self.tick.setChecked(on)
        self._filling = False

    def show_values(self, values: Mapping[str, str]) -> None:
        """Fill the fields; one that was not told yet, or cannot be read, is left alone."""
        for key, field in self.fields.items():
            if field.text != self._left[key] or key in self._problems:
                continue
            self._left[key] = values.get(key, "")
            field.set_text(values.get(key, ""))

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Say at each field what is wrong with it."""
        self._problems = frozenset(problems)
        for key, field in self.fields.items():
            field.set_problem(problems.get(key, ""))

    def show_line(self, sentence: str, change: Action) -> None:
        """Stand as one line instead of the fields."""
        self._said.setText(sentence)
        if self._change is not None:
            self._line.removeWidget(self._change)
            self._change.hide()
            self._change.deleteLater()
        self._change = BigButton(change)
        self._line.addWidget(self._change)
        self._open.hide()
        self._closed.show()

    def show_fields(self) -> None:
        """Stand as fields again."""
        self._closed.hide()
        self._open.show()

    def start(self) -> None:
        """Put the cursor into the first field that is empty."""
        empty = [field for field in self.fields.values() if not field.text]
        for field in empty[:1]:
            field.setFocus()

    def _ticked(self) -> None:
        if not self._filling:
            self.ticked_changed.emit(self.tick.isChecked())

    def _written(self, text: str) -> None:
        """Take a label of ours out of a field: it belongs into the basket."""
        found = _OWN_CODE.search(text)
        if found is None or parse_code(found[0]) is None:
            self.writing.emit()
            return
        edit = self.sender()
        field = self.fields[str(edit.property("key"))]
        field.edit.setText(text[: found.start()])
        self.code_scanned.emit(found[0])

    def _finished(self) -> None:
        key = str(self.sender().property("key"))
        text = self.fields[key].text
        if text != self._left[key]:
            self._left[key] = text
            self.edited.emit()
