"""Forms of the quarantine screen, and what follows from the answers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from serkut_desk.domain.codes import short
from serkut_desk.domain.data_state import Lock
from serkut_desk.domain.quarantine import DonorAnswer
from serkut_desk.ui.device_words import name_of
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.asking import AskCard
from serkut_desk.ui.parts.pick import PickCard
from serkut_desk.ui.stations.quarantine.forms import AnswerForm, ApartForm, FreeForm, StolenForm
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.stations.quarantine.commands import Requested
    from serkut_desk.stations.quarantine.queries import QueueLine
    from serkut_desk.ui.hands import Hands
    from serkut_desk.ui.panel import Panel
    from serkut_desk.ui.papers import PaperWork
    from serkut_desk.ui.parts.form_card import FormCard
    from serkut_desk.ui.stations.quarantine.presenter import QuarantinePresenter
    from serkut_desk.ui.stations.quarantine.views import Target

_ANSWER_ICONS = {
    DonorAnswer.RELEASED: "circle-check",
    DonorAnswer.REFUSED: "circle-x",
    DonorAnswer.UNKNOWN: "circle-question-mark",
}


class Questions(QObject):
    """Asks what is missing and tells the presenter.

    Args:
        panel: Lays the cards and is what they cover.
        hands: For sentences.
        presenter: Carries out.
    """

    def __init__(self, panel: Panel, hands: Hands, presenter: QuarantinePresenter) -> None:
        super().__init__(panel)
        self._panel = panel
        self._hands = hands
        self._presenter = presenter
        self.form: FormCard | None = None
        for done in (presenter.reported, presenter.answered, presenter.ended):
            done.connect(self._done)

    def stolen(self, target: Target) -> None:
        """Ask for the case of a device that may be stolen."""
        form = StolenForm(self._panel.window(), target.title)

        def send(values: Mapping[str, str]) -> None:
            self._presenter.report_stolen(target.device, values["reference"])

        self._lay(form, send)

    def answer(self, line: QueueLine) -> None:
        """Ask what the donor answered."""
        say = self._hands.texts.say
        choices = [
            (one.value, say(f"quarantine.answer.short.{one.value}"), _ANSWER_ICONS[one])
            for one in DonorAnswer
        ]
        title = self.tr("What did the donor answer?")
        card = PickCard(self._panel.window(), title, self._title(line), choices)
        card.picked.connect(partial(self._answered, line))
        self._panel.overlay_wanted.emit(card)

    def _answered(self, line: QueueLine, answer: str) -> None:
        words = self._hands.texts.say(f"quarantine.answer.{answer}")
        form = AnswerForm(self._panel.window(), self._title(line), words)

        def send(values: Mapping[str, str]) -> None:
            self._presenter.answer(line.code, DonorAnswer(answer), values["note"])

        self._lay(form, send)

    def free(self, line: QueueLine) -> None:
        """Ask why a device is freed."""
        locks = [one.lock for one in line.reasons]
        form = FreeForm(self._panel.window(), self._title(line), locks, self._hands.texts)

        def send(values: Mapping[str, str]) -> None:
            lock = Lock(values["lock"]) if "lock" in values else locks[0]
            self._presenter.free(line.code, values["reason"], lock)

        self._lay(form, send)

    def take_apart(self, line: QueueLine) -> None:
        """Ask why a device is taken apart."""
        form = ApartForm(self._panel.window(), self._title(line))

        def send(values: Mapping[str, str]) -> None:
            self._presenter.take_apart(line.code, values["reason"])

        self._lay(form, send)

    def request_ready(self, done: Requested, papers: PaperWork) -> None:
        """Offer to open and print a request that was just made."""
        number = done.number
        answers = (
            Action(self.tr("Print"), lambda: papers.print((number,)), "F10", "printer", main=True),
            Action(self.tr("Open"), lambda: papers.open(number), "F2", "file-text"),
            Action(
                self.tr("Open the workbook"), lambda: papers.open_sheet(number), "F3", "file-text"
            ),
            Action(self.tr("Ready"), _nothing, "F9", "check"),
        )
        title = self.tr("Release request {0}").replace("{0}", number)
        count = self.tr("%n devices", "", len(done.devices))
        lines = (f"{done.donor} · {count}", self.tr("Send it to the donor. Then wait."))
        card = AskCard(self._panel.window(), title, lines, answers, Tone.GOOD)
        self._panel.overlay_wanted.emit(card)

    def show_problem(self, failure: KnownFailure) -> bool:
        """Say on the open form what is wrong; False when there is none."""
        if self.form is None:
            return False
        said = self._hands.texts.failure(failure)
        self.form.problem(f"{said['what']} {said['why']} {said['next']}")
        return True

    def _title(self, line: QueueLine) -> str:
        return " · ".join((short(line.code), name_of(line.manufacturer, line.model)))

    def _lay(self, form: FormCard, send: Callable[[Mapping[str, str]], None]) -> None:
        form.sent.connect(send)
        form.closed.connect(self._closed)
        self.form = form
        self._panel.overlay_wanted.emit(form)
        form.start()

    def _done(self, _result: object) -> None:
        if self.form is not None:
            self.form.close_overlay()

    def _closed(self) -> None:
        self.form = None


def _nothing() -> None:
    """Close the card and go on."""
