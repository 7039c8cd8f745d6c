"""Search by any part of what is known of a device: trigrams in FTS5."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

# Trigrams can not find anything shorter.
SHORTEST = 3

_PUT = text("INSERT INTO search (rowid, words) VALUES (:id, :words)")
_DROP = text("DELETE FROM search WHERE rowid = :id")
_FIND = text("SELECT rowid FROM search WHERE search MATCH :query ORDER BY rowid DESC LIMIT :limit")


def put(connection: Connection, device_id: int, words: str) -> None:
    """Index a new device under `words`."""
    connection.execute(_PUT, {"id": device_id, "words": words})


def replace(connection: Connection, device_id: int, words: str) -> None:
    """Index a device anew."""
    connection.execute(_DROP, {"id": device_id})
    put(connection, device_id, words)


def find(connection: Connection, alternatives: Iterable[Iterable[str]], limit: int) -> list[int]:
    """Return ids of devices that hold every word of any alternative, the newest first.

    Words shorter than three characters are left out; an alternative of none but such is, too.
    """
    wanted = [_all_of(words) for words in alternatives]
    query = " OR ".join(f"({terms})" for terms in dict.fromkeys(wanted) if terms)
    if not query:
        return []
    rows = connection.execute(_FIND, {"query": query, "limit": limit})
    return [row[0] for row in rows]


def _all_of(words: Iterable[str]) -> str:
    quoted = ('"' + word.replace('"', '""') + '"' for word in words if len(word) >= SHORTEST)
    return " AND ".join(quoted)
