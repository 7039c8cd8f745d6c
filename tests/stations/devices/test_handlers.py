from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from factories import make_device, make_lot, make_medium, make_run
from serkut_desk.domain.codes import CodeKind, make_code
from serkut_desk.domain.data_state import CountSource
from serkut_desk.domain.device_types import DeviceType
from serkut_desk.domain.errors import KnownFailure, Misused, Refused
from serkut_desk.domain.lifecycle import DeviceState
from serkut_desk.domain.stops import StopKind
from serkut_desk.records.journal import PROGRAM
from serkut_desk.stations.devices import queries
from serkut_desk.stations.devices.commands import (
    CorrectDevice,
    MakePlace,
    MoveDevices,
    RaiseStop,
    ReleaseStop,
)
from serkut_desk.stations.wiping.commands import StateNone

if TYPE_CHECKING:
    from kit import Workshop

SWOLLEN = StopKind.SWOLLEN_BATTERY


def test_an_unknown_name_makes_a_place_once(workshop: Workshop) -> None:
    desk, one, two = workshop.desk, make_device(workshop), make_device(workshop)
    first = desk.do(workshop.worker, MoveDevices((one.code, two.code), "Hylly 3"))
    assert (first.made, first.devices) == (True, (one.code, two.code))
    again = desk.do(workshop.worker, MoveDevices((one.code,), " hylly  3"))
    assert (again.made, again.devices, again.place) == (False, (), first.place)
    by_code = desk.do(workshop.worker, MoveDevices((one.code,), first.place.code.lower()))
    assert by_code.place == first.place
    (line,) = queries.places(desk, workshop.worker)
    assert (line.name, line.devices) == ("Hylly 3", 2)
    with desk.database.reading() as work:
        assert [job.code for job in work.labels.waiting()] == [first.place.code]
        assert len([e for e in work.journal.entries() if e.tag == "device:devices:moved"]) == 1


def test_a_move_is_refused_whole(workshop: Workshop) -> None:
    device = make_device(workshop)
    unknown = make_code(CodeKind.DEVICE, 999)
    with pytest.raises(Refused, match="device_unknown"):
        workshop.desk.do(workshop.worker, MoveDevices((device.code, unknown), "Hylly"))
    # Neither a device nor a mistyped code becomes the name of a place.
    for place in (device.code, make_code(CodeKind.PLACE, 99), "PA0000009900"):
        with pytest.raises(Refused, match="place_unknown"):
            workshop.desk.do(workshop.worker, MoveDevices((device.code,), place))
    with pytest.raises(Misused, match="devices_missing"):
        workshop.desk.do(workshop.worker, MoveDevices((), "Hylly"))
    assert queries.places(workshop.desk, workshop.worker) == ()


def test_a_place_is_made_with_its_label_and_only_once(workshop: Workshop) -> None:
    place = workshop.desk.do(workshop.worker, MakePlace("Palolaatikko"))
    with pytest.raises(Refused, match="place_exists"):
        workshop.desk.do(workshop.worker, MakePlace("PALO LAATIKKO"))
    with workshop.desk.database.reading() as work:
        assert [job.code for job in work.labels.waiting()] == [place.code]


def test_anybody_stops_without_a_badge_and_without_a_device(workshop: Workshop) -> None:
    stop = workshop.desk.do(None, RaiseStop(SWOLLEN))
    assert (stop.device_id, stop.raised_by) == (None, None)
    assert workshop.desk.do(None, RaiseStop(SWOLLEN)).id == stop.id
    locked = replace(workshop.worker, locked=True)
    assert workshop.desk.do(locked, RaiseStop(StopKind.LEAKING_BATTERY)).raised_by is None
    with workshop.desk.database.reading() as work:
        (entry, _other) = work.journal.about("stop")
    assert entry.actor == PROGRAM
    assert queries.open_stops(workshop.desk)[0].id == stop.id


def test_only_what_keeps_people_safe_needs_nobody(workshop: Workshop) -> None:
    free = {
        command.__name__
        for command, handler in workshop.desk.handlers.items()
        if handler.needs is None
    }
    assert free == {"RaiseStop"}


