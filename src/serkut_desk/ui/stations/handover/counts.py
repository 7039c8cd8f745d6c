"""Numbers of things in words: plural forms are only found where a `QObject` says them."""

from __future__ import annotations

from PySide6.QtCore import QObject


class HandoverCounts(QObject):
    """Says how many."""

    def devices(self, count: int) -> str:
        """Return `3 laitetta`."""
        return self.tr("%n devices", "", count)

    def years(self, count: int) -> str:
        """Return `3 vuotta`."""
        return self.tr("%n years", "", count)

    def labels_unread(self, count: int) -> str:
        """Return how many labels nobody has scanned."""
        return self.tr("%n labels are still to be scanned", "", count)

    def missing(self, count: int) -> str:
        """Return how many things are missing."""
        return self.tr("%n things are missing", "", count)
