"""Certificates for lists and cards, and the papers about the key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.domain.clock import local
from serkut_desk.domain.codes import CodeKind
from serkut_desk.domain.data_state import FREE_OF_DATA
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.lifecycle import FREE, Action, Allowed, DeviceState, may
from serkut_desk.records.certificates import CertificateState
from serkut_desk.stations import facts
from serkut_desk.stations.certificates.handlers import code_of

if TYPE_CHECKING:
    from datetime import datetime

    from serkut_desk.domain.people import Session
    from serkut_desk.records.certificates import Certificate
    from serkut_desk.records.seals import Seal
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.desk import Desk

# As many as a list shows without a search.
SHOWN = 200

_SPOKEN_FOR = FREE | {DeviceState.LEFT}
_STOPPED = frozenset({DeviceState.QUARANTINE, DeviceState.HAZARD_STOP})


@dataclass(frozen=True, slots=True)
class CertificateLine:
    """One certificate in a list.

    Args:
        number: TT code.
        device: SD code.
        make: Manufacturer and model of the device.
        state: Whether it holds.
        stale: It holds, but the device has changed since, so that it speaks of the past only.
        superseded_by: Number of its successor.
        reason: Why it stopped to hold.
        seal: Fingerprint of the key.
        sha256: Names its PDF.
    """

    number: str
    device: str
    make: str
    issued_at: datetime
    issued_by: str
    state: CertificateState
    stale: bool
    superseded_by: str | None
    reason: str | None
    ended_at: datetime | None
    seal: str
    sha256: str


@dataclass(frozen=True, slots=True)
class ReadyDevice:
    """A device for which a certificate can be issued now; `media` counts those it speaks of."""

    code: str
    make: str
    serial: str
    approved_at: datetime
    approved_by: str
    media: int


def certificates(desk: Desk, session: Session | None, limit: int = SHOWN) -> list[CertificateLine]:
    """Return the last certificates, the newest first."""
    with desk.reading(session) as work:
        return [_line(desk, work, one) for one in work.certificates.newest(limit)]


def papers_of(desk: Desk, session: Session | None, device: str) -> list[CertificateLine]:
    """Return the certificates of a device, the newest first; none for an unknown code."""
    with desk.reading(session) as work:
        found = work.devices.by_code(code_of(device, CodeKind.DEVICE))
        if found is None:
            return []
        return [_line(desk, work, one) for one in work.certificates.of_device(found.id)]


def certificate(desk: Desk, session: Session | None, number: str) -> CertificateLine:
    """Return one certificate.

    Raises:
        Refused: `certificate_unknown`.
    """
    with desk.reading(session) as work:
        return _line(desk, work, _existing(work, number))


def certificate_pdf(desk: Desk, session: Session | None, number: str) -> bytes:
    """Return the sealed PDF exactly as it was issued.

    Raises:
        Refused: `certificate_unknown`.
        Unavailable: `file_lost` or `file_damaged`.
    """
    with desk.reading(session) as work:
        digest = _existing(work, number).sha256
    return desk.files.read(digest)


def ready(desk: Desk, session: Session | None) -> list[ReadyDevice]:
    """Return devices that wait for their certificate and may have it."""
    with desk.reading(session) as work:
        found = []
        for row_id in work.certificates.waiting():
            device = work.devices.by_id(row_id)
            gathered = facts.gather(work, device, desk.clock.now())
            approval = work.approvals.in_force(row_id)
            allowed = may(Action.ISSUE_CERTIFICATE, gathered.facts)
            if approval is None or not isinstance(allowed, Allowed):
                continue
            found.append(
                ReadyDevice(
                    device.code,
                    f"{device.manufacturer} {device.model}".strip(),
                    device.serial,
                    approval.approved_at,
                    approval.approved_by,
                    len(gathered.proofs),
                )
            )
        return found


def status(desk: Desk, number: str) -> CertificateLine | None:
    """Return what the records say of a number on a paper, None when they know nothing of it."""
    with desk.database.reading() as work:
        found = work.certificates.by_code(number)
        return None if found is None else _line(desk, work, found)


def seals(desk: Desk) -> list[Seal]:
    """Return every key the workshop ever had, the oldest first; public halves are no secret."""
    with desk.database.reading() as work:
        return work.seals.every()


def seal_named(desk: Desk, fingerprint: str | None) -> Seal:
    """Return a key by its fingerprint, the one in use without one.

    Raises:
        Refused: `key_none`.
    """
    with desk.database.reading() as work:
        found = work.seals.by_fingerprint(fingerprint) if fingerprint else work.seals.in_use()
    if found is None:
        raise Refused("key_none")
    return found


def public_key(desk: Desk, fingerprint: str | None = None) -> bytes:
    """Return the public half as PEM, for everybody who checks a certificate."""
    from serkut_desk.documents.public_keys import public_pem  # noqa: PLC0415 - slow to import

    return public_pem(seal_named(desk, fingerprint).certificate_pem.encode())


def key_sheet(desk: Desk, fingerprint: str | None = None, language: str = "fi") -> bytes:
    """Return the sheet for the wall as PDF."""
    from serkut_desk.documents.key_sheet import (  # noqa: PLC0415 - loads reportlab
        KeySheet,
        key_sheet_pdf,
    )

    seal = seal_named(desk, fingerprint)
    with desk.database.reading() as work:
        workshop = work.house.get("workshop")["name"]
    sheet = KeySheet(
        workshop=workshop,
        fingerprint=seal.fingerprint,
        since=local(seal.made_at).date(),
        until=local(seal.retired_at).date() if seal.retired_at else None,
    )
    return key_sheet_pdf(sheet, language)


def _existing(work: UnitOfWork, number: str) -> Certificate:
    found = work.certificates.by_code(code_of(number, CodeKind.CERTIFICATE))
    if found is None:
        raise Refused("certificate_unknown", number=number)
    return found


def _line(desk: Desk, work: UnitOfWork, one: Certificate) -> CertificateLine:
    device = work.devices.by_id(one.device_id)
    successor = one.superseded_by_id
    return CertificateLine(
        number=one.code,
        device=device.code,
        make=f"{device.manufacturer} {device.model}".strip(),
        issued_at=one.issued_at,
        issued_by=one.issued_by,
        state=one.state,
        stale=_is_stale(desk, work, one),
        superseded_by=None if successor is None else work.certificates.by_id(successor).code,
        reason=one.reason,
        ended_at=one.ended_at,
        seal=one.seal,
        sha256=one.sha256,
    )


def _is_stale(desk: Desk, work: UnitOfWork, one: Certificate) -> bool:
    """Tell whether the device has changed since: another approval, a new medium, a bad report."""
    if one.state is not CertificateState.VALID:
        return False
    approval = work.approvals.in_force(one.device_id)
    if approval is None or approval.id != one.approval_id:
        return True
    device = work.devices.by_id(one.device_id)
    if device.state in _SPOKEN_FOR:
        return False
    if device.state in _STOPPED:
        # What stops a device says nothing of its data.
        return facts.gather(work, device, desk.clock.now()).data_state not in FREE_OF_DATA
    return True
