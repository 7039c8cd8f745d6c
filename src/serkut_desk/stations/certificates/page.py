"""Builds what a certificate says, from the records and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.documents.certificate_model import (
    Approver,
    CertificatePage,
    CertifiedDevice,
    Evidence,
    PolicyStamp,
)
from serkut_desk.domain.data_state import CountSource
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.policy import FlashDecision
from serkut_desk.domain.sanitisation import Acceptance
from serkut_desk.stations import rules
from serkut_desk.stations.certificates.outcome import Ground, ProvenMedium, proven_medium
from serkut_desk.stations.facts import name_of
from serkut_desk.stations.paper_names import PaperNames
from serkut_desk.texts import Texts

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from serkut_desk.domain.journal import Head
    from serkut_desk.domain.policy import Policy
    from serkut_desk.records.approvals import Approval, ApprovalItem
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.facts import Gathered
    from serkut_desk.stations.handling import Task

# Nothing decides yet where a device goes after its certificate.
_NEXT_USE = "undecided"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What is known of a certificate before its page: number, time, place in the journal, key."""

    number: str
    at: datetime
    anchor: Head
    supersedes: str | None
    seal: str
    language: str


def page_of(task: Task, gathered: Gathered, approval: Approval, stamp: Stamp) -> CertificatePage:
    """Return the page for a device that is proven clean.

    Raises:
        Refused: `certificate_unsupported` when a record does not carry what the paper would claim.
        Unavailable: `file_lost` or `file_damaged` for an original report.
    """
    work, device = task.work, gathered.device
    names = PaperNames(work.people, stamp.language)
    policy = rules.policy_numbered(work, approval.policy_version)
    items = {item.medium_id: item for item in work.approvals.items(approval.id)}
    ground = Ground(device, policy, names, stamp.language)
    proven = _proven(ground, gathered, items)
    lot = work.lots.by_id(device.lot_id)
    workshop = work.house.get("workshop")
    name, title = names.approver(approval.approved_by)
    return CertificatePage(
        number=stamp.number,
        issued_at=stamp.at,
        workshop=workshop["name"],
        workshop_part_of=workshop.get("part_of", ""),
        device=CertifiedDevice(
            code=device.code,
            type=device.type,
            manufacturer=device.manufacturer,
            model=device.model,
            serial=device.serial,
            inventory=device.inventory,
            imei=device.imei,
        ),
        source_unit=work.lots.organisation(lot.organisation_id).name,
        lot=lot.code,
        received_at=device.received_at,
        data_class=device.data_class,
        next_use=_NEXT_USE,
        count_source=CountSource(approval.seen),
        media=tuple(medium.row for medium in proven),
        none_seen_by=_none_seen_by(work, gathered, names),
        accepted=_sentences(proven, stamp.language),
        policy=_policy_stamp(policy),
        evidence=_evidence(task, gathered, items),
        anchor=stamp.anchor,
        supersedes=stamp.supersedes,
        approver=Approver(name, title, approval.approved_at),
        seal=stamp.seal,
    )


def _proven(
    ground: Ground, gathered: Gathered, items: Mapping[int, ApprovalItem]
) -> tuple[ProvenMedium, ...]:
    found = []
    for proof in gathered.proofs:
        medium = proven_medium(ground, proof, items[proof.medium.id])
        if not medium.row.settled:
            raise Refused("certificate_unsupported", medium=name_of(proof.medium))
        found.append(medium)
    return tuple(found)


def _none_seen_by(work: UnitOfWork, gathered: Gathered, names: PaperNames) -> tuple[str, ...]:
    if gathered.proofs:
        return ()
    return tuple(names.short(code) for code in work.media.stated_by(gathered.device.id))


def _sentences(media: tuple[ProvenMedium, ...], language: str) -> tuple[str, ...]:
    """Return what was accepted in words; of hidden areas the paper has a note of its own."""
    texts = Texts(language)
    used = {word for medium in media for word in medium.accepted}
    used.discard(Acceptance.HIDDEN_AREAS_UNKNOWN)
    return tuple(texts.say(f"acceptance.{word}") for word in Acceptance if word in used)


def _policy_stamp(policy: Policy) -> PolicyStamp:
    reference = policy.document
    decided = policy.flash is FlashDecision.CLEAR_ACCEPTED
    if decided and policy.flash_reference not in {"", reference}:
        reference = f"{reference}; {policy.flash_reference}"
    return PolicyStamp(policy.name, str(policy.version), policy.effective_from, reference)


def _evidence(
    task: Task, gathered: Gathered, items: Mapping[int, ApprovalItem]
) -> tuple[Evidence, ...]:
    """Return the original files: of the runs that prove, then of those tried before."""
    proving = {item.run_id for item in items.values()}
    runs = [run for proof in gathered.proofs for run in proof.runs]
    runs.sort(key=lambda run: run.id not in proving)
    found = []
    for digest in dict.fromkeys(run.sha256 for run in runs if run.sha256):
        file = task.work.evidence.file(digest)
        found.append(Evidence(file.name if file else digest, task.desk.files.read(digest)))
    return tuple(found)
