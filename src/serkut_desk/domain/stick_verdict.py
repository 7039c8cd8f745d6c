"""From what the stick wrote to a verdict: only the drive's own answers and the samples count.

The word that the stick ends with, and exit status 0, prove nothing. PASSED needs at once that the
drive confirms the end (`domain.firmware_verdict`; for an overwrite the log of nwipe by its own
rules), that it is still the drive whose serial was given, and that every sample that was drawn
before the erase has changed or is one byte all through. A format tells no status: there the drive
must show that nothing is used any more.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from serkut_desk.domain.evidence import (
    DriveResult,
    FinalLine,
    Reason,
    ReasonCode,
    ReportRun,
    Verdict,
    VerifyMode,
)
from serkut_desk.domain.firmware_verdict import judge_erase
from serkut_desk.domain.policy import Attestation, SanitisationTechnique
from serkut_desk.domain.serials import serial_key
from serkut_desk.domain.stick import TOOL, StickMode, StickRecord, StickState
from serkut_desk.domain.stick_samples import sample_doubts, sample_failures

if TYPE_CHECKING:
    from collections.abc import Iterator

STICK_RULES = 1

_FORMATS = frozenset(
    {SanitisationTechnique.NVME_FORMAT_SES1, SanitisationTechnique.NVME_FORMAT_SES2}
)
# The drive keeps a progress of formats, and nothing is left of this one.
_PROGRESS_KEPT = 0x80
# An erase that overwrites takes about as long as the drive says. What is done in a fraction of
# that only threw a key away, whatever the command was called.
_PLAUSIBLE_PART = 4
_GOOD = frozenset({Verdict.PASSED, Verdict.REVIEW})


@dataclass(frozen=True, slots=True)
class StickJudgement:
    """What a run of the stick supports."""

    verdict: Verdict
    reasons: tuple[Reason, ...]
    attested: frozenset[Attestation]


def judge_stick(record: StickRecord) -> StickJudgement:
    """Return what a run supports."""
    verdict, reasons, attested = _decide(record)
    return StickJudgement(verdict, (*reasons, *_notes(record, verdict)), attested)


_Decided = tuple[Verdict, tuple[Reason, ...], frozenset[Attestation]]


def _decide(record: StickRecord) -> _Decided:
    unfinished = _unfinished(record)
    if unfinished is not None:
        verdict, reason = unfinished
        return verdict, (reason,), frozenset()
    if record.mode is StickMode.CHECK:
        return _check(record)
    verdict, reasons, attested = _drive_itself(record)
    bad = tuple(sample_failures(record.sampling, blank=_ends_blank(record)))
    doubts = tuple(sample_doubts(record.sampling, record.capacity, check=False))
    if verdict not in _GOOD:
        return verdict, (*reasons, *bad, *doubts), attested
    if bad:
        return Verdict.FAILED, (*bad, *reasons, *doubts), attested
    if doubts:
        return Verdict.REVIEW, (*reasons, *doubts), attested
    return verdict, reasons, attested | {Attestation.READ_BACK}


def _unfinished(record: StickRecord) -> tuple[Verdict, Reason] | None:
    """Return what holds where no erase came to its end on the drive that was named."""
    if record.state is StickState.INTERRUPTED:
        return Verdict.ABORTED, Reason(ReasonCode.STATUS_ABORTED)
    if record.state is StickState.RUNNING:
        return Verdict.INCOMPLETE, Reason(ReasonCode.LOG_ENDS)
    if record.mode is StickMode.RUN and record.erase is None:
        return Verdict.NOT_STARTED, Reason(ReasonCode.NEVER_STARTED)
    if serial_key(record.serial_after) != serial_key(record.given):
        facts = (("given", record.given), ("after", record.serial_after or "-"))
        return Verdict.FAILED, Reason(ReasonCode.TARGET_CHANGED, facts)
    return None


def _check(record: StickRecord) -> _Decided:
    """Judge what was only read: content that is no noise shows that the drive is not empty."""
    doubts = tuple(sample_doubts(record.sampling, record.capacity, check=True))
    codes = {one.code for one in doubts}
    read = Reason(ReasonCode.NOTHING_WRITTEN)
    if ReasonCode.SAMPLES_STRUCTURED in codes:
        return Verdict.FAILED, (*doubts, read), frozenset()
    if doubts:
        return Verdict.REVIEW, (*doubts, read), frozenset()
    return Verdict.VERIFY_ONLY, (read,), frozenset()


def _drive_itself(record: StickRecord) -> _Decided:
    """Judge by the drive's own answers, or by the log of nwipe."""
    if record.technique is SanitisationTechnique.OVERWRITE:
        return _overwrite(record)
    judged = judge_erase(record.before, record.erase, record.after)
    verdict, reasons, attested = judged.verdict, judged.reasons, set(judged.attested)
    if judged.technique is not record.technique:
        facts = (("method", judged.technique.value), ("other", record.technique.value))
        reasons = (*reasons, Reason(ReasonCode.METHOD_DISAGREES, facts))
        verdict = Verdict.REVIEW if verdict is Verdict.PASSED else verdict
    attested |= set(_attested(record))
    if _format_shown(record, reasons, verdict):
        attested.add(Attestation.STATUS_CONFIRMED)
        verdict, reasons = Verdict.PASSED, ()
    return verdict, reasons, frozenset(attested)


