"""Media under their devices: declared, accepted, taken out, taken back, or none at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.data_state import NONE_INSIDE_PERSONS
from serkut_desk.domain.declared_medium import (
    GIGABYTE,
    LARGEST_GB,
    LONGEST_SERIAL,
    DeclaredMedium,
)
from serkut_desk.domain.device_types import BearsData
from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.lifecycle import Action
from serkut_desk.domain.media import KindSource, MediumKind
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.serials import normal_serial, serial_key
from serkut_desk.stations import declaring, facts, media_moves, report_matching
from serkut_desk.stations.handling import Task, handles
from serkut_desk.stations.wiping import finding
from serkut_desk.stations.wiping.commands import (
    AcceptProposed,
    DeclareMedium,
    RejectProposed,
    StateNone,
    WithdrawMedium,
)
from serkut_desk.stations.wiping.results import MediumDone, NoneStated, changes_of
from serkut_desk.stations.wording import short_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from serkut_desk.domain.devices import Device, StorageMedium

LONGEST_MODEL = 80


def written(
    task: Task,
    device: Device,
    tag: Tag,
    medium: StorageMedium,
    *,
    subjects: Iterable[str] = (),
    **body: object,
) -> MediumDone:
    """Derive the device's state anew, write the one entry and remember who touched it."""
    gathered = facts.refresh(task.work, device.id, task.now)
    codes = (*((medium.code,) if medium.code else ()), *subjects)
    head = task.work.journal.append(
        tag, device.code, codes, media=[medium.id], serial=medium.serial, **body
    )
    task.work.devices.touch(device.id, head.seq, task.actor)
    now = task.work.media.find(medium.id) or medium
    return MediumDone(now, gathered, changes_of((device,), (medium,)))


def of_device(task: Task, medium: StorageMedium) -> Device:
    """Return the device that a medium is or was in."""
    return task.work.devices.by_id(medium.device_id)


@handles(DeclareMedium, Permission.MEDIA)
def declare_medium(task: Task, command: DeclareMedium) -> MediumDone:
    """Record a medium in a device."""
    device = finding.device(task.work, command.device)
    finding.demanded(task, device, Action.DECLARE_MEDIUM)
    wanted = _wanted(command)
    serial = declaring.kept_serial(wanted.serial)
    reason = "" if serial else short_text(command.serial_reason, "serial_reason")
    _refuse_repeated(task, device, serial)
    declaring.check(task.work, [wanted])
    made = declaring.declare(
        task.work,
        device.id,
        wanted,
        code=declaring.code_for(task.work, serial),
        by=task.actor,
        at=task.now,
    )
    model = short_text(command.model, "model", LONGEST_MODEL) if command.model.strip() else ""
    if model:
        task.work.media.change(made.id, model=model)
    task.work.media.unstate(device.id)
    label = declaring.queue_label(task.work, device, made, by=task.actor, at=task.now)
    return written(
        task,
        device,
        Tag.MEDIUM_DECLARED,
        task.work.media.by_id(made.id),
        code=made.code,
        label=label,
        kind=command.kind.value,
        kind_source=wanted.source.value,
        capacity=wanted.capacity_bytes,
        serial_reason=reason,
    )


def _wanted(command: DeclareMedium) -> DeclaredMedium:
    serial, size = normal_serial(command.serial), command.capacity_bytes
    if len(serial) > LONGEST_SERIAL:
        raise Misused("text_too_long", field="serial", longest=LONGEST_SERIAL)
    if size is not None and not 0 < size <= LARGEST_GB * GIGABYTE:
        raise Misused("medium_size", given=size)
    return DeclaredMedium(serial, command.kind, size)


def _refuse_repeated(task: Task, device: Device, serial: str) -> None:
    media = task.work.media.of_device(device.id)
    if len(media) >= media_moves.MOST_MEDIA:
        raise Refused("media_too_many", most=media_moves.MOST_MEDIA)
    for other in media:
        if serial and other.serial_key == serial_key(serial):
            code = "medium_proposed_already" if other.proposed else "medium_declared_already"
            raise Refused(code, medium=facts.name_of(other), device=device.code)


