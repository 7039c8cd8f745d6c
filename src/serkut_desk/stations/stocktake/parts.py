"""Parts in a counting: scanned like devices; what nobody saw is missing, with the reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.domain.codes import CodeKind, parse_code
from serkut_desk.domain.events import Tag
from serkut_desk.domain.parts import PartState
from serkut_desk.domain.stocktake import MARKS, MarkWord, Seen, part_seen

if TYPE_CHECKING:
    from serkut_desk.domain.devices import Place
    from serkut_desk.records.spare_parts import Part
    from serkut_desk.records.stocktakes import Stocktake
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.handling import Task


@dataclass(frozen=True, slots=True)
class PartScan:
    """The answer to the scan of a part; `recorded` names the place where the records had it."""

    part: Part
    seen: Seen
    recorded: str | None
    moved: bool


def part_scanned(work: UnitOfWork, text: str) -> Part | None:
    """Return the part that a scan names by its own code."""
    own = parse_code(text)
    known = own is not None and own.kind is CodeKind.PART
    return work.parts.by_code(str(own)) if known else None


def scan(task: Task, counting: Stocktake, place: Place, part: Part) -> PartScan:
    """Answer the scan of a part and remember it; one from elsewhere is here from now on."""
    work = task.work
    mark = work.stocktakes.part_mark_of(counting.id, part.id)
    marked = mark.result if mark else None
    answer = part_seen(PartState(part.state), here=part.place_id == place.id, marked=marked)
    was = work.places.of_id(part.place_id)
    moved = answer is Seen.ELSEWHERE
    if moved:
        _move_here(task, part, place, was)
    if answer is not Seen.AGAIN:
        said = {
            "result": MARKS[answer].value,
            "recorded_place_id": part.place_id,
            "marked_at": task.now,
            "marked_by": task.actor,
        }
        if mark is None:
            work.stocktakes.part_marks.add(stocktake_id=counting.id, part_id=part.id, **said)
        else:
            work.stocktakes.part_marks.change(mark.id, **said)
    return PartScan(part, answer, was.name if was else None, moved)


def _move_here(task: Task, part: Part, place: Place, was: Place | None) -> None:
    """Record that a part is at the counted place; a missing one is found by it."""
    if part.state == PartState.MISSING:
        head = task.work.journal.append(
            Tag.PART_FOUND, part.code, (place.code,), place=place.code, made=False, label=None
        )
    else:
        head = task.work.journal.append(
            Tag.PART_MOVED,
            part.code,
            (place.code,),
            place=place.code,
            name=place.name,
            made=False,
            moves=[[part.code, was.code if was else None]],
        )
    task.work.parts.change(
        part.id,
        state=PartState.STOCK.value,
        place_id=place.id,
        touched_seq=head.seq,
        touched_by=task.actor,
    )


def miss(task: Task, counting: Stocktake, place: Place, left: tuple[int, ...]) -> list[Part]:
    """Mark what nobody saw as missing; it is kept for no order any more."""
    parts = [task.work.parts.by_id(number) for number in left]
    for part in parts:
        task.work.stocktakes.part_marks.add(
            stocktake_id=counting.id,
            part_id=part.id,
            result=MarkWord.MISSING.value,
            recorded_place_id=place.id,
            marked_at=task.now,
            marked_by=task.actor,
        )
        task.work.parts.change(
            part.id, state=PartState.MISSING.value, place_id=None, reserved_id=None
        )
    return parts


def codes_by_word(work: UnitOfWork, counting: Stocktake, word: MarkWord) -> list[str]:
    """Return codes of the parts of which a counting said this."""
    marks = work.stocktakes.part_marks_of(counting.id)
    return [work.parts.by_id(mark.part_id).code for mark in marks if mark.result is word]
