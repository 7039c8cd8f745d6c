"""How the file is opened: what every connection is told, and what begins how."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from sqlalchemy.exc import OperationalError

from kit import FrozenClock
from serkut_desk.domain.errors import Unavailable
from serkut_desk.domain.events import Tag
from serkut_desk.records.database import Database
from serkut_desk.records.engine import connect, driver

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Engine

# As PRAGMA says them: FULL is 2.
TOLD = {
    "foreign_keys": 1,
    "recursive_triggers": 1,
    "busy_timeout": connect.BUSY_MS,
    "trusted_schema": 0,
    "synchronous": 2,
}
OLD = driver.Driver(sqlite3, "sqlite3", (3, 40, 1))
WRITERS, EACH = 4, 25


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a folder with 100 %" / "serkut.sqlite3"


def _pragma(engine: Engine, name: str) -> object:
    with engine.connect() as connection:
        return connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()


@pytest.mark.parametrize(
    ("chosen", "mode"), [(driver.choose(), "wal"), (OLD, "truncate")], ids=["safe", "old"]
)
def test_every_pragma_reads_back_as_it_was_set(
    path: Path, chosen: driver.Driver, mode: str
) -> None:
    connect.create_new(path, chosen).dispose()
    engine = connect.open_existing(path, chosen)
    try:
        assert {name: _pragma(engine, name) for name in TOLD} == TOLD
        assert _pragma(engine, "journal_mode") == mode
        assert _pragma(engine, "application_id") == connect.APPLICATION_ID
    finally:
        engine.dispose()


def test_opening_never_creates_and_creating_never_opens(path: Path) -> None:
    with pytest.raises(Unavailable, match="database_missing"):
        connect.open_existing(path)
    assert not path.exists()
    connect.create_new(path).dispose()
    before = path.read_bytes()
    with pytest.raises(Unavailable, match="database_exists"):
        connect.create_new(path)
    assert path.read_bytes() == before


def test_another_programs_database_is_not_ours(path: Path) -> None:
    path.parent.mkdir()
    raw = sqlite3.connect(path)
    raw.execute("CREATE TABLE other (id INTEGER)")
    raw.commit()
    raw.close()
    with pytest.raises(Unavailable, match="not_our_database"):
        connect.open_existing(path)


def test_a_reader_can_not_write(path: Path) -> None:
    database = Database.create(path, FrozenClock(), "1")
    try:
        with database.reading() as work, pytest.raises(OperationalError, match="readonly"):
            work.house.put("workshop", {"name": "x"})
        # The same connection, from the pool, may write again when it is told so.
        with database.work() as work:
            work.house.put("workshop", {"name": "x"})
            work.commit()
    finally:
        database.close()


def test_a_table_made_in_a_transaction_goes_with_it(path: Path) -> None:
    engine = connect.create_new(path)
    try:
        with engine.connect() as connection:
            connection.exec_driver_sql("CREATE TABLE half_done (id INTEGER) STRICT")
            connection.rollback()
        with engine.connect() as connection:
            assert connection.exec_driver_sql("SELECT * FROM sqlite_master").all() == []
    finally:
        engine.dispose()


def test_writers_side_by_side_extend_one_chain_and_lose_nothing(path: Path) -> None:
    database = Database.create(path, FrozenClock(), "1")

    def write(number: int) -> None:
        for turn in range(EACH):
            with database.work() as work:
                # Read, then write: only a transaction that begins IMMEDIATE survives this.
                work.journal.head()
                work.journal.append(Tag.SETTING_CHANGED, "workshop", by=number, turn=turn)
                work.commit()

    try:
        with ThreadPoolExecutor(WRITERS) as pool:
            assert list(pool.map(write, range(WRITERS))) == [None] * WRITERS
        state = database.check()
        assert (state.ok, state.entries) == (True, WRITERS * EACH)
    finally:
        database.close()
