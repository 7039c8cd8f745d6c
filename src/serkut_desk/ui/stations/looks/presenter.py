"""The questions of the second looks' screen to the records, and its commands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from serkut_desk.stations.devices import queries as devices
from serkut_desk.stations.looks import queries
from serkut_desk.stations.looks.commands import (
    CloseIncident,
    DrawLooks,
    LiftFreeze,
    RecordLook,
    ReleaseLook,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from serkut_desk.domain.changes import Changes
    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.domain.second_look import Conclusion, Lifted
    from serkut_desk.stations.handling import Command
    from serkut_desk.ui.hands import Hands
    from serkut_desk.ui.stations.looks.record_card import Reading


class Changed(Protocol):
    """What every command of the station answers with."""

    @property
    def changes(self) -> Changes:
        """What screens have to look at again."""
        ...


Done = TypeVar("Done", bound=Changed)


class LooksPresenter(QObject):
    """Between the panel and the station.

    Args:
        hands: Asks and carries out.
    """

    listed = Signal(object)
    """An `Overview`."""
    failed = Signal(object)
    """It could not be fetched: a `KnownFailure`."""
    refused = Signal(object)
    """What was asked was refused: a `KnownFailure`."""
    found = Signal(object)
    """What a scan names: a `Found`."""
    recorded = Signal(object)
    """A `LookDone`."""
    drawn = Signal(object)
    """A `Drawn`."""
    lifted = Signal(object)
    """A `FreezeDone`."""
    closed = Signal(object)
    """An `IncidentDone`."""

    def __init__(self, hands: Hands, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hands = hands

    def load(self) -> None:
        """Fetch everything."""
        self._hands.ask(queries.overview, self.listed.emit, self.failed.emit)

    def find(self, text: str) -> None:
        """Find what was scanned."""
        self._hands.ask(
            lambda desk, who: devices.find(desk, who, text), self.found.emit, self._refused
        )

    def draw(self, month: str) -> None:
        """Draw what a month lacks."""
        self._do(DrawLooks(month), self.drawn.emit)

    def record(self, medium: int, told: Reading) -> None:
        """Record a reading."""
        command = RecordLook(
            medium=f"#{medium}",
            clean=told.clean,
            evidence=told.evidence,
            tool=told.tool,
            note=told.note,
        )
        self._do(command, self.recorded.emit)

    def release(self, medium: int, reason: str) -> None:
        """Let a medium go on that can not be read."""
        self._do(ReleaseLook(f"#{medium}", reason), self.recorded.emit)

    def lift(self, incident: int, medium: int, outcome: Lifted, reason: str) -> None:
        """End the doubt about one medium."""
        self._do(LiftFreeze(incident, f"#{medium}", outcome, reason), self.lifted.emit)

    def close(self, incident: int, conclusion: Conclusion, note: str, seen: int) -> None:
        """End an incident of which so many runs were seen in doubt."""
        command = CloseIncident(incident, conclusion, note, seen=seen)
        self._do(command, self.closed.emit)

    def _do(self, command: Command[Done], then: Callable[[Done], None]) -> None:
        self._hands.submit(command, then, self._refused, _changes)

    def _refused(self, failure: KnownFailure) -> None:
        self.refused.emit(failure)


def _changes(done: Changed) -> Changes:
    return done.changes
