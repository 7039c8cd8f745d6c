"""The end of a handover: hand over when everything holds, show what was issued."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from serkut_desk.domain.channels import Payment
from serkut_desk.domain.money import parse_euros
from serkut_desk.ui.stations.handover import wording
from serkut_desk.ui.stations.handover.done_card import DoneCard
from serkut_desk.ui.stations.handover.handover_side import PRINT
from serkut_desk.ui.stations.handover.papers import Papers

if TYPE_CHECKING:
    from serkut_desk.stations.handover.commands import HandedOver
    from serkut_desk.stations.handover.views import BasketView
    from serkut_desk.ui.hands import Hands
    from serkut_desk.ui.stations.handover.actions import HandoverActions
    from serkut_desk.ui.stations.handover.answering import Answering
    from serkut_desk.ui.stations.handover.handover_side import HandoverSide
    from serkut_desk.ui.stations.handover.pages import Pages
    from serkut_desk.ui.stations.handover.presenter import HandoverPresenter


class Finishing(QObject):
    """Completes the open basket.

    Args:
        hands: Carries out.
        presenter: Hands over.
        pages: Holds the basket, then the result.
        answering: Says what is missing.
        side: Shows the papers.
        parent: Its owner.
    """

    def __init__(
        self,
        hands: Hands,
        presenter: HandoverPresenter,
        pages: Pages,
        answering: Answering,
        side: HandoverSide,
        *,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._hands = hands
        self._presenter = presenter
        self._pages = pages
        self._answering = answering
        self._side = side
        self.papers = Papers(hands, self)
        self._wanted = False
        self._done: HandedOver | None = None
        self._view: BasketView | None = None
        side.paper_wanted.connect(self._one_paper)

    def forget(self) -> None:
        """Another handover, or none."""
        self._wanted = False
        self._done = self._view = None
        self.papers.forget()

    def give_up(self) -> None:
        """It was refused."""
        self._wanted = False

    def complete(self) -> None:
        """Take what is being written, look once more, then hand over."""
        if self._pages.basket is not None:
            self._pages.basket.flush()
            self._wanted = True
            self._presenter.look()

    def looked(self, view: BasketView) -> None:
        """Hand over, now that the basket was read anew, or say what is missing."""
        card = self._pages.basket
        if not self._wanted or card is None or self._presenter.terms_pending:
            return
        self._wanted = False
        payment = card.payment
        if not view.ready or payment is None:
            self._answering.not_yet(wording.gates(view, self._hands.texts))
            return
        given = None
        if payment is Payment.CASH and card.paid_text:
            given = parse_euros(card.paid_text)
            if given is None:
                card.wrong_cash()
                return
        reference = card.paid_text if payment is Payment.CARD else ""
        self._presenter.complete(payment, reference, given)

    def completed(self, done: HandedOver) -> None:
        """Print the paper for the receiver and show the result."""
        self._done = done
        self.papers.issued(done)
        self._presenter.look()

    def show(self, view: BasketView, actions: HandoverActions) -> None:
        """Show a completed handover."""
        self._view, texts = view, self._hands.texts
        change = self._done.change_cents if self._done else None
        card = DoneCard()
        basket = wording.basket(view, view.payment, texts)
        card.show_done(wording.done_view(view, change, texts), basket, actions.done())
        self._pages.put(card)
        self._side.show_papers([wording.paper_row(one) for one in view.papers])

    def print(self) -> None:
        """Print all its papers."""
        if self._view is not None:
            self.papers.print(self._view.papers)

    def open(self) -> None:
        """Open all its papers."""
        if self._view is not None:
            self.papers.open(self._view.papers)

    def _one_paper(self, name: str, verb: str) -> None:
        found = [one for one in (self._view.papers if self._view else ()) if one.name == name]
        if verb == PRINT:
            self.papers.print(found)
        else:
            self.papers.open(found)
