"""The panels of who works now, and the parked work of everybody else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from serkut_desk.ui.panel import Panel, Parked, PersonView
    from serkut_desk.ui.shell.places import Station


class Parking(Protocol):
    """Keeps half-done work of people at stations."""

    def keep(self, person: str, station: str, state: Parked) -> None:
        """Keep it."""

    def take(self, person: str, station: str) -> Parked:
        """Give it back and forget it; nothing when there is none."""


LEFT_AT = "desk"
"""Under this name is kept at which station a person left half-done work."""


class MemoryParking:
    """Keeps it as long as the window lives."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], Parked] = {}

    def keep(self, person: str, station: str, state: Parked) -> None:
        """Keep it."""
        self._kept[person, station] = state

    def take(self, person: str, station: str) -> Parked:
        """Give it back and forget it; nothing when there is none."""
        return self._kept.pop((person, station), {})


class PanelShelf:
    """Makes a panel when it is first opened and parks it when its person leaves.

    Args:
        stations: All stations of the desk.
        parking: Where half-done work is kept.
    """

    def __init__(self, stations: Sequence[Station], parking: Parking) -> None:
        self._stations = {station.key: station for station in stations}
        self._panels: dict[str, Panel] = {}
        self._parking = parking

    @property
    def panels(self) -> Iterable[Panel]:
        """The panels that are made."""
        return tuple(self._panels.values())

    def allowed(self, person: PersonView | None) -> tuple[str, ...]:
        """Return the keys of the stations that exist and that this person may use."""
        return tuple(key for key in person.stations if key in self._stations) if person else ()

    def has(self, key: str) -> bool:
        """Tell whether this panel is made."""
        return key in self._panels

    def get(self, key: str, person: PersonView) -> Panel:
        """Return a panel, made and resumed if it was not there."""
        if key not in self._panels:
            panel = self._stations[key].make()
            self._panels[key] = panel
            panel.set_person(person)
            panel.resume(self._parking.take(person.code, key))
        return self._panels[key]

    def left_at(self, person: PersonView) -> str:
        """Return the station where `person` left half-done work, "" when there is none."""
        key = str(self._parking.take(person.code, LEFT_AT).get("station") or "")
        return key if key in self._stations else ""

    def leave(self, person: PersonView, key: str) -> None:
        """Remember that `person` leaves from a station, if work of theirs is half done there."""
        panel = self._panels.get(key)
        half_done = panel is not None and panel.half_done
        self._parking.keep(person.code, LEFT_AT, {"station": key if half_done else ""})

    def park_all(self, person: PersonView) -> None:
        """Park what `person` has open and drop the panels."""
        for key, panel in self._panels.items():
            state = panel.park()
            if state:
                self._parking.keep(person.code, key, state)
            panel.hide()
            panel.setParent(None)
            side = panel.side()
            if side is not None:
                side.setParent(None)
                side.deleteLater()
            panel.deleteLater()
        self._panels = {}
