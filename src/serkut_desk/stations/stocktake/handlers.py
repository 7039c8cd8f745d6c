"""Counting a place: begin, scan, end. What is missing then is handled in `missing`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.changes import Changes
from serkut_desk.domain.data_state import FREE_OF_DATA
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.lifecycle import Action, DeviceState, demand
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.plain_text import plain_line
from serkut_desk.domain.scan import holds_secret, masked
from serkut_desk.domain.stocktake import MARKS, MarkWord, Seen, missing, seen
from serkut_desk.stations import facts
from serkut_desk.stations.handling import Entries, Task, handles
from serkut_desk.stations.stocktake import parts

# The handlers of the other module belong to this station too.
from serkut_desk.stations.stocktake.closing import find_device, give_up
from serkut_desk.stations.stocktake.commands import (
    CloseCount,
    CountClosed,
    OpenCount,
    Opened,
    ScanInCount,
    Scanned,
)
from serkut_desk.stations.stocktake.counted import standing, unseen
from serkut_desk.stations.stocktake.finding import counting_of, device_scanned, place_of
from serkut_desk.stations.stocktake.telling import print_incident, report_missing, tell_missing
from serkut_desk.texts import Texts

if TYPE_CHECKING:
    from serkut_desk.domain.devices import Device, Place
    from serkut_desk.records.spare_parts import Part
    from serkut_desk.records.stocktakes import Stocktake

__all__ = [
    "close_count",
    "find_device",
    "give_up",
    "open_count",
    "print_incident",
    "report_missing",
    "scan_in_count",
    "tell_missing",
]


@handles(OpenCount, Permission.COUNT, entries=Entries.MAYBE)
def open_count(task: Task, command: OpenCount) -> Opened:
    """Begin a counting, or go on with the one that is under way; anybody may go on."""
    work = task.work
    place = place_of(work, command.place)
    counting = work.stocktakes.open_at(place.id)
    begun = counting is None
    if counting is None:
        number = work.stocktakes.add(place_id=place.id, opened_at=task.now, opened_by=task.actor)
        work.journal.append(Tag.COUNT_OPENED, place.code, stocktake=number, name=place.name)
        counting = work.stocktakes.by_id(number)
    now = standing(work, place.id, counting.id)
    changes = Changes(places=frozenset({place.code}), journal=True) if begun else Changes()
    return Opened(place, begun, now.counted, now.expected, changes)


@handles(ScanInCount, Permission.COUNT, entries=Entries.MAYBE)
def scan_in_count(task: Task, command: ScanInCount) -> Scanned:
    """Answer one scan and remember it.

    A device that the records have elsewhere is moved here at once, with its own entry: it is
    here, and whoever counts the other place must not miss it. What was seen where it belongs is
    named by the entry that ends the counting.
    """
    work = task.work
    place, counting = counting_of(work, command.place)
    part = parts.part_scanned(work, command.text)
    if part is not None:
        return _part(task, counting, place, part)
    device = device_scanned(work, command.text)
    answer, moved, recorded = Seen.UNKNOWN, False, None
    if device is not None:
        mark = work.stocktakes.mark_of(counting.id, device.id)
        here = device.place_id == place.id
        marked = mark.result if mark else None
        answer = seen(DeviceState(device.state), here=here, marked=marked)
        was = work.places.of_id(device.place_id)
        recorded = was.name if was else None
        if answer is Seen.ELSEWHERE:
            moved = True
            _move_here(task, device, place, was.code if was else None)
        if answer is not Seen.AGAIN:
            _mark(task, counting, device, answer, mark.id if mark else None)
    now = standing(work, place.id, counting.id)
    code = device.code if device else None
    return Scanned(
        answer,
        code,
        code or _shown(command.text),
        f"{device.manufacturer} {device.model}".strip() if device else "",
        recorded,
        moved,
        now.counted,
        now.expected,
        _of_scan(place, code, moved=moved, again=answer is Seen.AGAIN),
    )


def _part(task: Task, counting: Stocktake, place: Place, part: Part) -> Scanned:
    done = parts.scan(task, counting, place, part)
    now = standing(task.work, place.id, counting.id)
    again = done.seen is Seen.AGAIN
    moved = frozenset({part.code} if done.moved else ())
    changes = Changes(parts=moved, places=frozenset({place.code}), journal=done.moved)
    kind = Texts().say(f"part.type.{part.type}")
    return Scanned(
        done.seen,
        None,
        part.code,
        " ".join(filter(None, (kind, part.specification or part.model))),
        done.recorded,
        done.moved,
        now.counted,
        now.expected,
        Changes() if again else changes,
        part.code,
    )


def _shown(text: str) -> str:
    """Return what was scanned as it may be shown: no key and no personal code."""
    plain = plain_line(text)
    return masked(plain) if holds_secret(plain) else plain


def _of_scan(place: Place, code: str | None, *, moved: bool, again: bool) -> Changes:
    if code is None or again:
        return Changes()
    devices = frozenset({code} if moved else ())
    return Changes(devices=devices, places=frozenset({place.code}), journal=moved)


def _move_here(task: Task, device: Device, place: Place, before: str | None) -> None:
    """Record that a device is at the counted place; the person's undo takes it back."""
    demand(Action.MOVE, facts.gather(task.work, device, task.now).facts)
    head = task.work.journal.append(
        Tag.DEVICE_MOVED,
        device.code,
        (place.code,),
        place=place.code,
        name=place.name,
        made=False,
        moves=[[device.code, before]],
    )
    task.work.devices.change(device.id, place_id=place.id)
    task.work.devices.touch(device.id, head.seq, task.actor)


