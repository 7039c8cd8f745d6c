"""Compares the index of subjects with what the journal's bodies say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

if TYPE_CHECKING:
    from sqlalchemy import Connection

_SAID = """
    SELECT journal.seq AS seq, said.value AS subject FROM journal,
        json_each(CASE WHEN json_valid(body) THEN body ELSE '{}' END, '$.subjects') AS said
"""
_INDEXED = "SELECT seq, subject FROM journal_subject"
# A body names each subject once: if all that are named are indexed, and as many, they are the same.
_COUNTED = text(
    f"SELECT count(*), count(indexed.seq) FROM ({_SAID}) AS named"  # noqa: S608 - the constant above
    " LEFT JOIN journal_subject AS indexed"
    " ON indexed.subject = named.subject AND indexed.seq = named.seq"
)
_ROWS = text("SELECT count(*) FROM journal_subject")
_FIRST = text(
    f"SELECT min(seq) FROM (SELECT seq FROM ({_SAID} EXCEPT {_INDEXED})"  # noqa: S608 - both parts are the constants above
    f" UNION SELECT seq FROM ({_INDEXED} EXCEPT {_SAID}))"
)


def first_difference(connection: Connection) -> int | None:
    """Return the first entry whose subjects are not indexed as its body names them."""
    named, found = connection.execute(_COUNTED).one()
    if named == found == connection.execute(_ROWS).scalar_one():
        return None
    first = connection.execute(_FIRST).scalar()
    return None if first is None else int(first)
