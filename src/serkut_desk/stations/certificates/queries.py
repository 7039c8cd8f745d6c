"""Certificates for lists and cards, and the papers about the key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.domain.clock import local
from serkut_desk.domain.codes import CodeKind
from serkut_desk.domain.data_state import FREE_OF_DATA
from serkut_desk.domain.errors import KnownFailure, Refused
from serkut_desk.domain.lifecycle import Action, Allowed, may
from serkut_desk.domain.statement import StatementKind
from serkut_desk.records.certificates import CertificateState
from serkut_desk.stations import facts, media_moves
from serkut_desk.stations.certificates import ending
from serkut_desk.stations.certificates.handlers import code_of
from serkut_desk.stations.certificates.lots import SPOKEN_FOR, STOPPED, lot_named, sorted_devices
from serkut_desk.stations.doubt import is_doubtful

if TYPE_CHECKING:
    from datetime import datetime

    from serkut_desk.documents.key_sheet import OlderKey
    from serkut_desk.documents.lot_certificate_model import LeftOut
    from serkut_desk.domain.devices import Device
    from serkut_desk.domain.lots import Lot
    from serkut_desk.domain.people import Session
    from serkut_desk.records.seals import Seal
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.certificates.ending import Found
    from serkut_desk.stations.desk import Desk

# As many as a list shows without a search.
SHOWN = 200


@dataclass(frozen=True, slots=True)
class CertificateLine:
    """One certificate in a list.

    Args:
        number: TT code.
        device: SD code; of a medium the device that it was taken from, empty for a lot.
        make: Manufacturer and model of the device or medium; for a lot who sent it.
        state: Whether it holds.
        stale: It holds, but what it speaks of has changed since: it speaks of the past only.
        doubtful: It holds, but a failed second look put in doubt what it speaks of, wherever
            that is now.
        superseded_by: Number of its successor.
        reason: Why it stopped to hold.
        seal: Fingerprint of the key.
        sha256: Names its PDF.
        kind: What it speaks of.
        about: Code of the device, medium or lot.
        language: Of the paper.
    """

    number: str
    device: str
    make: str
    issued_at: datetime
    issued_by: str
    state: CertificateState
    stale: bool
    doubtful: bool
    superseded_by: str | None
    reason: str | None
    ended_at: datetime | None
    seal: str
    sha256: str
    kind: StatementKind
    about: str
    language: str

    @property
    def standing(self) -> str:
        """The last words of the text `certificate.status.` about one that nothing ended.

        "" where there is nothing to say.
        """
        if self.doubtful:
            return "doubtful"
        if not self.stale:
            return ""
        return "stale" if self.kind is StatementKind.DEVICE else f"stale.{self.kind}"


@dataclass(frozen=True, slots=True)
class ReadyMedium:
    """A loose medium for which a certificate can be issued now; `device` is where it was."""

    code: str
    device: str
    model: str
    serial: str


@dataclass(frozen=True, slots=True)
class LotStanding:
    """How a lot stands with its certificates.

    Args:
        code: ER code.
        sender: Who sent it.
        opened_at: When it was opened.
        issued: Devices whose certificates hold.
        ready: Devices that wait for theirs and may have it.
        number: The lot's own certificate that holds; None without one.
        stale: That one speaks of a certificate that ended.
        doubtful: That one speaks of a certificate that is in doubt.
    """

    code: str
    sender: str
    opened_at: datetime
    issued: int
    ready: int
    number: str | None
    stale: bool
    doubtful: bool


@dataclass(frozen=True, slots=True)
class LotPlan:
    """What issuing for a whole lot would do.

    Args:
        code: ER code.
        ready: Devices that get a certificate.
        issued: Devices that have one.
        left_out: The others, with why.
        held: Number of the lot's own certificate that holds.
    """

    code: str
    ready: tuple[str, ...]
    issued: tuple[str, ...]
    left_out: tuple[LeftOut, ...]
    held: str | None


@dataclass(frozen=True, slots=True)
class ReadyDevice:
    """A device for which a certificate can be issued now; `media` counts those it speaks of."""

    code: str
    make: str
    serial: str
    approved_at: datetime
    approved_by: str
    media: int


def certificates(
    desk: Desk,
    session: Session | None,
    limit: int = SHOWN,
    kind: StatementKind = StatementKind.DEVICE,
) -> list[CertificateLine]:
    """Return the last certificates of a kind, the newest first."""
    with desk.reading(session) as work:
        match kind:
            case StatementKind.DEVICE:
                found = [ending.of_device(work, one) for one in work.certificates.newest(limit)]
            case StatementKind.MEDIUM:
                rows = work.medium_certificates.newest(limit)
                found = [ending.of_medium(work, one) for one in rows]
            case StatementKind.LOT:
                found = [ending.of_lot(work, one) for one in work.lot_certificates.newest(limit)]
        return [_line(desk, work, one) for one in found]


def papers_of(desk: Desk, session: Session | None, device: str) -> list[CertificateLine]:
    """Return the certificates of a device, the newest first; none for an unknown code."""
    with desk.reading(session) as work:
        found = work.devices.by_code(code_of(device, CodeKind.DEVICE))
        if found is None:
            return []
        rows = work.certificates.of_device(found.id)
        return [_line(desk, work, ending.of_device(work, one)) for one in rows]


def papers_of_lot(desk: Desk, session: Session | None, lot: str) -> list[str]:
    """Return the numbers of the certificates that hold in a lot: its own first.

    Raises:
        Refused: `certificate_lot_unknown`, `certificate_lot_empty`.
    """
    with desk.reading(session) as work:
        found = lot_named(work, lot)
        devices = work.lot_certificates.devices(found.id)
        held = work.lot_certificates.valid_of(found.id)
    numbers = [*([held.code] if held else []), *(one.number for one in devices if one.number)]
    if not numbers:
        raise Refused("certificate_lot_empty", lot=found.code)
    return numbers


def certificate(desk: Desk, session: Session | None, number: str) -> CertificateLine:
    """Return one certificate.

    Raises:
        Refused: `certificate_unknown`.
    """
    with desk.reading(session) as work:
        return _line(desk, work, ending.existing(work, number))


def certificate_pdf(desk: Desk, session: Session | None, number: str) -> bytes:
    """Return the sealed PDF exactly as it was issued.

    Raises:
        Refused: `certificate_unknown`.
        Unavailable: `file_lost` or `file_damaged`.
    """
    with desk.reading(session) as work:
        digest = ending.existing(work, number).row.sha256
    return desk.files.read(digest)


def ready(desk: Desk, session: Session | None) -> list[ReadyDevice]:
    """Return devices that wait for their certificate and may have it."""
    with desk.reading(session) as work:
        waiting = [_ready(work, row_id, desk.clock.now()) for row_id in work.certificates.waiting()]
        return [one for one in waiting if one is not None]


def _ready(work: UnitOfWork, row_id: int, now: datetime) -> ReadyDevice | None:
    device = work.devices.by_id(row_id)
    gathered = facts.gather(work, device, now)
    approval = work.approvals.in_force(row_id)
    allowed = may(Action.ISSUE_CERTIFICATE, gathered.facts)
    if approval is None or not isinstance(allowed, Allowed):
        return None
    return ReadyDevice(
        device.code,
        _made(device),
        device.serial,
        approval.approved_at,
        approval.approved_by,
        len(gathered.proofs),
    )


def ready_media(desk: Desk, session: Session | None) -> list[ReadyMedium]:
    """Return loose media that have no certificate and may have one."""
    with desk.reading(session) as work:
        found = []
        for row_id in work.medium_certificates.waiting():
            medium = work.media.by_id(row_id)
            try:
                media_moves.demand_proven(work, medium)
            except KnownFailure:
                continue
            device = work.devices.by_id(medium.device_id)
            found.append(ReadyMedium(medium.code or "", device.code, medium.model, medium.serial))
        return found


def lots(desk: Desk, session: Session | None, limit: int = SHOWN) -> list[LotStanding]:
    """Return lots that have something to certify or certificates, the newest first."""
    with desk.reading(session) as work:
        return [
            _standing(work, work.lots.by_id(row_id), issued, approved)
            for row_id, issued, approved in work.lot_certificates.certified(limit)
        ]


def _standing(work: UnitOfWork, lot: Lot, issued: int, approved: int) -> LotStanding:
    held = work.lot_certificates.valid_of(lot.id)
    return LotStanding(
        code=lot.code,
        sender=work.lots.organisation(lot.organisation_id).name,
        opened_at=lot.opened_at,
        issued=issued,
        ready=max(0, approved - issued),
        number=held.code if held else None,
        stale=held is not None and work.lot_certificates.ended_under(held.id) > 0,
        doubtful=held is not None and work.looks.doubt_lot(held.id),
    )


def lot_plan(desk: Desk, session: Session | None, lot: str) -> LotPlan:
    """Return what issuing for a whole lot would do.

    Raises:
        Refused: `certificate_lot_unknown`.
    """
    with desk.reading(session) as work:
        now, found = desk.clock.now(), lot_named(work, lot)
        waiting = [_ready(work, one, now) for one in work.certificates.waiting_of_lot(found.id)]
        ready_ones = tuple(one.code for one in waiting if one is not None)
        by_now = sorted_devices(work, found, now)
        held = work.lot_certificates.valid_of(found.id)
        return LotPlan(
            found.code,
            ready_ones,
            tuple(row.device for row in by_now.rows),
            tuple(one for one in by_now.left_out if one.device not in ready_ones),
            held.code if held else None,
        )


def status(desk: Desk, number: str) -> CertificateLine | None:
    """Return what the records say of a number on a paper, None when they know nothing of it."""
    with desk.database.reading() as work:
        found = ending.find(work, number)
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
        older = _older_keys(work, seal)
    sheet = KeySheet(
        workshop=workshop,
        fingerprint=seal.fingerprint,
        since=local(seal.made_at).date(),
        until=local(seal.retired_at).date() if seal.retired_at else None,
        older=older,
    )
    return key_sheet_pdf(sheet, language)


def _older_keys(work: UnitOfWork, seal: Seal) -> tuple[OlderKey, ...]:
    from serkut_desk.documents.key_sheet import OlderKey  # noqa: PLC0415 - loads reportlab

    vouched = {one.old_seal for one in work.trust.vouches()}
    thefts = work.trust.thefts()
    before = [one for one in work.seals.every() if one.made_at < seal.made_at]
    return tuple(
        OlderKey(
            fingerprint=one.fingerprint,
            since=local(one.made_at).date(),
            until=local(one.retired_at).date() if one.retired_at else None,
            vouched=one.fingerprint in vouched,
            stolen=(
                local(thefts[one.fingerprint].since).date() if one.fingerprint in thefts else None
            ),
        )
        for one in reversed(before)
    )


def _line(desk: Desk, work: UnitOfWork, found: Found) -> CertificateLine:
    row, device = found.row, found.device
    return CertificateLine(
        number=row.code,
        device=device.code if device else "",
        make=_make(work, found),
        issued_at=row.issued_at,
        issued_by=row.issued_by,
        state=row.state,
        stale=row.state is CertificateState.VALID and _is_stale(desk, work, found),
        doubtful=row.state is CertificateState.VALID and is_doubtful(work, row),
        superseded_by=_successor(work, found),
        reason=row.reason,
        ended_at=row.ended_at,
        seal=row.seal,
        sha256=row.sha256,
        kind=found.kind,
        about=found.about,
        language=row.language,
    )


def _made(device: Device) -> str:
    return f"{device.manufacturer} {device.model}".strip()


def _make(work: UnitOfWork, found: Found) -> str:
    """Return what people know the device, medium or lot by, besides its code."""
    match found.kind:
        case StatementKind.LOT:
            lot = lot_named(work, found.about)
            return work.lots.organisation(lot.organisation_id).name
        case StatementKind.MEDIUM:
            medium = work.media.by_code(found.about)
            return f"{medium.model} {medium.serial}".strip() if medium else ""
        case StatementKind.DEVICE:
            return _made(found.device) if found.device else ""


def _successor(work: UnitOfWork, found: Found) -> str | None:
    successor = found.row.superseded_by_id
    if successor is None:
        return None
    match found.kind:
        case StatementKind.DEVICE:
            return work.certificates.by_id(successor).code
        case StatementKind.MEDIUM:
            return work.medium_certificates.by_id(successor).code
        case StatementKind.LOT:
            return work.lot_certificates.by_id(successor).code


def _is_stale(desk: Desk, work: UnitOfWork, found: Found) -> bool:
    """Tell whether what a valid certificate speaks of has changed since."""
    if found.kind is StatementKind.LOT:
        return work.lot_certificates.ended_under(found.row.id) > 0
    if found.kind is StatementKind.MEDIUM:
        return _medium_is_stale(work, found.row.id)
    return _device_is_stale(desk, work, found.row.id)


def _medium_is_stale(work: UnitOfWork, row_id: int) -> bool:
    """Tell whether the medium went into a device since, or has lost its proof."""
    row = work.medium_certificates.by_id(row_id)
    medium = work.media.by_id(row.medium_id)
    if medium.device_id != row.device_id or medium.removed_at is None:
        return True
    try:
        media_moves.demand_proven(work, medium)
    except KnownFailure:
        return True
    return False


def _device_is_stale(desk: Desk, work: UnitOfWork, row_id: int) -> bool:
    """Tell whether the device has changed since: another approval, a new medium, a bad report."""
    one = work.certificates.by_id(row_id)
    approval = work.approvals.in_force(one.device_id)
    if approval is None or approval.id != one.approval_id:
        return True
    device = work.devices.by_id(one.device_id)
    if device.state in SPOKEN_FOR:
        return False
    if device.state in STOPPED:
        # What stops a device says nothing of its data.
        return facts.gather(work, device, desk.clock.now()).data_state not in FREE_OF_DATA
    return True
