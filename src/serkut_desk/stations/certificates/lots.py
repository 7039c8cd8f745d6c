"""Certificates of lots: what every device's own certificate says, counted and listed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from serkut_desk.documents.lot_certificate_model import (
    AppendixRow,
    LeftOut,
    LeftOutWhy,
    LotCertificatePage,
)
from serkut_desk.domain.changes import Changes
from serkut_desk.domain.codes import CodeKind
from serkut_desk.domain.data_state import FREE_OF_DATA, DataState
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.lifecycle import FREE, DeviceState
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.statement import (
    Statement,
    StatementKind,
    appendix_hash,
    fitted,
    key_id,
)
from serkut_desk.records.certificate_check import doubtful
from serkut_desk.stations import facts, rules
from serkut_desk.stations.certificates import drafting
from serkut_desk.stations.certificates.commands import Issued, IssuedAll, IssueLotCertificate
from serkut_desk.stations.certificates.handlers import code_of, reason_of
from serkut_desk.stations.certificates.languages import language_of
from serkut_desk.stations.handling import Task, handles
from serkut_desk.stations.paper_names import PaperNames

if TYPE_CHECKING:
    from datetime import datetime

    from serkut_desk.domain.lots import Lot
    from serkut_desk.records.files import FileStore
    from serkut_desk.records.lot_certificates import LotCertificate, LotDevice
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.certificates.drafting import Draft, Stamp

SPOKEN_FOR = frozenset({state.value for state in FREE | {DeviceState.LEFT}})
STOPPED = frozenset({DeviceState.QUARANTINE.value, DeviceState.HAZARD_STOP.value})


@dataclass(frozen=True, slots=True)
class LotSorted:
    """The devices of a lot: those that its certificate speaks of, and the others.

    `certificates` are the ids of the devices' certificates, in the order of `rows`.
    """

    rows: tuple[AppendixRow, ...]
    certificates: tuple[int, ...]
    left_out: tuple[LeftOut, ...]
    arrived_at: datetime | None


@dataclass(frozen=True, slots=True)
class _Basis:
    """The records that a lot's certificate rests on, and the one that it replaces."""

    lot: Lot
    sorted: LotSorted
    held: LotCertificate | None


def lot_named(work: UnitOfWork, text: str) -> Lot:
    """Return a lot by its code.

    Raises:
        Refused: `certificate_lot_unknown`.
    """
    code = code_of(text, CodeKind.LOT)
    lot = work.lots.by_code(code)
    if lot is None:
        raise Refused("certificate_lot_unknown", lot=code)
    return lot


def sorted_devices(work: UnitOfWork, lot: Lot, now: datetime) -> LotSorted:
    """Tell which devices of a lot its certificate speaks of, and why not of the others."""
    media = work.lot_certificates.media(lot.id)
    rows, certificates, left_out = [], [], []
    devices = work.lot_certificates.devices(lot.id)
    for one in devices:
        why = _left_out(work, one, now)
        if why is not None:
            left_out.append(LeftOut(one.code, one.serial, why))
            continue
        assert one.certificate_id is not None, "else it is left out"
        assert one.number is not None, "else it is left out"
        rows.append(
            AppendixRow(one.code, one.serial, one.number, media.get(one.certificate_id, ()))
        )
        certificates.append(one.certificate_id)
    arrived = min((one.received_at for one in devices), default=None)
    return LotSorted(tuple(rows), tuple(certificates), tuple(left_out), arrived)


def _left_out(work: UnitOfWork, one: LotDevice, now: datetime) -> LeftOutWhy | None:
    """Return why a device is not in the certificate, None when it is."""
    if one.certificate_id is not None:
        return None if _speaks_still(work, one, now) else LeftOutWhy.OUT_OF_DATE
    if one.approved is not None:
        return LeftOutWhy.REVOKED if one.revoked else LeftOutWhy.NOT_ISSUED
    device = work.devices.by_id(one.id)
    if facts.gather(work, device, now).data_state is DataState.NO_MEDIA:
        return LeftOutWhy.NO_MEDIA
    return LeftOutWhy.NOT_APPROVED


def _speaks_still(work: UnitOfWork, one: LotDevice, now: datetime) -> bool:
    if one.approved != one.approval_id:
        return False
    # These states say nothing of the proof, which may be in doubt.
    if one.state in STOPPED | {DeviceState.LEFT}:
        gathered = facts.gather(work, work.devices.by_id(one.id), now)
        return gathered.data_state in FREE_OF_DATA
    return one.state in SPOKEN_FOR


