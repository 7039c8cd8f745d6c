"""What can be asked about things by count, accessories, and the weight of a device."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.stations.handling import Command

if TYPE_CHECKING:
    from serkut_desk.domain.changes import Changes
    from serkut_desk.domain.devices import Device
    from serkut_desk.domain.things import Accessory, ThingLine, ThingSum
    from serkut_desk.domain.weighing import Weighed


@dataclass(frozen=True, slots=True)
class ThingsDone:
    """A line of things after a command.

    Args:
        lot: Code of the lot.
        line: As it stands.
        total: What the lot has of this kind now.
        changes: For screens.
    """

    lot: str
    line: ThingLine
    total: ThingSum
    changes: Changes


@dataclass(frozen=True, slots=True)
class AccessoryDone:
    """Something that belongs to a device, after a command; `device` is its code."""

    device: str
    accessory: Accessory
    changes: Changes


@dataclass(frozen=True, slots=True)
class DeviceWeighed:
    """A device after it was weighed; `before_g` is None when it had no weight."""

    device: Device
    before_g: int | None
    weight: Weighed
    changes: Changes


@dataclass(frozen=True, slots=True)
class CountThings(Command[ThingsDone]):
    """Write down things of one kind that came in a lot.

    Args:
        lot: Code of an open lot.
        kind: Key of the kind.
        count: How many; None when they are only weighed.
        weight: Of all of them; None when they are only counted.
        note: What they are, where the kind does not say it.
    """

    lot: str
    kind: str
    count: int | None = None
    weight: Weighed | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class UndoThings(Command[ThingsDone]):
    """Take a line of things back; somebody else's needs a supervisor and a reason."""

    line: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class AddAccessory(Command[AccessoryDone]):
    """Write down what belongs to a device: its charger, its dock."""

    device: str
    kind: str
    count: int = 1
    note: str = ""


@dataclass(frozen=True, slots=True)
class UndoAccessory(Command[AccessoryDone]):
    """Take an accessory back; somebody else's needs a supervisor and a reason."""

    accessory: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class WeighDevice(Command[DeviceWeighed]):
    """Write down what a device weighs, without its accessories."""

    device: str
    weight: Weighed
