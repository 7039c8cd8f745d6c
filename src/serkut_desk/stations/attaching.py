"""Files that go with a run and prove nothing by themselves, such as a supplier's PDF.

A supplier's file and a PDF of the same name before the ending belong together, in whichever order
they come. Anything else a person attaches. The original stays where it is, under its hash; the run
says which files go with it, and how that is known.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from serkut_desk.domain.blancco_verdict import PROGRAM as BLANCCO
from serkut_desk.interchange.evidence import ReportKind

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from serkut_desk.domain.runs import SanitisationRun
    from serkut_desk.interchange.evidence import ReadReport
    from serkut_desk.records.unit_of_work import UnitOfWork

KEY = "attached"
_SUPPLIER = "supplier:"
_TABLES = ("csv", "CSV", "xml", "XML", "txt", "TXT", "tsv", "TSV")
_PAPERS = ("pdf", "PDF")
# A PDF that a reader understands is evidence itself.
_PLAIN = frozenset({ReportKind.PDF})
_READ = frozenset({ReportKind.SUPPLIER, ReportKind.BLANCCO})


class HowAttached(StrEnum):
    """How it is known that a file goes with a run."""

    NAME = "name"
    CHOSEN = "chosen"


def attach_by_name(work: UnitOfWork, report: ReadReport, now: datetime, by: str) -> tuple[int, ...]:
    """Attach a PDF to the runs of a supplier's file of its name, or the other way round.

    Called in the transaction that brings the file in, once its runs are recorded. Returns the runs
    that got a file; the caller's entry names them.
    """
    stem = report.name.rpartition(".")[0]
    if not stem:
        return ()
    if report.kind in _PLAIN:
        others = work.evidence.named(f"{stem}.{ending}" for ending in _TABLES)
        pairs = [(report.sha256, run) for other in others for run in _runs(work, other.sha256)]
    elif report.kind in _READ:
        papers = work.evidence.named(f"{stem}.{ending}" for ending in _PAPERS)
        pairs = [(paper.sha256, run) for paper in papers for run in _runs(work, report.sha256)]
    else:
        return ()
    done = []
    for sha256, run in pairs:
        if attach(work, sha256, run, how=HowAttached.NAME, now=now, by=by):
            done.append(run.id)
    return tuple(sorted(set(done)))


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


def _runs(work: UnitOfWork, sha256: str) -> Iterable[SanitisationRun]:
    for report in work.evidence.reports_of(sha256):
        for run in work.runs.of_report(report.id):
            if run.tool == BLANCCO or run.tool.startswith(_SUPPLIER):
                yield run
