"""Scans in the order they came, kept while their receiver waits for an answer."""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import QObject, Signal


class ScanQueue(QObject):
    """Hands scans on one after the other; none is lost, none is handed on twice."""

    delivered = Signal(str)
    waiting_changed = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scans: deque[str] = deque()
        self._held = False
        self._delivering = False

    def add(self, text: str) -> None:
        """Take a scan and hand it on as soon as that may be."""
        self._scans.append(text)
        self._deliver()

    def hold(self) -> None:
        """Keep scans from now on."""
        self._held = True

    def release(self) -> None:
        """Hand on what was kept."""
        self._held = False
        self._deliver()

    @property
    def waiting(self) -> int:
        """How many scans are kept."""
        return len(self._scans)

    def _deliver(self) -> None:
        # A receiver may scan, hold or release while it takes one: the loop outside goes on.
        if self._delivering:
            return
        self._delivering = True
        try:
            while self._scans and not self._held:
                self.delivered.emit(self._scans.popleft())
        finally:
            self._delivering = False
        self.waiting_changed.emit(len(self._scans))
