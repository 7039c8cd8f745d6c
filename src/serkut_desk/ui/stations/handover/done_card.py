"""The left side when a handover is done: one big answer, what was given, the next customer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.result import ResultCard
from serkut_desk.ui.stations.handover.basket import Basket
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from serkut_desk.ui.panel import Action
    from serkut_desk.ui.stations.handover.views import BasketView, DoneView


class DoneCard(Card):
    """Shows a completed handover."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.body.setSpacing(px(12))
        self._result = ResultCard()
        self._basket = Basket()
        self._actions = ActionBar(big=True)
        self.add(self._result)
        self.add(self._basket, 1)
        self.add(self._actions)

    def show_done(self, done: DoneView, basket: BasketView, actions: Sequence[Action]) -> None:
        """Show another one."""
        self._result.show_result(Tone.GOOD, done.title, done.lead, done.text)
        self._basket.show_basket(basket)
        self._actions.show_actions(actions)

    @property
    def said(self) -> str:
        """The big answer, as a screen reader says it."""
        return self._result.accessibleName()