@handles(IssueLotCertificate, Permission.ISSUE, prepare=drafting.watch_clock)
def issue_lot_certificate(task: Task, command: IssueLotCertificate) -> IssuedAll:
    """Issue the certificate of a lot."""
    work = task.work
    drafting.demand_ready(work, command.seal)
    reason = reason_of(command.reissue_reason)
    # Not before the transaction: who issues stands on it, and few are issued.
    draft = drafting.final(task, None, partial(_make, command), command.seal)
    basis, stamp = draft.basis, draft.stamp
    superseded = basis.held.code if basis.held else None
    digest = task.desk.files.keep(draft.pdf)
    stated = [list(row.stated) for row in basis.sorted.rows]
    row_id = work.lot_certificates.issue(
        at=stamp.at,
        replaces=basis.held,
        reason=reason,
        code=stamp.number,
        lot_id=basis.lot.id,
        issued_by=task.actor,
        sha256=digest,
        language=draft.language,
        content=stated,
        anchor_seq=stamp.anchor.seq,
        anchor_hash=stamp.anchor.hash,
        seal=stamp.seal.fingerprint,
        seq=stamp.anchor.seq + 1,
    )
    work.lot_certificates.stand_on(row_id, basis.sorted.certificates)
    work.statements.keep(stamp.number, draft.statement, stamp.seal.fingerprint)
    head = work.journal.append(
        Tag.CERTIFICATE_LOT,
        stamp.number,
        (basis.lot.code, *([superseded] if superseded else [])),
        number=stamp.number,
        sha256=digest,
        seal=stamp.seal.fingerprint,
        lot=basis.lot.code,
        devices=len(stated),
        left_out=len(basis.sorted.left_out),
        appendix=appendix_hash(row.stated for row in basis.sorted.rows),
        statement=drafting.digest_of(draft.statement),
        supersedes=superseded,
        reason=reason,
    )
    drafting.demand_next(draft, head)
    numbers = {stamp.number, *([superseded] if superseded else [])}
    stored = task.desk.files.path(digest)
    lot = basis.lot.code
    issued = Issued(stamp.number, "", digest, stored, superseded, StatementKind.LOT, lot)
    changes = Changes(lots=frozenset({lot}), certificates=frozenset(numbers), journal=True)
    return IssuedAll((issued,), changes)


def _make(
    command: IssueLotCertificate, work: UnitOfWork, files: FileStore, stamp: Stamp
) -> Draft[_Basis]:
    from serkut_desk.documents.lot_certificate import lot_certificate_pdf  # noqa: PLC0415 - slow to import
    from serkut_desk.documents.signing import sign_pdf  # noqa: PLC0415 - slow to import

    del files  # the devices' own certificates carry the reports
    lot = lot_named(work, command.lot)
    held = work.lot_certificates.valid_of(lot.id)
    if held is not None and command.reissue_reason is None:
        raise Refused("certificate_exists", number=held.code, device=lot.code)
    found = sorted_devices(work, lot, stamp.at)
    if not found.rows:
        raise Refused("certificate_lot_empty", lot=lot.code)
    doubt = doubtful(work.connection, lot.id)
    if doubt:
        raise Refused("certificate_unproven", number=doubt[0])
    language = language_of(work, command.language, lot.id)
    page = _page(work, _Basis(lot, found, held), language, stamp)
    drawn = lot_certificate_pdf(page, language)
    sealed = sign_pdf(drawn, stamp.seal, reason=stamp.number, at=stamp.at)
    return drafting.Draft(stamp, sealed, page.statement, language, _Basis(lot, found, held))


def _page(work: UnitOfWork, basis: _Basis, language: str, stamp: Stamp) -> LotCertificatePage:
    from serkut_desk.documents.statements import sign_statement  # noqa: PLC0415 - slow to import
    from serkut_desk.stations.certificates.page import policy_stamp  # noqa: PLC0415 - slow to import

    lot, found = basis.lot, basis.sorted
    workshop = work.house.get("workshop")
    statement = Statement(
        kind=StatementKind.LOT,
        number=stamp.number,
        lot=lot.code,
        devices=len(found.rows),
        appendix=appendix_hash(row.stated for row in found.rows),
        issued=stamp.at,
        workshop=workshop["name"],
        key=key_id(stamp.seal.fingerprint),
    )
    versions = work.lot_certificates.policies(lot.id)
    assert found.arrived_at is not None, "there are rows"
    return LotCertificatePage(
        number=stamp.number,
        issued_at=stamp.at,
        workshop=workshop["name"],
        workshop_part_of=workshop.get("part_of", ""),
        lot=lot.code,
        source_unit=work.lots.organisation(lot.organisation_id).name,
        arrived_at=found.arrived_at,
        data_class=lot.data_class,
        rows=found.rows,
        left_out=found.left_out,
        policies=tuple(
            policy_stamp(rules.policy_numbered(work, one), language) for one in versions
        ),
        anchor=stamp.anchor,
        supersedes=basis.held.code if basis.held else None,
        issuer=PaperNames(work.people, language).approver(work.actor),
        seal=stamp.seal.fingerprint,
        statement=sign_statement(fitted(statement), stamp.seal),
    )
