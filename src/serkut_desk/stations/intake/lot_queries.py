"""What screens and the command line read of lots to come, their cages and their ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.domain.cages import Cage, CageState, SealStage
from serkut_desk.domain.clock import local
from serkut_desk.domain.papers import PaperKind, paper_name
from serkut_desk.domain.permissions import Permission
from serkut_desk.stations.intake.opened import lot_named
from serkut_desk.stations.intake.seals import waits_for

if TYPE_CHECKING:
    from datetime import date

    from serkut_desk.domain.cages import SealCheck
    from serkut_desk.domain.lots import Lot, LotCounts
    from serkut_desk.domain.people import Session
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.desk import Desk

# As many as a card has answers for.
_SHOWN = 8


@dataclass(frozen=True, slots=True)
class LotChoice:
    """A lot that somebody may choose: expected or open.

    Args:
        lot: Its record.
        sender: Name of the unit.
        counts: How it stands.
        today: It is expected today.
        late: It was expected before today and has not come.
        cages: How many cages it has.
        frozen: How many of them wait for a decision.
        opened: How many of them are open.
    """

    lot: Lot
    sender: str
    counts: LotCounts
    today: bool
    late: bool
    cages: int
    frozen: int
    opened: int


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


@dataclass(frozen=True, slots=True)
class LotPapers:
    """Numbers of the newest papers about a lot, None where there is none."""

    receipt: str | None
    reconciliation: str | None


def choices(desk: Desk, session: Session | None) -> tuple[LotChoice, ...]:
    """Return what can be chosen: expected today or late first, then what is here, then later."""
    with desk.reading(session) as work:
        today = local(desk.clock.now()).date()
        found = [_choice(work, lot, today) for lot in work.lots.open_ones()]
    return tuple(sorted(found, key=_order))


def _order(one: LotChoice) -> tuple[int, str]:
    if not one.lot.is_expected:
        return 1, ""
    assert one.lot.expected_on is not None, "what is expected has its day"
    return (0 if one.today or one.late else 2), one.lot.expected_on.isoformat()


def _choice(work: UnitOfWork, lot: Lot, today: date) -> LotChoice:
    cages = work.cages.of_lot(lot.id)
    due = lot.expected_on if lot.is_expected else None
    return LotChoice(
        lot,
        work.lots.organisation(lot.organisation_id).name,
        work.lots.counts(lot.id),
        today=due == today,
        late=due is not None and due < today,
        cages=len(cages),
        frozen=sum(cage.state is CageState.FROZEN for cage in cages),
        opened=sum(cage.state is CageState.OPENED for cage in cages),
    )


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


def papers(desk: Desk, session: Session | None, code: str) -> LotPapers:
    """Return the newest hand-over receipt and reconciliation of a lot.

    Raises:
        Refused: `lot_unknown`.
    """
    with desk.reading(session) as work:
        lot = lot_named(work, code)
        kinds = (PaperKind.LOT_RECEIPT, PaperKind.RECONCILIATION)
        found = [work.papers.last_of_lot(lot.id, kind.value) for kind in kinds]
    receipt, reconciliation = (
        None if one is None else paper_name(one.series, one.number) for one in found
    )
    return LotPapers(receipt, reconciliation)
