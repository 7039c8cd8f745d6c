"""The opened database of one data folder: units of work, reading, upgrade at start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.events import Tag
from serkut_desk.records import upgrade
from serkut_desk.records.engine import connect, copying, driver, guards
from serkut_desk.records.failures import known
from serkut_desk.records.journal import PROGRAM
from serkut_desk.records.journal_check import JournalState, check
from serkut_desk.records.named_files import named_files
from serkut_desk.records.record_check import check_records
from serkut_desk.records.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Engine

    from serkut_desk.domain.clock import Clock
    from serkut_desk.domain.journal import Head
    from serkut_desk.records.journal_check import Finding


class Database:
    """What stations get of the database.

    Args:
        engine: From `create` or `open_up`; closed by `close`.
        clock: Time for the journal.
        workstation: Name of this workstation, for the journal.
    """

    def __init__(self, engine: Engine, clock: Clock, workstation: str) -> None:
        self._engine = engine
        self.clock = clock
        self.workstation = workstation

    @classmethod
    def create(cls, path: Path, clock: Clock, workstation: str) -> Database:
        """Make a new, empty database; it must not exist."""
        engine = connect.create_new(path)
        upgrade.build(engine)
        return cls(engine, clock, workstation)

    @classmethod
    def open_up(cls, path: Path, clock: Clock, workstation: str, backups: Path) -> Database:
        """Open a database that exists, upgraded if it is behind, its guards looked at.

        Raises:
            Unavailable: It is missing, not ours, newer than the program, or its guards are gone.
        """
        with known():
            engine = connect.open_existing(path)
            database = cls(engine, clock, workstation)
            came_from = upgrade.bring_up(engine, backups)
        if came_from is not None:
            with database.work() as work:
                work.journal.append(
                    Tag.SCHEMA_UPGRADED, "database", came_from=came_from, now=upgrade.newest()
                )
                work.commit()
        return database

    def missing_guards(self) -> tuple[str, ...]:
        """Return the journal's triggers that are gone or changed."""
        with self._engine.connect() as connection:
            return guards.missing(connection)

    def work(self, actor: str | None = None) -> UnitOfWork:
        """Return a unit of work that may write."""
        return UnitOfWork(
            self._engine, self.clock, actor=actor or PROGRAM, workstation=self.workstation
        )

    def reading(self) -> UnitOfWork:
        """Return a unit of work that only reads."""
        return UnitOfWork(self._engine, self.clock, workstation=self.workstation, writing=False)

    def watch_clock(self) -> None:
        """Enter a jump of the clock now, so that what must not go on after one sees it."""
        with self.work() as work:
            if work.journal.notice_jump():
                work.commit()

    def copy_to(self, target: Path) -> None:
        """Write a consistent copy while in use."""
        copying.copy(self._engine, target)

    def check(self, anchor: Head | None = None) -> JournalState:
        """Check the whole journal, and that the entry which `anchor` names is there."""
        with self.reading() as work:
            return check(work.connection, work.journal, anchor)

    def check_records(self) -> tuple[Finding, ...]:
        """Hold approvals, certificates and proven media against their entries."""
        with self.reading() as work:
            return check_records(work.connection)

    def named_files(self) -> frozenset[str]:
        """Return the SHA-256 of every file that a record names."""
        with self.reading() as work:
            return named_files(work.connection, work.journal)

    def about(self) -> dict[str, str]:
        """Return which SQLite this is and how it writes, for the help and self-check."""
        chosen = driver.choose()
        version = ".".join(map(str, chosen.version))
        return {
            "sqlite": version,
            "driver": chosen.name,
            "journal_mode": chosen.journal_mode,
            "revision": upgrade.current(self._engine) or "",
        }

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()