def _mark(task: Task, counting: Stocktake, device: Device, answer: Seen, known: int | None) -> None:
    """Remember what a scan said; a newer answer stands in the place of an older one."""
    marks = task.work.stocktakes.marks
    said = {
        "result": MARKS[answer].value,
        "recorded_place_id": device.place_id,
        "marked_at": task.now,
        "marked_by": task.actor,
    }
    if known is None:
        marks.add(stocktake_id=counting.id, device_id=device.id, **said)
    else:
        marks.change(known, **said)


@handles(CloseCount, Permission.COUNT)
def close_count(task: Task, command: CloseCount) -> CountClosed:
    """End a counting: what nobody saw is missing, and what of it bears data is an incident.

    What lies in an open handover's basket is explained and not missing.

    Raises:
        Refused: `count_devices_missing` when the person does not know how many are missing.
    """
    work = task.work
    place, counting = counting_of(work, command.place)
    marks = work.stocktakes.marks_of(counting.id)
    left = unseen(work, place.id, counting.id)
    lost = missing(left)
    left_parts = standing(work, place.id, counting.id).parts_left
    count = len(lost) + len(left_parts)
    if command.missing != count:
        raise Refused("count_devices_missing", count=count, place=place.name)
    said = Texts().say("stocktake.circumstances", place=place.name)
    missed = [_miss(task, counting, place, code, said) for code in lost]
    gone = parts.miss(task, counting, place, left_parts)
    gone_codes = tuple(part.code for part in gone)
    work.stocktakes.change(counting.id, closed_at=task.now, closed_by=task.actor)
    seen_ones = work.overview.lines(mark.device_id for mark in marks)
    codes = {
        word: tuple(
            line.code for mark, line in zip(marks, seen_ones, strict=True) if mark.result is word
        )
        for word in (MarkWord.FOUND, MarkWord.ELSEWHERE, MarkWord.UNEXPECTED)
    }
    baskets = tuple(one.code for one in left if one.basket is not None)
    head = work.journal.append(
        Tag.COUNT_CLOSED,
        place.code,
        (*lost, *gone_codes),
        stocktake=counting.id,
        name=place.name,
        count=count,
        found=list(codes[MarkWord.FOUND]),
        elsewhere=list(codes[MarkWord.ELSEWHERE]),
        unexpected=list(codes[MarkWord.UNEXPECTED]),
        missing=[[device.code, bears] for device, bears in missed],
        in_baskets=list(baskets),
        parts={word.value: parts.codes_by_word(work, counting, word) for word in MarkWord},
        reason=said,
    )
    for part in gone:
        work.parts.touch(part.id, head.seq, task.actor)
    for device, _ in missed:
        work.devices.touch(device.id, head.seq, task.actor)
    return CountClosed(
        place,
        codes[MarkWord.FOUND],
        codes[MarkWord.ELSEWHERE],
        codes[MarkWord.UNEXPECTED],
        lost,
        tuple(device.code for device, bears in missed if bears),
        baskets,
        Changes(
            devices=frozenset(lost),
            parts=frozenset(gone_codes),
            places=frozenset({place.code}),
            journal=True,
        ),
        gone_codes,
        tuple(part.code for part in gone if part.medium_id is not None),
    )


def _miss(
    task: Task, counting: Stocktake, place: Place, code: str, said: str
) -> tuple[Device, bool]:
    """Mark a device as missing; its place stays in the records as the last one known."""
    work = task.work
    device = work.devices.by_code(code)
    assert device is not None, "it was just read from the records"
    gathered = facts.gather(work, device, task.now)
    demand(Action.REPORT_MISSING, gathered.facts)
    bears = gathered.data_state not in FREE_OF_DATA
    work.incidents.add(
        device_id=device.id,
        stocktake_id=counting.id,
        noticed_at=task.now,
        noticed_by=task.actor,
        bears_data=bears,
        circumstances=said,
    )
    work.stocktakes.marks.add(
        stocktake_id=counting.id,
        device_id=device.id,
        result=MarkWord.MISSING.value,
        recorded_place_id=place.id,
        marked_at=task.now,
        marked_by=task.actor,
    )
    facts.refresh(work, device.id, task.now)
    return device, bears
