"""Revoking a certificate of any kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.domain.changes import Changes
from serkut_desk.domain.codes import CodeKind
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.lifecycle import Action, demand
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.statement import StatementKind
from serkut_desk.records.certificates import CertificateState
from serkut_desk.stations import facts
from serkut_desk.stations.certificates.commands import RevokeCertificate, Revoked
from serkut_desk.stations.certificates.handlers import code_of
from serkut_desk.stations.handling import Task, handles
from serkut_desk.stations.wording import short_text

if TYPE_CHECKING:
    from serkut_desk.domain.devices import Device
    from serkut_desk.records.certificates import Certificate, Certificates
    from serkut_desk.records.lot_certificates import LotCertificate, LotCertificates
    from serkut_desk.records.medium_certificates import MediumCertificate, MediumCertificates
    from serkut_desk.records.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Found:
    """A certificate of any kind.

    Args:
        kind: What it speaks of.
        row: As the records know it.
        device: The device that it speaks of, of a medium the one that it was taken from; None for
            a lot.
        about: Code of the device, medium or lot.
    """

    kind: StatementKind
    row: Certificate | MediumCertificate | LotCertificate
    device: Device | None
    about: str


def find(work: UnitOfWork, number: str) -> Found | None:
    """Return the certificate with a number, None when there is none."""
    code = code_of(number, CodeKind.CERTIFICATE)
    if (own := work.certificates.by_code(code)) is not None:
        return of_device(work, own)
    if (loose := work.medium_certificates.by_code(code)) is not None:
        return of_medium(work, loose)
    if (whole := work.lot_certificates.by_code(code)) is not None:
        return of_lot(work, whole)
    return None


def of_device(work: UnitOfWork, row: Certificate) -> Found:
    """Return a device's certificate with what it speaks of."""
    device = work.devices.by_id(row.device_id)
    return Found(StatementKind.DEVICE, row, device, device.code)


def of_medium(work: UnitOfWork, row: MediumCertificate) -> Found:
    """Return a medium's certificate with what it speaks of."""
    medium, device = work.media.by_id(row.medium_id), work.devices.by_id(row.device_id)
    return Found(StatementKind.MEDIUM, row, device, medium.code or "")


def of_lot(work: UnitOfWork, row: LotCertificate) -> Found:
    """Return a lot's certificate with what it speaks of."""
    return Found(StatementKind.LOT, row, None, work.lots.by_id(row.lot_id).code)


def existing(work: UnitOfWork, number: str) -> Found:
    """Return the certificate with a number.

    Raises:
        Refused: `certificate_unknown`.
    """
    found = find(work, number)
    if found is None:
        raise Refused("certificate_unknown", number=number)
    return found


@handles(RevokeCertificate, Permission.ISSUE)
def revoke_certificate(task: Task, command: RevokeCertificate) -> Revoked:
    """Let a certificate stop to hold."""
    work = task.work
    found = existing(work, command.number)
    row, device = found.row, found.device
    reason = short_text(command.reason, "reason")
    if row.state is not CertificateState.VALID:
        raise Refused("certificate_ended", number=row.code, state=row.state.value)
    if device is not None:
        demand(Action.REVOKE_CERTIFICATE, facts.gather(work, device, task.now).facts)
    _rows(work, found.kind).end(row.id, reason=reason, at=task.now)
    others = (found.about, device.code) if device else (found.about,)
    head = work.journal.append(
        Tag.CERTIFICATE_REVOKED, row.code, dict.fromkeys(others), reason=reason
    )
    if device is not None:
        work.devices.touch(device.id, head.seq, task.actor)
    devices = frozenset({device.code} if device else ())
    changes = Changes(devices=devices, certificates=frozenset({row.code}), journal=True)
    return Revoked(row.code, found.about, changes)


def _rows(
    work: UnitOfWork, kind: StatementKind
) -> Certificates | MediumCertificates | LotCertificates:
    match kind:
        case StatementKind.DEVICE:
            return work.certificates
        case StatementKind.MEDIUM:
            return work.medium_certificates
        case StatementKind.LOT:
            return work.lot_certificates
