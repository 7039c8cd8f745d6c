"""Parts are counted by their labels as devices are; what is missing opens no incident."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factories import make_device, make_lot
from on_bench import in_repair
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.stocktake import Seen
from serkut_desk.stations.devices.commands import MoveDevices, UndoLast
from serkut_desk.stations.parts.commands import AddPart, FitPart, FoundPart, ReservePart
from serkut_desk.stations.stocktake import queries
from serkut_desk.stations.stocktake.commands import CloseCount, OpenCount, ScanInCount

if TYPE_CHECKING:
    from kit import Workshop
    from serkut_desk.records.spare_parts import Part
    from serkut_desk.stations.stocktake.commands import Scanned


def part_at(workshop: Workshop, place: str = "Laari 1") -> Part:
    return workshop.desk.do(workshop.worker, AddPart("memory", "Tukku", place=place)).part


def scan(workshop: Workshop, text: str) -> Scanned:
    return workshop.desk.do(workshop.worker, ScanInCount("Laari 1", text))


def now(workshop: Workshop, part: Part) -> Part:
    with workshop.desk.database.reading() as work:
        return work.parts.by_id(part.id)


def test_parts_and_devices_of_a_place_are_counted_together(workshop: Workshop) -> None:
    lot = make_lot(workshop)
    device = make_device(workshop, lot=lot)
    workshop.desk.do(workshop.worker, MoveDevices((device.code,), "Laari 1"))
    here, other, lost = (
        part_at(workshop),
        part_at(workshop, "Laari 2"),
        part_at(workshop),
    )
    order = in_repair(workshop, make_device(workshop, lot=lot))
    fitted = part_at(workshop, "Laari 2")
    workshop.desk.do(workshop.worker, FitPart(fitted.code, order.code))
    workshop.desk.do(workshop.worker, ReservePart(lost.code, order.code))
    opened = workshop.desk.do(workshop.worker, OpenCount("Laari 1"))
    assert (opened.counted, opened.expected) == (0, 3)
    found = scan(workshop, here.code.lower())
    assert (found.seen, found.part, found.counted) == (Seen.FOUND, here.code, 1)
    assert scan(workshop, here.code).seen is Seen.AGAIN
    moved = scan(workshop, other.code)
    assert (moved.seen, moved.recorded, moved.moved) == (Seen.ELSEWHERE, "Laari 2", True)
    assert (moved.counted, moved.expected) == (2, 4)
    assert scan(workshop, fitted.code).seen is Seen.FITTED
    assert now(workshop, fitted).state == "fitted"
    scan(workshop, device.code)
    view = queries.count(workshop.desk, workshop.worker, "Laari 1")
    assert [one.code for one in view.missing] == [lost.code]
    assert {one.device.code for one in view.scans} == {
        device.code,
        here.code,
        other.code,
        fitted.code,
    }
    with pytest.raises(Refused, match="count_devices_missing"):
        workshop.desk.do(workshop.worker, CloseCount("Laari 1"))
    done = workshop.desk.do(workshop.worker, CloseCount("Laari 1", 1))
    assert (done.missing, done.missing_parts, done.media_parts) == ((), (lost.code,), ())
    gone = now(workshop, lost)
    assert (gone.state, gone.place_id, gone.reserved_id) == ("missing", None, None)
    assert queries.missing(workshop.desk, workshop.worker) == ()
    with workshop.desk.database.reading() as work:
        last = work.journal.about(lost.code)[-1]
        marks = {
            work.parts.by_id(one.part_id).code: one.result.value
            for one in work.stocktakes.part_marks.all()
        }
    assert last.tag == "place:stocktake:closed"
    assert gone.touched_seq == last.seq
    assert marks == {
        here.code: "found",
        other.code: "elsewhere",
        fitted.code: "unexpected",
        lost.code: "missing",
    }


def test_a_missing_part_is_found_by_the_next_counting(workshop: Workshop) -> None:
    part = part_at(workshop)
    workshop.desk.do(workshop.worker, OpenCount("Laari 1"))
    workshop.desk.do(workshop.worker, CloseCount("Laari 1", 1))
    workshop.desk.do(workshop.worker, OpenCount("Laari 1"))
    assert scan(workshop, part.code).seen is Seen.ELSEWHERE
    back = now(workshop, part)
    assert (back.state, back.place_id) == ("stock", part.place_id)
    with pytest.raises(Refused, match="part_in_stock"):
        workshop.desk.do(workshop.worker, FoundPart(part.code, "Laari 1"))


def test_a_part_that_was_moved_by_its_scan_goes_back_by_undo(workshop: Workshop) -> None:
    part = part_at(workshop, "Laari 2")
    part_at(workshop)
    workshop.desk.do(workshop.worker, OpenCount("Laari 1"))
    scan(workshop, part.code)
    assert workshop.desk.do(workshop.worker, UndoLast()).parts == (part.code,)
    assert now(workshop, part).place_id == part.place_id
