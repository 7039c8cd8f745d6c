"""Which files the records name; any other file is an orphan of something that was not finished."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from serkut_desk.records import schema

if TYPE_CHECKING:
    from sqlalchemy import Column, Connection

    from serkut_desk.records.journal import Journal

# What day reports are entered under; they have no table of their own.
DAY_REPORTS = "day"
# A model's picture stands in columns that are called by what they show.
_PICTURES = frozenset({"photo", "photo_thumb"})


def named_files(connection: Connection, trail: Journal) -> frozenset[str]:
    """Return the SHA-256 of every file that a record names.

    A column names files if it is called `sha256` or `<something>_sha256`, or holds a model's
    picture. A photograph that was removed names none: its picture goes with the next sweep.
    """
    found: set[str] = set()
    for table in schema.metadata.sorted_tables:
        for column in table.columns:
            if _names_files(column):
                stored = select(column).where(column.is_not(None)).distinct()
                if table is schema.photo:
                    stored = stored.where(schema.photo.c.removed_at.is_(None))
                found.update(connection.execute(stored).scalars())
    for entry in trail.about(DAY_REPORTS):
        found.add(str(json.loads(entry.body)["sha256"]))
    return frozenset(found)


def _names_files(column: Column[Any]) -> bool:
    return column.name.endswith("_sha256") or column.name in {"sha256", *_PICTURES}