@handles(AcceptProposed, Permission.MEDIA)
def accept_proposed(task: Task, command: AcceptProposed) -> MediumDone:
    """Record that a drive of a report is in the device; its runs count from now on."""
    medium = _proposed(task, command.medium)
    device = of_device(task, medium)
    finding.demanded(task, device, Action.SETTLE_PROPOSAL)
    kind, source = medium.kind, medium.kind_source
    if command.kind is not None and source is KindSource.PERSON:
        kind, source = command.kind, KindSource.PERSON
    now, label = declaring.accept(
        task.work, device, medium, kind=kind, source=source, by=task.actor, at=task.now
    )
    return written(
        task,
        device,
        Tag.MEDIUM_ACCEPTED,
        now,
        kind=kind.value,
        kind_source=source.value,
        code=now.code,
        label=label,
    )


@handles(RejectProposed, Permission.DECIDE)
def reject_proposed(task: Task, command: RejectProposed) -> MediumDone:
    """Decide that a drive of a report is none of the device's; its runs are set aside."""
    medium = _proposed(task, command.medium)
    reason = short_text(command.reason, "reason")
    device = of_device(task, medium)
    finding.demanded(task, device, Action.SETTLE_PROPOSAL)
    runs = [run.id for run in task.work.runs.of_medium(medium.id)]
    for run_id in runs:
        task.work.runs.change(run_id, set_aside_by=task.actor)
    task.work.media.drop(medium.id)
    return written(task, device, Tag.MEDIUM_REJECTED, medium, reason=reason, runs=runs)


def _proposed(task: Task, text: str) -> StorageMedium:
    medium = finding.medium(task.work, text)
    if not medium.proposed:
        raise Refused("medium_not_proposed", medium=facts.name_of(medium))
    return medium


@handles(WithdrawMedium, Permission.DECIDE)
def withdraw_medium(task: Task, command: WithdrawMedium) -> MediumDone:
    """Take back a declaration made by mistake; the journal keeps it."""
    medium = finding.medium(task.work, command.medium)
    reason = short_text(command.reason, "reason")
    media_moves.demand_declared(medium)
    device = of_device(task, medium)
    finding.demanded(task, device, Action.CHANGE)
    if task.work.runs.of_medium(medium.id):
        raise Refused("medium_has_runs", medium=facts.name_of(medium))
    if medium.removed_at is not None:
        raise Refused("medium_removed_already", medium=facts.name_of(medium))
    if medium.code is not None:
        task.work.labels.cancel_waiting(medium.code, task.now)
    task.work.media.drop(medium.id)
    return written(
        task, device, Tag.MEDIUM_WITHDRAWN, medium, kind=medium.kind.value, reason=reason
    )


@handles(StateNone, Permission.MEDIA)
def state_none(task: Task, command: StateNone) -> NoneStated:
    """Record that one more person has found no medium in a device."""
    device = finding.device(task.work, command.device)
    gathered = finding.demanded(task, device, Action.DECLARE_NONE)
    if gathered.facts.bears_data is BearsData.NEVER:
        raise Refused("none_not_needed", device=device.code)
    if gathered.facts.proposals:
        raise Refused("proposals_open", count=gathered.facts.proposals)
    said = task.work.media.stated_by(device.id)
    if len(said) >= NONE_INSIDE_PERSONS:
        raise Refused("none_known_already", device=device.code)
    if task.actor in said:
        raise Refused("none_same_person", device=device.code)
    first, second = (said[0], task.actor) if said else (task.actor, None)
    task.work.media.state_none(
        device.id, how=command.how.value, by=first, second=second, at=task.now
    )
    gathered = facts.refresh(task.work, device.id, task.now)
    persons = len(said) + 1
    head = task.work.journal.append(
        Tag.MEDIA_NONE, device.code, how=command.how.value, persons=persons
    )
    task.work.devices.touch(device.id, head.seq, task.actor)
    return NoneStated(gathered, persons, NONE_INSIDE_PERSONS, changes_of((device,)))


def learn_again(task: Task, medium: StorageMedium) -> None:
    """Forget a kind known from reports that do not count any more."""
    if medium.kind_source is not KindSource.REPORT:
        return
    told: set[MediumKind | None] = {
        report_matching.kind_of_run(task.work, run)
        for run in task.work.runs.of_medium(medium.id)
        if run.set_aside_by is None
    }
    if medium.kind not in told:
        task.work.media.change(
            medium.id, kind_source=KindSource.PERSON.value, kind_confirmed_by=None
        )
