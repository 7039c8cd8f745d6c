"""Holds what devices parts were in against the journal: each history mirrors the other.

And which medium a part is: one that is none any more would have no gate.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import exists, select

from serkut_desk.domain.events import Tag
from serkut_desk.records import schema
from serkut_desk.records.journal_check import Finding

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection

_D, _J, _P, _S = schema.device, schema.journal_subject, schema.part, schema.part_stay
_E = schema.journal
_STOCKED = select(_E.c.subject, _E.c.body).where(_E.c.tag == Tag.MEDIUM_STOCKED)
_MEDIA = select(_P.c.code, _P.c.medium_id).where(_P.c.medium_id.is_not(None))


def check_parts(connection: Connection) -> tuple[Finding, ...]:
    """Return every part that was in a device though no entry names both of them.

    Also every part that is in a device without a time there, or the other way round, and every one
    that is another medium than the one that was taken to the stock.
    """
    inside = exists().where(
        _S.c.part_id == _P.c.id, _S.c.device_id == _P.c.device_id, _S.c.taken_at.is_(None)
    )
    elsewhere = exists().where(_S.c.part_id == _P.c.id, _S.c.taken_at.is_(None))
    fitted = _P.c.state == "fitted"
    wrong = set(
        connection.execute(select(_P.c.code).where((fitted & ~inside) | (~fitted & elsewhere)))
        .scalars()
        .all()
    )
    stays = select(_P.c.code).join(_S, _S.c.part_id == _P.c.id).join(_D, _D.c.id == _S.c.device_id)
    for seq in (_S.c.fitted_seq, _S.c.taken_seq):
        untold = seq.is_not(None) & ~(_named(seq, _P.c.code) & _named(seq, _D.c.code))
        wrong |= set(connection.execute(stays.where(untold)).scalars())
    told = {part: json.loads(body)["medium"] for part, body in connection.execute(_STOCKED)}
    held = {row.code: row.medium_id for row in connection.execute(_MEDIA)}
    wrong |= {code for code in told.keys() | held.keys() if told.get(code) != held.get(code)}
    return tuple(Finding("records", None, code) for code in sorted(wrong))


def _named(seq: ColumnElement[int], code: ColumnElement[str]) -> ColumnElement[bool]:
    """Return whether an entry names a subject."""
    return exists().where(_J.c.seq == seq, _J.c.subject == code)
