"""Forms, cards and file dialogs of the certificates screen, and what follows from the answers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from serkut_desk.domain.codes import short
from serkut_desk.ui.file_chooser import FileChooser
from serkut_desk.ui.panel import Action, Notice
from serkut_desk.ui.parts.asking import AskCard
from serkut_desk.ui.stations.certificates.check_card import CheckCard
from serkut_desk.ui.stations.certificates.forms import NewKeyForm, ReasonForm, UnlockForm
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.stations.certificates.commands import Issued
    from serkut_desk.stations.certificates.queries import CertificateLine
    from serkut_desk.ui.hands import Hands
    from serkut_desk.ui.panel import Panel
    from serkut_desk.ui.parts.form_card import FormCard
    from serkut_desk.ui.stations.certificates.presenter import CertificatesPresenter
    from serkut_desk.ui.stations.certificates.views import CheckedView


class Questions(QObject):
    """Asks what is missing and tells the presenter.

    Args:
        panel: Lays the cards and is what they cover.
        hands: For sentences.
        presenter: Carries out.
    """

    def __init__(self, panel: Panel, hands: Hands, presenter: CertificatesPresenter) -> None:
        super().__init__(panel)
        self._panel = panel
        self._hands = hands
        self._presenter = presenter
        self._form: FormCard | None = None
        self._check_card: CheckCard | None = None
        self._after_unlock: Callable[[], None] | None = None
        presenter.done.connect(self._done)
        presenter.refused.connect(self._refused)
        presenter.issued.connect(self._issued)
        presenter.checked.connect(self._checked)
        presenter.unchecked.connect(self._unchecked)

    @property
    def form(self) -> FormCard | None:
        """The form that is open."""
        return self._form

    @property
    def check_card(self) -> CheckCard | None:
        """The card that checks files, while it is open."""
        return self._check_card

    def unlocked_then(self, then: Callable[[], None]) -> None:
        """Go on at once when the seal is unlocked, else when it is."""
        if self._presenter.unlocked:
            then()
        else:
            self.unlock()
            self._after_unlock = then

    def unlock(self) -> None:
        """Ask the passphrase."""
        form = UnlockForm(self._panel.window())
        self._lay(form, lambda values: self._presenter.unlock(values["passphrase"]))

    def make_key(self) -> None:
        """Ask the passphrase of a new key."""
        form = NewKeyForm(self._panel.window())
        self._lay(form, lambda values: self._presenter.create_key(values["passphrase"]))

    def save(self, number: str) -> None:
        """Ask where a copy of a certificate goes."""
        self._ask_target(
            self.tr("Save a copy"),
            f"{number}.pdf",
            lambda file: self._presenter.save(number, Path(file)),
        )

    def reissue(self, line: CertificateLine) -> None:
        """Ask why a certificate is replaced."""
        form = ReasonForm(
            self._panel.window(),
            self.tr("Issue {0} anew").replace("{0}", short(line.number)),
            self.tr("The new certificate replaces it. The old one says so from then on."),
            self.tr("Issue anew"),
        )

        def send(values: Mapping[str, str]) -> None:
            self._presenter.issue((line.device,), values["reason"])

        self.unlocked_then(lambda: self._lay(form, send))

    def revoke(self, line: CertificateLine) -> None:
        """Ask why a certificate stops to hold."""
        form = ReasonForm(
            self._panel.window(),
            self.tr("Revoke {0}").replace("{0}", short(line.number)),
            self.tr("It stops to hold. It cannot be taken back."),
            self.tr("Revoke"),
        )
        self._lay(form, lambda values: self._presenter.revoke(line.number, values["reason"]))

    def check(self, path: Path | None = None) -> None:
        """Ask for a file to check, or check the one that was dropped."""
        card = CheckCard(self._panel.window())
        card.wanted.connect(self._presenter.check)
        card.closed.connect(self._check_closed)
        self._check_card = card
        self._panel.overlay_wanted.emit(card)
        if path is not None:
            card.take(path)

    def _ask_target(self, title: str, name: str, then: Callable[[str], None]) -> None:
        # open() and not exec(): scans and the database go on while it is shown.
        chooser = FileChooser(self._panel, title)
        chooser.setAcceptMode(FileChooser.AcceptMode.AcceptSave)
        chooser.selectFile(name)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(then)
        chooser.open()

    def _lay(self, form: FormCard, send: Callable[[Mapping[str, str]], None]) -> None:
        form.sent.connect(send)
        form.closed.connect(self._form_closed)
        self._form = form
        self._panel.overlay_wanted.emit(form)
        form.start()

    def _done(self) -> None:
        then, self._after_unlock = self._after_unlock, None
        if self._form is not None:
            self._form.close_overlay()
        if then is not None:
            then()

    def _refused(self, what: str, why: str) -> None:
        if self._form is None:
            self._panel.said.emit(Notice(Tone.ATTENTION, what, why))
            return
        if isinstance(self._form, UnlockForm):
            self._form.forget()
        self._form.problem(f"{what} {why}")

    def _form_closed(self) -> None:
        self._form = None
        self._after_unlock = None

    def _check_closed(self) -> None:
        self._check_card = None

    def _checked(self, view: CheckedView) -> None:
        if self._check_card is not None:
            self._check_card.show_checked(view)

    def _unchecked(self, failure: KnownFailure) -> None:
        if self._check_card is not None:
            said = self._hands.texts.failure(failure)
            self._check_card.show_failure(said["what"], f"{said['why']} {said['next']}")

    def _issued(self, issued: tuple[Issued, ...], paths: tuple[Path, ...]) -> None:
        numbers = tuple(one.number for one in issued)
        if len(numbers) == 1:
            show = Action(
                self.tr("Open"), lambda: self._presenter.open(numbers[0]), "F2", "file-text"
            )
        else:
            folder = paths[0].parent
            show = Action(
                self.tr("Show the folder"),
                lambda: self._presenter.open_folder(folder),
                "F2",
                "folder-open",
            )
        printing = Action(
            self.tr("Print"), lambda: self._presenter.print(numbers), "F10", "printer", main=True
        )
        lines = (
            ", ".join(short(number) for number in numbers),
            self.tr("A copy of each is in the folder of papers."),
            str(paths[0].parent),
        )
        title = self.tr("%n certificates issued", "", len(numbers))
        ready = Action(self.tr("Ready"), _nothing, "F9", "check")
        card = AskCard(self._panel.window(), title, lines, (printing, show, ready), Tone.GOOD)
        self._panel.overlay_wanted.emit(card)


def _nothing() -> None:
    """Close the card and go on."""
