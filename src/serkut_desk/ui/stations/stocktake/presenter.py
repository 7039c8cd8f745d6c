"""Asks the records about countings and missing devices, and carries out what is wanted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from serkut_desk.domain.changes import Changes
from serkut_desk.stations.devices.commands import UndoLast
from serkut_desk.stations.stocktake import queries
from serkut_desk.stations.stocktake.commands import (
    CloseCount,
    FindDevice,
    GiveUp,
    OpenCount,
    PrintIncident,
    ScanInCount,
    TellMissing,
)

if TYPE_CHECKING:
    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.domain.people import Session
    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.devices.commands import Undone
    from serkut_desk.stations.stocktake.commands import (
        CountClosed,
        IncidentClosed,
        IncidentPaper,
        Missed,
        Opened,
        Scanned,
    )
    from serkut_desk.stations.stocktake.queries import CountLine, CountView, MissingLine
    from serkut_desk.ui.hands import Hands

Lists = tuple[tuple["CountLine", ...], tuple["MissingLine", ...]]


class StocktakePresenter(QObject):
    """Between the stocktake screen and the records.

    Args:
        hands: Carries commands out.
    """

    listed = Signal(object, object)
    """Countings under way and missing devices."""
    opened = Signal(object)
    """An `Opened`."""
    counted = Signal(object)
    """A `CountView` as it stands now."""
    gone = Signal()
    """The counting that was looked at is no longer under way."""
    scanned = Signal(object)
    """A `Scanned`."""
    closed = Signal(object)
    """A `CountClosed`."""
    undone = Signal(object)
    """An `Undone`."""
    told = Signal(object)
    """A `Missed`."""
    printed = Signal(object)
    """An `IncidentPaper`."""
    ended = Signal(object)
    """An `IncidentClosed`."""
    refused = Signal(object)
    """A `KnownFailure`."""

    def __init__(self, hands: Hands, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hands = hands
        self._looking = False
        self._wanted: str | None = None

    def load(self) -> None:
        """Read what is under way and what is missing."""
        self._hands.ask(_lists, self._listed, self._refused)

    def open(self, place: str) -> None:
        """Begin to count a place, or go on."""
        self._hands.submit(OpenCount(place), self._opened, self._refused, lambda done: done.changes)

    def look(self, place: str) -> None:
        """Read a counting that is under way; of several wishes only the newest waits."""
        self._wanted = place
        if not self._looking:
            self._look()

    def _look(self) -> None:
        place, self._wanted = self._wanted or "", None
        self._looking = True
        self._hands.ask(partial(queries.count, place=place), self._counted, self._not_counted)

    def scan(self, place: str, text: str) -> None:
        """Take one scan of a counting."""
        self._hands.submit(
            ScanInCount(place, text), self._scanned, self._refused, lambda done: done.changes
        )

    def close(self, place: str, missing: int) -> None:
        """End a counting with so many missing."""
        self._hands.submit(
            CloseCount(place, missing), self._closed, self._refused, lambda done: done.changes
        )

    def undo(self) -> None:
        """Undo the person's own last move."""
        self._hands.submit(
            UndoLast(),
            self._undone,
            self._refused,
            lambda done: Changes(
                devices=frozenset(done.devices), parts=frozenset(done.parts), journal=True
            ),
        )

    def tell(self, device: str, told: str) -> None:
        """Record who was told."""
        self._hands.submit(
            TellMissing(device, told), self._told, self._refused, lambda done: done.changes
        )

    def print_paper(self, device: str) -> None:
        """Issue an incident's paper as it stands."""
        self._hands.submit(
            PrintIncident(device, self._hands.language),
            self._printed,
            self._refused,
            lambda done: done.changes,
        )

    def find(self, device: str, place: str, note: str) -> None:
        """Record a missing device as found."""
        self._hands.submit(
            FindDevice(device, place, note, language=self._hands.language),
            self._ended,
            self._refused,
            lambda done: done.changes,
        )

    def give_up(self, device: str, note: str) -> None:
        """Record a missing device as lost."""
        self._hands.submit(
            GiveUp(device, note, language=self._hands.language),
            self._ended,
            self._refused,
            lambda done: done.changes,
        )

    def _listed(self, found: Lists) -> None:
        self.listed.emit(*found)

    def _opened(self, done: Opened) -> None:
        self.opened.emit(done)

    def _counted(self, view: CountView) -> None:
        self._looking = False
        if self._wanted is None:
            self.counted.emit(view)
        else:
            self._look()

    def _not_counted(self, failure: KnownFailure) -> None:
        self._looking = False
        if failure.code == "count_not_open":
            self.gone.emit()
        else:
            self.refused.emit(failure)

    def _scanned(self, done: Scanned) -> None:
        self.scanned.emit(done)

    def _closed(self, done: CountClosed) -> None:
        self.closed.emit(done)

    def _undone(self, done: Undone) -> None:
        self.undone.emit(done)

    def _told(self, done: Missed) -> None:
        self.told.emit(done)

    def _printed(self, done: IncidentPaper) -> None:
        self.printed.emit(done)

    def _ended(self, done: IncidentClosed) -> None:
        self.ended.emit(done)

    def _refused(self, failure: KnownFailure) -> None:
        self.refused.emit(failure)


def _lists(desk: Desk, session: Session | None) -> Lists:
    return queries.counts(desk, session), queries.missing(desk, session)
