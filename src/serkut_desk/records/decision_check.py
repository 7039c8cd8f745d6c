"""Holds decisions and the advice that was kept beside each against the journal."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import select

from serkut_desk.domain.advice_codec import digest
from serkut_desk.domain.events import Tag
from serkut_desk.records import schema
from serkut_desk.records.journal_check import Finding

if TYPE_CHECKING:
    from sqlalchemy import Connection

_A, _D, _J, _O = schema.advice, schema.device, schema.journal, schema.decision
_ENTRIES = select(_J.c.seq, _J.c.subject, _J.c.body).where(_J.c.tag == Tag.DECIDED)
_DECISIONS = (
    select(_O.c.id, _O.c.seq, _D.c.code, _O.c.outcome, _O.c.reason, _A)
    .join(_D, _D.c.id == _O.c.device_id)
    .outerjoin(_A, _A.c.decision_id == _O.c.id)
)


def check_decisions(connection: Connection) -> tuple[Finding, ...]:
    """Return every device of whose decision, or of the advice on it, the journal says otherwise.

    Entries from before there was advice say nothing of it.
    """
    told = {}
    for seq, subject, body in connection.execute(_ENTRIES):
        said = json.loads(body)
        if "advice" in said:
            names = ("outcome", "reason", "chosen", "advised", "advice")
            told[said["decision"]] = (seq, subject, *(said[name] for name in names))
    wrong = set()
    for row in connection.execute(_DECISIONS):
        kept = row.decision_id is not None
        advice = digest(row.content) if kept else None
        stands = (row.seq, row.code, row.outcome, row.reason, row.chosen, row.advised, advice)
        if (kept or row.id in told) and told.pop(row.id, None) != stands:
            wrong.add(row.code)
    wrong |= {one[1] for one in told.values()}
    return tuple(Finding("records", None, code) for code in sorted(wrong))
