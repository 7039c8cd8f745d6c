"""What can be asked about devices wherever they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.domain.devices import Device, Place
from serkut_desk.domain.stops import Stop
from serkut_desk.stations.handling import Command

if TYPE_CHECKING:
    from serkut_desk.domain.device_types import DeviceType
    from serkut_desk.domain.events import Tag
    from serkut_desk.domain.stops import StopKind


@dataclass(frozen=True, slots=True)
class Moved:
    """What was moved: codes; `made` tells that the place is new and its label is queued."""

    place: Place
    devices: tuple[str, ...]
    made: bool


@dataclass(frozen=True, slots=True)
class Undone:
    """What was undone: the entry's tag and number, the devices and parts that it was about."""

    tag: Tag
    seq: int
    devices: tuple[str, ...]
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MoveDevices(Command[Moved]):
    """Put devices to a place, by its code or name; an unknown name makes a place."""

    devices: tuple[str, ...]
    place: str


@dataclass(frozen=True, slots=True)
class MakePlace(Command[Place]):
    """Make a place and queue its label."""

    name: str


@dataclass(frozen=True, slots=True)
class RaiseStop(Command[Stop]):
    """Stop. Anybody may, signed in or not, with or without a device.

    With a device it also names the device of an open stop of the same kind that has none yet.
    """

    kind: StopKind
    device: str | None = None


@dataclass(frozen=True, slots=True)
class ReleaseStop(Command[Stop]):
    """End a stop.

    Args:
        stop: Its number.
        reason: What was done; empty where the kind of stop asks for no note.
        place: Where the device, the battery, the thing is now; empty for the kind's own place.
        outcome: How it ended, a word by kind; None where the kind has a usual way.
    """

    stop: int
    reason: str = ""
    place: str = ""
    outcome: str | None = None


@dataclass(frozen=True, slots=True)
class UndoLast(Command[Undone]):
    """Undo one's own last action of today that the table allows to undo."""


@dataclass(frozen=True, slots=True)
class CorrectDevice(Command[Device]):
    """Correct what was written of a device; None leaves a field, empty text clears it."""

    device: str
    reason: str
    type: DeviceType | None = None
    manufacturer: str | None = None
    model: str | None = None
    serial: str | None = None
    inventory: str | None = None
    imei: str | None = None
