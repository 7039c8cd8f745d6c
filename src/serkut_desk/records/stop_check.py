"""Holds every stop against the journal: entries raise and end it, and say how."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import select

from serkut_desk.domain.codes import parse_code
from serkut_desk.domain.events import Tag
from serkut_desk.records import schema
from serkut_desk.records.journal_check import Finding

if TYPE_CHECKING:
    from sqlalchemy import Connection

_J, _S, _D = schema.journal, schema.stop, schema.device
_TAGS = (Tag.STOP_RAISED, Tag.STOP_RELEASED, Tag.BATTERY_TAKEN)
_ENTRIES = (
    select(_J.c.tag, _J.c.subject, _J.c.body)
    .where(_J.c.tag.in_([tag.value for tag in _TAGS]))
    .order_by(_J.c.seq)
)
_ROWS = select(
    _S.c.id, _S.c.kind, _D.c.code, _S.c.released_at, _S.c.outcome, _S.c.outcome_note
).outerjoin(_D, _D.c.id == _S.c.device_id)


def check_stops(connection: Connection) -> tuple[Finding, ...]:
    """Return every stop of which the entries say otherwise than the records.

    Open or ended, of a kind, about a device or about none. How and with which words a stop ended
    is compared where its entry says it.
    """
    raised: dict[int, tuple[str, str | None]] = {}
    ended: dict[int, tuple[str, str] | None] = {}
    for tag, subject, body in connection.execute(_ENTRIES):
        said = json.loads(body)
        if tag == Tag.STOP_RAISED:
            # One that named no device may be named one by whoever cries stop next.
            device = subject if parse_code(subject) is not None else None
            raised[said["stop"]] = (said["kind"], device)
        elif tag == Tag.STOP_RELEASED:
            told = "outcome" in said
            ended[said["stop"]] = (said["outcome"], said["reason"]) if told else None
        else:
            ended |= dict.fromkeys(said["stops"])
    wrong = set(raised)
    for number, kind, device, released_at, outcome, note in connection.execute(_ROWS):
        known = raised.get(number) == (kind, device)
        as_said = ended.get(number) in {None, (outcome, note)}
        if known and as_said and (number in ended) == (released_at is not None):
            wrong.discard(number)
        else:
            wrong.add(number)
    return tuple(Finding("records", None, f"stop {number}") for number in sorted(wrong))
