"""What lies over the desk: the topmost overlay gets scans, digits and F-keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from serkut_desk.ui.overlay import Overlay


class Layers(QObject):
    """The overlays of one window, the newest on top."""

    changed = Signal()
    """Another overlay, or none, is on top."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._stack: list[Overlay] = []

    @property
    def top(self) -> Overlay | None:
        """The topmost overlay, None when the desk itself is in front."""
        return self._stack[-1] if self._stack else None

    def push(self, overlay: Overlay) -> None:
        """Lay an overlay over everything."""
        overlay.closed.connect(self._closed)
        self._stack.append(overlay)
        # Only what lies over the same widget can be raised: a panel names its window, which may
        # hold this one, and its card would hide a PIN or STOP that is asked after it.
        overlay.lie_over(self._window)
        overlay.show()
        overlay.raise_()
        self._tell()

    def close_all(self, but: tuple[type[Overlay], ...] = ()) -> None:
        """Close every overlay that is none of these kinds."""
        for overlay in [one for one in self._stack if not isinstance(one, but)]:
            overlay.close_overlay()

    def _closed(self) -> None:
        gone = self.sender()
        self._stack = [one for one in self._stack if one is not gone]
        self._tell()

    def _tell(self) -> None:
        # A covered card takes no focus: a badge or PIN would be written into its field.
        for overlay in self._stack:
            overlay.setEnabled(overlay is self.top)
        self.changed.emit()
