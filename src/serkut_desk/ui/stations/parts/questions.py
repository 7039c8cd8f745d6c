"""What the parts screen asks, and what follows from the answers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from serkut_desk.domain.codes import short
from serkut_desk.domain.money import parse_euros
from serkut_desk.domain.parts import PartTest
from serkut_desk.stations.parts import queries
from serkut_desk.stations.parts.commands import (
    AddPart,
    ChangePart,
    CloseWant,
    FitPart,
    MissingPart,
    PricePart,
    ReservePart,
    ScrapPart,
    TestPart,
    WantPart,
)
from serkut_desk.stations.parts.queries import PartFilter
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.asking import AskCard
from serkut_desk.ui.parts.pick import PickCard
from serkut_desk.ui.stations.parts import wording
from serkut_desk.ui.stations.parts.forms import (
    AddForm,
    ChangeForm,
    FilterForm,
    PriceForm,
    WantForm,
    WordsForm,
)
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.stations.parts.queries import PartLine, WantLine
    from serkut_desk.ui.hands import Hands
    from serkut_desk.ui.panel import Panel
    from serkut_desk.ui.parts.form_card import FormCard
    from serkut_desk.ui.stations.parts.presenter import PartsPresenter


class Questions(QObject):
    """Asks what is missing and tells the presenter.

    Args:
        panel: Lays the cards and is what they cover.
        hands: For sentences.
        presenter: Carries out.
    """

    narrowed = Signal(object)
    """The `PartFilter` that the person wants."""

    def __init__(self, panel: Panel, hands: Hands, presenter: PartsPresenter) -> None:
        super().__init__(panel)
        self._panel = panel
        self._hands = hands
        self._presenter = presenter
        self.form: FormCard | None = None
        for done in (presenter.done, presenter.moved, presenter.wanted):
            done.connect(self._done)

    def add(self) -> None:
        """Ask what is known of a new part; what stores data comes out of devices only."""
        kinds = tuple(one.word for one in queries.kinds() if not one.storage)
        form = AddForm(self._panel.window(), kinds, self._hands.texts)

        def send(values: Mapping[str, str]) -> None:
            cost = self._cents(values["cost"])
            if cost is not _WRONG:
                command = AddPart(
                    values["type"],
                    values["supplier"],
                    model=values["model"],
                    serial=values["serial"],
                    specification=values["specification"],
                    fits=_models(values["fits"]),
                    cost_cents=cost,
                    place=values["place"],
                )
                self._presenter.do(command)

        self._lay(form, send)

    def change(self, line: PartLine) -> None:
        """Ask what is to be corrected."""
        form = ChangeForm(self._panel.window(), self._title(line), line)

        def send(values: Mapping[str, str]) -> None:
            command = ChangePart(
                line.code,
                model=values["model"],
                specification=values["specification"],
                note=values["note"],
                fits=None if values["fits"] == ", ".join(line.fits) else _models(values["fits"]),
            )
            self._presenter.do(command)

        self._lay(form, send)

    def price(self, line: PartLine) -> None:
        """Ask what a part is sold for."""
        known = "" if line.price_cents is None else f"{line.price_cents / 100:.2f}"
        form = PriceForm(self._panel.window(), self._title(line), known.replace(".", ","))

        def send(values: Mapping[str, str]) -> None:
            price = self._cents(values["price"])
            if price is not _WRONG:
                self._presenter.do(PricePart(line.code, price))

        self._lay(form, send)

    def test(self, line: PartLine) -> None:
        """Ask how a test went."""
        say = self._hands.texts.say
        choices = [
            (PartTest.PASSED.value, say("part.test.passed"), "circle-check"),
            (PartTest.FAILED.value, say("part.test.failed"), "circle-x"),
        ]
        title = self.tr("Does it work?")
        card = PickCard(self._panel.window(), title, self._title(line), choices)
        card.picked.connect(partial(self._tested, line))
        self._panel.overlay_wanted.emit(card)

    def _tested(self, line: PartLine, answer: str) -> None:
        test = PartTest(answer)
        if test is PartTest.PASSED:
            self._presenter.do(TestPart(line.code, test))
            return
        name = self.tr("What does not work?")
        form = WordsForm(self._panel.window(), self._title(line), name, self.tr("Save"))
        self._lay(form, lambda said: self._presenter.do(TestPart(line.code, test, said["text"])))

    def missing(self, line: PartLine) -> None:
        """Ask why a part is given up."""
        name = self.tr("Where did you look?")
        form = WordsForm(self._panel.window(), self._title(line), name, self.tr("It is missing"))
        self._lay(form, lambda said: self._presenter.do(MissingPart(line.code, said["text"])))

    def into_device(self, line: PartLine, device: str) -> None:
        """Ask what a part and a device that were scanned mean together."""
        fit = partial(self._presenter.do, FitPart(line.code, device))
        keep = partial(self._presenter.do, ReservePart(line.code, device))
        answers = (
            Action(self.tr("Fit it now"), fit, "F10", "wrench", main=True),
            Action(self.tr("Keep it for this device"), keep, "F7", "bookmark"),
            Action(self.tr("Cancel"), _nothing, "F9", "x"),
        )
        title = self.tr("{0} into {1}?").replace("{0}", short(line.code))
        title = title.replace("{1}", short(device))
        said = (wording.what_of(line, self._hands.texts),)
        card = AskCard(self._panel.window(), title, said, answers, Tone.INFO)
        self._panel.overlay_wanted.emit(card)

    def into_container(self, line: PartLine, container: str) -> None:
        """Ask whether a part is given up into a container."""
        scrap = partial(self._presenter.do, ScrapPart(line.code, container))
        answers = (
            Action(self.tr("Keep the part"), _nothing, "F9", "x", main=True),
            Action(self.tr("Into the container"), scrap, "F8", "recycle"),
        )
        title = self.tr("Is {0} scrap?").replace("{0}", short(line.code))
        said = (
            wording.what_of(line, self._hands.texts),
            self.tr("It goes to recycling and is not used again."),
        )
        card = AskCard(self._panel.window(), title, said, answers)
        self._panel.overlay_wanted.emit(card)

    def want(self) -> None:
        """Ask what is waited for."""
        kinds = tuple(one.word for one in queries.kinds())
        form = WantForm(self._panel.window(), kinds, self._hands.texts)

        def send(values: Mapping[str, str]) -> None:
            command = WantPart(
                values["type"],
                model=values["model"],
                specification=values["specification"],
                order=values["order"] or None,
            )
            self._presenter.want(command)

        self._lay(form, send)

    def close_want(self, line: WantLine) -> None:
        """Ask whether a want is closed."""
        close = partial(self._presenter.want, CloseWant(line.number))
        answers = (
            Action(self.tr("It is not needed"), close, "F8", "x"),
            Action(self.tr("Wait on"), _nothing, "F9", "clock", main=True),
        )
        row = wording.want_row(line, self._hands.texts)
        said = (f"{row.what} · {row.model}",)
        card = AskCard(self._panel.window(), self.tr("Wait no more?"), said, answers)
        self._panel.overlay_wanted.emit(card)

    def narrow(self, which: PartFilter) -> None:
        """Ask what the list is narrowed to."""
        kinds = tuple(one.word for one in queries.kinds())
        form = FilterForm(self._panel.window(), kinds, self._hands.texts, which)

        def send(values: Mapping[str, str]) -> None:
            form.close_overlay()
            types = frozenset({values["type"]} - {""})
            self.narrowed.emit(PartFilter(types=types, fits=values["fits"], lot=values["lot"]))

        self._lay(form, send)

    def show_problem(self, failure: KnownFailure) -> bool:
        """Say on the open form what is wrong; False when there is none."""
        if self.form is None:
            return False
        said = self._hands.texts.failure(failure)
        self.form.problem(f"{said['what']} {said['why']} {said['next']}")
        return True

    def _cents(self, text: str) -> int | None:
        """Return cents, None for nothing, `_WRONG` when the form says that it is no sum."""
        if not text:
            return None
        cents = parse_euros(text)
        if cents is None and self.form is not None:
            self.form.problem(self.tr("Write the sum in euros, such as 15,00."))
            return _WRONG
        return cents

    def _title(self, line: PartLine) -> str:
        return " · ".join((short(line.code), wording.what_of(line, self._hands.texts)))

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


_WRONG = -1


def _models(text: str) -> tuple[tuple[str, str], ...]:
    """Return the models that were typed with commas between."""
    return tuple(("", one.strip()) for one in text.split(",") if one.strip())


def _nothing() -> None:
    """Close the card and go on."""
