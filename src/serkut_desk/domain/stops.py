"""A stop: danger, a lock, what is stolen, somebody's belongings, glass; a supervisor ends it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from serkut_desk.domain.codes import CodeKind, make_code
from serkut_desk.domain.data_state import Lock

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime


class StopKind(StrEnum):
    """Why somebody cried stop; the most dangerous first."""

    SWOLLEN_BATTERY = "swollen_battery"
    LEAKING_BATTERY = "leaking_battery"
    GLASS = "glass"
    STOLEN = "stolen"
    BELONGINGS = "belongings"
    MDM_LOCK = "mdm_lock"
    BIOS_LOCK = "bios_lock"


HAZARDS = frozenset({StopKind.SWOLLEN_BATTERY, StopKind.LEAKING_BATTERY})
"""What leaves only the hazard path open to its device (gate 3)."""

LOCKS: Mapping[StopKind, Lock] = MappingProxyType(
    {
        StopKind.BIOS_LOCK: Lock.BIOS,
        StopKind.MDM_LOCK: Lock.MDM,
        StopKind.STOLEN: Lock.STOLEN,
    }
)
"""What sends its device to quarantine (gate 4)."""

MADE_SAFE = "made_safe"
"""How a dangerous battery ends when it is in its container."""


@dataclass(frozen=True, slots=True)
class Stop:
    """One stop; `raised_by` is None when nobody was signed in. Open until it is released.

    `outcome` says how it ended, a word by kind, None for what ended before outcomes were asked.
    """

    id: int
    kind: StopKind
    device_id: int | None
    raised_at: datetime
    raised_by: str | None
    released_at: datetime | None
    released_by: str | None
    outcome: str | None = None
    outcome_note: str = ""


class Carrier(StrEnum):
    """Who brings what was found to its place."""

    FINDER = "finder"
    SUPERVISOR = "supervisor"


class NoteRule(StrEnum):
    """Whether a person writes what was done."""

    NEEDED = "needed"
    MAY = "may"
    # What was found could tell whose it is.
    NEVER = "never"


class DeviceRule(StrEnum):
    """Whether a stop can end so with a device, or without one."""

    ANY = "any"
    NEEDED = "needed"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class StopOutcome:
    """One way in which a stop ends.

    Args:
        key: Its word in the records; its sentence is `stop.outcome.<key>`.
        place: Something lies somewhere afterwards.
        device: Whether it is about a device.
    """

    key: str
    place: bool
    device: DeviceRule


@dataclass(frozen=True, slots=True)
class StopRule:
    """What a kind of stop shows, where it leads, and how it ends.

    Args:
        kind: Which.
        command: Number of its command card.
        key: The F-key that chooses it on the STOP screen.
        picture: What happened, a picture.
        place: Key of the place it leads to; its words are `stop.place.<key>`.
        place_name: What the house calls that place.
        place_picture: The place, a picture.
        asks_label: The screen asks for the label of the device, where nobody named it.
        carried_by: Who brings it there.
        moves: Its device goes to the place when it ends, if it has one.
        note: Whether a person writes what was done.
        outcomes: How it can end, the usual way first.
        default: What is meant where nobody says; None asks.
    """

    kind: StopKind
    command: int
    key: str
    picture: str
    place: str
    place_name: str
    place_picture: str
    asks_label: bool
    carried_by: Carrier
    moves: bool
    note: NoteRule
    outcomes: tuple[StopOutcome, ...]
    default: str | None

    @property
    def card(self) -> str:
        """Code of its command card."""
        return make_code(CodeKind.COMMAND, self.command)

    def outcome(self, key: str | None) -> StopOutcome | None:
        """Return an outcome by its key, or the one that is meant where nobody says."""
        wanted = key or self.default
        return next((one for one in self.outcomes if one.key == wanted), None)


@dataclass(frozen=True, slots=True)
class StopRules:
    """Every kind of stop as the house deals with it from a day on."""

    version: int
    valid_from: date
    kinds: Mapping[StopKind, StopRule]

    def of_command(self, number: int) -> StopKind | None:
        """Return the kind whose card has this number."""
        return next((one.kind for one in self.kinds.values() if one.command == number), None)


def parse_stop_rules(data: Mapping[str, Any]) -> StopRules:
    """Return the rules of a parsed file of `resources/stops`.

    Raises:
        KeyError, ValueError: The file is not as its own notes say.
    """
    rules = {StopKind(key): _rule(StopKind(key), told, data) for key, told in data["kinds"].items()}
    # Also the order in which they are shown.
    kinds = {kind: rules[kind] for kind in StopKind}
    return StopRules(int(data["version"]), date.fromisoformat(data["effective_from"]), kinds)


def _rule(kind: StopKind, told: Mapping[str, Any], data: Mapping[str, Any]) -> StopRule:
    place = data["places"][told["place"]]
    outcomes = tuple(
        StopOutcome(one["key"], bool(one["place"]), DeviceRule(one["device"]))
        for one in told["outcomes"]
    )
    return StopRule(
        kind=kind,
        command=int(told["command"]),
        key=str(told["key"]),
        picture=str(told["picture"]),
        place=str(told["place"]),
        place_name=str(place["name"]),
        place_picture=str(place["picture"]),
        asks_label=bool(told["asks_label"]),
        carried_by=Carrier(told["carried_by"]),
        moves=bool(told["moves"]),
        note=NoteRule(told["note"]),
        outcomes=outcomes,
        default=told["default"],
    )
