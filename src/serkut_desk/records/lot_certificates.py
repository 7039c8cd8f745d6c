"""Certificates of lots: which devices' certificates each stands on, and what a lot has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, bindparam, exists, func, insert, select

from serkut_desk.domain.lifecycle import DeviceState
from serkut_desk.domain.media import Level, MediumKind
from serkut_desk.domain.statement import StatedMedium
from serkut_desk.records import schema
from serkut_desk.records.certificates import CertificateState, IssuedRows

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import datetime

    from sqlalchemy import Connection

_L, _N = schema.lot_certificate, schema.lot_certificate_line
_A, _C, _D = schema.approval, schema.certificate, schema.device
_I, _M, _LOT = schema.approval_item, schema.medium, schema.lot
_OLD = _C.alias("old")
_VALID = CertificateState.VALID.value
_DEVICES = (
    select(
        _D.c.id,
        _D.c.code,
        _D.c.serial,
        _D.c.type,
        _D.c.state,
        _D.c.received_at,
        _C.c.id.label("certificate_id"),
        _C.c.code.label("number"),
        _C.c.approval_id,
        _A.c.id.label("approved"),
        exists()
        .where(_OLD.c.device_id == _D.c.id, _OLD.c.state == CertificateState.REVOKED.value)
        .correlate(_D)
        .label("revoked"),
    )
    .outerjoin(_C, and_(_C.c.device_id == _D.c.id, _C.c.state == _VALID))
    .outerjoin(_A, and_(_A.c.device_id == _D.c.id, _A.c.withdrawn_at.is_(None)))
    .where(_D.c.lot_id == bindparam("lot_id"), _D.c.state != DeviceState.WITHDRAWN.value)
    .order_by(_D.c.code)
)
# In order of their numbers, as on the devices' own certificates.
_MEDIA = (
    select(_C.c.id, _M.c.serial, _M.c.kind, _I.c.level)
    .join(_D, _D.c.id == _C.c.device_id)
    .join(_I, _I.c.approval_id == _C.c.approval_id)
    .join(_M, _M.c.id == _I.c.medium_id)
    .where(_D.c.lot_id == bindparam("lot_id"), _C.c.state == _VALID)
    .order_by(_C.c.id, _M.c.id)
)
_POLICIES = (
    select(_C.c.policy_version)
    .join(_D, _D.c.id == _C.c.device_id)
    .where(_D.c.lot_id == bindparam("lot_id"), _C.c.state == _VALID)
    .distinct()
    .order_by(_C.c.policy_version)
)
_ENDED = (
    select(func.count())
    .select_from(_N.join(_C, _C.c.id == _N.c.certificate_id))
    .where(_N.c.lot_certificate_id == bindparam("row_id"), _C.c.state != _VALID)
)


@dataclass(frozen=True, slots=True)
class LotCertificate:
    """One certificate of a lot, as `Certificate` of a device.

    `content` is what its appendix says of each device: code, number, letter of the level.
    """

    id: int
    code: str
    lot_id: int
    issued_at: datetime
    issued_by: str
    sha256: str
    language: str
    content: list[list[str]]
    anchor_seq: int
    anchor_hash: str
    seal: str
    state: CertificateState
    superseded_by_id: int | None
    reason: str | None
    ended_at: datetime | None
    seq: int


@dataclass(frozen=True, slots=True)
class LotDevice:
    """A device of a lot with its certificate that holds and its approval in force, if any."""

    id: int
    code: str
    serial: str
    type: str
    state: str
    received_at: datetime
    certificate_id: int | None
    number: str | None
    approval_id: int | None
    approved: int | None
    revoked: bool


class LotCertificates(IssuedRows[LotCertificate]):
    """Every certificate that was ever issued for a lot."""

    def __init__(self, connection: Connection) -> None:
        words = {"state": CertificateState}
        super().__init__(connection, _L, LotCertificate, words)

    def valid_of(self, lot_id: int) -> LotCertificate | None:
        """Return the certificate that holds for a lot; there is never more than one."""
        return self.one(_L.c.lot_id == lot_id, _L.c.state == _VALID)

    def stand_on(self, row_id: int, certificates: Iterable[int]) -> None:
        """Remember which certificates a lot's one stands on."""
        rows = [{"lot_certificate_id": row_id, "certificate_id": one} for one in certificates]
        self.connection.execute(insert(_N), rows)

    def resting_on(self, certificates: Collection[int]) -> tuple[str, ...]:
        """Return the lots' certificates that hold and stand on any of these of devices."""
        found = (
            select(_L.c.code)
            .join(_N, _N.c.lot_certificate_id == _L.c.id)
            .where(_N.c.certificate_id.in_(certificates), _L.c.state == _VALID)
            .distinct()
            .order_by(_L.c.code)
        )
        return tuple(self.connection.execute(found).scalars())

    def ended_under(self, row_id: int) -> int:
        """Return how many of the certificates that it stands on hold no longer."""
        return int(self.connection.execute(_ENDED, {"row_id": row_id}).scalar_one())

    def devices(self, lot_id: int) -> list[LotDevice]:
        """Return every device of a lot by its code; what was received by mistake is not there."""
        rows = self.connection.execute(_DEVICES, {"lot_id": lot_id})
        return [LotDevice(**_values(row._mapping)) for row in rows]  # noqa: SLF001 - the public name of SQLAlchemy's row mapping

    def media(self, lot_id: int) -> dict[int, tuple[StatedMedium, ...]]:
        """Return the media of each certificate that holds in a lot, by the certificate's id."""
        found: dict[int, list[StatedMedium]] = {}
        for row_id, serial, kind, level in self.connection.execute(_MEDIA, {"lot_id": lot_id}):
            medium = StatedMedium(serial, MediumKind(kind), Level(level))
            found.setdefault(row_id, []).append(medium)
        return {row_id: tuple(media) for row_id, media in found.items()}

    def policies(self, lot_id: int) -> list[int]:
        """Return the policy versions that the certificates of a lot stand on."""
        return list(self.connection.execute(_POLICIES, {"lot_id": lot_id}).scalars())

    def certified(self, limit: int) -> list[tuple[int, int, int]]:
        """Return lots that have certificates: id, devices that hold one, devices that could.

        The newest lots first; those whose own certificate holds and is complete are there, too.
        """
        holding = func.count(_C.c.id)
        approved = func.count(_A.c.id)
        query = (
            select(_LOT.c.id, holding, approved)
            .join(_D, _D.c.lot_id == _LOT.c.id)
            .outerjoin(_C, and_(_C.c.device_id == _D.c.id, _C.c.state == _VALID))
            .outerjoin(_A, and_(_A.c.device_id == _D.c.id, _A.c.withdrawn_at.is_(None)))
            .where(_LOT.c.id.in_(select(_LOT.c.id).order_by(_LOT.c.id.desc()).limit(limit)))
            .group_by(_LOT.c.id)
            .having(holding + approved > 0)
            .order_by(_LOT.c.id.desc())
        )
        return [(row[0], row[1], row[2]) for row in self.connection.execute(query)]


def _values(row: Any) -> dict[str, Any]:
    return {**row, "revoked": bool(row["revoked"])}
