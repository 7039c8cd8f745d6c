"""Putting something into a container, and taking it out again."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.domain.changes import Changes
from serkut_desk.domain.codes import CodeKind, parse_code
from serkut_desk.domain.containers import Load
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.serials import serial_key
from serkut_desk.domain.weighing import Weighing
from serkut_desk.stations import filling, waste
from serkut_desk.stations.authority import authorise
from serkut_desk.stations.containers.commands import Fill, Filled, UndoFilling
from serkut_desk.stations.facts import name_of
from serkut_desk.stations.handling import Task, handles
from serkut_desk.stations.known_device import device_of
from serkut_desk.stations.part_rules import part_of
from serkut_desk.stations.wording import short_text

if TYPE_CHECKING:
    from serkut_desk.domain.devices import Device, Place, StorageMedium
    from serkut_desk.records.containers import Container, FractionLine
    from serkut_desk.records.spare_parts import Part
    from serkut_desk.records.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Source:
    """What grams come from; `subjects` are the codes whose histories name it."""

    name: str
    subjects: tuple[str, ...]
    device: Device | None = None
    part: Part | None = None
    medium: StorageMedium | None = None


@handles(Fill, Permission.CONTAINERS)
def fill(task: Task, command: Fill) -> Filled:
    """Put a part or a medium into a container; a device goes there piece by piece on its bench.

    Raises:
        Refused: What `filling.put` says, `container_source_device`, `container_source_unknown`.
        Misused: `container_weight_missing`, `container_weight_wrong`.
    """
    work, source, weight = task.work, _source(task, command.source), command.weight
    place = _place_of(work, source)
    line = filling.put(
        task,
        command.container,
        weight.value_g if weight else None,
        weighed=(weight.weighed if weight else Weighing.KEY).value,
        tolerance_g=weight.tolerance_g if weight else 0,
        part=source.part,
        medium=source.medium,
    )
    body = filling.as_entry(work, line)
    work.journal.append(
        Tag.CONTAINER_FILLED,
        str(body["container"]),
        source.subjects,
        place=place.code if place else None,
        **body,
    )
    return _filled(task, line, source)


@handles(UndoFilling, Permission.CONTAINERS)
def undo_filling(task: Task, command: UndoFilling) -> Filled:
    """Take grams out again: one's own last ones, or with a reason any that are still in there.

    Raises:
        Refused: `container_empty`, `container_line_unknown`, what `filling.take_back` says, or
            `not_permitted` for somebody else's line.
        Misused: `text_missing` where a reason is needed.
    """
    work = task.work
    row = filling.open_container(work, command.container)
    inside = work.containers.lines.standing(row.id)
    if not inside:
        raise Refused("container_empty", container=row.code)
    line = _wanted(inside, command.line, row)
    reason = ""
    own = line.by == task.actor and line is inside[-1] and row.touched_by == task.actor
    if not own:
        authorise(
            work.people, task.desk.permissions, task.session, Permission.SHIP, task.desk.clock.now()
        )
        reason = short_text(command.reason, "reason")
    source, place = _source_of(work, line), _place_before(work, line)
    filling.take_back(task, line, place=place)
    head = work.journal.append(
        Tag.FILLING_UNDONE,
        row.code,
        source.subjects,
        undoes=line.seq,
        reason=reason,
        place=place.code if place else None,
        **filling.as_entry(work, line),
    )
    if source.device is not None:
        work.devices.touch(source.device.id, head.seq, task.actor)
    return _filled(task, line, source)


def _wanted(inside: list[FractionLine], number: int | None, row: Container) -> FractionLine:
    found = next((one for one in inside if number in {None, one.id}), None)
    if found is None:
        raise Refused("container_line_unknown", container=row.code, line=number)
    return inside[-1] if number is None else found


def _filled(task: Task, line: FractionLine, source: Source) -> Filled:
    work, codes = task.work, waste.shipped_list()
    row = work.containers.by_id(line.container_id)
    inside = work.containers.lines.sum_g(row.id)
    alert = Load(inside, row.limit_g, row.due_at).alert(
        task.now, near_percent=codes.near_percent, near_days=codes.near_days
    )
    changes = Changes(
        containers=frozenset({row.code}),
        devices=frozenset({source.device.code} if source.device else ()),
        parts=frozenset({source.part.code} if source.part else ()),
        media=frozenset({source.medium.code} if source.medium and source.medium.code else ()),
        journal=True,
    )
    return Filled(
        row.code,
        row.fraction,
        source.name,
        line.id,
        line.weight_g,
        inside,
        row.limit_g,
        alert is not None,
        changes,
    )


def _source(task: Task, text: str) -> Source:
    """Return what a scan names: a part or a medium."""
    work, own = task.work, parse_code(text)
    if own is not None and own.kind is CodeKind.DEVICE:
        raise Refused("container_source_device", device=device_of(work, text).code)
    if own is not None and own.kind is CodeKind.PART:
        return _part_source(work, part_of(work, text))
    medium = _medium(work, text)
    if medium is None:
        raise Refused("container_source_unknown", source=text[:40])
    return _medium_source(work, medium)


def _medium(work: UnitOfWork, text: str) -> StorageMedium | None:
    own = parse_code(text)
    if own is not None:
        return work.media.by_code(str(own)) if own.kind is CodeKind.MEDIUM else None
    key = serial_key(text)
    found = [one for one in work.media.by_serial(key) if one.removed_at] if key else []
    return found[0] if len(found) == 1 else None


def _part_source(work: UnitOfWork, part: Part) -> Source:
    donor = work.devices.by_id(part.donor_id) if part.donor_id is not None else None
    medium = work.media.by_id(part.medium_id) if part.medium_id is not None else None
    codes = [part.code, *([donor.code] if donor else ())]
    codes += [medium.code] if medium is not None and medium.code else []
    return Source(part.code, tuple(codes), part=part)


def _medium_source(work: UnitOfWork, medium: StorageMedium) -> Source:
    part = work.parts.of_medium(medium.id)
    if part is not None and part.state != "withdrawn":
        return _part_source(work, part)
    device = work.devices.by_id(medium.device_id)
    codes = (device.code, *([medium.code] if medium.code else ()))
    return Source(name_of(medium), codes, medium=medium)


def _source_of(work: UnitOfWork, line: FractionLine) -> Source:
    if line.part_id is not None:
        return _part_source(work, work.parts.by_id(line.part_id))
    if line.medium_id is not None:
        return _medium_source(work, work.media.by_id(line.medium_id))
    assert line.dismantling_id is not None, "grams come from one of three"
    row = work.dismantlings.by_id(line.dismantling_id)
    device = work.devices.by_id(row.device_id)
    return Source(device.code, (device.code,), device=device)


def _place_of(work: UnitOfWork, source: Source) -> Place | None:
    """Return where a part or medium lies before it is given up."""
    if source.part is not None:
        return work.places.of_id(source.part.place_id)
    if source.medium is not None:
        return work.places.of_id(work.media.place_of(source.medium.id))
    return None


def _place_before(work: UnitOfWork, line: FractionLine) -> Place | None:
    """Return where a part or medium lay before it was given up, as its entry says."""
    entry = next(work.journal.entries(line.seq - 1), None)
    body = json.loads(entry.body) if entry is not None else {}
    code = body.get("place") or body.get("was_at")
    return work.places.find(code) if isinstance(code, str) else None
