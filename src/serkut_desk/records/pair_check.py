"""Holds pairs of reports against the journal: only what an import paired counts beside its log.

A failure that somebody hides as the certificate of a good run would count no more.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import select

from serkut_desk.domain.events import Tag
from serkut_desk.records import schema
from serkut_desk.records.journal_check import Finding

if TYPE_CHECKING:
    from sqlalchemy import Connection

_R, _D, _J = schema.sanitisation_run, schema.device, schema.journal
_ENTRIES = select(_J.c.body).where(
    _J.c.tag == Tag.REPORT_IMPORTED.value, _J.c.body.contains('"pairs":[')
)
_PAIRED = (
    select(_R.c.id, _R.c.paired_with, _D.c.code)
    .select_from(_R)
    .outerjoin(_D, _D.c.id == _R.c.device_id)
    .where(_R.c.paired_with.is_not(None))
    .order_by(_R.c.id)
)


def check_pairs(connection: Connection) -> tuple[Finding, ...]:
    """Return every drive of a report that stands beside another one as no entry says."""
    rows = connection.execute(_PAIRED).all()
    if not rows:
        return ()
    told = {
        (drive["paper"], drive["log"])
        for (body,) in connection.execute(_ENTRIES)
        for run in json.loads(body)["runs"]
        for pair in run.get("pairs", ())
        for drive in pair["drives"]
    }
    return tuple(
        Finding("records", None, row.code) for row in rows if (row.id, row.paired_with) not in told
    )
