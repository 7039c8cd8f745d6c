"""Looks into the copy of a database without changing it: is it sound, what does it name."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError

from serkut_desk.domain.journal import START
from serkut_desk.records import upgrade
from serkut_desk.records.engine import connect, copying
from serkut_desk.records.house import House
from serkut_desk.records.journal import PROGRAM, Journal
from serkut_desk.records.journal_check import Finding, JournalState, check
from serkut_desk.records.named_files import named_files

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from serkut_desk.domain.journal import Head

_NOTHING = JournalState(0, START, (Finding("unreadable", None),))


@dataclass(frozen=True, slots=True)
class Inspected:
    """What the copy of a database is.

    Args:
        faults: What is wrong with it, in the words of the database; nothing if it is sound.
        journal: How its journal stands.
        files: SHA-256 of every file that its records name.
        workshop: The name of the workshop.
    """

    faults: tuple[str, ...]
    journal: JournalState
    files: frozenset[str] = frozenset()
    workshop: str = ""


class _NoClock:
    """Looking at a copy writes nothing, so that no time is needed."""

    def now(self) -> datetime:
        """Return the beginning of time."""
        return datetime.min.replace(tzinfo=UTC)

    def steady(self) -> tuple[str, float]:
        """Return no time either."""
        return "", 0.0


def inspect(path: Path, anchor: Head | None = None) -> Inspected:
    """Open a copy for reading only and check all of it.

    Args:
        path: A database file that nobody has open.
        anchor: The entry that has to be its newest.
    """
    try:
        return _inspect(path, anchor)
    except DBAPIError as problem:
        return Inspected((str(problem.orig),), _NOTHING)


def _inspect(path: Path, anchor: Head | None) -> Inspected:
    faults = copying.faults(path)
    if faults:
        return Inspected(faults, _NOTHING)
    engine = connect.read_only(path)
    try:
        if not connect.is_ours(engine):
            return Inspected(("not a Serkut Desk database",), _NOTHING)
        revision = upgrade.current(engine)
        if revision == upgrade.newest():
            return _content(engine, anchor)
    finally:
        engine.dispose()
    if not upgrade.is_known(revision):
        return Inspected((f"revision {revision or '-'} is newer than the program",), _NOTHING)
    with tempfile.TemporaryDirectory() as scratch:
        upgraded = Path(scratch) / path.name
        shutil.copyfile(path, upgraded)
        engine = connect.open_existing(upgraded)
        try:
            upgrade.bring_up(engine, Path(scratch))
            return _content(engine, anchor)
        finally:
            engine.dispose()


def _content(engine: Engine, anchor: Head | None) -> Inspected:
    with engine.connect() as connection:
        trail = Journal(connection, _NoClock(), PROGRAM, "")
        state = check(connection, trail, anchor)
        workshop = House(connection).get("workshop", {}).get("name", "")
        return Inspected((), state, named_files(connection, trail), workshop)
