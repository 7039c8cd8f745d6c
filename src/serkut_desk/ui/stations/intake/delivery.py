"""What is done with a lot as a whole: its cages and seals, its hand-over receipt."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from serkut_desk.domain import codes
from serkut_desk.domain.changes import Changes
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.photos import PhotoPurpose
from serkut_desk.stations.intake import lot_queries
from serkut_desk.stations.intake.lot_commands import IssueLotReceipt, IssueReconciliation
from serkut_desk.ui.panel import Action, Notice
from serkut_desk.ui.papers import PaperWork
from serkut_desk.ui.parts.photos_card import PhotosCard
from serkut_desk.ui.parts.pick import PickCard
from serkut_desk.ui.stations.intake.arrival_card import ArrivalCard
from serkut_desk.ui.stations.intake.cages_card import CagesCard
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.stations.intake.lot_queries import ClosedLot
    from serkut_desk.stations.intake.lot_results import CageDone, LotPaper
    from serkut_desk.stations.intake.queries import LotView
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

    def seals(self, lot: str, *, leads: bool) -> Action:
        """Return the way to a lot's seals; `leads` may decide about wrong ones."""
        run = partial(self.arrive, lot, decides=leads)
        return Action(self.tr("Seals"), run, icon="lock")

    def menu(self, lot: LotView, others: Sequence[Action]) -> Action:
        """Return the way to what a supervisor does with a lot; `others` are offered there too."""
        return Action(self.tr("The lot"), partial(self._lay_menu, lot, others), icon="truck")

    def _lay_menu(self, lot: LotView, others: Sequence[Action]) -> None:
        code = lot.lot.code
        actions = (
            self.seals(code, leads=True),
            Action(self.tr("Add cages"), partial(self.list_cages, code), icon="package-plus"),
            Action(self.tr("Pictures"), partial(self.photograph, lot), icon="camera"),
            Action(self.tr("Hand-over receipt"), partial(self.receipt, code), icon="signature"),
            Action(self.tr("Reconciliation"), self._ask_closed, icon="file-check"),
            *others,
        )
        named = codes.short(code)
        self._lay(f"{named} · {lot.sender}", "", actions)

    def _ask_closed(self) -> None:
        self._hands.ask(lot_queries.closed, self._lay_closed, self._tell)

    def _lay_closed(self, lots: tuple[ClosedLot, ...]) -> None:
        actions = [
            Action(self._closed_word(one), partial(self.reconcile, one.lot.code), icon="file-check")
            for one in lots
        ]
        line = "" if actions else self.tr("No lot is closed yet.")
        self._lay(self.tr("Which closed lot?"), line, actions)

    def _closed_word(self, one: ClosedLot) -> str:
        late = self.tr("%n came later", "", one.late) if one.late else ""
        return " · ".join(filter(None, (codes.short(one.lot.code), one.sender, late)))

    def _lay(self, title: str, line: str, actions: Sequence[Action]) -> None:
        named = [(str(at), one.word, one.icon) for at, one in enumerate(actions)]
        card = PickCard(self._panel.window(), title, line, named)
        card.picked.connect(lambda at: actions[int(at)].run())
        self.wanted.emit(card)

    def arrive(self, lot: str, *, decides: bool) -> None:
        """Ask whether a lot is here, and for the seals of its cages."""
        card = ArrivalCard(self._panel.window(), self._hands, lot, decides=decides)
        card.arrived.connect(self.arrived)
        card.overlay_wanted.connect(self.wanted)
        self.wanted.emit(card)

    def photograph(self, lot: LotView) -> None:
        """Show the pictures of a lot as a whole, and take more."""
        code, purpose = lot.lot.code, PhotoPurpose.DELIVERY
        card = PhotosCard(self._panel.window(), self._hands, code, name=lot.sender, purpose=purpose)
        card.overlay_wanted.connect(self.wanted)
        self.wanted.emit(card)

    def list_cages(self, lot: str) -> None:
        """Ask for names and seals."""
        card = CagesCard(self._panel.window(), self._hands, lot)
        card.saved.connect(self._listed)
        self.wanted.emit(card)

    def _listed(self, done: CageDone) -> None:
        title = self.tr("%n cages or pallets are listed", "", len(done.changed))
        self.said.emit(Notice(Tone.GOOD, title, ", ".join(done.changed)))

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
