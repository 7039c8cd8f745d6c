"""The database by its bare driver: the same file, tables, triggers and durability."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sqlalchemy import event

from serkut_desk.domain import journal
from serkut_desk.records.engine import driver

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from serkut_desk.records.database import Database

_WRITES = ("INSERT", "UPDATE", "DELETE")
_READS = ("SELECT", "WITH")
_PRAGMAS = ("foreign_keys = ON", "recursive_triggers = ON", "synchronous = FULL")
_JOURNAL = "INSERT INTO journal "
_FIELDS = ("seq", "format", "at", "actor", "workstation", "tag", "subject", "body", "prev", "hash")

Write = tuple[str, Any, bool]
"""Statement, parameters, whether these are many rows."""


def watched(database: Database) -> AbstractContextManager[list[Write]]:
    """Write down every statement that changes rows, with its parameters."""
    return _noted(database, _WRITES)


def asked(database: Database) -> AbstractContextManager[list[Write]]:
    """Write down every question, with its parameters."""
    return _noted(database, _READS)


@contextmanager
def _noted(database: Database, beginnings: tuple[str, ...]) -> Iterator[list[Write]]:
    writes: list[Write] = []

    def note(*told: Any) -> None:
        _connection, _cursor, statement, parameters, _context, many = told
        if statement.lstrip().startswith(beginnings):
            writes.append((statement, parameters, many))

    # SQLAlchemy counts a listener's arguments; this one takes them as they come.
    event.listen(database._engine, "before_cursor_execute", note, named=False)
    try:
        yield writes
    finally:
        event.remove(database._engine, "before_cursor_execute", note)


def connect(path: Path) -> Any:
    """Open a database as the program does, without the program."""
    raw = driver.choose().module.connect(str(path), isolation_level=None)
    for pragma in (*_PRAGMAS, f"journal_mode = {driver.choose().journal_mode}"):
        raw.execute(f"PRAGMA {pragma}")
    return raw


def write(raw: Any, writes: list[Write]) -> None:
    """Make the same rows in one transaction, the journal's entries hashed anew."""
    raw.execute("BEGIN IMMEDIATE")
    for statement, parameters, many in writes:
        if statement.startswith(_JOURNAL):
            fields = dict(zip(_FIELDS, parameters, strict=True))
            stated = fields.pop("hash")
            assert journal.entry_hash(**fields) == stated
        (raw.executemany if many else raw.execute)(statement, parameters)
    raw.execute("COMMIT")


def ask(raw: Any, questions: list[Write]) -> None:
    """Ask the same again in one transaction, and read every row."""
    raw.execute("BEGIN")
    for statement, parameters, _many in questions:
        raw.execute(statement, parameters).fetchall()
    raw.execute("COMMIT")
