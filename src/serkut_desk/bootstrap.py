"""Composes the desk: the one place where parts are put together."""

from __future__ import annotations

import time
import uuid
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from serkut_desk import shipped
from serkut_desk.domain.errors import Unavailable
from serkut_desk.domain.permissions import parse_permissions
from serkut_desk.records import lock
from serkut_desk.records.database import Database
from serkut_desk.records.files import FileStore, copy_file
from serkut_desk.settings import DataFolder, workstation
from serkut_desk.stations.catalogue import handlers as catalogue
from serkut_desk.stations.certificates import ending as certificate_ending
from serkut_desk.stations.certificates import handlers as certificates
from serkut_desk.stations.certificates import keys, revoking
from serkut_desk.stations.certificates import languages as certificate_languages
from serkut_desk.stations.certificates import lots as lot_certificates
from serkut_desk.stations.certificates import media as medium_certificates
from serkut_desk.stations.containers import handlers as containers
from serkut_desk.stations.desk import Desk
from serkut_desk.stations.devices import handlers as devices
from serkut_desk.stations.dismantling import handlers as dismantling
from serkut_desk.stations.evidence import handlers as evidence
from serkut_desk.stations.evidence import mapping
from serkut_desk.stations.grading import handlers as grading
from serkut_desk.stations.handling import collect
from serkut_desk.stations.handover import handlers as handover
from serkut_desk.stations.home import handlers as home
from serkut_desk.stations.installation import handlers as installation
from serkut_desk.stations.intake import handlers as intake
from serkut_desk.stations.labels import handlers as labels
from serkut_desk.stations.looks import handlers as looks
from serkut_desk.stations.parts import handlers as parts
from serkut_desk.stations.people import handlers as people
from serkut_desk.stations.quarantine import handlers as quarantine
from serkut_desk.stations.repair import handlers as repair
from serkut_desk.stations.reports import handlers as reports
from serkut_desk.stations.returns import handlers as returns
from serkut_desk.stations.snapshots import handlers as snapshots
from serkut_desk.stations.stocktake import handlers as stocktake
from serkut_desk.stations.upkeep import handlers as upkeep
from serkut_desk.stations.upkeep import restoring, scale, selling
from serkut_desk.stations.upkeep.start_up import start_up
from serkut_desk.stations.wiping import handlers as wiping

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from serkut_desk.domain.clock import Clock
    from serkut_desk.domain.people import Session
    from serkut_desk.stations.first_start import FirstStart, Made
    from serkut_desk.stations.upkeep.restoring import Present, Restored

STATIONS = (
    catalogue,
    certificate_ending,
    certificate_languages,
    certificates,
    containers,
    devices,
    dismantling,
    evidence,
    grading,
    handover,
    home,
    installation,
    intake,
    keys,
    labels,
    looks,
    lot_certificates,
    mapping,
    medium_certificates,
    parts,
    people,
    quarantine,
    repair,
    reports,
    returns,
    revoking,
    scale,
    selling,
    snapshots,
    stocktake,
    upkeep,
    wiping,
)

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
    if not folder.database.is_file():
        # Told before the lock would make a folder where there is none.
        raise Unavailable("database_missing", path=str(folder.database))
    with _alone(folder), _opened(folder, folder.database, clock or SystemClock()) as desk:
        start_up(desk)
        yield desk


def create_desk(root: Path, start: FirstStart, clock: Clock | None = None) -> Made:
    """Make a workshop; `root` may exist, a database in it may not.

    The database gets its name only when everything is in it, so that a first start that fails
    leaves nothing to trip over.

    Raises:
        Unavailable: `database_exists`, or as `open_desk`.
        Misused: As `first_start.make_workshop`.
        Refused: As `first_start.make_workshop`.
    """
    from serkut_desk.stations.first_start import make_workshop  # noqa: PLC0415 - once in a lifetime

    folder = DataFolder(root)
    with _alone(folder):
        if folder.database.exists():
            raise Unavailable("database_exists", path=str(folder.database))
        unfinished = folder.root / "first-start.sqlite3"
        _remove(unfinished)
        database = Database.create(unfinished, clock or SystemClock(), workstation())
        try:
            desk = compose(folder, database)
            made = make_workshop(folder, database, desk.permissions, start)
            database.close()
            unfinished.replace(folder.database)
        finally:
            database.close()
            _remove(unfinished)
    return made


def restore_backup(
    root: Path,
    backup: Path,
    sign_in: Callable[[Desk], Session | None],
    clock: Clock | None = None,
) -> Restored:
    """Put a backup in the place of the database in `root`, which is kept aside.

    Args:
        root: The data folder; it may be empty.
        backup: The backup's folder.
        sign_in: Asks who acts, at the desk that is given: the present one if it opens, else the
            backup's.
        clock: Time.

    Raises:
        Refused: The backup is broken, or the person may not.
        Unavailable: The files can not be written, or another process has the folder.
    """
    folder, time_now = DataFolder(root), clock or SystemClock()
    with _alone(folder):
        verified = restoring.checked(backup)
        session, present = _present(folder, sign_in, time_now)
        aside = None
        if folder.database.exists():
            aside = folder.root / restoring.ASIDE / f"{time_now.now():%Y%m%dT%H%M%S%fZ}"
        staged = folder.root / restoring.STAGED
        _remove(staged)
        try:
            copy_file(backup / folder.database.name, staged)
            with _opened(folder, staged, time_now) as desk:
                if session is None:
                    session = sign_in(desk)
                    restoring.allowed(desk, session)
                restored = restoring.enter(desk, session, verified, present, aside)
                named = desk.database.named_files()
            restoring.put_files(folder, backup, named, aside)
            restoring.swap(folder, staged, aside)
        finally:
            _remove(staged)
        if aside is not None:
            restoring.drop_files(folder, named)
    return restored


def _present(
    folder: DataFolder, sign_in: Callable[[Desk], Session | None], clock: Clock
) -> tuple[Session | None, Present | None]:
    """Return who acts and what will be lost; nothing of it if the database does not open."""
    try:
        with _opened(folder, folder.database, clock) as desk:
            session = sign_in(desk)
            restoring.allowed(desk, session)
            return session, restoring.present_of(desk)
    except Unavailable:
        return None, None


@contextmanager
def _alone(folder: DataFolder) -> Iterator[None]:
    held = lock.hold(folder.lock)
    try:
        yield
    finally:
        held.release()


@contextmanager
def _opened(folder: DataFolder, path: Path, clock: Clock) -> Iterator[Desk]:
    database = Database.open_up(path, clock, workstation(), folder.root / "upgrades")
    try:
        yield compose(folder, database)
    finally:
        database.close()


def _remove(database: Path) -> None:
    """Delete a database that was never finished, with what SQLite left beside it."""
    for ending in ("", "-wal", "-shm", "-journal"):
        database.with_name(database.name + ending).unlink(missing_ok=True)
