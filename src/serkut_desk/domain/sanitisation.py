"""Judges the evidence about one medium by the policy: level, requirement, and what is missing.

A level is given only by a run with the verdict PASSED whose rule's every condition holds; passes
never raise it. The house rule on passes stands beside the level.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

from serkut_desk.domain.errors import Word
from serkut_desk.domain.evidence import HiddenAreas, Verdict, VerifyMode
from serkut_desk.domain.lacks import Lack, LackCode, lack
from serkut_desk.domain.media import (
    FLASH_KINDS,
    DataClass,
    KindSource,
    Level,
    MediumKind,
    counted_kind,
)
from serkut_desk.domain.policy import (
    Attestation,
    Note,
    Policy,
    PolicyRow,
    SanitisationTechnique,
)
from serkut_desk.domain.wipe_advice import Advice, Case

__all__ = ["Acceptance", "Advice", "Judgement", "MediumQuestion", "RunFacts", "asked", "judge"]

_WORDS = {
    SanitisationTechnique: "technique",
    MediumKind: "kind",
    Level: "level",
    Attestation: "attestation",
}
_OVERWRITE = SanitisationTechnique.OVERWRITE


def _word(member: SanitisationTechnique | MediumKind | Level | Attestation) -> Word:
    return Word(f"{_WORDS[type(member)]}.{member.value}")


class Acceptance(StrEnum):
    """What an approver may accept although it is unknown; it stands on the certificate."""

    HIDDEN_AREAS_UNKNOWN = "hidden_areas_unknown"
    PLAIN_SECTOR_SIZE = "plain_sector_size"
    ALL_NAMESPACES = "all_namespaces"


@dataclass(frozen=True, slots=True)
class MediumQuestion:
    """The medium that is judged.

    Args:
        kind: What it is said to be.
        kind_source: Where that is known from.
        kind_confirmed: A supervisor confirmed what a person said.
        data_class: Of the device that it is in.
        donor: Key of who gave it, where that one asks for something of its own.
    """

    kind: MediumKind
    kind_source: KindSource
    kind_confirmed: bool
    data_class: DataClass
    donor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunFacts:
    """What is known of one run on the medium.

    Args:
        technique: What was done.
        verdict: What the evidence supports (`domain.verdict`).
        passes: Finished writing passes, without a final blanking.
        verification: Which passes the tool read back.
        errors: The tool's counted errors; None when it counts none or the count is unknown.
        hidden_areas: What the tool said of sectors that the drive hides.
        tool: The program's name as in the policy; empty where none was used.
        tool_version: The version its log supports; None when unknown.
        direct_io: It read past the computer's memory.
        signed: The evidence carries a signature that we have checked.
        by_hand: A person recorded the run.
        attested: What a parser found or a person recorded besides.
        persons: Different persons who recorded it.
        particle_class: Class of DIN 66399 after shredding, as `H-4`.
    """

    technique: SanitisationTechnique
    verdict: Verdict
    passes: int = 0
    verification: VerifyMode = VerifyMode.UNKNOWN
    errors: int | None = None
    hidden_areas: HiddenAreas = HiddenAreas.UNKNOWN
    tool: str = ""
    tool_version: str | None = None
    direct_io: bool = False
    signed: bool = False
    by_hand: bool = False
    attested: frozenset[Attestation] = field(default_factory=frozenset)
    persons: int = 1
    particle_class: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What one run proves about one medium.

    Args:
        level: What it reaches once everything in `needs_acceptance` is accepted.
        required: What the policy asks for.
        kind: The kind that was counted with, stricter than the stated one where gate 7 holds.
        rule_id: The policy's row; None when no row is for the case.
        missing: What stands against the level, the first thing first.
        house_rule: What stands against the house rule on passes; beside the level.
        needs_acceptance: What the approver still has to accept.
        accepted: What the approver has accepted and the rule made use of.
        notes: What the certificate says beside the level.
        advice: What to do next, the best first; empty when nothing is to be done.
        policy_version: The version it was judged by.
    """

    level: Level
    required: Level
    kind: MediumKind
    rule_id: str | None
    missing: tuple[Lack, ...]
    house_rule: Lack | None
    needs_acceptance: tuple[Acceptance, ...]
    accepted: tuple[Acceptance, ...]
    notes: tuple[Note, ...]
    advice: tuple[Advice, ...]
    policy_version: int

    @property
    def enough(self) -> bool:
        """Tell whether nothing but an approval (with its acceptances) is missing."""
        return self.level >= self.required and not self.missing and self.house_rule is None

    @property
    def satisfied(self) -> bool:
        """Tell whether the requirement is met as it stands, with nothing left to accept."""
        return self.enough and not self.needs_acceptance


