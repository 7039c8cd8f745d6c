"""What every panel works with: commands and questions for the person at the desk.

A panel builds a command and gives it to `Hands.submit`; the result comes back on the window's
thread. When a rule asks for the PIN again or for a second supervisor, that is asked here and the
command repeated, so that no panel has to know.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from serkut_desk.domain.errors import KnownFailure, Refused
from serkut_desk.stations.certificates.keyring import Keyring
from serkut_desk.texts import Texts
from serkut_desk.ui.panel import Notice
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Callable

    from serkut_desk.domain.changes import Changes
    from serkut_desk.domain.people import Session
    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.handling import Command
    from serkut_desk.ui.changes import ChangeSignal
    from serkut_desk.ui.confirming import Confirming
    from serkut_desk.ui.lane import Control, DatabaseLane, FreePool, Job
    from serkut_desk.ui.preferences import Preferences
    from serkut_desk.ui.scale import ScaleLink

T = TypeVar("T")

_PIN = frozenset({"pin_needed", "pin_too_old"})
_SECOND = frozenset({"second_supervisor_needed", "second_is_first"})


class Workplace:
    """The opened workshop, once it is open; it is opened by the lane's first job."""

    def __init__(self) -> None:
        self._desk: Desk | None = None

    def take(self, desk: Desk) -> None:
        """Remember the opened desk."""
        self._desk = desk

    @property
    def is_open(self) -> bool:
        """Whether it could be opened."""
        return self._desk is not None

    @property
    def desk(self) -> Desk:
        """The desk.

        Raises:
            KnownFailure: It is not open; what was asked before is dropped with it.
        """
        if self._desk is None:
            raise NotOpenError
        return self._desk

    def now(self) -> datetime:
        """Return the desk's time in UTC; before it is open, the machine's."""
        return datetime.now(UTC) if self._desk is None else self._desk.clock.now()


class NotOpenError(KnownFailure):
    """The workshop could not be opened; the window says why already."""

    def __init__(self) -> None:
        super().__init__("database_missing", path="")


@dataclass(frozen=True, slots=True)
class _Asked(Generic[T]):
    """Something that was asked, and what follows."""

    work: Callable[[Desk, Session | None, Control], T]
    then: Callable[[T], None]
    failed: Callable[[KnownFailure], None] | None
    # Makes the same again with a second supervisor's session; None where nobody can be second.
    again: Callable[[Session], None] | None = None


def _alive(call: Callable[..., None]) -> bool:
    """Tell whether the widget that wants to hear the answer is still there."""
    while isinstance(call, partial):
        call = call.func
    owner = getattr(call, "__self__", None)
    return not isinstance(owner, QObject) or isValid(owner)


