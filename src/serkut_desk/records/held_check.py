"""Holds what is locked away or missing against the journal: entries begin and end it, not rows."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import select

from serkut_desk.domain.events import Tag
from serkut_desk.domain.missing import Ending
from serkut_desk.records import schema
from serkut_desk.records.journal_check import Finding

if TYPE_CHECKING:
    from sqlalchemy import Connection

_D, _J, _N, _Q = schema.device, schema.journal, schema.incident, schema.quarantine
_TAGS = (
    Tag.LOCK_FOUND,
    Tag.GRADED,
    Tag.QUARANTINE_ENDED,
    Tag.DEVICE_MISSING,
    Tag.COUNT_CLOSED,
    Tag.INCIDENT_CLOSED,
)
_ENTRIES = (
    select(_J.c.tag, _J.c.subject, _J.c.body)
    .where(_J.c.tag.in_([tag.value for tag in _TAGS]))
    .order_by(_J.c.seq)
)
_LOCKED = (
    select(_D.c.code, _Q.c.lock).join(_D, _D.c.id == _Q.c.device_id).where(_Q.c.closed_at.is_(None))
)
_MISSING = select(_D.c.code).join(_N, _N.c.device_id == _D.c.id).where(_N.c.found_at.is_(None))


def check_held(connection: Connection) -> tuple[Finding, ...]:
    """Return every device that is locked or missing by its entries and not by the records.

    Also the other way round: nobody locks a device away without an entry.
    """
    locked: set[tuple[str, str]] = set()
    missing: set[str] = set()
    for tag, subject, body in connection.execute(_ENTRIES):
        said = json.loads(body)
        if tag == Tag.LOCK_FOUND:
            locked.add((subject, said["lock"]))
        elif tag == Tag.GRADED:
            locked |= {(subject, lock) for lock in said["locks"]}
        elif tag == Tag.QUARANTINE_ENDED:
            locked -= {(subject, lock) for lock in said["locks"]}
        elif tag == Tag.DEVICE_MISSING:
            missing.add(subject)
        elif tag == Tag.COUNT_CLOSED:
            missing |= {code for code, _ in said["missing"]}
        elif said["outcome"] == Ending.FOUND:
            missing.discard(subject)
    rows = {(code, lock) for code, lock in connection.execute(_LOCKED)}
    away = set(connection.execute(_MISSING).scalars())
    differ = {code for code, _ in locked ^ rows} | (missing ^ away)
    return tuple(Finding("records", None, code) for code in sorted(differ))
