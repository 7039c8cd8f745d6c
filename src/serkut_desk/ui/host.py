"""The outermost window. It is painted before anything heavy is imported, and takes keys at once.

What it shows later (desk or wizard) is put inside, so that not one key is lost on the way: keys
always come to this window.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QKeyEvent

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FirstFace(QWidget):
    """Stands where the lock screen will be, and keeps what is scanned meanwhile."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "lock")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.scans: list[str] = []
        self.begun = ""
        self._dots = self._label("", "clock")
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self._label("Serkut Desk", "clock"))
        column.addWidget(self._label(self.tr("Opening…"), "clock"))
        column.addWidget(self._dots)
        column.addStretch(1)

    def take(self, key: int, text: str) -> None:
        """Take one key: Enter ends a scan, empty ends are swallowed."""
        if key in _ENTER:
            if self.begun.strip():
                self.scans.append(self.begun.strip())
            self.begun = ""
        elif key == Qt.Key.Key_Backspace:
            self.begun = self.begun[:-1]
        elif text.isprintable():
            self.begun += text
        self._dots.setText("●" * len(self.begun))

    @staticmethod
    def _label(text: str, part: str) -> QLabel:
        made = QLabel(text)
        made.setProperty("part", part)
        made.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return made


class Host(QWidget):
    """Shows one thing at a time, the first face first."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Serkut Desk")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.face: FirstFace | None = FirstFace()
        self._content: QWidget = self.face
        self._closing = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.face)

    def show_content(self, content: QWidget) -> None:
        """Show something else; what was there before goes."""
        old, self._content = self._content, content
        self.face = None
        self._column.addWidget(content)
        content.show()
        self._column.removeWidget(old)
        old.hide()
        old.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's own name
        """Keep keys for whoever comes after the first face."""
        if self.face is not None:
            self.face.take(event.key(), event.text())
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's own name
        """Close what is shown with it."""
        if not self._closing:
            self._closing = True
            self._content.close()
        event.accept()
