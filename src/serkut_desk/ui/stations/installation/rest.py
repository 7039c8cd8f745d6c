"""Pages that take the room that is left, however much they would like."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget


class Rest(QStackedWidget):
    """Several pages, one shown, of which none makes the screen scroll."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's own name
        """Sentences that break into lines would ask for their height all the same."""
        return False
