"""Names and values in two columns: evidence, policy, a device's facts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from serkut_desk.ui.parts.text import label, rule
from serkut_desk.ui.theme import px

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Fact:
    """One row; `code` shows the value in the monospaced face."""

    name: str
    value: str
    code: bool = False


class Facts(QWidget):
    """Rows of `Fact` with a thin line between."""

    def __init__(self, facts: Sequence[Fact] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(16))
        self._grid.setVerticalSpacing(px(8))
        self._grid.setColumnStretch(1, 1)
        self.show_facts(facts)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show other rows."""
        while self._grid.count():
            item = self._grid.takeAt(0)
            old = item.widget() if item else None
            if old is not None:
                old.hide()
                old.deleteLater()
        for at, fact in enumerate(facts):
            name = label(fact.name, "secondary")
            value = label(fact.value, "codevalue" if fact.code else "", wrap=True)
            value.setAccessibleName(f"{fact.name} {fact.value}")
            self._grid.addWidget(name, at * 2, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(value, at * 2, 1)
            if at + 1 < len(facts):
                self._grid.addWidget(rule(), at * 2 + 1, 0, 1, 2)
