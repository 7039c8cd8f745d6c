from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from serkut_desk.domain.errors import Unavailable
from serkut_desk.domain.events import Tag
from serkut_desk.domain.journal import Head
from serkut_desk.records.database import Database

if TYPE_CHECKING:
    from kit import Workshop


@pytest.fixture
def filled(workshop: Workshop) -> Workshop:
    """Give a workshop with four entries about two subjects each."""
    with workshop.desk.database.work() as work:
        for number in range(4):
            work.journal.append(Tag.LOT_OPENED, "ER1", (f"SD{number}",))
        work.commit()
    return workshop


def _by_force(workshop: Workshop, *statements: str) -> None:
    """Change the file as somebody could who takes the guards off and puts them back."""
    raw = sqlite3.connect(workshop.desk.folder.database)
    guards = raw.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in guards:
        raw.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        raw.execute(statement)
    for _, sql in guards:
        raw.execute(sql)
    raw.commit()
    raw.close()


def test_a_whole_journal_is_found_whole_with_its_head(filled: Workshop) -> None:
    with filled.desk.database.reading() as work:
        head = work.journal.head()
    state = filled.desk.database.check(head)
    assert (state.ok, state.entries, state.head) == (True, 4, head)
    assert filled.desk.database.check(Head(4, "0" * 64)).why == "anchor"
    cut = filled.desk.database.check(Head(9, head.hash))
    assert (cut.why, cut.first_bad) == ("cut", 9)


def test_one_finding_hides_no_other(filled: Workshop) -> None:
    raw = sqlite3.connect(filled.desk.folder.database)
    for name in ("journal_no_update", "journal_no_delete"):
        raw.execute(f"DROP TRIGGER {name}")
    raw.execute("UPDATE journal SET actor = 'HK9' WHERE seq = 2")
    raw.commit()
    raw.close()
    state = filled.desk.database.check(Head(4, "0" * 64))
    found = [(one.why, one.first_bad) for one in state.findings]
    assert found == [("content", 2), ("guards", None), ("anchor", 4)]


@pytest.mark.parametrize(
    ("statement", "first_bad"),
    [
        ("DELETE FROM journal_subject WHERE subject = 'SD2'", 3),
        ("UPDATE journal_subject SET subject = 'SD9' WHERE subject = 'SD1'", 2),
        ("INSERT INTO journal_subject VALUES ('SD7', 4)", 4),
        ("UPDATE journal_subject SET seq = 4 WHERE subject = 'SD0'", 1),
    ],
)
def test_an_index_that_says_something_else_is_found(
    filled: Workshop, statement: str, first_bad: int
) -> None:
    _by_force(filled, statement)
    state = filled.desk.database.check()
    assert (state.why, state.first_bad) == ("subjects", first_bad)


def test_guards_that_were_put_back_differently_are_found(filled: Workshop) -> None:
    raw = sqlite3.connect(filled.desk.folder.database)
    raw.execute("DROP TRIGGER journal_no_delete")
    raw.execute("CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal BEGIN SELECT 1; END")
    raw.commit()
    raw.close()
    state = filled.desk.database.check()
    assert (state.ok, state.why, state.first_bad) == (False, "guards", None)


def test_the_newest_entries_are_checked_alone(filled: Workshop) -> None:
    _by_force(filled, "UPDATE journal SET actor = 'HK9' WHERE seq = 2")
    with filled.desk.database.reading() as work:
        assert work.journal.tail(2).ok
        assert work.journal.tail(3).first_bad == 2
        assert work.journal.tail(1000).first_bad == 2


def test_a_page_that_can_not_be_read_is_told_as_damage(workshop: Workshop) -> None:
    with workshop.desk.database.work() as work:
        for number in range(200):
            work.journal.append(Tag.SETTING_CHANGED, "setting", number=number, text="x" * 500)
        work.commit()
    path = workshop.desk.folder.database
    workshop.desk.database.close()
    whole = path.read_bytes()
    middle = whole.index(b'"number":150')
    start = middle - middle % 4096
    path.write_bytes(whole[:start] + b"\xff" * 4096 + whole[start + 4096 :])
    database = Database.open_up(path, workshop.clock, "1", path.parent)
    with pytest.raises(Unavailable, match="database_damaged"):
        database.check()
    database.close()
