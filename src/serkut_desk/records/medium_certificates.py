"""Certificates of media that were taken out of their devices."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from serkut_desk.domain.data_state import SETTLED_MEDIA
from serkut_desk.records import schema
from serkut_desk.records.certificates import CertificateState, IssuedRows

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from sqlalchemy import Connection

_C, _M = schema.medium_certificate, schema.medium


@dataclass(frozen=True, slots=True)
class MediumCertificate:
    """One certificate of a medium, as `Certificate` of a device; `device_id` is where it was."""

    id: int
    code: str
    medium_id: int
    device_id: int
    approval_id: int | None
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
    seq: int


class MediumCertificates(IssuedRows[MediumCertificate]):
    """Every certificate that was ever issued for a medium alone."""

    def __init__(self, connection: Connection) -> None:
        words = {"state": CertificateState}
        super().__init__(connection, _C, MediumCertificate, words)

    def valid_of(self, medium_id: int) -> MediumCertificate | None:
        """Return the certificate that holds for a medium; there is never more than one."""
        return self.one(_C.c.medium_id == medium_id, _C.c.state == CertificateState.VALID.value)

    def valid_among(self, media: Collection[int]) -> list[MediumCertificate]:
        """Return the certificates that hold for any of some media, by medium."""
        holds = (_C.c.medium_id.in_(media), _C.c.state == CertificateState.VALID.value)
        return self.all(*holds, order=[_C.c.medium_id])

    def revoke_of_device(self, device_id: int, *, reason: str, at: datetime) -> tuple[str, ...]:
        """Revoke the valid certificates that rest on a device's approval, which was withdrawn.

        Returns:
            Their numbers, for the subjects of the caller's entry.
        """
        valid = _C.c.state == CertificateState.VALID.value
        held = self.all(_C.c.device_id == device_id, valid, order=[_C.c.id])
        for one in held:
            self.end(one.id, reason=reason, at=at)
        return tuple(one.code for one in held)

    def waiting(self) -> list[int]:
        """Return ids of settled media outside their devices that have no valid certificate."""
        query = (
            select(_M.c.id)
            .outerjoin(
                _C, (_C.c.medium_id == _M.c.id) & (_C.c.state == CertificateState.VALID.value)
            )
            .where(
                _M.c.removed_at.is_not(None),
                _M.c.state.in_(sorted(state.value for state in SETTLED_MEDIA)),
                _C.c.id.is_(None),
            )
            .order_by(_M.c.id)
        )
        return list(self.connection.execute(query).scalars())
