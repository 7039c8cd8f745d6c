"""Between the returns screen and the records."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from serkut_desk.domain.codes import short
from serkut_desk.domain.money import euros
from serkut_desk.domain.returning import Remedy
from serkut_desk.stations.returns import queries
from serkut_desk.stations.returns.commands import KeepMedium, Settle, TakeBack
from serkut_desk.ui.panel import Notice
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from serkut_desk.domain.changes import Changes
    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.stations.returns.commands import MediumKept, Settled, TakenBack
    from serkut_desk.stations.returns.queries import Looked, ReturnView
    from serkut_desk.ui.hands import Hands


class ReturnsPresenter(QObject):
    """Asks and carries out.

    Args:
        hands: Carries out.
    """

    listed = Signal(object)
    """The open returns as a tuple of `ReturnView`, the oldest first."""
    failed = Signal(object)
    """They could not be fetched: a `KnownFailure`."""
    looked = Signal(object)
    """A `Looked`, for the scan that came last."""
    unknown = Signal(object)
    """That scan means nothing here: a `KnownFailure`."""
    opened = Signal(object)
    """A `ReturnView`."""
    taken = Signal(object)
    """A `TakenBack`."""
    settled = Signal(object)
    """A `Settled`."""
    kept = Signal()
    """It is recorded that a medium stayed with the buyer."""
    refused = Signal(str)
    """What a form asked for was refused: what, why and what to do next."""
    said = Signal(object)
    """A `Notice`."""

    def __init__(self, hands: Hands, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hands = hands
        self._asked = ""

    def load(self) -> None:
        """Fetch the open returns."""
        self._hands.ask(queries.open_returns, self.listed.emit, self.failed.emit)

    def look(self, text: str) -> None:
        """Find what a scan means; an older scan's answer is dropped."""
        self._asked = text
        self._hands.ask(
            partial(queries.look, text=text), partial(self._looked, text), self._not_found
        )

    def open(self, number: str) -> None:
        """Read a return."""
        self._asked = number
        self._hands.ask(partial(queries.one, text=number), partial(self._opened, number))

    def forget(self) -> None:
        """Drop the answer to what was asked last."""
        self._asked = ""

    def take_back(self, device: str, fault: str, note: str, place: str) -> None:
        """Take a device back."""
        command = TakeBack(device, fault, note, place)
        self._hands.submit(command, self._taken, self._failed, _changes)

    def settle(self, number: str, remedy: Remedy, reason: str, cents: int | None) -> None:
        """Decide what is done about a return."""
        command = Settle(number, remedy, reason, cents, self._hands.language)
        self._hands.submit(command, self._settled, self._refused, _changes)

    def keep(self, medium: str, reason: str) -> None:
        """Record that a medium stayed with the buyer."""
        self._hands.submit(KeepMedium(medium, reason), self._kept, self._refused, _changes)

    def _looked(self, text: str, looked: Looked) -> None:
        if text == self._asked:
            self.looked.emit(looked)

    def _not_found(self, failure: KnownFailure) -> None:
        self.unknown.emit(failure)
        self._failed(failure)

    def _opened(self, number: str, view: ReturnView) -> None:
        if number == self._asked:
            self.opened.emit(view)

    def _taken(self, done: TakenBack) -> None:
        title = self.tr("{0} is taken back").replace("{0}", short(done.device))
        text = self.tr("Print the new label and stick it over the old one.")
        self.said.emit(Notice(Tone.GOOD, title, text))
        self.taken.emit(done)

    def _settled(self, done: Settled) -> None:
        self.said.emit(Notice(Tone.GOOD, self._title(done), self._next(done)))
        self.settled.emit(done)

    def _kept(self, done: MediumKept) -> None:
        title = self.tr("{0} stayed with the buyer").replace("{0}", done.medium)
        text = self.tr("Another person looks inside and approves the device.")
        self.said.emit(Notice(Tone.GOOD, title, text))
        self.kept.emit()

    def _title(self, done: Settled) -> str:
        return f"{done.number}: {self._hands.texts.say(f'remedy.{done.remedy.value}')}"

    def _next(self, done: Settled) -> str:
        if done.credit is not None:
            words = self.tr("Give back {0}. Credit note {1}.")
            cents = done.refund_cents + done.rounding_cents
            return words.replace("{0}", euros(cents)).replace("{1}", done.credit.name)
        if done.exchange is not None:
            words = self.tr("Scan the other device into handover {0}.")
            return words.replace("{0}", short(done.exchange))
        if done.remedy is Remedy.REPAIR:
            return self.tr("First it is wiped and graded, then it goes to repair.")
        return ""

    def _failed(self, failure: KnownFailure) -> None:
        self.said.emit(self._hands.notice(failure))

    def _refused(self, failure: KnownFailure) -> None:
        said = self._hands.texts.failure(failure)
        self.refused.emit(f"{said['what']} {said['why']} {said['next']}")


def _changes(done: TakenBack | Settled | MediumKept) -> Changes:
    return done.changes
