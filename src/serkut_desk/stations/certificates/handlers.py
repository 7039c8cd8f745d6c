"""Issuing certificates of devices.

The sealed PDF is written and synced before its number, journal entry and SHA-256 commit together;
what a crash leaves behind is a file that no record names, and the next start sweeps it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from serkut_desk.domain.changes import Changes
from serkut_desk.domain.codes import CodeKind, parse_code
from serkut_desk.domain.data_state import DataState
from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.lifecycle import Action, demand
from serkut_desk.domain.permissions import Permission
from serkut_desk.stations import facts
from serkut_desk.stations.certificates import drafting
from serkut_desk.stations.certificates.commands import IssueCertificates, Issued, IssuedAll
from serkut_desk.stations.certificates.languages import language_of
from serkut_desk.stations.handling import Entries, Task, handles
from serkut_desk.stations.proof import demand_entry
from serkut_desk.stations.wording import short_text

if TYPE_CHECKING:
    from serkut_desk.records.approvals import Approval
    from serkut_desk.records.certificates import Certificate
    from serkut_desk.records.files import FileStore
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.certificates.drafting import Draft, Stamp
    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.facts import Gathered


@dataclass(frozen=True, slots=True)
class _Basis:
    """The records that a device's certificate rests on, and the one that it replaces."""

    gathered: Gathered
    approval: Approval
    held: Certificate | None
    media: int


def _prepare(desk: Desk, command: IssueCertificates) -> Draft[_Basis] | None:
    """Make the only certificate before the transaction; of several each needs the one before."""
    drafting.watch_clock(desk, command)
    if len(command.devices) != 1:
        return None
    return drafting.drafted(desk, partial(_make, command, command.devices[0]), command.seal)


@handles(IssueCertificates, Permission.ISSUE, entries=Entries.EACH, prepare=_prepare)
def issue_certificates(task: Task, command: IssueCertificates) -> IssuedAll:
    """Issue one certificate for each device, each with its own entry."""
    if not command.devices:
        raise Misused("text_missing", field="device")
    drafting.demand_ready(task.work, command.seal)
    codes = dict.fromkeys(code_of(text, CodeKind.DEVICE) for text in command.devices)
    issued = tuple(_issue(task, command, code) for code in codes)
    superseded = {one.supersedes for one in issued if one.supersedes}
    changes = Changes(
        devices=frozenset(codes),
        certificates=frozenset(one.number for one in issued) | superseded,
        journal=True,
    )
    return IssuedAll(issued, changes)


def _make(
    command: IssueCertificates, text: str, work: UnitOfWork, files: FileStore, stamp: Stamp
) -> Draft[_Basis]:
    from serkut_desk.documents.certificate import certificate_pdf  # noqa: PLC0415 - slow to import
    from serkut_desk.documents.signing import sign_pdf  # noqa: PLC0415 - slow to import
    from serkut_desk.stations.certificates.page import Subject, page_of  # noqa: PLC0415 - as these two

    code = code_of(text, CodeKind.DEVICE)
    gathered, approval = _proven(work, code, stamp)
    device = gathered.device
    held = work.certificates.valid_of(device.id)
    if held is not None and command.reissue_reason is None:
        raise Refused("certificate_exists", number=held.code, device=code)
    language = language_of(work, command.language, device.lot_id)
    subject = Subject(
        gathered=gathered,
        approval=approval,
        supersedes=held.code if held else None,
        language=language,
    )
    page = page_of(work, files, subject, stamp)
    drawn = certificate_pdf(page, language)
    sealed = sign_pdf(drawn, stamp.seal, reason=stamp.number, at=stamp.at)
    basis = _Basis(gathered, approval, held, len(page.media))
    return drafting.Draft(stamp, sealed, page.statement, language, basis)


def _issue(task: Task, command: IssueCertificates, code: str) -> Issued:
    work = task.work
    reason = reason_of(command.reissue_reason)
    draft = drafting.final(task, task.prepared, partial(_make, command, code), command.seal)
    basis, stamp = draft.basis, draft.stamp
    superseded = basis.held.code if basis.held else None
    digest = task.desk.files.keep(draft.pdf)
    work.certificates.issue(
        at=stamp.at,
        replaces=basis.held,
        reason=reason,
        code=stamp.number,
        device_id=basis.gathered.device.id,
        approval_id=basis.approval.id,
        issued_by=task.actor,
        sha256=digest,
        language=draft.language,
        policy_version=basis.approval.policy_version,
        anchor_seq=stamp.anchor.seq,
        anchor_hash=stamp.anchor.hash,
        seal=stamp.seal.fingerprint,
    )
    work.statements.keep(stamp.number, draft.statement, stamp.seal.fingerprint)
    head = work.journal.append(
        Tag.CERTIFICATE_ISSUED,
        stamp.number,
        (code, *([superseded] if superseded else [])),
        number=stamp.number,
        sha256=digest,
        seal=stamp.seal.fingerprint,
        device=code,
        approval=basis.approval.seq,
        policy=basis.approval.policy_version,
        media=basis.media,
        statement=drafting.digest_of(draft.statement),
        supersedes=superseded,
        reason=reason,
    )
    drafting.demand_next(draft, head)
    work.devices.touch(basis.gathered.device.id, head.seq, task.actor)
    stored = task.desk.files.path(digest)
    return Issued(stamp.number, code, digest, stored, superseded, about=code)


def _proven(work: UnitOfWork, code: str, stamp: Stamp) -> tuple[Gathered, Approval]:
    """Return a device of which a certificate may speak, and the approval that it rests on."""
    device = work.devices.by_code(code)
    if device is None:
        raise Refused("certificate_device_unknown", device=code)
    gathered = facts.gather(work, device, stamp.at)
    approval = work.approvals.in_force(device.id)
    if approval is None and gathered.data_state is DataState.NO_MEDIA:
        raise Refused("certificate_not_needed", device=code)
    demand(Action.ISSUE_CERTIFICATE, gathered.facts)
    assert approval is not None, "the lifecycle table asks for one"
    demand_entry(work, device)
    return gathered, approval


def reason_of(text: str | None) -> str | None:
    """Return the reason of a reissue as the records keep it; None where there is none.

    Raises:
        Misused: As `short_text`.
    """
    return None if text is None else short_text(text, "reason")


def code_of(text: str, kind: CodeKind) -> str:
    """Return a code as the records write it; other text as it is, nothing has it."""
    own = parse_code(text)
    return str(own) if own is not None and own.kind is kind else text.strip()
