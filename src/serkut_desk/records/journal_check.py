"""Checks a whole journal: its chain, its index of subjects, its guards, an anchor outside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, or_, select, union_all

from serkut_desk.domain import journal
from serkut_desk.domain.journal import Head
from serkut_desk.records import schema
from serkut_desk.records.engine import guards, subjects

if TYPE_CHECKING:
    from sqlalchemy import Connection, Select, Table

    from serkut_desk.records.journal import Journal

_HASH = select(schema.journal.c.hash)
# The tables whose papers name an entry.
_ANCHORED = (
    schema.certificate,
    schema.medium_certificate,
    schema.lot_certificate,
    schema.paper,
)
_PAPERS = union_all(*(select(one.c.anchor_seq, one.c.anchor_hash) for one in _ANCHORED)).order_by(
    "anchor_seq"
)


def _newest(table: Table) -> Select[int, str]:
    """Return the newest by number, and the one with the highest entry.

    They are the same unless somebody changed them.
    """
    return select(table.c.anchor_seq, table.c.anchor_hash).where(
        or_(
            table.c.id == select(func.max(table.c.id)).scalar_subquery(),
            table.c.anchor_seq == select(func.max(table.c.anchor_seq)).scalar_subquery(),
        )
    )


_NEWEST_PAPERS = union_all(*map(_newest, _ANCHORED))


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong.

    `why` is a code: those of `domain.journal.verify`, `subjects` (the index says something else
    than the entry), `guards` (triggers are gone), and of an entry that stands on paper `cut` (the
    journal ends before it) or `anchor` (another entry has its number). `first_bad` is the entry
    where it shows, None for guards. `records` is found apart (`record_check`): `about` is the code
    of a device or certificate of which the records say what no entry says.
    """

    why: str
    first_bad: int | None
    about: str | None = None


@dataclass(frozen=True, slots=True)
class JournalState:
    """What a check of the journal found: everything, so that no finding hides another."""

    entries: int
    head: Head
    findings: tuple[Finding, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether nothing was found."""
        return not self.findings

    @property
    def why(self) -> str | None:
        """Code of the first finding, None when all is well."""
        return self.findings[0].why if self.findings else None

    @property
    def first_bad(self) -> int | None:
        """Entry where the first finding shows."""
        return self.findings[0].first_bad if self.findings else None


def check(connection: Connection, trail: Journal, anchor: Head | None = None) -> JournalState:
    """Check everything, and that the entries which papers and `anchor` name are there."""
    verified = journal.verify(trail.entries())
    found: list[Finding] = []
    if verified.why is not None:
        found.append(Finding(verified.why, verified.first_bad))
    else:
        # An index can only be compared with entries that say what they said.
        differs = subjects.first_difference(connection)
        if differs is not None:
            found.append(Finding("subjects", differs))
    if guards.missing(connection):
        found.append(Finding("guards", None))
    # Papers that were issued name entries too; the first that is not there is told.
    told = [Head(*row) for row in connection.execute(_PAPERS)]
    given = [] if anchor is None else [anchor]
    lost = next((one for one in (*given, *told) if not holds(connection, one)), None)
    if lost is not None:
        found.append(Finding("cut" if lost.seq > trail.head().seq else "anchor", lost.seq))
    return JournalState(verified.entries, verified.head, tuple(found))


def is_cut(connection: Connection, backed_up: Head | None) -> bool:
    """Tell whether an entry is gone that the newest papers or the last backup name.

    Quick, for every start: the whole check asks for every paper.

    Args:
        connection: For reading.
        backed_up: The head that went with the last backup, None before the first.
    """
    newest = [Head(*row) for row in connection.execute(_NEWEST_PAPERS)]
    known = newest if backed_up is None else [*newest, backed_up]
    return not all(holds(connection, one) for one in known)


def holds(connection: Connection, head: Head) -> bool:
    """Tell whether the journal has exactly this entry."""
    if head == journal.START:
        return True
    found = connection.execute(_HASH.where(schema.journal.c.seq == head.seq)).scalar()
    return found == head.hash
