"""Numbers of things in words: plural forms are only found where a `QObject` says them."""

from __future__ import annotations

from PySide6.QtCore import QObject


class InstallationCounts(QObject):
    """Says how many."""

    def faults(self, count: int) -> str:
        """Return `1 fault`."""
        return self.tr("%n faults", "", count)

    def machines(self, count: int) -> str:
        """Return `6 machines`."""
        return self.tr("%n machines", "", count)

    def machine_word(self, count: int) -> str:
        """Return the word beside a big figure: `machines`."""
        words = self.tr("%n machines", "", count)
        return words.removeprefix(str(count)).strip()

    def save(self, count: int) -> str:
        """Return the question whether so many are saved."""
        return self.tr("Save %n machines?", "", count)

    def well(self, count: int) -> str:
        """Return of how many machines all tests went well."""
        return self.tr("All tests well: %n machines", "", count)

    def recorded(self, count: int) -> str:
        """Return that so many were recorded."""
        return self.tr("%n installations saved", "", count)
