"""Grams into a container and back out, inside a handler's own transaction.

The caller writes the one entry, with the container's code among its subjects:

    line = filling.put(task, "AS0000000123", 1214, weighed="scale", tolerance_g=2,
                       dismantling=dismantling)
    filled = filling.as_entry(task.work, line)
    task.work.journal.append(Tag.CONTAINER_FILLED, filled["container"], (device.code,), **filled)

A part or a medium of which the records know the weight keeps it: what was weighed once is not
changed by a second weighing, so that no gram is counted twice or lost.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from serkut_desk.domain.codes import CodeKind, parse_code
from serkut_desk.domain.containers import HEAVIEST_G, ContainerState, demand_state
from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.parts import PartAction, PartState
from serkut_desk.domain.parts import demand as demand_of_part
from serkut_desk.domain.weighing import grams_words
from serkut_desk.stations import media_moves, waste
from serkut_desk.stations.facts import name_of

if TYPE_CHECKING:
    from datetime import datetime

    from serkut_desk.domain.devices import Place, StorageMedium
    from serkut_desk.records.containers import Container, FractionLine
    from serkut_desk.records.dismantlings import Dismantling
    from serkut_desk.records.spare_parts import Part
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.handling import Task


def container_of(work: UnitOfWork, code: str) -> Container:
    """Return the container with this code.

    Raises:
        Refused: `container_unknown`.
    """
    own = parse_code(code)
    known = own is not None and own.kind is CodeKind.CONTAINER
    found = work.containers.by_code(str(own)) if known else None
    if found is None:
        raise Refused("container_unknown", container=code)
    return found


def open_container(work: UnitOfWork, code: str) -> Container:
    """Return a container that takes something.

    Raises:
        Refused: `container_unknown`, or what its state forbids.
    """
    found = container_of(work, code)
    demand_state(ContainerState.OPEN, found.state, found.code)
    return found


def put(
    task: Task,
    container_code: str,
    weight_g: int | None,
    *,
    weighed: str,
    tolerance_g: int,
    dismantling: Dismantling | None = None,
    part: Part | None = None,
    medium: StorageMedium | None = None,
    destroyed: bool = False,
) -> FractionLine:
    """Put grams into a container; exactly one of the three says where they come from.

    A part goes from stock into the container: it has no place and no reservation any more. A
    medium that is also a part goes as that part. The container is touched; the caller writes
    the entry.

    Args:
        task: The handler's task.
        container_code: Of an open container; its fraction is what the grams are.
        weight_g: Grams; None takes the weight that the records have of the part or medium.
        weighed: `key` or `scale`.
        tolerance_g: How far this weighing may be off.
        dismantling: A device that is being taken apart.
        part: A part in stock that is given up.
        medium: A medium outside its device that is given up.
        destroyed: It was just destroyed, and its pieces cannot lie anywhere else: nobody has
            approved that yet, and until then the container does not leave.

    Raises:
        Misused: `container_weight_wrong` or `container_weight_missing`.
        Refused: `container_unknown`, what its state forbids, `container_full`,
            `container_line_closed`, `container_part_reserved`, `container_medium_inside`,
            `container_medium_there`, `container_weight_differs`, what a part's state forbids, or
            what gate 2 says.
    """
    work = task.work
    assert [dismantling, part, medium].count(None) == 2, "grams come from one thing"  # noqa: PLR2004 - of three, two are absent
    container = open_container(work, container_code)
    if medium is not None and (known := _as_part(work, medium)) is not None:
        part, medium = known, None
    if dismantling is not None and dismantling.state != "open":
        raise Refused("container_line_closed", container=container.code)
    if part is not None:
        _demand_part(work, part)
    if medium is not None:
        _demand_medium(work, medium, destroyed=destroyed)
    grams = _grams(weight_g, tolerance_g, _known_g(work, part, medium))
    demand_room(work, container, grams)
    seq = task.work.journal.next_seq()
    line_id = work.containers.lines.add(
        container_id=container.id,
        fraction=container.fraction,
        weight_g=grams,
        tolerance_g=tolerance_g,
        weighed=weighed,
        dismantling_id=dismantling.id if dismantling else None,
        part_id=part.id if part else None,
        medium_id=medium.id if medium else None,
        at=task.now,
        by=task.actor,
        undone_at=None,
        undone_by=None,
        seq=seq,
    )
    if part is not None:
        _give_up(work, part, container, seq, task.actor)
    if medium is not None:
        work.media.put_away(medium.id, None)
    if container.begun_at is None:
        begin(work, container, task.now)
    work.containers.touch(container.id, seq, task.actor)
    return work.containers.lines.by_id(line_id)


def take_back(task: Task, line: FractionLine, *, place: Place | None = None) -> None:
    """Take grams out of an open container again; the caller writes the entry.

    Args:
        task: The handler's task.
        line: What was put in.
        place: Where a part or medium lies now; None leaves it without a place.

    Raises:
        Refused: `container_line_undone`, `container_line_closed`, or what its state forbids.
    """
    work = task.work
    container = work.containers.by_id(line.container_id)
    if line.undone_at is not None:
        raise Refused("container_line_undone", container=container.code)
    demand_state(ContainerState.OPEN, container.state, container.code)
    if line.dismantling_id is not None and _is_closed(work, line.dismantling_id):
        raise Refused("container_line_closed", container=container.code)
    seq = task.work.journal.next_seq()
    work.containers.lines.change(line.id, undone_at=task.now, undone_by=task.actor)
    if line.part_id is not None:
        work.parts.change(
            line.part_id,
            state=PartState.STOCK.value,
            container_id=None,
            place_id=place.id if place else None,
            touched_seq=seq,
            touched_by=task.actor,
        )
    if line.medium_id is not None and place is not None:
        work.media.put_away(line.medium_id, place.id)
    rest = work.containers.lines.standing(container.id)
    begin(work, container, rest[0].at if rest else None)
    work.containers.touch(container.id, seq, task.actor)


def begin(work: UnitOfWork, container: Container, at: datetime | None) -> None:
    """Let a container's time run from `at`; None when nothing is in it."""
    days = container.limit_days
    due = at + timedelta(days=days) if at is not None and days is not None else None
    work.containers.change(container.id, begun_at=at, due_at=due)


