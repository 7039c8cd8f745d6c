"""What supervisors decide about snapshots: whose each is, and which do not count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.changes import Changes
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.permissions import Permission
from serkut_desk.records.snapshots import SnapshotOutcome
from serkut_desk.stations import facts, snapshot_matching
from serkut_desk.stations.handling import Task, handles
from serkut_desk.stations.known_device import device_of
from serkut_desk.stations.snapshots.commands import MatchSnapshot, SetAsideSnapshot, SnapshotDone
from serkut_desk.stations.wording import impersonal_reason

if TYPE_CHECKING:
    from serkut_desk.domain.devices import Device
    from serkut_desk.records.snapshots import KeptSnapshot
    from serkut_desk.records.unit_of_work import UnitOfWork


def snapshot_named(work: UnitOfWork, number: int) -> KeptSnapshot:
    """Return the snapshot with a number.

    Raises:
        Refused: `snapshot_unknown`.
    """
    found = work.snapshots.find(number)
    if found is None:
        raise Refused("snapshot_unknown", snapshot=number)
    return found


@handles(MatchSnapshot, Permission.DECIDE)
def match_snapshot(task: Task, command: MatchSnapshot) -> SnapshotDone:
    """Give a snapshot to a device; what it had changed in another one is taken back.

    Where no number names the device, or something speaks against it, the supervisor says why.

    Raises:
        Refused: `snapshot_unknown`, `snapshot_virtual`, `snapshot_matched_already`,
            `device_unknown`, `snapshot_device_gone`.
        Misused: `text_missing` or `text_too_long`.
    """
    work = task.work
    row = snapshot_named(work, command.snapshot)
    if row.outcome is SnapshotOutcome.VIRTUAL:
        raise Refused("snapshot_virtual", snapshot=row.id)
    device = device_of(work, command.device)
    if not snapshot_matching.is_here(device):
        raise Refused("snapshot_device_gone", device=device.code)
    if row.device_id == device.id:
        raise Refused("snapshot_matched_already", snapshot=row.id, device=device.code)
    snapshot = snapshot_matching.snapshot_of(row)
    placed = snapshot_matching.place(work, snapshot, work.snapshots.keys_of(row.id))
    named = placed.names(device.id)
    reason = "" if named and not command.reason else impersonal_reason(command.reason)
    before = _detached(task, row)
    effects = snapshot_matching.attach(work, snapshot, device.id, now=task.now, by=task.actor)
    seq = work.journal.next_seq()
    work.snapshots.change(
        row.id,
        outcome=SnapshotOutcome.MATCHED.value,
        device_id=device.id,
        effects=effects,
        settled_at=None,
        settled_by=None,
        seq=seq,
    )
    others = () if before is None else (before.code,)
    facts.refresh(work, device.id, task.now)
    head = work.journal.append(
        Tag.SNAPSHOT_MATCHED,
        device.code,
        others,
        snapshot=row.id,
        sha256=row.sha256,
        device=device.code,
        before=before.code if before else None,
        named=named,
        reason=reason,
        **effects,
    )
    work.devices.touch(device.id, head.seq, task.actor)
    return _done(work, row.id, (device.code, *others))


@handles(SetAsideSnapshot, Permission.DECIDE)
def set_aside_snapshot(task: Task, command: SetAsideSnapshot) -> SnapshotDone:
    """Let a snapshot count no more; its file and entries stay.

    Raises:
        Refused: `snapshot_unknown` or `snapshot_aside_already`.
        Misused: `text_missing` or `text_too_long`.
    """
    work = task.work
    row = snapshot_named(work, command.snapshot)
    if row.outcome is SnapshotOutcome.SET_ASIDE:
        raise Refused("snapshot_aside_already", snapshot=row.id)
    reason = impersonal_reason(command.reason)
    device = _detached(task, row)
    work.snapshots.change(
        row.id,
        outcome=SnapshotOutcome.SET_ASIDE.value,
        device_id=None,
        effects=snapshot_matching.NOTHING,
        settled_at=task.now,
        settled_by=task.actor,
        seq=work.journal.next_seq(),
    )
    subjects = () if device is None else (device.code,)
    head = work.journal.append(
        Tag.SNAPSHOT_SET_ASIDE,
        row.sha256,
        subjects,
        snapshot=row.id,
        sha256=row.sha256,
        device=device.code if device else None,
        reason=reason,
    )
    if device is not None:
        work.devices.touch(device.id, head.seq, task.actor)
    return _done(work, row.id, subjects)


def _detached(task: Task, row: KeptSnapshot) -> Device | None:
    """Take a snapshot off its device; return that device, None when it had none."""
    if row.device_id is None:
        return None
    snapshot_matching.detach(task.work, row)
    facts.refresh(task.work, row.device_id, task.now)
    return task.work.devices.by_id(row.device_id)


def _done(work: UnitOfWork, number: int, codes: tuple[str, ...]) -> SnapshotDone:
    row = snapshot_named(work, number)
    device = None if row.device_id is None else work.devices.by_id(row.device_id).code
    changes = Changes(devices=frozenset(codes), journal=True)
    return SnapshotDone(row.id, row.outcome.value, device, len(row.effects["proposed"]), changes)
