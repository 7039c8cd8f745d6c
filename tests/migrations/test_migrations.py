from __future__ import annotations

import re
import shutil
import sqlite3
from typing import TYPE_CHECKING

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from kit import FrozenClock
from serkut_desk import shipped
from serkut_desk.domain.errors import Unavailable
from serkut_desk.domain.events import Tag
from serkut_desk.records import upgrade
from serkut_desk.records.database import Database
from serkut_desk.records.engine import connect, guards
from serkut_desk.records.schema import metadata

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Engine

BROKEN = """
from alembic import op

revision = "9002"
down_revision = "9001"


def upgrade():
    op.get_bind().exec_driver_sql("CREATE TABLE second_step (id INTEGER PRIMARY KEY) STRICT")
    op.get_bind().exec_driver_sql("INSERT INTO no_such_table VALUES (1)")
"""

# A revision that changes data, as a later one may: what it finds must be there changed.
DATA = """
from alembic import op

revision = "9001"
down_revision = "0006"


def upgrade():
    connection = op.get_bind()
    connection.exec_driver_sql("ALTER TABLE person ADD COLUMN initials TEXT NOT NULL DEFAULT ''")
    connection.exec_driver_sql("UPDATE person SET initials = substr(display, 1, 2)")
"""


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    """Give an engine on a new, empty file."""
    made = connect.create_new(tmp_path / "serkut.sqlite3")
    yield made
    made.dispose()


