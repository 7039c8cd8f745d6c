"""Holds the device that each medium belongs to against the journal, and where it was before."""

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
    from sqlalchemy import Connection

_D, _J, _M, _S = schema.device, schema.journal, schema.medium, schema.medium_stay
_TAGS = (Tag.DEVICE_RECEIVED, Tag.MEDIUM_DECLARED, Tag.MEDIUM_ACCEPTED, *sorted(MOVING))
_ENTRIES = (
    select(_J.c.seq, _J.c.actor, _J.c.tag, _J.c.subject, _J.c.body)
    .where(_J.c.tag.in_([tag.value for tag in _TAGS]))
    .order_by(_J.c.seq)
)
_MEDIA = (
    select(_M.c.id, _M.c.code, _M.c.serial_key, _D.c.code.label("device"))
    .join(_D, _D.c.id == _M.c.device_id)
    .where(_M.c.proposed.is_(False))
    .order_by(_M.c.id)
)
_STAYS = (
    select(_S.c.medium_id, _D.c.code, _S.c.left_by, _S.c.seq, _S.c.held)
    .join(_D, _D.c.id == _S.c.device_id)
    .order_by(_S.c.id)
)

# A medium by its number, its own code or its serial: what entries name it with.
_Name = int | str


class _Told:
    """What the journal says: which media came with or into a device, and each move."""

    def __init__(self) -> None:
        self.declared: set[tuple[str, _Name]] = set()
        self.at: dict[int, str] = {}
        self.stays: list[tuple[int, str, str, int, dict[str, Any]]] = []

    def received(self, device: str, media: list[dict[str, Any]]) -> None:
        """Remember what was declared at receipt, before there were numbers."""
        for one in media:
            names = {serial_key(one["serial"] or ""), one.get("code") or ""} - {""}
            self.declared |= {(device, name) for name in names}

    def moved(self, seq: int, actor: str, move: dict[str, Any]) -> None:
        """Remember that a medium went on."""
        self.stays.append((move["medium"], move["from"], actor, seq, move["held"]))
        self.at[move["medium"]] = move["to"]


def check_moves(connection: Connection) -> tuple[Finding, ...]:
    """Return every device that has or had a medium which no entry put there.

    Also every device that an entry put a medium into, or took it from, of which the records know
    nothing.
    """
    told = _Told()
    for seq, actor, tag, subject, body in connection.execute(_ENTRIES):
        said = json.loads(body)
        if tag == Tag.DEVICE_RECEIVED:
            told.received(subject, said.get("media", []))
        elif tag in {Tag.MEDIUM_DECLARED, Tag.MEDIUM_ACCEPTED}:
            # A number that a taken back medium had may be another's now.
            for medium_id in said["media"]:
                told.at.pop(medium_id, None)
            told.declared |= {(subject, medium_id) for medium_id in said["media"]}
        elif said.get("medium_move") is not None:
            told.moved(seq, actor, said["medium_move"])
    wrong = {device for device, _ in _strangers(connection, told)}
    rows = [tuple(row) for row in connection.execute(_STAYS)]
    wrong |= {stay[1] for stay in rows if stay not in told.stays}
    wrong |= {stay[1] for stay in told.stays if stay not in rows}
    return tuple(Finding("records", None, code) for code in sorted(wrong))


def _strangers(connection: Connection, told: _Told) -> set[tuple[str, int]]:
    """Return media in devices that they were never declared in, nor put into."""
    found = set()
    for row in connection.execute(_MEDIA):
        moved_to = told.at.get(row.id)
        if moved_to is not None:
            known = moved_to == row.device
        else:
            names = {row.id, row.code or "", row.serial_key} - {""}
            known = any((row.device, name) in told.declared for name in names)
        if not known:
            found.add((row.device, row.id))
    return found
