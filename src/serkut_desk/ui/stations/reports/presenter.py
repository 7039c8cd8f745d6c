"""Reports: fetches lots, months, figures and papers, and makes reports."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from serkut_desk.domain.papers import PaperKind
from serkut_desk.stations.reports import queries
from serkut_desk.stations.reports.commands import MakeLotReport, MakeMonthReport
from serkut_desk.ui.panel import Notice
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.domain.papers import LotReportContent, MonthReportContent
    from serkut_desk.domain.people import Session
    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.handling import Command
    from serkut_desk.stations.reports.commands import MadeReport
    from serkut_desk.stations.reports.queries import LotChoice, PaperRow
    from serkut_desk.ui.hands import Hands

Choices = tuple[list["LotChoice"], list[str]]


class ReportsPresenter(QObject):
    """Between the panel and the station.

    Args:
        hands: Carries out.
    """

    choices = Signal(object)
    """Lots and months that can be chosen: `Choices`."""
    lot_shown = Signal(object)
    """A `LotReportContent`."""
    month_shown = Signal(object)
    """A `MonthReportContent`."""
    papers_shown = Signal(object)
    """A list of `PaperRow`."""
    made = Signal(str)
    """Number of the report that was made."""
    refused = Signal()
    """A report could not be made; the banner says why."""
    failed = Signal(object)
    """Nothing could be fetched: a `KnownFailure`."""
    said = Signal(object)
    """A `Notice`."""

    def __init__(self, hands: Hands, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hands = hands
        self._lot = ""
        self._month = ""

    def load_choices(self) -> None:
        """Fetch what can be chosen."""
        self._hands.ask(_choices, self._choices_came, self._not_fetched)

    def show_lot(self, code: str) -> None:
        """Fetch a lot's figures."""
        self._lot = code
        self._hands.ask(partial(queries.lot_report, lot=code), self._lot_came, self._not_shown)

    def show_month(self, month: str) -> None:
        """Fetch a month's figures."""
        self._month = month
        question = partial(queries.month_report, month=month)
        self._hands.ask(question, self._month_came, self._not_shown)

    def show_papers(self, kind: str, handover: str = "") -> None:
        """Fetch issued papers of a kind and of a handover, "" for all."""
        kinds = (PaperKind(kind),) if kind else tuple(PaperKind)
        question = partial(queries.papers, kinds=kinds, handover=handover or None)
        self._hands.ask(question, self._papers_came, self._not_fetched)

    def make_lot(self, code: str) -> None:
        """Make a lot's report."""
        self._make(MakeLotReport(code, self._hands.language))

    def make_month(self, month: str) -> None:
        """Make a month's figures."""
        self._make(MakeMonthReport(month, self._hands.language))

    def _make(self, command: Command[MadeReport]) -> None:
        self._hands.submit(command, self._made, self._not_made, lambda done: done.changes)

    def _made(self, done: MadeReport) -> None:
        title = self.tr("The report is ready: {0}").replace("{0}", done.paper.name)
        self.said.emit(Notice(Tone.GOOD, title, done.paper.title))
        self.made.emit(done.paper.name)

    def _not_made(self, failure: KnownFailure) -> None:
        self._not_shown(failure)
        self.refused.emit()

    def _not_shown(self, failure: KnownFailure) -> None:
        self.said.emit(self._hands.notice(failure))

    # Methods, not signals: `Hands` asks whether their owner is still there.

    def _choices_came(self, choices: Choices) -> None:
        self.choices.emit(choices)

    def _papers_came(self, rows: list[PaperRow]) -> None:
        self.papers_shown.emit(rows)

    def _not_fetched(self, failure: KnownFailure) -> None:
        self.failed.emit(failure)

    def _lot_came(self, content: LotReportContent) -> None:
        if content.lot == self._lot:
            self.lot_shown.emit(content)

    def _month_came(self, content: MonthReportContent) -> None:
        if content.month == self._month:
            self.month_shown.emit(content)


def _choices(desk: Desk, session: Session | None) -> Choices:
    return queries.lots(desk, session), queries.months(desk, session)
