"""Reports for the city, and marked copies of papers."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from serkut_desk.domain.changes import Changes
from serkut_desk.domain.events import Tag
from serkut_desk.domain.papers import PaperKind, paper_name
from serkut_desk.domain.permissions import Permission
from serkut_desk.records.files import write_synced
from serkut_desk.stations import papers
from serkut_desk.stations.handling import Task, handles
from serkut_desk.stations.reports.commands import (
    MadeReport,
    MakeLotReport,
    MakeMonthReport,
    Reprinted,
    ReprintPaper,
)
from serkut_desk.stations.reports.figures import lot_figures, lot_named, month_figures
from serkut_desk.texts import Texts

if TYPE_CHECKING:
    from serkut_desk.stations.papers import IssuedPaper


@handles(MakeLotReport, Permission.REPORT, prepare=papers.watch_clock)
def make_lot_report(task: Task, command: MakeLotReport) -> MadeReport:
    """Issue a lot's report: PDF and workbook of the same figures."""
    from serkut_desk.stations.reports.tables import lot_sheet  # noqa: PLC0415 - loads openpyxl

    lot = lot_named(task.work, command.lot)
    content = lot_figures(task.work, lot)
    title = Texts(command.language).say("report.title.lot", lot=lot.code, sender=content.sender)
    paper = papers.issue(
        task,
        PaperKind.LOT_REPORT,
        content,
        title=title,
        lot_id=lot.id,
        language=command.language,
        sheet=lot_sheet(content, command.language),
    )
    return _entered(task, paper, lot.code)


@handles(MakeMonthReport, Permission.REPORT, prepare=papers.watch_clock)
def make_month_report(task: Task, command: MakeMonthReport) -> MadeReport:
    """Issue a month's figures: PDF and workbook."""
    from serkut_desk.stations.reports.tables import month_sheet  # noqa: PLC0415 - loads openpyxl

    content = month_figures(task.work, command.month, task.now)
    title = Texts(command.language).say("report.title.month", month=content.month)
    paper = papers.issue(
        task,
        PaperKind.MONTH_REPORT,
        content,
        title=title,
        language=command.language,
        sheet=month_sheet(content, command.language),
    )
    return _entered(task, paper)


def _entered(task: Task, paper: IssuedPaper, *about: str) -> MadeReport:
    task.work.journal.append(Tag.PAPER_ISSUED, paper.name, about, **paper.as_entry())
    return MadeReport(paper, Changes(lots=frozenset(about), journal=True))


@handles(ReprintPaper, Permission.REPORT)
def reprint_paper(task: Task, command: ReprintPaper) -> Reprinted:
    """Draw the next marked copy; its number counts up with the journal's entry."""
    found = papers.paper_named(task.work, command.number)
    name = paper_name(found.series, found.number)
    copy = found.copies + 1
    pdf = papers.copy_of(task.work, found, copy, task.now)
    path = task.desk.folder.papers / papers.copy_file_name(found, copy)
    write_synced(path, pdf)
    task.work.papers.change(found.id, copies=copy)
    task.work.journal.append(
        Tag.PAPER_COPIED,
        name,
        number=name,
        kind=found.kind,
        copy=copy,
        sha256=sha256(pdf).hexdigest(),
    )
    return Reprinted(name, copy, path, Changes(journal=True))
