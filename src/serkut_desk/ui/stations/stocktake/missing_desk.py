"""The missing devices of the stocktake screen: which is chosen, and what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from serkut_desk.domain.codes import short
from serkut_desk.domain.missing import Ending
from serkut_desk.domain.permissions import Permission
from serkut_desk.ui.panel import Action, Notice
from serkut_desk.ui.papers import PaperWork
from serkut_desk.ui.stations.stocktake import wording
from serkut_desk.ui.stations.stocktake.missing_view import MissingCard, MissingSide
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from serkut_desk.stations.stocktake.commands import IncidentClosed, IncidentPaper, Missed
    from serkut_desk.stations.stocktake.queries import MissingLine
    from serkut_desk.ui.hands import Hands
    from serkut_desk.ui.stations.stocktake.presenter import StocktakePresenter
    from serkut_desk.ui.stations.stocktake.questions import Questions


class MissingDesk(QObject):
    """List, chosen device and actions.

    Args:
        hands: For sentences.
        presenter: Carries out.
        questions: Asks what is missing.
    """

    said = Signal(object)
    """A `Notice`."""

    def __init__(self, hands: Hands, presenter: StocktakePresenter, questions: Questions) -> None:
        super().__init__(questions)
        self._hands = hands
        self._presenter = presenter
        self._questions = questions
        self._papers = PaperWork(hands, Permission.INCIDENT, self)
        self._papers.said.connect(self.said)
        self._lines: tuple[MissingLine, ...] = ()
        self.keep = ""
        self.card, self.side = MissingCard(), MissingSide()
        self.card.picked.connect(self._picked)
        presenter.told.connect(self._told)
        presenter.printed.connect(self._printed)
        presenter.ended.connect(self._ended)

    @property
    def chosen(self) -> MissingLine | None:
        """The device that is chosen."""
        return next((line for line in self._lines if line.device.code == self.keep), None)

    def show_lines(self, lines: tuple[MissingLine, ...]) -> None:
        """Show another list."""
        self._lines = lines
        if self.chosen is None:
            self.keep = lines[0].device.code if lines else ""
        rows = [wording.missing_row(line, self._hands.texts) for line in lines]
        self.card.show_rows(rows, self.keep)
        self._show_chosen()

    def choose(self, code: str) -> bool:
        """Choose the device that was scanned; False when it is not missing."""
        if all(line.device.code != code for line in self._lines):
            if not self._lines:
                # The list is still on its way, and then begins with this one.
                self.keep = code
            return False
        self.keep = code
        self.card.move_to(code)
        self._show_chosen()
        return True

    def actions(self) -> tuple[Action, ...]:
        """Return what can be done about the chosen device."""
        line = self.chosen
        nobody = "" if line else self.tr("Scan a device, or choose a row.")
        lost = line is not None and line.outcome is not None
        ended = nobody or (self.tr("It was given up already.") if lost else "")
        untold = line is not None and line.bears_data and not line.told and not lost
        first = ended or (self.tr("Record first who was told.") if untold else "")
        found = Action(
            self.tr("It was found"),
            self._find,
            "F7",
            "circle-check",
            enabled=not nobody,
            reason=nobody,
            main=not untold,
        )
        told = Action(
            self.tr("Who was told"),
            self._tell,
            "F5",
            "pencil",
            enabled=not ended,
            reason=ended,
            main=untold,
        )
        printing = Action(
            self.tr("Print the paper"),
            self._print,
            "F3",
            "printer",
            enabled=not ended,
            reason=ended,
        )
        lose = Action(
            self.tr("It is lost"), self._give_up, "F8", "circle-x", enabled=not first, reason=first
        )
        return (told, found, lose, printing) if untold else (found, told, lose, printing)

    def _show_chosen(self) -> None:
        line = self.chosen
        view = None if line is None else wording.missing_view(line, self._hands.texts)
        self.side.show_device(view)

    def _picked(self, code: str) -> None:
        if code != self.keep:
            self.keep = code
            self._show_chosen()

    def _find(self) -> None:
        if (line := self.chosen) is not None:
            self._questions.find(line)

    def _tell(self) -> None:
        if (line := self.chosen) is not None:
            self._questions.tell(line)

    def _print(self) -> None:
        if (line := self.chosen) is not None:
            self._presenter.print_paper(line.device.code)

    def _give_up(self) -> None:
        if (line := self.chosen) is not None:
            self._questions.give_up(line)

    def _told(self, done: Missed) -> None:
        self.said.emit(Notice(Tone.GOOD, self.tr("Recorded who was told"), done.told))

    def _printed(self, done: IncidentPaper) -> None:
        self.said.emit(Notice(Tone.GOOD, self.tr("The paper is ready"), done.number))
        self._papers.print((done.number,))

    def _ended(self, done: IncidentClosed) -> None:
        code = short(done.device)
        state = self._hands.texts.say(f"state.{done.state}")
        if done.ending is Ending.LOST:
            title = self.tr("{0} is recorded as lost").replace("{0}", code)
            self.said.emit(Notice(Tone.ATTENTION, title, done.paper or ""))
            return
        title = self.tr("{0} was found").replace("{0}", code)
        text = self.tr("It is wiped and graded anew.") if done.reopened else state
        self.said.emit(Notice(Tone.GOOD, title, " · ".join(filter(None, (text, done.paper)))))
