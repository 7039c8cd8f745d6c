"""What comes in while an incident is open, and belongs to its doubt, is doubted as well."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from serkut_desk.domain.data_state import MediumState
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.people import Session
from serkut_desk.domain.second_look import Conclusion, FreezeWhy
from serkut_desk.stations.looks.commands import CloseIncident
from serkut_desk.stations.wiping.commands import NamePerformer
from stations.looks.reader import serial
from stations.looks.test_incidents import fail, maker, supervisor
from stations.wiping.logs import BEGIN, Drive, later, log

if TYPE_CHECKING:
    from stations.looks.reader import Reader


def test_what_comes_in_late_is_doubted_as_if_it_had_been_there(reader: Reader) -> None:
    first = reader.drawn(1)
    # Read in before its disk is known, and by nobody that is known.
    early = log(Drive(serial(5)), begin=BEGIN + timedelta(minutes=5), version="0.38")
    reader.bring(early)
    nobodys = reader.device("PF2ABC06")
    reader.declare(nobodys, serial(6))
    report = log(Drive(serial(6)), host="PF2ABC06", begin=later(-40), version="0.38")
    run = reader.bring(report, performed_by=None).files[0].runs[0].results[0].run
    incident = fail(reader)
    reader.workshop.clock.tick(days=1)
    same_day = reader.wiped(2, by=maker(reader))
    same_person = reader.wiped(3, version="0.41")
    adopted = reader.device("PF2ABC05")
    reader.declare(adopted, serial(5))
    reader.workshop.desk.do(reader.boss, NamePerformer(run or 0, reader.worker.person))
    new_work = reader.device("PF2ABC04")
    reader.declare(new_work, serial(4))
    reader.bring(log(Drive(serial(4)), host="PF2ABC04", begin=later(26)))
    (view,) = reader.seen().incidents
    assert {one.device: one.why for one in view.frozen} == {
        first.code: FreezeWhy.LOOK,
        same_day.code: FreezeWhy.TOOL_DAY,
        same_person.code: FreezeWhy.PERSON,
        adopted.code: FreezeWhy.PERSON,
        nobodys.code: FreezeWhy.PERSON,
    }
    for device in (same_day, same_person, adopted, nobodys):
        assert reader.look(device).facts.media[0].frozen
        with pytest.raises(Refused, match="proof_frozen"):
            reader.approve(device)
    assert reader.look(new_work).facts.media[0].state is MediumState.UNAPPROVED
    with reader.workshop.desk.database.reading() as work:
        grown = [one for one in work.journal.entries() if one.tag == Tag.INCIDENT_GREW]
    assert [one.subject for one in grown] == [
        same_day.code,
        same_person.code,
        adopted.code,
        nobodys.code,
    ]
    assert reader.findings() == ()
    assert reader.findings_after("DELETE FROM proof_freeze WHERE why = 'tool_day'")
    assert reader.findings_after("UPDATE proof_freeze SET at = '2026-01-01T00:00:00.000Z'")
    assert reader.findings_after("UPDATE second_look SET looked_at = '2030-01-01T00:00:00.000Z'")
    assert reader.findings_after("UPDATE second_look SET medium_id = 2")
    second = supervisor(reader)
    unseen = CloseIncident(incident, Conclusion.UNFOUNDED, "selvitetty", second, seen=1)
    third = supervisor(reader, 72)
    with pytest.raises(Refused, match="incident_grew"):
        reader.workshop.desk.do(third, unseen)
    # Who knows of all of them may.
    seen = CloseIncident(
        incident, Conclusion.UNFOUNDED, "selvitetty", second, seen=len(view.frozen)
    )
    reader.workshop.desk.do(Session(third.person, reader.workshop.clock.now()), seen)
    assert reader.look(same_day).facts.media[0].state is MediumState.UNAPPROVED
    late = reader.wiped(7)
    assert reader.look(late).facts.media[0].state is MediumState.UNAPPROVED
    assert reader.findings() == ()
