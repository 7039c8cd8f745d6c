"""Takes every key that no text field is editing and lets it flow into the scan line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QTouchEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from serkut_desk.domain.codes import CodeKind, parse_code
from serkut_desk.ui.listening import undisturbed

if TYPE_CHECKING:
    from collections.abc import Callable

    from serkut_desk.ui.scan_line import ScanLine

_HEARD = (QKeyEvent, QMouseEvent, QTouchEvent)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
ESCAPE = "Esc"
"""What `function_key` says of the Escape key when nothing is half typed."""
STOP_KEY = "F4"
"""Danger on the table; a house test keeps it from meaning anything else."""
_ALONG_A_LIST = frozenset(
    {
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
    }
)
_MOVING = frozenset(
    {
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_Tab,
        Qt.Key.Key_Backtab,
    }
)
_NOT_HELD = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
OPENS_BY_ENTER = "opensByEnter"
"""Property of a button that only shows something else: Enter presses it, but only right after an
arrow or Tab, so that the second Enter of a scanner never does."""
_HAND_MS = 150
"""A scanner's keys follow each other faster."""
_OWN_CODE = re.compile(r"[A-Za-z]{2}[0-9]{10}$")
_CARDS = frozenset({CodeKind.BADGE, CodeKind.COMMAND})
_FUNCTION_KEYS = {Qt.Key(Qt.Key.Key_F1 + number - 1): f"F{number}" for number in range(1, 13)}


class DigitTaker(Protocol):
    """A PIN pad: digits go to it while it is shown, unless a scan has begun."""

    def digit(self, character: str) -> None:
        """Take one digit."""

    def erase(self) -> None:
        """Take the last digit away."""

    def confirm(self) -> None:
        """Enter was pressed."""

    def isVisible(self) -> bool:  # noqa: N802 - Qt's own name
        """Tell whether the person can see it."""


def is_editing(widget: QWidget | None) -> bool:
    """Tell whether `widget` is a text field that takes keys."""
    if isinstance(widget, QLineEdit | QTextEdit | QPlainTextEdit):
        return widget.isEnabled() and not widget.isReadOnly()
    if isinstance(widget, QAbstractSpinBox):
        return widget.isEnabled() and not widget.isReadOnly()
    return isinstance(widget, QComboBox) and widget.isEditable()


def _card_out_of(field: QWidget | None) -> str:
    """Take a badge or command card out of a text field again that was scanned into it.

    A scanner does not know where the cursor is; what these cards mean is never a field's text.
    """
    if not isinstance(field, QLineEdit):
        return ""
    found = _OWN_CODE.search(field.text()[: field.cursorPosition()])
    own = parse_code(found[0]) if found else None
    if found is None or own is None or own.kind not in _CARDS:
        return ""
    field.setSelection(found.start(), len(found[0]))
    field.del_()
    return found[0]


