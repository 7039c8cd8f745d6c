"""Files that go with a run and prove nothing by themselves, such as a supplier's PDF.

A supplier's file and a PDF of the same name before the ending belong together, in whichever order
they come. Anything else a person attaches. The original stays where it is, under its hash; the run
says which files go with it, and how that is known.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from serkut_desk.domain.blancco_verdict import PROGRAM as BLANCCO
from serkut_desk.interchange.evidence import Outcome, ReportKind

if TYPE_CHECKING:
    from datetime import datetime

    from serkut_desk.domain.runs import SanitisationRun
    from serkut_desk.interchange.evidence import ReadReport
    from serkut_desk.records.unit_of_work import UnitOfWork

KEY = "attached"
_SUPPLIER = "supplier:"
_TABLES = ("csv", "CSV", "xml", "XML", "txt", "TXT", "tsv", "TSV")
_PAPERS = ("pdf", "PDF")
_PLAIN = frozenset({ReportKind.PDF})
_READ = frozenset({ReportKind.SUPPLIER, ReportKind.BLANCCO})


class HowAttached(StrEnum):
    """How it is known that a file goes with a run."""

    NAME = "name"
    CHOSEN = "chosen"


def attach_by_name(work: UnitOfWork, report: ReadReport, now: datetime, by: str) -> tuple[int, ...]:
    """Attach a PDF to the runs of a supplier's file of its name, or the other way round.

    Only where one such file and one such PDF ever came: many suppliers call every file the same,
    and what goes with a run goes out with its certificate. Called in the transaction that brings
    the file in, once its runs are recorded. Returns the runs that got a file; the caller's entry
    names them.
    """
    stem = report.name.rpartition(".")[0]
    if not stem or report.kind not in _PLAIN | _READ:
        return ()
    tables = work.evidence.named(f"{stem}.{ending}" for ending in _TABLES)
    told = [runs for one in tables if (runs := _runs(work, one.sha256))]
    papers = work.evidence.named(f"{stem}.{ending}" for ending in _PAPERS)
    # A PDF that a reader understands is evidence itself.
    if len(told) != 1 or len(papers) != 1 or papers[0].outcome != Outcome.ATTACHMENT:
        return ()
    paper, how = papers[0].sha256, HowAttached.NAME
    done = [run.id for run in told[0] if attach(work, paper, run, how=how, now=now, by=by)]
    return tuple(sorted(done))


def attach(
    work: UnitOfWork,
    sha256: str,
    run: SanitisationRun,
    *,
    how: HowAttached,
    now: datetime,
    by: str,
) -> bool:
    """Remember that a kept file goes with a run; tell whether that is new."""
    # Read anew: another file may have been attached a moment ago.
    current = work.runs.by_id(run.id) or run
    attached = attached_to(current)
    if sha256 == current.sha256 or any(one["sha256"] == sha256 for one in attached):
        return False
    line = {"sha256": sha256, "how": how.value, "by": by, "at": now.isoformat()}
    work.runs.change(current.id, facts={**current.facts, KEY: [*attached, line]})
    return True


def attached_to(run: SanitisationRun) -> list[dict[str, str]]:
    """Return the files that go with a run: `sha256`, `how`, `by`, `at` of each."""
    return list(run.facts.get(KEY, []))


def _runs(work: UnitOfWork, sha256: str) -> list[SanitisationRun]:
    return [
        run
        for report in work.evidence.reports_of(sha256)
        for run in work.runs.of_report(report.id)
        if run.tool == BLANCCO or run.tool.startswith(_SUPPLIER)
    ]
