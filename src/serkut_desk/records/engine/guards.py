"""The triggers that keep the journal append-only, compared with what the migrations made."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from serkut_desk import shipped

if TYPE_CHECKING:
    from sqlalchemy import Connection

_TRIGGER = re.compile(r"CREATE TRIGGER (\w+).*?\bEND\b", re.DOTALL)


@cache
def expected() -> dict[str, str]:
    """Return the guards' text by name, from the shipped migrations."""
    found: dict[str, str] = {}
    for path in sorted((shipped.migrations() / "versions").glob("*.sql")):
        for match in _TRIGGER.finditer(path.read_text(encoding="utf-8")):
            found[match.group(1)] = match.group(0)
    return found


def missing(connection: Connection) -> tuple[str, ...]:
    """Return the names of guards that are not there or say something else."""
    rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    present = {name: sql for name, sql in rows}  # noqa: C416 - rows are not pairs to the type checker
    return tuple(name for name, sql in expected().items() if present.get(name) != sql)
