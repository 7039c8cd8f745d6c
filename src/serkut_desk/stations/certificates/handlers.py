"""Issuing and revoking certificates.

The sealed PDF is written and synced before its number, journal entry and SHA-256 commit together;
what a crash leaves behind is a file that no record names, and the next start sweeps it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.changes import Changes
from serkut_desk.domain.codes import CodeKind, parse_code
from serkut_desk.domain.data_state import DataState
from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.lifecycle import Action, demand
from serkut_desk.domain.permissions import Permission
from serkut_desk.records.certificates import CertificateState
from serkut_desk.stations import facts
from serkut_desk.stations.certificates.commands import (
    IssueCertificates,
    Issued,
    IssuedAll,
    RevokeCertificate,
    Revoked,
)
from serkut_desk.stations.certificates.keys import in_use
from serkut_desk.stations.handling import Entries, Task, handles
from serkut_desk.stations.proof import demand_entry
from serkut_desk.stations.wording import short_text

if TYPE_CHECKING:
    from serkut_desk.records.approvals import Approval
    from serkut_desk.records.certificates import Certificate
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.facts import Gathered


def _watch_clock(desk: Desk, _command: IssueCertificates) -> None:
    """A jump must be entered even though the issue is then refused and rolled back."""
    desk.database.watch_clock()


@handles(IssueCertificates, Permission.ISSUE, entries=Entries.EACH, prepare=_watch_clock)
def issue_certificates(task: Task, command: IssueCertificates) -> IssuedAll:
    """Issue one certificate for each device, each with its own entry."""
    if not command.devices:
        raise Misused("text_missing", field="device")
    if task.work.house.get("clock_doubted", False):
        raise Refused("certificate_clock_doubted")
    if in_use(task.work).fingerprint != command.seal.fingerprint:
        raise Refused("key_not_in_use", fingerprint=command.seal.fingerprint)
    codes = dict.fromkeys(code_of(text, CodeKind.DEVICE) for text in command.devices)
    reason = command.reissue_reason
    reason = None if reason is None else short_text(reason, "reason")
    issued = tuple(_issue(task, command, code, reason) for code in codes)
    superseded = {one.supersedes for one in issued if one.supersedes}
    changes = Changes(
        devices=frozenset(codes),
        certificates=frozenset(one.number for one in issued) | superseded,
        journal=True,
    )
    return IssuedAll(issued, changes)


def _issue(task: Task, command: IssueCertificates, code: str, reason: str | None) -> Issued:
    from serkut_desk.documents.certificate import certificate_pdf  # noqa: PLC0415 - slow to import
    from serkut_desk.documents.signing import sign_pdf  # noqa: PLC0415 - slow to import
    from serkut_desk.stations.certificates.page import Stamp, page_of  # noqa: PLC0415 - as these two

    work, now = task.work, task.now
    gathered, approval = _proven(work, code, task)
    held = work.certificates.valid_of(gathered.device.id)
    if held is not None and reason is None:
        raise Refused("certificate_exists", number=held.code, device=code)
    anchor = work.journal.head()
    number = work.house.next_code(CodeKind.CERTIFICATE)
    superseded = held.code if held else None
    fingerprint = command.seal.fingerprint
    stamp = Stamp(
        number=number,
        at=now,
        anchor=anchor,
        supersedes=superseded,
        seal=fingerprint,
        language=command.language,
    )
    page = page_of(task, gathered, approval, stamp)
    drawn = certificate_pdf(page, command.language)
    digest = task.desk.files.keep(sign_pdf(drawn, command.seal, reason=number, at=now))
    work.certificates.issue(
        at=now,
        replaces=held,
        reason=reason,
        code=number,
        device_id=gathered.device.id,
        approval_id=approval.id,
        issued_by=task.actor,
        sha256=digest,
        language=command.language,
        policy_version=approval.policy_version,
        anchor_seq=anchor.seq,
        anchor_hash=anchor.hash,
        seal=fingerprint,
    )
    head = work.journal.append(
        Tag.CERTIFICATE_ISSUED,
        number,
        (code, *([superseded] if superseded else [])),
        number=number,
        sha256=digest,
        seal=fingerprint,
        device=code,
        approval=approval.seq,
        media=len(page.media),
        supersedes=superseded,
        reason=reason,
    )
    if head.seq != anchor.seq + 1:
        # The clock jumped between looking at it and here; the paper names the wrong entry.
        raise Refused("certificate_clock_doubted")
    work.devices.touch(gathered.device.id, head.seq, task.actor)
    return Issued(number, code, digest, task.desk.files.path(digest), superseded)


def _proven(work: UnitOfWork, code: str, task: Task) -> tuple[Gathered, Approval]:
    """Return a device of which a certificate may speak, and the approval that it rests on."""
    device = work.devices.by_code(code)
    if device is None:
        raise Refused("certificate_device_unknown", device=code)
    gathered = facts.gather(work, device, task.now)
    approval = work.approvals.in_force(device.id)
    if approval is None and gathered.data_state is DataState.NO_MEDIA:
        raise Refused("certificate_not_needed", device=code)
    demand(Action.ISSUE_CERTIFICATE, gathered.facts)
    assert approval is not None, "the lifecycle table asks for one"
    demand_entry(work, device)
    return gathered, approval


def code_of(text: str, kind: CodeKind) -> str:
    """Return a code as the records write it; other text as it is, nothing has it."""
    own = parse_code(text)
    return str(own) if own is not None and own.kind is kind else text.strip()


@handles(RevokeCertificate, Permission.ISSUE)
def revoke_certificate(task: Task, command: RevokeCertificate) -> Revoked:
    """Let a certificate stop to hold."""
    work = task.work
    certificate = _existing(work, command.number)
    reason = short_text(command.reason, "reason")
    if certificate.state is not CertificateState.VALID:
        raise Refused("certificate_ended", number=certificate.code, state=certificate.state.value)
    device = work.devices.by_id(certificate.device_id)
    demand(Action.REVOKE_CERTIFICATE, facts.gather(work, device, task.now).facts)
    work.certificates.revoke(certificate, reason=reason, at=task.now)
    head = work.journal.append(
        Tag.CERTIFICATE_REVOKED, certificate.code, (device.code,), reason=reason
    )
    work.devices.touch(device.id, head.seq, task.actor)
    changes = Changes(
        devices=frozenset({device.code}), certificates=frozenset({certificate.code}), journal=True
    )
    return Revoked(certificate.code, device.code, changes)


def _existing(work: UnitOfWork, number: str) -> Certificate:
    found = work.certificates.by_code(code_of(number, CodeKind.CERTIFICATE))
    if found is None:
        raise Refused("certificate_unknown", number=number)
    return found