def _overwrite(record: StickRecord) -> _Decided:
    drive = drive_of_log(record)
    if drive is None:
        return Verdict.REVIEW, (Reason(ReasonCode.OVERWRITE_LOG_MISSING),), frozenset()
    return drive.verdict, drive.reasons, drive.attested


def drive_of_log(record: StickRecord) -> DriveResult | None:
    """Return the drive in the log of nwipe; None unless it tells of this one and of no other."""
    if record.log is None or record.broken_log:
        return None
    begun = [one for one in record.log.drives if one.begun or one.status is not None]
    fitting = [one for one in record.log.drives if one.device == record.device]
    if len(fitting) != 1 or any(one.device != record.device for one in begun):
        return None
    own = fitting[0].serial
    return None if own and own != serial_key(record.given) else fitting[0]


def _format_shown(record: StickRecord, reasons: tuple[Reason, ...], verdict: Verdict) -> bool:
    """Tell whether the drive shows the end of a format, of which there is no status."""
    only = {one.code for one in reasons} == {ReasonCode.WORDS_PROVE_NOTHING}
    if record.technique not in _FORMATS or verdict is not Verdict.REVIEW or not only:
        return False
    names = record.namespaces
    idle = names.progress == _PROGRESS_KEPT
    return idle or (bool(names.used_before) and names.used_after == 0)


def _attested(record: StickRecord) -> Iterator[Attestation]:
    if record.technique in _FORMATS and record.namespaces.count == 1:
        yield Attestation.ALL_NAMESPACES
    took, estimate = record.erase_seconds, record.estimate_seconds
    if took is not None and estimate and took * _PLAUSIBLE_PART >= estimate:
        yield Attestation.PLAUSIBLE_DURATION


def _ends_blank(record: StickRecord) -> bool:
    drive = drive_of_log(record)
    return drive is not None and drive.final_blank is True


def _notes(record: StickRecord, verdict: Verdict) -> Iterator[Reason]:
    """Say what a person must know beside the verdict."""
    if _serials_disagree(record):
        yield Reason(ReasonCode.SERIAL_DISAGREES)
    good = record.mode is StickMode.CHECK or verdict is Verdict.PASSED
    finished = record.state is StickState.FINISHED
    if finished and (record.result in {"done", "checked"}) is not good:
        yield Reason(ReasonCode.RESULT_WORD_DIFFERS, (("word", record.result[:40]),))


def _serials_disagree(record: StickRecord) -> bool:
    return any(serial_key(one) != serial_key(record.given) for one in record.serials if one)


_FINALS = {
    StickState.FINISHED: FinalLine.COMPLETED,
    StickState.INTERRUPTED: FinalLine.ABORTED,
    StickState.RUNNING: None,
}
_PROGRAMS = {"nvme": "nvme-cli", "ata": "hdparm"}


def run_of(record: StickRecord, fingerprint: str, body: str, serial: str | None) -> ReportRun:
    """Return the run as every reader of reports gives it, judged.

    The log of nwipe inside keeps its own marks, so that the same log beside the file is known as
    the same run, or contradicts it.

    Args:
        record: The facts.
        fingerprint: What identifies the run, wherever it is told of.
        body: The digest of its text without serials.
        serial: The serial for comparing, None where it is none.
    """
    judged = judge_stick(record)
    own = drive_of_log(record)
    disagree = _serials_disagree(record)
    if record.log is not None and own is not None and own.serial:
        own = replace(own, serial_disagrees=own.serial_disagrees or disagree)
        return replace(
            record.log,
            index=0,
            tool=TOOL,
            performed_by=record.operator,
            utc=record.utc,
            drives=(_with(own, judged),),
        )
    checked = record.mode is StickMode.CHECK
    known = own or DriveResult(device=record.device)
    drive = replace(
        known,
        device=record.device,
        bus=record.bus,
        model=record.model,
        serial_raw=record.given,
        serial=serial,
        serial_disagrees=disagree,
        capacity=record.capacity,
        method=known.method or record.technique.value,
        technique=SanitisationTechnique.VERIFY_ONLY if checked else record.technique,
        verify=known.verify if own else VerifyMode.UNKNOWN,
        hidden_areas=known.hidden_areas if own else record.hidden_areas,
        listed=True,
        begun=record.erase is not None or own is not None,
        direct_io=known.direct_io if own else record.sampling.reading == "direct",
        started=record.began,
        ended=record.ended,
    )
    return ReportRun(
        index=0,
        tool=TOOL,
        program=_program(record),
        banner=f"{TOOL} {record.release}".strip(),
        tool_version=record.tool_version,
        kernel=record.system,
        started=record.began,
        ended=record.ended,
        final=_FINALS[record.state],
        final_text=record.result,
        host=record.host,
        drives=(_with(drive, judged),),
        rules=STICK_RULES,
        fingerprint=fingerprint,
        body_digest=body,
        head_key=fingerprint,
        performed_by=record.operator,
        utc=record.utc,
    )


def _with(drive: DriveResult, judged: StickJudgement) -> DriveResult:
    return replace(drive, verdict=judged.verdict, reasons=judged.reasons, attested=judged.attested)


def _program(record: StickRecord) -> str:
    if record.technique is SanitisationTechnique.OVERWRITE:
        return "nwipe"
    return _PROGRAMS.get(record.technique.value.partition("_")[0], TOOL)
