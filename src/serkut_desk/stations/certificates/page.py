"""Builds what a certificate says, from the records and nothing else."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from serkut_desk.documents.certificate_model import (
    Approver,
    CertificatePage,
    CertifiedDevice,
    Evidence,
    LooseMedium,
    PolicyStamp,
    Stay,
    Wiped,
)
from serkut_desk.documents.statements import sign_statement
from serkut_desk.domain.data_state import CountSource
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.media import Level
from serkut_desk.domain.outcomes import Outcome
from serkut_desk.domain.policy import FlashDecision
from serkut_desk.domain.sanitisation import Acceptance
from serkut_desk.domain.statement import StatedMedium, Statement, StatementKind, fitted, key_id
from serkut_desk.stations import rules
from serkut_desk.stations.attaching import attached_to
from serkut_desk.stations.certificates.outcome import (
    Ground,
    ProvenMedium,
    host_uuid,
    proven_medium,
)
from serkut_desk.stations.facts import name_of
from serkut_desk.stations.paper_names import PaperNames
from serkut_desk.texts import Texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from serkut_desk.documents.certificate_model import CertifiedMedium
    from serkut_desk.domain.devices import Device, StorageMedium
    from serkut_desk.domain.policy import Policy
    from serkut_desk.records.approvals import Approval, ApprovalItem
    from serkut_desk.records.files import FileStore
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.certificates.drafting import Stamp
    from serkut_desk.stations.facts import Gathered, MediumProof

_UNDECIDED = "undecided"
_NEXT_USE = {
    Outcome.SHELF: "reuse",
    Outcome.REPAIR: "repair",
    Outcome.DISMANTLE: "recycling",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What a certificate speaks of.

    Args:
        gathered: The device; of a loose medium the one that it was taken from.
        approval: What it rests on.
        supersedes: Number of the certificate that this one replaces.
        language: Of the paper.
        medium: The loose medium; None for a device.
    """

    gathered: Gathered
    approval: Approval
    supersedes: str | None
    language: str
    medium: StorageMedium | None = None

    @property
    def proofs(self) -> Sequence[MediumProof]:
        """The media of which the certificate speaks."""
        proofs = self.gathered.proofs
        if self.medium is None:
            return proofs
        return [proof for proof in proofs if proof.medium.id == self.medium.id]


def page_of(work: UnitOfWork, files: FileStore, subject: Subject, stamp: Stamp) -> CertificatePage:
    """Return the page for a device, or a medium, that is proven clean.

    Raises:
        Refused: `certificate_unsupported` when a record does not carry what the paper would claim.
        Unavailable: `file_lost` or `file_damaged` for an original report.
    """
    device, approval, language = subject.gathered.device, subject.approval, subject.language
    names = PaperNames(work.people, language)
    policy = rules.policy_numbered(work, approval.policy_version)
    items = {item.medium_id: item for item in work.approvals.items(approval.id)}
    proven = _proven(Ground(work, device, policy, names, language), subject.proofs, items)
    lot = work.lots.by_id(device.lot_id)
    workshop = work.house.get("workshop")
    name, title = names.approver(approval.approved_by)
    deciding = {items[proof.medium.id].run_id for proof in subject.proofs}
    runs = [run for proof in subject.proofs for run in proof.runs if run.id in deciding]
    media = tuple(medium.row for medium in proven)
    reports, beside = _digests(subject.proofs, deciding)
    return CertificatePage(
        number=stamp.number,
        issued_at=stamp.at,
        workshop=workshop["name"],
        workshop_part_of=workshop.get("part_of", ""),
        device=replace(certified(device), uuid=host_uuid(runs)),
        source_unit=work.lots.organisation(lot.organisation_id).name,
        lot=lot.code,
        received_at=device.received_at,
        data_class=device.data_class,
        next_use=_next_use(work, subject),
        count_source=CountSource(approval.seen),
        media=media,
        none_seen_by=() if subject.proofs else _none_seen_by(work, device, names),
        accepted=_sentences(proven, language),
        policy=policy_stamp(policy, language),
        evidence=_files(work, files, reports),
        attached=_files(work, files, beside),
        anchor=stamp.anchor,
        supersedes=subject.supersedes,
        approver=Approver(name, title, approval.approved_at),
        seal=stamp.seal.fingerprint,
        statement=_statement(subject, stamp, media, lot=lot.code, workshop=workshop["name"]),
        loose=None if subject.medium is None else _loose(work, subject.medium, device),
    )


