"""Holds what left the house against the journal: each device went with an entry that names it.

It was handed over, or given up as lost; or it was taken apart.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import select

from serkut_desk.domain.codes import CodeKind
from serkut_desk.domain.events import Tag
from serkut_desk.domain.lifecycle import DeviceState
from serkut_desk.domain.missing import Ending
from serkut_desk.records import schema
from serkut_desk.records.journal_check import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

_D, _H, _J, _L = schema.device, schema.handover, schema.journal, schema.handover_line
_TAGS = (
    Tag.HANDOVER_COMPLETED,
    Tag.DEVICE_RETURNED,
    Tag.INCIDENT_CLOSED,
    Tag.DISMANTLING_FINISHED,
)
_ENTRIES = (
    select(_J.c.seq, _J.c.tag, _J.c.subject, _J.c.body)
    .where(_J.c.tag.in_([tag.value for tag in _TAGS]))
    .order_by(_J.c.seq)
)
_GONE = (
    select(_D.c.code)
    .where((_D.c.state == DeviceState.LEFT.value) | _D.c.in_house.is_(False))
    .where(_D.c.state.not_in([DeviceState.WITHDRAWN.value, DeviceState.DISMANTLED.value]))
    .order_by(_D.c.id)
)
_APART = select(_D.c.code).where(_D.c.state == DeviceState.DISMANTLED.value)
_COMPLETED = (
    select(_H.c.code, _H.c.seq, _D.c.code.label("device"))
    .join(_L, _L.c.handover_id == _H.c.id)
    .outerjoin(_D, _D.c.id == _L.c.device_id)
    .where(_H.c.state == "completed")
    .order_by(_H.c.id)
)


def check_leaving(connection: Connection) -> tuple[Finding, ...]:
    """Return every device that is gone without an entry, and every handover that none bears out.

    Also every device that was taken apart by the entries or by the records, and not by both.
    """
    away: set[str] = set()
    apart: set[str] = set()
    told: dict[str, tuple[int, frozenset[str]]] = {}
    for seq, tag, subject, body in connection.execute(_ENTRIES):
        if tag == Tag.DISMANTLING_FINISHED:
            apart.add(subject)
            continue
        said = json.loads(body)
        lost = tag == Tag.INCIDENT_CLOSED and said["outcome"] == Ending.LOST
        if lost:
            away.add(subject)
            continue
        if tag in {Tag.DEVICE_RETURNED, Tag.INCIDENT_CLOSED}:
            away.discard(subject)
            continue
        devices = _devices(said["subjects"])
        away |= devices
        told[subject] = seq, devices
    gone = connection.execute(_GONE).scalars()
    found = [Finding("records", None, code) for code in gone if code not in away]
    left_over = apart ^ set(connection.execute(_APART).scalars())
    found += [Finding("records", None, code) for code in sorted(left_over)]
    held: dict[str, tuple[int, set[str]]] = {}
    for code, seq, device in connection.execute(_COMPLETED):
        devices_of = held.setdefault(code, (seq, set()))[1]
        if device is not None:
            devices_of.add(device)
    found += [
        Finding("records", seq, code)
        for code, (seq, devices) in held.items()
        if told.get(code) != (seq, frozenset(devices))
    ]
    return tuple(found)


def _devices(subjects: Iterable[str]) -> frozenset[str]:
    return frozenset(code for code in subjects if code.startswith(CodeKind.DEVICE.value))
