"""The approver's way through many devices: which wait, and each at a glance.

The list costs two questions however long it is; a device is judged when it is looked at.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.domain.beside import Point, beside
from serkut_desk.domain.data_state import CountSource
from serkut_desk.domain.permissions import Permission
from serkut_desk.records.snapshots import SnapshotOutcome
from serkut_desk.stations import facts, report_matching, rules, snapshot_matching
from serkut_desk.stations.wiping import finding
from serkut_desk.stations.wiping.judging import Prospect, prospect

if TYPE_CHECKING:
    from datetime import datetime

    from serkut_desk.domain.devices import Device
    from serkut_desk.domain.lacks import Lack
    from serkut_desk.domain.media import KindSource, MediumKind
    from serkut_desk.domain.people import Session
    from serkut_desk.domain.policy import Policy
    from serkut_desk.domain.sanitisation import Acceptance, Judgement
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.facts import Gathered, MediumProof

LIMIT = 500


@dataclass(frozen=True, slots=True)
class LaneDevice:
    """A device that waits for nothing but an approval."""

    device: str
    name: str
    lot: str
    place: str | None


@dataclass(frozen=True, slots=True)
class ReviewMedium:
    """One medium beside its evidence.

    Args:
        name: What people call it.
        kind: What it is declared to be.
        kind_source: Where that is known from.
        capacity_bytes: Its size, None when unknown.
        removed: It was taken out.
        points: What is asked and declared beside what the evidence says; empty without evidence.
        judgement: What the evidence comes to; None without any.
        started: When the wipe began by the wiped machine's clock.
        ended: When it ended by that clock.
        imported_at: When the evidence came in.
        file_name: The original report; None where there is none.
    """

    name: str
    kind: MediumKind
    kind_source: KindSource
    capacity_bytes: int | None
    removed: bool
    points: tuple[Point, ...]
    judgement: Judgement | None
    started: str | None
    ended: str | None
    imported_at: datetime | None
    file_name: str | None


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """One device as an approver looks at it.

    Args:
        device: Its code.
        name: Maker and model.
        lot: Code of its lot.
        place: Its shelf.
        media: Everything that is or was inside.
        count: How many media the approver states.
        slots: How many its model can hold; None when nobody knows.
        machine_count: How many the machine itself told of; None where it did not, or not of all.
        missing: What stands against it whoever approves.
        against: Why who asks may not approve it.
        acceptances: What would have to be accepted.
        needs_opened: Only somebody who has opened it may approve it.
        performed: Short names of who wiped.
        imported: Short names of who brought the evidence in.
        done: It is approved already.
    """

    device: str
    name: str
    lot: str
    place: str | None
    media: tuple[ReviewMedium, ...]
    count: int
    slots: int | None
    machine_count: int | None
    missing: tuple[Lack, ...]
    against: tuple[Lack, ...]
    acceptances: tuple[Acceptance, ...]
    needs_opened: bool
    performed: tuple[str, ...]
    imported: tuple[str, ...]
    done: bool

    @property
    def approvable(self) -> bool:
        """Whether one key approves it: nothing has to be accepted or opened first."""
        return not (self.missing or self.against or self.acceptances or self.needs_opened)

    @property
    def clean(self) -> bool:
        """Whether nothing in it catches the eye either."""
        points = (point for medium in self.media for point in medium.points)
        return self.approvable and not any(point.catches for point in points)

    @property
    def supposed(self) -> CountSource | None:
        """How the number of media is known without opening it; None: somebody has to say."""
        if self.machine_count is not None:
            # Where the machine tells another number nobody supposes anything.
            return CountSource.SNAPSHOT if self.machine_count == self.count else None
        return CountSource.MODEL if self.slots == self.count else None


def lane(desk: Desk, session: Session | None, limit: int = LIMIT) -> tuple[LaneDevice, ...]:
    """Return devices that wait for an approval, lot by lot, the oldest first."""
    with desk.reading(session, Permission.SEARCH) as work:
        ids = work.wipe_queue.unapproved(limit)
        lines = work.overview.lines(ids)
        found = [
            LaneDevice(one.code, f"{one.manufacturer} {one.model}".strip(), one.lot, one.place)
            for one in lines
        ]
        return tuple(sorted(found, key=lambda one: (one.lot, one.device)))


def page(desk: Desk, session: Session | None, device: str) -> ReviewPage:
    """Return one device as an approver looks at it.

    Raises:
        Refused: No device or several have this name.
    """
    now = desk.clock.now()
    with desk.reading(session, Permission.SEARCH) as work:
        found = finding.device(work, device)
        gathered = facts.gather(work, found, now)
        person = session.person if session else None
        ahead = prospect(work, desk.permissions, gathered, person, now)
        policy = rules.policy_at(work, now)
        (line,) = work.overview.lines([found.id])
        media = tuple(_medium(work, policy, proof) for proof in ahead.proofs)
        deciding = [proof.deciding for proof in ahead.proofs if proof.deciding is not None]
        performers = {code for run in deciding for code in run.performers}
        importers = {run.imported_by for run in deciding}
        return ReviewPage(
            device=found.code,
            name=f"{line.manufacturer} {line.model}".strip(),
            lot=line.lot,
            place=line.place,
            media=media,
            count=ahead.media_count,
            slots=ahead.slots,
            machine_count=_machine_count(work, found, gathered),
            missing=ahead.missing,
            against=ahead.against,
            acceptances=ahead.acceptances,
            needs_opened=ahead.needs_opened,
            performed=tuple(work.people.display(code) for code in sorted(performers)),
            imported=tuple(work.people.display(code) for code in sorted(importers)),
            done=_done(ahead, gathered),
        )


def _done(ahead: Prospect, gathered: Gathered) -> bool:
    return bool(ahead.missing) and gathered.facts.count_approved == len(gathered.facts.media)


def _medium(work: UnitOfWork, policy: Policy, proof: MediumProof) -> ReviewMedium:
    medium, run, chosen = proof.medium, proof.deciding, proof.standing.deciding
    points: tuple[Point, ...] = ()
    file = None
    if run is not None and chosen is not None:
        others = [one for one in proof.runs if one.id != run.id and one.set_aside_by is None]
        kind = report_matching.kind_of_run(work, run)
        points = beside(medium, run, chosen.judgement, policy, told_kind=kind, others=others)
        file = work.evidence.file(run.sha256) if run.sha256 else None
    return ReviewMedium(
        name=facts.name_of(medium),
        kind=medium.kind,
        kind_source=medium.kind_source,
        capacity_bytes=medium.capacity_bytes,
        removed=medium.removed_at is not None,
        points=points,
        judgement=chosen.judgement if chosen is not None else None,
        started=run.started if run is not None else None,
        ended=run.ended if run is not None else None,
        imported_at=run.imported_at if run is not None else None,
        file_name=file.name if file is not None else None,
    )


def _machine_count(work: UnitOfWork, device: Device, gathered: Gathered) -> int | None:
    """Return how many media the machine told of itself, those taken out before included."""
    told = [
        one for one in work.snapshots.of_device(device.id) if one.outcome is SnapshotOutcome.MATCHED
    ]
    if not told:
        return None
    snapshot = snapshot_matching.snapshot_of(told[0])
    if not snapshot.complete:
        return None
    outside = sum(proof.medium.removed_at is not None for proof in gathered.proofs)
    return len(snapshot.media) + outside
