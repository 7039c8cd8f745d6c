"""Runs that no report tells of: recorded by hand by a supervisor, with a file and a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.evidence import Verdict
from serkut_desk.domain.lifecycle import Action
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.policy import PHYSICAL, Attestation, SanitisationTechnique
from serkut_desk.domain.verdict import VERDICT_RULES
from serkut_desk.stations.handling import Task, handles
from serkut_desk.stations.media_moves import demand_declared
from serkut_desk.stations.wiping import finding, reading, settling
from serkut_desk.stations.wiping.commands import RecordRun
from serkut_desk.stations.wiping.media import of_device
from serkut_desk.stations.wording import file_name, short_text

if TYPE_CHECKING:
    from datetime import datetime

    from serkut_desk.domain.devices import StorageMedium
    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.wiping.results import RunDone

# What only a report can prove, and what is recorded as a destruction by two persons.
NOT_BY_HAND = PHYSICAL | {
    SanitisationTechnique.OVERWRITE,
    SanitisationTechnique.VERIFY_ONLY,
    SanitisationTechnique.UNKNOWN,
}
# What is recorded by the checklist of phones and tablets (`phones.py`).
BY_CHECKLIST = frozenset(
    {
        SanitisationTechnique.IOS_FACTORY_RESET,
        SanitisationTechnique.ANDROID_RESET_ENCRYPTED,
        SanitisationTechnique.ANDROID_RESET_UNENCRYPTED,
        SanitisationTechnique.CHROMEOS_POWERWASH,
    }
)
# What follows from the record itself and is nobody's to attest.
DERIVED = frozenset({Attestation.EVIDENCE_FILE, Attestation.SERIAL_BEFORE})


def _evidence(_: Desk, command: RecordRun) -> bytes:
    return reading.evidence_bytes(command.evidence)


def keep(task: Task, data: bytes, name: str) -> str:
    """Store the evidence file, once, and return its SHA-256."""
    digest = task.desk.files.keep(data)
    if task.work.evidence.file(digest) is None:
        task.work.evidence.add_file(
            sha256=digest,
            name=file_name(name),
            size=len(data),
            outcome="attachment",
            received_at=task.now,
            received_by=task.actor,
        )
    return digest


def derived(medium: StorageMedium) -> set[Attestation]:
    """Return what follows from a medium and from having an evidence file."""
    found = {Attestation.EVIDENCE_FILE}
    if medium.serial and medium.serial_certain:
        found.add(Attestation.SERIAL_BEFORE)
    return found


def add(
    task: Task,
    medium: StorageMedium,
    attested: set[Attestation],
    facts: dict[str, object],
    **run: object,
) -> int:
    """Insert a run on a medium that no report tells of, and return its number."""
    marks = sorted(word.value for word in attested)
    return task.work.runs.add(
        device_path="",
        serial=medium.serial,
        serial_key=medium.serial_key,
        model=medium.model,
        capacity_bytes=medium.capacity_bytes,
        verdict_rules=VERDICT_RULES,
        reasons=[],
        facts={**facts, "attested": marks},
        imported_at=task.now,
        imported_by=task.actor,
        medium_id=medium.id,
        match="matched",
        match_reasons=[],
        device_id=medium.device_id,
        **run,
    )


def _text(moment: datetime | None) -> str | None:
    return None if moment is None else moment.replace(tzinfo=None).isoformat()


@handles(RecordRun, Permission.DECIDE, prepare=_evidence)
def record_run(task: Task, command: RecordRun) -> RunDone:
    """Record, as a supervisor, a run that left no report which the program can read."""
    if command.technique in NOT_BY_HAND:
        raise Refused("technique_not_by_hand", technique=command.technique.value)
    if command.technique in BY_CHECKLIST:
        raise Refused("phone_by_checklist", technique=command.technique.value)
    reason = short_text(command.reason, "reason")
    if command.attested & DERIVED:
        raise Misused("attestation_derived", attested=min(command.attested & DERIVED).value)
    if command.started and command.ended and command.ended < command.started:
        raise Misused("times_reversed")
    medium = finding.medium(task.work, command.medium)
    demand_declared(medium)
    device = of_device(task, medium)
    finding.demanded(task, device, Action.RECORD_RUN)
    performer = None
    if command.performed_by is not None:
        performer = finding.person(task.work, command.performed_by).code
    data = cast("bytes", task.prepared)
    digest = keep(task, data, command.evidence.name)
    attested = set(command.attested) | derived(medium)
    verdict = Verdict.PASSED if command.succeeded else Verdict.FAILED
    row_id = add(
        task,
        medium,
        attested,
        {"hidden_areas": command.hidden_areas.value, "reason": reason},
        sha256=digest,
        source="manual",
        technique=command.technique.value,
        method="",
        passes=command.passes,
        verification=command.verification.value,
        tool=short_text(command.tool, "tool", 40) if command.tool.strip() else "",
        tool_version=short_text(command.tool_version, "tool", 40) if command.tool_version else None,
        verdict=verdict.value,
        started=_text(command.started),
        ended=_text(command.ended),
        performed_by=performer,
    )
    return settling.written(
        task,
        Tag.RUN_RECORDED,
        finding.run(task.work, row_id),
        (device.id,),
        reason=reason,
        technique=command.technique.value,
        verdict=verdict.value,
        attested=sorted(word.value for word in attested),
        performed_by=performer,
    )
