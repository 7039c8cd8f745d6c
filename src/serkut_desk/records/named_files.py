"""Which files the records name; any other file is an orphan of something that was not finished."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import select

from serkut_desk.records import schema

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from serkut_desk.records.journal import Journal

# What day reports are entered under; they have no table of their own.
DAY_REPORTS = "day"


def named_files(connection: Connection, trail: Journal) -> frozenset[str]:
    """Return the SHA-256 of every file that a record names.

    A column names files if it is called `sha256` or `<something>_sha256`.
    """
    found: set[str] = set()
    for table in schema.metadata.sorted_tables:
        for column in table.columns:
            if column.name == "sha256" or column.name.endswith("_sha256"):
                rows = connection.execute(select(column).where(column.is_not(None)).distinct())
                found.update(rows.scalars())
    for entry in trail.about(DAY_REPORTS):
        found.add(str(json.loads(entry.body)["sha256"]))
    return frozenset(found)
