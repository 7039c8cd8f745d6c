"""Holds what devices parts were in against the journal: each history mirrors the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import exists, select

from serkut_desk.records import schema
from serkut_desk.records.journal_check import Finding

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection

_D, _J, _P, _S = schema.device, schema.journal_subject, schema.part, schema.part_stay


def check_parts(connection: Connection) -> tuple[Finding, ...]:
    """Return every part that was in a device though no entry names both of them.

    Also every part that is in a device without a time there, or the other way round.
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
    return tuple(Finding("records", None, code) for code in sorted(wrong))


def _named(seq: ColumnElement[int], code: ColumnElement[str]) -> ColumnElement[bool]:
    """Return whether an entry names a subject."""
    return exists().where(_J.c.seq == seq, _J.c.subject == code)
