"""Asks what waits, for whom, and what was said of screens; each answer only while it is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from serkut_desk.domain.changes import Changes
from serkut_desk.stations.home import queries
from serkut_desk.stations.home.commands import ReadFeedback
from serkut_desk.stations.wiping.second_eyes import second_eyes

if TYPE_CHECKING:
    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.domain.people import Session
    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.home.queries import FeedbackNote
    from serkut_desk.stations.queues import QueueLine
    from serkut_desk.stations.wiping.second_eyes import SecondEyes
    from serkut_desk.ui.hands import Hands


class HomePresenter(QObject):
    """Between the home view and the records.

    Args:
        hands: Asks and carries out.
    """

    counted = Signal(object)
    """Every `QueueLine`, in the order of the work."""
    others = Signal(object)
    """Every `SecondEyes`."""
    feedback = Signal(object)
    """The newest `FeedbackNote`s."""
    said = Signal(object)
    """A `Notice`."""

    def __init__(self, hands: Hands, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hands = hands
        self._counting = self._again = False

    def count(self) -> None:
        """Count what waits; what changes meanwhile is counted once more."""
        if self._counting:
            self._again = True
            return
        self._counting, self._again = True, False
        self._hands.ask(queries.view, self._counted, self._failed)

    def look_for_others(self) -> None:
        """Look which devices only somebody else can approve."""
        self._hands.ask(_second_eyes, self._others, self._failed)

    def list_feedback(self) -> None:
        """Read what was said of screens."""
        self._hands.ask(queries.feedback, self._feedback, self._failed)

    def mark_read(self, upto: int) -> None:
        """Mark what was seen as read."""
        self._hands.submit(ReadFeedback(upto), self._marked, self._failed, _read)

    def _counted(self, lines: tuple[QueueLine, ...]) -> None:
        self._counting = False
        self.counted.emit(lines)
        if self._again:
            self.count()

    def _others(self, found: tuple[SecondEyes, ...]) -> None:
        self.others.emit(found)

    def _feedback(self, notes: tuple[FeedbackNote, ...]) -> None:
        self.feedback.emit(notes)

    def _marked(self, _count: int) -> None:
        self.count()

    def _failed(self, failure: KnownFailure) -> None:
        self._counting = False
        self.said.emit(self._hands.notice(failure))


def _second_eyes(desk: Desk, session: Session | None) -> tuple[SecondEyes, ...]:
    return second_eyes(desk, session)


def _read(_count: int) -> Changes:
    return Changes(feedback=True)
