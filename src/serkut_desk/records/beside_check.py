"""Holds things of lots, accessories and photographs against the journal."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeAlias

from sqlalchemy import select

from serkut_desk.domain.events import Tag
from serkut_desk.records import schema
from serkut_desk.records.journal_check import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

_T, _A, _P = schema.thing_line, schema.accessory, schema.photo
_D, _L, _J = schema.device, schema.lot, schema.journal
_COUNTED = {Tag.THINGS_COUNTED.value, Tag.ACCESSORY_ADDED.value}
_TAKEN_BACK = {Tag.THINGS_UNDONE.value, Tag.ACCESSORY_UNDONE.value}
_PHOTOS = {Tag.PHOTO_ADDED.value, Tag.PHOTO_REMOVED.value, Tag.PHOTO_UNDONE.value}
_ENTRIES = (
    select(_J.c.seq, _J.c.tag, _J.c.subject, _J.c.body)
    .where(_J.c.tag.in_(sorted(_COUNTED | _TAKEN_BACK | _PHOTOS)))
    .order_by(_J.c.seq)
)
_LINES = select(
    _T.c.seq, _L.c.code, _T.c.kind, _T.c.count, _T.c.weight_g, _T.c.undone_at.is_(None)
).join(_L, _L.c.id == _T.c.lot_id)
_BELONGING = select(_A.c.seq, _D.c.code, _A.c.kind, _A.c.count, _A.c.undone_at.is_(None)).join(
    _D, _D.c.id == _A.c.device_id
)
# A photograph may have come in an entry about something else, such as a seal.
_ROWS = (
    select(_P.c.id, _P.c.seq, _P.c.sha256, _P.c.removed_at.is_(None), _D.c.code, _J.c.body)
    .select_from(_P)
    .outerjoin(_D, _D.c.id == _P.c.device_id)
    .outerjoin(_J, _J.c.seq == _P.c.seq)
)

_Said: TypeAlias = tuple[Any, ...]


def check_beside(connection: Connection) -> tuple[Finding, ...]:
    """Return every line, accessory and photograph of which the records say what no entry says."""
    counted: dict[int, _Said] = {}
    photos: dict[int, str] = {}
    gone: set[int] = set()
    removals: dict[int, int] = {}
    for entry in connection.execute(_ENTRIES):
        body = json.loads(entry.body)
        if entry.tag in _COUNTED:
            counted[entry.seq] = (entry.subject, *_amount(entry.tag, body), True)
        elif entry.tag in _TAKEN_BACK and body["undoes"] in counted:
            counted[body["undoes"]] = (*counted[body["undoes"]][:-1], False)
        elif entry.tag == Tag.PHOTO_ADDED:
            photos[entry.seq] = entry.subject
        elif entry.tag == Tag.PHOTO_REMOVED:
            removals[entry.seq] = body["number"]
            gone.add(body["number"])
        elif body.get("undoes") in removals:
            gone.discard(removals[body["undoes"]])
    kept = {
        row[0]: tuple(row[1:])
        for query in (_LINES, _BELONGING)
        for row in connection.execute(query)
    }
    return (
        *(
            Finding("records", seq, str((counted.get(seq) or kept[seq])[0]))
            for seq in sorted(counted.keys() | kept.keys())
            if counted.get(seq) != kept.get(seq)
        ),
        *_check_photos(connection, photos, gone),
    )


def _amount(tag: str, body: dict[str, Any]) -> _Said:
    if tag == Tag.THINGS_COUNTED:
        return (body["kind"], body["count"], body["weight_g"])
    return (body["kind"], body["count"])


def _check_photos(
    connection: Connection, photos: dict[int, str], gone: set[int]
) -> Iterator[Finding]:
    """Yield photographs that no entry names, that stand although removed, or that are missing."""
    undone = {
        json.loads(body)["undoes"]
        for (body,) in connection.execute(
            select(_J.c.body).where(_J.c.tag == Tag.PHOTO_UNDONE.value)
        )
    }
    found: set[int] = set()
    for number, seq, sha256, stands, device, body in connection.execute(_ROWS):
        found.add(seq)
        named = body is not None and sha256 in body and (device is None or device in body)
        if not named or stands is (number in gone or seq in undone):
            yield Finding("records", seq, device or photos.get(seq, str(number)))
    for seq in sorted(photos.keys() - found):
        yield Finding("records", seq, photos[seq])
