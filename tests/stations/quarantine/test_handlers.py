"""Into quarantine and out of it, and what nobody gets past."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook

from factories import make_device, make_lot, make_medium
from serkut_desk.domain.data_state import Lock
from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.lifecycle import Action, DeviceState, NotAllowed, may
from serkut_desk.domain.outcomes import Outcome
from serkut_desk.domain.quarantine import DonorAnswer, QuarantineStep, WayOut
from serkut_desk.stations import facts
from serkut_desk.stations.quarantine import queries
from serkut_desk.stations.quarantine.commands import (
    FreeDevice,
    RecordAnswer,
    ReportLock,
    ReportStolen,
    RequestRelease,
    TakeApart,
)
from shelf import shelved

if TYPE_CHECKING:
    from kit import Workshop
    from serkut_desk.domain.devices import Device
    from serkut_desk.domain.people import Session
    from serkut_desk.stations.facts import Gathered
    from serkut_desk.stations.handling import Command


def gathered(workshop: Workshop, code: str) -> Gathered:
    with workshop.desk.database.reading() as work:
        device = work.devices.by_code(code)
        assert device is not None
        return facts.gather(work, device, workshop.clock.now())


def refused(workshop: Workshop, session: Session, command: Command[Any]) -> str:
    with pytest.raises((Refused, Misused)) as failure:
        workshop.desk.do(session, command)
    return failure.value.code


def lacks(workshop: Workshop, code: str) -> list[str]:
    answer = may(Action.HAND_OVER, gathered(workshop, code).facts)
    return [one.code for one in answer.missing] if isinstance(answer, NotAllowed) else []


@pytest.fixture
def phone(workshop: Workshop) -> Device:
    return make_device(workshop, type="phone", manufacturer="Samsung", model="A52", serial="R58")


def test_a_maker_reports_a_lock_and_the_label_says_quarantine(
    workshop: Workshop, phone: Device
) -> None:
    done = workshop.desk.do(workshop.worker, ReportLock(phone.code, Lock.MDM, "kysyy tiliä"))
    assert not done.already
    found = gathered(workshop, phone.code)
    assert (found.state, found.device.state) == (DeviceState.QUARANTINE, "quarantine")
    with workshop.desk.database.reading() as work:
        (job,) = work.labels.of_code(phone.code)
        (entry,) = [one for one in work.journal.about(phone.code) if "quarantine" in one.tag]
    assert job.data["state"] == "label.state.quarantine"
    assert entry.actor == workshop.worker.person
    assert json.loads(entry.body)["lock"] == "mdm"
    again = workshop.desk.do(workshop.worker, ReportLock(phone.code, Lock.MDM))
    assert again.already
    with workshop.desk.database.reading() as work:
        assert len(work.quarantines.open_of(phone.id)) == 1


def test_a_maker_neither_accuses_of_theft_nor_frees(workshop: Workshop, phone: Device) -> None:
    assert refused(workshop, workshop.worker, ReportLock(phone.code, Lock.STOLEN)) == (
        "stolen_by_supervisor"
    )
    assert refused(workshop, workshop.worker, ReportStolen(phone.code, "R 1/26")) == (
        "not_permitted"
    )
    workshop.desk.do(workshop.worker, ReportLock(phone.code, Lock.BIOS))
    for command in (
        RequestRelease(phone.code),
        RecordAnswer(phone.code, DonorAnswer.RELEASED, "ok"),
        FreeDevice(phone.code, "ok"),
        TakeApart(phone.code, "ok"),
    ):
        assert refused(workshop, workshop.worker, command) == "not_permitted"


def test_a_personal_code_is_not_kept(workshop: Workshop, phone: Device) -> None:
    command = ReportStolen(phone.code, "epäilty 131052-308T")
    assert refused(workshop, workshop.first, command) == "secret_not_kept"
    assert gathered(workshop, phone.code).state is DeviceState.RECEIVED


def test_one_request_for_everything_of_one_donor(workshop: Workshop) -> None:
    lot, other = make_lot(workshop), make_lot(workshop, "Kirjasto")
    second = make_lot(workshop)
    mine = [make_device(workshop, lot=one, serial=f"AA{n}") for n, one in enumerate((lot, second))]
    stranger = make_device(workshop, lot=other, serial="=1+1")
    for device in (*mine, stranger):
        workshop.desk.do(workshop.worker, ReportLock(device.code, Lock.BIOS, "salasana"))
        workshop.clock.tick(minutes=1)
    workshop.desk.do(workshop.first, ReportStolen(mine[0].code, "5500/R/1/26"))
    done = workshop.desk.do(workshop.first, RequestRelease(mine[1].code))
    assert done.donor == "Kasvatus ja koulutus"
    assert set(done.devices) == {one.code for one in mine}
    assert workshop.desk.files.read(done.sha256).startswith(b"%PDF")
    book = load_workbook(io.BytesIO(workshop.desk.files.read(done.sheet_sha256)))
    assert book.active is not None
    rows = list(book.active.values)
    assert [row[3] for row in rows[1:]] == ["AA0", "AA1", "AA0"]
    assert rows[0][0] == "Laite"
    lines = {line.code: line for line in queries.queue(workshop.desk, workshop.worker)}
    assert lines[mine[0].code].step is QuarantineStep.WAIT
    assert lines[stranger.code].step is QuarantineStep.REQUEST
    assert lines[mine[0].code].reasons[0].request == done.number
    # A reminder: the newest paper is named, and the waiting began with the first.
    asked = lines[mine[0].code].waiting_since
    workshop.clock.tick(days=9)
    again = workshop.desk.do(workshop.fresh(workshop.first), RequestRelease(mine[0].code))
    assert again.number != done.number
    (line, *_) = queries.queue(workshop.desk, workshop.worker)
    assert (line.reasons[0].request, line.waiting_since) == (again.number, asked)


def test_the_queue_has_the_longest_waiting_first(workshop: Workshop) -> None:
    codes = []
    for number in range(3):
        device = make_device(workshop, serial=f"Q{number}")
        workshop.desk.do(workshop.worker, ReportLock(device.code, Lock.BIOS))
        workshop.clock.tick(hours=1)
        codes.append(device.code)
    found = queries.queue(workshop.desk, workshop.worker)
    assert [line.code for line in found] == codes
    assert found[0].donor == "Kasvatus ja koulutus"


def test_an_answer_needs_a_question(workshop: Workshop, phone: Device) -> None:
    answer = RecordAnswer(phone.code, DonorAnswer.RELEASED, "tuki vastasi sähköpostilla")
    assert refused(workshop, workshop.first, answer) == "not_quarantined"
    workshop.desk.do(workshop.worker, ReportLock(phone.code, Lock.MDM))
    assert refused(workshop, workshop.first, answer) == "release_not_requested"
    workshop.desk.do(workshop.first, RequestRelease(phone.code))
    done = workshop.desk.do(workshop.first, answer)
    assert done.locks == (Lock.MDM,)
    (line,) = queries.queue(workshop.desk, workshop.worker)
    assert (line.step, line.waiting_since) == (QuarantineStep.FREE, None)
    assert refused(workshop, workshop.first, RequestRelease(phone.code)) == "nothing_to_request"


def test_what_is_freed_is_tested_again_before_it_leaves(workshop: Workshop) -> None:
    device = shelved(workshop)
    assert lacks(workshop, device.code) == []
    workshop.desk.do(workshop.worker, ReportLock(device.code, Lock.BIOS))
    assert lacks(workshop, device.code) == ["quarantined"]
    done = workshop.desk.do(workshop.first, FreeDevice(device.code, "salasana löytyi"))
    assert (done.way, done.left, done.state) == (WayOut.FREED, (), "waiting_grade")
    assert lacks(workshop, device.code) == ["not_graded", "not_on_shelf"]
    with workshop.desk.database.reading() as work:
        (row,) = work.quarantines.of_device(device.id)
        assert work.inspections.in_force(device.id) is None
        assert work.inspections.decision_of(device.id) is None
    assert (row.closed_by, row.second_by, row.outcome) == (workshop.first.person, None, "freed")


def test_a_device_with_two_locks_is_free_when_both_are_closed(workshop: Workshop) -> None:
    device = shelved(workshop)
    for lock in (Lock.BIOS, Lock.MDM):
        workshop.desk.do(workshop.worker, ReportLock(device.code, lock))
    assert refused(workshop, workshop.first, FreeDevice(device.code, "ok")) == "lock_unclear"
    stolen = FreeDevice(device.code, "ok", Lock.STOLEN)
    assert refused(workshop, workshop.first, stolen) == "lock_not_held"
    done = workshop.desk.do(workshop.first, FreeDevice(device.code, "ok", Lock.BIOS))
    assert (done.left, done.state) == ((Lock.MDM,), "quarantine")
    assert lacks(workshop, device.code) == ["quarantined"]
    done = workshop.desk.do(workshop.first, FreeDevice(device.code, "ok"))
    assert (done.locks, done.state) == ((Lock.MDM,), "waiting_grade")
    assert refused(workshop, workshop.first, FreeDevice(device.code, "ok")) == "not_quarantined"


def test_a_refusal_is_not_passed_over(workshop: Workshop, phone: Device) -> None:
    workshop.desk.do(workshop.worker, ReportLock(phone.code, Lock.MDM))
    workshop.desk.do(workshop.first, RequestRelease(phone.code))
    workshop.desk.do(workshop.first, RecordAnswer(phone.code, DonorAnswer.REFUSED, "ei"))
    assert refused(workshop, workshop.first, FreeDevice(phone.code, "ok")) == "release_refused"
    workshop.desk.do(workshop.first, RecordAnswer(phone.code, DonorAnswer.RELEASED, "kyllä"))
    workshop.desk.do(workshop.first, FreeDevice(phone.code, "poistettiin hallinnasta"))


def test_taking_apart_leaves_the_data_gate_closed(workshop: Workshop) -> None:
    device = make_device(workshop, serial="PF1")
    make_medium(workshop, device)
    workshop.desk.do(workshop.worker, ReportLock(device.code, Lock.BIOS))
    workshop.desk.do(workshop.worker, ReportLock(device.code, Lock.MDM))
    done = workshop.desk.do(workshop.first, TakeApart(device.code, "ei vastausta"))
    assert (set(done.locks), done.left) == ({Lock.BIOS, Lock.MDM}, ())
    found = gathered(workshop, device.code)
    # The medium still has to be wiped or destroyed; then it waits to be taken apart.
    assert (found.state, found.facts.outcome) == (DeviceState.WAITING_WIPE, Outcome.DISMANTLE)
    assert "medium_not_wiped" in lacks(workshop, device.code)
    with workshop.desk.database.reading() as work:
        decision = work.inspections.decision_of(device.id)
        head = work.journal.head()
    assert decision is not None
    assert (decision.seq, decision.reason) == (head.seq, "ei vastausta")


@pytest.mark.parametrize("way", [FreeDevice, TakeApart])
def test_what_may_be_stolen_takes_a_release_and_two_supervisors(
    workshop: Workshop, phone: Device, way: type[FreeDevice | TakeApart]
) -> None:
    first, other, worker = workshop.first, workshop.other, workshop.worker
    workshop.desk.do(first, ReportStolen(phone.code, "5500/R/1/26"))
    both = way(device=phone.code, reason="ok", second=other)
    assert refused(workshop, first, both) == "stolen_not_released"
    workshop.desk.do(first, RequestRelease(phone.code))
    for answer in (DonorAnswer.UNKNOWN, DonorAnswer.REFUSED):
        workshop.desk.do(first, RecordAnswer(phone.code, answer, "-"))
        assert refused(workshop, first, both) == "stolen_not_released"
    workshop.desk.do(first, RecordAnswer(phone.code, DonorAnswer.RELEASED, "omistaja luopui"))
    alone = way(device=phone.code, reason="ok")
    assert refused(workshop, first, alone) == "second_supervisor_needed"
    same = way(device=phone.code, reason="ok", second=first)
    assert refused(workshop, first, same) == "second_is_first"
    maker = way(device=phone.code, reason="ok", second=worker)
    assert refused(workshop, first, maker) == "not_permitted"
    assert gathered(workshop, phone.code).state is DeviceState.QUARANTINE
    workshop.desk.do(first, both)
    with workshop.desk.database.reading() as work:
        (row,) = work.quarantines.of_device(phone.id)
    assert (row.closed_by, row.second_by) == (first.person, other.person)


def test_no_way_out_of_what_is_missing_or_left(workshop: Workshop, phone: Device) -> None:
    with workshop.desk.database.work() as work:
        work.devices.change(phone.id, state="left", in_house=False)
        work.commit()
    command = ReportLock(phone.code, Lock.BIOS)
    assert refused(workshop, workshop.worker, command) == "has_left"
    assert refused(workshop, workshop.worker, ReportLock("SD1", Lock.BIOS)) == "device_unknown"
