"""Composes the desk: the one place where parts are put together."""

from __future__ import annotations

import time
import uuid
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from serkut_desk import shipped
from serkut_desk.domain.permissions import parse_permissions
from serkut_desk.records import lock
from serkut_desk.records.database import Database
from serkut_desk.records.files import FileStore
from serkut_desk.settings import DataFolder, workstation
from serkut_desk.stations.desk import Desk
from serkut_desk.stations.handling import collect
from serkut_desk.stations.labels import handlers as labels
from serkut_desk.stations.people import handlers as people

if TYPE_CHECKING:
    from collections.abc import Iterator

    from serkut_desk.domain.clock import Clock

STATIONS = (labels, people)

_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


class SystemClock:
    """The machine's clocks."""

    def __init__(self) -> None:
        try:
            self._running = _BOOT_ID.read_text(encoding="ascii").strip()
        except OSError:
            # Without a name for this running of the machine, each process is one of its own.
            self._running = uuid.uuid4().hex

    def now(self) -> datetime:
        """Return the wall clock in UTC."""
        return datetime.now(UTC)

    def steady(self) -> tuple[str, float]:
        """Return this boot's name and seconds since it, sleep included where the system tells."""
        boottime = getattr(time, "CLOCK_BOOTTIME", None)
        seconds = time.monotonic() if boottime is None else time.clock_gettime(boottime)
        return self._running, seconds


def compose(folder: DataFolder, database: Database) -> Desk:
    """Return the desk on an open database."""
    return Desk(
        folder=folder,
        database=database,
        files=FileStore(folder.files),
        permissions=parse_permissions(shipped.json_resource("people", "permissions.json")),
        handlers=collect(STATIONS),
    )


@contextmanager
def open_desk(root: Path, clock: Clock | None = None) -> Iterator[Desk]:
    """Open an existing workshop, alone, for the length of a with statement.

    Raises:
        Unavailable: Another process has it, or the database can not be used.
    """
    folder = DataFolder(root)
    held = lock.hold(folder.lock)
    try:
        database = Database.open_up(
            folder.database, clock or SystemClock(), workstation(), folder.root / "upgrades"
        )
        try:
            yield compose(folder, database)
        finally:
            database.close()
    finally:
        held.release()
