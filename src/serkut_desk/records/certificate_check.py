"""Holds certificates of media and lots, and the statements of all, against their entries.

The certificates of devices stand in `record_check`, with the approvals that they rest on.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, select

from serkut_desk.domain.coming_back import REOPENING
from serkut_desk.domain.events import Tag
from serkut_desk.domain.statement import appendix_hash
from serkut_desk.records import schema
from serkut_desk.records.certificates import CertificateState
from serkut_desk.records.journal_check import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Row

_A, _C, _D = schema.approval, schema.certificate, schema.device
_J, _S, _T = schema.journal, schema.journal_subject, schema.certificate_statement
_L, _N, _LOT = schema.lot_certificate, schema.lot_certificate_line, schema.lot
_MC, _M = schema.medium_certificate, schema.medium
_VALID = CertificateState.VALID.value
_ISSUING = frozenset({Tag.CERTIFICATE_ISSUED, Tag.CERTIFICATE_MEDIUM, Tag.CERTIFICATE_LOT})
_TAGS = (*sorted(_ISSUING), Tag.CERTIFICATE_REVOKED, Tag.APPROVAL_WITHDRAWN)
_ENDING = frozenset({Tag.CERTIFICATE_REVOKED, Tag.APPROVAL_WITHDRAWN}) | REOPENING
_ENTRIES = (
    select(_J.c.seq, _J.c.tag, _J.c.subject, _J.c.body)
    .where(_J.c.tag.in_(_TAGS))
    .order_by(_J.c.seq)
)
_MEDIA = (
    select(_MC, _M.c.code.label("medium"), _D.c.code.label("device"), _A.c.seq.label("approval"))
    .join(_M, _M.c.id == _MC.c.medium_id)
    .join(_D, _D.c.id == _MC.c.device_id)
    .outerjoin(_A, _A.c.id == _MC.c.approval_id)
    .order_by(_MC.c.id)
)
_LOTS = select(_L, _LOT.c.code.label("lot")).join(_LOT, _LOT.c.id == _L.c.lot_id).order_by(_L.c.id)
_LINES = select(_N.c.lot_certificate_id, _C.c.code).join(_C, _C.c.id == _N.c.certificate_id)
_OF_LOT = (
    select(
        _C.c.code,
        _C.c.anchor_seq,
        _C.c.sha256,
        _C.c.seal,
        _D.c.code.label("device"),
        _J.c.seq,
        _J.c.tag,
        _J.c.subject,
        _J.c.body,
    )
    .join(_D, _D.c.id == _C.c.device_id)
    .outerjoin(_S, _S.c.subject == _C.c.code)
    .outerjoin(_J, _J.c.seq == _S.c.seq)
    .where(_D.c.lot_id == bindparam("lot_id"), _C.c.state == _VALID)
    .order_by(_C.c.code, _J.c.seq)
)


@dataclass(slots=True)
class _Told:
    """What the journal says: the entry that issued each number, and the numbers that ended."""

    issued: dict[str, tuple[int, Tag, dict[str, Any]]] = field(default_factory=dict)
    ended: set[str] = field(default_factory=set)

    def take(self, seq: int, tag: Tag, subject: str, body: dict[str, Any]) -> None:
        """Remember what an entry says."""
        if tag in _ISSUING:
            self.issued[subject] = (seq, tag, body)
            self.ended.add(body["supersedes"] or "")
        elif tag is Tag.CERTIFICATE_REVOKED:
            self.ended.add(subject)
        else:
            self.ended.update(body.get("medium_certificates", ()))

    def bears_out(self, row: Row[Any], tag: Tag, **said: object) -> bool:
        """Tell whether the entry of a certificate says of it what the records say."""
        seq, issued_as, body = self.issued.get(row.code, (0, None, {}))
        same = (seq, issued_as) == (row.anchor_seq + 1, tag)
        same = same and all(body.get(name) == value for name, value in said.items())
        return same and not (row.state == _VALID and row.code in self.ended)


def check_certificates(connection: Connection) -> tuple[Finding, ...]:
    """Return certificates of media and lots, and statements, that no entry bears out.

    Also those that an entry issued and that are gone.
    """
    told = _Told()
    for seq, tag, subject, body in connection.execute(_ENTRIES):
        told.take(seq, Tag(tag), subject, json.loads(body))
    found = [*_wrong_media(connection, told), *_wrong_lots(connection, told)]
    found += _wrong_statements(connection, told)
    return tuple(dict.fromkeys(found))


def _wrong_media(connection: Connection, told: _Told) -> Iterator[Finding]:
    gone = {code for code, (_, tag, _) in told.issued.items() if tag is Tag.CERTIFICATE_MEDIUM}
    for row in connection.execute(_MEDIA):
        gone.discard(row.code)
        same = told.bears_out(
            row,
            Tag.CERTIFICATE_MEDIUM,
            sha256=row.sha256,
            seal=row.seal,
            medium=row.medium,
            device=row.device,
            approval=row.approval,
        )
        if not same:
            yield Finding("records", row.anchor_seq + 1, row.code)
    for code in sorted(gone):
        yield Finding("records", told.issued[code][0], code)


def _wrong_lots(connection: Connection, told: _Told) -> Iterator[Finding]:
    gone = {code for code, (_, tag, _) in told.issued.items() if tag is Tag.CERTIFICATE_LOT}
    lines: dict[int, set[str]] = {}
    for row_id, code in connection.execute(_LINES):
        lines.setdefault(row_id, set()).add(code)
    for row in connection.execute(_LOTS):
        gone.discard(row.code)
        same = told.bears_out(
            row,
            Tag.CERTIFICATE_LOT,
            sha256=row.sha256,
            seal=row.seal,
            lot=row.lot,
            devices=len(row.content),
            appendix=appendix_hash((one[0], one[1], one[2]) for one in row.content),
        )
        if not same or lines.get(row.id, set()) != {one[1] for one in row.content}:
            yield Finding("records", row.anchor_seq + 1, row.code)
    for code in sorted(gone):
        yield Finding("records", told.issued[code][0], code)


def _wrong_statements(connection: Connection, told: _Told) -> Iterator[Finding]:
    wanted = {
        code: body["statement"] for code, (_, _, body) in told.issued.items() if "statement" in body
    }
    for row in connection.execute(select(_T.c.code, _T.c.text).order_by(_T.c.code)):
        digest = sha256(row.text.encode()).hexdigest()
        if wanted.pop(row.code, None) != digest:
            yield Finding("records", told.issued.get(row.code, (None,))[0], row.code)
    for code in sorted(wanted):
        yield Finding("records", told.issued[code][0], code)


def doubtful(connection: Connection, lot_id: int) -> list[str]:
    """Return the certificates of a lot's devices that hold by the records, not by the journal."""
    proven: dict[str, bool] = {}
    for row in connection.execute(_OF_LOT, {"lot_id": lot_id}):
        proven.setdefault(row.code, False)
        if row.tag is None:
            continue
        body = json.loads(row.body)
        if row.tag == Tag.CERTIFICATE_ISSUED and row.subject == row.code:
            said = (row.seq, body["sha256"], body["device"], body["seal"])
            proven[row.code] = said == (row.anchor_seq + 1, row.sha256, row.device, row.seal)
        elif row.tag in _ENDING or body.get("supersedes") == row.code:
            proven[row.code] = False
    return sorted(code for code, said in proven.items() if not said)
