"""Brings a database to the newest schema: all steps in one transaction, after a backup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.script.revision import ResolutionError
from alembic.util.exc import CommandError

from serkut_desk import shipped
from serkut_desk.domain.errors import Unavailable
from serkut_desk.records.engine import copying
from serkut_desk.records.schema import metadata

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection, Engine


def config(connection: Connection | None = None) -> Config:
    """Return Alembic's settings, built in code; no ini file."""
    made = Config()
    made.set_main_option("script_location", str(shipped.migrations()).replace("%", "%%"))
    made.attributes["connection"] = connection
    made.attributes["metadata"] = metadata
    return made


def newest() -> str:
    """Return the newest revision that this program knows."""
    head = ScriptDirectory.from_config(config()).get_current_head()
    if head is None:
        message = "no migrations are shipped"
        raise RuntimeError(message)
    return head


def current(engine: Engine) -> str | None:
    """Return the revision of a database, None when it is empty."""
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


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
    scripts = ScriptDirectory.from_config(config())
    try:
        return revision is not None and scripts.get_revision(revision) is not None
    except (CommandError, ResolutionError):
        return False


def _run(engine: Engine) -> None:
    writer = engine.execution_options(sqlite_begin="EXCLUSIVE")
    with writer.connect() as connection, connection.begin():
        command.upgrade(config(connection), "head")
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        if broken:
            message = f"a migration broke {len(broken)} references"
            raise RuntimeError(message)
