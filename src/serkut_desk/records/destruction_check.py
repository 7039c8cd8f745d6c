"""Holds destructions and decisions after failures against the journal."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from serkut_desk.domain.events import Tag
from serkut_desk.records import schema
from serkut_desk.records.journal_check import Finding

if TYPE_CHECKING:
    from sqlalchemy import Connection

_D, _DM, _N, _C = (
    schema.destruction,
    schema.destruction_medium,
    schema.next_step,
    schema.container,
)
_J = schema.journal
_ENTRIES = select(_J.c.seq, _J.c.tag, _J.c.subject, _J.c.body).where(
    _J.c.tag.in_([Tag.MEDIA_DESTROYED.value, Tag.NEXT_STEP_DECIDED.value])
)
_DESTRUCTIONS = select(
    _D.c.seq,
    _D.c.id,
    _D.c.technique,
    _D.c.particle_class,
    _D.c.machine,
    _D.c.first_by,
    _D.c.second_by,
    _D.c.weight_g,
    _C.c.code,
    _D.c.sha256,
    _D.c.note,
).outerjoin(_C, _C.c.id == _D.c.container_id)
_MEDIA = (
    select(_D.c.seq, _DM.c.medium_id, _DM.c.run_id)
    .join(_D, _D.c.id == _DM.c.destruction_id)
    .order_by(_DM.c.run_id)
)
_STEPS = select(_N.c.seq, _N.c.medium_id, _N.c.run_id, _N.c.step, _N.c.technique, _N.c.note)
_NAMES = (
    "destruction",
    "technique",
    "particle_class",
    "machine",
    "performed_by",
    "second_by",
    "weight_g",
    "container",
    "sha256",
    "note",
)


def check_destructions(connection: Connection) -> tuple[Finding, ...]:
    """Return every destruction and every next step of which the journal says otherwise."""
    told: dict[int, list[Any]] = {}
    subjects: dict[int, str] = {}
    for seq, tag, subject, text in connection.execute(_ENTRIES):
        body = json.loads(text)
        subjects[seq] = subject
        if tag == Tag.MEDIA_DESTROYED:
            media = [[one["medium"], one["run"]] for one in body["destroyed"]]
            told[seq] = [*(body[name] for name in _NAMES), media]
        else:
            told[seq] = [
                body["media"][0],
                *(body[name] for name in ("run", "step", "technique", "note")),
            ]
    kept: dict[int, list[Any]] = {
        row[0]: [*row[1:], []] for row in connection.execute(_DESTRUCTIONS)
    }
    for seq, medium, run in connection.execute(_MEDIA):
        kept[seq][-1].append([medium, run])
    kept |= {row[0]: [*row[1:]] for row in connection.execute(_STEPS)}
    return tuple(
        Finding("records", seq, subjects.get(seq, str(seq)))
        for seq in sorted(told.keys() | kept.keys())
        if told.get(seq) != kept.get(seq)
    )
