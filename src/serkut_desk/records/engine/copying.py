"""Copies a database while it is in use, and checks the copy."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from serkut_desk.domain.errors import Unavailable
from serkut_desk.records.engine import connect, driver

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Engine


def copy(engine: Engine, target: Path) -> None:
    """Write a whole, consistent copy of the database to `target`, on the disk for sure.

    Raises:
        Unavailable: `copy_failed`.
    """
    module = driver.choose().module
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_name(target.name + ".partial")
    partial.unlink(missing_ok=True)
    raw = engine.raw_connection()
    try:
        copied = module.connect(str(partial))
        try:
            raw.driver_connection.backup(copied)  # type: ignore[union-attr] # pool types know no driver
            # A copy that stands alone: no -wal or -shm file beside it.
            copied.execute("PRAGMA journal_mode = DELETE")
        finally:
            copied.close()
    except module.Error as problem:
        partial.unlink(missing_ok=True)
        raise Unavailable("copy_failed", path=str(target), said=str(problem)) from problem
    finally:
        raw.close()
    with partial.open("rb+") as written:
        os.fsync(written.fileno())
    partial.replace(target)


def faults(path: Path) -> tuple[str, ...]:
    """Return what is wrong with a copy, page faults and broken references; nothing if sound."""
    engine = connect.read_only(path)
    try:
        with engine.connect() as connection:
            rows = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
            found = [str(row) for row in rows if row != "ok"]
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
            found += [f"reference from {row[0]} row {row[1]}" for row in broken]
    finally:
        engine.dispose()
    return tuple(found)
