"""Issues a lot's hand-over receipt and reconciliation; each supersedes the former of its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.errors import Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.lot_papers import LotReceiptContent, ReconciliationContent
from serkut_desk.domain.papers import PaperKind, paper_name
from serkut_desk.domain.permissions import Permission
from serkut_desk.stations import papers
from serkut_desk.stations.handling import Task, handles
from serkut_desk.stations.intake.lot_commands import IssueLotReceipt, IssueReconciliation
from serkut_desk.stations.intake.lot_contents import picture
from serkut_desk.stations.intake.lot_results import LotPaper
from serkut_desk.stations.known_lot import lot_named

if TYPE_CHECKING:
    from serkut_desk.domain.lots import Lot
    from serkut_desk.stations.papers import IssuedPaper


def issue_receipt(task: Task, lot: Lot, language: str) -> tuple[IssuedPaper, str | None]:
    """Issue a receipt with what has come so far; the caller writes the entry.

    Returns:
        The paper and the number of the former that it stands instead of.

    Raises:
        Refused: What `papers.issue` says.
    """
    replaces_id, replaces = _former(task, lot, PaperKind.LOT_RECEIPT)
    content = LotReceiptContent(**picture(task.work, lot, language), replaces=replaces or "")
    paper = papers.issue(
        task,
        PaperKind.LOT_RECEIPT,
        content,
        lot_id=lot.id,
        replaces_id=replaces_id,
        language=language,
    )
    return paper, replaces


def _former(task: Task, lot: Lot, kind: PaperKind) -> tuple[int | None, str | None]:
    found = task.work.papers.last_of_lot(lot.id, kind.value)
    return (found.id, paper_name(found.series, found.number)) if found else (None, None)


@handles(IssueLotReceipt, Permission.LOTS, prepare=papers.watch_clock)
def issue_lot_receipt(task: Task, command: IssueLotReceipt) -> LotPaper:
    """Print the hand-over receipt, at any moment.

    Raises:
        Refused: `lot_unknown`, `lot_not_here`, what `papers.issue` says.
    """
    lot = lot_named(task.work, command.lot)
    if lot.is_expected:
        raise Refused("lot_not_here", lot=lot.code)
    paper, replaces = issue_receipt(task, lot, command.language)
    return _entered(task, lot, paper, replaces)


@handles(IssueReconciliation, Permission.LOTS, prepare=papers.watch_clock)
def issue_reconciliation(task: Task, command: IssueReconciliation) -> LotPaper:
    """Print how list and goods of a closed lot agree, with what came late so far.

    Raises:
        Refused: `lot_unknown`, `lot_still_open`, what `papers.issue` says.
    """
    from serkut_desk.stations.intake.lot_sheet import lot_sheet  # noqa: PLC0415 - loads openpyxl

    lot = lot_named(task.work, command.lot)
    if lot.state != "closed":
        raise Refused("lot_still_open", lot=lot.code)
    kind, language = PaperKind.RECONCILIATION, command.language
    replaces_id, replaces = _former(task, lot, kind)
    content = ReconciliationContent(**picture(task.work, lot, language), replaces=replaces or "")
    paper = papers.issue(
        task,
        kind,
        content,
        lot_id=lot.id,
        replaces_id=replaces_id,
        language=language,
        sheet=lot_sheet(content, language),
    )
    return _entered(task, lot, paper, replaces)


def _entered(task: Task, lot: Lot, paper: IssuedPaper, replaces: str | None) -> LotPaper:
    task.work.journal.append(
        Tag.PAPER_ISSUED, paper.name, (lot.code,), replaces=replaces, **paper.as_entry()
    )
    return LotPaper(lot.code, paper, lot.state == "open", replaces)
