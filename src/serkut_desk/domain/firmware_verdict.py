"""From what tools of drives print to a verdict: hdparm, nvme, sg_sanitize, mmc.

Exit status 0 and words of success prove nothing: hdparm prints both on a drive that has no such
command and changes nothing. What counts is the drive's own state before and after. So PASSED
needs the command itself, no word of trouble, no line that we do not know, and:

- ATA secure erase: supported and not frozen before, neither enabled nor locked after. Only when
  the state between shows the password enabled is the drive's own end of it seen
  (`STATUS_CONFIRMED`): by the standard, a finished erase takes the password away.
- ATA sanitize: idle, last operation completed without error.
- NVMe sanitize: status 1, progress 65535, and nothing written since.

A format, `sg_sanitize` and `mmc` tell no status: they stay REVIEW. None of these texts holds a
read-back; the policy asks for it (`Attestation.READ_BACK`), and only a person can record it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from serkut_desk.domain.evidence import Reason, ReasonCode, Verdict
from serkut_desk.domain.policy import Attestation, SanitisationTechnique

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

FIRMWARE_RULES = 1
# Progress that NVMe gives when no sanitize operation is under way.
IDLE_PROGRESS = 65535
_FIRST_LINE_LENGTH = 200

_MAY_COUNT = frozenset({Verdict.PASSED, Verdict.REVIEW})

ATA_ERASES = frozenset(
    {
        SanitisationTechnique.ATA_SECURITY_ERASE,
        SanitisationTechnique.ATA_SECURITY_ERASE_ENHANCED,
    }
)
ATA_SANITIZES = frozenset(
    {
        SanitisationTechnique.ATA_SANITIZE_BLOCK_ERASE,
        SanitisationTechnique.ATA_SANITIZE_CRYPTO,
        SanitisationTechnique.ATA_SANITIZE_OVERWRITE,
    }
)
NVME_SANITIZES = frozenset(
    {
        SanitisationTechnique.NVME_SANITIZE_BLOCK_ERASE,
        SanitisationTechnique.NVME_SANITIZE_CRYPTO,
        SanitisationTechnique.NVME_SANITIZE_OVERWRITE,
    }
)


class StepKind(StrEnum):
    """What one answer of a tool is about."""

    ERASE = "erase"
    SET_PASSWORD = "set_password"  # noqa: S105 - the word for a step, no password
    DROP_PASSWORD = "drop_password"  # noqa: S105 - the word for a step, no password
    SECURITY = "security"
    SUPPORT = "support"
    STATUS = "status"


class SanitizeState(StrEnum):
    """How far a drive says that its sanitize is."""

    NEVER = "never"
    RUNNING = "running"
    DONE = "done"
    DONE_WRITTEN_SINCE = "done_written_since"
    FAILED = "failed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One answer of a tool about one drive.

    Args:
        kind: What it is about.
        technique: Of an erase, and of a status that tells what was done; UNKNOWN where not.
        exit_status: As saved beside it; None where nobody saved it.
        refused: The line in which the drive or tool refused; "" where it did not.
        sense: The drive answered what the tool did not understand.
        strange: Lines that no version known to us prints there.
        unissued: A tool that says when it gives a command does not say so.
        supported: The drive has the command; None where the text does not say it.
        enhanced: It has the enhanced erase.
        enabled: A password is set.
        locked: It asks for the password.
        frozen: It takes no command about its password.
        state: How far its sanitize is.
    """

    kind: StepKind
    technique: SanitisationTechnique = SanitisationTechnique.UNKNOWN
    exit_status: int | None = None
    refused: str = ""
    sense: bool = False
    strange: tuple[str, ...] = ()
    unissued: bool = False
    supported: bool | None = None
    enhanced: bool | None = None
    enabled: bool | None = None
    locked: bool | None = None
    frozen: bool | None = None
    state: SanitizeState = SanitizeState.UNKNOWN

    @property
    def tells_of_one(self) -> bool:
        """Whether a status says that there was a sanitize, whoever began it."""
        return self.state not in {SanitizeState.NEVER, SanitizeState.UNKNOWN}


