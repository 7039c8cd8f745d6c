"""What the screen of models asks, and what follows from the answers."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from serkut_desk.domain.device_types import DeviceType
from serkut_desk.stations.catalogue.commands import (
    AddModel,
    AddModelCode,
    KeepApart,
    MergeModels,
    RemoveModelCode,
    SetModel,
    SplitModel,
)
from serkut_desk.stations.photo_watching import read_photo_file
from serkut_desk.ui.file_chooser import FileChooser
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.asking import AskCard
from serkut_desk.ui.parts.pick import PickCard
from serkut_desk.ui.stations.catalogue.forms import AddForm, ChangeForm, CodeForm
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.stations.catalogue.queries import ModelLine, ModelPage
    from serkut_desk.ui.hands import Hands
    from serkut_desk.ui.panel import Panel
    from serkut_desk.ui.parts.form_card import FormCard
    from serkut_desk.ui.stations.catalogue.presenter import CataloguePresenter

# More than these do not fit beside each other as answers.
_MOST_ANSWERS = 8


class Questions(QObject):
    """Asks what is missing and tells the presenter.

    Args:
        panel: Lays the cards and is what they cover.
        hands: For sentences.
        presenter: Carries out.
    """

    def __init__(self, panel: Panel, hands: Hands, presenter: CataloguePresenter) -> None:
        super().__init__(panel)
        self._panel = panel
        self._hands = hands
        self._presenter = presenter
        self._refused_code: tuple[str, str] | None = None
        self.form: FormCard | None = None
        presenter.done.connect(self._done)

    def more(self, page: ModelPage) -> None:
        """Offer what is seldom done with a model."""
        ways: dict[str, tuple[str, str, Callable[[], None]]] = {
            "new": (self.tr("New model"), "plus", self.add),
            "picture": (self.tr("Picture"), "image", partial(self.picture, page.line)),
        }
        if page.codes:
            run = partial(self.remove_code, page)
            ways["code"] = (self.tr("Wrong product number"), "hash", run)
        if page.writings:
            ways["split"] = (self.tr("Take apart"), "columns-2", partial(self.split, page))
        choices = [(key, word, icon) for key, (word, icon, _) in ways.items()]
        title = self.tr("What else?")
        card = PickCard(self._panel.window(), title, page.line.whole_name, choices)
        card.picked.connect(lambda key: ways[key][2]())
        self._panel.overlay_wanted.emit(card)

    def add(self) -> None:
        """Ask what a new model is called."""
        form = AddForm(self._panel.window(), self._hands.texts)

        def send(values: Mapping[str, str]) -> None:
            kind = DeviceType(values["type"])
            command = AddModel(
                manufacturer=values["manufacturer"], model=values["model"], type=kind
            )
            self._presenter.do(command)

        self._lay(form, send)

    def change(self, line: ModelLine) -> None:
        """Ask what is right; saving says that it was looked at."""
        form = ChangeForm(self._panel.window(), line, self._hands.texts)
        self._lay(form, partial(self._changed, line))

    def _changed(self, line: ModelLine, values: Mapping[str, str]) -> None:
        try:
            slots, weight = _number(values["slots"]), _number(values["weight_g"])
        except ValueError:
            self._problem(self.tr("Write places and grams as whole numbers."))
            return
        kind = DeviceType(values["type"])
        command = SetModel(
            of=str(line.model),
            manufacturer=values["manufacturer"],
            model=values["model"],
            type=kind,
            weee_category=values["weee_category"],
            weight_g=weight or 0,
            slots=slots,
            slots_unknown=slots is None,
            checklist=values["checklist"],
            guide=values["guide"],
            confirmed=True,
        )
        self._presenter.do(command)

    def code(self, line: ModelLine) -> None:
        """Ask for a product number of a model."""
        form = CodeForm(self._panel.window(), line.whole_name)

        def send(values: Mapping[str, str]) -> None:
            self._refused_code = (str(line.model), values["code"])
            self._presenter.do(AddModelCode(str(line.model), values["code"]))

        self._lay(form, send)

    def remove_code(self, page: ModelPage) -> None:
        """Ask which product number does not belong to a model."""
        choices = [(code, code, "x") for code in page.codes[:_MOST_ANSWERS]]
        title = self.tr("Which number is wrong?")
        card = PickCard(self._panel.window(), title, page.line.whole_name, choices)
        number = str(page.line.model)
        card.picked.connect(lambda code: self._presenter.do(RemoveModelCode(number, code)))
        self._panel.overlay_wanted.emit(card)

    def picture(self, line: ModelLine) -> None:
        """Ask for a picture file."""
        # open() and not exec(): scans and the database go on while it is shown.
        chooser = FileChooser(self._panel, self.tr("A picture of the model"))
        chooser.setFileMode(FileChooser.FileMode.ExistingFile)
        chooser.setNameFilter("*.jpg *.jpeg *.png *.webp")
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(partial(self.take_picture, line))
        chooser.open()

    def take_picture(self, line: ModelLine, name: str) -> None:
        """Show a model by the picture in a file."""
        self._hands.work(
            partial(read_photo_file, Path(name)), partial(self._with_picture, line), self._cannot
        )

    def _with_picture(self, line: ModelLine, data: bytes) -> None:
        self._presenter.do(SetModel(of=str(line.model), photo=data))

    def _cannot(self, failure: KnownFailure) -> None:
        self._panel.said.emit(self._hands.notice(failure))

    def merge(self, one: ModelLine, other: ModelLine) -> None:
        """Ask which of two models stays."""
        first = partial(self._presenter.do, MergeModels(str(other.model), str(one.model)))
        second = partial(self._presenter.do, MergeModels(str(one.model), str(other.model)))
        apart = partial(self._presenter.do, KeepApart(str(one.model), str(other.model)))
        answers = (
            Action(_kept(self.tr("Keep: {0}"), one), first, "F2", "merge"),
            Action(_kept(self.tr("Keep: {0}"), other), second, "F3", "merge"),
            Action(self.tr("They are two models"), apart, "F8", "columns-2"),
            Action(self.tr("Cancel"), _nothing, "F9", "x", main=True),
        )
        said = (
            f"{one.whole_name} = {other.whole_name}",
            self.tr("Devices and product numbers of both go on with the one that stays."),
            self.tr("They can be taken apart again."),
        )
        card = AskCard(
            self._panel.window(), self.tr("Are these the same model?"), said, answers, Tone.INFO
        )
        self._panel.overlay_wanted.emit(card)

    def split(self, page: ModelPage) -> None:
        """Ask what is taken out again."""
        choices = [(str(one.model), one.name, "columns-2") for one in page.writings[:_MOST_ANSWERS]]
        title = self.tr("Which one is a model of its own?")
        card = PickCard(self._panel.window(), title, page.line.whole_name, choices)
        card.picked.connect(lambda number: self._presenter.do(SplitModel(number)))
        self._panel.overlay_wanted.emit(card)

    def show_problem(self, failure: KnownFailure) -> bool:
        """Say on the open form what is wrong, or ask about a number that another model has."""
        if self.form is None:
            return False
        if failure.code == "model_code_taken" and self._refused_code is not None:
            number, code = self._refused_code
            self.form.close_overlay()
            self._ask_to_move(number, code, str(failure.facts["name"]))
            return True
        said = self._hands.texts.failure(failure)
        self._problem(f"{said['what']} {said['why']} {said['next']}")
        return True

    def _ask_to_move(self, number: str, code: str, holder: str) -> None:
        move = partial(self._presenter.do, AddModelCode(number, code, move=True))
        answers = (
            Action(self.tr("Leave it there"), _nothing, "F9", "x", main=True),
            Action(self.tr("Move it here"), move, "F7", "arrow-left-right"),
        )
        said = self.tr("{0} has the number {1}.").replace("{0}", holder).replace("{1}", code)
        title = self.tr("Another model has this number")
        card = AskCard(self._panel.window(), title, (said,), answers)
        self._panel.overlay_wanted.emit(card)

    def _problem(self, sentence: str) -> None:
        if self.form is not None:
            self.form.problem(sentence)

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


def _number(text: str) -> int | None:
    return int(text) if text else None


def _kept(word: str, line: ModelLine) -> str:
    return word.replace("{0}", line.whole_name)


def _nothing() -> None:
    """Close the card and go on."""
