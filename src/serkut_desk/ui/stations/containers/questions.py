"""Cards of the screen of containers, and what follows from the answers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from serkut_desk.domain.codes import short
from serkut_desk.stations import waste
from serkut_desk.stations.containers.commands import (
    ChangeContainer,
    Fill,
    MergeContainers,
    OpenContainer,
    OpenShipment,
    SealContainer,
    SendShipment,
    SetRecyclerCode,
    UndoFilling,
    UnsealContainer,
    WeighOut,
)
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.asking import AskCard
from serkut_desk.ui.stations.containers import wording
from serkut_desk.ui.stations.containers.forms import (
    ChangeForm,
    CodeForm,
    OpenCard,
    ReasonForm,
    SealForm,
    SendForm,
    ShipmentForm,
    WeighCard,
)
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.domain.weighing import Weighed
    from serkut_desk.stations.containers.commands import Sent
    from serkut_desk.stations.containers.queries import ContainerLine, ShipmentLine
    from serkut_desk.ui.hands import Hands
    from serkut_desk.ui.panel import Panel
    from serkut_desk.ui.papers import PaperWork
    from serkut_desk.ui.parts.form_card import FormCard
    from serkut_desk.ui.stations.containers.presenter import ContainersPresenter

_KG = 1000


class Questions(QObject):
    """Asks what is missing and tells the presenter.

    Args:
        panel: Lays the cards and is what they cover.
        hands: For sentences and the scale.
        presenter: Carries out.
    """

    def __init__(self, panel: Panel, hands: Hands, presenter: ContainersPresenter) -> None:
        super().__init__(panel)
        self._panel = panel
        self._hands = hands
        self._presenter = presenter
        self.form: FormCard | WeighCard | None = None
        presenter.done.connect(self._done)

    def open(self) -> None:
        """Ask what a new container is for."""
        card = OpenCard(self._panel.window(), self._hands.scale, self._fractions())
        self._weighed(card, self._open)

    def _open(self, values: Mapping[str, str], tare: Weighed) -> None:
        place = values["place"] or None
        self._presenter.do(OpenContainer(values["fraction"], tare, values["name"], place))

    def fill(self, box: str, source: str, title: str) -> None:
        """Ask how much a part or medium weighs that nobody weighed."""
        card = WeighCard(
            self._panel.window(),
            title,
            self._hands.scale,
            weight="",
            send=self.tr("Put it in"),
            lines=(self.tr("Put it on the scale, or write its weight."),),
        )
        self._weighed(card, lambda _, weight: self._presenter.do(Fill(box, source, weight)))

    def seal(self, line: ContainerLine) -> None:
        """Ask the number of the seal."""

        def send(values: Mapping[str, str]) -> None:
            self._presenter.do(SealContainer(line.code, values["seal"]))

        self._lay(SealForm(self._panel.window(), self._title(line)), send)

    def weigh(self, line: ContainerLine) -> None:
        """Ask what a sealed container weighs."""
        amount = wording.amount(line.inside_g, self._hands.texts)
        said = self.tr("By our records {0} is inside.").replace("{0}", amount)
        card = WeighCard(
            self._panel.window(),
            self._title(line),
            self._hands.scale,
            weight=self.tr("Weight with everything in it (g)"),
            send=self.tr("Weigh it out"),
            lines=(said,),
        )
        self._weighed(card, lambda _, gross: self._presenter.do(WeighOut(line.code, gross)))

    def unseal(self, line: ContainerLine) -> None:
        """Ask why a seal is opened."""
        form = ReasonForm(self._panel.window(), self._title(line), self.tr("Open the seal"))

        def send(values: Mapping[str, str]) -> None:
            self._presenter.do(UnsealContainer(line.code, values["reason"]))

        self._lay(form, send)

    def undo(self, line: ContainerLine) -> None:
        """Ask a supervisor why somebody else's grams come out again."""
        form = ReasonForm(self._panel.window(), self._title(line), self.tr("Take it back"))

        def send(values: Mapping[str, str]) -> None:
            self._presenter.do(UndoFilling(line.code, reason=values["reason"]))

        self._lay(form, send)

    def change(self, line: ContainerLine) -> None:
        """Ask what has to be corrected."""

        def send(values: Mapping[str, str]) -> None:
            numbers = [values["limit_kg"], values["limit_days"]]
            if not all(one.isascii() and one.isdigit() for one in numbers):
                self._problem(self.tr("Write whole numbers."))
                return
            limit_g, days = int(numbers[0]) * _KG, int(numbers[1])
            self._presenter.do(
                ChangeContainer(line.code, values["name"], limit_g=limit_g, limit_days=days)
            )

        self._lay(ChangeForm(self._panel.window(), self._title(line), line), send)

    def merge(self, from_: ContainerLine, into: ContainerLine) -> None:
        """Ask once more: what was emptied is not filled back."""
        amount = wording.amount(from_.inside_g, self._hands.texts)
        run = partial(self._presenter.do, MergeContainers(from_.code, into.code))
        title = self.tr("Empty {0} into {1}?")
        title = title.replace("{0}", short(from_.code)).replace("{1}", short(into.code))
        card = AskCard(
            self._panel.window(),
            title,
            (f"{wording.called(into, self._hands.texts)} · {amount}",),
            (
                Action(self.tr("Empty it"), run, key="F10", icon="merge", main=True),
                Action(self.tr("Cancel"), _nothing, key="F9", icon="x"),
            ),
        )
        self._panel.overlay_wanted.emit(card)

    def ship(self) -> None:
        """Ask to whom a new shipment leaves."""

        def send(values: Mapping[str, str]) -> None:
            self._presenter.do(OpenShipment(values["recycler"], values["vehicle"], values["note"]))

        self._lay(ShipmentForm(self._panel.window()), send)

    def send(self, line: ShipmentLine) -> None:
        """Ask once more before a shipment leaves for good."""
        count = self.tr("%n containers", "", len(line.containers))
        lines = (
            f"{count} · {wording.amount(line.net_g, self._hands.texts)}",
            self.tr("The waste codes of today go on the packing list. This is not undone."),
        )
        form = SendForm(self._panel.window(), line.recycler, line.vehicle, lines)

        def send(values: Mapping[str, str]) -> None:
            language = self._hands.language
            self._presenter.do(SendShipment(line.shipment, values["vehicle"], language))

        self._lay(form, send)

    def code(self, line: ShipmentLine | None) -> None:
        """Ask what a recycler calls a fraction."""
        form = CodeForm(
            self._panel.window(),
            line.recycler if line else "",
            self._fractions(),
            (self.tr("It stands on the packing list beside the waste code."),),
        )

        def send(values: Mapping[str, str]) -> None:
            self._presenter.do(
                SetRecyclerCode(values["recycler"], values["fraction"], values["code"])
            )

        self._lay(form, send)

    def sent(self, done: Sent, papers: PaperWork) -> None:
        """Offer to print a packing list that was just made."""
        number = done.number
        answers = (
            Action(self.tr("Print"), lambda: papers.print((number,)), "F10", "printer", main=True),
            Action(self.tr("Open"), lambda: papers.open(number), "F2", "file-text"),
            Action(self.tr("Ready"), _nothing, "F9", "check"),
        )
        amount = wording.amount(done.net_g, self._hands.texts)
        lines = [f"{done.recycler} · {amount}"]
        if done.hazardous:
            lines.append(self.tr("Hazardous waste is on it: make the transfer document."))
        tone = Tone.ATTENTION if done.hazardous else Tone.GOOD
        title = self.tr("Packing list {0}").replace("{0}", number)
        self._panel.overlay_wanted.emit(
            AskCard(self._panel.window(), title, tuple(lines), answers, tone)
        )

    def show_problem(self, failure: KnownFailure) -> bool:
        """Say on the open card what is wrong; False when there is none."""
        if self.form is None:
            return False
        said = self._hands.texts.failure(failure)
        self._problem(f"{said['what']} {said['why']} {said['next']}")
        return True

    def _problem(self, sentence: str) -> None:
        if self.form is not None:
            self.form.problem(sentence)

    def _fractions(self) -> list[tuple[str, str]]:
        texts = self._hands.texts
        return [(key, texts.say(f"fraction.{key}")) for key in waste.shipped_list().fractions]

    def _title(self, line: ContainerLine) -> str:
        return f"{short(line.code)} · {wording.called(line, self._hands.texts)}"

    def _lay(self, form: FormCard, send: Callable[[Mapping[str, str]], None]) -> None:
        form.sent.connect(send)
        self._shown(form)

    def _weighed(self, card: WeighCard, send: Callable[[Mapping[str, str], Weighed], None]) -> None:
        card.sent.connect(send)
        self._shown(card)

    def _shown(self, form: FormCard | WeighCard) -> None:
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
