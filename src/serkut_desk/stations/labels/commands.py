"""What can be asked about labels and their printers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from serkut_desk.domain.printers import Printers
from serkut_desk.stations.handling import Command

if TYPE_CHECKING:
    from serkut_desk.domain.printers import Printer


@dataclass(frozen=True, slots=True)
class ChangePrinter(Command[Printers]):
    """Add a printer or change it by its name.

    `default`: labels go to it from now on, also those that wait for the default before it.
    """

    printer: Printer
    default: bool = True


@dataclass(frozen=True, slots=True)
class RemovePrinter(Command[Printers]):
    """Forget a printer; what waits for it goes to the default one. The PDF folder stays."""

    name: str


@dataclass(frozen=True, slots=True)
class TakeRollCodes(Command[tuple[str, ...]]):
    """Take the next device codes for labels printed ahead; see `printing.print_roll`."""

    count: int


@dataclass(frozen=True, slots=True)
class ReprintLabel(Command[int]):
    """Queue the label of a device, a medium outside its device, a lot or a place once more."""

    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class CancelLabel(Command[None]):
    """Take a label out of the queue."""

    job: int


@dataclass(frozen=True, slots=True)
class LabelPrinted(Command[None]):
    """A label came out. Only the queue runner says so."""

    job: int


@dataclass(frozen=True, slots=True)
class LabelsHeld(Command[None]):
    """Labels did not come out and go on waiting. Only the queue runner says so."""

    jobs: tuple[int, ...]
    code: str
    facts: dict[str, Any]
