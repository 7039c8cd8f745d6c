"""A layer over the whole window that is no dialog: nothing waits in a nested loop for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from serkut_desk.ui.keys import DigitTaker
    from serkut_desk.ui.panel import Action


class Overlay(QWidget):
    """Covers its window; the topmost one gets scans and F-keys.

    Args:
        parent: The widget to cover.
    """

    takes_cards = True
    """Command cards do here what their F-key does; else they are scans like others."""
    takes_badges = False
    """A badge changes the person at once: what was typed here is kept, or there is nothing to type.
    Else the badge is a scan like others."""
    closed = Signal()
    """It is gone; the one below gets scans again."""
    heard = Signal(object)
    """A `Tone` to be heard."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        parent.installEventFilter(self)
        self._cover()

    def scanned(self, text: str) -> None:
        """Take one scan; never passed on to what lies below."""

    def card_scanned(self, text: str) -> bool:
        """Take a command card that means something only here; False leaves it to its F-key."""
        del text
        return False

    def typed(self, text: str) -> None:
        """Take note of what stands in the scan line, while it is being written."""

    def function_keys(self) -> tuple[Action, ...]:
        """Return what the F-keys do while this is on top."""
        return ()

    def digit_taker(self) -> DigitTaker | None:
        """Return a PIN pad that wants digits, if there is one."""
        return None

    def close_overlay(self) -> None:
        """Go away and tell."""
        self.hide()
        self.closed.emit()
        self.deleteLater()

    def lie_over(self, widget: QWidget) -> None:
        """Cover another widget from now on; hidden until it is shown again."""
        covered = self.parentWidget()
        if covered is widget:
            return
        if covered is not None:
            covered.removeEventFilter(self)
        self.setParent(widget)
        widget.installEventFilter(self)
        self._cover()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        """Follow the covered widget's size."""
        if watched is self.parent() and event.type() is QEvent.Type.Resize:
            self._cover()
        return False

    def _cover(self) -> None:
        covered = self.parentWidget()
        if covered is not None:
            self.setGeometry(covered.rect())
