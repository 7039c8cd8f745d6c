"""Holds every stop against the journal: entries raise and end it, and say how."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import select

from serkut_desk.domain.events import Tag
from serkut_desk.records import schema
from serkut_desk.records.journal_check import Finding

if TYPE_CHECKING:
    from sqlalchemy import Connection

_J, _S = schema.journal, schema.stop
_TAGS = (Tag.STOP_RAISED, Tag.STOP_RELEASED, Tag.BATTERY_TAKEN)
_ENTRIES = (
    select(_J.c.tag, _J.c.body).where(_J.c.tag.in_([tag.value for tag in _TAGS])).order_by(_J.c.seq)
)
_ROWS = select(_S.c.id, _S.c.kind, _S.c.released_at, _S.c.outcome)


def check_stops(connection: Connection) -> tuple[Finding, ...]:
    """Return every stop that is open, ended or of a kind by its entries, but not by the records.

    Also the other way round. How a stop ended is compared where its entry says it.
    """
    kinds: dict[int, str] = {}
    ended: dict[int, str | None] = {}
    for tag, body in connection.execute(_ENTRIES):
        said = json.loads(body)
        if tag == Tag.STOP_RAISED:
            kinds[said["stop"]] = said["kind"]
        elif tag == Tag.STOP_RELEASED:
            ended[said["stop"]] = said.get("outcome")
        else:
            ended |= dict.fromkeys(said["stops"])
    wrong = set(kinds)
    for number, kind, released_at, outcome in connection.execute(_ROWS):
        known = kinds.get(number) == kind and (number in ended) == (released_at is not None)
        as_said = ended.get(number) in {None, outcome}
        if known and as_said:
            wrong.discard(number)
        else:
            wrong.add(number)
    return tuple(Finding("records", None, f"stop {number}") for number in sorted(wrong))
