"""Holds labels on wrong devices against the journal: what waits for a supervisor stops leaving."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import select

from serkut_desk.domain.events import Tag
from serkut_desk.domain.mixups import MixupOutcome
from serkut_desk.records import schema
from serkut_desk.records.journal_check import Finding

if TYPE_CHECKING:
    from sqlalchemy import Connection

_X, _D, _J = schema.label_mixup, schema.device, schema.journal
_O = _D.alias("other")
_ENTRIES = (
    select(_J.c.seq, _J.c.tag, _J.c.subject, _J.c.body)
    .where(_J.c.tag.in_([Tag.LABEL_MIXED_UP.value, Tag.MIXUP_SETTLED.value]))
    .order_by(_J.c.seq)
)
_ROWS = (
    select(_X.c.seq, _D.c.code, _O.c.code.label("other"), _X.c.since_seq, _X.c.outcome)
    .select_from(_X)
    .join(_D, _D.c.id == _X.c.device_id)
    .outerjoin(_O, _O.c.id == _X.c.stuck_on_id)
)

_Said = tuple[str, str | None, int, str | None]
"""Whose label, what it was on, since which entry, what was decided."""


def check_mixups(connection: Connection) -> tuple[Finding, ...]:
    """Return every label on a wrong device of which the records say what no entry says."""
    told: dict[int, _Said] = {}
    for entry in connection.execute(_ENTRIES):
        body = json.loads(entry.body)
        if entry.tag == Tag.LABEL_MIXED_UP:
            outcome = MixupOutcome.MIXED_UP.value if body["settled"] else None
            told[entry.seq] = (entry.subject, body["stuck_on"], body["since"], outcome)
        elif body["told"] in told:
            said = told[body["told"]]
            told[body["told"]] = (*said[:3], body["outcome"])
    kept: dict[int, _Said] = {
        row.seq: (row.code, row.other, row.since_seq, row.outcome)
        for row in connection.execute(_ROWS)
    }
    return tuple(
        Finding("records", seq, (told.get(seq) or kept[seq])[0])
        for seq in sorted(told.keys() | kept.keys())
        if told.get(seq) != kept.get(seq)
    )
