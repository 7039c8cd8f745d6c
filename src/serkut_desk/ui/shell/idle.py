"""Notices that nobody is at the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

_LOOK_EVERY_MS = 5_000


class IdleWatch(QObject):
    """Emits `idle` once when nothing was touched for a while.

    Args:
        clock: Seconds that only grow, such as `time.monotonic`.
        seconds: How long nothing may happen; 0 means never idle.
    """

    idle = Signal()

    def __init__(
        self, clock: Callable[[], float], seconds: float, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._seconds = seconds
        self._last = clock()
        self._told = False
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.check)
        self._timer.start()

    def activity(self) -> None:
        """Somebody touched something."""
        self._last = self._clock()
        self._told = False

    def check(self) -> None:
        """Look at the clock; called by the timer."""
        if self._seconds and not self._told and self._clock() - self._last >= self._seconds:
            self._told = True
            self.idle.emit()

    def set_seconds(self, seconds: float) -> None:
        """Wait for another while; 0 means never idle."""
        self._seconds = seconds

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()
