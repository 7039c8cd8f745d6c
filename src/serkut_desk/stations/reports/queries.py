"""What screens and the command line read of reports and papers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from serkut_desk.domain.clock import from_text, local
from serkut_desk.domain.papers import PaperKind, paper_name
from serkut_desk.domain.permissions import Permission
from serkut_desk.stations.reports.figures import lot_figures, lot_named, month_figures

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from serkut_desk.domain.papers import LotReportContent, MonthReportContent
    from serkut_desk.domain.people import Session
    from serkut_desk.stations.desk import Desk

MOST = 200
"""How many papers a list shows."""
MOST_MONTHS = 60
"""How many months can be chosen."""


@dataclass(frozen=True, slots=True)
class PaperRow:
    """An issued paper in a list; `about` is the code of its device, handover or lot, or empty."""

    name: str
    kind: PaperKind
    title: str
    about: str
    issued_at: datetime
    language: str
    copies: int
    has_sheet: bool
    sha256: str


@dataclass(frozen=True, slots=True)
class LotChoice:
    """A lot to choose for a report."""

    code: str
    sender: str
    state: str
    opened_at: datetime


def lot_report(desk: Desk, session: Session | None, lot: str) -> LotReportContent:
    """Return what a report of this lot would say now; saves nothing.

    Raises:
        Refused: `report_lot_unknown`.
    """
    with desk.reading(session, Permission.REPORT) as work:
        return lot_figures(work, lot_named(work, lot))


def month_report(desk: Desk, session: Session | None, month: str) -> MonthReportContent:
    """Return what a report of this month would say now; saves nothing.

    Raises:
        Misused: `month_wrong`.
        Refused: `month_not_begun`.
    """
    with desk.reading(session, Permission.REPORT) as work:
        return month_figures(work, month, desk.clock.now())


def lots(desk: Desk, session: Session | None) -> list[LotChoice]:
    """Return the newest lots."""
    with desk.reading(session, Permission.REPORT) as work:
        names = {one.id: one.name for one in work.lots.organisations.all()}
        return [
            LotChoice(lot.code, names[lot.organisation_id], lot.state, lot.opened_at)
            for lot in work.lots.newest(MOST)
        ]


def papers(
    desk: Desk,
    session: Session | None,
    kinds: Iterable[PaperKind] = tuple(PaperKind),
    handover: str | None = None,
) -> list[PaperRow]:
    """Return issued papers of these kinds, of one handover or of all, the newest first."""
    with desk.reading(session, Permission.REPORT) as work:
        found = work.handovers.by_code(handover) if handover else None
        if handover and found is None:
            return []
        listed = work.papers.newest(
            [kind.value for kind in kinds], MOST, found.id if found else None
        )
        about = work.papers.subjects(one.id for one in listed)
        return [
            PaperRow(
                name=paper_name(one.series, one.number),
                kind=PaperKind(one.kind),
                title=one.title,
                about=about.get(one.id, ""),
                issued_at=one.issued_at,
                language=one.language,
                copies=one.copies,
                has_sheet=one.sheet_sha256 is not None,
                sha256=one.sha256,
            )
            for one in listed
        ]


def months(desk: Desk, session: Session | None) -> list[str]:
    """Return the months that have figures, the present one first: `2026-11`."""
    with desk.reading(session, Permission.REPORT) as work:
        first = next(work.journal.entries(), None)
        now = local(desk.clock.now()).date().replace(day=1)
        begun = local(from_text(first.at)).date().replace(day=1) if first else now
    found = [now]
    while found[-1] > begun and len(found) < MOST_MONTHS:
        found.append((found[-1] - timedelta(days=1)).replace(day=1))
    return [f"{month:%Y-%m}" for month in found]
