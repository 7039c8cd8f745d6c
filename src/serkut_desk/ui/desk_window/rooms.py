"""Which stations there are, who may open them, and how their panels are made.

A panel's module is imported when it is first opened: the window must be painted before.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from serkut_desk.domain.permissions import Permission
from serkut_desk.ui.shell.places import Station

if TYPE_CHECKING:
    from serkut_desk.ui.hands import Hands
    from serkut_desk.ui.panel import Panel

_PANELS = "serkut_desk.ui.stations"


@dataclass(frozen=True, slots=True)
class Room:
    """One station: any of `opens` lets a person in.

    `panel` names the class in `ui/stations/<key>/panel.py`; it is made with a `Hands`.
    """

    key: str
    panel: str
    opens: frozenset[Permission]


ROOMS = (
    Room("home", "HomePanel", frozenset({Permission.SEARCH})),
    Room("intake", "IntakePanel", frozenset({Permission.RECEIVE})),
    Room(
        "wiping",
        "WipingPanel",
        frozenset({Permission.WIPE, Permission.MEDIA, Permission.APPROVE}),
    ),
    Room("destruction", "DestructionPanel", frozenset({Permission.WIPE})),
    Room("evidence", "EvidencePanel", frozenset({Permission.WIPE})),
    Room("looks", "LooksPanel", frozenset({Permission.WIPE})),
    Room("certificates", "CertificatesPanel", frozenset({Permission.ISSUE})),
    Room("checking", "CheckingPanel", frozenset({Permission.ISSUE, Permission.AUDIT})),
    Room("grading", "GradingPanel", frozenset({Permission.GRADE})),
    Room("repair", "RepairPanel", frozenset({Permission.REPAIR})),
    Room("dismantling", "DismantlingPanel", frozenset({Permission.DISMANTLE})),
    Room("installation", "InstallationPanel", frozenset({Permission.INSTALL})),
    Room("handover", "HandoverPanel", frozenset({Permission.HAND_OVER})),
    Room("returns", "ReturnsPanel", frozenset({Permission.RETURNS})),
    Room("quarantine", "QuarantinePanel", frozenset({Permission.GRADE, Permission.QUARANTINE})),
    Room("devices", "DevicesPanel", frozenset({Permission.SEARCH})),
    Room("snapshots", "SnapshotsPanel", frozenset({Permission.MEDIA})),
    Room("parts", "PartsPanel", frozenset({Permission.PARTS})),
    Room("containers", "ContainersPanel", frozenset({Permission.CONTAINERS})),
    Room("catalogue", "CataloguePanel", frozenset({Permission.CATALOGUE, Permission.RECEIVE})),
    Room("stocktake", "StocktakePanel", frozenset({Permission.COUNT, Permission.INCIDENT})),
    Room("reports", "ReportsPanel", frozenset({Permission.REPORT})),
    Room("labels", "LabelsPanel", frozenset({Permission.LABELS})),
    Room("people", "PeoplePanel", frozenset({Permission.PEOPLE})),
    Room("upkeep", "UpkeepPanel", frozenset({Permission.BACKUP, Permission.AUDIT})),
)
"""In the order of the rail."""


def rooms_for(permissions: frozenset[Permission]) -> tuple[str, ...]:
    """Return the keys of the stations that somebody with these permissions may open."""
    return tuple(room.key for room in ROOMS if room.opens & permissions)


def stations(hands: Hands) -> tuple[Station, ...]:
    """Return every station, for the shell."""
    return tuple(Station(room.key, _Maker(room, hands)) for room in ROOMS)


class _Maker:
    """Makes a room's panel anew each time."""

    def __init__(self, room: Room, hands: Hands) -> None:
        self._room = room
        self._hands = hands

    def __call__(self) -> Panel:
        module = import_module(f"{_PANELS}.{self._room.key}.panel")
        made: Panel = getattr(module, self._room.panel)(self._hands)
        return made
