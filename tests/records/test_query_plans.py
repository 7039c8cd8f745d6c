"""What is asked at every scan is answered by an index, however much there is."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from asked import statements
from bench import workbench
from factories import insert_device, make_lot
from kit import START
from serkut_desk.domain.declared_medium import DeclaredMedium
from serkut_desk.domain.device_types import DeviceType
from serkut_desk.domain.media import MediumKind
from serkut_desk.domain.report_links import Told
from serkut_desk.domain.snapshot_keys import KeyKind
from serkut_desk.stations.containers import queries as boxes
from serkut_desk.stations.dismantling import queries as apart
from serkut_desk.stations.dismantling.commands import PutFraction
from serkut_desk.stations.home.queries import search
from serkut_desk.stations.installation import queries as systems
from serkut_desk.stations.intake.commands import ReceiveDevice
from serkut_desk.stations.parts import queries as parts
from serkut_desk.stations.parts.commands import FitPart
from serkut_desk.stations.repair import queries as repair

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from asked import Statement
    from kit import Workshop
    from serkut_desk.domain.lots import Lot
    from serkut_desk.records.unit_of_work import UnitOfWork

# The first two cannot grow; CONSTANT is a list in the statement itself. SQLite plans to read the
# last for the journal's foreign key, and does so only when a reference is broken already.
_SMALL = ("sqlite_master", "clock_mark", "CONSTANT", "journal_subject")

# A row for each policy there ever was; the newest entry, one row; a list in the statement itself.
_BENCH_SMALL = {"policy_version", "journal", "CONSTANT"}


def receive(workshop: Workshop, lot: Lot, number: int) -> list[Statement]:
    """Receive a device by its scan and return what was asked of the database."""
    command = ReceiveDevice(
        lot=lot.code,
        scans=(f"PF4{number:05d}",),
        sure=True,
        type=DeviceType.LAPTOP,
        manufacturer="Lenovo",
        model="ThinkPad T480",
        product=f"20L6S0A{number:03d}",
        media=(DeclaredMedium(f"S4EVNX0M{number:06d}", MediumKind.SSD),),
    )
    with statements(workshop) as found:
        assert not workshop.desk.do(workshop.worker, command).duplicate
    return found


def scans(work: UnitOfWork, asked: list[Statement]) -> list[str]:
    """Return steps of the plans that read a whole table."""
    steps = []
    for statement, parameters in asked:
        if statement.startswith(("BEGIN", "PRAGMA")):
            continue
        single = parameters[0] if isinstance(parameters, list) else parameters
        plan = work.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", single)
        steps += [str(step[3]) for step in plan if str(step[3]).startswith("SCAN")]
    return steps


def test_receiving_asks_as_much_of_a_full_house_as_of_an_empty_one(workshop: Workshop) -> None:
    lot = make_lot(workshop)
    receive(workshop, lot, 1)
    few = receive(workshop, lot, 2)
    for number in range(40):
        insert_device(workshop.desk, workshop.worker.person, lot, serial=f"ZZ{number}")
    many = receive(workshop, lot, 3)
    assert [statement for statement, _ in many] == [statement for statement, _ in few]


def test_receiving_reads_no_table_as_a_whole(workshop: Workshop) -> None:
    lot = make_lot(workshop)
    asked = receive(workshop, lot, 1)
    with workshop.desk.database.reading() as work:
        found = scans(work, asked)
    whole = [step for step in found if not step.split()[1].startswith(_SMALL)]
    # The newest entry: from the end, one row.
    assert whole == ["SCAN journal"]
    (head,) = [one for one, _ in asked if "ORDER BY journal.seq DESC" in one]
    assert "LIMIT" in head


@pytest.mark.parametrize(
    "ask",
    [
        lambda work: work.devices.by_code("SD0000000195"),
        lambda work: work.devices.by_id(1),
        lambda work: work.devices.by_serial("PF1"),
        lambda work: work.devices.alike(serial_key="PF1"),
        lambda work: work.devices.by_any("PF1", "PF1"),
        lambda work: work.media.by_serial("S4"),
        lambda work: work.media.of_device(1),
        lambda work: work.lots.named(1, serial_key="PF1"),
        lambda work: work.lots.known(1, ["PF1"]),
        lambda work: work.lots.missed("PF1", "PF1", "1"),
        lambda work: work.cages.of_lot(1),
        lambda work: work.cages.waiting(1),
        lambda work: work.runs.of_medium(1),
        lambda work: work.snapshots.any_waits(),
        lambda work: work.snapshots.wait_for(["PF1"]),
        lambda work: work.snapshots.waiting_with(["PF1", "S4"]),
        lambda work: work.snapshots.of_device(1),
        lambda work: work.snapshots.of_file("00"),
        lambda work: work.snapshots.keys_of(1),
        lambda work: work.snapshots.matched_with(KeyKind.UUID, "4C"),
        lambda work: work.snapshots.inside_of(1),
        lambda work: work.journal.about("SD0000000195"),
        lambda work: work.labels.of_code("SD0000000195"),
        lambda work: work.certificates.valid_of(1),
        lambda work: work.approvals.in_force(1),
        lambda work: work.looks.against(1),
        lambda work: work.looks.open_of(1),
        lambda work: work.looks.population(START, START),
        lambda work: work.looks.drawn("2026-11"),
        lambda work: work.looks.candidates(START, START),
        lambda work: work.looks.freezes.open_of(1),
        lambda work: work.inspections.in_force(1),
        lambda work: work.inspections.draft_of(1),
        lambda work: work.inspections.decision_of(1),
        lambda work: work.inspections.history(1),
        lambda work: work.inspections.decisions_of(1),
        lambda work: work.inspections.begun([1, 2]),
        lambda work: work.inspections.waiting("waiting_grade", 10),
        lambda work: work.handovers.by_code("LU0000000197"),
        lambda work: work.handovers.lines.active_of(1),
        lambda work: work.handovers.lines.of_handover(1),
        lambda work: work.handovers.of_device(1),
        lambda work: work.handovers.open_ones(),
        lambda work: work.handovers.commitment("MS1"),
        lambda work: work.handovers.course_proof("DK1"),
        lambda work: work.returns.of_device(1),
        lambda work: work.returns.sold(1),
        lambda work: work.returns.sold_in("LU0000000197"),
        lambda work: work.returns.of_exchange(1),
        lambda work: work.returns.paper_of(1, ("receipt", "slip")),
        lambda work: work.approvals.before_coming_back(1),
        lambda work: work.papers.of_handover(1),
        lambda work: work.papers.numbered("KU", 1),
        lambda work: work.quarantines.open_of(1),
        lambda work: work.incidents.missing(1),
        lambda work: work.stocktakes.open_at(1),
        lambda work: work.stocktakes.mark_of(1, 1),
        lambda work: work.stocktakes.marks_of(1),
        lambda work: work.stocktakes.met_since(1, START),
        lambda work: work.stocktakes.expected(1),
        lambda work: work.stocktakes.baskets([1]),
        lambda work: work.stocktakes.part_mark_of(1, 1),
        lambda work: work.stocktakes.part_marks_of(1),
        lambda work: work.parts.by_code("OS0000000145"),
        lambda work: work.parts.by_id(1),
        lambda work: work.parts.of_medium(1),
        lambda work: work.parts.by_serial("S4"),
        lambda work: work.parts.inside(1),
        lambda work: work.parts.from_device(1),
        lambda work: work.parts.reserved_for(1),
        lambda work: work.parts.at_place(1),
        lambda work: work.parts.listed(states={"stock"}, types={"memory"}, limit=9),
        lambda work: work.parts.listed(states={"stock"}, model_key="T480"),
        lambda work: work.parts.from_lot(1, {"memory"}),
        lambda work: work.parts.fits.of_part(1),
        lambda work: work.parts.stays.of_part(1),
        lambda work: work.parts.stays.of_device(1),
        lambda work: work.parts.stays.open_of(1),
        lambda work: work.parts.wants.by_id(1),
        lambda work: work.parts.wants.open_ones({"memory"}),
        lambda work: work.parts.wants.open_of_order(1),
        lambda work: work.parts.wants.of_order(1),
        lambda work: work.orders.by_code("TY0000000183"),
        lambda work: work.orders.by_id(1),
        lambda work: work.orders.open_of(1),
        lambda work: work.orders.of_device(1),
        lambda work: work.orders.in_state("in_work"),
        lambda work: work.orders.in_state("done", 20, newest=True),
        lambda work: work.orders.steps.of_order(1),
        lambda work: work.orders.outside.of_order(1),
        lambda work: work.orders.outside.open_of(1),
        lambda work: work.orders.safety.of_order(1),
        lambda work: work.orders.safety.of_device(1),
        lambda work: work.containers.by_code("AS0000000145"),
        lambda work: work.containers.of_shipment(1),
        lambda work: work.containers.lines.standing(1),
        lambda work: work.containers.lines.sum_g(1),
        lambda work: work.containers.lines.of_medium(1),
        lambda work: work.containers.lines.of_dismantling(1),
        lambda work: work.dismantlings.open_of(1),
        lambda work: work.dismantlings.of_device(1),
        lambda work: work.dismantlings.open_ones(),
        lambda work: work.dismantlings.waiting(),
        lambda work: work.dismantlings.steps.standing(1),
        lambda work: work.dismantlings.parts_g(1),
        lambda work: work.dismantlings.media_g(1),
        lambda work: work.installations.done.in_force(1),
        lambda work: work.installations.done.of_device(1),
        lambda work: work.medium_certificates.by_code("TT0000000137"),
        lambda work: work.medium_certificates.valid_of(1),
        lambda work: work.lot_certificates.by_code("TT0000000137"),
        lambda work: work.lot_certificates.valid_of(1),
        lambda work: work.lot_certificates.ended_under(1),
        lambda work: work.looks.doubt_lot(1),
        lambda work: work.looks.doubt_approval(1),
        lambda work: work.looks.doubt_approval(1, 1),
        lambda work: work.lot_certificates.devices(1),
        lambda work: work.lot_certificates.media(1),
        lambda work: work.certificates.waiting_of_lot(1),
        lambda work: work.statements.text_of("TT0000000137"),
        lambda work: work.statements.drives_of(1),
        lambda work: work.mixups.about(1),
        lambda work: work.mixups.open_of(1),
        lambda work: work.mixups.open_ones(),
        lambda work: work.advices.of_decision(1),
        lambda work: work.evidence.alike(Told("a", "b", "c", finished=True, claims=(), times="d")),
    ],
)
def test_a_hot_lookup_uses_an_index(
    workshop: Workshop, ask: Callable[[UnitOfWork], object]
) -> None:
    reading = workshop.desk.database.reading()
    with statements(workshop) as asked, reading as work, suppress(LookupError):
        ask(work)
    with workshop.desk.database.reading() as work:
        assert scans(work, asked) == []


def test_a_scan_at_a_bench_reads_no_table_as_a_whole(workshop: Workshop, tmp_path: Path) -> None:
    acts = workbench.prepare(workshop, tmp_path, 2)
    desk, worker = workshop.desk, workshop.worker
    fit, put = acts["fit"][0], acts["put"][0]
    assert isinstance(fit, FitPart)
    assert isinstance(put, PutFraction)
    with statements(workshop) as asked:
        for commands in acts.values():
            desk.do(worker, commands[0])
        parts.page(desk, worker, fit.part)
        apart.sheet(desk, worker, put.device)
        apart.queue(desk, worker)
        boxes.page(desk, worker, put.container)
        repair.look(desk, worker, fit.device)
        systems.bench(desk, worker)
    with workshop.desk.database.reading() as work:
        found = scans(work, asked)
    # What is open of a kind is read from its own index, and that is short.
    whole = {step.split()[1] for step in found if "USING" not in step}
    assert {table for table in whole if not table.startswith(_SMALL)} <= _BENCH_SMALL


def test_the_grams_of_one_device_are_found_from_its_own_parts(workshop: Workshop) -> None:
    """Nearly every part is no medium: an index of those that are would find all of them."""
    with workshop.desk.database.reading() as work, statements(workshop) as asked:
        work.dismantlings.parts_g(1)
        ((statement, parameters),) = asked
        plan = work.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
        first = str(plan.first()[3])  # type: ignore[index]  # a plan has a step
    assert first.startswith("SEARCH part_stay USING INDEX")


def test_counting_what_waits_is_one_question_without_reading_a_table(workshop: Workshop) -> None:
    lot = make_lot(workshop)
    receive(workshop, lot, 1)
    reading = workshop.desk.database.reading()
    with statements(workshop) as asked, reading as work:
        work.home.queues(workshop.clock.now(), near_days=14, near_percent=90)
    assert len([one for one in asked if one[0].startswith("SELECT")]) == 1
    with workshop.desk.database.reading() as work:
        steps = scans(work, asked)
    # Each queue is one row that was counted; what is read from end to end is an index of open ones.
    assert [step for step in steps if "anon_" not in step and "USING" not in step] == []


@pytest.mark.parametrize("text", ["4217", "think", "KU-17", "S4EVNX", "koulutus", "SD 4217"])
def test_search_over_everything_reads_only_small_tables(workshop: Workshop, text: str) -> None:
    make_lot(workshop)
    with statements(workshop) as asked:
        search(workshop.desk, workshop.first, text)
    with workshop.desk.database.reading() as work:
        steps = scans(work, asked)
    # Senders, lots, places and people are few; what there can be a hundred thousand of is not here.
    many = {
        "device",
        "part",
        "medium",
        "certificate",
        "handover",
        "paper",
        "journal",
        "sanitisation_run",
    }
    assert [step for step in steps if step.split()[1] in many] == []


def test_a_number_that_is_not_known_is_looked_for_nowhere(workshop: Workshop) -> None:
    lot = make_lot(workshop)
    for number in range(3):
        insert_device(workshop.desk, workshop.worker.person, lot, serial=f"ZZ{number}")
    with statements(workshop) as asked, workshop.desk.database.reading() as work:
        assert work.devices.alike(serial_key="ZZ1")[0].serial == "ZZ1"
        assert work.devices.alike() == []
        assert work.devices.by_serial("") == []
        assert work.devices.by_any("", "") == []
        assert work.media.by_serial("") == []
        assert work.lots.named(lot.id) == []
    # An empty text is in every row that lacks the number: its index would be read row by row.
    given = [value for statement, values in asked if "SELECT" in statement for value in values]
    assert "" not in given
