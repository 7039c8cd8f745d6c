"""The left side of the handover screen: one page at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.stations.handover.basket_card import BasketCard
from serkut_desk.ui.stations.handover.done_card import DoneCard
from serkut_desk.ui.stations.handover.start_view import StartView

if TYPE_CHECKING:
    from serkut_desk.ui.parts.states import EmptyState


class Pages(QWidget):
    """Shows a start, a basket, a completed handover, or why there is none of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._page: QWidget | None = None

    @property
    def start(self) -> StartView | None:
        """The start, while it is shown."""
        return self._page if isinstance(self._page, StartView) else None

    @property
    def basket(self) -> BasketCard | None:
        """The open basket, while it is shown."""
        return self._page if isinstance(self._page, BasketCard) else None

    @property
    def done(self) -> DoneCard | None:
        """The completed handover, while it is shown."""
        return self._page if isinstance(self._page, DoneCard) else None

    def put(self, page: QWidget) -> None:
        """Show another page; the one before goes."""
        old, self._page = self._page, page
        if old is not None:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._column.addWidget(page)
        page.show()

    def put_state(self, state: EmptyState) -> None:
        """Show why there is nothing else."""
        card = Card()
        card.add(state, 1)
        self.put(card)
