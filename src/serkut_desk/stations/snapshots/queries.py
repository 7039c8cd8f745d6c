"""What screens and the command line read of snapshots."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.domain.errors import Refused
from serkut_desk.domain.permissions import Permission
from serkut_desk.stations import snapshot_matching
from serkut_desk.stations.snapshots import comparing
from serkut_desk.stations.snapshots.comparing import Line, LineState

if TYPE_CHECKING:
    from datetime import datetime

    from serkut_desk.domain.people import Session
    from serkut_desk.domain.snapshots import Snapshot
    from serkut_desk.records.snapshots import KeptSnapshot
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.desk import Desk

__all__ = ["Candidate", "Line", "LineState", "Page", "SnapshotLine", "listed", "page"]

MOST_LISTED = 300


@dataclass(frozen=True, slots=True)
class SnapshotLine:
    """One snapshot in the list.

    Args:
        number: What commands name it with.
        outcome: A word of `SnapshotOutcome`.
        machine: Maker and model, as the machine said them.
        serial: Of the machine.
        device: Code of the device that it belongs to.
        candidates: How many devices it may be.
        differing: How many lines wait for a person's choice; 0 once somebody chose.
        proposed: How many storage media still wait to be accepted.
        media: How many storage media the machine named.
        complete: It named all that are inside.
        settled: A person chose.
    """

    number: int
    name: str
    format: str
    software: str
    taken: str
    outcome: str
    machine: str
    serial: str
    device: str | None
    candidates: int
    differing: int
    proposed: int
    media: int
    complete: bool
    settled: bool
    received_at: datetime
    received_by: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A device that a snapshot may be, why, and what speaks against it."""

    device: str
    manufacturer: str
    model: str
    serial: str
    place: str
    reasons: tuple[str, ...]

    @property
    def clear(self) -> bool:
        """Whether nothing speaks against it."""
        return snapshot_matching.is_clear(self.reasons)


@dataclass(frozen=True, slots=True)
class Page:
    """Everything about one snapshot: its line, what it may be, and the comparison."""

    line: SnapshotLine
    snapshot: Snapshot
    sha256: str
    candidates: tuple[Candidate, ...]
    lines: tuple[Line, ...]
    settled_by: str | None
    settled_at: datetime | None


def listed(
    desk: Desk, session: Session | None, *, everything: bool = False
) -> tuple[SnapshotLine, ...]:
    """Return what waits for a person, the newest first; `everything` also what is settled."""
    with desk.reading(session, Permission.MEDIA) as work:
        rows = work.snapshots.newest(MOST_LISTED, only_open=not everything)
        return tuple(_line(work, row) for row in rows)


def page(desk: Desk, session: Session | None, number: int) -> Page:
    """Return one snapshot beside its device, or what it may be.

    Raises:
        Refused: `snapshot_unknown`.
    """
    with desk.reading(session, Permission.MEDIA) as work:
        row = work.snapshots.find(number)
        if row is None:
            raise Refused("snapshot_unknown", snapshot=number)
        snapshot = snapshot_matching.snapshot_of(row)
        lines: tuple[Line, ...] = ()
        if row.device_id is not None:
            device = work.devices.by_id(row.device_id)
            lines = comparing.compare(work, snapshot, device).lines
        return Page(
            _line(work, row),
            snapshot,
            row.sha256,
            tuple(_candidates(work, row, snapshot)),
            lines,
            row.settled_by,
            row.settled_at,
        )


def _candidates(work: UnitOfWork, row: KeptSnapshot, snapshot: Snapshot) -> list[Candidate]:
    """Return what it may be by what is recorded now."""
    if row.device_id is not None or snapshot.virtual:
        return []
    placed = snapshot_matching.place(work, snapshot, work.snapshots.keys_of(row.id))
    found = []
    for row_id, reasons in placed.reasons.items():
        device = work.devices.by_id(row_id)
        place = work.places.of_id(device.place_id)
        found.append(
            Candidate(
                device.code,
                device.manufacturer,
                device.model,
                device.serial,
                place.name if place else "",
                reasons,
            )
        )
    return found


def _line(work: UnitOfWork, row: KeptSnapshot) -> SnapshotLine:
    snapshot = snapshot_matching.snapshot_of(row)
    told, device, differing = snapshot.device, None, 0
    if row.device_id is not None:
        found = work.devices.by_id(row.device_id)
        device = found.code
        if row.settled_at is None:
            differing = comparing.compare(work, snapshot, found).differing
    return SnapshotLine(
        row.id,
        row.name,
        row.format,
        row.software,
        row.taken,
        row.outcome.value,
        f"{told.manufacturer} {told.model}".strip(),
        told.serial,
        device,
        len(row.reasons) if row.device_id is None else 0,
        differing,
        _still_proposed(work, row),
        len(snapshot.media),
        snapshot.complete,
        row.settled_at is not None,
        row.received_at,
        row.received_by,
    )


def _still_proposed(work: UnitOfWork, row: KeptSnapshot) -> int:
    media = (work.media.find(number) for number in row.effects["proposed"])
    return sum(one is not None and one.proposed for one in media)
