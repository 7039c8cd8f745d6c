from __future__ import annotations

import sqlite3
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from serkut_desk.domain import journal
from serkut_desk.domain.errors import Unavailable
from serkut_desk.domain.events import Tag

if TYPE_CHECKING:
    from kit import Workshop


def _append(workshop: Workshop, **body: object) -> journal.Head:
    with workshop.desk.database.work("HK0000000000") as work:
        head = work.journal.append(Tag.SETTING_CHANGED, "workshop", **body)
        work.commit()
    return head


def _entries(workshop: Workshop) -> list[journal.Entry]:
    with workshop.desk.database.reading() as work:
        return list(work.journal.entries())


def test_a_chain_verifies_and_its_head_is_the_last_entry(workshop: Workshop) -> None:
    heads = [_append(workshop, number=number) for number in range(5)]
    verified = journal.verify(_entries(workshop))
    assert verified.ok
    assert (verified.entries, verified.head) == (5, heads[-1])


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE journal SET body = body",
        "DELETE FROM journal",
        "INSERT OR REPLACE INTO journal SELECT * FROM journal LIMIT 1",
        "UPDATE journal_subject SET subject = 'x'",
        "DELETE FROM journal_subject",
        "INSERT OR REPLACE INTO journal_subject SELECT * FROM journal_subject",
    ],
)
def test_the_journal_refuses_edits(workshop: Workshop, sql: str) -> None:
    _append(workshop)
    raw = sqlite3.connect(workshop.desk.folder.database)
    with pytest.raises(sqlite3.Error, match="append-only"):
        raw.execute(sql)
    raw.close()


def test_an_edit_by_force_shows_and_stops_further_writing(workshop: Workshop) -> None:
    for number in range(3):
        _append(workshop, number=number)
    raw = sqlite3.connect(workshop.desk.folder.database)
    raw.execute("DROP TRIGGER journal_no_update")
    raw.execute("UPDATE journal SET body = body || ' ' WHERE seq = 2")
    raw.commit()
    raw.close()
    verified = journal.verify(_entries(workshop))
    assert (verified.ok, verified.first_bad, verified.why) == (False, 2, "content")
    assert workshop.desk.database.missing_guards() == ("journal_no_update",)
    with pytest.raises(Unavailable, match="journal_unguarded"):
        _append(workshop)


def test_a_lost_entry_a_swapped_one_and_an_older_one_show(workshop: Workshop) -> None:
    for number in range(4):
        _append(workshop, number=number)
    entries = _entries(workshop)
    assert journal.verify(entries[:1] + entries[2:]).why == "gap"
    assert journal.verify(entries[1:]).why == "gap"
    assert journal.verify([entries[0], entries[1], entries[3]]).first_bad == 4


def test_what_is_rolled_back_leaves_no_entry(workshop: Workshop) -> None:
    with workshop.desk.database.work() as work:
        work.journal.append(Tag.SETTING_CHANGED, "workshop")
    assert _entries(workshop) == []


def test_a_clock_set_back_is_an_entry_and_time_never_runs_backwards(workshop: Workshop) -> None:
    _append(workshop)
    workshop.clock.set_wall(workshop.clock.now() - timedelta(hours=2))
    _append(workshop)
    entries = _entries(workshop)
    assert [entry.tag for entry in entries] == [
        Tag.SETTING_CHANGED,
        Tag.CLOCK_JUMPED,
        Tag.SETTING_CHANGED,
    ]
    assert '"kind":"backward"' in entries[1].body
    assert entries[0].at == entries[1].at == entries[2].at
    with workshop.desk.database.reading() as work:
        assert work.house.get("clock_doubted") is True


def test_a_clock_set_forward_while_running_is_an_entry(workshop: Workshop) -> None:
    _append(workshop)
    workshop.clock.set_wall(workshop.clock.now() + timedelta(minutes=11))
    _append(workshop)
    assert [entry.tag for entry in _entries(workshop)][1] == Tag.CLOCK_JUMPED


def test_a_number_that_was_told_is_the_next_entrys(workshop: Workshop) -> None:
    _append(workshop)
    with workshop.desk.database.work("HK0000000000") as work:
        told = work.journal.next_seq()
        workshop.clock.set_wall(workshop.clock.now() - timedelta(hours=2))
        assert work.journal.next_seq() == told
        assert work.journal.append(Tag.SETTING_CHANGED, "workshop").seq == told
        work.commit()
    _append(workshop)
    assert _entries(workshop)[-2].tag == Tag.CLOCK_JUMPED


def test_a_night_is_no_jump(workshop: Workshop) -> None:
    _append(workshop)
    workshop.clock.tick(hours=15)
    _append(workshop)
    assert len(_entries(workshop)) == 2


def test_the_hash_of_the_guide() -> None:
    """The test vector that the guide prints."""
    found = journal.entry_hash(
        seq=1,
        prev=journal.FIRST_PREVIOUS,
        format=1,
        at="2026-11-21T12:00:00.000Z",
        actor="HK0000000198",
        workstation="1",
        tag="lot:intake:opened",
        subject="ER0000000104",
        body='{"subjects":["ER0000000104"]}',
    )
    assert found == "004ef6645e3f07335944789d20a8c80d546a8f82028ac7056bfb23eca7bf5a2e"


def test_an_entry_is_found_by_each_of_its_subjects(workshop: Workshop) -> None:
    with workshop.desk.database.work() as work:
        work.journal.append(Tag.LOT_OPENED, "ER1", ("SD1", "SD2"), many=2)
        work.commit()
    with workshop.desk.database.reading() as work:
        for subject in ("ER1", "SD1", "SD2"):
            assert [entry.subject for entry in work.journal.about(subject)] == ["ER1"]
