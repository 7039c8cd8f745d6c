"""Lets a kernel's messages speak against the drives of the runs that were made in its boot.

Whichever comes first: what errors they tell is kept with their file, and heard by every log that
comes in later.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.evidence import ReasonCode, Verdict
from serkut_desk.domain.kernel_log import SLACK, ZONE, errors_told, kernel_kept, same_boot
from serkut_desk.domain.report_pairs import moment
from serkut_desk.stations.report_matching import concerned

if TYPE_CHECKING:
    from serkut_desk.domain.kernel_log import KernelLog
    from serkut_desk.domain.runs import SanitisationRun
    from serkut_desk.records.unit_of_work import UnitOfWork


def hear(work: UnitOfWork, kernel: KernelLog | None) -> set[int]:
    """Keep drives from passing of which a kernel tells errors; return the devices concerned.

    Called in the transaction of an import, after its logs.
    """
    devices: set[int] = set()
    if kernel is None or not kernel.errors:
        return devices
    for told in (kernel, kernel.in_local_time()):
        span = (told.booted.isoformat(), (told.ended + SLACK).isoformat())
        reports = {run.report_run_id for run in work.report_pairs.near(span, ())}
        for report_id in sorted(number for number in reports if number is not None):
            devices |= _of_report(work, told, report_id)
    return devices


def hear_kept(work: UnitOfWork, report_id: int) -> set[int]:
    """Let messages that came in before a report speak against it; return the devices concerned.

    Called once the report's drives are recorded, in the same transaction.
    """
    report = work.evidence.report(report_id)
    started, ended = moment(report.started), moment(report.ended)
    if started is None or ended is None:
        return set()
    around = SLACK + ZONE
    devices: set[int] = set()
    for kept in work.imports.kernel_logs(
        (started - around).isoformat(), (ended + around).isoformat()
    ):
        kernel = kernel_kept(kept)
        for told in (kernel, kernel.in_local_time()):
            devices |= _of_report(work, told, report_id)
    return devices


def _of_report(work: UnitOfWork, kernel: KernelLog, report_id: int) -> set[int]:
    report = work.evidence.report(report_id)
    started, ended = moment(report.started), moment(report.ended)
    runs = {run.device_path.removeprefix("/dev/"): run for run in work.runs.of_report(report_id)}
    models = {name: run.model for name, run in runs.items()}
    if started is None or ended is None or not same_boot(kernel, models, started, ended):
        return set()
    devices: set[int] = set()
    for name in runs.keys() & kernel.errors.keys():
        devices |= _accuse(work, runs[name], kernel.errors[name])
    return devices


def _accuse(work: UnitOfWork, run: SanitisationRun, lines: tuple[str, ...]) -> set[int]:
    if any(one["code"] == ReasonCode.KERNEL_ERRORS for one in run.reasons):
        return set()
    said = errors_told(lines)
    reasons = [*run.reasons, {"code": said.code.value, "facts": dict(said.facts)}]
    verdict, facts = run.verdict.value, run.facts
    if run.verdict is Verdict.PASSED:
        verdict = Verdict.REVIEW.value
        facts = {**facts, "verdict_alone": run.verdict.value}
    work.runs.change(run.id, verdict=verdict, reasons=reasons, facts=facts)
    return concerned(work, run)
