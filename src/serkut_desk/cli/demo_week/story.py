"""What the story knows of its devices so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from serkut_desk.cli.demo_week.fixtures import machines

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from serkut_desk.cli.demo_week.fates import Fate
    from serkut_desk.cli.demo_week.fixtures import Machine
    from serkut_desk.stations.certificates.commands import Issued
    from serkut_desk.stations.intake.results import Opened


@dataclass(frozen=True, slots=True)
class Arrived:
    """A machine in the house, by its code."""

    code: str
    machine: Machine

    @property
    def fate(self) -> Fate:
        """How the week ends for it."""
        return self.machine.fate


@dataclass(slots=True)
class Story:
    """What happened so far.

    Args:
        folder: Where sticks with reports and other loose files of the story are.
        most: As in `fixtures.machines`.
        lots: Codes of the lots in the order of their numbers.
        arrived: Devices in the order in which they came.
        certificates: Those that were issued.
        boxes: Codes of containers by their fraction.
        parts: Codes of parts by what the story calls them.
        announced: The lot that was told of the day before.
        cages: Names of its cages.
    """

    folder: Path
    most: int | None = None
    lots: list[str] = field(default_factory=list)
    arrived: list[Arrived] = field(default_factory=list)
    certificates: list[Issued] = field(default_factory=list)
    boxes: dict[str, str] = field(default_factory=dict)
    parts: dict[str, str] = field(default_factory=dict)
    announced: Opened | None = None
    cages: tuple[str, ...] = ()

    def expected(self, lot: int) -> list[Machine]:
        """Return what comes with a lot."""
        return [machine for machine in machines(self.most) if machine.lot == lot]

    def of(self, *fates: Fate, lot: int | None = None) -> list[Arrived]:
        """Return the devices with one of these fates, of one lot or of all."""
        return [one for one in self.all(lot) if one.fate in fates]

    def without(self, fates: Collection[Fate], *, lot: int | None = None) -> list[Arrived]:
        """Return the devices with none of these fates."""
        return [one for one in self.all(lot) if one.fate not in fates]

    def all(self, lot: int | None = None) -> Iterator[Arrived]:
        """Yield the devices of one lot or of all."""
        return (one for one in self.arrived if lot in (None, one.machine.lot))
