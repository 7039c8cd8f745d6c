"""What a person takes over from a machine, whose it is, and what does not count."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import update

from factories import make_device, make_medium
from serkut_desk.domain.checklist import Result
from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.media import KindSource, MediumKind
from serkut_desk.records import schema
from serkut_desk.records.record_check import check_records
from serkut_desk.stations import modelling
from serkut_desk.stations.devices.commands import UndoLast
from serkut_desk.stations.grading import queries as grading
from serkut_desk.stations.grading.commands import AnswerCheck
from serkut_desk.stations.snapshots.commands import (
    ApplySnapshot,
    MatchSnapshot,
    SetAsideSnapshot,
)
from serkut_desk.stations.snapshots.queries import LineState
from serkut_desk.stations.wiping.commands import AcceptProposed
from stations.snapshots.machines import Drive, Machine

if TYPE_CHECKING:
    from typing import Any

    from serkut_desk.domain.devices import Device
    from serkut_desk.domain.people import Session
    from stations.snapshots.counter import Counter

SERIAL = "PF1ABC23"


def matched(counter: Counter, device: Device, machine: Machine | None = None) -> int:
    """Bring in a snapshot of a device and return its number."""
    (file,) = counter.take(machine or Machine())
    assert file.device == device.code
    assert file.snapshot is not None
    return file.snapshot


def last_body(counter: Counter) -> dict[str, Any]:
    with counter.workshop.desk.database.reading() as work:
        body: dict[str, Any] = json.loads(list(work.journal.entries())[-1].body)
    return body


def apply(counter: Counter, number: int, *keys: str, by: Session | None = None) -> None:
    workshop = counter.workshop
    workshop.desk.do(by or workshop.worker, ApplySnapshot(number, keys))


def test_a_maker_takes_over_what_was_blank_and_accepts_the_disk(counter: Counter) -> None:
    device = make_device(counter.workshop, serial=SERIAL, model="")
    number = matched(counter, device)
    (file,) = counter.take(Machine())
    page = counter.page(file)
    states = {one.key: one.state for one in page.lines}
    (medium,) = counter.media(device)
    disk = f"medium:{medium.id}"
    assert states["manufacturer"] is LineState.SAME
    assert states["serial"] is LineState.SAME
    assert states["model"] is LineState.NEW
    assert states[disk] is LineState.PROPOSED
    assert page.line.differing == sum(one.choosable for one in page.lines)
    keys = tuple(one.key for one in page.lines if one.choosable)
    assert {"model", "processor", "memory", "batteries", disk} <= set(keys)
    before = len(counter.tags())
    apply(counter, number, *keys)
    assert counter.tags()[before:] == [Tag.SNAPSHOT_APPLIED]
    now = counter.now(device)
    assert (now.model, now.state) == ("ThinkPad T480", "waiting_wipe")
    (medium,) = counter.media(device)
    assert not medium.proposed
    assert medium.declared_by == counter.workshop.worker.person
    body = last_body(counter)
    assert body["before"] == {"model": ""}
    assert body["after"] == {"model": "ThinkPad T480"}
    assert body["media"] == [medium.id]
    with counter.workshop.desk.database.reading() as work:
        inside = work.snapshots.inside_of(device.id)
        model = modelling.model_of(work, device.id)
        assert [job.id for job in work.labels.waiting()]
    assert inside is not None
    assert inside.facts == body["inside"]
    assert inside.facts["batteries"][0]["cycles"] == 412
    assert model is not None
    assert model.source == "snapshot"
    page = counter.page(file)
    assert page.line.settled
    assert {one.state for one in page.lines} == {LineState.SAME}
    assert counter.in_order


def test_the_maker_is_not_written_into_the_model_once_more(counter: Counter) -> None:
    device = make_device(counter.workshop, serial=SERIAL, model="")
    number = matched(counter, device, Machine(model="Lenovo ThinkPad T480"))
    apply(counter, number, "model")
    now = counter.now(device)
    assert (now.manufacturer, now.model) == ("Lenovo", "ThinkPad T480")


def test_one_undoes_what_one_took_over(counter: Counter) -> None:
    workshop = counter.workshop
    device = make_device(workshop, serial=SERIAL, model="")
    number = matched(counter, device)
    (file,) = counter.take(Machine())
    lines = counter.page(file).lines
    apply(counter, number, *(one.key for one in lines if one.choosable))
    workshop.desk.do(workshop.worker, UndoLast())
    assert counter.tags()[-1] == Tag.APPLYING_UNDONE
    now = counter.now(device)
    (medium,) = counter.media(device)
    assert (now.model, now.state, medium.proposed) == ("", "waiting_review", True)
    assert counter.page(file).lines == lines
    assert not counter.page(file).line.settled
    assert counter.in_order
    # And again, by halves: what was known before comes back.
    apply(counter, number, "memory")
    apply(counter, number, "processor")
    workshop.desk.do(workshop.worker, UndoLast())
    with workshop.desk.database.reading() as work:
        inside = work.snapshots.inside_of(device.id)
    assert inside is not None
    assert set(inside.facts) == {"memory"}
    assert counter.in_order


def test_only_what_was_chosen_is_taken_over(counter: Counter) -> None:
    device = make_device(counter.workshop, serial=SERIAL, model="")
    number = matched(counter, device)
    apply(counter, number, "memory")
    now = counter.now(device)
    (medium,) = counter.media(device)
    assert (now.model, medium.proposed) == ("", True)
    with counter.workshop.desk.database.reading() as work:
        inside = work.snapshots.inside_of(device.id)
    assert inside is not None
    assert set(inside.facts) == {"memory"}
    assert counter.in_order


def test_what_somebody_wrote_is_overruled_by_a_supervisor_only(counter: Counter) -> None:
    workshop = counter.workshop
    device = make_device(workshop, serial=SERIAL, model="ThinkPad X1")
    disk = make_medium(workshop, device, serial="S2", kind=MediumKind.SSD, source=KindSource.PERSON)
    number = matched(counter, device, Machine(drives=(Drive("S2", rotation=7200),)))
    for key in ("model", f"kind:{disk.id}"):
        with pytest.raises(Refused) as refused:
            apply(counter, number, key)
        assert refused.value.code == "not_permitted"
    # What a maker leaves to a supervisor keeps it open.
    apply(counter, number, "memory")
    assert last_body(counter)["left"] == 2
    with workshop.desk.database.reading() as work:
        assert work.snapshots.open_count() == 1
    apply(counter, number, "model", f"kind:{disk.id}", by=workshop.first)
    with workshop.desk.database.reading() as work:
        assert work.snapshots.open_count() == 0
    assert counter.now(device).model == "ThinkPad T480"
    (now,) = counter.media(device)
    assert (now.kind, now.kind_source) == (MediumKind.HDD, KindSource.SMARTCTL)
    assert counter.in_order


def test_what_cannot_be_chosen_is_said(counter: Counter) -> None:
    device = make_device(counter.workshop, serial=SERIAL)
    number = matched(counter, device)
    for key in ("serial", "colour", "x" * 500):
        with pytest.raises(Misused) as misused:
            apply(counter, number, key)
        assert misused.value.code == "snapshot_choice"
    with pytest.raises(Refused) as refused:
        apply(counter, 999, "model")
    assert refused.value.code == "snapshot_unknown"
    (file,) = counter.take(Machine(serial="PF9", board="", uuid="", drives=()))
    with pytest.raises(Refused) as refused:
        apply(counter, file.snapshot or 0, "model")
    assert refused.value.code == "snapshot_not_matched"


def test_a_supervisor_says_whose_it_is(counter: Counter) -> None:
    workshop = counter.workshop
    wrong, right = make_device(workshop, serial=SERIAL), make_device(workshop, serial="PF000001")
    number = matched(counter, wrong)
    with pytest.raises(Refused):
        workshop.desk.do(workshop.worker, MatchSnapshot(number, right.code, "Eri kone"))
    with pytest.raises(Misused) as misused:
        workshop.desk.do(workshop.first, MatchSnapshot(number, right.code))
    assert misused.value.code == "text_missing"
    with pytest.raises(Refused) as refused:
        workshop.desk.do(workshop.first, MatchSnapshot(number, wrong.code))
    assert refused.value.code == "snapshot_matched_already"
    done = workshop.desk.do(
        workshop.first, MatchSnapshot(number, right.code, "Tarra oli väärässä koneessa")
    )
    assert (done.device, done.proposed) == (right.code, 1)
    # What it had proposed in the other device is taken back with it.
    assert counter.media(wrong) == []
    assert counter.now(wrong).state == "received"
    assert counter.now(right).state == "waiting_review"
    assert counter.in_order


def test_what_is_set_aside_takes_back_what_it_changed_by_itself(counter: Counter) -> None:
    workshop = counter.workshop
    device = make_device(workshop, serial=SERIAL)
    disk = make_medium(workshop, device, serial="S1", kind=MediumKind.HDD, source=KindSource.PERSON)
    drives = (Drive("S1"), Drive("S2", path="/dev/sdb"))
    number = matched(counter, device, Machine(drives=drives))
    assert len(counter.media(device)) == 2
    workshop.desk.do(workshop.first, SetAsideSnapshot(number, "Väärä tikku"))
    (now,) = counter.media(device)
    assert (now.id, now.kind, now.kind_source) == (disk.id, MediumKind.HDD, KindSource.PERSON)
    with pytest.raises(Refused) as refused:
        workshop.desk.do(workshop.first, SetAsideSnapshot(number, "Uudelleen"))
    assert refused.value.code == "snapshot_aside_already"
    assert counter.in_order


def test_a_disk_that_is_recorded_elsewhere_is_said_and_not_accepted(counter: Counter) -> None:
    workshop = counter.workshop
    device = make_device(workshop, serial=SERIAL)
    other = make_device(workshop, serial="PF000002")
    make_medium(workshop, other, serial="S3PTNX0K100017")
    (file,) = counter.take(Machine())
    number = file.snapshot or 0
    workshop.desk.do(workshop.first, MatchSnapshot(number, device.code))
    # The disk seen in it blocks it until somebody has looked, but is not inside two devices.
    (line,) = [one for one in counter.page(file).lines if one.what == "medium"]
    assert (line.state, line.device) == (LineState.ELSEWHERE, other.code)
    assert not line.choosable
    assert counter.now(device).state == "waiting_review"
    (medium,) = counter.media(device)
    with pytest.raises(Refused) as refused:
        workshop.desk.do(workshop.worker, AcceptProposed(f"#{medium.id}"))
    assert refused.value.code == "medium_elsewhere"


def test_a_newer_snapshot_settles_the_older(counter: Counter) -> None:
    device = make_device(counter.workshop, serial=SERIAL)
    older = matched(counter, device)
    newer = matched(counter, device, Machine(at="2026-11-22 08:00:00.000000"))
    apply(counter, newer, "memory")
    with counter.workshop.desk.database.reading() as work:
        assert {one.id for one in work.snapshots.of_device(device.id) if one.open} == set()
        assert work.snapshots.newest(9, only_open=True) == []
    assert last_body(counter)["settled"] == [older, newer]
    assert counter.in_order


def test_nobody_changes_a_snapshot_past_the_program(counter: Counter) -> None:
    workshop = counter.workshop
    device, other = make_device(workshop, serial=SERIAL), make_device(workshop)
    apply(counter, matched(counter, device), "memory")
    assert counter.in_order
    table, inside = schema.snapshot, schema.device_facts
    for change in (
        update(table).values(device_id=other.id),
        update(table).values(settled_at=None, settled_by=None),
        update(table).values(sha256="0" * 64),
        update(inside).values(facts={"memory": {"total": 1}}),
        inside.delete(),
    ):
        with workshop.desk.database.work() as work:
            work.connection.execute(change)
            found = check_records(work.connection)
        assert {one.why for one in found} == {"records"}, change


def test_the_battery_that_was_taken_over_is_filled_in_at_grading(counter: Counter) -> None:
    workshop = counter.workshop
    device = make_device(workshop, serial=SERIAL)
    number = matched(counter, device, Machine(drives=()))
    before = {one.key for one in grading.look(workshop.desk, workshop.worker, device.code).left}
    assert {"battery_percent", "battery_cycles"} <= before
    apply(counter, number, "batteries")
    look = grading.look(workshop.desk, workshop.worker, device.code)
    left = {one.key for one in look.left}
    assert before - left == {"battery_percent", "battery_cycles"}
    assert look.answers.measures == {"battery_percent": 83, "battery_cycles": 412}
    # What it is asked for the first time keeps them with the answer.
    workshop.desk.do(workshop.worker, AnswerCheck(device.code, "battery_flat", Result.PASS))
    look = grading.look(workshop.desk, workshop.worker, device.code)
    assert look.begun
    assert look.answers.measures["battery_cycles"] == 412
