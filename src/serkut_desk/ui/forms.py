"""Form rows that a screen reader can read: name, hint and problem belong to their field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from serkut_desk.ui.icons import pixmap
from serkut_desk.ui.parts.text import label, restyle
from serkut_desk.ui.theme import COLOURS, px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent, QWheelEvent


class FieldRow(QWidget):
    """A name above its field; below it a hint, or what is wrong.

    Args:
        name: What the field is; its buddy and accessible name.
        field: The widget that takes keys.
        hint: What to write, said below and to a screen reader.
    """

    def __init__(self, name: str, field: QWidget, hint: str = "") -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(3))
        title = label(name, "fieldname")
        title.setBuddy(field)
        self._hint_text = hint
        self._frame = QFrame()
        self._frame.setProperty("part", "field")
        self._frame.setMinimumHeight(px(44))
        row = QHBoxLayout(self._frame)
        row.setContentsMargins(px(12), px(2), px(12), px(2))
        row.setSpacing(px(8))
        self._source = label("", "source")
        self._source.hide()
        row.addWidget(field, 1)
        self._hint = label(hint, "hint", wrap=True)
        self._hint.setVisible(bool(hint))
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self._source)
        column.addLayout(head)
        column.addWidget(self._frame)
        column.addWidget(self._hint)
        column.addStretch(1)
        field.setAccessibleName(name)
        field.setAccessibleDescription(hint)
        field.installEventFilter(self)
        self._field = field
        self.setFocusProxy(field)

    def set_source(self, words: str) -> None:
        """Say where the value comes from ("luettu", "luettelosta"); "" for typed by hand."""
        self._source.setText(words)
        self._source.setVisible(bool(words))
        restyle(self._frame, "known", "true" if words else "false")

    def set_hint(self, hint: str) -> None:
        """Say something else below the field; ends what was wrong."""
        self._hint_text = hint
        self.set_problem("")

    def set_problem(self, sentence: str) -> None:
        """Say what is wrong with the value; "" when nothing is."""
        self._hint.setText(sentence or self._hint_text)
        self._hint.setVisible(bool(sentence or self._hint_text))
        restyle(self._hint, "part", "problem" if sentence else "hint")
        restyle(self._frame, "wrong", "true" if sentence else "false")
        self._field.setAccessibleDescription(sentence or self._hint_text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        """Draw the frame of the field that has the focus."""
        if watched is self._field and event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            on = event.type() is QEvent.Type.FocusIn
            restyle(self._frame, "focused", "true" if on else "false")
        return False


class TextField(FieldRow):
    """A line of text.

    Args:
        name: What it is.
        hint: What to write.
        mono: A code or serial.
        secret: Shown as dots.
    """

    edited = Signal(str)
    """The text after each key of a person."""

    def __init__(
        self, name: str, hint: str = "", *, mono: bool = False, secret: bool = False
    ) -> None:
        self.edit = QLineEdit()
        super().__init__(name, self.edit, hint)
        if mono:
            self.edit.setProperty("face", "mono")
        if secret:
            self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.textEdited.connect(self.edited)

    @property
    def text(self) -> str:
        """What stands there, trimmed."""
        return self.edit.text().strip()

    def set_text(self, text: str, source: str = "") -> None:
        """Fill it in and say where that comes from."""
        self.edit.setText(text)
        self.edit.setCursorPosition(0)
        self.set_source(source)


class ChoiceField(FieldRow):
    """One of a list.

    Args:
        name: What it is.
        choices: Key and word of each.
    """

    chosen = Signal(str)
    """The key, when a person chose."""

    def __init__(self, name: str, choices: Sequence[tuple[str, str]], hint: str = "") -> None:
        self.box = _Box()
        super().__init__(name, self.box, hint)
        self.set_choices(choices)
        self.box.activated.connect(self._activated)

    @property
    def key(self) -> str:
        """The key that is chosen, "" when the list is empty."""
        return str(self.box.currentData() or "")

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer another list; the same key stays chosen where it is still offered."""
        before = self.key
        self.box.clear()
        for key, word in choices:
            self.box.addItem(word, key)
        self.choose(before)

    def choose(self, key: str, source: str = "") -> None:
        """Choose another one; an unknown key changes nothing."""
        at = self.box.findData(key)
        if at >= 0:
            self.box.setCurrentIndex(at)
            self.set_source(source)

    def _activated(self, at: int) -> None:
        self.set_source("")
        self.chosen.emit(str(self.box.itemData(at)))


class _Box(QComboBox):
    """A list that the wheel does not change by accident, with our own arrow."""

    def __init__(self) -> None:
        super().__init__()
        self._arrow = QLabel(self)
        self._arrow.setPixmap(pixmap("chevron-down", COLOURS["muted"], 18))
        self._arrow.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's own name
        """Keep the arrow at the right."""
        side = px(18)
        self._arrow.setGeometry(self.width() - side, (self.height() - side) // 2, side, side)
        super().resizeEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's own name
        """Let the page scroll instead."""
        event.ignore()


class FormGrid(QWidget):
    """Fields side by side in equal columns.

    Args:
        columns: How many stand in a row.
        gap: Pixels between rows at 100 %.
    """

    def __init__(self, columns: int = 3, gap: int = 12, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._count = 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(14))
        self._grid.setVerticalSpacing(px(gap))
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)

    def add(self, row: QWidget, span: int = 1) -> None:
        """Put the next field in place, over `span` columns."""
        at = self._count % self._columns
        if at + span > self._columns:
            self._count += self._columns - at
            at = 0
        self._grid.addWidget(row, self._count // self._columns, at, 1, span)
        self._count += span
