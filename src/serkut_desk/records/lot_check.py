"""Holds lots against the journal: cages, their seals, what came out of each, why things differ.

And who sent a lot, with what class of data: both decide what its media have to reach. And whether
an announced lot came. Who could edit a seal's reading, or the seal that is expected,
after the van has left could make a broken seal right; who could edit a reason could make a missing
device one that the sender keeps.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import or_, select

from serkut_desk.domain.cages import CageState, SealDecision, seal_key
from serkut_desk.domain.events import Tag
from serkut_desk.domain.lots import name_key
from serkut_desk.records import schema
from serkut_desk.records.journal_check import Finding

if TYPE_CHECKING:
    from sqlalchemy import Connection

_J, _L, _N, _D = schema.journal, schema.lot, schema.lot_line, schema.device
_C, _S, _IN = schema.cage, schema.seal_check, schema.device_cage
_E, _LATE, _O = schema.lot_extra, schema.late_arrival, schema.organisation
_BEGUN = (Tag.LOT_OPENED, Tag.LOT_ANNOUNCED)
_OF_LOTS = (
    *_BEGUN,
    Tag.LOT_ARRIVED,
    Tag.CAGES_LISTED,
    Tag.CAGE_UNLISTED,
    Tag.SEAL_CHECKED,
    Tag.SEAL_DECIDED,
    Tag.LOT_CLOSED,
)
_OF_DEVICES = (Tag.RECEIPT_UNDONE, Tag.LATE_LINKED, Tag.LATE_UNLINKED)
_MOVED = (Tag.DEVICE_CHANGED, Tag.CORRECTION_UNDONE)
# Of a million receipts only those that say something of it.
_ENTRIES = (
    select(_J.c.seq, _J.c.tag, _J.c.subject, _J.c.body)
    .where(
        or_(
            _J.c.tag.in_([tag.value for tag in (*_OF_LOTS, *_OF_DEVICES)]),
            _J.c.tag.in_([tag.value for tag in _MOVED]) & _J.c.body.contains('"lot":"'),
            (_J.c.tag == Tag.DEVICE_RECEIVED.value)
            & or_(_J.c.body.contains('"cage":"'), _J.c.body.contains('"late":{')),
        )
    )
    .order_by(_J.c.seq)
)
_CAGES = (
    select(_L.c.code, _C.c.name, _C.c.seal, _C.c.kind, _C.c.state, _C.c.seal_key)
    .select_from(_C)
    .join(_L, _L.c.id == _C.c.lot_id)
)
_CHECKS = (
    select(
        _L.c.code,
        _C.c.name,
        _S.c.seq,
        _S.c.stage,
        _S.c.seal,
        _S.c.matches,
        _S.c.decision,
        _S.c.reason,
    )
    .select_from(_S)
    .join(_C, _C.c.id == _S.c.cage_id)
    .join(_L, _L.c.id == _C.c.lot_id)
)
_SENT = select(_L.c.code, _O.c.name, _O.c.name_key, _L.c.data_class).join(
    _O, _O.c.id == _L.c.organisation_id
)
_ARRIVED = select(_L.c.code).where(_L.c.arrived_at.is_not(None))
_CLOSED = select(_L.c.code).where(_L.c.state == "closed")
_REASONS = (
    select(_L.c.code, _N.c.row, _N.c.missing_reason, _N.c.missing_note)
    .select_from(_N)
    .join(_L, _L.c.id == _N.c.lot_id)
    .where(_N.c.missing_reason.is_not(None))
)
_EXTRAS = (
    select(_L.c.code, _D.c.code, _E.c.reason, _E.c.note)
    .select_from(_E)
    .join(_D, _D.c.id == _E.c.device_id)
    .join(_L, _L.c.id == _E.c.lot_id)
)
_HELD = (
    select(_D.c.code, _C.c.name)
    .select_from(_IN)
    .join(_D, _D.c.id == _IN.c.device_id)
    .join(_C, _C.c.id == _IN.c.cage_id)
)
_LINKED = (
    select(_D.c.code, _L.c.code, _N.c.row)
    .select_from(_LATE)
    .join(_D, _D.c.id == _LATE.c.device_id)
    .join(_L, _L.c.id == _LATE.c.lot_id)
    .outerjoin(_N, _N.c.id == _LATE.c.line_id)
)
_Row = tuple[object, ...]


@dataclass(slots=True)
class _Told:
    """What the journal says; each fact is a row that begins with what it is about."""

    cages: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    checks: dict[int, list[object]] = field(default_factory=dict)
    sent: set[_Row] = field(default_factory=set)
    arrived: set[_Row] = field(default_factory=set)
    closed: set[_Row] = field(default_factory=set)
    reasons: set[_Row] = field(default_factory=set)
    extras: set[_Row] = field(default_factory=set)
    held: dict[str, str] = field(default_factory=dict)
    late: dict[str, tuple[str, int | None]] = field(default_factory=dict)

    def take(self, seq: int, tag: str, subject: str, said: dict[str, Any]) -> None:
        """Remember what an entry says."""
        if tag in _OF_LOTS:
            self._of_lot(seq, tag, subject, said)
        else:
            self._of_device(tag, subject, said)

    def _of_lot(self, seq: int, tag: str, lot: str, said: dict[str, Any]) -> None:
        if tag in _BEGUN:
            self.sent.add((lot, said["sender"], name_key(said["sender"]), said["data_class"]))
        if tag in {*_BEGUN, Tag.CAGES_LISTED.value}:
            for one in said.get("cages", ()):
                state = CageState.LISTED.value
                cage = [one["seal"], one["kind"], state, seal_key(one["seal"])]
                self.cages[lot, one["name"]] = cage
        elif tag == Tag.CAGE_UNLISTED:
            self.cages.pop((lot, said["cage"]), None)
        elif tag == Tag.SEAL_CHECKED:
            self._cage(lot, said, expected=said["learned"])
            self.arrived |= {(lot,)} if said["lot_arrived"] else set()
            read = (said["stage"], said["seal"], said["matches"])
            self.checks[seq] = [lot, said["cage"], seq, *read, None, ""]
        elif tag == Tag.SEAL_DECIDED:
            self._cage(lot, said, expected=said["decision"] == SealDecision.ACCEPTED)
            self.checks[said["checked"]][-2:] = [said["decision"], said["reason"]]
        elif tag == Tag.LOT_ARRIVED:
            self.arrived.add((lot,))
        else:
            self._closed(lot, said)

    def _cage(self, lot: str, said: dict[str, Any], *, expected: bool) -> None:
        """Remember how far a cage came, and the seal that is expected of it from now on."""
        cage = self.cages[lot, said["cage"]]
        cage[2] = said["state"]
        if expected:
            cage[3] = seal_key(said["seal"])

    def _closed(self, lot: str, said: dict[str, Any]) -> None:
        notes, extra_notes = said.get("notes", {}), said.get("extra_notes", {})
        self.closed.add((lot,))
        self.reasons |= {
            (lot, int(row), reason, notes.get(row, "")) for row, reason in said["reasons"].items()
        }
        self.extras |= {
            (lot, code, reason, extra_notes.get(code, ""))
            for code, reason in said.get("extras", {}).items()
        }

    def _of_device(self, tag: str, device: str, said: dict[str, Any]) -> None:
        if tag == Tag.RECEIPT_UNDONE:
            self.held.pop(device, None)
            self.late.pop(device, None)
            self.extras = {one for one in self.extras if one[1] != device}
        elif tag in _MOVED:
            # Into another lot: out of the cage, and listed there or not; an undo puts it back.
            self.held.pop(device, None)
            self.extras = {one for one in self.extras if one[1] != device}
            if said.get("cage"):
                self.held[device] = said["cage"]
        elif tag == Tag.LATE_LINKED:
            self.late[device] = (said["lot"], said["row"])
        elif tag == Tag.LATE_UNLINKED:
            self.late.pop(device, None)
        else:
            if said.get("cage"):
                self.held[device] = said["cage"]
            if said.get("late"):
                self.late[device] = (said["late"]["lot"], said["late"]["row"])


def check_lots(connection: Connection) -> tuple[Finding, ...]:
    """Return every lot and device of which the journal says otherwise than the records."""
    told = _Told()
    for seq, tag, subject, body in connection.execute(_ENTRIES):
        told.take(seq, tag, subject, json.loads(body))
    pairs: tuple[tuple[set[_Row], Any], ...] = (
        ({(*key, *value) for key, value in told.cages.items()}, _CAGES),
        ({tuple(check) for check in told.checks.values()}, _CHECKS),
        (told.sent, _SENT),
        (told.arrived, _ARRIVED),
        (told.closed, _CLOSED),
        (told.reasons, _REASONS),
        (told.extras, _EXTRAS),
        (set(told.held.items()), _HELD),
        ({(device, *late) for device, late in told.late.items()}, _LINKED),
    )
    differ: set[str] = set()
    for said, question in pairs:
        rows = {tuple(row) for row in connection.execute(question)}
        differ |= {str(one[0]) for one in said ^ rows}
    return tuple(Finding("records", None, about) for about in sorted(differ))
