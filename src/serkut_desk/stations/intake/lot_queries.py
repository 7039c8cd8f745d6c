"""What screens and the command line read of lots to come, their cages and their ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.domain.cages import Cage, CageState, SealStage
from serkut_desk.domain.clock import local
from serkut_desk.domain.permissions import Permission
from serkut_desk.stations.intake.seals import waits_for
from serkut_desk.stations.known_lot import lot_named

if TYPE_CHECKING:
    from datetime import date

    from serkut_desk.domain.cages import SealCheck
    from serkut_desk.domain.lots import Lot
    from serkut_desk.domain.people import Session
    from serkut_desk.stations.desk import Desk

# As many as a card has answers for.
_SHOWN = 8


@dataclass(frozen=True, slots=True)
class CageView:
    """A cage with the readings of its seal; `devices` is how many came out of it."""

    cage: Cage
    readings: tuple[SealCheck, ...]
    devices: int

    def waits(self, stage: SealStage) -> bool:
        """Tell whether its seal is still to be read at a stage."""
        return waits_for(self.cage, stage)

    @property
    def asked(self) -> SealCheck | None:
        """The wrong reading about which a supervisor has to decide."""
        if self.cage.state is not CageState.FROZEN:
            return None
        return next((one for one in reversed(self.readings) if not one.matches), None)


@dataclass(frozen=True, slots=True)
class Cages:
    """A lot's cages.

    Args:
        lot: Its record.
        sender: Name of the unit.
        cages: In the order in which they were listed.
    """

    lot: Lot
    sender: str
    cages: tuple[CageView, ...]

    @property
    def stage(self) -> SealStage:
        """The stage that is read next; the van's only where somebody says so."""
        if any(one.waits(SealStage.ARRIVAL) for one in self.cages):
            return SealStage.ARRIVAL
        return SealStage.OPENING


@dataclass(frozen=True, slots=True)
class LateDevice:
    """A device that came after its lot was closed; `row` is 0 where no line says it."""

    device: str
    row: int
    lot: str
    came_on: date


@dataclass(frozen=True, slots=True)
class ClosedLot:
    """A closed lot with its sender, and how many of its devices came later."""

    lot: Lot
    sender: str
    late: int


def cages(desk: Desk, session: Session | None, code: str) -> Cages:
    """Return a lot's cages with every reading of their seals.

    Raises:
        Refused: `lot_unknown`.
    """
    with desk.reading(session) as work:
        lot = lot_named(work, code)
        listed, held = work.cages.of_lot(lot.id), work.cages.held(lot.id)
        readings: dict[int, list[SealCheck]] = {}
        for check in work.cages.checks_of([cage.id for cage in listed]):
            readings.setdefault(check.cage_id, []).append(check)
        sender = work.lots.organisation(lot.organisation_id).name
    views = (CageView(one, tuple(readings.get(one.id, ())), held.get(one.id, 0)) for one in listed)
    return Cages(lot, sender, tuple(views))


def closed(desk: Desk, session: Session | None) -> tuple[ClosedLot, ...]:
    """Return the lots that were opened last of those that are closed."""
    with desk.reading(session, Permission.LOTS) as work:
        return tuple(
            ClosedLot(
                lot,
                work.lots.organisation(lot.organisation_id).name,
                len(work.lots.late_of(lot.id)),
            )
            for lot in work.lots.closed_ones(_SHOWN)
        )


def late(desk: Desk, session: Session | None, code: str) -> tuple[LateDevice, ...]:
    """Return what came after a lot was closed, in the order in which it came.

    Raises:
        Refused: `lot_unknown`.
    """
    with desk.reading(session) as work:
        lot = lot_named(work, code)
        rows = {line.id: line.row for line in work.lots.missing(lot.id)}
        found = []
        for one in work.lots.late_of(lot.id):
            device = work.devices.by_id(one.device_id)
            row = rows.get(one.line_id, 0) if one.line_id is not None else 0
            lot_code = work.lots.by_id(device.lot_id).code
            found.append(LateDevice(device.code, row, lot_code, local(one.at).date()))
    return tuple(found)
