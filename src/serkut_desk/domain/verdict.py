"""From the facts of a report to a verdict for each drive.

The rules are versioned, so that old evidence can be judged anew without losing the old judgement.
PASSED needs every proof at once; exit codes, `[SUCCESS]` lines and the word Erased alone prove
nothing. Doubts about serials and clocks are reasons, never verdicts.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from serkut_desk.domain.clock_notes import drive_duration_differs, own_flags
from serkut_desk.domain.evidence import (
    DriveResult,
    FinalLine,
    HiddenAreas,
    Reason,
    ReasonCode,
    ReportRun,
    Verdict,
    VerifyMode,
)
from serkut_desk.domain.methods import method_key
from serkut_desk.domain.policy import SanitisationTechnique

if TYPE_CHECKING:
    from collections.abc import Iterator

VERDICT_RULES = 1

_FIRST_LINE_LENGTH = 200


class StatusWord(StrEnum):
    """What a status cell says, without its decoration."""

    ERASED = "ERASED"
    FAILED = "FAILED"
    ABORTED = "UABORTED"
    INSANE = "INSANITY"
    UNKNOWN = ""


_WORDS = {
    "ERASED": StatusWord.ERASED,
    "FAILED": StatusWord.FAILED,
    "UABORTED": StatusWord.ABORTED,
    "ABORTED": StatusWord.ABORTED,
    "INSANITY": StatusWord.INSANE,
    "INSANE": StatusWord.INSANE,
}
BAD_STATUS = {
    StatusWord.FAILED: (Verdict.FAILED, ReasonCode.STATUS_FAILED),
    StatusWord.ABORTED: (Verdict.ABORTED, ReasonCode.STATUS_ABORTED),
    StatusWord.INSANE: (Verdict.INSANE, ReasonCode.STATUS_INSANE),
}


def status_word(cell: str) -> StatusWord:
    """Return what a cell such as `-FAILED-` says."""
    return _WORDS.get(cell.strip().strip("-").strip().upper(), StatusWord.UNKNOWN)


def shortened(line: str) -> str:
    """Return as much of a line as a reason names."""
    return line[:_FIRST_LINE_LENGTH]


def judge(run: ReportRun) -> ReportRun:
    """Return the run with clock flags, and a verdict and reasons on every drive.

    Judging a judged run again gives the same run.
    """
    counted = Counter(drive.serial for drive in run.drives if drive.serial)
    doubled = frozenset(serial for serial, times in counted.items() if times > 1)
    return replace(
        run,
        clock_flags=own_flags(run),
        rules=VERDICT_RULES,
        drives=tuple(_judge_drive(drive, run, doubled) for drive in run.drives),
    )


def _judge_drive(drive: DriveResult, run: ReportRun, doubled: frozenset[str]) -> DriveResult:
    verdict, reasons = _decide(drive, run)
    return replace(drive, verdict=verdict, reasons=(*reasons, *notes(drive, run, doubled)))


def _decide(drive: DriveResult, run: ReportRun) -> tuple[Verdict, tuple[Reason, ...]]:
    if drive.status is None:
        return _without_row(drive, run)
    word = status_word(drive.status)
    if word in BAD_STATUS:
        verdict, code = BAD_STATUS[word]
        return verdict, (Reason(code), *failures(drive), *_error_lines(drive))
    failed = tuple(failures(drive))
    if failed:
        return Verdict.FAILED, (*failed, *_error_lines(drive))
    doubts = tuple(_doubts(drive, run, word))
    if drive.technique is SanitisationTechnique.VERIFY_ONLY:
        return Verdict.VERIFY_ONLY, (Reason(ReasonCode.NOTHING_WRITTEN), *doubts)
    return (Verdict.REVIEW, doubts) if doubts else (Verdict.PASSED, ())


def _without_row(drive: DriveResult, run: ReportRun) -> tuple[Verdict, tuple[Reason, ...]]:
    """Judge a drive that the status table does not name; a busy disk is skipped like that."""
    lines = tuple(_error_lines(drive))
    if run.final is not None:
        code = ReasonCode.IN_USE if drive.in_use else ReasonCode.NO_ROW
        return Verdict.NOT_WIPED, (Reason(code), *lines)
    if drive.begun:
        return Verdict.INCOMPLETE, (Reason(ReasonCode.LOG_ENDS), *lines)
    return Verdict.NOT_STARTED, (Reason(ReasonCode.NEVER_STARTED), *lines)


def failures(drive: DriveResult) -> Iterator[Reason]:
    """Say what the program itself counted against a drive."""
    counters = drive.counters
    if counters is not None and counters.total > 0:
        facts = (
            ("passes", counters.passes),
            ("verification", counters.verification),
            ("flush", counters.flush or 0),
        )
        yield Reason(ReasonCode.ERRORS_COUNTED, facts)
    erased, total = drive.bytes_erased, drive.bytes_total
    if erased is not None and total is not None and erased != total:
        yield Reason(ReasonCode.BYTES_DIFFER, (("erased", erased), ("total", total)))


def _error_lines(drive: DriveResult) -> Iterator[Reason]:
    if drive.trouble:
        facts = (("count", len(drive.trouble)), ("first", shortened(drive.trouble[0])))
        yield Reason(ReasonCode.ERROR_LINES, facts)


def unknown_lines(drive: DriveResult) -> Reason:
    """Say that lines about the drive are none that any known version writes."""
    lines = drive.unknown_lines
    return Reason(ReasonCode.UNKNOWN_LINES, (("count", len(lines)), ("first", shortened(lines[0]))))


def _doubts(drive: DriveResult, run: ReportRun, word: StatusWord) -> Iterator[Reason]:
    """Say what keeps a drive that the table calls erased from passing."""
    if word is not StatusWord.ERASED:
        yield Reason(ReasonCode.STATUS_UNKNOWN, (("status", (drive.status or "").strip()),))
    yield from _error_lines(drive)
    if drive.unknown_lines:
        yield unknown_lines(drive)
    if run.unknown_tables:
        yield Reason(ReasonCode.UNKNOWN_TABLE, (("first", shortened(run.unknown_tables[0])),))
    yield from _lacks(drive, run)
    yield from _method_doubts(drive, run)


def _lacks(drive: DriveResult, run: ReportRun) -> Iterator[Reason]:
    """Say which proofs are not there."""
    if run.final is None:
        yield Reason(ReasonCode.NO_FINAL_LINE)
    if not drive.begun:
        yield Reason(ReasonCode.NO_START_LINE)
    if drive.technique is SanitisationTechnique.OVERWRITE:
        planned = drive.passes_planned
        if drive.passes < (1 if planned is None else planned):
            facts = (("made", drive.passes), ("planned", planned or 1))
            yield Reason(ReasonCode.PASSES_MISSING, facts)
    if drive.counters is None and not _may_lack_counters(run):
        yield Reason(ReasonCode.COUNTERS_MISSING)
    if run.has_erasure_summary and not drive.bytes_total:
        yield Reason(ReasonCode.BYTES_MISSING)


def _method_doubts(drive: DriveResult, run: ReportRun) -> Iterator[Reason]:
    if drive.technique is SanitisationTechnique.UNKNOWN:
        yield Reason(ReasonCode.METHOD_UNKNOWN, (("method", drive.method),))
    said = (run.footer.method if run.footer else "", run.options.method)
    for other in said:
        if other and method_key(other) != method_key(drive.method):
            yield Reason(ReasonCode.METHOD_DISAGREES, (("method", drive.method), ("other", other)))
            return


def _may_lack_counters(run: ReportRun) -> bool:
    """Tell whether the run can be of 0.30 or older, which had no Error Summary.

    They printed no options either, and ended with another sentence.
    """
    newer_end = run.final is FinalLine.ERRORS or "completed" in run.final_text
    return not (run.has_error_summary or run.options.printed or newer_end)


def notes(drive: DriveResult, run: ReportRun, doubled: frozenset[str]) -> Iterator[Reason]:
    """Say what a person must know beside the verdict."""
    erased = drive.status is not None and status_word(drive.status) is StatusWord.ERASED
    codes = (
        (
            ReasonCode.COUNTERS_UNKNOWN,
            drive.status is not None and drive.counters is None and _may_lack_counters(run),
        ),
        (ReasonCode.SERIAL_MISSING, drive.serial is None),
        (ReasonCode.SERIAL_DOUBLED, drive.serial in doubled),
        (ReasonCode.SERIAL_DISAGREES, drive.serial_disagrees),
        (ReasonCode.SERIAL_CUT, drive.serial_cut),
        (ReasonCode.SERIALS_HIDDEN, run.options.quiet),
        (ReasonCode.HIDDEN_DETECTED, drive.hidden_areas is HiddenAreas.DETECTED),
        (ReasonCode.HIDDEN_UNKNOWN, drive.hidden_areas is HiddenAreas.UNKNOWN),
        (ReasonCode.VERIFY_OFF, erased and drive.verify is VerifyMode.OFF),
        (ReasonCode.CACHED_IO, drive.status is not None and not drive.direct_io),
        (ReasonCode.CLOCK_DOUBTFUL, bool(own_flags(run)) or drive_duration_differs(drive)),
    )
    yield from (Reason(code) for code, holds in codes if holds)
    if drive.retries:
        yield Reason(ReasonCode.RETRIED, (("count", drive.retries),))
