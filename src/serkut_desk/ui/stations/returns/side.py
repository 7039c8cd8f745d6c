"""The right side: what was handed over, and how its warranty stands, large."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.facts import Facts
from serkut_desk.ui.parts.result import ResultCard
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.theme import px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.ui.parts.facts import Fact
    from serkut_desk.ui.stations.returns.wording import WarrantyWords


class SaleSide(QWidget):
    """The verdict of the warranty, the law's word, the sale."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(16))
        self._verdict = ResultCard()
        self._card = Card()
        self._title = label("", "title", wrap=True)
        self._facts = Facts()
        self._hint = label(self.tr("Scan a device or a receipt."), "muted", wrap=True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for part in (self._title, self._facts, self._hint):
            self._card.add(part)
        self._card.body.addStretch(1)
        column.addWidget(self._verdict)
        column.addWidget(self._card, 1)
        self.show_nothing()

    def show_nothing(self) -> None:
        """Show that nothing is chosen."""
        self._verdict.hide()
        self._title.hide()
        self._facts.hide()
        self._hint.show()

    def show_sale(self, title: str, words: WarrantyWords, facts: Sequence[Fact]) -> None:
        """Show a sale or a return."""
        self._verdict.show_result(words.tone, words.title, words.until, words.rights)
        self._title.setText(title)
        self._facts.show_facts(facts)
        self._title.show()
        self._facts.show()
        self._hint.hide()
