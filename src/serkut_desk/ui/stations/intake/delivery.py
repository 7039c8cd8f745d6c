"""What is done with a lot as a whole: its cages and seals, its hand-over receipt."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from serkut_desk.domain.changes import Changes
from serkut_desk.domain.permissions import Permission
from serkut_desk.stations.intake.lot_commands import IssueLotReceipt, IssueReconciliation
from serkut_desk.ui.panel import Action, Notice
from serkut_desk.ui.papers import PaperWork
from serkut_desk.ui.stations.intake.arrival_card import ArrivalCard
from serkut_desk.ui.stations.intake.cages_card import CagesCard
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.stations.intake.lot_results import LotPaper
    from serkut_desk.ui.hands import Hands


class Delivery(QObject):
    """Lays the cards and prints the papers of a lot.

    Args:
        panel: Whose window is covered.
        hands: Asks and carries out.
    """

    wanted = Signal(object)
    """An `Overlay` to be laid."""
    said = Signal(object)
    """A `Notice`."""
    arrived = Signal(str)
    """Code of a lot that is here now, or of which a cage was opened."""

    def __init__(self, panel: QWidget, hands: Hands) -> None:
        super().__init__(panel)
        self._panel = panel
        self._hands = hands
        self._papers = PaperWork(hands, Permission.LOTS, self)
        self._papers.said.connect(self.said)

    def actions(self, lot: str, *, leads: bool) -> tuple[Action, ...]:
        """Return what can be done with a lot.

        Args:
            lot: Its code.
            leads: The person may decide about lots; else only seals are read.
        """
        run = partial(self.arrive, lot, decides=leads)
        seals = Action(self.tr("Seals"), run, icon="container")
        if not leads:
            return (seals,)
        return (
            seals,
            Action(self.tr("Add cages"), partial(self.list_cages, lot), icon="package-plus"),
            Action(self.tr("Hand-over receipt"), partial(self.receipt, lot), icon="signature"),
        )

    def arrive(self, lot: str, *, decides: bool) -> None:
        """Ask whether a lot is here, and for the seals of its cages."""
        card = ArrivalCard(self._panel.window(), self._hands, lot, decides=decides)
        card.arrived.connect(self.arrived)
        self.wanted.emit(card)

    def list_cages(self, lot: str) -> None:
        """Ask for names and seals."""
        self.wanted.emit(CagesCard(self._panel.window(), self._hands, lot))

    def receipt(self, lot: str) -> None:
        """Issue the hand-over receipt with what has come so far, and open it."""
        self._hands.submit(IssueLotReceipt(lot=lot), self._issued, self._tell, _of_paper)

    def reconcile(self, lot: str) -> None:
        """Issue the reconciliation of a closed lot, and open it."""
        self._hands.submit(IssueReconciliation(lot=lot), self._issued, self._tell, _of_paper)

    def show_paper(self, number: str) -> None:
        """Open a paper that was issued with something else."""
        self._papers.open(number)

    def _issued(self, done: LotPaper) -> None:
        sentence = self._hands.texts.say("intake.paper_made", paper=done.paper.name)
        self.said.emit(Notice(Tone.GOOD, sentence))
        self._papers.open(done.paper.name)

    def _tell(self, failure: KnownFailure) -> None:
        said = self._hands.texts.failure(failure)
        self.said.emit(Notice(Tone.ATTENTION, said["what"], f"{said['why']} {said['next']}"))


def _of_paper(done: LotPaper) -> Changes:
    return Changes(lots=frozenset({done.lot}), journal=True)
