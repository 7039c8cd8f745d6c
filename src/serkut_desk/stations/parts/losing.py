"""Parts that go: into a container, or nobody knows where."""

from __future__ import annotations

from serkut_desk.domain.events import Tag
from serkut_desk.domain.parts import PartAction, PartState, demand
from serkut_desk.domain.permissions import Permission
from serkut_desk.stations import filling, part_making, part_rules, places
from serkut_desk.stations.handling import Task, handles
from serkut_desk.stations.parts.commands import FoundPart, MissingPart, PartDone, ScrapPart
from serkut_desk.stations.parts.writing import written
from serkut_desk.stations.wording import short_text


@handles(ScrapPart, Permission.PARTS)
def scrap_part(task: Task, command: ScrapPart) -> PartDone:
    """Put a part into a container; one that stores data only after its own proof (gate 2).

    Raises:
        Refused: `part_unknown`, `part_is_fitted` and its likes, as `filling.put`.
        Misused: As `filling.put`.
    """
    part = part_rules.part_of(task.work, command.part)
    demand(PartAction.SCRAP, part.state, part.code)
    where = task.work.places.of_id(part.place_id)
    typical = part_rules.types().of(part.type).weight_g
    known = command.weight_g if command.weight_g is not None else part.weight_g
    line = filling.put(
        task,
        command.container,
        typical if known is None else known,
        weighed="key",
        tolerance_g=0 if known is not None else typical,
        part=part,
    )
    said = filling.as_entry(task.work, line)
    named = (str(said["container"]),)
    place = None if where is None else where.code
    now = task.work.parts.by_id(part.id)
    task.work.labels.cancel_waiting(part.code, task.now)
    return written(task, Tag.CONTAINER_FILLED, now, named, said=said, was_at=place)


@handles(MissingPart, Permission.PARTS)
def missing_part(task: Task, command: MissingPart) -> PartDone:
    """Say that a part is not where it should be.

    Raises:
        Refused: `part_unknown`, `part_is_fitted` and its likes.
        Misused: `text_missing`.
    """
    part = part_rules.part_of(task.work, command.part)
    demand(PartAction.MISS, part.state, part.code)
    reason = short_text(command.reason, "reason")
    where = task.work.places.of_id(part.place_id)
    task.work.parts.change(part.id, state=PartState.MISSING.value, place_id=None, reserved_id=None)
    now = task.work.parts.by_id(part.id)
    place = None if where is None else where.code
    return written(task, Tag.PART_MISSING, now, reason=reason, was_at=place)


@handles(FoundPart, Permission.PARTS)
def found_part(task: Task, command: FoundPart) -> PartDone:
    """Say that a missing part was found.

    Raises:
        Refused: `part_unknown`, `part_in_stock` and its likes, `place_unknown`.
    """
    part = part_rules.part_of(task.work, command.part)
    demand(PartAction.FIND, part.state, part.code)
    place, made = places.find_or_make(task, command.place)
    task.work.parts.change(part.id, state=PartState.STOCK.value, place_id=place.id)
    label = part_making.queue_label(task, task.work.parts.by_id(part.id), replaces=True)
    now = task.work.parts.by_id(part.id)
    return written(
        task, Tag.PART_FOUND, now, (place.code,), label=label, place=place.code, made=made
    )