@pytest.fixture
def steps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give the folder of revisions of a program that has more of them than this one."""
    folder = tmp_path / "migrations"
    shutil.copytree(shipped.migrations(), folder, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(shipped, "migrations", lambda: folder)
    upgrade.known_revisions.cache_clear()
    yield folder / "versions"
    upgrade.known_revisions.cache_clear()


def _words(sql: str) -> str:
    """Return a statement without what does not matter: spaces, quotes, the order of constraints."""
    plain = re.sub(r"\s+", " ", sql.replace('"', "")).strip()
    head, paren, rest = plain.partition("(")
    if not paren or not plain.startswith("CREATE TABLE"):
        return plain
    body, _, tail = rest.rpartition(")")
    parts = sorted(part.strip() for part in re.split(r",(?![^(]*\))", body))
    return f"{head.strip()} ({'; '.join(parts)}) {tail.strip()}"


def _objects(engine: Engine, kind: str) -> dict[str, str]:
    with engine.connect() as connection:
        rows = connection.exec_driver_sql(
            "SELECT name, sql FROM sqlite_master WHERE type = ? AND sql IS NOT NULL", (kind,)
        )
        return {name: sql for name, sql in rows}  # noqa: C416 - rows are not pairs to mypy


def _make_old(path: Path) -> None:
    """Make a database with one person and an entry, by the steps that there are now."""
    clock = FrozenClock()
    database = Database.create(path, clock, "1")
    with database.work() as work:
        work.people.add(
            code="HK0000000198",
            role="worker",
            display="T07",
            name=None,
            title=None,
            pin_hash=None,
            language="fi",
            created_at=clock.now(),
            active=True,
        )
        work.journal.append(Tag.PERSON_ADDED, "HK0000000198")
        work.commit()
    database.close()


def test_there_is_one_newest_revision_and_files_begin_with_theirs() -> None:
    scripts = ScriptDirectory.from_config(upgrade.config())
    assert scripts.get_heads() == [upgrade.newest()]
    order = [script.revision for script in scripts.walk_revisions()]
    assert tuple(reversed(order)) == upgrade.known_revisions()


def test_stairway_up_down_up(engine: Engine) -> None:
    scripts = ScriptDirectory.from_config(upgrade.config())
    for script in reversed(list(scripts.walk_revisions())):
        down_to = script.down_revision or "base"
        for direction, target in (
            ("up", script.revision),
            ("down", down_to),
            ("up", script.revision),
        ):
            with engine.connect() as connection, connection.begin():
                run = command.upgrade if direction == "up" else command.downgrade
                run(upgrade.config(connection), str(target))
    assert upgrade.current(engine) == upgrade.newest()


def test_a_way_down_leaves_nothing(engine: Engine) -> None:
    upgrade.build(engine)
    with engine.connect() as connection, connection.begin():
        command.downgrade(upgrade.config(connection), "base")
    left = {name for kind in ("table", "index", "trigger") for name in _objects(engine, kind)}
    assert left == {"alembic_version"}


def test_the_newest_migration_is_the_schema(engine: Engine) -> None:
    upgrade.build(engine)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection)
        found = compare_metadata(context, metadata)
        named = [change for change in found if isinstance(change, tuple)]
        # The search index is no table of the schema: records/engine/search.py speaks to it.
        assert [change for change in named if "search" not in str(change)] == []
    dialect = sqlite.dialect()
    tables = _objects(engine, "table")
    ours = {name: sql for name, sql in tables.items() if not name.startswith(("search", "alembic"))}
    assert {name: _words(sql) for name, sql in ours.items()} == {
        table.name: _words(str(CreateTable(table).compile(dialect=dialect)))
        for table in metadata.sorted_tables
    }
    assert {name: _words(sql) for name, sql in _objects(engine, "index").items()} == {
        str(index.name): _words(str(CreateIndex(index).compile(dialect=dialect)))
        for table in metadata.sorted_tables
        for index in table.indexes
    }


def test_every_table_is_strict_and_every_check_named(engine: Engine) -> None:
    upgrade.build(engine)
    for name, sql in _objects(engine, "table").items():
        if name.startswith(("search", "alembic")):
            continue
        assert re.search(r"\)\s*(WITHOUT ROWID,\s*)?STRICT(,\s*WITHOUT ROWID)?$", sql), name
        assert len(re.findall(r"\bCHECK\b", sql)) == len(
            re.findall(r"CONSTRAINT ck_\w+ CHECK", sql)
        )
        assert "CASCADE" not in sql


def test_the_guards_are_there_and_fire(tmp_path: Path) -> None:
    path = tmp_path / "serkut.sqlite3"
    _make_old(path)
    raw = sqlite3.connect(path)
    present = {
        row[0] for row in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    }
    assert set(guards.expected()) <= present
    for table in ("journal", "journal_subject"):
        column = "body" if table == "journal" else "subject"
        for sql in (
            f"UPDATE {table} SET {column} = 'x'",  # noqa: S608 - names of our tables
            f"DELETE FROM {table}",  # noqa: S608 - as above
            f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}",  # noqa: S608 - as above
        ):
            with pytest.raises(sqlite3.Error, match="append-only"):
                raw.execute(sql)
    raw.close()


def test_an_upgrade_keeps_a_copy_moves_the_data_and_is_an_entry(
    tmp_path: Path, steps: Path
) -> None:
    path = tmp_path / "serkut.sqlite3"
    _make_old(path)
    (steps / "9001_initials.py").write_text(DATA, encoding="utf-8")
    upgrade.known_revisions.cache_clear()
    database = Database.open_up(path, FrozenClock(), "1", tmp_path / "upgrades")
    with database.reading() as work:
        rows = work.connection.exec_driver_sql("SELECT display, initials FROM person").all()
        tags = [entry.tag for entry in work.journal.entries()]
    assert [tuple(row) for row in rows] == [("T07", "T0")]
    assert tags == [Tag.PERSON_ADDED, Tag.SCHEMA_UPGRADED]
    assert database.check().ok
    database.close()
    (copy,) = (tmp_path / "upgrades").iterdir()
    assert copy.name == "before-9001-from-0006.sqlite3"
    raw = sqlite3.connect(copy)
    columns = {row[1] for row in raw.execute("PRAGMA table_info(person)")}
    assert "initials" not in columns
    raw.close()


def test_a_second_step_that_fails_takes_the_first_back(tmp_path: Path, steps: Path) -> None:
    path = tmp_path / "serkut.sqlite3"
    _make_old(path)
    (steps / "9001_initials.py").write_text(DATA, encoding="utf-8")
    (steps / "9002_broken.py").write_text(BROKEN, encoding="utf-8")
    upgrade.known_revisions.cache_clear()
    with pytest.raises(Exception, match="no_such_table"):
        Database.open_up(path, FrozenClock(), "1", tmp_path / "upgrades")
    raw = sqlite3.connect(path)
    assert raw.execute("SELECT version_num FROM alembic_version").fetchone() == ("0006",)
    assert "initials" not in {row[1] for row in raw.execute("PRAGMA table_info(person)")}
    found = raw.execute("SELECT count(*) FROM sqlite_master WHERE name = 'second_step'")
    assert found.fetchone() == (0,)
    raw.close()


def test_a_database_of_a_newer_program_is_refused_unchanged(tmp_path: Path) -> None:
    path = tmp_path / "serkut.sqlite3"
    _make_old(path)
    raw = sqlite3.connect(path)
    raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.commit()
    raw.close()
    with pytest.raises(Unavailable, match="database_newer"):
        Database.open_up(path, FrozenClock(), "1", tmp_path / "upgrades")
    assert not (tmp_path / "upgrades").exists()


def test_no_migration_leans_on_the_program() -> None:
    for path in shipped.migrations().rglob("*.py"):
        assert "serkut_desk" not in path.read_text(encoding="utf-8"), path.name
