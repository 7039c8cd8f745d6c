"""Holds issued papers against the journal: each stands in the entry after its anchor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import String, cast, select

from serkut_desk.domain.papers import paper_name
from serkut_desk.records import schema
from serkut_desk.records.journal_check import Finding

if TYPE_CHECKING:
    from sqlalchemy import Connection

_J, _P, _S = schema.journal, schema.paper, schema.journal_subject
_BODY = (
    select(_J.c.body)
    .join(_S, _S.c.seq == _J.c.seq)
    .where(
        _S.c.subject == _P.c.series + "-" + cast(_P.c.number, String),
        _J.c.seq > _P.c.anchor_seq,
    )
    .order_by(_J.c.seq)
    .limit(1)
    .correlate(_P)
    .scalar_subquery()
)
_ISSUED = select(_P.c.series, _P.c.number, _P.c.sha256, _P.c.anchor_seq, _BODY).order_by(_P.c.id)


def check_papers(connection: Connection) -> tuple[Finding, ...]:
    """Return every paper whose number and SHA-256 no entry bears out."""
    return tuple(
        Finding("records", anchor + 1, paper_name(series, number))
        for series, number, sha256, anchor, body in connection.execute(_ISSUED)
        if body is None or sha256 not in body
    )
