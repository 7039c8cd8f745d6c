"""Taking over what a machine said, where a person chose it: corrections, with before and after."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from serkut_desk.domain.catalogue import ModelSource
from serkut_desk.domain.changes import Changes
from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.lifecycle import Action, demand
from serkut_desk.domain.media import KindSource, MediumKind
from serkut_desk.domain.permissions import Permission
from serkut_desk.stations import (
    declaring,
    device_fields,
    facts,
    labelling,
    modelling,
    snapshot_matching,
    snapshot_undo,
)
from serkut_desk.stations.authority import authorise
from serkut_desk.stations.handling import Task, handles
from serkut_desk.stations.snapshots import comparing
from serkut_desk.stations.snapshots.commands import Applied, ApplySnapshot
from serkut_desk.stations.snapshots.comparing import LineState
from serkut_desk.stations.snapshots.matching import snapshot_named

if TYPE_CHECKING:
    from serkut_desk.domain.catalogue import ProductModel
    from serkut_desk.domain.devices import Device
    from serkut_desk.records.snapshots import KeptSnapshot
    from serkut_desk.stations.snapshots.comparing import Compared, Line


@dataclass(slots=True)
class _Taken:
    """What was taken over so far, for the one entry."""

    before: dict[str, Any] = field(default_factory=dict)
    after: dict[str, Any] = field(default_factory=dict)
    accepted: list[int] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    labels: list[int] = field(default_factory=list)
    media: dict[str, Any] = field(default_factory=dict)
    inside: dict[str, Any] = field(default_factory=dict)


@handles(ApplySnapshot, Permission.MEDIA)
def apply_snapshot(task: Task, command: ApplySnapshot) -> Applied:
    """Take over what was chosen; what somebody wrote is only overruled by a supervisor.

    The comparison ends with it, unless a supervisor still has something to choose.

    Raises:
        Refused: `snapshot_unknown`, `snapshot_not_matched`, `snapshot_device_gone`,
            `correction_of_approved`, what the device's state forbids, and as correcting does.
        Misused: `snapshot_choice`: there is nothing to choose under this key.
    """
    work = task.work
    row = snapshot_named(work, command.snapshot)
    if row.device_id is None:
        raise Refused("snapshot_not_matched", snapshot=row.id)
    device = work.devices.by_id(row.device_id)
    if not snapshot_matching.is_here(device):
        raise Refused("snapshot_device_gone", device=device.code)
    compared = comparing.compare(work, snapshot_matching.snapshot_of(row), device)
    chosen = _chosen(compared, command.take)
    if any(line.supervisor for line in chosen):
        # The same question as for a correction by hand.
        authorise(
            work.people,
            task.desk.permissions,
            task.session,
            Permission.DECIDE,
            task.desk.clock.now(),
        )
    taken = _Taken()
    label = _correct(task, compared, chosen, taken)
    _take_media(task, compared, chosen, taken)
    model = _learn(task, compared, taken)
    seq = work.journal.next_seq()
    held = snapshot_undo.inside_as_entry(work.snapshots.inside_of(device.id))
    inside = _keep_inside(task, row, compared, chosen, seq)
    left = _left(task, compared, chosen)
    settled = [] if left else _settle(task, row, seq)
    facts.refresh(work, device.id, task.now)
    head = work.journal.append(
        Tag.SNAPSHOT_APPLIED,
        device.code,
        taken.codes,
        snapshot=row.id,
        sha256=row.sha256,
        take=sorted(line.key for line in chosen),
        before=taken.before,
        after=taken.after,
        serial_reason=device.serial_reason,
        media=taken.accepted,
        details=taken.media,
        inside=inside,
        inside_before=held,
        model=model.id if model else None,
        label=label,
        labels=taken.labels,
        settled=settled,
        left=left,
    )
    work.devices.touch(device.id, head.seq, task.actor)
    return Applied(
        row.id,
        device.code,
        tuple(line.key for line in chosen),
        tuple(taken.accepted),
        model.id if model else None,
        label,
        left,
        Changes(
            devices=frozenset({device.code}),
            media=frozenset(taken.codes),
            labels=frozenset({device.code, *taken.codes}),
            journal=True,
        ),
    )


def _chosen(compared: Compared, keys: tuple[str, ...]) -> list[Line]:
    found = []
    for key in dict.fromkeys(keys):
        line = compared.line(key)
        if line is None or not line.choosable:
            raise Misused("snapshot_choice", key=key[:80])
        found.append(line)
    return found


def _correct(task: Task, compared: Compared, chosen: list[Line], taken: _Taken) -> int | None:
    """Write names and numbers over those of the device; return the label that shows them."""
    work, device = task.work, compared.device
    given = {line.key: str(line.told) for line in chosen if line.key in comparing.OF_DEVICE}
    wanted = device_fields.kept_form(given)
    after = {name: text for name, text in wanted.items() if text != getattr(device, name)}
    if not after:
        return None
    demand(Action.CHANGE, facts.gather(work, device, task.now).facts)
    if work.approvals.in_force(device.id) is not None:
        raise Refused("correction_of_approved", device=device.code)
    device_fields.demand_fits(work, device, after)
    taken.after = after
    taken.before = {name: getattr(device, name) for name in after}
    work.devices.correct(device.id, **device_fields.with_keys(after))
    gathered = facts.refresh(work, device.id, task.now)
    data = labelling.device_label_data(work, gathered, task.now)
    return labelling.queue_label(work, data, by=task.actor, at=task.now, replaces=True)


def _take_media(task: Task, compared: Compared, chosen: list[Line], taken: _Taken) -> None:
    """Let proposed media be inside, and write of known ones what the machine knows better."""
    work, device = task.work, compared.device
    pairs = snapshot_matching.pairs(work, compared.snapshot, device.id)
    told = {pair.medium.id: pair.told for pair in pairs if pair.medium is not None}
    for line in chosen:
        if line.what != "medium" or line.medium_id is None:
            continue
        if line.state is LineState.PROPOSED:
            _accept(task, device, line.medium_id, taken)
            continue
        medium, said = work.media.by_id(line.medium_id), told[line.medium_id]
        change = comparing.details(medium, said)
        if line.state is LineState.DIFFERS:
            change = {"capacity_bytes": said.capacity}
        elif line.state is LineState.MILDER:
            assert said.kind is not None
            kind, source = said.kind.value, said.kind_source.value
            change = {"kind": kind, "kind_source": source, "kind_confirmed_by": None}
        before = {name: _plain(getattr(medium, name)) for name in change}
        taken.media[str(medium.id)] = {"before": before, "after": change}
        work.media.change(medium.id, **change)


def _accept(task: Task, device: Device, number: int, taken: _Taken) -> None:
    work, medium = task.work, task.work.media.by_id(number)
    demand(Action.SETTLE_PROPOSAL, facts.gather(work, device, task.now).facts)
    now, label = declaring.accept(
        work,
        device,
        medium,
        kind=medium.kind,
        source=medium.kind_source,
        by=task.actor,
        at=task.now,
    )
    taken.accepted.append(now.id)
    taken.codes += [now.code] if now.code else []
    taken.labels += [label] if label is not None else []


def _plain(value: object) -> object:
    return value.value if isinstance(value, MediumKind | KindSource) else value


def _learn(task: Task, compared: Compared, taken: _Taken) -> ProductModel | None:
    """Link the device to its model; a name that overrules one wins over what named it before."""
    device = task.work.devices.by_id(compared.device.id)
    if any(taken.before.get(name) for name in snapshot_undo.NAMES):
        return modelling.learn_anew(task, device)
    codes = _codes(compared)
    return modelling.learn(task, device, source=ModelSource.SNAPSHOT, codes=codes)


def _codes(compared: Compared) -> tuple[str, ...]:
    sku = compared.snapshot.device.sku
    return (sku,) if sku else ()


def _keep_inside(
    task: Task, row: KeptSnapshot, compared: Compared, chosen: list[Line], seq: int
) -> dict[str, Any]:
    """Remember what is inside; what was not chosen stays as it was known."""
    work, device = task.work, compared.device
    held = work.snapshots.inside_of(device.id)
    told = comparing.inside_told(compared.snapshot)
    inside = dict(held.facts) if held is not None else {}
    inside |= {line.key: told[line.key] for line in chosen if line.key in comparing.OF_INSIDE}
    work.snapshots.keep_inside(
        device.id, facts=inside, snapshot_id=row.id, at=task.now, by=task.actor, seq=seq
    )
    return inside


def _left(task: Task, compared: Compared, chosen: list[Line]) -> int:
    """Return how many lines a supervisor still has to choose or leave; 0 where one acts."""
    held = task.desk.permissions.held(task.person.role, task.person.granted)
    if Permission.DECIDE in held:
        return 0
    return sum(line.choosable and line.supervisor and line not in chosen for line in compared.lines)


def _settle(task: Task, row: KeptSnapshot, seq: int) -> list[int]:
    """End the comparison, and that of older snapshots of the same device."""
    settled = [
        one.id
        for one in task.work.snapshots.of_device(row.device_id or 0)
        if one.id == row.id or (one.id < row.id and one.open)
    ]
    for number in settled:
        task.work.snapshots.change(number, settled_at=task.now, settled_by=task.actor, seq=seq)
    return sorted(settled)