@dataclass(frozen=True, slots=True)
class FirmwareJudgement:
    """What the texts about one erase support."""

    technique: SanitisationTechnique
    verdict: Verdict
    reasons: tuple[Reason, ...]
    attested: frozenset[Attestation]


def judge_erase(
    before: Sequence[Step], erase: Step | None, after: Sequence[Step]
) -> FirmwareJudgement:
    """Return what is supported about one erase.

    Args:
        before: Everything that the file tells of the drive before it, in order.
        erase: The command; None where only the drive's status tells that there was one.
        after: Everything until the next erase, in order.
    """
    technique = _technique(erase, after)
    verdict, reasons = _decide(technique, before, erase, after)
    shown = _attested(technique, before, erase, after) if verdict in _MAY_COUNT else ()
    attested = frozenset(shown)
    return FirmwareJudgement(technique, verdict, reasons, attested)


def _technique(erase: Step | None, after: Sequence[Step]) -> SanitisationTechnique:
    unknown = SanitisationTechnique.UNKNOWN
    if erase is not None and erase.technique is not unknown:
        return erase.technique
    if erase is not None:
        return unknown
    told = [step.technique for step in after if step.kind is StepKind.STATUS]
    return told[-1] if told else unknown


def _decide(
    technique: SanitisationTechnique,
    before: Sequence[Step],
    erase: Step | None,
    after: Sequence[Step],
) -> tuple[Verdict, tuple[Reason, ...]]:
    if erase is not None:
        found = _went_wrong(erase, before)
        if found is not None:
            return found
    bad = tuple(_bad_after(technique, after))
    if bad:
        return Verdict.FAILED, bad
    if _last_state(after) is SanitizeState.RUNNING:
        return Verdict.INCOMPLETE, (Reason(ReasonCode.STILL_RUNNING),)
    doubts = tuple(_doubts(technique, before, erase, after))
    return (Verdict.REVIEW, doubts) if doubts else (Verdict.PASSED, ())


def _went_wrong(erase: Step, before: Sequence[Step]) -> tuple[Verdict, tuple[Reason, ...]] | None:
    """Return what an erase says of itself when it says that it did not work."""
    if erase.refused:
        facts = (("line", erase.refused[:_FIRST_LINE_LENGTH]),)
        return Verdict.NOT_WIPED, (Reason(ReasonCode.COMMAND_REFUSED, facts),)
    security = _last(before, StepKind.SECURITY)
    if erase.technique in ATA_ERASES and security is not None:
        if security.supported is False:
            return Verdict.NOT_WIPED, (Reason(ReasonCode.NOT_SUPPORTED),)
        if security.frozen:
            return Verdict.NOT_WIPED, (Reason(ReasonCode.DRIVE_FROZEN),)
    if erase.sense:
        return Verdict.FAILED, (Reason(ReasonCode.SENSE_DATA),)
    if erase.exit_status:
        facts_ = (("status", erase.exit_status),)
        return Verdict.FAILED, (Reason(ReasonCode.EXIT_STATUS, facts_),)
    return None


def _bad_after(technique: SanitisationTechnique, after: Sequence[Step]) -> Iterator[Reason]:
    security = _last(after, StepKind.SECURITY)
    if technique in ATA_ERASES and security is not None and (security.enabled or security.locked):
        yield Reason(ReasonCode.STILL_LOCKED)
    if _last_state(after) is SanitizeState.FAILED:
        yield Reason(ReasonCode.SANITIZE_FAILED)


