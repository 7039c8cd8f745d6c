"""Whatever is done in whatever order: a part is in one place, and both histories say the same."""

from __future__ import annotations

import contextlib
import json
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factories import make_device, make_lot
from kit import make_workshop
from on_bench import close_order, in_repair
from serkut_desk.domain.errors import KnownFailure
from serkut_desk.domain.parts import PartTest
from serkut_desk.domain.weighing import Weighed, Weighing
from serkut_desk.records.part_check import check_parts
from serkut_desk.stations.containers.commands import OpenContainer
from serkut_desk.stations.devices.commands import UndoLast
from serkut_desk.stations.parts.commands import (
    AddPart,
    FitPart,
    FoundPart,
    FreePart,
    MissingPart,
    MoveParts,
    ReservePart,
    ScrapPart,
    TakePart,
    TestPart,
    WantPart,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

    from kit import Workshop
    from serkut_desk.records.spare_parts import Part
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.handling import Command

MACHINES = 3
# Which deed, which part, which machine.
DEEDS = st.lists(
    st.tuples(st.integers(0, 12), st.integers(0, 4), st.integers(0, MACHINES - 1)), max_size=24
)


def deed(number: int, part: str, machine: str, box: str) -> Command[Any]:
    """Return one of the things that people do with parts."""
    made: tuple[Callable[[], Command[Any]], ...] = (
        lambda: TakePart(machine, "screen"),
        lambda: TakePart(machine, part=part),
        lambda: TakePart(machine, part=part, place="Laari 2"),
        lambda: FitPart(part, machine),
        lambda: FitPart(part, machine),
        lambda: MoveParts((part,), "Laari 1"),
        lambda: ReservePart(part, machine),
        lambda: FreePart(part),
        UndoLast,
        lambda: MissingPart(part, "ei laarissa"),
        lambda: FoundPart(part, "Laari 3"),
        lambda: WantPart("screen", order=machine),
        lambda: ScrapPart(part, box),
    )
    return made[number]()


def all_parts(work: UnitOfWork) -> list[Part]:
    states = {"stock", "fitted", "scrapped", "missing", "withdrawn"}
    return work.parts.listed(states=states)


def holds(work: UnitOfWork, machines: list[str]) -> None:
    """See that no part is in two places and that every history is the mirror of the other."""
    for part in all_parts(work):
        stays = work.parts.stays.of_part(part.id)
        inside = [stay for stay in stays if stay.taken_at is None]
        assert len(inside) == (part.state == "fitted")
        assert [stay.device_id for stay in inside] == [part.device_id] * len(inside)
        assert part.place_id is None or part.state == "stock"
        assert (part.container_id is not None) == (part.state == "scrapped")
        lines = work.containers.lines.of_part(part.id)
        assert (lines is not None) == (part.state == "scrapped")
        entries = work.journal.about(part.code)
        named = {
            (entry.seq, code)
            for entry in entries
            for code in json.loads(entry.body)["subjects"]
            if code in machines
        }
        other = {
            (entry.seq, code)
            for code in machines
            for entry in work.journal.about(code)
            if part.code in json.loads(entry.body)["subjects"]
        }
        assert named == other
        by_seq = {entry.seq: entry for entry in entries}
        for stay in stays:
            device = work.devices.by_id(stay.device_id).code
            for seq, tag in ((stay.fitted_seq, "fitted"), (stay.taken_seq, "taken")):
                if seq is not None:
                    assert by_seq[seq].tag == f"part:parts:{tag}"
                    assert (seq, device) in named
        last = stays[-1] if stays else None
        if last is not None and last.taken_seq and part.touched_seq == last.taken_seq:
            assert part.state == "stock"


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(deeds=DEEDS)
def test_no_part_is_in_two_places_and_each_history_mirrors_the_other(
    tmp_path_factory: pytest.TempPathFactory, deeds: list[tuple[int, int, int]]
) -> None:
    workshop: Workshop = make_workshop(tmp_path_factory.mktemp("parts"), waits=False)
    lot = make_lot(workshop)
    devices = [make_device(workshop, lot=lot) for _ in range(MACHINES)]
    machines = [device.code for device in devices]
    orders = [in_repair(workshop, device) for device in devices]
    for _ in range(2):
        workshop.desk.do(workshop.worker, AddPart("screen", "Tukku"))
    tare = Weighed(12_000, Weighing.KEY, 5)
    box = workshop.desk.do(workshop.worker, OpenContainer("displays", tare)).container
    for number, which, at in deeds:
        with workshop.desk.database.reading() as work:
            parts = sorted(one.code for one in all_parts(work))
        with contextlib.suppress(KnownFailure):
            workshop.desk.do(
                workshop.worker, deed(number, parts[which % len(parts)], machines[at], box)
            )
        with workshop.desk.database.reading() as work:
            holds(work, machines)
    close_order(workshop, orders[0])
    with workshop.desk.database.reading() as work:
        holds(work, machines)


def test_the_property_sees_a_part_that_was_fitted_and_taken(workshop: Workshop) -> None:
    device = make_device(workshop)
    in_repair(workshop, device)
    part = workshop.desk.do(workshop.worker, TakePart(device.code, "screen")).part
    workshop.desk.do(workshop.worker, TestPart(part.code, PartTest.PASSED))
    workshop.desk.do(workshop.worker, FitPart(part.code, device.code))
    workshop.desk.do(workshop.worker, TakePart(device.code, part=part.code))
    with workshop.desk.database.reading() as work:
        assert len(work.parts.stays.of_part(part.id)) == 2
        holds(work, [device.code])


def test_the_check_of_the_records_sees_a_part_that_no_entry_put_there(workshop: Workshop) -> None:
    lot = make_lot(workshop)
    device, other = make_device(workshop, lot=lot), make_device(workshop, lot=lot)
    in_repair(workshop, device)
    part = workshop.desk.do(workshop.worker, TakePart(device.code, "screen")).part
    workshop.desk.do(workshop.worker, FitPart(part.code, device.code))
    with workshop.desk.database.reading() as work:
        assert check_parts(work.connection) == ()
    with workshop.desk.database.work() as work:
        stay = work.parts.stays.open_of(part.id)
        assert stay is not None
        work.parts.stays.change(stay.id, device_id=other.id)
        found = check_parts(work.connection)
        assert [one.about for one in found] == [part.code]
        work.parts.change(part.id, device_id=other.id)
        assert [one.about for one in check_parts(work.connection)] == [part.code]
        work.parts.stays.drop(stay.id)
        assert [one.about for one in check_parts(work.connection)] == [part.code]
