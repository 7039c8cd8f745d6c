"""Holds pairs of reports against the journal: only what an import paired counts beside its log.

A failure that somebody hides as the certificate of a good run would count no more; nor would a
contradiction whose pair is gone.
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

_R, _D, _J, _P = schema.sanitisation_run, schema.device, schema.journal, schema.report_pair
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
_PAIRS = select(_P).order_by(_P.c.id)


def check_pairs(connection: Connection) -> tuple[Finding, ...]:
    """Return every drive of a report that stands beside another one as no entry says.

    Also every pair of reports that says otherwise than its entry, by the log's number.
    """
    told = [
        pair
        for (body,) in connection.execute(_ENTRIES)
        for run in json.loads(body)["runs"]
        for pair in run.get("pairs", ())
    ]
    drives = {(one["paper"], one["log"]) for pair in told for one in pair["drives"]}
    wrong = {
        row.code: None
        for row in connection.execute(_PAIRED)
        if (row.id, row.paired_with) not in drives
    }
    said = {(pair["log"], pair["paper"]): (pair["agrees"], pair["drives"]) for pair in told}
    held = {
        (row.log_id, row.paper_id): (row.agrees, row.differences)
        for row in connection.execute(_PAIRS)
    }
    wrong |= {
        f"report {pair[0]}": None
        for pair in sorted(said.keys() | held.keys())
        if said.get(pair) != held.get(pair)
    }
    return tuple(Finding("records", None, about) for about in wrong)
