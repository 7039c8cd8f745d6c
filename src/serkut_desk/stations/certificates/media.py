"""Certificates of single media that were taken out of their devices.

A medium must have passed its own gate (gate 2), the same that is asked before it becomes a part
or goes into a container: proven clean or destroyed for the device it was in, and the journal says
so, too.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from serkut_desk.domain.changes import Changes
from serkut_desk.domain.codes import CodeKind
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.statement import StatementKind
from serkut_desk.stations import facts, media_moves
from serkut_desk.stations.certificates import drafting
from serkut_desk.stations.certificates.commands import (
    Issued,
    IssuedAll,
    IssueMediumCertificate,
)
from serkut_desk.stations.certificates.handlers import code_of, reason_of
from serkut_desk.stations.certificates.languages import language_of
from serkut_desk.stations.handling import Task, handles

if TYPE_CHECKING:
    from serkut_desk.domain.devices import Device, StorageMedium
    from serkut_desk.records.approvals import Approval
    from serkut_desk.records.files import FileStore
    from serkut_desk.records.medium_certificates import MediumCertificate
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.certificates.drafting import Draft, Stamp
    from serkut_desk.stations.desk import Desk


@dataclass(frozen=True, slots=True)
class _Basis:
    """The records that a medium's certificate rests on, and the one that it replaces."""

    medium: StorageMedium
    device: Device
    approval: Approval
    held: MediumCertificate | None


def _prepare(desk: Desk, command: IssueMediumCertificate) -> Draft[_Basis] | None:
    drafting.watch_clock(desk, command)
    return drafting.drafted(desk, partial(_make, command), command.seal)


@handles(IssueMediumCertificate, Permission.ISSUE, prepare=_prepare)
def issue_medium_certificate(task: Task, command: IssueMediumCertificate) -> IssuedAll:
    """Issue the certificate of one medium."""
    work = task.work
    drafting.demand_ready(work, command.seal)
    reason = reason_of(command.reissue_reason)
    draft = drafting.final(task, task.prepared, partial(_make, command), command.seal)
    basis, stamp = draft.basis, draft.stamp
    device, code = basis.device, basis.medium.code or ""
    superseded = basis.held.code if basis.held else None
    digest = task.desk.files.keep(draft.pdf)
    work.medium_certificates.issue(
        at=stamp.at,
        replaces=basis.held,
        reason=reason,
        code=stamp.number,
        medium_id=basis.medium.id,
        device_id=device.id,
        approval_id=basis.approval.id,
        issued_by=task.actor,
        sha256=digest,
        language=draft.language,
        policy_version=basis.approval.policy_version,
        anchor_seq=stamp.anchor.seq,
        anchor_hash=stamp.anchor.hash,
        seal=stamp.seal.fingerprint,
        seq=stamp.anchor.seq + 1,
    )
    work.statements.keep(stamp.number, draft.statement, stamp.seal.fingerprint)
    head = work.journal.append(
        Tag.CERTIFICATE_MEDIUM,
        stamp.number,
        (code, device.code, *([superseded] if superseded else [])),
        number=stamp.number,
        sha256=digest,
        seal=stamp.seal.fingerprint,
        medium=code,
        device=device.code,
        approval=basis.approval.seq,
        policy=basis.approval.policy_version,
        statement=drafting.digest_of(draft.statement),
        supersedes=superseded,
        reason=reason,
    )
    drafting.demand_next(draft, head)
    work.devices.touch(device.id, head.seq, task.actor)
    numbers = {stamp.number, *([superseded] if superseded else [])}
    changes = Changes(
        devices=frozenset({device.code}),
        media=frozenset({code}),
        certificates=frozenset(numbers),
        journal=True,
    )
    stored = task.desk.files.path(digest)
    kind = StatementKind.MEDIUM
    issued = Issued(stamp.number, device.code, digest, stored, superseded, kind, code)
    return IssuedAll((issued,), changes)


def _make(
    command: IssueMediumCertificate, work: UnitOfWork, files: FileStore, stamp: Stamp
) -> Draft[_Basis]:
    from serkut_desk.documents.certificate import certificate_pdf  # noqa: PLC0415 - slow to import
    from serkut_desk.documents.signing import sign_pdf  # noqa: PLC0415 - slow to import
    from serkut_desk.stations.certificates.page import Subject, page_of  # noqa: PLC0415 - as these two

    code = code_of(command.medium, CodeKind.MEDIUM)
    medium = work.media.by_code(code)
    if medium is None:
        raise Refused("certificate_medium_unknown", medium=code)
    if medium.removed_at is None:
        raise Refused("medium_inside", medium=facts.name_of(medium))
    media_moves.demand_proven(work, medium)
    device = work.devices.by_id(medium.device_id)
    held = work.medium_certificates.valid_of(medium.id)
    if held is not None and command.reissue_reason is None:
        raise Refused("certificate_exists", number=held.code, device=code)
    _, approval = work.approvals.ground_of(device.id)
    assert approval is not None, "the journal says that one proves it"
    language = language_of(work, command.language, device.lot_id)
    subject = Subject(
        gathered=facts.gather(work, device, stamp.at),
        approval=approval,
        supersedes=held.code if held else None,
        language=language,
        medium=medium,
    )
    page = page_of(work, files, subject, stamp)
    drawn = certificate_pdf(page, language)
    sealed = sign_pdf(drawn, stamp.seal, reason=stamp.number, at=stamp.at)
    return drafting.Draft(
        stamp, sealed, page.statement, language, _Basis(medium, device, approval, held)
    )
