"""What can be asked about containers and what leaves in them.

Containers are named by their AS code, places by code or name, shipments by number, recyclers by
name. Weights are grams.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.stations.handling import Command

if TYPE_CHECKING:
    from serkut_desk.domain.changes import Changes
    from serkut_desk.domain.weighing import Weighed


@dataclass(frozen=True, slots=True)
class ContainerDone:
    """A container after a command; `inside_g` is the sum of what was put into it."""

    container: str
    fraction: str
    state: str
    inside_g: int
    changes: Changes


@dataclass(frozen=True, slots=True)
class Filled:
    """Grams that went in or came back out.

    Args:
        container: Its AS code.
        fraction: Key of its fraction.
        source: Code of the part, medium or device; a medium without a code by its serial.
        line: What an undo names.
        weight_g: Of this line.
        inside_g: In the container afterwards.
        limit_g: None without a limit.
        near: It is nearly full, or its time is nearly over.
    """

    container: str
    fraction: str
    source: str
    line: int
    weight_g: int
    inside_g: int
    limit_g: int | None
    near: bool
    changes: Changes


@dataclass(frozen=True, slots=True)
class Merged:
    """A container that was emptied into another."""

    container: str
    into: str
    moved_g: int
    lines: int
    inside_g: int
    changes: Changes


@dataclass(frozen=True, slots=True)
class WeighedOut:
    """A sealed container on the scale.

    Args:
        container: Its AS code.
        gross_g: What the scale said.
        tare_g: The empty container.
        net_g: What is inside by the scale.
        lines_g: What is inside by the records.
        tolerance_g: How far the scale may be off.
        changes: For screens.
    """

    container: str
    gross_g: int
    tare_g: int
    net_g: int
    lines_g: int
    tolerance_g: int
    changes: Changes

    @property
    def difference_g(self) -> int:
        """By how much the scale says more than the records; below 0 for less."""
        return self.net_g - self.lines_g


@dataclass(frozen=True, slots=True)
class ShipmentDone:
    """A shipment after a command; `containers` are on it now."""

    shipment: int
    recycler: str
    state: str
    containers: tuple[str, ...]
    changes: Changes


@dataclass(frozen=True, slots=True)
class Sent:
    """A shipment that left, with its packing list."""

    shipment: int
    recycler: str
    number: str
    sha256: str
    net_g: int
    hazardous: bool
    containers: tuple[str, ...]
    changes: Changes


@dataclass(frozen=True, slots=True)
class CodeSet:
    """What a recycler calls a fraction now; empty when it has no code of its own."""

    recycler: str
    fraction: str
    code: str
    changes: Changes


@dataclass(frozen=True, slots=True)
class OpenContainer(Command[ContainerDone]):
    """Begin a container of one fraction; it gets a code and a label.

    Args:
        fraction: Key of the fraction.
        tare: The empty container.
        name: What people call it; may be empty.
        place: Where it stands; None when nobody says.
        limit_g: 0 for no limit; None for the fraction's own.
        limit_days: 0 for no limit; None for the fraction's own.
    """

    fraction: str
    tare: Weighed
    name: str = ""
    place: str | None = None
    limit_g: int | None = None
    limit_days: int | None = None


@dataclass(frozen=True, slots=True)
class ChangeContainer(Command[ContainerDone]):
    """Correct a container that is open; None leaves a field as it is, a limit of 0 lifts it."""

    container: str
    name: str | None = None
    tare: Weighed | None = None
    limit_g: int | None = None
    limit_days: int | None = None


@dataclass(frozen=True, slots=True)
class MoveContainer(Command[ContainerDone]):
    """Say where a container stands now."""

    container: str
    place: str


@dataclass(frozen=True, slots=True)
class Fill(Command[Filled]):
    """Put a part or a medium into a container; a device goes there from its bench.

    Args:
        container: Its AS code.
        source: Code of a part (OS) or a medium (LV, or its serial).
        weight: May be left out for a part or medium that was weighed before.
    """

    container: str
    source: str
    weight: Weighed | None = None


@dataclass(frozen=True, slots=True)
class UndoFilling(Command[Filled]):
    """Take out what went in last, or the line that is named; not one's own needs a reason."""

    container: str
    line: int | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class MergeContainers(Command[Merged]):
    """Empty a container into another of the same fraction; what came from where goes along."""

    container: str
    into: str


@dataclass(frozen=True, slots=True)
class SealContainer(Command[ContainerDone]):
    """Close a container for good: nothing goes in or out any more."""

    container: str
    seal: str


@dataclass(frozen=True, slots=True)
class UnsealContainer(Command[ContainerDone]):
    """Open a sealed container again; its weighing out is void."""

    container: str
    reason: str


@dataclass(frozen=True, slots=True)
class WeighOut(Command[WeighedOut]):
    """Weigh a sealed container with everything in it."""

    container: str
    gross: Weighed


@dataclass(frozen=True, slots=True)
class OpenShipment(Command[ShipmentDone]):
    """Begin what leaves to one recycler; an organisation that is not known yet is added."""

    recycler: str
    vehicle: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class AddToShipment(Command[ShipmentDone]):
    """Put a sealed and weighed container on a shipment."""

    shipment: int
    container: str


@dataclass(frozen=True, slots=True)
class TakeFromShipment(Command[ShipmentDone]):
    """Take a container off a shipment that has not left."""

    shipment: int
    container: str


@dataclass(frozen=True, slots=True)
class CancelShipment(Command[ShipmentDone]):
    """Give a shipment up; its containers stay in the house."""

    shipment: int


@dataclass(frozen=True, slots=True)
class SendShipment(Command[Sent]):
    """Let a shipment leave with its packing list; `vehicle` may be told only now."""

    shipment: int
    vehicle: str | None = None
    language: str = "fi"


@dataclass(frozen=True, slots=True)
class SetRecyclerCode(Command[CodeSet]):
    """Store what a recycler calls a fraction; an empty code forgets it."""

    recycler: str
    fraction: str
    code: str