def as_entry(work: UnitOfWork, line: FractionLine) -> dict[str, object]:
    """Return what an entry says of grams that went in or came back out."""
    return {
        "line": line.id,
        "source": source_name(work, line),
        "container": work.containers.by_id(line.container_id).code,
        "fraction": line.fraction,
        "weight_g": line.weight_g,
        "tolerance_g": line.tolerance_g,
        "weighed": line.weighed,
    }


def source_name(work: UnitOfWork, line: FractionLine) -> str:
    """Return the code of what grams come from; a medium without a code by its serial."""
    if line.part_id is not None:
        return work.parts.by_id(line.part_id).code
    if line.medium_id is not None:
        medium = work.media.by_id(line.medium_id)
        return medium.code or name_of(medium)
    assert line.dismantling_id is not None, "grams come from one of three"
    return work.devices.by_id(work.dismantlings.by_id(line.dismantling_id).device_id).code


def _as_part(work: UnitOfWork, medium: StorageMedium) -> Part | None:
    """Return the part that a medium is too, None when it is none."""
    found = work.parts.of_medium(medium.id)
    return None if found is None or found.state == PartState.WITHDRAWN.value else found


def _demand_part(work: UnitOfWork, part: Part) -> None:
    demand_of_part(PartAction.SCRAP, part.state, part.code)
    if part.reserved_id is not None:
        raise Refused("container_part_reserved", part=part.code)
    if part.medium_id is not None:
        media_moves.demand_may_leave(work, work.media.by_id(part.medium_id))


def _demand_medium(work: UnitOfWork, medium: StorageMedium, *, destroyed: bool) -> None:
    if medium.removed_at is None:
        raise Refused("container_medium_inside", medium=name_of(medium))
    if work.containers.lines.of_medium(medium.id) is not None:
        raise Refused("container_medium_there", medium=name_of(medium))
    if not destroyed:
        media_moves.demand_may_leave(work, medium)


def _known_g(work: UnitOfWork, part: Part | None, medium: StorageMedium | None) -> int | None:
    """Return what the records know a part or medium to weigh; the first of the two that does."""
    if part is not None and part.medium_id is not None:
        medium = work.media.by_id(part.medium_id)
    # A balance counts a medium by its own weight.
    if medium is not None and medium.weight_g:
        return medium.weight_g
    return part.weight_g if part is not None else None


def _grams(weight_g: int | None, tolerance_g: int, known: int | None) -> int:
    """Return what counts: the weight that is known, else the one given now."""
    if not 0 <= tolerance_g <= HEAVIEST_G:
        raise Misused("container_weight_wrong", weight_g=tolerance_g)
    if weight_g is None:
        if not known:
            raise Misused("container_weight_missing")
        return known
    if not 0 < weight_g <= HEAVIEST_G:
        raise Misused("container_weight_wrong", weight_g=weight_g)
    if not known:
        return weight_g
    may_differ = max(tolerance_g, waste.shipped_list().same_weight_g)
    if abs(weight_g - known) > may_differ:
        raise Refused(
            "container_weight_differs", known=grams_words(known), weight=grams_words(weight_g)
        )
    return known


def demand_room(work: UnitOfWork, container: Container, grams: int) -> None:
    """Do nothing when a container takes so many grams more.

    Raises:
        Refused: `container_full`.
    """
    inside = work.containers.lines.sum_g(container.id)
    if container.limit_g is not None and inside + grams > container.limit_g:
        raise Refused(
            "container_full",
            container=container.code,
            limit=grams_words(container.limit_g),
            free=grams_words(max(0, container.limit_g - inside)),
        )


def _give_up(work: UnitOfWork, part: Part, container: Container, seq: int, by: str) -> None:
    if part.medium_id is not None:
        work.media.put_away(part.medium_id, None)
    work.parts.change(
        part.id,
        state=PartState.SCRAPPED.value,
        container_id=container.id,
        place_id=None,
        touched_seq=seq,
        touched_by=by,
    )


def _is_closed(work: UnitOfWork, dismantling_id: int) -> bool:
    """Tell whether a device's balance is summed up, so that its lines stay."""
    return work.dismantlings.by_id(dismantling_id).state != "open"