def asked(policy: Policy, medium: MediumQuestion) -> tuple[MediumKind, Level]:
    """Return what a medium counts as, and the level that it has to reach."""
    kind = counted_kind(medium.kind, medium.kind_source, confirmed=medium.kind_confirmed)
    # The requirement never falls because of a doubt about the kind.
    kinds = {kind, medium.kind}
    levels = (policy.required_level(one, medium.data_class, medium.donor) for one in kinds)
    return kind, max(levels)


def judge(
    policy: Policy,
    medium: MediumQuestion,
    run: RunFacts | None,
    accepted: frozenset[Acceptance] = frozenset(),
) -> Judgement:
    """Return what `run` proves about `medium` by `policy`; None is no run at all."""
    kind, required = asked(policy, medium)
    row = policy.row(kind, run.technique, medium.data_class) if run else None
    missing = _against(policy, row, kind, run)
    unknown = _unknown(row, run) if run and row else ()
    level = _level(policy, row, run) if run and row and not missing else Level.NONE
    if not missing and run and level < required:
        missing = (_too_low(kind, run, level, required),)
    judged = Judgement(
        level=level,
        required=required,
        kind=kind,
        rule_id=row.id if row else None,
        missing=missing,
        house_rule=_house_rule(policy, kind, run),
        needs_acceptance=tuple(word for word in unknown if word not in accepted),
        accepted=tuple(word for word in unknown if word in accepted),
        notes=_notes(medium, row, run) if run else (),
        advice=(),
        policy_version=policy.version,
    )
    return replace(judged, advice=_advice(policy, medium, run, judged))


def _against(
    policy: Policy, row: PolicyRow | None, kind: MediumKind, run: RunFacts | None
) -> tuple[Lack, ...]:
    """Return everything that keeps the run from giving its rule's level."""
    if run is None:
        return (lack(LackCode.NO_RUN),)
    if run.verdict is not Verdict.PASSED:
        return (lack(LackCode.VERDICT_NOT_PASSED, verdict=Word(f"verdict.{run.verdict}")),)
    if row is None:
        return (lack(LackCode.NO_RULE, technique=_word(run.technique), kind=_word(kind)),)
    if policy.top(row) is Level.NONE:
        return (lack(LackCode.RULE_GIVES_NONE, technique=_word(run.technique), kind=_word(kind)),)
    return (*_against_figures(policy, row, run), *_against_record(row, run))


def _against_figures(policy: Policy, row: PolicyRow, run: RunFacts) -> list[Lack]:
    must, found = row.conditions, []
    if must.tool_approved and not policy.tool_approved(run.tool, run.tool_version):
        version = run.tool_version or "?"
        found.append(lack(LackCode.TOOL_NOT_APPROVED, tool=run.tool or "?", version=version))
    if must.errors_zero and run.errors is None:
        found.append(lack(LackCode.COUNTERS_UNKNOWN))
    elif must.errors_zero and run.errors:
        found.append(lack(LackCode.ERRORS_FOUND, errors=run.errors))
    if must.verification and run.verification not in must.verification:
        found.append(lack(LackCode.VERIFICATION_OFF))
    if must.hidden_areas and run.hidden_areas is HiddenAreas.DETECTED:
        found.append(lack(LackCode.HIDDEN_AREAS_FOUND))
    if run.passes < must.passes_at_least:
        found.append(
            lack(LackCode.PASSES_TOO_FEW, passes=run.passes, required=must.passes_at_least)
        )
    return found


