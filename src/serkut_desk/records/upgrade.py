"""Brings a database to the newest schema: all steps in one transaction, after a backup."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sqlalchemy import column as column_of
from sqlalchemy import inspect, select, table

from serkut_desk import shipped
from serkut_desk.domain.errors import Unavailable
from serkut_desk.records.engine import copying
from serkut_desk.records.schema import metadata

if TYPE_CHECKING:
    from pathlib import Path

    from alembic.config import Config
    from sqlalchemy import Connection, Engine


_VERSION = table("alembic_version", column_of("version_num"))


def config(connection: Connection | None = None) -> Config:
    """Return Alembic's settings, built in code; no ini file."""
    from alembic.config import Config  # noqa: PLC0415 - a third of the start, needed once a release

    made = Config()
    made.set_main_option("script_location", str(shipped.migrations()).replace("%", "%%"))
    made.attributes["connection"] = connection
    made.attributes["metadata"] = metadata
    return made


@cache
def known_revisions() -> tuple[str, ...]:
    """Return the revisions that this program knows, the oldest first; files begin with theirs."""
    found = sorted(
        path.name.partition("_")[0]
        for path in (shipped.migrations() / "versions").glob("[0-9]*.py")
    )
    if not found:
        message = "no migrations are shipped"
        raise RuntimeError(message)
    return tuple(found)


def newest() -> str:
    """Return the newest revision that this program knows."""
    return known_revisions()[-1]


def current(engine: Engine) -> str | None:
    """Return the revision of a database, None when it is empty."""
    with engine.connect() as connection:
        if not inspect(connection).has_table(_VERSION.name):
            return None
        found = connection.execute(select(_VERSION.c.version_num)).scalar_one_or_none()
        return None if found is None else str(found)


def build(engine: Engine) -> None:
    """Make the whole schema in an empty database."""
    _run(engine)


def bring_up(engine: Engine, backups: Path) -> str | None:
    """Upgrade a database that is behind; return the revision it came from, None when none was due.

    Raises:
        Unavailable: `database_newer` when the program does not know the file's revision.
    """
    found = current(engine)
    target = newest()
    if found == target:
        return None
    if not is_known(found):
        raise Unavailable("database_newer", revision=found or "-", newest=target)
    copying.copy(engine, backups / f"before-{target}-from-{found}.sqlite3")
    _run(engine)
    return found


def is_known(revision: str | None) -> bool:
    """Tell whether this program knows a revision."""
    return revision in known_revisions()


def _run(engine: Engine) -> None:
    from alembic import command  # noqa: PLC0415 - as in config

    writer = engine.execution_options(sqlite_begin="EXCLUSIVE")
    with writer.connect() as connection, connection.begin():
        command.upgrade(config(connection), "head")
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        if broken:
            message = f"a migration broke {len(broken)} references"
            raise RuntimeError(message)
