"""Minutes of the order, by two keys: five or fifteen more. They say nothing about a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.stations.repair.order_words import minutes_words
from serkut_desk.ui.theme import px

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST = 600
_STEPS = ((5, "F6"), (15, "F7"))
_NONE = "F8"


class MinutesRow(QWidget):
    """How long this took."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.minutes = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        row = QHBoxLayout()
        row.setSpacing(px(12))
        row.addWidget(label(self.tr("Time that this took"), "fieldname"))
        self._figure = label("", "lead")
        row.addWidget(self._figure, 1, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(row)
        column.addWidget(ActionBar(self.offers()))
        self._show()

    def offers(self) -> Sequence[Action]:
        """Return what the keys do."""
        return (
            *(Action(f"+ {step} min", _Add(self, step), key) for step, key in _STEPS),
            Action(self.tr("From zero"), _Add(self, -MOST), _NONE),
        )

    def add(self, minutes: int) -> None:
        """Count so many more."""
        self.minutes = min(max(self.minutes + minutes, 0), MOST)
        self._show()

    def _show(self) -> None:
        self._figure.setText(minutes_words(self.minutes))


class _Add:
    """Counts so many more."""

    def __init__(self, row: MinutesRow, step: int) -> None:
        self._row = row
        self._step = step

    def __call__(self) -> None:
        self._row.add(self._step)