def _against_record(row: PolicyRow, run: RunFacts) -> list[Lack]:
    must = row.conditions
    found = [
        lack(LackCode.NOT_ATTESTED, attestation=_word(word))
        for word in must.attested
        if word not in run.attested
    ]
    if run.persons < must.persons_at_least:
        found.append(lack(LackCode.SECOND_PERSON, required=must.persons_at_least))
    if must.particle_class and not fine_enough(run.particle_class, must.particle_class):
        found.append(
            lack(
                LackCode.PARTICLES_TOO_LARGE,
                found=run.particle_class or "?",
                required=must.particle_class,
            )
        )
    return found


def fine_enough(found: str | None, required: str) -> bool:
    """Compare classes as `H-4` of the same letter; a higher number is finer."""
    letter, _, number = (found or "").partition("-")
    needed_letter, _, needed = required.partition("-")
    same = letter == needed_letter and number.isascii() and number.isdigit()
    return same and int(number) >= int(needed)


def _unknown(row: PolicyRow, run: RunFacts) -> tuple[Acceptance, ...]:
    found = [
        Acceptance(word.value)
        for word in row.conditions.attested_or_accepted
        if word not in run.attested
    ]
    if row.conditions.hidden_areas and run.hidden_areas is HiddenAreas.UNKNOWN:
        found.append(Acceptance.HIDDEN_AREAS_UNKNOWN)
    return tuple(found)


def _level(policy: Policy, row: PolicyRow, run: RunFacts) -> Level:
    raised = row.raised
    if raised and raised.switch in policy.switches and raised.attested <= run.attested:
        return raised.level
    return row.level


def _too_low(kind: MediumKind, run: RunFacts, level: Level, required: Level) -> Lack:
    words = {"level": _word(level), "required": _word(required)}
    if run.technique is _OVERWRITE and run.passes and kind in FLASH_KINDS:
        return lack(LackCode.OVERWRITE_MISSES_SPARE, passes=run.passes, **words)
    return lack(LackCode.LEVEL_TOO_LOW, **words)


def _house_rule(policy: Policy, kind: MediumKind, run: RunFacts | None) -> Lack | None:
    required = policy.min_passes.get(kind, 0)
    if run is None or run.technique is not _OVERWRITE or run.passes >= required:
        return None
    return lack(LackCode.HOUSE_PASSES, passes=run.passes, required=required)


def _notes(medium: MediumQuestion, row: PolicyRow | None, run: RunFacts) -> tuple[Note, ...]:
    found = list(row.notes) if row else []
    # The stated kind may be the true one although the stricter one is counted with.
    overwritten_flash = run.technique is _OVERWRITE and medium.kind in FLASH_KINDS
    if overwritten_flash and Note.SPARE_AREAS_NOT_COVERED not in found:
        found.append(Note.SPARE_AREAS_NOT_COVERED)
    if run.tool and not run.signed and not run.by_hand:
        found.append(Note.UNSIGNED_LOG)
    if run.by_hand:
        found.append(Note.RECORDED_BY_HAND)
    if run.technique is _OVERWRITE and not run.direct_io:
        found.append(Note.CACHED_IO_POSSIBLE)
    if medium.kind_source is KindSource.PERSON:
        found.append(Note.KIND_FROM_PERSON)
    return tuple(found)


def _advice(
    policy: Policy, medium: MediumQuestion, run: RunFacts | None, judged: Judgement
) -> tuple[Advice, ...]:
    lacks = [*judged.missing, *([judged.house_rule] if judged.house_rule else [])]
    rows = policy.ways(judged.kind, medium.data_class, judged.required)
    ways = {row.technique for row in rows}
    case = Case(judged.kind, ways)
    if run is not None:
        case = Case(judged.kind, ways, run.technique, run.verdict, run.by_hand)
    found = [*case.advice(lacks)]
    if lacks and judged.kind is not medium.kind and _stated_kind_would_do(policy, medium, run):
        found.insert(0, Advice.CONFIRM_KIND)
    if judged.needs_acceptance and not lacks:
        found.append(Advice.ACCEPT_UNKNOWN)
    return tuple(found)


def _stated_kind_would_do(policy: Policy, medium: MediumQuestion, run: RunFacts | None) -> bool:
    return run is not None and judge(policy, replace(medium, kind_confirmed=True), run).enough
