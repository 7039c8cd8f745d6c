"""The one signal that tells all screens what a command changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from serkut_desk.domain.changes import Changes


class ChangeSignal(QObject):
    """Carries `Changes` from whoever submitted a command to whoever shows its subjects."""

    changed = Signal(object)
    """Emitted with a `Changes` after its command was committed."""

    def announce(self, changes: Changes) -> None:
        """Tell everyone about `changes`; nothing is told when nothing changed."""
        if changes:
            self.changed.emit(changes)
