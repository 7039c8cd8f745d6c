"""What waits where is counted in one question and told for the oldest."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from apart import begun, to_take_apart
from factories import make_device, make_lot, make_medium, make_run
from serkut_desk.domain.cages import NewCage, SealStage
from serkut_desk.domain.evidence import Verdict
from serkut_desk.domain.feedback import Mood
from serkut_desk.domain.media import DataClass, MediumKind
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.queues import QUEUES, ROWS, Queue
from serkut_desk.domain.stops import StopKind
from serkut_desk.stations.devices.commands import MoveDevices, RaiseStop
from serkut_desk.stations.home import queries
from serkut_desk.stations.home.commands import LeaveFeedback
from serkut_desk.stations.intake.lot_commands import AnnounceLot, CheckSeal
from serkut_desk.stations.queues import by_station, waiting
from serkut_desk.stations.wiping.second_eyes import WaitsFor, second_eyes
from serkut_desk.texts import Texts

if TYPE_CHECKING:
    from kit import Workshop
    from serkut_desk.stations.queues import QueueLine


def lines(workshop: Workshop) -> dict[Queue, QueueLine]:
    """Return every queue by its word."""
    return {line.queue: line for line in waiting(workshop.desk)}


def test_every_queue_is_there_in_the_order_of_the_work(workshop: Workshop) -> None:
    assert [line.queue for line in waiting(workshop.desk)] == [row.queue for row in QUEUES]
    assert set(ROWS) == set(Queue)
    assert {line.count for line in waiting(workshop.desk)} == {0}
    assert {line.code for line in waiting(workshop.desk)} == {None}


@pytest.mark.parametrize("language", ["fi", "en"])
def test_every_queue_has_its_words_and_what_is_stuck_says_why(language: str) -> None:
    texts = Texts(language)
    for row in QUEUES:
        assert texts.say(f"queue.{row.queue.value}")
        assert not row.stuck or texts.say(f"queue.{row.queue.value}.why")


def test_the_oldest_is_told_with_its_shelf(workshop: Workshop) -> None:
    lot = make_lot(workshop)
    first = make_device(workshop, lot=lot, model="T480")
    make_device(workshop, lot=lot)
    workshop.desk.do(workshop.worker, MoveDevices((first.code,), "Hylly 3"))
    line = lines(workshop)[Queue.DECLARE]
    assert (line.count, line.code, line.name, line.place) == (
        2,
        first.code,
        "Lenovo T480",
        "Hylly 3",
    )
    assert line.since == workshop.clock.now()
    opened = lines(workshop)[Queue.LOTS]
    assert (opened.count, opened.code, opened.name) == (1, lot.code, "Kasvatus ja koulutus")


def test_results_that_do_not_do_are_told_apart(workshop: Workshop) -> None:
    lot = make_lot(workshop)
    for verdict in (Verdict.FAILED, Verdict.PASSED):
        medium = make_medium(workshop, make_device(workshop, lot=lot))
        make_run(workshop, medium, verdict=verdict)
    found = lines(workshop)
    assert found[Queue.FAILED].count == 1
    assert found[Queue.NOT_ENOUGH].count == 1
    assert found[Queue.WIPE].count == 2


def test_a_stop_counts_with_or_without_a_device(workshop: Workshop) -> None:
    workshop.desk.do(None, RaiseStop(StopKind.SWOLLEN_BATTERY))
    line = lines(workshop)[Queue.HAZARD]
    assert (line.count, line.code) == (1, None)


def test_a_station_counts_what_its_person_may_do(workshop: Workshop) -> None:
    lot = make_lot(workshop)
    make_device(workshop, lot=lot)
    make_medium(workshop, make_device(workshop, lot=lot))
    found = waiting(workshop.desk)
    assert by_station(found, {Permission.WIPE})["wiping"] == 1
    assert by_station(found, {Permission.WIPE, Permission.MEDIA})["wiping"] == 2
    assert by_station(found, frozenset()) == {}
    assert by_station(found, {"wipe"}) == by_station(found, {Permission.WIPE})


def test_unread_feedback_is_a_queue(workshop: Workshop) -> None:
    workshop.desk.do(workshop.worker, LeaveFeedback("intake", Mood.GOOD))
    assert lines(workshop)[Queue.FEEDBACK].count == 1


def _to_approve(workshop: Workshop, by: str) -> str:
    device = make_device(workshop, lot=make_lot(workshop, data_class=DataClass.ORDINARY))
    medium = make_medium(workshop, device, kind=MediumKind.HDD)
    make_run(workshop, medium, performed_by=by, imported_by=by)
    return device.code


def test_only_what_somebody_else_must_approve_is_told(workshop: Workshop) -> None:
    _to_approve(workshop, workshop.worker.person)
    mine = _to_approve(workshop, workshop.first.person)
    found = second_eyes(workshop.desk, workshop.first)
    assert [(one.device, one.waits_for) for one in found] == [(mine, WaitsFor.OTHER)]
    assert second_eyes(workshop.desk, workshop.other) == ()
    # Who only looks is not asked for the PIN again when it has grown old.
    workshop.clock.tick(minutes=20)
    assert second_eyes(workshop.desk, workshop.first) == found
    with workshop.desk.database.work() as work:
        other = work.people.by_code(workshop.other.person)
        assert other is not None
        work.people.change(other.id, active=False)
        work.commit()
    (nobody,) = second_eyes(workshop.desk, workshop.first)
    assert nobody.waits_for is WaitsFor.NOBODY
    people = (workshop.first.person, workshop.other.person, "T00", "T01")
    assert not any(person in str(nobody) for person in people)


@pytest.mark.parametrize("held", ["worker", "first"])
def test_what_somebody_holds_is_told(workshop: Workshop, held: str) -> None:
    found = queries.held(workshop.desk, getattr(workshop, held))
    assert (Permission.APPROVE in found) == (held == "first")


def test_what_still_holds_data_waits_to_be_taken_apart_too(workshop: Workshop) -> None:
    device = to_take_apart(workshop)
    make_medium(workshop, device, serial="W9A1")
    line = lines(workshop)[Queue.DISMANTLE]
    assert (line.count, line.code) == (1, device.code)
    begun(workshop, device)
    line = lines(workshop)[Queue.DISMANTLE]
    assert line.count == 0


def test_lots_to_come_late_ones_and_frozen_cages_wait_apart(workshop: Workshop) -> None:
    desk, first = workshop.desk, workshop.first
    codes = [
        desk.do(first, AnnounceLot(sender=sender, expected_on=day, cages=cages)).lot.code
        for sender, day, cages in (
            ("Opisto", date(2026, 11, 30), ()),
            ("Kirjasto", date(2026, 11, 25), (NewCage("Häkki 1", "001"),)),
        )
    ]
    found = lines(workshop)
    assert (found[Queue.EXPECTED].count, found[Queue.EXPECTED].code) == (2, codes[1])
    assert found[Queue.EXPECTED].since == datetime(2026, 11, 25, 12, tzinfo=UTC)
    assert (found[Queue.LOTS].count, found[Queue.LATE_LOTS].count) == (0, 0)
    workshop.clock.tick(days=3)
    found = lines(workshop)
    assert (found[Queue.LATE_LOTS].count, found[Queue.LATE_LOTS].name) == (1, "Kirjasto")
    assert (found[Queue.EXPECTED].count, found[Queue.EXPECTED].code) == (1, codes[0])
    desk.do(
        workshop.worker,
        CheckSeal(lot=codes[1], stage=SealStage.ARRIVAL, seal="9", cage="Häkki 1"),
    )
    found = lines(workshop)
    assert (found[Queue.SEALS].count, found[Queue.SEALS].name) == (1, "Kirjasto Häkki 1")
    assert found[Queue.SEALS].since == workshop.clock.now()
    assert (found[Queue.LOTS].code, found[Queue.LATE_LOTS].count) == (codes[1], 0)
