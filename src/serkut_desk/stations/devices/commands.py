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
    """Correct what was written of a device; None leaves a field, empty text clears it.

    `lot` is the code of the open lot that it belongs to, `place` a place's code or name.
    """

    device: str
    reason: str
    type: DeviceType | None = None
    manufacturer: str | None = None
    model: str | None = None
    serial: str | None = None
    inventory: str | None = None
    imei: str | None = None
    lot: str | None = None
    place: str | None = None
    weight_g: int | None = None


@dataclass(frozen=True, slots=True)
class MixedUp:
    """A label that was on the wrong device.

    Args:
        device: Whose label it is.
        stuck_on: What it was stuck on; None for a device without a record.
        settled: Whether it is decided; else a supervisor has to.
        ended: The devices whose proof ended.
        certificates: The certificates that were revoked.
        label: Number of the queued label for the right device, None when it left the house.
    """

    device: str
    stuck_on: str | None
    settled: bool
    ended: tuple[str, ...] = ()
    certificates: tuple[str, ...] = ()
    label: int | None = None


@dataclass(frozen=True, slots=True)
class ReportMixup(Command[MixedUp]):
    """Say that the label of `device` was stuck on another one.

    Whoever may decide ends at once what was proven of either meanwhile; said by anybody else, it
    waits for that and neither device leaves.

    Args:
        device: Code on the label.
        stuck_on: Code of the device that it was on; None when that has no record.
        since: Number of the entry from which on the label misled; None: since it was bound.
        note: What else is to be known; names nobody.
    """

    device: str
    stuck_on: str | None = None
    since: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class SettleMixup(Command[MixedUp]):
    """Decide what was said of the label of `device`: that it was so, or that it was not."""

    device: str
    mixed_up: bool
    reason: str
