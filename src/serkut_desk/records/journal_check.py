"""Checks a whole journal: its chain, its index of subjects, its guards, an anchor outside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from serkut_desk.domain import journal
from serkut_desk.records import schema
from serkut_desk.records.engine import guards, subjects

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from serkut_desk.domain.journal import Head, Verified
    from serkut_desk.records.journal import Journal

_HASH = select(schema.journal.c.hash)


@dataclass(frozen=True, slots=True)
class JournalState:
    """What a check of the journal found.

    `why` is None when all is well, else a code: those of `domain.journal.verify`, `subjects` (the
    index says something else than the entry), `guards` (triggers are gone), `anchor` (an entry
    that stands on paper is not there). `first_bad` is the entry where it shows, None for guards.
    """

    entries: int
    head: Head
    first_bad: int | None
    why: str | None

    @property
    def ok(self) -> bool:
        """Whether nothing was found."""
        return self.why is None


def check(connection: Connection, trail: Journal, anchor: Head | None = None) -> JournalState:
    """Check everything, and that the entry which `anchor` names is there."""
    verified = journal.verify(trail.entries())
    if not verified.ok:
        return _state(verified, verified.first_bad, verified.why)
    differs = subjects.first_difference(connection)
    if differs is not None:
        return _state(verified, differs, "subjects")
    if guards.missing(connection):
        return _state(verified, None, "guards")
    if anchor is not None and not holds(connection, anchor):
        return _state(verified, anchor.seq, "anchor")
    return _state(verified, None, None)


def holds(connection: Connection, head: Head) -> bool:
    """Tell whether the journal has exactly this entry."""
    if head == journal.START:
        return True
    found = connection.execute(_HASH.where(schema.journal.c.seq == head.seq)).scalar()
    return found == head.hash


def _state(verified: Verified, first_bad: int | None, why: str | None) -> JournalState:
    return JournalState(verified.entries, verified.head, first_bad, why)
