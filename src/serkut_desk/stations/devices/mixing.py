"""A label on the wrong device: nothing that was written is rewritten, what it proved ends.

Since the label was on another device, a scan of it may have meant either. What was proven or found
of the two meanwhile says nothing for sure, so it ends, as with a device that was out of our hands.
That is a supervisor's decision; until then neither device leaves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.coming_back import CameBack
from serkut_desk.domain.data_state import MediumState
from serkut_desk.domain.errors import KnownFailure, Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.lifecycle import Action, demand
from serkut_desk.domain.mixups import MixupOutcome
from serkut_desk.domain.permissions import Permission
from serkut_desk.records.certificates import CertificateState
from serkut_desk.stations import facts, labelling
from serkut_desk.stations.authority import authorise
from serkut_desk.stations.coming_back import uncover
from serkut_desk.stations.devices import misled
from serkut_desk.stations.devices.commands import (
    MixedUp,
    ReportMixup,
    SettleMixup,
)
from serkut_desk.stations.handling import Task, handles
from serkut_desk.stations.known_device import device_of
from serkut_desk.stations.wording import impersonal_reason, impersonal_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.domain.devices import Device
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.coming_back import Reopened
    from serkut_desk.stations.devices.misled import Findings


@handles(ReportMixup, Permission.LABELS)
def report_mixup(task: Task, command: ReportMixup) -> MixedUp:
    """Say that a label was on another device; what was proven meanwhile waits for a supervisor."""
    work = task.work
    device = device_of(work, command.device)
    other = device_of(work, command.stuck_on) if command.stuck_on else None
    note = impersonal_text(command.note, "note")
    both = _both(task, device, other)
    since = _since(work, device, command.since)
    confused = _confused(work, both, since)
    # That it misled only lately is not for a maker alone to say: then nothing would end.
    doubtful = _confused(work, both, _since(work, device, None))
    settled = not doubtful or _may_settle(task)
    reopened = _end(task, confused, since) if settled else ()
    found = _found(confused) if settled else ()
    label = _queue_label(task, device)
    head = work.journal.append(
        Tag.LABEL_MIXED_UP,
        device.code,
        _others(other, reopened),
        stuck_on=other.code if other else None,
        since=since,
        note=note,
        settled=settled,
        label=label,
        reopened=[one.as_entry() for one in reopened],
        found=[one.as_entry() for one in found],
    )
    work.mixups.add(
        device_id=device.id,
        stuck_on_id=other.id if other else None,
        since_seq=since,
        note=note,
        at=task.now,
        by=task.actor,
        seq=head.seq,
        settled_at=task.now if settled else None,
        settled_by=task.actor if settled else None,
        outcome=MixupOutcome.MIXED_UP.value if settled else None,
    )
    _touch(task, both, head.seq)
    ended = confused if settled else ()
    return _answer(device, other, settled=settled, ended=ended, reopened=reopened, label=label)


@handles(SettleMixup, Permission.DECIDE)
def settle_mixup(task: Task, command: SettleMixup) -> MixedUp:
    """Decide what somebody said of a label: it was so, and the proof ends, or it was not."""
    work = task.work
    device = device_of(work, command.device)
    told = work.mixups.open_of(device.id)
    if told is None:
        raise Refused("mixup_unknown", device=device.code)
    reason = impersonal_reason(command.reason)
    other = None if told.stuck_on_id is None else work.devices.by_id(told.stuck_on_id)
    both = (device, *([other] if other else ()))
    confused = _confused(work, both, told.since_seq) if command.mixed_up else ()
    reopened = _end(task, confused, told.since_seq)
    outcome = MixupOutcome.MIXED_UP if command.mixed_up else MixupOutcome.UNFOUNDED
    work.mixups.change(told.id, settled_at=task.now, settled_by=task.actor, outcome=outcome.value)
    head = work.journal.append(
        Tag.MIXUP_SETTLED,
        device.code,
        _others(other, reopened),
        told=told.seq,
        stuck_on=other.code if other else None,
        outcome=outcome.value,
        reason=reason,
        reopened=[one.as_entry() for one in reopened],
        found=[one.as_entry() for one in _found(confused)],
    )
    _touch(task, both, head.seq)
    return _answer(device, other, settled=True, ended=confused, reopened=reopened)


def _both(task: Task, device: Device, other: Device | None) -> tuple[Device, ...]:
    """Return the devices that it is about, of which this can be said."""
    if other is not None and other.id == device.id:
        raise Refused("mixup_same", device=device.code)
    if task.work.mixups.open_of(device.id) is not None:
        raise Refused("mixup_open", device=device.code)
    both = (device, *([other] if other else ()))
    for one in both:
        demand(Action.MIX_UP, facts.gather(task.work, one, task.now).facts)
    return both


def _since(work: UnitOfWork, device: Device, since: int | None) -> int:
    """Return the entry from which on the label may have meant either: its binding by default."""
    entries = [entry.seq for entry in work.journal.about(device.code)]
    if since is None:
        return entries[0]
    if not entries[0] <= since <= work.journal.head().seq:
        raise Refused("mixup_since", device=device.code, first=entries[0])
    return since


def _confused(
    work: UnitOfWork, devices: Sequence[Device], since: int
) -> tuple[tuple[Findings, bool], ...]:
    """Return the devices of which something is doubtful: what was found, and if it was proven."""
    each = [(misled.since(work, one, since), _proven_since(work, one, since)) for one in devices]
    return tuple((found, proven) for found, proven in each if found or proven)


def _found(confused: Sequence[tuple[Findings, bool]]) -> tuple[Findings, ...]:
    return tuple(found for found, _ in confused if found)


def _proven_since(work: UnitOfWork, device: Device, since: int) -> bool:
    """Tell whether something was proven or stated of a device while the label may have misled."""
    approval = work.approvals.in_force(device.id)
    issued = any(
        paper.state is CertificateState.VALID and paper.anchor_seq + 1 >= since
        for paper in work.certificates.of_device(device.id)
    )
    stated = work.media.stated_at(device.id)
    doubtful = stated is not None and stated >= misled.moment_of(work, since)
    return issued or doubtful or (approval is not None and approval.seq >= since)


def _may_settle(task: Task) -> bool:
    try:
        authorise(
            task.work.people,
            task.desk.permissions,
            task.session,
            Permission.DECIDE,
            task.now,
        )
    except KnownFailure:
        return False
    return True


def _end(task: Task, confused: Sequence[tuple[Findings, bool]], since: int) -> tuple[Reopened, ...]:
    """End what was found and proven of devices that may have been taken for each other."""
    moment = misled.moment_of(task.work, since)
    reopened = []
    for found, proven in confused:
        misled.end(task, found)
        if proven:
            inside = (
                medium.id
                for medium in task.work.media.of_device(found.device.id)
                if medium.removed_at is None and medium.state != MediumState.DESTROYED.value
            )
            done = uncover(task, found.device, CameBack.MIXED_UP, inside, stated_before=moment)
            reopened.append(done)
    return tuple(reopened)


def _queue_label(task: Task, device: Device) -> int | None:
    """Queue the label of the device whose it is; one that left the house needs none."""
    current = task.work.devices.by_id(device.id)
    if not current.in_house:
        return None
    gathered = facts.gather(task.work, current, task.now)
    data = labelling.device_label_data(task.work, gathered, task.now)
    return labelling.queue_label(task.work, data, by=task.actor, at=task.now, replaces=True)


def _others(other: Device | None, reopened: Sequence[Reopened]) -> tuple[str, ...]:
    papers = (one.certificate for one in reopened if one.certificate)
    return (*([other.code] if other else ()), *papers)


def _touch(task: Task, devices: Sequence[Device], seq: int) -> None:
    for device in devices:
        task.work.devices.touch(device.id, seq, task.actor)


def _answer(
    device: Device,
    other: Device | None,
    *,
    settled: bool,
    ended: Sequence[tuple[Findings, bool]],
    reopened: Sequence[Reopened],
    label: int | None = None,
) -> MixedUp:
    return MixedUp(
        device=device.code,
        stuck_on=other.code if other else None,
        settled=settled,
        ended=tuple(found.device.code for found, _ in ended),
        certificates=tuple(one.certificate for one in reopened if one.certificate),
        label=label,
    )
