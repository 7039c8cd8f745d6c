"""From the facts of a program's printed certificate to a verdict for each drive.

A certificate without its log may pass, but only if it shows everything that a log must show:
start and end, a status word that means success, a method that writes, every round made, all
counters at zero, all bytes of the drive, and what was done for blanking and verification. It has
no line that says how the program ended and none for each pass, so a method whose number of passes
only the log knows does not pass, nor does anything that the page says twice, warns of, or says in
words that no known version writes. "Bytes Erased 100 %" alone proves nothing: it stands on failed
certificates, too. Whoever has the log brings it: then the log is judged, and this only beside it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from serkut_desk.domain.clock_notes import own_flags
from serkut_desk.domain.evidence import DriveResult, Reason, ReasonCode, ReportRun, Verdict
from serkut_desk.domain.policy import SanitisationTechnique
from serkut_desk.domain.verdict import (
    BAD_STATUS,
    VERDICT_RULES,
    StatusWord,
    failures,
    notes,
    shortened,
    status_word,
    unknown_lines,
)

if TYPE_CHECKING:
    from collections.abc import Iterator


def judge_paper(run: ReportRun) -> ReportRun:
    """Return the run with clock flags, and a verdict and reasons on every drive."""
    counted = Counter(drive.serial for drive in run.drives if drive.serial)
    doubled = frozenset(serial for serial, times in counted.items() if times > 1)
    return replace(
        run,
        clock_flags=own_flags(run),
        rules=VERDICT_RULES,
        drives=tuple(_judge_drive(drive, run, doubled) for drive in run.drives),
    )


def _judge_drive(drive: DriveResult, run: ReportRun, doubled: frozenset[str]) -> DriveResult:
    verdict, reasons = _decide(drive)
    said = (*reasons, *notes(drive, run, doubled), Reason(ReasonCode.PAPER_ALONE))
    return replace(drive, verdict=verdict, reasons=said)


def _decide(drive: DriveResult) -> tuple[Verdict, tuple[Reason, ...]]:
    word = status_word(drive.status or "")
    if word in BAD_STATUS:
        verdict, code = BAD_STATUS[word]
        return verdict, (Reason(code), *failures(drive))
    failed = tuple(failures(drive))
    if failed:
        return Verdict.FAILED, failed
    doubts = tuple(_doubts(drive, word))
    if drive.technique is SanitisationTechnique.VERIFY_ONLY:
        return Verdict.VERIFY_ONLY, (Reason(ReasonCode.NOTHING_WRITTEN), *doubts)
    return (Verdict.REVIEW, doubts) if doubts else (Verdict.PASSED, ())


def _doubts(drive: DriveResult, word: StatusWord) -> Iterator[Reason]:
    """Say what keeps a drive that its certificate calls erased from passing."""
    if word is not StatusWord.ERASED:
        yield Reason(ReasonCode.STATUS_UNKNOWN, (("status", (drive.status or "").strip()),))
    if drive.technique is not SanitisationTechnique.OVERWRITE:
        yield Reason(ReasonCode.METHOD_UNKNOWN, (("method", drive.method),))
    if drive.missing:
        yield Reason(ReasonCode.PAPER_MISSES, (("missing", ", ".join(drive.missing)),))
    elif drive.passes_planned is None or drive.passes < drive.passes_planned:
        facts = (("made", drive.passes), ("planned", drive.passes_planned or 1))
        yield Reason(ReasonCode.PASSES_MISSING, facts)
    if drive.trouble:
        yield Reason(ReasonCode.PAPER_WARNS, (("first", shortened(drive.trouble[0])),))
    if drive.unknown_lines:
        yield unknown_lines(drive)