class Hands(QObject):
    """Carries out what panels ask, as the person at the desk.

    Args:
        place: The opened workshop.
        lane: The one lane to the database.
        free: For work without the database.
        changes: Tells every screen what changed.
        confirming: Asks for PINs.
        preferences: Of this desk.
    """

    settings_changed = Signal()
    """Somebody changed `preferences`."""
    said = Signal(object)
    """A `Notice` about a failure that no panel wanted to show itself."""
    committed = Signal()
    """A command was carried out; what its panel says of it comes after."""
    left = Signal()
    """The person is no longer at the desk: forget what was unlocked for their session."""

    def __init__(
        self,
        place: Workplace,
        lane: DatabaseLane,
        free: FreePool,
        changes: ChangeSignal,
        confirming: Confirming,
        *,
        preferences: Preferences,
    ) -> None:
        super().__init__(confirming)
        self.place = place
        self.lane = lane
        self.free = free
        self.changes = changes
        self.preferences = preferences
        self.keyring = Keyring()
        self._session: Session | None = None
        self.name = ""
        self.language = "fi"
        self._confirming = confirming

    @cached_property
    def scale(self) -> ScaleLink:
        """The scale of this desk; made when the first screen weighs."""
        from serkut_desk.ui.scale import ScaleLink  # noqa: PLC0415 - after first paint

        return ScaleLink(self)

    @property
    def session(self) -> Session | None:
        """Who is at the desk, None while it is locked."""
        return self._session

    @session.setter
    def session(self, session: Session | None) -> None:
        before, self._session = self._session, session
        if before is not None and (session is None or session.person != before.person):
            self.left.emit()

    @property
    def texts(self) -> Texts:
        """Sentences in the window's language."""
        return Texts(self.language)

    def submit(
        self,
        command: Command[T],
        then: Callable[[T], None],
        failed: Callable[[KnownFailure], None] | None = None,
        changes: Callable[[T], Changes] | None = None,
    ) -> Job[T]:
        """Carry out a command of the person at the desk.

        Args:
            command: What is wanted.
            then: Takes the result, on the window's thread.
            failed: Takes the failure; without it the banner says it.
            changes: What every screen is told after it was committed.
        """

        def done(result: T) -> None:
            self.committed.emit()
            if changes is not None:
                self.changes.announce(changes(result))
            if _alive(then):
                then(result)

        def again(second: Session) -> None:
            with_second: Any = replace(command, second=second)  # type: ignore[type-var]  # commands are dataclasses
            self.submit(with_second, then, failed, changes)

        return self._run(
            _Asked(lambda desk, who, _control: desk.do(who, command), done, failed, again)
        )

    def ask(
        self,
        question: Callable[[Desk, Session | None], T],
        then: Callable[[T], None],
        failed: Callable[[KnownFailure], None] | None = None,
    ) -> Job[T]:
        """Ask the records something, such as a query of a station; arguments as `submit`."""
        return self._run(_Asked(lambda desk, who, _control: question(desk, who), then, failed))

    def work(
        self,
        work: Callable[[], T],
        then: Callable[[T], None],
        failed: Callable[[KnownFailure], None] | None = None,
    ) -> Job[T]:
        """Do something without the database, such as printing, beside the lane."""
        job = self.free.submit(work)
        job.done.connect(lambda result: then(result) if _alive(then) else None)
        job.failed.connect(lambda failure: self._tell(failure, failed))
        return job

    def notice(self, failure: KnownFailure) -> Notice:
        """Return a failure as a line for the banner."""
        said = self.texts.failure(failure)
        tone = Tone.ATTENTION if isinstance(failure, Refused) else Tone.STOP
        return Notice(tone, said["what"], f"{said['why']} {said['next']}")

    def _run(self, asked: _Asked[T]) -> Job[T]:
        who = self.session
        job = self.lane.submit_long(lambda control: asked.work(self.place.desk, who, control))
        job.done.connect(lambda result: asked.then(result) if _alive(asked.then) else None)
        job.failed.connect(lambda failure: self._refused(asked, failure))
        return job

    def _refused(self, asked: _Asked[T], failure: KnownFailure) -> None:
        if self.session is not None and failure.code in _PIN:
            self._confirming.pin(
                self.session,
                self.name,
                then=lambda session: self._confirmed(asked, session),
                cancelled=lambda: self._tell(failure, asked.failed),
            )
        elif self.session is not None and failure.code in _SECOND and asked.again is not None:
            problem = "" if failure.code == "second_supervisor_needed" else self._what(failure)
            self._confirming.second(
                problem,
                then=asked.again,
                cancelled=lambda: self._tell(failure, asked.failed),
            )
        else:
            self._tell(failure, asked.failed)

    def _confirmed(self, asked: _Asked[T], session: Session) -> None:
        # Somebody else may have come while the PIN was looked at.
        if self.session is not None and self.session.person == session.person:
            self.session = session
            self._run(asked)

    def _what(self, failure: KnownFailure) -> str:
        said = self.texts.failure(failure)
        return f"{said['what']} {said['next']}"

    def _tell(self, failure: KnownFailure, failed: Callable[[KnownFailure], None] | None) -> None:
        if failed is not None:
            if _alive(failed):
                failed(failure)
        elif not isinstance(failure, NotOpenError):
            self.said.emit(self.notice(failure))
