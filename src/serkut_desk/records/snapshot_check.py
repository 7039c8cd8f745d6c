"""Holds snapshots, and what is known of insides, against the journal.

Whose a snapshot is decides what is proposed and which disks count: nobody gives it to another
device, ends a comparison or writes another inside past the program. One that waited finds its
device by itself when that comes in: then a number of the two must be the same.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from serkut_desk.domain.events import Tag
from serkut_desk.domain.serials import serial_key, variants
from serkut_desk.records import schema
from serkut_desk.records.journal_check import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

_D, _M = schema.device, schema.medium
_J, _B = schema.journal, schema.journal_subject
_S, _K, _F = schema.snapshot, schema.snapshot_key, schema.device_facts
_TAGS = (
    *(Tag.SNAPSHOT_IMPORTED, Tag.SNAPSHOT_MATCHED),
    *(Tag.SNAPSHOT_APPLIED, Tag.APPLYING_UNDONE, Tag.SNAPSHOT_SET_ASIDE, Tag.RECEIPT_UNDONE),
)
_ENTRIES = (
    select(_J.c.seq, _J.c.tag, _J.c.subject, _J.c.body)
    .where(_J.c.tag.in_([tag.value for tag in _TAGS]))
    .order_by(_J.c.seq)
)
_ROWS = (
    select(_S, _D.c.code, _D.c.serial_key, _D.c.inventory_key, _D.c.imei)
    .outerjoin(_D, _D.c.id == _S.c.device_id)
    .order_by(_S.c.id)
)
_NUMBERS = frozenset({"serial", "inventory", "imei"})
_INSIDE = select(_F.c.facts, _F.c.seq, _D.c.code).join(_D, _D.c.id == _F.c.device_id)


class _Told:
    """What the journal says: each file, its device, whether it was settled; each inside."""

    def __init__(self) -> None:
        self.files: dict[int, tuple[Any, ...]] = {}
        self.device: dict[int, str | None] = {}
        self.settled: set[int] = set()
        self.inside: dict[str, tuple[int, Any]] = {}

    def take(self, seq: int, tag: str, subject: str, said: dict[str, Any]) -> None:
        """Remember what an entry says."""
        if tag == Tag.RECEIPT_UNDONE:
            codes = {subject, *said["subjects"]}
            for number in [one for one, device in self.device.items() if device in codes]:
                self.device[number] = None
                self.settled.discard(number)
            return
        number = said["snapshot"]
        if tag == Tag.SNAPSHOT_IMPORTED:
            self.files[number] = tuple(said[name] for name in ("sha256", "name", "size", "format"))
        if tag == Tag.SNAPSHOT_APPLIED:
            self.device[number] = subject
            self.settled.update(said["settled"])
            self.inside[subject] = (seq, said["inside"])
        elif tag == Tag.APPLYING_UNDONE:
            self.settled.difference_update(said["settled"])
            before = said["inside"]
            self.inside.pop(subject)
            if before is not None:
                self.inside[subject] = (before["seq"], before["facts"])
        elif tag == Tag.SNAPSHOT_SET_ASIDE:
            self.device[number] = None
            self.settled.add(number)
        else:
            self.device[number] = said["device"]
            self.settled.discard(number)


def check_snapshots(connection: Connection) -> tuple[Finding, ...]:
    """Return every snapshot and every device of which the journal says otherwise."""
    told = _Told()
    for seq, tag, subject, body in connection.execute(_ENTRIES):
        told.take(seq, tag, subject, json.loads(body))
    wrong: set[str] = set()
    for row in connection.execute(_ROWS):
        file = told.files.pop(row.id, None)
        same = file == (row.sha256, row.name, row.size, row.format)
        same &= (row.settled_at is not None) == (row.id in told.settled)
        said = told.device.get(row.id)
        # One that waited may have found its device since.
        found = said is None and row.outcome == "matched" and _names(connection, row)
        same &= row.code == said or found
        if not same:
            wrong.add(row.code or row.sha256)
    wrong |= {str(file[0]) for file in told.files.values()}
    inside = {row.code: (row.seq, row.facts) for row in connection.execute(_INSIDE)}
    both = told.inside.keys() | inside.keys()
    wrong |= {code for code in both if told.inside.get(code) != inside.get(code)}
    return tuple(Finding("records", None, about) for about in sorted(wrong))


def _names(connection: Connection, row: Any) -> bool:
    """Tell whether a number of the device, or of a medium that is or was in it, is in both."""
    keys = set(connection.execute(select(_K.c.key).where(_K.c.snapshot_id == row.id)).scalars())
    serials = select(_M.c.serial_key).where(_M.c.device_id == row.device_id)
    media = {key for one in connection.execute(serials).scalars() for key in variants(one)}
    own = {row.serial_key, row.inventory_key, row.imei}
    # A number may have been corrected since, or the medium taken out: then the entries know it.
    return bool(keys & (own | media) - {""}) or bool(keys & _told_of(connection, row.code))


def _told_of(connection: Connection, device: str) -> set[str]:
    """Return every number that entries about a device gave to it or to its media."""
    bodies = select(_J.c.body).join(_B, _B.c.seq == _J.c.seq).where(_B.c.subject == device)
    found = (_numbers(json.loads(body)) for body in connection.execute(bodies).scalars())
    return {key for each in found for one in each for key in variants(serial_key(one))}


def _numbers(said: Any) -> Iterator[str]:
    """Yield the texts under the names of `_NUMBERS`, wherever they stand in an entry."""
    inner = said.items() if isinstance(said, dict) else enumerate(said)
    for name, value in inner:
        if isinstance(value, (dict, list)):
            yield from _numbers(value)
        elif name in _NUMBERS and isinstance(value, str):
            yield value
