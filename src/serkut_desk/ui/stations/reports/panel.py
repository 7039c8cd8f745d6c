"""Reports for the city, and every paper that was issued."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from serkut_desk.domain.codes import CodeKind, parse_code
from serkut_desk.domain.papers import PaperKind
from serkut_desk.domain.permissions import Permission
from serkut_desk.ui.file_chooser import FileChooser
from serkut_desk.ui.panel import Action, Panel
from serkut_desk.ui.papers import PaperWork
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.choices import Choice, ChoiceStrip
from serkut_desk.ui.parts.states import EmptyState, StateKind
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.stations.reports import wording
from serkut_desk.ui.stations.reports.pages import lot_page, month_page, papers_page
from serkut_desk.ui.stations.reports.presenter import Choices, ReportsPresenter
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.domain.changes import Changes
    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.domain.papers import LotReportContent, MonthReportContent
    from serkut_desk.stations.reports.queries import PaperRow
    from serkut_desk.ui.hands import Hands
    from serkut_desk.ui.panel import Parked
    from serkut_desk.ui.stations.reports.wording import PaperLine

LOT, MONTH, PAPERS = "lot", "month", "papers"


class ReportsPanel(Panel):
    """A lot by serial, a month's figures, or the papers: one of them fills the panel.

    Args:
        hands: Carries out what is asked.
    """

    def __init__(self, hands: Hands) -> None:
        super().__init__()
        self._hands = hands
        self._presenter = ReportsPresenter(hands, self)
        self._work = PaperWork(hands, Permission.REPORT, self)
        self._paper: PaperLine | None = None
        self._keep = ""
        # Made at this screen just now: their first print is the original.
        self._fresh: set[str] = set()
        self._busy = False
        choices = (
            Choice(LOT, self.tr("Lot")),
            Choice(MONTH, self.tr("Month")),
            Choice(PAPERS, self.tr("Issued papers")),
        )
        self._strip = ChoiceStrip(self.tr("What is shown"), choices, LOT)
        self._card = Card(self.tr("Reports"), corner=self._strip)
        self.lot, self.month, self.papers = lot_page(), month_page(), papers_page()
        self._pages = QStackedWidget()
        for page in (self.lot, self.month, self.papers):
            self._pages.addWidget(page)
        self._instead: EmptyState | None = None
        self._note = label(self._privacy, "muted", wrap=True)
        self._bar = ActionBar()
        self._card.add(self._pages, 1)
        self._card.add(self._note)
        self._card.add(self._bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)
        self._connect()
        self._turn()

    @property
    def view(self) -> str:
        """Which page is shown."""
        return self._strip.current

    def choose(self, view: str) -> None:
        """Show another page."""
        self._strip.choose(view)
        self._turn()
        self._fetch()

    def shown(self) -> None:
        """Fetch what can be chosen, then what is chosen."""
        self._presenter.load_choices()

    def refresh(self, changes: Changes) -> None:
        """Fetch anew what may show a change."""
        if changes.lots:
            self._presenter.load_choices()
        elif changes.devices or changes.handovers or changes.certificates or changes.journal:
            self._fetch()

    def scanned(self, text: str) -> bool:
        """Show the lot that was scanned, or the papers of a handover."""
        own = parse_code(text)
        if own is None or own.kind not in {CodeKind.LOT, CodeKind.HANDOVER}:
            return False
        if own.kind is CodeKind.HANDOVER:
            self._strip.choose(PAPERS)
            self.papers.choice.choose("")
            self._turn()
            self._presenter.show_papers("", str(own))
            self.scan_taken.emit(self.tr("papers"), Tone.GOOD)
            return True
        self._strip.choose(LOT)
        self._turn()
        self.lot.choice.choose(str(own))
        self._presenter.show_lot(str(own))
        self.scan_taken.emit(self.tr("lot"), Tone.GOOD)
        return True

    def function_keys(self) -> tuple[Action, ...]:
        """Offer to make the report that is shown, or what can be done with a paper."""
        if self.view == PAPERS:
            return self._paper_actions()
        chosen = self.lot.choice.key if self.view == LOT else self.month.choice.key
        reason = "" if chosen else self.tr("Choose first what the report is about.")
        can = bool(chosen) and not self._busy
        word = self.tr("Make the report (PDF and XLSX)")
        return (Action(word, self._make, "F10", "file-text", can, reason, main=True),)

    def park(self) -> Parked:
        """Keep what is shown."""
        return {"view": self.view, "lot": self.lot.choice.key, "month": self.month.choice.key}

    def resume(self, state: Parked) -> None:
        """Show the same again."""
        view = state.get("view")
        if view in {LOT, MONTH, PAPERS}:
            self._strip.choose(str(view))
            self._turn()
        self._wanted_lot = str(state.get("lot") or "")
        self._wanted_month = str(state.get("month") or "")

    _wanted_lot = ""
    _wanted_month = ""

    @property
    def _privacy(self) -> str:
        return self.tr("For the city only: small numbers may tell who got a device.")

    def _connect(self) -> None:
        self._strip.chosen.connect(self.choose)
        self.lot.chosen.connect(self._presenter.show_lot)
        self.month.chosen.connect(self._presenter.show_month)
        self.papers.chosen.connect(self._presenter.show_papers)
        self.papers.picked.connect(self._picked)
        presenter = self._presenter
        presenter.choices.connect(self._offer)
        presenter.lot_shown.connect(self._show_lot)
        presenter.month_shown.connect(self._show_month)
        presenter.papers_shown.connect(self._show_papers)
        presenter.made.connect(self._made)
        presenter.refused.connect(self._free)
        presenter.failed.connect(self._failed)
        presenter.said.connect(self.said)
        self._work.said.connect(self.said)
        self._work.reprinted.connect(self._fetch)

    def _turn(self) -> None:
        """Show the page that was chosen."""
        pages: dict[str, QWidget] = {LOT: self.lot, MONTH: self.month, PAPERS: self.papers}
        self._pages.setCurrentWidget(self._instead or pages[self.view])
        self._note.setVisible(self.view == MONTH)
        self._bar.show_actions(self.function_keys())

    def _offer(self, choices: Choices) -> None:
        lots, months = choices
        language = self._hands.language
        self._drop_state()
        self.lot.choice.set_choices(wording.lot_choices(lots))
        self.month.choice.set_choices([(one, wording.month_word(one, language)) for one in months])
        kinds = [(kind.value, wording.kind_word(kind, language)) for kind in PaperKind]
        self.papers.choice.set_choices([("", self.tr("All")), *kinds])
        if self._wanted_lot:
            self.lot.choice.choose(self._wanted_lot)
        if self._wanted_month:
            self.month.choice.choose(self._wanted_month)
        self._wanted_lot = self._wanted_month = ""
        self._turn()
        self._fetch()

    def _fetch(self, _reason: object = None) -> None:
        """Fetch what the page that is shown shows."""
        if self.view == LOT and self.lot.choice.key:
            self._presenter.show_lot(self.lot.choice.key)
        elif self.view == MONTH and self.month.choice.key:
            self._presenter.show_month(self.month.choice.key)
        elif self.view == PAPERS:
            self._presenter.show_papers(self.papers.choice.key)

    def _show_lot(self, content: LotReportContent) -> None:
        language = self._hands.language
        lines = wording.lot_lines(content, language)
        self.lot.show_rows(lines, wording.lot_summary(content, language))
        self._turn()

    def _show_month(self, content: MonthReportContent) -> None:
        language = self._hands.language
        until = self.tr("Counted until {0}").replace("{0}", wording.day(content.until))
        self.month.show_rows(wording.month_lines(content, language), (until,))
        self._turn()

    def _show_papers(self, rows: Sequence[PaperRow]) -> None:
        lines = wording.paper_lines(rows, self._hands.language)
        keep = self._keep or (self._paper.number if self._paper else "")
        self._keep, self._paper = "", None
        self.papers.show_rows(lines)
        numbers = [line.number for line in lines]
        if numbers:
            self.papers.table.show_row(keep if keep in numbers else numbers[0])
        self._turn()

    def _picked(self, line: PaperLine) -> None:
        self._paper = line
        self._bar.show_actions(self.function_keys())

    def _paper_actions(self) -> tuple[Action, ...]:
        paper = self._paper
        if paper is None:
            return ()
        fresh = paper.number in self._fresh
        printing = self.tr("Print") if fresh else self.tr("Print a copy")
        actions = [
            Action(self.tr("Open"), self._open, "F2", "file-text", main=True),
            Action(printing, self._print, "F3", "printer"),
            Action(self.tr("Save to a folder"), self._save, "F6", "save"),
        ]
        if paper.has_sheet:
            actions.insert(1, Action(self.tr("Open the table"), self._open_sheet, "F5", "list"))
        return tuple(actions)

    def _make(self) -> None:
        self._busy = True
        self._bar.show_actions(self.function_keys())
        if self.view == LOT:
            self._presenter.make_lot(self.lot.choice.key)
        else:
            self._presenter.make_month(self.month.choice.key)

    def _made(self, number: str) -> None:
        """Go to the papers: there it is opened, printed and saved."""
        self._busy = False
        self._fresh.add(number)
        self._keep = number
        self.papers.choice.choose("")
        self.choose(PAPERS)

    def _free(self) -> None:
        self._busy = False
        self._bar.show_actions(self.function_keys())

    def _open(self) -> None:
        if self._paper is not None:
            self._work.open(self._paper.number)

    def _open_sheet(self) -> None:
        if self._paper is not None:
            self._work.open_sheet(self._paper.number)

    def _print(self) -> None:
        if self._paper is None:
            return
        if self._paper.number in self._fresh:
            self._fresh.discard(self._paper.number)
            self._work.print((self._paper.number,))
            self._bar.show_actions(self.function_keys())
        else:
            self._work.reprint(self._paper.number, on_paper=True)

    def _save(self) -> None:
        if self._paper is None:
            return
        # open() and not exec(): scans and the database go on while it is shown.
        chooser = FileChooser(self, self.tr("Save to a folder"))
        chooser.setFileMode(FileChooser.FileMode.Directory)
        chooser.setOption(FileChooser.Option.ShowDirsOnly)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        number = self._paper.number
        chooser.fileSelected.connect(lambda folder: self._work.save(number, Path(folder)))
        chooser.open()

    def _failed(self, failure: KnownFailure) -> None:
        said = self._hands.texts.failure(failure)
        again = Action(self.tr("Try again"), self.shown, icon="refresh-cw")
        self._drop_state()
        self._instead = EmptyState(
            StateKind.FAILED, said["what"], (said["why"], said["next"]), (again,)
        )
        self._pages.addWidget(self._instead)
        self._turn()

    def _drop_state(self) -> None:
        if self._instead is not None:
            self._pages.removeWidget(self._instead)
            self._instead.deleteLater()
            self._instead = None
