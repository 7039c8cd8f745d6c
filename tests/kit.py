"""A workshop to test in: a clock that stands still, two supervisors, one maker."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from argon2 import PasswordHasher
from sqlalchemy import event

from serkut_desk import bootstrap
from serkut_desk.domain.codes import CodeKind, make_code
from serkut_desk.domain.people import Session
from serkut_desk.domain.permissions import Role
from serkut_desk.records.database import Database
from serkut_desk.records.engine import connect
from serkut_desk.settings import DataFolder

if TYPE_CHECKING:
    from sqlite3 import Connection

    import pytest

    from serkut_desk.stations.desk import Desk

START = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)
PIN = "4711"
# Real argon2 takes its time on purpose, at each check as well: this hash says that it was quick.
PIN_HASH = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PIN)


class FrozenClock:
    """Time that passes only when told to."""

    def __init__(self, at: datetime = START) -> None:
        self.at = at
        self.seconds = 1000.0

    def now(self) -> datetime:
        return self.at

    def steady(self) -> tuple[str, float]:
        return "test", self.seconds

    def tick(self, **passed: float) -> None:
        """Let time pass on both clocks."""
        delta = timedelta(**passed)
        self.at += delta
        self.seconds += delta.total_seconds()

    def set_wall(self, at: datetime) -> None:
        """Set only the wall clock, as a person does."""
        self.at = at


@dataclass
class Workshop:
    """A desk and the people at it."""

    desk: Desk
    clock: FrozenClock
    first: Session
    other: Session
    worker: Session

    def fresh(self, session: Session) -> Session:
        """Return the session with its PIN given now."""
        return replace(session, pin_at=self.clock.now())


def make_workshop(root: Path, *, waits: bool = True) -> Workshop:
    """Create a database in `root` with two supervisors (A, B) and a maker.

    The migrations run once in a process; each workshop begins with a copy of what they made.
    Where no power cut happens and no time is taken, a commit need not wait for the disk: `waits`.
    """
    clock = FrozenClock()
    folder = DataFolder(root)
    made, codes = _new_house()
    folder.database.parent.mkdir(parents=True, exist_ok=True)
    with folder.database.open("xb") as file:
        file.write(made)
    engine = connect.open_existing(folder.database)
    if not waits:
        event.listen(engine, "connect", _never_wait)
        engine.dispose()
    database = Database(engine, clock, "1")
    desk = bootstrap.compose(folder, database)
    first, other, worker = codes
    return Workshop(
        desk,
        clock,
        Session(first, clock.now()),
        Session(other, clock.now()),
        Session(worker),
    )


def wait_for_no_disk(patch: pytest.MonkeyPatch) -> None:
    """Let no commit wait for the disk, where the program itself opens its database."""
    pragmas = tuple(one.replace("= FULL", "= OFF") for one in connect._PRAGMAS)
    assert pragmas != connect._PRAGMAS
    patch.setattr(connect, "_PRAGMAS", pragmas)


def _never_wait(raw: Connection, _record: object) -> None:
    raw.execute("PRAGMA synchronous = OFF")


@cache
def _new_house() -> tuple[bytes, tuple[str, ...]]:
    """Return the file of a workshop in which nothing has happened, and its people."""
    clock = FrozenClock()
    with tempfile.TemporaryDirectory() as made:
        path = DataFolder(Path(made)).database
        database = Database.create(path, clock, "1")
        codes = []
        with database.work() as work:
            for number, role in enumerate((Role.SUPERVISOR, Role.SUPERVISOR, Role.WORKER)):
                code = make_code(CodeKind.BADGE, number + 1)
                codes.append(code)
                work.people.add(
                    code=code,
                    role=role.value,
                    display=f"T{number:02d}",
                    name=None if role is Role.WORKER else f"Nimi {number}",
                    title=None if role is Role.WORKER else "vastaava työnjohtaja",
                    pin_hash=None if role is Role.WORKER else PIN_HASH,
                    language="fi",
                    created_at=clock.now(),
                    active=True,
                )
            work.house.put("workshop", {"name": "Digipaja"})
            work.commit()
        database.close()
        return path.read_bytes(), tuple(codes)