class KeyCapture(QObject):
    """The application's event filter for keys.

    Args:
        line: Where characters flow.
        prefix: Key the scanner sends first: one character, or a name such as `F13`; empty for
            none. After it everything is a scan until Enter, even in a text field.
    """

    function_key = Signal(str)
    """`F1` to `F12`, pressed without modifiers."""
    activity = Signal()
    """A key or the mouse was used."""

    def __init__(self, line: ScanLine, prefix: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._line = line
        self._prefix = prefix
        self._in_prefixed_scan = False
        self._digits: DigitTaker | None = None
        self._mover: Callable[[QKeyEvent], bool] | None = None
        self._moved = False
        self._last = 0
        self.by_hand = False
        """Whether what stands in the scan line was typed slowly, erased in, or pasted."""

    def set_line(self, line: ScanLine) -> None:
        """Let keys flow into another scan line; what was begun goes along."""
        line.add(self._line.text)
        self._line = line

    def set_prefix(self, prefix: str) -> None:
        """Wait for another first key of the scanner."""
        self._prefix = prefix

    def take_digits(self, taker: DigitTaker | None) -> None:
        """Give digits to `taker` while it is shown."""
        self._digits = taker

    def move_by(self, mover: Callable[[QKeyEvent], bool]) -> None:
        """Let `mover` take the keys that go up and down, while nothing is typed; True: it did."""
        self._mover = mover

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        """Look at each event of the application; True when the key was taken."""
        # Tens of thousands come while a page is built: the class tells sooner than the type.
        if not isinstance(event, _HEARD):
            return False
        kind = event.type()
        if kind in (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin):
            self.activity.emit()
        # The window's own copy of a key comes first and is no widget: wait for the real one.
        if (
            kind not in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
            or not isinstance(event, QKeyEvent)
            or not isinstance(watched, QWidget)
            or QApplication.activeModalWidget() is not None
        ):
            return False
        if kind is QEvent.Type.ShortcutOverride:
            return self._override(event)
        self.activity.emit()
        with undisturbed():
            taken = self._opens(event) or self._take(event)
        if Qt.Key(event.key()) not in _ENTER:
            self._moved = Qt.Key(event.key()) in _MOVING
        if taken:
            event.accept()
        return taken

    def _opens(self, event: QKeyEvent) -> bool:
        """Press what was moved to, if it only shows something else."""
        moved, focus = self._moved, QApplication.focusWidget()
        if Qt.Key(event.key()) not in _ENTER or not moved or self._line.text:
            return False
        self._moved = False
        if not isinstance(focus, QAbstractButton) or not focus.property(OPENS_BY_ENTER):
            return False
        focus.click()
        return True

    def _override(self, event: QKeyEvent) -> bool:
        # A plain character is never a shortcut here; without this a scan could press a button.
        if event.text().isprintable() and event.text() and not self._modified(event):
            event.accept()
            return True
        return False

    def _take(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if self._is_prefix(event):
            self._line.clear()
            self._in_prefixed_scan = True
            return True
        if key in _FUNCTION_KEYS and not self._modified(event):
            self.function_key.emit(_FUNCTION_KEYS[key])
            return True
        focus = QApplication.focusWidget()
        if not self._in_prefixed_scan and focus is not self._line.edit and is_editing(focus):
            return self._leave_field(key, focus)
        if self._digits_take(key, event) or self._moves(key, event):
            return True
        return self._flow(key, event, in_line=focus is self._line.edit)

    def _leave_field(self, key: Qt.Key, field: QWidget | None) -> bool:
        # Enter never saves: it ends the field, and the next scan flows again.
        if isinstance(field, QTextEdit | QPlainTextEdit) and key in _ENTER:
            return False
        if key in _ENTER or key is Qt.Key.Key_Escape:
            card = _card_out_of(field) if key in _ENTER else ""
            self._line.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            # A covered scan line takes no focus: without this the next scan would be written into
            # the field of the card.
            if field is not None and field.hasFocus():
                field.clearFocus()
            if card:
                self._line.clear()
                self._line.add(card)
                self._line.end()
            return True
        return False

    def _digits_take(self, key: Qt.Key, event: QKeyEvent) -> bool:
        taker = self._digits
        if taker is None or self._line.text or self._in_prefixed_scan or not taker.isVisible():
            return False
        if event.text().isascii() and event.text().isdigit():
            taker.digit(event.text())
        elif key is Qt.Key.Key_Backspace:
            taker.erase()
        elif key in _ENTER:
            taker.confirm()
        else:
            return False
        return True

    def _flow(self, key: Qt.Key, event: QKeyEvent, *, in_line: bool) -> bool:
        begun = bool(self._line.text)
        self._notice_hand(key, event, begun=begun)
        if key in _ENTER or (key is Qt.Key.Key_Tab and begun):
            return self._end(begun=begun)
        if event.matches(QKeySequence.StandardKey.Paste):
            self._line.paste()
            return True
        if key is Qt.Key.Key_Escape:
            return self._escape(begun=begun)
        if begun and in_line:
            return False
        if begun and key is Qt.Key.Key_Backspace:
            self._line.erase()
            return True
        return self._add(event.text(), modified=self._modified(event), begun=begun)

    def _moves(self, key: Qt.Key, event: QKeyEvent) -> bool:
        if self._mover is None or self._line.text or key not in _ALONG_A_LIST:
            return False
        # Shift or Control with an arrow, or an open list of choices, is somebody else's.
        plain = event.modifiers() in _NOT_HELD and QApplication.activePopupWidget() is None
        return plain and self._mover(event)

    def _notice_hand(self, key: Qt.Key, event: QKeyEvent, *, begun: bool) -> None:
        """Tell a hand from a scanner, as a hint: a hand rests between two keys, and corrects."""
        if event.matches(QKeySequence.StandardKey.Paste) or key is Qt.Key.Key_Backspace:
            self.by_hand = True
        elif event.text().isprintable() and event.text():
            slow = begun and event.timestamp() - self._last > _HAND_MS
            self.by_hand = slow or (begun and self.by_hand)
            self._last = event.timestamp()

    def _escape(self, *, begun: bool) -> bool:
        """Take back what is half typed; with nothing typed, it is a key like F9."""
        if QApplication.activePopupWidget() is not None:
            return False
        if begun:
            self._line.clear()
        else:
            self.function_key.emit(ESCAPE)
        return True

    def _add(self, text: str, *, modified: bool, begun: bool) -> bool:
        # A space alone presses the focused button; inside a scan it is a character.
        if not text.isprintable() or not text or modified or (text == " " and not begun):
            return False
        self._line.add(text)
        return True

    def _end(self, *, begun: bool) -> bool:
        self._in_prefixed_scan = False
        popup = QApplication.activePopupWidget()
        if popup is not None:
            if not begun:
                return False
            popup.close()
        self._line.end()
        return True

    def _is_prefix(self, event: QKeyEvent) -> bool:
        if not self._prefix:
            return False
        if len(self._prefix) == 1:
            return event.text() == self._prefix
        return QKeySequence(event.keyCombination()) == QKeySequence(self._prefix)

    @staticmethod
    def _modified(event: QKeyEvent) -> bool:
        held = event.modifiers()
        control = bool(held & Qt.KeyboardModifier.ControlModifier)
        alt = bool(held & Qt.KeyboardModifier.AltModifier)
        meta = bool(held & Qt.KeyboardModifier.MetaModifier)
        # Control with Alt is AltGr on some systems and writes characters such as @.
        return meta or control != alt
