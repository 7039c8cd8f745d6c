"""Cards and forms of the installation screen, and what follows from the answers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from serkut_desk.stations import install_lists
from serkut_desk.stations.installation.commands import AddImage, Choice
from serkut_desk.ui.file_chooser import FileChooser
from serkut_desk.ui.forms import ChoiceField, TextField
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.asking import AskCard, OverlayCard
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.form_card import FormCard
from serkut_desk.ui.parts.pick import KEYS, PickCard
from serkut_desk.ui.parts.progress import ProgressStrip
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.stations.installation.queries import Image
    from serkut_desk.ui.hands import Hands
    from serkut_desk.ui.panel import Panel
    from serkut_desk.ui.stations.installation.presenter import InstallationPresenter

OTHER = "\u2026"
"""Key of the answer that is none of the images; no image has a name like this."""


class ReadingCard(OverlayCard):
    """Shows how much of a file was read.

    Args:
        parent: The window.
        name: Of the file.
    """

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent, self.tr("Reading the file"))
        self.body.addWidget(label(name, "codevalue", wrap=True))
        self._strip = ProgressStrip(name, 14)
        self._strip.show_parts(1000, [])
        self.body.addWidget(self._strip)
        said = self.tr("Its digest is computed. A large file takes a minute.")
        self.body.addWidget(label(said, "muted", wrap=True))
        self.body.addWidget(ActionBar(self.function_keys()))

    def show_progress(self, done: int, total: int) -> None:
        """Show how far it is."""
        self._strip.show_parts(total, [(Tone.INFO, done)])

    def function_keys(self) -> tuple[Action, ...]:
        """Offer to leave."""
        return (Action(self.tr("Cancel"), self.close_overlay, key="F9", icon="x"),)


class Questions(QObject):
    """Asks what is missing and tells the presenter.

    Args:
        panel: Lays the cards and is what they cover.
        hands: For sentences.
        presenter: Carries out.
    """

    def __init__(self, panel: Panel, hands: Hands, presenter: InstallationPresenter) -> None:
        super().__init__(panel)
        self._panel = panel
        self._hands = hands
        self._presenter = presenter
        self.form: FormCard | None = None
        self.reading: ReadingCard | None = None
        for done in (presenter.image_done, presenter.changed):
            done.connect(self._done)
        presenter.hashed.connect(self._hashed)
        presenter.progressed.connect(self._progressed)

    def choose(self, images: Sequence[Image], device: str | None, title: str) -> None:
        """Ask what is installed, on the whole bench or on one machine."""
        other = self.tr("Other system")
        shown = [one for one in images if one.retired_at is None][: len(KEYS) - 1]
        choices = [*((one.name, one.name, "disc-3") for one in shown), (OTHER, other, "ellipsis")]
        card = PickCard(self._panel.window(), self.tr("What is installed?"), title, choices)

        def picked(key: str) -> None:
            if key == OTHER:
                self._other(device)
            else:
                self._presenter.choose(Choice(image=key), device)

        card.picked.connect(picked)
        self._panel.overlay_wanted.emit(card)

    def _other(self, device: str | None) -> None:
        form = FormCard(
            self._panel.window(),
            self.tr("Other system"),
            self._system_fields(),
            send=self.tr("Choose"),
            lines=[self.tr("Without an image of ours. Never write a licence key.")],
        )

        def send(values: Mapping[str, str]) -> None:
            choice = Choice("", _system(values), values["version"], values["edition"])
            self._presenter.choose(choice, device)

        self._lay(form, send)

    def _system_fields(self) -> dict[str, TextField | ChoiceField]:
        names = [one.name for one in install_lists.systems()]
        known = [*((name, name) for name in names), ("", self.tr("Another one"))]
        system = ChoiceField(self.tr("Operating system"), known)
        system.choose(names[0])
        return {
            "system": system,
            "other": TextField(self.tr("Another one"), self.tr("Only if it is not in the list.")),
            "version": TextField(self.tr("Version"), self.tr("For example 22.2")),
            "edition": TextField(self.tr("Edition"), self.tr("For example Cinnamon")),
        }

    def ask_file(self) -> None:
        """Ask for the file of an image, then read it."""
        # open() and not exec(): scans and the database go on while it is shown.
        chooser = FileChooser(self._panel, self.tr("File of the disk image"))
        chooser.setFileMode(FileChooser.FileMode.ExistingFile)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(self.read_file)
        chooser.open()

    def read_file(self, name: str) -> None:
        """Read a file and show how far that is."""
        path = Path(name)
        card = ReadingCard(self._panel.window(), path.name)
        card.closed.connect(self._reading_closed)
        self.reading = card
        self._panel.overlay_wanted.emit(card)
        self._presenter.hash_file(path)

    def _progressed(self, done: int, total: int) -> None:
        if self.reading is not None:
            self.reading.show_progress(done, total)

    def _reading_closed(self) -> None:
        self.reading = None
        self._presenter.stop_hashing()

    def _hashed(self, path: Path, sha256: str) -> None:
        if self.reading is not None:
            self.reading.close_overlay()
        self.add_image(path.name, sha256)

    def add_image(self, file_name: str, sha256: str) -> None:
        """Ask what an image is; without a file, its digest too."""
        fields: dict[str, TextField | ChoiceField] = {
            "name": TextField(self.tr("Name"), self.tr("What people at the bench call it.")),
            **self._system_fields(),
        }
        if not sha256:
            fields["sha256"] = TextField("SHA-256", self.tr("From its maker's page."), mono=True)
        lines = [f"{file_name} · SHA-256 {sha256[:12]}…"] if sha256 else []
        form = FormCard(
            self._panel.window(),
            self.tr("New disk image"),
            fields,
            send=self.tr("Add"),
            lines=[*lines, self.tr("Never write a licence key.")],
        )

        def send(values: Mapping[str, str]) -> None:
            command = AddImage(
                values["name"],
                _system(values),
                values["version"],
                values["edition"],
                sha256=sha256 or values["sha256"],
                file_name=file_name,
            )
            self._presenter.add_image(command)

        self._lay(form, send)

    def prefer(self, image: str) -> None:
        """Ask which model gets an image first."""
        form = FormCard(
            self._panel.window(),
            image,
            {
                "manufacturer": TextField(self.tr("Maker"), self.tr("For example Lenovo")),
                "model": TextField(self.tr("Model"), self.tr("For example ThinkPad T480")),
            },
            send=self.tr("It gets this first"),
        )
        self._lay(
            form,
            lambda values: self._presenter.prefer(values["manufacturer"], values["model"], image),
        )

    def retire(self, image: str) -> None:
        """Ask whether an image goes out of use."""

        def retire() -> None:
            self._presenter.retire(image)

        answers = (
            # Not F10: nothing is saved by habit that cannot be taken back.
            Action(self.tr("Take it out of use"), retire, "F8", "archive"),
            Action(self.tr("Cancel"), _nothing, "F9", "x"),
        )
        lines = [self.tr("It is not installed any more. What was installed stays.")]
        self._panel.overlay_wanted.emit(AskCard(self._panel.window(), image, lines, answers))

    def record(self, title: str, lines: Sequence[str], save: Callable[[], None]) -> None:
        """Ask whether everything is as the bench says."""
        answers = (
            Action(self.tr("Save"), save, "F10", "check", main=True),
            Action(self.tr("Go on"), _nothing, "F9", "x"),
        )
        self._panel.overlay_wanted.emit(
            AskCard(self._panel.window(), title, lines, answers, Tone.GOOD)
        )

    def show_problem(self, failure: KnownFailure) -> bool:
        """Say on the open form what is wrong; False when there is none."""
        if self.reading is not None:
            self.reading.close_overlay()
        if self.form is None:
            return False
        said = self._hands.texts.failure(failure)
        self.form.problem(f"{said['what']} {said['why']} {said['next']}")
        return True

    def _lay(self, form: FormCard, send: Callable[[Mapping[str, str]], None]) -> None:
        form.sent.connect(send)
        form.closed.connect(self._closed)
        self.form = form
        self._panel.overlay_wanted.emit(form)
        form.start()

    def _done(self, _result: object = None) -> None:
        if self.form is not None:
            self.form.close_overlay()

    def _closed(self) -> None:
        self.form = None


def _system(values: Mapping[str, str]) -> str:
    """Return the system that was chosen or written."""
    return values["other"] or values["system"]


def _nothing() -> None:
    """Close the card and go on."""
