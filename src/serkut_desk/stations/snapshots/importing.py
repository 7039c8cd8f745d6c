"""Snapshot files come in: each once, each to its device, nothing changed that a person chooses.

One transaction for all files, one journal entry for each new one.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from serkut_desk.domain.changes import Changes
from serkut_desk.domain.events import Tag
from serkut_desk.domain.paper_codec import dump
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.snapshot_keys import keys_of
from serkut_desk.interchange.evidence import shipped_serial_rules
from serkut_desk.stations import facts, snapshot_matching
from serkut_desk.stations.handling import Entries, Task, handles
from serkut_desk.stations.snapshots import reading
from serkut_desk.stations.snapshots.commands import ImportSnapshots, SnapshotsTaken, TakenIn

if TYPE_CHECKING:
    from serkut_desk.domain.snapshots import Snapshot
    from serkut_desk.records.snapshots import KeptSnapshot
    from serkut_desk.stations.snapshots.reading import FoundSnapshot

KNOWN, UNREADABLE = "known", "unreadable"


@handles(ImportSnapshots, Permission.MEDIA, entries=Entries.MAYBE, prepare=reading.prepare)
def import_snapshots(task: Task, command: ImportSnapshots) -> SnapshotsTaken:
    """Take in every file that is new; what is known already changes nothing."""
    del command
    found = cast("list[FoundSnapshot]", task.prepared)
    files = tuple(_take(task, one) for one in found)
    touched = frozenset(
        code for one in files if one.outcome != KNOWN for code in (one.device,) if code
    )
    new = any(one.snapshot is not None and one.outcome != KNOWN for one in files)
    return SnapshotsTaken(files, Changes(devices=touched, journal=new))


def _take(task: Task, found: FoundSnapshot) -> TakenIn:
    if found.failure is not None or found.sha256 is None:
        return TakenIn(found.path, UNREADABLE, found.failure)
    # Also a copy of a file of the same import.
    known = task.work.snapshots.of_file(found.sha256)
    if known is not None:
        return replace(answer(task, known, found.path), outcome=KNOWN)
    assert found.snapshot is not None
    return answer(task, _keep(task, found, found.snapshot), found.path)


def _keep(task: Task, found: FoundSnapshot, snapshot: Snapshot) -> KeptSnapshot:
    """Record a new snapshot, give it to its device, and write its entry."""
    work, now = task.work, task.now
    keys = () if snapshot.virtual else keys_of(snapshot, shipped_serial_rules())
    placed = snapshot_matching.place(work, snapshot, keys)
    effects = snapshot_matching.NOTHING
    device = None
    if placed.device_id is not None:
        device = work.devices.by_id(placed.device_id)
        effects = snapshot_matching.attach(work, snapshot, device.id, now=now, by=task.actor)
    seq = work.journal.next_seq()
    row_id = work.snapshots.add(
        sha256=found.sha256,
        name=found.name,
        size=found.size,
        format=snapshot.format.value,
        software=snapshot.software,
        taken=snapshot.taken,
        facts=dump(snapshot_matching.without_addresses(snapshot)),
        effects=effects,
        received_at=now,
        received_by=task.actor,
        seq=seq,
        **snapshot_matching.as_row(placed),
    )
    work.snapshots.keep_keys(row_id, keys)
    if device is not None:
        facts.refresh(work, device.id, now)
    head = work.journal.append(
        Tag.SNAPSHOT_IMPORTED,
        found.sha256 or "",
        (device.code,) if device else (),
        snapshot=row_id,
        sha256=found.sha256,
        name=found.name,
        size=found.size,
        format=snapshot.format.value,
        outcome=placed.outcome.value,
        device=device.code if device else None,
        reasons={
            work.devices.by_id(number).code: list(words) for number, words in placed.reasons.items()
        },
        **effects,
    )
    if device is not None:
        work.devices.touch(device.id, head.seq, task.actor)
    kept = work.snapshots.find(row_id)
    assert kept is not None
    return kept


def answer(task: Task, row: KeptSnapshot, path: str) -> TakenIn:
    """Return what became of a snapshot that is in the records."""
    devices, told = task.work.devices, snapshot_matching.snapshot_of(row)
    candidates = () if row.device_id is not None else sorted(map(int, row.reasons))
    return TakenIn(
        path,
        row.outcome.value,
        snapshot=row.id,
        device=None if row.device_id is None else devices.by_id(row.device_id).code,
        candidates=tuple(devices.by_id(number).code for number in candidates),
        machine=f"{told.device.manufacturer} {told.device.model}".strip(),
        serial=told.device.serial,
        proposed=len(row.effects["proposed"]),
        complete=told.complete,
    )
