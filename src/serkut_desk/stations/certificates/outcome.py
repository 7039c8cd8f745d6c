"""One medium on a certificate: which run or destruction proves it, and what was tried before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from serkut_desk.documents.certificate_model import Attempt, CertifiedMedium, Destroyed, Wiped
from serkut_desk.documents.paper_words import PaperWords, joined
from serkut_desk.domain.clock import HELSINKI
from serkut_desk.domain.clock_notes import clock_flags
from serkut_desk.domain.evidence import ClockFlag, HiddenAreas, ReportRun, VerifyMode
from serkut_desk.domain.media import KindSource
from serkut_desk.domain.policy import PHYSICAL, Note
from serkut_desk.domain.sanitisation import Acceptance

if TYPE_CHECKING:
    from serkut_desk.domain.devices import Device
    from serkut_desk.domain.policy import Policy
    from serkut_desk.domain.runs import SanitisationRun
    from serkut_desk.records.approvals import ApprovalItem
    from serkut_desk.stations.facts import MediumProof
    from serkut_desk.stations.paper_names import PaperNames


@dataclass(frozen=True, slots=True)
class Ground:
    """What all media of one certificate share: the device and the policy it was approved by."""

    device: Device
    policy: Policy
    names: PaperNames
    language: str


@dataclass(frozen=True, slots=True)
class ProvenMedium:
    """A medium with its row, and what the approver accepted of it."""

    row: CertifiedMedium
    accepted: tuple[Acceptance, ...]


def proven_medium(ground: Ground, proof: MediumProof, item: ApprovalItem) -> ProvenMedium:
    """Return the row of a medium, from the run that its approval rests on."""
    medium = proof.medium
    run = next(run for run in proof.runs if run.id == item.run_id)
    if run.technique in PHYSICAL:
        outcome: Wiped | Destroyed = _destroyed(ground, run, item)
    else:
        outcome = _wiped(ground, proof, run, item)
    row = CertifiedMedium(
        serial=medium.serial,
        model=medium.model or run.model,
        kind=medium.kind,
        kind_source=medium.kind_source,
        kind_confirmed=(
            medium.kind_source is not KindSource.PERSON or medium.kind_confirmed_by is not None
        ),
        capacity_bytes=medium.capacity_bytes or run.capacity_bytes,
        outcome=outcome,
    )
    return ProvenMedium(row, _accepted(item))


def _wiped(
    ground: Ground,
    proof: MediumProof,
    run: SanitisationRun,
    item: ApprovalItem,
) -> Wiped:
    facts = run.policy_facts
    rule = next((row for row in ground.policy.rows if row.id == item.rule), None)
    asks_hidden = rule is None or rule.conditions.hidden_areas
    asks_reading = rule is None or bool(rule.conditions.verification)
    # What a rule does not ask for is nothing that the tool left out: its own answer counts there.
    hidden, verify = facts.hidden_areas, facts.verification
    if hidden is HiddenAreas.UNKNOWN and not asks_hidden:
        hidden = HiddenAreas.NOT_APPLICABLE
    if verify is VerifyMode.OFF and not asks_reading:
        verify = VerifyMode.UNKNOWN
    return Wiped(
        technique=run.technique.value,
        method=run.method,
        passes=run.passes,
        tool=f"{run.tool} {run.tool_version or ''}".strip(),
        required=item.required,
        achieved=item.level,
        rule=item.rule,
        verify=verify,
        errors=facts.errors,
        hidden=hidden,
        hidden_accepted=Acceptance.HIDDEN_AREAS_UNKNOWN in _accepted(item),
        started=_machine_time(run.started),
        ended=_machine_time(run.ended),
        clock_flags=_flags(ground, run),
        imported_at=run.imported_at,
        imported_by=ground.names.short(run.imported_by),
        performer=ground.names.short(run.performed_by) if run.performed_by else None,
        earlier=_earlier(proof, run),
        unsigned=Note.UNSIGNED_LOG.value in item.judgement["notes"],
    )


def _destroyed(ground: Ground, run: SanitisationRun, item: ApprovalItem) -> Destroyed:
    # The records hold no destruction without two different persons.
    persons = (ground.names.short(run.performed_by or ""), ground.names.short(run.second_by or ""))
    words = PaperWords(ground.language)
    way = joined(
        words.word("technique", run.technique),
        str(run.facts.get("particle_class") or ""),
        str(run.facts.get("machine") or ""),
    )
    return Destroyed(
        at=run.imported_at, way=way, persons=persons, required=item.required, rule=item.rule
    )


def _earlier(proof: MediumProof, proving: SanitisationRun) -> tuple[Attempt, ...]:
    """Return what came before the proving run, and what was set aside since."""
    return tuple(
        Attempt(
            ended=_machine_time(run.ended),
            verdict=run.verdict,
            tool=f"{run.tool} {run.tool_version or ''}".strip(),
        )
        for run in proof.runs
        if run.id < proving.id or (run.id != proving.id and run.set_aside_by is not None)
    )


def _accepted(item: ApprovalItem) -> tuple[Acceptance, ...]:
    """Return what the approver accepted and the rule made use of."""
    return tuple(Acceptance(word) for word in item.judgement["accepted"])


def _flags(ground: Ground, run: SanitisationRun) -> tuple[ClockFlag, ...]:
    """Return what is doubtful about the times: seen in the report, and against the desk's clock.

    The import knew the device's receipt only if the drive was matched at once.
    """
    times = ReportRun(
        index=0, tool=run.tool, started=_machine_time(run.started), ended=_machine_time(run.ended)
    )
    zone = UTC if run.facts.get("shredos") else HELSINKI
    received = ground.device.received_at
    found = {ClockFlag(flag) for flag in run.facts.get("clock", ())}
    found.update(clock_flags(times, received=run.imported_at, intake=received, zone=zone))
    return tuple(flag for flag in ClockFlag if flag in found)


def _machine_time(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)
