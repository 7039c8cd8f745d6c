"""Opens and creates the database file, two different acts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from sqlalchemy import Engine, QueuePool, create_engine, event
from sqlalchemy.exc import DBAPIError

from serkut_desk.domain.errors import Unavailable
from serkut_desk.records.engine import driver as drivers

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

# "SD" and the day the house was founded; tells our files from any other SQLite database.
APPLICATION_ID = 0x53442026
BUSY_MS = 10_000

_PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA recursive_triggers = ON",
    f"PRAGMA busy_timeout = {BUSY_MS}",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA synchronous = FULL",
)


def open_existing(path: Path, driver: drivers.Driver | None = None) -> Engine:
    """Return an engine on a database that exists.

    Raises:
        Unavailable: `database_missing` or `not_our_database`.
    """
    if not path.is_file():
        raise Unavailable("database_missing", path=str(path))
    engine = _engine(path, "rw", driver or drivers.choose())
    _check_identity(engine, path)
    return engine


def create_new(path: Path, driver: drivers.Driver | None = None) -> Engine:
    """Create an empty database file and return an engine on it.

    Raises:
        Unavailable: `database_exists`; nothing is ever written over.
    """
    if path.exists():
        raise Unavailable("database_exists", path=str(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    engine = _engine(path, "rwc", driver or drivers.choose())
    with engine.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.commit()
    return engine


def read_only(path: Path) -> Engine:
    """Return an engine that can not write, for looking at a copy."""
    return _engine(path, "ro", drivers.choose())


def _engine(path: Path, mode: str, driver: drivers.Driver) -> Engine:
    address = f"file:{quote(str(path.resolve()))}?mode={mode}"

    def connect() -> Any:
        return driver.module.connect(
            address, uri=True, isolation_level=None, check_same_thread=False
        )

    engine = create_engine(
        "sqlite://",
        module=driver.module,
        creator=connect,
        poolclass=QueuePool,
        # A log of a bug must not say what was being stored.
        hide_parameters=True,
    )

    @event.listens_for(engine, "connect")
    def _prepare(raw: Any, _record: Any) -> None:
        raw.isolation_level = None  # we say BEGIN ourselves
        for pragma in _PRAGMAS:
            raw.execute(pragma)
        if mode != "ro":
            raw.execute(f"PRAGMA journal_mode = {driver.journal_mode}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        options = connection.get_execution_options()
        # A connection goes back to the pool: what the last user was allowed is said anew.
        reading = int(options.get("sqlite_query_only", False))
        connection.exec_driver_sql(f"PRAGMA query_only = {reading}")
        connection.exec_driver_sql("BEGIN " + options.get("sqlite_begin", "DEFERRED"))

    return engine


def is_ours(engine: Engine) -> bool:
    """Tell whether the file says that it is one of ours."""
    with engine.connect() as connection:
        found = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
    return bool(found == APPLICATION_ID)


def _check_identity(engine: Engine, path: Path) -> None:
    try:
        ours = is_ours(engine)
    except DBAPIError as problem:
        engine.dispose()
        if "not a database" in str(problem) or "encrypted" in str(problem):
            raise Unavailable("not_our_database", path=str(path)) from problem
        raise
    if not ours:
        engine.dispose()
        raise Unavailable("not_our_database", path=str(path))
