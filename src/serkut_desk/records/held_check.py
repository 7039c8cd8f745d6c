"""Holds what is locked away, stopped or missing against the journal: entries begin and end it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import select

from serkut_desk.domain.codes import parse_code
from serkut_desk.domain.events import Tag
from serkut_desk.domain.missing import Ending
from serkut_desk.domain.stops import HAZARDS
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
    Tag.STOP_RAISED,
)
_OF_STOPS = (Tag.STOP_RAISED, Tag.STOP_RELEASED, Tag.BATTERY_TAKEN)
_ENTRIES = (
    select(_J.c.tag, _J.c.subject, _J.c.body)
    .where(_J.c.tag.in_([tag.value for tag in _TAGS]))
    .order_by(_J.c.seq)
)
_STOPS = (
    select(_J.c.tag, _J.c.subject, _J.c.body)
    .where(_J.c.tag.in_([tag.value for tag in _OF_STOPS]))
    .order_by(_J.c.seq)
)
_LOCKED = (
    select(_D.c.code, _Q.c.lock).join(_D, _D.c.id == _Q.c.device_id).where(_Q.c.closed_at.is_(None))
)
_MISSING = select(_D.c.code).join(_N, _N.c.device_id == _D.c.id).where(_N.c.found_at.is_(None))
_STOPPED = select(_D.c.code).where(_D.c.hazard.is_not(None))


def check_held(connection: Connection) -> tuple[Finding, ...]:
    """Return every device that is locked, stopped or missing by its entries, not by the records.

    Also the other way round: nobody locks a device away without an entry.
    """
    locked: set[tuple[str, str]] = set()
    missing: set[str] = set()
    for tag, subject, body in connection.execute(_ENTRIES):
        said = json.loads(body)
        if tag == Tag.LOCK_FOUND:
            locked.add((subject, said["lock"]))
        elif tag == Tag.STOP_RAISED:
            # Only the stop that first found a lock names it.
            locked |= {(subject, said["lock"])} if "lock" in said else set()
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
    differ |= _stopped(connection) ^ set(connection.execute(_STOPPED).scalars())
    return tuple(Finding("records", None, code) for code in sorted(differ))


def _stopped(connection: Connection) -> set[str]:
    """Return the devices that stand still by their entries: a dangerous battery is in them."""
    stops: dict[int, str] = {}
    for tag, subject, body in connection.execute(_STOPS):
        said = json.loads(body)
        if tag == Tag.STOP_RAISED:
            if said["kind"] in HAZARDS:
                stops[said["stop"]] = subject
        else:
            ended = said["stops"] if tag == Tag.BATTERY_TAKEN else [said["stop"]]
            stops = {number: one for number, one in stops.items() if number not in ended}
    # A stop may be about nobody knows what.
    return {code for code in stops.values() if parse_code(code) is not None}
