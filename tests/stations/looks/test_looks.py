"""From the draw to the reading: who is drawn, what waits, who may look, what counts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from draws import drawing
from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.lifecycle import DeviceState
from serkut_desk.domain.second_look import LookState, chosen, draw_in
from serkut_desk.stations.looks.commands import DrawLooks
from stations.looks.reader import reading, serial
from stations.wiping.logs import Drive, later, log

if TYPE_CHECKING:
    from stations.looks.reader import Reader


def test_a_batch_is_drawn_from_by_the_hash_of_its_own_entry(reader: Reader) -> None:
    devices = reader.many(5)
    with drawing(per_hundred=20, chance=0):
        done = reader.approve(*devices)
    with reader.workshop.desk.database.reading() as work:
        entry = work.journal.about(devices[0].code)[-1]
        looks = work.looks.in_state(frozenset({LookState.OPEN}), 10)
    told = draw_in(json.loads(entry.body)["draw"])
    assert (told.population, told.before, told.drawn, told.need) == (5, 0, 0, 1)
    assert len(told.candidates) == len(told.fresh) == 5
    assert [one.run_id for one in looks] == list(chosen(told, entry.hash))
    assert len(done.drawn) == 1
    # The next day what was sanitised before counts rounded up: two of six.
    with drawing(per_hundred=20, chance=0):
        assert reader.approve(reader.wiped(40)).drawn == ()
        reader.workshop.clock.tick(days=1)
        assert len(reader.approve(reader.wiped(41)).drawn) == 1
        share = reader.seen().month
    assert (share.population, share.needed, share.open, share.short) == (7, 2, 2, 0)
    assert reader.findings() == ()


def test_one_device_that_leaves_at_once_is_held_back_by_chance_only(reader: Reader) -> None:
    with drawing(chance=0):
        assert reader.approve(reader.wiped(1)).drawn == ()
    with drawing(chance=0):
        assert reader.draw() != ()
        assert reader.draw() == ()
    with pytest.raises(Misused, match="month_form"):
        reader.workshop.desk.do(reader.boss, DrawLooks("marraskuu"))
    with drawing(chance=1000):
        assert reader.approve(reader.wiped(2)).drawn == (serial(2),)


def test_what_is_drawn_waits_and_goes_on_when_it_was_read(reader: Reader) -> None:
    device = reader.drawn()
    reader.issue(device)
    reader.shelve(device)
    reader.know_seller()
    with pytest.raises(Refused, match="look_open"):
        reader.basket(device)
    (line,) = reader.seen().waiting
    assert (line.medium, line.device, line.against) == (serial(1), device.code, ())
    assert line.wiped_with == "nwipe 0.40"
    done = reader.read(device.code)
    assert (done.state, done.incident, done.frozen) == (LookState.CLEAN, None, 0)
    reader.complete(reader.basket(device))
    assert reader.look(device).device.state == DeviceState.LEFT
    (line,) = reader.seen().done
    assert (line.state, line.tool, line.looked_by) == (LookState.CLEAN, "hdparm", "T01")
    assert reader.findings() == ()


def test_who_had_a_part_does_not_look_and_is_told_why(reader: Reader) -> None:
    reader.drawn()
    for who, code in ((reader.worker, "looker_performed"), (reader.boss, "looker_approved")):
        (line,) = reader.seen(who).waiting
        assert [one.code.value for one in line.against][:1] == [code]
        with pytest.raises(Refused, match=code):
            reader.read(serial(1), by=who)
    with pytest.raises(Refused, match="looker_approved"):
        reader.release(serial(1), by=reader.boss)


def test_what_is_no_second_look(reader: Reader) -> None:
    reader.drawn()
    before = reader.entries()
    written = log(Drive(serial(1)), method="Fill With Zeros", passes=1)
    for data, clean, tool, code in (
        (reading(1, serial_of=2), True, "", "look_other_serial"),
        (reading(1, errors=3), True, "", "look_says_otherwise"),
        (reading(1), False, "", "look_says_otherwise"),
        (written, True, "", "look_written"),
        (reading(1)[:900], True, "", "look_unread"),
        (b"a photograph", True, "nwipe 0.41", "look_same_tool"),
        (b"a photograph", True, " ", "look_tool_missing"),
    ):
        with pytest.raises((Refused, Misused), match=code):
            reader.read(serial(1), data, clean=clean, tool=tool)
    assert reader.entries() == before


def test_its_own_report_is_none_but_a_reading_by_the_same_program_is(reader: Reader) -> None:
    reader.drawn()
    with reader.workshop.desk.database.reading() as work:
        (run,) = work.runs.of_medium(1)
    assert run.sha256 is not None
    own = reader.workshop.desk.files.read(run.sha256)
    with pytest.raises(Refused, match="look_is_the_report"):
        reader.read(serial(1), own)
    assert reader.read(serial(1), reading(1), tool="").state is LookState.CLEAN
    with pytest.raises(Refused, match="look_not_drawn"):
        reader.read(serial(1))


def test_what_can_not_be_read_is_replaced_by_another(reader: Reader) -> None:
    first, second = reader.wiped(1), reader.wiped(2)
    with drawing(chance=0):
        reader.approve(first, second)
        (name,) = reader.draw()
        done = reader.release(name)
    assert done.drawn == tuple({first.code, second.code} - {name})
    share = reader.seen().month
    assert (share.impossible, share.open, share.drawn, share.short) == (1, 1, 1, 0)
    assert reader.findings() == ()


def test_what_left_or_was_installed_on_can_not_be_drawn(reader: Reader) -> None:
    device, other = reader.wiped(1), reader.wiped(2)
    reader.approve(device, other)
    reader.issue(device)
    reader.shelve(device)
    reader.know_seller()
    reader.complete(reader.basket(device))
    with reader.workshop.desk.database.work() as work:
        work.connection.execute(
            text(
                "INSERT INTO installation (device_id, system, version, edition, tests,"
                " tests_version, passed, note, installed_at, installed_by, seq) VALUES"
                " (:device, 'Linux Mint', '22', '', '[]', 1, 1, '', :at, 'HK', 1)"
            ),
            {"device": other.id, "at": "2026-11-23T08:00:00.000Z"},
        )
        work.commit()
    with drawing(per_hundred=100, chance=0):
        assert reader.draw() == ()
        assert reader.seen().month.short == 2


def test_a_look_that_somebody_took_away_is_found(reader: Reader) -> None:
    reader.drawn(1)
    reader.approve(reader.wiped(2))
    assert reader.findings() == ()
    for sql in (
        "DELETE FROM second_look",
        "UPDATE second_look SET state = 'clean', looked_at = at, looked_by = 'HK0000000208'",
        "UPDATE second_look SET run_id = (SELECT max(id) FROM sanitisation_run)",
    ):
        assert reader.findings_after(sql) != (), sql


def test_what_needs_no_draw_lists_nobody(reader: Reader) -> None:
    with drawing(chance=0):
        reader.approve(*reader.many(3))
    with reader.workshop.desk.database.reading() as work:
        entry = [one for one in work.journal.entries() if one.tag == Tag.APPROVED][-1]
    told = draw_in(json.loads(entry.body)["draw"])
    assert (told.need, told.candidates, len(told.fresh)) == (0, (), 3)


def test_only_what_was_read_since_the_wipe_and_for_this_look_is_evidence(reader: Reader) -> None:
    reader.drawn()
    with reader.workshop.desk.database.reading() as work:
        (run,) = work.runs.of_medium(1)
    assert run.sha256 is not None
    own = reader.workshop.desk.files.read(run.sha256)
    again = log(Drive(serial(1)), begin=later(4))
    old = log(Drive(serial(1)), begin=later(-1), method="Verify Zeros (0x00)", passes=0)
    before = reader.entries()
    for data, code in (
        # A file may hold several runs: wiped once more, then read.
        (again + reading(1), "look_written"),
        (own + again + reading(1), "look_written"),
        (own + b"\n", "look_written"),
        (reading(1, errors=3) + reading(1), "look_says_otherwise"),
        (old, "look_before_wipe"),
    ):
        with pytest.raises(Refused, match=code):
            reader.read(serial(1), data, tool="")
    assert reader.entries() == before
    assert reader.read(serial(1), own + reading(1), tool="").state is LookState.CLEAN


def test_no_file_is_evidence_of_two_looks_at_a_medium(reader: Reader) -> None:
    reader.drawn()
    photograph = b"a photograph of the screen"
    failed = reader.read(serial(1), photograph, clean=False)
    assert failed.incident is not None
    with pytest.raises(Refused, match="look_file_used"):
        reader.read(serial(1), photograph)
    assert reader.read(serial(1), photograph + b" of today").state is LookState.CLEAN
