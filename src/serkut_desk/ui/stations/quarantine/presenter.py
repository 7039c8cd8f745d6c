"""Asks the records about quarantine and carries out what a person wants."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from serkut_desk.stations import finding
from serkut_desk.stations.quarantine import queries
from serkut_desk.stations.quarantine.commands import (
    FreeDevice,
    RecordAnswer,
    ReportLock,
    ReportStolen,
    RequestRelease,
    TakeApart,
)

if TYPE_CHECKING:
    from datetime import datetime

    from serkut_desk.domain.data_state import Lock
    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.domain.people import Session
    from serkut_desk.domain.quarantine import DonorAnswer
    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.finding import Found
    from serkut_desk.stations.quarantine.commands import Answered, Ended, Reported, Requested
    from serkut_desk.stations.quarantine.queries import QueueLine
    from serkut_desk.ui.hands import Hands


class QuarantinePresenter(QObject):
    """Between the quarantine screen and the records.

    Args:
        hands: Carries commands out.
    """

    listed = Signal(object, object)
    """The queue and the time of the records."""
    failed = Signal(object)
    """Why the queue could not be read."""
    found = Signal(object)
    """A `Found`."""
    reported = Signal(object)
    """A `Reported`."""
    requested = Signal(object)
    """A `Requested`."""
    answered = Signal(object)
    """An `Answered`."""
    ended = Signal(object)
    """An `Ended`."""
    refused = Signal(object)
    """A `KnownFailure` of something that was wanted."""

    def __init__(self, hands: Hands, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hands = hands

    def load(self) -> None:
        """Read the queue."""
        self._hands.ask(_queue, self._listed, self._failed)

    def find(self, text: str) -> None:
        """Look which device a scan names."""
        self._hands.ask(partial(finding.find, text=text), self._found, self._refused)

    def report(self, device: str, lock: Lock) -> None:
        """Lock a device away."""
        self._hands.submit(
            ReportLock(device, lock), self._reported, self._refused, lambda done: done.changes
        )

    def report_stolen(self, device: str, reference: str) -> None:
        """Lock a device away that may be stolen."""
        self._hands.submit(
            ReportStolen(device, reference),
            self._reported,
            self._refused,
            lambda done: done.changes,
        )

    def request(self, device: str) -> None:
        """Ask the donor about everything of theirs."""
        command = RequestRelease(device, language=self._hands.language)
        self._hands.submit(command, self._requested, self._refused, lambda done: done.changes)

    def answer(self, device: str, answer: DonorAnswer, note: str) -> None:
        """Record what the donor said."""
        self._hands.submit(
            RecordAnswer(device, answer, note),
            self._answered,
            self._refused,
            lambda done: done.changes,
        )

    def free(self, device: str, reason: str, lock: Lock | None) -> None:
        """Close a reason."""
        self._hands.submit(
            FreeDevice(device, reason, lock),
            self._ended,
            self._refused,
            lambda done: done.changes,
        )

    def take_apart(self, device: str, reason: str) -> None:
        """Close every reason and have it taken apart."""
        self._hands.submit(
            TakeApart(device, reason), self._ended, self._refused, lambda done: done.changes
        )

    def _listed(self, found: tuple[tuple[QueueLine, ...], datetime]) -> None:
        self.listed.emit(*found)

    def _failed(self, failure: KnownFailure) -> None:
        self.failed.emit(failure)

    def _found(self, found: Found) -> None:
        self.found.emit(found)

    def _reported(self, done: Reported) -> None:
        self.reported.emit(done)

    def _requested(self, done: Requested) -> None:
        self.requested.emit(done)

    def _answered(self, done: Answered) -> None:
        self.answered.emit(done)

    def _ended(self, done: Ended) -> None:
        self.ended.emit(done)

    def _refused(self, failure: KnownFailure) -> None:
        self.refused.emit(failure)


def _queue(desk: Desk, session: Session | None) -> tuple[tuple[QueueLine, ...], datetime]:
    return queries.queue(desk, session), desk.clock.now()