def _next_use(work: UnitOfWork, subject: Subject) -> str:
    """Return where the device goes, as it was decided; of a medium taken out nothing decides it."""
    if subject.medium is not None:
        return _UNDECIDED
    decision = work.inspections.decision_of(subject.gathered.device.id)
    return _UNDECIDED if decision is None else _NEXT_USE[decision.outcome]


def certified(device: Device) -> CertifiedDevice:
    """Return a device as certificates name it."""
    return CertifiedDevice(
        code=device.code,
        type=device.type,
        manufacturer=device.manufacturer,
        model=device.model,
        serial=device.serial,
        inventory=device.inventory,
        imei=device.imei,
    )


def policy_stamp(policy: Policy, language: str) -> PolicyStamp:
    """Return a policy as certificates name it; what ships with the program in their language."""
    reference = policy.document
    if policy.version == rules.shipped_policy().version:
        reference = Texts(language).say("paper.certificate.policy_shipped")
    decided = policy.flash is FlashDecision.CLEAR_ACCEPTED
    if decided and policy.flash_reference not in {"", reference}:
        reference = f"{reference}; {policy.flash_reference}"
    return PolicyStamp(policy.name, str(policy.version), policy.effective_from, reference)


def _statement(
    subject: Subject, stamp: Stamp, media: tuple[CertifiedMedium, ...], *, lot: str, workshop: str
) -> str:
    device = subject.gathered.device
    stated = tuple(
        StatedMedium(
            one.serial,
            one.kind,
            one.outcome.achieved if isinstance(one.outcome, Wiped) else Level.DESTROY,
        )
        for one in media
    )
    statement = Statement(
        kind=StatementKind.DEVICE if subject.medium is None else StatementKind.MEDIUM,
        number=stamp.number,
        device=device.code,
        serial=device.serial,
        lot=lot,
        media=stated,
        media_count=len(stated),
        issued=stamp.at,
        workshop=workshop,
        key=key_id(stamp.seal.fingerprint),
    )
    return sign_statement(fitted(statement), stamp.seal)


def _loose(work: UnitOfWork, medium: StorageMedium, device: Device) -> LooseMedium:
    """Return the medium's own code, and every device that it was in, the first one first."""
    history, since = [], None
    for stay in work.media.stays_of(medium.id):
        before = certified(work.devices.by_id(stay.device_id))
        history.append(Stay(device=before, since=since, until=stay.left_at))
        since = stay.left_at
    history.append(Stay(device=certified(device), since=since, until=medium.removed_at))
    return LooseMedium(code=medium.code or "", weight_g=medium.weight_g, history=tuple(history))


def _proven(
    ground: Ground, proofs: Sequence[MediumProof], items: Mapping[int, ApprovalItem]
) -> tuple[ProvenMedium, ...]:
    found = []
    for proof in proofs:
        medium = proven_medium(ground, proof, items[proof.medium.id])
        if not medium.row.settled:
            raise Refused("certificate_unsupported", medium=name_of(proof.medium))
        found.append(medium)
    return tuple(found)


def _none_seen_by(work: UnitOfWork, device: Device, names: PaperNames) -> tuple[str, ...]:
    return tuple(names.short(code) for code in work.media.stated_by(device.id))


def _sentences(media: tuple[ProvenMedium, ...], language: str) -> tuple[str, ...]:
    """Return what was accepted in words; of hidden areas the paper has a note of its own."""
    texts = Texts(language)
    used = {word for medium in media for word in medium.accepted}
    used.discard(Acceptance.HIDDEN_AREAS_UNKNOWN)
    return tuple(texts.say(f"acceptance.{word}") for word in Acceptance if word in used)


def _digests(proofs: Sequence[MediumProof], deciding: set[int]) -> tuple[list[str], list[str]]:
    """Return the original files of the runs that prove, then of those tried before; and others.

    The others go with these runs and prove nothing by themselves.
    """
    runs = [run for proof in proofs for run in proof.runs]
    runs.sort(key=lambda run: run.id not in deciding)
    reports = dict.fromkeys(run.sha256 for run in runs if run.sha256)
    beside = dict.fromkeys(one["sha256"] for run in runs for one in attached_to(run))
    return list(reports), [digest for digest in beside if digest not in reports]


def _files(work: UnitOfWork, files: FileStore, digests: Iterable[str]) -> tuple[Evidence, ...]:
    found = []
    for digest in digests:
        file = work.evidence.file(digest)
        found.append(Evidence(file.name if file else digest, files.read(digest)))
    return tuple(found)