def _doubts(
    technique: SanitisationTechnique,
    before: Sequence[Step],
    erase: Step | None,
    after: Sequence[Step],
) -> Iterator[Reason]:
    if technique is SanitisationTechnique.UNKNOWN:
        yield Reason(ReasonCode.METHOD_UNKNOWN, (("method", "?"),))
    if erase is None or erase.unissued:
        yield Reason(ReasonCode.COMMAND_MISSING)
    if erase is not None and erase.strange:
        facts = (("count", len(erase.strange)), ("first", erase.strange[0][:_FIRST_LINE_LENGTH]))
        yield Reason(ReasonCode.UNKNOWN_LINES, facts)
    if technique in ATA_ERASES:
        yield from _erase_doubts(technique, before, after)
    elif technique in ATA_SANITIZES | NVME_SANITIZES:
        yield from _sanitize_doubts(technique, after)
    elif technique is SanitisationTechnique.NVME_FORMAT_SES0:
        yield Reason(ReasonCode.NO_SECURE_ERASE)
    else:
        yield Reason(ReasonCode.WORDS_PROVE_NOTHING)


def _erase_doubts(
    technique: SanitisationTechnique, before: Sequence[Step], after: Sequence[Step]
) -> Iterator[Reason]:
    first, last = _last(before, StepKind.SECURITY), _last(after, StepKind.SECURITY)
    known_before = first is not None and first.supported and first.frozen is False
    if not known_before:
        yield Reason(ReasonCode.STATE_BEFORE_MISSING)
    elif (
        technique is SanitisationTechnique.ATA_SECURITY_ERASE_ENHANCED
        and first is not None
        and not first.enhanced
    ):
        yield Reason(ReasonCode.NOT_SUPPORTED)
    if last is None or last.enabled is None or last.locked is None:
        yield Reason(ReasonCode.STATE_AFTER_MISSING)


def _sanitize_doubts(technique: SanitisationTechnique, after: Sequence[Step]) -> Iterator[Reason]:
    status = _last(after, StepKind.STATUS)
    if status is None:
        yield Reason(ReasonCode.STATUS_AFTER_MISSING)
        return
    if status.technique not in {SanitisationTechnique.UNKNOWN, technique}:
        facts = (("method", technique.value), ("other", status.technique.value))
        yield Reason(ReasonCode.METHOD_DISAGREES, facts)
    if status.state is SanitizeState.DONE_WRITTEN_SINCE:
        yield Reason(ReasonCode.WRITTEN_SINCE)
    elif status.state is not SanitizeState.DONE:
        yield Reason(ReasonCode.STATUS_NOT_DONE)


def _attested(
    technique: SanitisationTechnique,
    before: Sequence[Step],
    erase: Step | None,
    after: Sequence[Step],
) -> Iterator[Attestation]:
    if erase is None:
        return
    if any(step.supported for step in before if _about(step, technique)):
        yield Attestation.COMMAND_SUPPORTED
    if technique in ATA_ERASES:
        last = _last(after, StepKind.SECURITY)
        if last is not None and last.enabled is False and last.locked is False:
            yield Attestation.UNLOCKED_AFTER
            if _password_was_set(before) and not _dropped(after):
                yield Attestation.STATUS_CONFIRMED
    elif _last_state(after) is SanitizeState.DONE:
        yield Attestation.STATUS_CONFIRMED


def _about(step: Step, technique: SanitisationTechnique) -> bool:
    """Tell whether what a step calls supported is the command that was used."""
    wanted = StepKind.SECURITY if technique in ATA_ERASES else StepKind.SUPPORT
    return step.kind is wanted


def _password_was_set(before: Sequence[Step]) -> bool:
    """Tell whether the drive itself said, last of all before the erase, that one is set."""
    security = _last(before, StepKind.SECURITY)
    return security is not None and security.enabled is True


def _dropped(after: Iterable[Step]) -> bool:
    return any(step.kind is StepKind.DROP_PASSWORD for step in after)


def _last(steps: Sequence[Step], kind: StepKind) -> Step | None:
    return next((step for step in reversed(steps) if step.kind is kind), None)


def _last_state(after: Sequence[Step]) -> SanitizeState:
    status = _last(after, StepKind.STATUS)
    return SanitizeState.UNKNOWN if status is None else status.state
