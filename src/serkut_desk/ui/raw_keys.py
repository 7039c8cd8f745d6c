"""What a scanner really types: every character and every end, before the scan line tidies it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from serkut_desk.domain.scanner_setup import ENTER, TAB, Keyed
from serkut_desk.ui.listening import listen, stop_listening

MORE_ENDS_MS = 400
"""After an end, so long a second one is waited for."""
NO_END_MS = 1_500
"""After a character, so long an end is waited for."""
_ENDS = {Qt.Key.Key_Return: ENTER, Qt.Key.Key_Enter: ENTER, Qt.Key.Key_Tab: TAB}


class RawKeys(QObject):
    """Listens to the keys of the whole application, and takes none of them."""

    arrived = Signal(object)
    """A `Keyed`: one scan is over."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._text = ""
        self._ends: list[str] = []
        self.quiet = QTimer(self)
        self.quiet.setSingleShot(True)
        self.quiet.timeout.connect(self.finish)
        # Asked before whoever listened earlier.
        listen(self)

    def stop(self) -> None:
        """Listen no more."""
        self.quiet.stop()
        stop_listening(self)

    def finish(self) -> None:
        """Tell what came, if anything did."""
        self.quiet.stop()
        text, ends = self._text, tuple(self._ends)
        self._text, self._ends = "", []
        if text or ends:
            self.arrived.emit(Keyed(text, ends))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        """Take note of a key; it goes on to whom it is for."""
        pressed = event.type() is QEvent.Type.KeyPress and isinstance(watched, QWidget)
        if pressed and isinstance(event, QKeyEvent):
            self._note(event)
        return False

    def _note(self, event: QKeyEvent) -> None:
        end = _ENDS.get(Qt.Key(event.key()))
        if end is not None:
            self._ends.append(end)
            self.quiet.start(MORE_ENDS_MS)
        elif event.text() and event.text().isprintable():
            if self._ends:
                self.finish()
            self._text += event.text()
            self.quiet.start(NO_END_MS)
