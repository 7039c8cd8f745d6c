"""Holds media against the journal: in which device each is, whether it is out, where it was.

What is out of a device does not go with it, and what was never in it needs no proof: so nobody may
take a medium out, or make one disappear, past the program.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from serkut_desk.domain.coming_back import MOVING
from serkut_desk.domain.events import Tag
from serkut_desk.domain.serials import serial_key
from serkut_desk.records import schema
from serkut_desk.records.journal_check import Finding

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection, Row

    _Row = Row[int, str | None, str, Any, str]

_D, _J, _M, _S = schema.device, schema.journal, schema.medium, schema.medium_stay
_TAKEN_OUT = frozenset({Tag.MEDIUM_REMOVED, Tag.MEDIUM_KEPT})
_TAKEN_BACK = frozenset({Tag.MEDIUM_WITHDRAWN, Tag.DECLARATION_UNDONE, Tag.APPLYING_UNDONE})
_DECLARED = frozenset({Tag.MEDIUM_DECLARED, Tag.MEDIUM_ACCEPTED, Tag.SNAPSHOT_APPLIED})
_TAGS = (
    *(Tag.DEVICE_RECEIVED, Tag.RECEIPT_UNDONE),
    *sorted(_DECLARED | _TAKEN_OUT | _TAKEN_BACK | MOVING),
)
_ENTRIES = (
    select(_J.c.seq, _J.c.actor, _J.c.tag, _J.c.subject, _J.c.body)
    .where(_J.c.tag.in_([tag.value for tag in _TAGS]))
    .order_by(_J.c.seq)
)
_MEDIA = (
    select(_M.c.id, _M.c.code, _M.c.serial_key, _M.c.removed_at, _D.c.code.label("device"))
    .join(_D, _D.c.id == _M.c.device_id)
    .where(_M.c.proposed.is_(False))
    .order_by(_M.c.id)
)
_STAYS = (
    select(_S.c.medium_id, _D.c.code, _S.c.left_by, _S.c.seq, _S.c.held)
    .join(_D, _D.c.id == _S.c.device_id)
    .order_by(_S.c.id)
)

_NB = schema.media_statement
_NONE_SAID = select(_J.c.subject, _J.c.actor).where(_J.c.tag == Tag.MEDIA_NONE)
_NONE = select(_D.c.code, _NB.c.stated_by, _NB.c.second_by).join(_D, _D.c.id == _NB.c.device_id)

# A medium by its number, its own code or its serial: what entries name it with.
_Name = int | str


class _Told:
    """What the journal says: which media came with or into a device, each move, what is out."""

    def __init__(self) -> None:
        self.received: list[tuple[str, str]] = []
        self.declared: set[tuple[str, _Name]] = set()
        self.at: dict[int, str] = {}
        self.out: dict[int, str] = {}
        self.stays: list[tuple[int, str, str, int, dict[str, Any]]] = []

    def take(self, tag: str, subject: str, said: dict[str, Any]) -> None:
        """Remember what an entry says that is no move."""
        media = said.get("media") or []
        if tag == Tag.DEVICE_RECEIVED:
            # Before there were numbers.
            told = (serial_key(one["serial"] or "") or one.get("code") for one in media)
            self.received += [(subject, name) for name in told if name]
        elif tag == Tag.RECEIPT_UNDONE:
            self.received = [one for one in self.received if one[0] != subject]
            self.declared = {one for one in self.declared if one[0] != subject}
        elif tag in _DECLARED:
            self._came(subject, media)
        elif tag in _TAKEN_BACK:
            names = {serial_key(said.get("serial") or ""), *said["subjects"]}
            self.received = [
                one for one in self.received if one[0] != subject or one[1] not in names
            ]
            self.declared -= {(subject, number) for number in media}
        elif tag in _TAKEN_OUT:
            if said.get("declared") is not None:
                self._came(subject, media)
            self.out |= dict.fromkeys(media, subject)
        elif said.get("medium_back") is not None:
            self.out.pop(said["medium_back"]["medium"], None)

    def _came(self, device: str, media: list[int]) -> None:
        for number in media:
            # A number that a taken back medium had may be another's now.
            self.at.pop(number, None)
            self.out.pop(number, None)
            self.declared.add((device, number))

    def moved(self, seq: int, actor: str, move: dict[str, Any]) -> None:
        """Remember that a medium went on."""
        self.stays.append((move["medium"], move["from"], actor, seq, move["held"]))
        self.at[move["medium"]] = move["to"]
        self.out.pop(move["medium"], None)


def check_moves(connection: Connection) -> tuple[Finding, ...]:
    """Return every device that has or had a medium which no entry put there, or took out.

    Also every device that an entry put a medium into, or took it from, of which the records know
    nothing, every one of which a declared medium is gone, and every one of which the records say
    that somebody found none inside who never said so.
    """
    told = _Told()
    for seq, actor, tag, subject, body in connection.execute(_ENTRIES):
        said = json.loads(body)
        if said.get("medium_move") is not None:
            told.moved(seq, actor, said["medium_move"])
        else:
            told.take(tag, subject, said)
    media = connection.execute(_MEDIA).all()
    wrong = _strangers(media, told) | _gone(media, told)
    out = {row.id: row.device for row in media if row.removed_at is not None}
    wrong |= {(out.get(one) or told.out[one]) for one in out.keys() ^ told.out.keys()}
    said_none = {tuple(row) for row in connection.execute(_NONE_SAID)}
    for code, *persons in connection.execute(_NONE):
        if any((code, one) not in said_none for one in persons if one is not None):
            wrong.add(code)
    rows = [tuple(row) for row in connection.execute(_STAYS)]
    wrong |= {stay[1] for stay in rows if stay not in told.stays}
    wrong |= {stay[1] for stay in told.stays if stay not in rows}
    return tuple(Finding("records", None, code) for code in sorted(wrong))


def _names(row: _Row) -> set[_Name]:
    return {row.id, row.code or "", row.serial_key} - {""}


def _strangers(media: Sequence[_Row], told: _Told) -> set[str]:
    """Return devices with a medium that was never declared in them, nor put into them."""
    known = told.declared.union(told.received)
    return {
        row.device
        for row in media
        if (
            told.at[row.id] != row.device
            if row.id in told.at
            else not any((row.device, name) in known for name in _names(row))
        )
    }


def _gone(media: Sequence[_Row], told: _Told) -> set[str]:
    """Return devices of which a declared medium is not in the records any more."""
    held = {name for row in media for name in _names(row)}
    return {device for device, name in told.declared.union(told.received) if name not in held}
