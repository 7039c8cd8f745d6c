"""Keeps what a person did in order, one in the lane at a time; nothing is lost or done twice.

A scan means something only together with the ones before it, so the next one goes to the lane
when the one before has come back. What waits is parked with the person.
"""

from __future__ import annotations

from collections import deque
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from serkut_desk.domain.errors import Unavailable
from serkut_desk.stations.intake.state import IntakeState
from serkut_desk.ui.stations.intake.deeds import Deed, DeedKind, Outcome, carry_out

if TYPE_CHECKING:
    from collections.abc import Iterable

    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.domain.people import Session
    from serkut_desk.stations.desk import Desk
    from serkut_desk.ui.hands import Hands
    from serkut_desk.ui.lane import BugReport
    from serkut_desk.ui.panel import Parked

_WAITING = "waiting"


class DeedQueue(QObject):
    """Carries deeds out one after the other.

    Args:
        hands: The lane.
    """

    done = Signal(object)
    """An `Outcome`; `state` is already the new one."""
    failed = Signal(object)
    """A `KnownFailure`; the device at hand stays."""
    stuck = Signal(object)
    """A `KnownFailure` of the environment: everything waits for `again`."""
    idle = Signal()
    """Nothing waits any more."""

    def __init__(self, hands: Hands, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hands = hands
        self._waiting: deque[tuple[Deed, Session | None]] = deque()
        self._running: tuple[Deed, Session | None] | None = None
        self.is_stuck = False
        self.state = IntakeState()

    @property
    def waiting(self) -> int:
        """How many deeds have not come back."""
        return len(self._waiting) + (self._running is not None)

    def add(self, deed: Deed) -> None:
        """Take one more; it is carried out as the person who is at the desk now."""
        self._waiting.append((deed, self._hands.session))
        self._next()

    def again(self) -> None:
        """Go on after `stuck`."""
        self.is_stuck = False
        self._next()

    def park(self) -> Parked:
        """Return the state and everything that has not come back."""
        rest = [self._running] if self._running else []
        waiting = tuple(deed.to_text() for deed, _ in (*rest, *self._waiting))
        return {**self.state.to_dict(), _WAITING: waiting}

    def resume(self, parked: Parked) -> None:
        """Continue where `park` was.

        The codes of the device at hand are scanned once more: meanwhile somebody may have
        received it, and an open question is asked again. The label comes last, as it saves.
        """
        found = IntakeState.from_dict(parked)
        self.state = IntakeState.from_dict(
            {key: value for key, value in found.to_dict().items() if key not in {"texts", "label"}}
        )
        again = [*found.texts, *([found.label] if found.label else ())]
        for text in again:
            self.add(Deed(DeedKind.SCAN, text))
        for deed in _read(parked.get(_WAITING)):
            self.add(deed)

    def _next(self) -> None:
        if self._running or self.is_stuck or not self._waiting:
            return
        deed, who = self._waiting.popleft()
        self._running = (deed, who)
        work = partial(_carry_out, who=who, state=self.state, deed=deed)
        job = self._hands.ask(work, self._came, self._refused)
        job.broke.connect(self._broke)

    def _came(self, outcome: Outcome) -> None:
        self._running = None
        self.state = outcome.state
        self.done.emit(outcome)
        self._go_on()

    def _refused(self, failure: KnownFailure) -> None:
        if isinstance(failure, Unavailable) and self._running:
            self._waiting.appendleft(self._running)
            self._running = None
            self.is_stuck = True
            self.stuck.emit(failure)
            return
        self._running = None
        self.failed.emit(failure)
        self._go_on()

    def _broke(self, _report: BugReport) -> None:
        # The lane shows the report; what it was about stays as it was.
        self._running = None
        self._go_on()

    def _go_on(self) -> None:
        self._next()
        if not self.waiting:
            self.idle.emit()


def _carry_out(
    desk: Desk,
    _now: Session | None,
    *,
    who: Session | None,
    state: IntakeState,
    deed: Deed,
) -> Outcome:
    # Done as whoever stood there when it was scanned, not when its turn came.
    return carry_out(desk, who, state, deed)


def _read(waiting: object) -> Iterable[Deed]:
    texts = waiting if isinstance(waiting, tuple | list) else ()
    return [deed for text in texts if (deed := Deed.from_text(str(text))) is not None]
