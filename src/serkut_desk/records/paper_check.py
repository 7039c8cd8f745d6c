"""Holds issued papers against the journal: an entry after its anchor says what each is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import String, cast, func, or_, select

from serkut_desk.domain.events import Tag
from serkut_desk.domain.paper_codec import digest
from serkut_desk.domain.papers import SERIES, paper_name
from serkut_desk.records import schema
from serkut_desk.records.journal_check import Finding

if TYPE_CHECKING:
    from typing import Any

    from sqlalchemy import Connection, Row

_J, _P, _S = schema.journal, schema.paper, schema.journal_subject
_NAME = _P.c.series + "-" + cast(_P.c.number, String)
_BODY = (
    select(_J.c.body)
    .join(_S, _S.c.seq == _J.c.seq)
    .where(
        _S.c.subject == _NAME,
        _J.c.seq > _P.c.anchor_seq,
        _J.c.tag != Tag.PAPER_COPIED.value,
    )
    .order_by(_J.c.seq)
    .limit(1)
    .correlate(_P)
    .scalar_subquery()
)
_ISSUED = select(_P, _BODY.label("body")).order_by(_P.c.id)
_GONE = (
    select(_S.c.subject, func.min(_S.c.seq))
    .join(_P, _S.c.subject == _NAME, isouter=True)
    .where(
        _P.c.id.is_(None),
        or_(*(_S.c.subject.startswith(f"{series}-") for series in sorted(SERIES.values()))),
    )
    .group_by(_S.c.subject)
    .order_by(func.min(_S.c.seq))
)


def check_papers(connection: Connection) -> tuple[Finding, ...]:
    """Return every paper of which no entry says what it is, and every one that is gone."""
    found = [
        Finding("records", row.anchor_seq + 1, paper_name(row.series, row.number))
        for row in connection.execute(_ISSUED)
        if not _is_said(row)
    ]
    found += [Finding("records", seq, name) for name, seq in connection.execute(_GONE)]
    return tuple(found)


def is_borne_out(connection: Connection, paper_id: int) -> bool:
    """Tell whether the journal says of a paper what the records say."""
    return _is_said(connection.execute(_ISSUED.where(_P.c.id == paper_id)).one())


def _is_said(row: Row[Any]) -> bool:
    name = paper_name(row.series, row.number)
    drawn = digest(name, row.kind, row.issued_at, row.language, row.content)
    hashes = (row.sha256, drawn, row.sheet_sha256 or "")
    return row.body is not None and all(one in row.body for one in hashes)
