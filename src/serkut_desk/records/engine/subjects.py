"""Compares the index of subjects with what the journal's bodies say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

if TYPE_CHECKING:
    from sqlalchemy import Connection

_SAID = """
    SELECT journal.seq, said.value FROM journal,
        json_each(CASE WHEN json_valid(body) THEN body ELSE '{}' END, '$.subjects') AS said
"""
_INDEXED = "SELECT seq, subject FROM journal_subject"
_FIRST = text(
    f"SELECT min(seq) FROM (SELECT seq FROM ({_SAID} EXCEPT {_INDEXED})"  # noqa: S608 - both parts are the constants above
    f" UNION SELECT seq FROM ({_INDEXED} EXCEPT {_SAID}))"
)


def first_difference(connection: Connection) -> int | None:
    """Return the first entry whose subjects are not indexed as its body names them."""
    found = connection.execute(_FIRST).scalar()
    return None if found is None else int(found)
