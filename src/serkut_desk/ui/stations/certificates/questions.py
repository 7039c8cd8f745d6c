"""Forms, cards and file dialogs of the certificates screen, and what follows from the answers."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from serkut_desk.domain.codes import short
from serkut_desk.ui.file_chooser import FileChooser
from serkut_desk.ui.panel import Action, Notice
from serkut_desk.ui.parts.asking import AskCard
from serkut_desk.ui.stations.certificates.batch_card import BatchCard
from serkut_desk.ui.stations.certificates.forms import NewKeyForm, ReasonForm, UnlockForm
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from serkut_desk.stations.certificates.batch import Batch
    from serkut_desk.stations.certificates.commands import Issued
    from serkut_desk.stations.certificates.queries import CertificateLine, LotPlan
    from serkut_desk.ui.hands import Hands
    from serkut_desk.ui.panel import Panel
    from serkut_desk.ui.parts.form_card import FormCard
    from serkut_desk.ui.stations.certificates.presenter import CertificatesPresenter


# As many refusals, and numbers, as a card names.
_SHOWN = 6


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
        self._after_unlock: Callable[[], None] | None = None
        self._batch_card: BatchCard | None = None
        presenter.done.connect(self._done)
        presenter.refused.connect(self._refused)
        presenter.issued.connect(self._issued)
        presenter.moved.connect(self._moved)
        presenter.ended.connect(self._ended)
        presenter.planned.connect(self._planned)

    @property
    def form(self) -> FormCard | None:
        """The form that is open."""
        return self._form

    @property
    def batch_card(self) -> BatchCard | None:
        """The card that tells how far a batch is, while one is under way."""
        return self._batch_card

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
            self._presenter.reissue(line, values["reason"])

        self.unlocked_then(lambda: self._lay(form, send))

    def save_all(self, numbers: tuple[str, ...]) -> None:
        """Ask for a folder and write copies of certificates into it."""
        self._ask_folder(lambda folder: self._presenter.save_all(numbers, Path(folder)))

    def save_lot(self, lot: str) -> None:
        """Ask for a folder and write copies of all certificates of a lot into it."""
        self._ask_folder(lambda folder: self._presenter.save_lot(lot, Path(folder)))

    def revoke(self, line: CertificateLine) -> None:
        """Ask why a certificate stops to hold."""
        form = ReasonForm(
            self._panel.window(),
            self.tr("Revoke {0}").replace("{0}", short(line.number)),
            self.tr("It stops to hold. It cannot be taken back."),
            self.tr("Revoke"),
        )
        self._lay(form, lambda values: self._presenter.revoke(line.number, values["reason"]))

    def _ask_target(self, title: str, name: str, then: Callable[[str], None]) -> None:
        # open() and not exec(): scans and the database go on while it is shown.
        chooser = FileChooser(self._panel, title)
        chooser.setAcceptMode(FileChooser.AcceptMode.AcceptSave)
        chooser.selectFile(name)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(then)
        chooser.open()

    def _ask_folder(self, then: Callable[[str], None]) -> None:
        chooser = FileChooser(self._panel, self.tr("Save all to a folder"))
        chooser.setFileMode(FileChooser.FileMode.Directory)
        chooser.setOption(FileChooser.Option.ShowDirsOnly)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(then)
        chooser.open()

    def _planned(self, plan: LotPlan) -> None:
        """Say what will be issued for a lot, and what not and why; ask to go on."""
        if plan.held is None:
            self._confirm(plan)
            return
        form = ReasonForm(
            self._panel.window(),
            self.tr("Issue {0} anew").replace("{0}", short(plan.held)),
            self.tr("The new certificate replaces it. The old one says so from then on."),
            self.tr("Issue"),
        )
        self._lay(form, lambda values: self._issue_lot(plan, values["reason"]))

    def _confirm(self, plan: LotPlan) -> None:
        if plan.ready:
            lines = [
                self.tr("%n devices get their certificate now.", "", len(plan.ready)),
                self.tr("Then the lot gets its certificate."),
            ]
        else:
            lines = [self.tr("The lot gets its certificate now.")]
        if plan.issued:
            lines.append(self.tr("%n devices have one already.", "", len(plan.issued)))
        if plan.left_out:
            lines.append(self.tr("%n devices are left out.", "", len(plan.left_out)))
        for why, count in sorted(Counter(one.why for one in plan.left_out).items()):
            word = self._hands.texts.say(f"paper.certificate.lot.why.{why}")
            lines.append(f"{count} · {word}")
        issue = Action(
            self.tr("Issue"), lambda: self._issue_lot(plan), "F10", "signature", main=True
        )
        back = Action(self.tr("Not now"), _nothing, "F9", "arrow-left")
        title = self.tr("Certificates of {0}").replace("{0}", short(plan.code))
        card = AskCard(self._panel.window(), title, lines, (issue, back), Tone.INFO)
        self._panel.overlay_wanted.emit(card)

    def _issue_lot(self, plan: LotPlan, reason: str = "") -> None:
        if self._form is not None:
            self._form.close_overlay()
        self.unlocked_then(lambda: self._presenter.issue(plan.ready, plan.code, reason))

    def _moved(self, batch: Batch) -> None:
        """Show how far a batch is; a single certificate needs no card."""
        if self._batch_card is None and batch.total > 1 and not batch.done:
            self._batch_card = BatchCard(self._panel.window(), batch)
            self._batch_card.stopped.connect(self._presenter.stop)
            self._panel.overlay_wanted.emit(self._batch_card)
        elif self._batch_card is not None:
            self._batch_card.show_batch(batch)

    def _ended(self, batch: Batch, paths: tuple[Path, ...]) -> None:
        card, self._batch_card = self._batch_card, None
        if card is not None:
            card.close_overlay()
        lines = [
            f"{short(one.about)}: {self._hands.texts.failure(one.failure)['what']}"
            for one in batch.refused[:_SHOWN]
        ]
        if batch.left:
            lines.append(self.tr("Stopped: %n certificates were not issued.", "", batch.left))
            lines.append(self.tr("What was issued is valid."))
        if batch.issued:
            self._issued(tuple(batch.issued), paths, lines)
        elif lines:
            ready = Action(self.tr("Ready"), _nothing, "F9", "check")
            title = self.tr("No certificate was issued")
            self._panel.overlay_wanted.emit(AskCard(self._panel.window(), title, lines, (ready,)))

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

    def _issued(
        self, issued: tuple[Issued, ...], paths: tuple[Path, ...], more: Sequence[str] = ()
    ) -> None:
        numbers = tuple(one.number for one in issued)
        if len(numbers) == 1:
            show = Action(
                self.tr("Open"), lambda: self._presenter.open(numbers[0]), "F2", "file-text"
            )
            save = Action(self.tr("Save a copy"), lambda: self.save(numbers[0]), "F6", "save")
            copied = self.tr("A copy is in the folder of papers.")
        else:
            folder = paths[0].parent
            show = Action(
                self.tr("Show the folder"),
                lambda: self._presenter.open_folder(folder),
                "F2",
                "folder-open",
            )
            word = self.tr("Save all to a folder")
            save = Action(word, lambda: self.save_all(numbers), "F6", "save")
            copied = self.tr("A copy of each is in the folder of papers.")
        printing = Action(
            self.tr("Print"), lambda: self._presenter.print(numbers), "F10", "printer", main=True
        )
        lines = (
            *more,
            _some(numbers),
            copied,
            str(paths[0].parent),
        )
        title = self.tr("%n certificates issued", "", len(numbers))
        ready = Action(self.tr("Ready"), _nothing, "F9", "check")
        tone = Tone.ATTENTION if more else Tone.GOOD
        card = AskCard(self._panel.window(), title, lines, (printing, show, save, ready), tone)
        self._panel.overlay_wanted.emit(card)


def _some(numbers: Sequence[str]) -> str:
    """Return the numbers for eyes; of many the first and the last."""
    shorts = [short(number) for number in numbers]
    if len(shorts) <= _SHOWN:
        return ", ".join(shorts)
    return f"{shorts[0]} … {shorts[-1]}"


def _nothing() -> None:
    """Close the card and go on."""
