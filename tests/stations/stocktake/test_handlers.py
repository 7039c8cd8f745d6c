"""Counting by scan, and devices that are missing."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from factories import make_device, make_medium
from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.lifecycle import Action, DeviceState, NotAllowed, may
from serkut_desk.domain.missing import Ending
from serkut_desk.domain.stocktake import MarkWord, Seen
from serkut_desk.stations import facts
from serkut_desk.stations.devices.commands import MakePlace, MoveDevices, UndoLast
from serkut_desk.stations.stocktake import queries
from serkut_desk.stations.stocktake.commands import (
    CloseCount,
    FindDevice,
    GiveUp,
    OpenCount,
    PrintIncident,
    ReportMissing,
    ScanInCount,
    TellMissing,
)
from shelf import shelved

if TYPE_CHECKING:
    from kit import Workshop
    from serkut_desk.domain.devices import Device, Place
    from serkut_desk.domain.people import Session
    from serkut_desk.stations.facts import Gathered
    from serkut_desk.stations.handling import Command


@pytest.fixture
def shelf(workshop: Workshop) -> Place:
    return workshop.desk.do(workshop.worker, MakePlace("Hylly 3"))


@pytest.fixture
def other_shelf(workshop: Workshop) -> Place:
    return workshop.desk.do(workshop.worker, MakePlace("Hylly 4"))


def put(workshop: Workshop, place: Place, *devices: Device) -> None:
    codes = tuple(device.code for device in devices)
    workshop.desk.do(workshop.worker, MoveDevices(codes, place.code))


def begin(workshop: Workshop, place: Place) -> None:
    workshop.desk.do(workshop.worker, OpenCount(place.code))


def scan(workshop: Workshop, place: Place, text: str) -> Seen:
    return workshop.desk.do(workshop.worker, ScanInCount(place.code, text)).seen


def gathered(workshop: Workshop, code: str) -> Gathered:
    with workshop.desk.database.reading() as work:
        device = work.devices.by_code(code)
        assert device is not None
        return facts.gather(work, device, workshop.clock.now())


def refused(workshop: Workshop, session: Session, command: Command[Any]) -> str:
    with pytest.raises((Refused, Misused)) as failure:
        workshop.desk.do(session, command)
    return failure.value.code


def entries(workshop: Workshop) -> int:
    with workshop.desk.database.reading() as work:
        return work.journal.head().seq


def last_body(workshop: Workshop, subject: str) -> dict[str, Any]:
    with workshop.desk.database.reading() as work:
        body: dict[str, Any] = json.loads(work.journal.about(subject)[-1].body)
    return body


@pytest.fixture
def laptop(workshop: Workshop, shelf: Place) -> Device:
    """A laptop with a disk that nobody has wiped, on the shelf."""
    made = make_device(workshop, serial="PF2ABC12")
    make_medium(workshop, made)
    put(workshop, shelf, made)
    return made


def miss(workshop: Workshop, shelf: Place) -> None:
    """Count the shelf and find nothing."""
    begin(workshop, shelf)
    view = queries.count(workshop.desk, workshop.worker, shelf.code)
    workshop.desk.do(workshop.worker, CloseCount(shelf.code, missing=len(view.missing)))


def test_a_whole_place_is_counted(workshop: Workshop, shelf: Place) -> None:
    devices = [make_device(workshop, serial=f"AA{number}") for number in range(3)]
    put(workshop, shelf, *devices)
    opened = workshop.desk.do(workshop.worker, OpenCount("hylly 3"))
    assert (opened.begun, opened.counted, opened.expected) == (True, 0, 3)
    before = entries(workshop)
    assert scan(workshop, shelf, devices[0].code) is Seen.FOUND
    assert scan(workshop, shelf, devices[0].code) is Seen.AGAIN
    # The serial names it as well; a code of another kind or a stranger's names nothing.
    assert scan(workshop, shelf, "aa1") is Seen.FOUND
    assert scan(workshop, shelf, "ZZ99") is Seen.UNKNOWN
    assert scan(workshop, shelf, shelf.code) is Seen.UNKNOWN
    assert entries(workshop) == before
    done = workshop.desk.do(workshop.worker, ScanInCount(shelf.code, devices[2].code))
    assert (done.counted, done.expected) == (3, 3)
    closed = workshop.desk.do(workshop.worker, CloseCount(shelf.code))
    assert closed.found == tuple(device.code for device in devices)
    assert closed.missing == ()
    assert last_body(workshop, shelf.code)["found"] == [device.code for device in devices]
    assert refused(workshop, workshop.worker, ScanInCount(shelf.code, "x")) == "count_not_open"
    assert refused(workshop, workshop.worker, OpenCount("Hylly 99")) == "place_unknown"


def test_a_half_done_count_is_gone_on_with_by_anybody(workshop: Workshop, shelf: Place) -> None:
    devices = [make_device(workshop) for _ in range(2)]
    put(workshop, shelf, *devices)
    begin(workshop, shelf)
    scan(workshop, shelf, devices[0].code)
    opened = workshop.desk.do(workshop.first, OpenCount(shelf.code))
    assert (opened.begun, opened.counted, opened.expected) == (False, 1, 2)
    (line,) = queries.counts(workshop.desk, workshop.first)
    assert (line.name, line.counted, line.expected) == ("Hylly 3", 1, 2)
    view = queries.count(workshop.desk, workshop.first, shelf.code)
    assert [one.code for one in view.unseen] == [devices[1].code]
    assert [(one.device.code, one.result) for one in view.scans] == [
        (devices[0].code, MarkWord.FOUND)
    ]


def test_what_belongs_elsewhere_is_moved_at_once(
    workshop: Workshop, shelf: Place, other_shelf: Place
) -> None:
    here, there = make_device(workshop), make_device(workshop)
    put(workshop, shelf, here)
    put(workshop, other_shelf, there)
    begin(workshop, shelf)
    done = workshop.desk.do(workshop.worker, ScanInCount(shelf.code, there.code))
    assert (done.seen, done.recorded, done.moved) == (Seen.ELSEWHERE, "Hylly 4", True)
    assert (done.counted, done.expected) == (1, 2)
    assert gathered(workshop, there.code).device.place_id == shelf.id
    # Whoever counts the other shelf meanwhile misses nothing.
    begin(workshop, other_shelf)
    closed = workshop.desk.do(workshop.worker, CloseCount(other_shelf.code))
    assert closed.missing == ()
    assert scan(workshop, shelf, there.code) is Seen.AGAIN
    nowhere = make_device(workshop)
    done = workshop.desk.do(workshop.worker, ScanInCount(shelf.code, nowhere.code))
    assert (done.seen, done.recorded) == (Seen.ELSEWHERE, None)


def test_a_move_of_the_count_can_be_undone_and_scanned_again(
    workshop: Workshop, shelf: Place, other_shelf: Place
) -> None:
    there = make_device(workshop)
    put(workshop, other_shelf, there)
    begin(workshop, shelf)
    scan(workshop, shelf, there.code)
    assert workshop.desk.do(workshop.worker, UndoLast()).tag is Tag.DEVICE_MOVED
    assert gathered(workshop, there.code).device.place_id == other_shelf.id
    assert scan(workshop, shelf, there.code) is Seen.ELSEWHERE
    assert gathered(workshop, there.code).device.place_id == shelf.id


def test_what_should_not_be_here_is_answered(workshop: Workshop, shelf: Place) -> None:
    left, undone = make_device(workshop), make_device(workshop)
    with workshop.desk.database.work() as work:
        work.devices.change(left.id, state="left", in_house=False)
        work.devices.withdraw(undone.id)
        work.commit()
    begin(workshop, shelf)
    assert scan(workshop, shelf, left.code) is Seen.HAS_LEFT
    assert scan(workshop, shelf, undone.code) is Seen.WITHDRAWN
    assert scan(workshop, shelf, left.code) is Seen.AGAIN
    closed = workshop.desk.do(workshop.worker, CloseCount(shelf.code))
    assert set(closed.unexpected) == {left.code, undone.code}
    assert gathered(workshop, left.code).state is DeviceState.LEFT


def test_closing_wants_to_know_how_many_are_missing(
    workshop: Workshop, shelf: Place, laptop: Device
) -> None:
    begin(workshop, shelf)
    for said in (0, 2):
        command = CloseCount(shelf.code, missing=said)
        assert refused(workshop, workshop.worker, command) == "count_devices_missing"
    assert gathered(workshop, laptop.code).state is DeviceState.WAITING_WIPE
    closed = workshop.desk.do(workshop.worker, CloseCount(shelf.code, missing=1))
    assert (closed.missing, closed.with_data) == ((laptop.code,), (laptop.code,))
    assert gathered(workshop, laptop.code).device.state == "missing"
    (line,) = queries.missing(workshop.desk, workshop.worker)
    assert (line.device.code, line.bears_data, line.place) == (laptop.code, True, "Hylly 3")
    assert line.circumstances == "Ei löytynyt inventoinnissa: Hylly 3."
    # It is not expected any more, and not missed twice.
    begin(workshop, shelf)
    assert workshop.desk.do(workshop.worker, CloseCount(shelf.code)).missing == ()


def test_what_lies_in_an_open_basket_is_not_missing(workshop: Workshop, shelf: Place) -> None:
    device = shelved(workshop)
    put(workshop, shelf, device)
    with workshop.desk.database.work() as work:
        handover = work.handovers.add(
            code="LU0000000199",
            channel="sale",
            state="open",
            terms={},
            receiver="",
            opened_at=work.journal.now(),
            opened_by=workshop.first.person,
            payment_reference="",
            rules={},
            seq=0,
        )
        work.handovers.lines.add(
            handover_id=handover,
            device_id=device.id,
            article="device",
            description="x",
            list_cents=0,
            vat_permille=255,
            active=True,
        )
        work.commit()
    begin(workshop, shelf)
    view = queries.count(workshop.desk, workshop.worker, shelf.code)
    assert [one.basket for one in view.unseen] == ["LU0000000199"]
    assert view.missing == ()
    closed = workshop.desk.do(workshop.worker, CloseCount(shelf.code))
    assert (closed.missing, closed.in_baskets) == ((), (device.code,))


def test_nothing_is_done_with_a_missing_device(workshop: Workshop, shelf: Place) -> None:
    device = shelved(workshop)
    put(workshop, shelf, device)
    miss(workshop, shelf)
    known = gathered(workshop, device.code).facts
    for action in (Action.HAND_OVER, Action.GRADE, Action.MOVE, Action.QUARANTINE, Action.CHANGE):
        answer = may(action, known)
        assert isinstance(answer, NotAllowed)
        assert answer.missing[0].code == "device_missing"
    move = MoveDevices((device.code,), shelf.code)
    assert refused(workshop, workshop.worker, move) == "device_missing"


def test_a_missing_device_that_turns_up_in_a_count_goes_to_a_supervisor(
    workshop: Workshop, shelf: Place, other_shelf: Place, laptop: Device
) -> None:
    miss(workshop, shelf)
    workshop.clock.tick(minutes=5)
    begin(workshop, other_shelf)
    done = workshop.desk.do(workshop.worker, ScanInCount(other_shelf.code, laptop.code))
    assert (done.seen, done.moved) == (Seen.TURNED_UP, False)
    assert scan(workshop, other_shelf, laptop.code) is Seen.AGAIN
    assert gathered(workshop, laptop.code).state is DeviceState.MISSING
    (line,) = queries.missing(workshop.desk, workshop.worker)
    assert line.sighted == "Hylly 4"
    find = FindDevice(laptop.code, other_shelf.code, "oli väärällä hyllyllä")
    assert refused(workshop, workshop.worker, find) == "not_permitted"


def test_one_closes_what_bears_no_data_and_its_grade_stays(
    workshop: Workshop, shelf: Place, other_shelf: Place
) -> None:
    device = shelved(workshop)
    put(workshop, shelf, device)
    miss(workshop, shelf)
    find = FindDevice(device.code, other_shelf.code, "oli toisella hyllyllä")
    done = workshop.desk.do(workshop.first, find)
    assert (done.ending, done.reopened, done.paper) == (Ending.FOUND, False, None)
    found = gathered(workshop, device.code)
    assert (found.state, found.device.place_id) == (DeviceState.ON_SHELF, other_shelf.id)
    assert queries.missing(workshop.desk, workshop.first) == ()
    assert refused(workshop, workshop.first, find) == "not_missing"


def test_two_close_what_bears_data(workshop: Workshop, shelf: Place, laptop: Device) -> None:
    first, other = workshop.first, workshop.other
    miss(workshop, shelf)
    find = FindDevice(laptop.code, shelf.code, "oli laatikossa")
    assert refused(workshop, first, find) == "second_supervisor_needed"
    assert refused(workshop, first, replace(find, second=first)) == "second_is_first"
    assert refused(workshop, first, replace(find, second=workshop.worker)) == "not_permitted"
    assert gathered(workshop, laptop.code).state is DeviceState.MISSING
    done = workshop.desk.do(first, replace(find, second=other))
    assert (done.ending, done.reopened) == (Ending.FOUND, True)
    assert done.sha256 is not None
    assert workshop.desk.files.read(done.sha256).startswith(b"%PDF")
    with workshop.desk.database.reading() as work:
        (row,) = work.incidents.of_device(laptop.id)
        (medium,) = work.media.of_device(laptop.id)
    assert (row.closed_by, row.second_by) == (first.person, other.person)
    assert medium.used_since == workshop.clock.now()
    assert last_body(workshop, laptop.code)["reopened"]["media"] == [medium.id]


def test_two_close_it_also_where_there_is_one_supervisor(
    workshop: Workshop, shelf: Place, laptop: Device
) -> None:
    with workshop.desk.database.work() as work:
        person = work.people.by_code(workshop.other.person)
        assert person is not None
        work.people.change(person.id, active=False)
        work.commit()
    miss(workshop, shelf)
    find = FindDevice(laptop.code, shelf.code, "oli laatikossa", second=workshop.other)
    assert refused(workshop, workshop.first, find) == "badge_unknown"
    alone = replace(find, second=None)
    assert refused(workshop, workshop.first, alone) == "second_supervisor_needed"


def test_lost_is_told_first_and_the_device_stays_missing(
    workshop: Workshop, shelf: Place, laptop: Device
) -> None:
    first, other = workshop.first, workshop.other
    miss(workshop, shelf)
    lost = GiveUp(laptop.code, "ei löytynyt viikossa", second=other)
    assert refused(workshop, first, lost) == "incident_not_told"
    assert refused(workshop, workshop.worker, TellMissing(laptop.code, "x")) == "not_permitted"
    workshop.desk.do(first, TellMissing(laptop.code, "tietosuojavastaava"))
    told = workshop.desk.do(first, TellMissing(laptop.code, "yksikön päällikkö"))
    assert told.told == "tietosuojavastaava; yksikön päällikkö"
    printed = workshop.desk.do(first, PrintIncident(laptop.code))
    assert workshop.desk.files.read(printed.sha256).startswith(b"%PDF")
    assert refused(workshop, first, replace(lost, second=None)) == "second_supervisor_needed"
    assert refused(workshop, first, replace(lost, second=first)) == "second_is_first"
    done = workshop.desk.do(first, lost)
    assert (done.ending, done.state) == (Ending.LOST, "missing")
    assert done.paper != printed.number
    found = gathered(workshop, laptop.code)
    assert (found.state, found.device.in_house) == (DeviceState.MISSING, False)
    assert isinstance(may(Action.HAND_OVER, found.facts), NotAllowed)
    assert refused(workshop, first, lost) == "incident_closed"
    assert refused(workshop, first, TellMissing(laptop.code, "x")) == "incident_closed"
    assert refused(workshop, first, PrintIncident(laptop.code)) == "incident_closed"
    (line,) = queries.missing(workshop.desk, first)
    assert line.outcome is Ending.LOST


def test_what_was_lost_and_turns_up_is_proven_and_graded_anew(
    workshop: Workshop, shelf: Place
) -> None:
    device = shelved(workshop)
    put(workshop, shelf, device)
    miss(workshop, shelf)
    workshop.desk.do(workshop.first, GiveUp(device.code, "ei löytynyt"))
    find = FindDevice(device.code, shelf.code, "tuotiin takaisin")
    done = workshop.desk.do(workshop.first, find)
    assert done.reopened
    found = gathered(workshop, device.code)
    assert (found.state, found.device.in_house) == (DeviceState.WAITING_GRADE, True)
    assert isinstance(may(Action.HAND_OVER, found.facts), NotAllowed)
    with workshop.desk.database.reading() as work:
        (row,) = work.incidents.of_device(device.id)
    # How it was closed stays; that it was found stands beside it.
    assert (row.outcome, row.found_by) == (Ending.LOST, workshop.first.person)
    # It can go missing again.
    workshop.desk.do(workshop.first, ReportMissing(device.code, "ei paikallaan"))
    assert gathered(workshop, device.code).state is DeviceState.MISSING


def test_a_device_is_missed_outside_a_count_by_a_supervisor(
    workshop: Workshop, laptop: Device
) -> None:
    missed = ReportMissing(laptop.code, "ei ollut kärryssä")
    assert refused(workshop, workshop.worker, missed) == "not_permitted"
    done = workshop.desk.do(workshop.first, missed)
    assert done.bears_data
    assert refused(workshop, workshop.first, missed) == "device_missing"
    stranger = ReportMissing("SD1", "x")
    assert refused(workshop, workshop.first, stranger) == "device_unknown"
