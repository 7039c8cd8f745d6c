"""Half-done work of everybody: kept in memory while the program runs, and in the records.

The records keep it over a restart; what is in memory is newer and wins.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from serkut_desk.domain.people import Session

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from serkut_desk.ui.hands import Workplace
    from serkut_desk.ui.lane import DatabaseLane
    from serkut_desk.ui.panel import Parked


class Parking(QObject):
    """Keeps and gives back what panels park.

    Args:
        place: The opened workshop.
        lane: Where it is written and read.
        parent: Its owner.
    """

    def __init__(self, place: Workplace, lane: DatabaseLane, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self._lane = lane
        self._kept: dict[tuple[str, str], Parked] = {}

    def keep(self, person: str, station: str, state: Parked) -> None:
        """Keep the work of `person` at a station."""
        self._kept[person, station] = state
        plain = {
            key: list(value) if isinstance(value, tuple) else value for key, value in state.items()
        }

        def work() -> None:
            from serkut_desk.stations.people.commands import ParkWork  # noqa: PLC0415 - after first paint

            self._place.desk.do(Session(person), ParkWork(station, plain))

        # What is too long for the records stays in memory; nobody is kept from leaving by it.
        self._lane.submit(work)

    def take(self, person: str, station: str) -> Parked:
        """Give it back and forget it."""
        return self._kept.pop((person, station), {})

    def fetch(self, session: Session, stations: Sequence[str], then: Callable[[], None]) -> None:
        """Read from the records what was kept before the program started, then go on."""

        def work() -> dict[str, Parked]:
            from serkut_desk.stations.people.commands import ResumeWork  # noqa: PLC0415 - after first paint

            found = {
                station: self._place.desk.do(Session(session.person), ResumeWork(station))
                for station in stations
            }
            return {station: _read(state) for station, state in found.items() if state}

        def done(found: dict[str, Parked]) -> None:
            for station, state in found.items():
                self._kept.setdefault((session.person, station), state)
            then()

        job = self._lane.submit(work)
        job.done.connect(done)
        job.failed.connect(lambda _failure: then())


def _read(state: dict[str, object]) -> Parked:
    """Return what was parked with its lists as the tuples they were."""
    read: dict[str, str | int | bool | tuple[str, ...] | None] = {}
    for key, value in state.items():
        if isinstance(value, list):
            read[key] = tuple(str(each) for each in value)
        elif value is None or isinstance(value, str | int | bool):
            read[key] = value
    return read
