"""One medium on a certificate: which run or destruction proves it, and what was tried before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from serkut_desk.documents.certificate_model import (
    Attempt,
    CertifiedMedium,
    Destroyed,
    Look,
    Traces,
    Wiped,
)
from serkut_desk.documents.paper_words import PaperWords, joined
from serkut_desk.domain.clock import HELSINKI
from serkut_desk.domain.clock_notes import Times, clock_flags
from serkut_desk.domain.evidence import ClockFlag, HiddenAreas, ReportRun, VerifyMode
from serkut_desk.domain.media import KindSource
from serkut_desk.domain.policy import PHYSICAL, Note
from serkut_desk.domain.sanitisation import Acceptance
from serkut_desk.domain.second_look import LookState

if TYPE_CHECKING:
    from serkut_desk.domain.devices import Device
    from serkut_desk.domain.policy import Policy
    from serkut_desk.domain.runs import SanitisationRun
    from serkut_desk.records.approvals import ApprovalItem
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.facts import MediumProof
    from serkut_desk.stations.paper_names import PaperNames


@dataclass(frozen=True, slots=True)
class Ground:
    """What all media of one certificate share: the device and the policy it was approved by."""

    work: UnitOfWork
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
        by_hand=facts.by_hand,
        performer=ground.names.short(run.performed_by) if run.performed_by else None,
        earlier=_earlier(proof, run),
        unsigned=Note.UNSIGNED_LOG.value in item.judgement["notes"],
        traces=_traces(ground.work, run),
        look=_look(ground, run),
    )


def host_uuid(runs: list[SanitisationRun]) -> str:
    """Return what the wiped computer's firmware calls itself, empty unless all runs agree.

    Made-up ones, of one digit throughout, name nothing.
    """
    told = {str(run.facts.get("host", {}).get("uuid") or "").casefold() for run in runs} - {""}
    only = told.pop() if len(told) == 1 else ""
    return only if len(set(only) - {"-"}) > 1 else ""


def _traces(work: UnitOfWork, run: SanitisationRun) -> Traces:
    """Return what else the records hold of a run; what only some reports tell may be missing."""
    facts = run.facts
    known = dict(facts.get("known") or ())
    drives, left = (0, 0)
    if run.report_run_id is not None:
        drives, left = work.statements.drives_of(run.report_run_id)
    return Traces(
        wwn=str(known.get("wwn") or ""),
        firmware=str(known.get("firmware") or ""),
        # How it was built is in the original log; the paper needs its version.
        kernel=str(facts.get("kernel") or known.get("kernel") or "").partition(" (")[0],
        command=str(facts.get("command") or known.get("command") or ""),
        erased_bytes=facts.get("bytes_erased"),
        total_bytes=facts.get("bytes_total"),
        drives=drives,
        drives_open=left,
    )


def _look(ground: Ground, run: SanitisationRun) -> Look | None:
    """Return the last second look at what this run wiped, if one found nothing."""
    if run.medium_id is None:
        return None
    looks = ground.work.looks.of_medium(run.medium_id, LookState.CLEAN)
    clean = [one for one in looks if one.run_id == run.id and one.looked_at and one.looked_by]
    if not clean:
        return None
    last = clean[-1]
    assert last.looked_at is not None, "chosen by it"
    drawn, population = (0, 0)
    if last.draw_id is not None:
        drawn, population = ground.work.statements.sample_of(last.month)
    return Look(
        at=last.looked_at,
        by=ground.names.short(last.looked_by or ""),
        tool=f"{last.tool} {last.tool_version or ''}".strip(),
        month=last.month,
        drawn=drawn,
        population=population,
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
    known = Times(received=run.imported_at, intake=received, zone=zone)
    found.update(clock_flags(times, known))
    return tuple(flag for flag in ClockFlag if flag in found)


def _machine_time(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)
