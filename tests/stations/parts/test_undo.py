"""F9 takes back one's own last deed with a part, as the house's one undo does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factories import make_device, make_lot
from on_bench import close_order, in_repair
from serkut_desk.domain.errors import Refused
from serkut_desk.stations.devices.commands import UndoLast
from serkut_desk.stations.parts.commands import (
    AddPart,
    FitPart,
    FreePart,
    MoveParts,
    ReservePart,
    TakePart,
    WantPart,
)

if TYPE_CHECKING:
    from kit import Workshop
    from serkut_desk.domain.people import Session
    from serkut_desk.records.spare_parts import Part


def now(workshop: Workshop, part: Part) -> Part:
    with workshop.desk.database.reading() as work:
        return work.parts.by_id(part.id)


def undo(workshop: Workshop, by: Session | None = None) -> tuple[str, ...]:
    return workshop.desk.do(by or workshop.worker, UndoLast()).parts


def test_every_deed_is_taken_back_step_by_step(workshop: Workshop) -> None:
    lot = make_lot(workshop)
    order = in_repair(workshop, make_device(workshop, lot=lot))
    part = workshop.desk.do(workshop.worker, AddPart("memory", "Tukku", place="Laari 1")).part
    want = workshop.desk.do(workshop.worker, WantPart("memory", order=order.code)).want
    workshop.desk.do(workshop.worker, MoveParts((part.code,), "Laari 2"))
    moved = now(workshop, part)
    workshop.desk.do(workshop.worker, ReservePart(part.code, order.code))
    workshop.desk.do(workshop.worker, FitPart(part.code, order.code))
    assert now(workshop, part).state == "fitted"
    assert undo(workshop) == (part.code,)
    back = now(workshop, part)
    assert (back.state, back.place_id, back.reserved_id) == ("stock", moved.place_id, order.id)
    with workshop.desk.database.reading() as work:
        assert work.parts.stays.of_part(part.id) == []
        found = work.parts.wants.by_id(want.id)
    assert found is not None
    assert found.closed_at is None
    undo(workshop)
    assert now(workshop, part).reserved_id is None
    undo(workshop)
    assert now(workshop, part).place_id == part.place_id
    undo(workshop)
    assert now(workshop, part).state == "withdrawn"
    with pytest.raises(Refused, match="part_is_withdrawn"):
        workshop.desk.do(workshop.worker, MoveParts((part.code,), "Laari 2"))


def test_a_part_goes_back_into_the_device_it_was_taken_from(workshop: Workshop) -> None:
    device = make_device(workshop)
    in_repair(workshop, device)
    part = workshop.desk.do(workshop.worker, TakePart(device.code, "screen")).part
    done = workshop.desk.do(workshop.worker, UndoLast())
    assert (done.devices, done.parts) == ((device.code,), (part.code,))
    gone = now(workshop, part)
    assert gone.state == "withdrawn"
    with workshop.desk.database.reading() as work:
        assert work.parts.stays.of_part(part.id) == []
        assert [job.state.value for job in work.labels.of_code(part.code)] == ["cancelled"]
    bought = workshop.desk.do(workshop.worker, AddPart("memory", "Tukku")).part
    workshop.desk.do(workshop.worker, FitPart(bought.code, device.code))
    workshop.desk.do(workshop.worker, TakePart(device.code, part=bought.code))
    undo(workshop)
    again = now(workshop, bought)
    assert (again.state, again.device_id) == ("fitted", device.id)


def test_a_reservation_that_was_ended_comes_back(workshop: Workshop) -> None:
    order = in_repair(workshop, make_device(workshop))
    part = workshop.desk.do(workshop.worker, AddPart("memory", "Tukku")).part
    workshop.desk.do(workshop.worker, ReservePart(part.code, order.code))
    workshop.desk.do(workshop.worker, FreePart(part.code))
    undo(workshop)
    assert now(workshop, part).reserved_id == order.id


def test_nobody_undoes_what_another_touched_or_what_is_closed(workshop: Workshop) -> None:
    device = make_device(workshop)
    order = in_repair(workshop, device)
    part = workshop.desk.do(workshop.worker, AddPart("memory", "Tukku")).part
    workshop.desk.do(workshop.first, MoveParts((part.code,), "Laari 3"))
    with pytest.raises(Refused, match="touched_since"):
        undo(workshop)
    workshop.desk.do(workshop.worker, FitPart(part.code, order.code))
    close_order(workshop, order)
    with pytest.raises(Refused, match="no_work_order"):
        undo(workshop)
