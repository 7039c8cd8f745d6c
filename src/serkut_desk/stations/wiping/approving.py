"""Approval: a person who had no part in the proof states that devices are free of data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.domain.approval import SETTLING, ProofPeople, RunPeople, against_approval
from serkut_desk.domain.approval_entry import judged_hash
from serkut_desk.domain.changes import Changes
from serkut_desk.domain.coming_back import CameBack
from serkut_desk.domain.data_state import CountSource, data_state
from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.lifecycle import Action, NotAllowed, demand, may
from serkut_desk.domain.media import KindSource
from serkut_desk.domain.permissions import Permission, Role
from serkut_desk.domain.sanitisation import Acceptance
from serkut_desk.domain.supplier_mapping import name_key_of
from serkut_desk.stations import facts, labelling, look_drawing, modelling, rules
from serkut_desk.stations.handling import Task, handles
from serkut_desk.stations.wiping import finding
from serkut_desk.stations.wiping.commands import Approve, WithdrawApproval
from serkut_desk.stations.wiping.results import Approvals, Approved, Withdrawn, changes_of
from serkut_desk.stations.wording import short_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from serkut_desk.domain.runs import SanitisationRun
    from serkut_desk.domain.sanitisation import Judgement
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.facts import Gathered, MediumProof
    from serkut_desk.stations.wiping.commands import Counted

REPLACED = "replaced"
_OWN_WORDS = frozenset(word.value for word in CameBack)
MOST_DEVICES = 500


def people_of(work: UnitOfWork, gathered: Gathered) -> ProofPeople:
    """Return who had a part in the proof of a device."""
    runs = tuple(people for proof in gathered.proofs for people in _behind(work, proof))
    declared = {proof.medium.declared_by for proof in gathered.proofs}
    declared |= {proof.medium.removed_by or "" for proof in gathered.proofs}
    declared |= set(work.media.stated_by(gathered.device.id))
    # Who put a medium in that came from another device said as much as who declares one.
    stays = work.media.stays_about(gathered.device.id)
    declared |= {stay.left_by for stay in stays if stay.device_id != gathered.device.id}
    settled = work.overview.actors(gathered.device.code, SETTLING)
    return ProofPeople(runs, frozenset(declared - {""}), settled)


def _behind(work: UnitOfWork, proof: MediumProof) -> Iterator[RunPeople]:
    """Return who had a part in the run that decides, and in what else tells of the same run.

    That is its certificate, and its own beginning where that came in before; who brought the file
    in that another has let read again; and who said what the words of a supplier's file mean.
    """
    run = proof.deciding
    if run is None:
        return
    performers = performers_of(run)
    mapping = name_key_of(run.tool)
    mapped_by = work.supplier_mappings.maker_of(mapping, run.tool_version) if mapping else ""
    yield RunPeople(performers, run.imported_by, mapped_by)
    file = work.evidence.file(run.sha256) if run.sha256 else None
    if file is not None and file.received_by != run.imported_by:
        yield RunPeople(performers, file.received_by)
    for one in proof.runs:
        begun = one.facts.get("continued_in")
        if one.paired_with == run.id or (begun is not None and begun == run.report_run_id):
            yield RunPeople(performers_of(one) or performers, one.imported_by)


def performers_of(run: SanitisationRun) -> frozenset[str]:
    """Return who performed a run; who only told of it afterwards counts as one of them."""
    if not run.performers:
        return frozenset()
    return run.performers | (
        {run.facts["performer_named_by"]} if "performer_named_by" in run.facts else set()
    )


@dataclass(frozen=True, slots=True)
class _Ready:
    """A device of which nothing stands against the approval."""

    gathered: Gathered
    judgements: tuple[Judgement, ...]
    accepted: frozenset[Acceptance]
    media: int
    slots: int | None
    donor: str

    def judged(self, proof: MediumProof, judged: Judgement) -> dict[str, object]:
        """Return all that an approval goes by of one medium."""
        assert proof.deciding is not None
        return {
            **facts.judged_as(self.gathered.device, proof.medium),
            "donor": self.donor,
            "counted_kind": judged.kind.value,
            "kind_source": proof.medium.kind_source.value,
            "kind_confirmed_by": proof.medium.kind_confirmed_by,
            "level": judged.level.value,
            "required": judged.required.value,
            "rule": judged.rule_id,
            "policy": judged.policy_version,
            "accepted": [word.value for word in judged.accepted],
            "notes": [word.value for word in judged.notes],
            "verdict_rules": proof.deciding.verdict_rules,
        }


@handles(Approve, Permission.APPROVE)
def approve(task: Task, command: Approve) -> Approvals:
    """Approve every device that was named, or, if anything stands against one of them, none."""
    if not command.devices:
        raise Misused("no_devices")
    if len(command.devices) > MOST_DEVICES:
        raise Misused("files_too_many", most=MOST_DEVICES)
    ready: list[_Ready] = []
    refused: list[str] = []
    for counted in command.devices:
        try:
            ready.append(_ready(task, command, counted))
        except Refused:
            if len(command.devices) == 1:
                raise
            refused.append(counted.device)
    if refused:
        raise Refused("not_all_clean", devices=", ".join(refused), count=len(refused))
    ids = [one.gathered.device.id for one in ready]
    if len(set(ids)) != len(ids):
        raise Misused("device_twice")
    return _approve_all(task, command, ready)


def _ready(task: Task, command: Approve, counted: Counted) -> _Ready:
    work = task.work
    device = finding.device(work, counted.device)
    _confirm_kinds(task, command, device.id)
    gathered = facts.refresh(work, device.id, task.now)
    demand(Action.APPROVE, gathered.facts)
    recorded = len(gathered.facts.media)
    if counted.media != recorded:
        raise Refused("media_count_differs", given=counted.media, recorded=recorded)
    against = against_approval(task.actor, people_of(work, gathered), permitted=True)
    if against:
        raise against[0].refusal()
    policy = rules.policy_at(work, task.now)
    judgements, used = [], set[Acceptance]()
    for proof in gathered.proofs:
        again = facts.prove(
            work,
            policy,
            gathered.device,
            proof.medium,
            accepted=command.accepted,
            until=proof.until,
        )
        deciding = again.standing.deciding
        if deciding is None or not deciding.judgement.enough:
            raise Refused("medium_not_enough", medium=facts.name_of(proof.medium))
        if deciding.judgement.needs_acceptance:
            what = ", ".join(word.value for word in deciding.judgement.needs_acceptance)
            raise Refused("acceptance_needed", medium=facts.name_of(proof.medium), what=what)
        judgements.append(deciding.judgement)
        used |= set(deciding.judgement.accepted)
    slots = modelling.slots_of(work, device.id)
    donor = rules.donor_of(work, policy, gathered.device)
    return _Ready(gathered, tuple(judgements), frozenset(used), recorded, slots, donor)


def _confirm_kinds(task: Task, command: Approve, device_id: int) -> None:
    """A supervisor who has looked at the media themselves confirms what a person told of them."""
    if command.seen is not CountSource.OPENED or task.person.role is not Role.SUPERVISOR:
        return
    for medium in task.work.media.of_device(device_id):
        told = medium.kind_source is KindSource.PERSON and not medium.proposed
        if told and medium.kind_confirmed_by is None and medium.declared_by != task.actor:
            task.work.media.change(medium.id, kind_confirmed_by=task.actor)


def _approve_all(task: Task, command: Approve, ready: list[_Ready]) -> Approvals:
    work = task.work
    made = {one.gathered.device.id: _store(task, command, one) for one in ready}
    after = [facts.refresh(work, row_id, task.now) for row_id in made]
    labels = tuple(_label(task, gathered) for gathered in after)
    codes = [gathered.device.code for gathered in after]
    deciding = [proof.deciding for one in ready for proof in one.gathered.proofs]
    planned = look_drawing.plan_now(task, [run for run in deciding if run is not None])
    head = work.journal.append(
        Tag.APPROVED,
        codes[0],
        codes,
        seen=command.seen.value,
        policy=rules.policy_at(work, task.now).version,
        labels=list(labels),
        devices=[_entry(one) for one in ready],
        draw=planned.as_entry(),
    )
    drawn = look_drawing.draw(task, planned, head)
    for row_id, approval_id in made.items():
        work.approvals.change(approval_id, seq=head.seq)
        work.devices.touch(row_id, head.seq, task.actor)
    approved = tuple(
        Approved(gathered, made[gathered.device.id], one.media, one.slots)
        for gathered, one in zip(after, ready, strict=True)
    )
    waits = tuple(facts.name_of(work.media.by_id(one)) for one in drawn)
    changes = changes_of(gathered.device for gathered in after)
    return Approvals(approved, labels, changes, waits)


def _store(task: Task, command: Approve, one: _Ready) -> int:
    work, device = task.work, one.gathered.device
    work.approvals.withdraw(device.id, task.now, REPLACED)
    approval_id = work.approvals.add(
        device_id=device.id,
        approved_at=task.now,
        approved_by=task.actor,
        media_count=one.media,
        seen=command.seen.value,
        policy_version=rules.policy_at(work, task.now).version,
        accepted=sorted(word.value for word in one.accepted),
        seq=0,
    )
    for proof, judged in zip(one.gathered.proofs, one.judgements, strict=True):
        assert proof.deciding is not None
        work.approvals.add_item(
            approval_id=approval_id,
            medium_id=proof.medium.id,
            run_id=proof.deciding.id,
            level=judged.level.value,
            required=judged.required.value,
            rule=judged.rule_id or "",
            judgement=one.judged(proof, judged),
        )
    return approval_id


def _label(task: Task, gathered: Gathered) -> int:
    data = labelling.device_label_data(task.work, gathered, task.now)
    return labelling.queue_label(task.work, data, by=task.actor, at=task.now, replaces=True)


def _entry(one: _Ready) -> dict[str, object]:
    """Return what the journal says of one approved device."""
    return {
        "device": one.gathered.device.code,
        "media_count": one.media,
        "slots": one.slots,
        "accepted": sorted(word.value for word in one.accepted),
        "media": [
            {
                "medium": proof.medium.id,
                "serial": proof.medium.serial,
                "kind": proof.medium.kind.value,
                "kind_confirmed_by": proof.medium.kind_confirmed_by,
                "run": proof.deciding.id if proof.deciding else None,
                "sha256": proof.deciding.sha256 if proof.deciding else None,
                "level": judged.level.value,
                "required": judged.required.value,
                "rule": judged.rule_id,
                "judged": judged_hash(one.judged(proof, judged)),
            }
            for proof, judged in zip(one.gathered.proofs, one.judgements, strict=True)
        ],
    }


@handles(WithdrawApproval, Permission.APPROVE)
def withdraw_approval(task: Task, command: WithdrawApproval) -> Withdrawn:
    """End an approval with its certificate; the device waits again, and its label says so."""
    device = finding.device(task.work, command.device)
    reason = short_text(command.reason, "reason")
    if reason in _OWN_WORDS:
        # A person's word must not read as the program's own, under which media keep their proof.
        reason += "."
    answer = may(Action.WITHDRAW_APPROVAL, facts.gather(task.work, device, task.now).facts)
    if isinstance(answer, NotAllowed):
        raise answer.refusal()
    if not task.work.approvals.withdraw(device.id, task.now, reason):
        raise Refused("approval_missing", device=device.code)
    revoked = task.work.certificates.revoke_of_device(device.id, reason=reason, at=task.now)
    loose = task.work.medium_certificates.revoke_of_device(device.id, reason=reason, at=task.now)
    gathered = facts.refresh(task.work, device.id, task.now)
    label = _label(task, gathered)
    head = task.work.journal.append(
        Tag.APPROVAL_WITHDRAWN,
        device.code,
        (*([revoked] if revoked else []), *loose),
        reason=reason,
        certificate=revoked,
        medium_certificates=loose,
        data_state=data_state(gathered.facts).value,
        label=label,
    )
    task.work.devices.touch(device.id, head.seq, task.actor)
    ended = Changes(certificates=frozenset({*([revoked] if revoked else []), *loose}))
    return Withdrawn(gathered, changes_of((device,)) | ended)
