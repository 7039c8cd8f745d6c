"""Wipe certificates of devices: issued, superseded, revoked; never altered."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol, TypeVar

from sqlalchemy import exists, select

from serkut_desk.domain.lifecycle import DeviceState
from serkut_desk.records import schema
from serkut_desk.records.rows import Rows

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

_C = schema.certificate
_A = schema.approval
_D = schema.device


class CertificateState(StrEnum):
    """Whether a certificate holds."""

    VALID = "valid"
    SUPERSEDED = "superseded"
    REVOKED = "revoked"


class _Numbered(Protocol):
    @property
    def id(self) -> int: ...


Kind = TypeVar("Kind", bound=_Numbered)


class IssuedRows(Rows[Kind]):
    """Access to a table of certificates; never more than one of them holds for what it is about."""

    def by_code(self, code: str) -> Kind | None:
        """Return the certificate with a number."""
        return self.one(self.table.c.code == code)

    def by_id(self, row_id: int) -> Kind:
        """Return a certificate that exists.

        Raises:
            LookupError: There is none.
        """
        found = self.one(self.table.c.id == row_id)
        if found is None:
            message = f"no row {row_id} of {self.table.name}"
            raise LookupError(message)
        return found

    def newest(self, limit: int) -> list[Kind]:
        """Return the last certificates, the newest first."""
        return self.all(order=[self.table.c.id.desc()], limit=limit)

    def issue(
        self,
        *,
        at: datetime,
        replaces: Kind | None = None,
        reason: str | None = None,
        **values: object,
    ) -> int:
        """Insert a certificate and return its id.

        Args:
            at: When it was issued.
            replaces: The one that it supersedes, in the same transaction.
            reason: Why it does.
            values: The other columns of the table.
        """
        if replaces is None:
            return self.add(issued_at=at, state=CertificateState.VALID.value, **values)
        # One at most holds and a superseded one names its successor: so the new one comes in as
        # if it had ended, takes the place, and holds only then.
        state = CertificateState.REVOKED.value
        row_id = self.add(issued_at=at, state=state, ended_at=at, **values)
        self.change(
            replaces.id,
            state=CertificateState.SUPERSEDED.value,
            superseded_by_id=row_id,
            reason=reason,
            ended_at=at,
        )
        self.change(row_id, state=CertificateState.VALID.value, ended_at=None)
        return row_id

    def end(self, row_id: int, *, reason: str, at: datetime) -> None:
        """Revoke a valid certificate."""
        state = CertificateState.REVOKED.value
        self.change(row_id, state=state, reason=reason, ended_at=at)


@dataclass(frozen=True, slots=True)
class Certificate:
    """One certificate as the records know it.

    `sha256` names the sealed PDF among the files; `anchor_seq` and `anchor_hash` are the journal's
    head before its own entry, as printed on it; `seal` is the fingerprint of the key. `reason` and
    `ended_at` tell why and when it stopped to hold.
    """

    id: int
    code: str
    device_id: int
    approval_id: int
    issued_at: datetime
    issued_by: str
    sha256: str
    language: str
    policy_version: int
    anchor_seq: int
    anchor_hash: str
    seal: str
    state: CertificateState
    superseded_by_id: int | None
    reason: str | None
    ended_at: datetime | None


_HELD = exists().where(_C.c.device_id == _D.c.id, _C.c.state == CertificateState.VALID.value)
# The media of what was taken apart are here still.
_HERE = _D.c.in_house.is_(True) | (_D.c.state == DeviceState.DISMANTLED.value)
_WAITING = (
    select(_D.c.id)
    .join(_A, _A.c.device_id == _D.c.id)
    .where(_A.c.withdrawn_at.is_(None), _HERE, ~_HELD)
    .distinct()
    .order_by(_D.c.id)
)


class Certificates(IssuedRows[Certificate]):
    """Every certificate that was ever issued."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, schema.certificate, Certificate, {"state": CertificateState})

    def valid_of(self, device_id: int) -> Certificate | None:
        """Return the certificate that holds for a device; there is never more than one."""
        return self.one(_C.c.device_id == device_id, _C.c.state == CertificateState.VALID)

    def of_device(self, device_id: int) -> list[Certificate]:
        """Return all certificates of a device, the newest first."""
        return self.all(_C.c.device_id == device_id, order=[_C.c.id.desc()])

    def revoke_of_device(self, device_id: int, *, reason: str, at: datetime) -> str | None:
        """Revoke the valid certificate of a device whose approval was withdrawn.

        Returns:
            Its number, for the subjects of the caller's entry; None when there was none.
        """
        held = self.valid_of(device_id)
        if held is None:
            return None
        self.end(held.id, reason=reason, at=at)
        return held.code

    def ended(self) -> list[tuple[str, str, datetime, str | None]]:
        """Return number, state, end and successor of what ended, of devices, media and lots."""
        found = []
        for table in (_C, schema.medium_certificate, schema.lot_certificate):
            newer = table.alias("newer")
            query = (
                select(table.c.code, table.c.state, table.c.ended_at, newer.c.code)
                .outerjoin(newer, newer.c.id == table.c.superseded_by_id)
                .where(table.c.state != CertificateState.VALID.value)
            )
            found += [tuple(row) for row in self.connection.execute(query)]
        return found

    def waiting_of_lot(self, lot_id: int) -> list[int]:
        """Return those of `waiting` that came with a lot."""
        return list(self.connection.execute(_WAITING.where(_D.c.lot_id == lot_id)).scalars())

    def waiting(self) -> list[int]:
        """Return ids of devices with an approval in force and no valid certificate."""
        return list(self.connection.execute(_WAITING).scalars())