def test_a_stop_holds_the_device_until_a_supervisor_says_where_it_is(workshop: Workshop) -> None:
    desk, device = workshop.desk, make_device(workshop)
    nameless = desk.do(None, RaiseStop(SWOLLEN))
    stop = desk.do(workshop.worker, RaiseStop(SWOLLEN, device.code))
    assert (stop.id, stop.device_id) == (nameless.id, device.id)
    card = queries.card(desk, workshop.worker, device.code)
    assert (card.state, card.hazard) == (DeviceState.HAZARD_STOP, "swollen_battery")
    assert card.next_steps[0].key == "error.battery_hazard.next"
    with pytest.raises(Refused, match="not_permitted"):
        desk.do(workshop.worker, ReleaseStop(stop.id, "akku irrotettu", "Palolaatikko"))
    done = desk.do(workshop.first, ReleaseStop(stop.id, "akku irrotettu", "Palolaatikko"))
    assert done.released_by == workshop.first.person
    card = queries.card(desk, workshop.worker, device.code)
    assert (card.state, card.hazard, card.place) == (DeviceState.RECEIVED, None, "Palolaatikko")
    assert queries.open_stops(desk) == ()
    with pytest.raises(Refused, match="stop_released"):
        desk.do(workshop.first, ReleaseStop(stop.id, "taas", "Palolaatikko"))
    with pytest.raises(Refused, match="stop_unknown"):
        desk.do(workshop.first, ReleaseStop(99, "taas", "Palolaatikko"))


def test_a_stop_is_never_turned_away_because_of_its_device(workshop: Workshop) -> None:
    assert workshop.desk.do(None, RaiseStop(SWOLLEN, "not a code")).device_id is None


def test_a_correction_says_before_and_after_and_asks_for_a_new_label(workshop: Workshop) -> None:
    desk, device = workshop.desk, make_device(workshop, serial="PF2ABC12")
    right = desk.do(
        workshop.first,
        CorrectDevice(device.code, "luettu väärin", serial="pf2 a8c12", type=DeviceType.TABLET),
    )
    assert (right.serial, right.serial_key, right.type) == ("PF2A8C12", "PF2A8C12", "tablet")
    with desk.database.reading() as work:
        entry = work.journal.about(device.code)[-1]
        assert '"before":{"serial":"PF2ABC12","type":"laptop"}' in entry.body
        assert right.touched_seq == entry.seq
        (job,) = work.labels.waiting()
        assert (job.data["serial"], job.replaces) == ("PF2A8C12", True)
    assert queries.find(desk, workshop.worker, "2A8C1").device == device.code
    assert queries.find(desk, workshop.worker, "PF2ABC12").devices == ()


def test_a_correction_must_change_something_and_double_nothing(workshop: Workshop) -> None:
    desk, lot = workshop.desk, make_lot(workshop)
    device = make_device(workshop, lot=lot, serial="PF2ABC12")
    make_device(workshop, lot=lot, serial="PF2ABC13")

    for command, code in (
        (CorrectDevice(device.code, "korjaus", serial="PF2ABC12"), "nothing_to_change"),
        (CorrectDevice(device.code, "korjaus", serial="PF2-ABC13"), "serial_in_house"),
        (CorrectDevice(device.code, "korjaus", imei="123"), "imei_wrong"),
        (CorrectDevice(device.code, "korjaus", model="131052-308T"), "correction_is_secret"),
        (CorrectDevice(device.code, "korjaus", model="x" * 81), "text_too_long"),
    ):
        with pytest.raises(KnownFailure, match=code):
            desk.do(workshop.first, command)
    with pytest.raises(Refused, match="not_permitted"):
        desk.do(workshop.worker, CorrectDevice(device.code, "korjaus", model="T490"))


def test_what_was_approved_is_not_rewritten(workshop: Workshop) -> None:
    device = make_device(workshop)
    make_run(workshop, make_medium(workshop, device))
    with workshop.desk.database.work() as work:
        work.approvals.add(
            device_id=device.id,
            approved_at=workshop.clock.now(),
            approved_by=workshop.first.person,
            media_count=1,
            seen="opened",
            policy_version=1,
            accepted=[],
            seq=1,
        )
        work.commit()
    with pytest.raises(Refused, match="correction_of_approved"):
        workshop.desk.do(workshop.first, CorrectDevice(device.code, "korjaus", model="T490"))


def test_one_person_alone_makes_no_computer_a_thing_without_data(workshop: Workshop) -> None:
    desk, device = workshop.desk, make_device(workshop, serial="PF2ABC12")
    monitor = CorrectDevice(device.code, "on näyttö", type=DeviceType.MONITOR)
    printer = CorrectDevice(device.code, "on tulostin", type=DeviceType.PRINTER)
    for command in (monitor, printer):
        with pytest.raises(Refused, match="correction_needs_none"):
            desk.do(workshop.first, command)
    for person in (workshop.worker, workshop.other):
        desk.do(person, StateNone(device.code, CountSource.OPENED))
    assert desk.do(workshop.first, monitor).type == "monitor"
