"""Tarkistus: scan a certificate's QR or drop files, and get one big answer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from serkut_desk.domain.permissions import Permission
from serkut_desk.stations.checking.papers import is_text
from serkut_desk.ui.file_chooser import FileChooser
from serkut_desk.ui.forms import TextField
from serkut_desk.ui.panel import Action, Notice, Panel
from serkut_desk.ui.parts.form_card import FormCard
from serkut_desk.ui.stations.checking import wording
from serkut_desk.ui.stations.checking.checked_card import CheckedCard
from serkut_desk.ui.stations.checking.presenter import CheckingPresenter
from serkut_desk.ui.stations.checking.side import CheckedSide
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.stations.certificates.commands import RevocationsSigned
    from serkut_desk.stations.checking.papers import Checked
    from serkut_desk.ui.hands import Hands
    from serkut_desk.ui.panel import PersonView
    from serkut_desk.ui.stations.checking.views import CheckedView

_PAGE_FILE, _LIST_FILE = "tarkista-todistus.html", "peruttujen-luettelo.json"
_MOST = 2000
"""Rows that are kept: what was checked first is forgotten first."""


class CheckingPanel(Panel):
    """The answers at the left, what a certificate says at the right.

    Args:
        hands: Asks and carries out.
    """

    side_width = 420

    def __init__(self, hands: Hands) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self._hands = hands
        self._rows: tuple[CheckedView, ...] = ()
        self._count = 0
        self._busy = False
        self.form: FormCard | None = None
        self._card = CheckedCard()
        self._card.picked.connect(self._picked)
        self._side = CheckedSide()
        self._presenter = CheckingPresenter(hands, self)
        presenter = self._presenter
        presenter.checked.connect(self._checked)
        presenter.progressed.connect(self._progressed)
        presenter.refused.connect(self._refused)
        presenter.unlock_refused.connect(self._unlock_refused)
        presenter.written.connect(self._written)
        presenter.signed.connect(self._signed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)

    def side(self) -> QWidget:
        """Return what the chosen paper says."""
        return self._side

    def set_person(self, person: PersonView | None) -> None:
        """Offer what this person may do."""
        super().set_person(person)
        self._show_actions()

    def scanned(self, text: str) -> bool:
        """Check the text of a QR; nothing else means something here."""
        if not is_text(text):
            return False
        self.scan_taken.emit(self.tr("certificate"), Tone.INFO)
        self.scans_held.emit()
        self._presenter.check_text(text)
        return True

    def function_keys(self) -> tuple[Action, ...]:
        """Offer what the buttons do."""
        stop = Action(self.tr("STOP: battery"), self.stop_wanted.emit, key="F4", icon="hand")
        return (*self._check_actions(), *self._publish_actions(), stop)

    def cancel(self) -> None:
        """Stop the files that are being checked."""
        self._presenter.stop()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's own name
        """Take files and folders."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's own name
        """Check what was dropped."""
        event.acceptProposedAction()
        urls = [url for url in event.mimeData().urls() if url.isLocalFile()]
        self.take_files([Path(url.toLocalFile()) for url in urls])

    def take_files(self, paths: list[Path]) -> None:
        """Check files and folders."""
        self._busy = True
        self._card.show_progress(0, len(paths))
        self._show_actions()
        self._presenter.check_files(paths)

    @property
    def _publishes(self) -> bool:
        return self.person is not None and Permission.ISSUE.value in self.person.permissions

    def _check_actions(self) -> tuple[Action, ...]:
        if self._busy:
            return (Action(self.tr("Stop"), self._presenter.stop, "F9", "x", main=True),)
        first = not self._rows
        actions = [
            Action(self.tr("Choose files"), self._choose_files, "F5", "file-check", main=first),
            Action(self.tr("Choose a folder"), self._choose_folder, "F6", "folder-open"),
        ]
        if self._rows:
            actions.append(Action(self.tr("Begin anew"), self._clear, "F9", "x"))
        return tuple(actions)

    def _publish_actions(self) -> tuple[Action, ...]:
        if not self._publishes or self._busy:
            return ()
        return (
            Action(self.tr("Save the page"), self._ask_page, "F7", "save"),
            Action(self.tr("Sign the list"), self._ask_list, "F8", "signature"),
        )

    def _show_actions(self) -> None:
        self._card.show_actions(self._check_actions())
        self._side.show_actions(self._publish_actions())

    def _checked(self, found: tuple[Checked, ...]) -> None:
        self._busy = False
        self.scans_released.emit()
        texts = self._hands.texts
        new = [wording.view(str(self._count + at), one, texts) for at, one in enumerate(found)]
        self._count += len(new)
        # What needs eyes first.
        new.sort(key=lambda one: one.tone is Tone.GOOD)
        self._rows = (*new, *self._rows)[:_MOST]
        self._show_actions()
        if not new:
            self.said.emit(Notice(Tone.ATTENTION, self.tr("The folder holds no PDF files")))
            self._card.show_rows(self._rows, self._rows[0].key if self._rows else "")
            return
        self._card.show_rows(self._rows, new[0].key)
        if len(new) > 1:
            tone, title, lead = wording.summary(tuple(new))
            self._card.show_result(tone, title, lead, "")
        self.heard.emit(new[0].tone)

    def _picked(self, key: str) -> None:
        view = next((one for one in self._rows if one.key == key), None)
        self._side.show_view(view)
        if view is not None:
            lead, *rest = view.lines
            self._card.show_result(view.tone, view.title, lead, " ".join(rest))

    def _progressed(self, done: int, total: int) -> None:
        if self._busy:
            self._card.show_progress(done, total)

    def _refused(self, failure: KnownFailure) -> None:
        self._busy = False
        self.scans_released.emit()
        self._card.show_rows(self._rows, self._rows[0].key if self._rows else "")
        self._show_actions()
        self.said.emit(self._hands.notice(failure))

    def _clear(self) -> None:
        self._rows = ()
        self._card.show_rows((), "")
        self._side.show_view(None)
        self._show_actions()

    def _choose_files(self) -> None:
        chooser = FileChooser(self, self.tr("Certificates"))
        chooser.setNameFilters([self.tr("PDF files (*.pdf)"), self.tr("All files (*)")])
        chooser.setFileMode(FileChooser.FileMode.ExistingFiles)
        chooser.filesSelected.connect(self._chosen)
        self._open(chooser)

    def _choose_folder(self) -> None:
        chooser = FileChooser(self, self.tr("Folder with certificates"))
        chooser.setFileMode(FileChooser.FileMode.Directory)
        chooser.filesSelected.connect(self._chosen)
        self._open(chooser)

    def _chosen(self, files: list[str]) -> None:
        self.take_files([Path(file) for file in files])

    def _ask_page(self) -> None:
        self._ask_target(self.tr("Save the page"), _PAGE_FILE, self._save_page)

    def _save_page(self, file: str) -> None:
        self._presenter.write_page(Path(file))

    def _ask_list(self) -> None:
        self._ask_target(self.tr("Save the list"), _LIST_FILE, self._sign_to)

    def _sign_to(self, file: str) -> None:
        if not self._presenter.sign_unlocked(Path(file)):
            self._ask_passphrase(file)

    def _ask_passphrase(self, file: str) -> None:
        form = FormCard(
            self.window(),
            self.tr("Sign the list"),
            {"passphrase": TextField(self.tr("Passphrase of the seal"), secret=True)},
            send=self.tr("Sign"),
            lines=(self.tr("The list tells everybody which certificates hold no longer."),),
            columns=1,
        )
        form.sent.connect(
            lambda values: self._presenter.sign_list(values["passphrase"], Path(file))
        )
        form.closed.connect(self._form_closed)
        self.form = form
        self.overlay_wanted.emit(form)
        form.start()

    def _form_closed(self) -> None:
        self.form = None

    def _unlock_refused(self, words: str) -> None:
        if self.form is None:
            self.said.emit(Notice(Tone.ATTENTION, words))
            return
        field = self.form.fields["passphrase"]
        if isinstance(field, TextField):
            field.set_text("")
        self.form.problem(words)

    def _written(self, path: Path) -> None:
        self.said.emit(Notice(Tone.GOOD, self.tr("The page was saved"), str(path)))

    def _signed(self, done: RevocationsSigned, path: Path) -> None:
        if self.form is not None:
            self.form.close_overlay()
        title = self.tr("List {0} is signed").replace("{0}", str(done.number))
        self.said.emit(Notice(Tone.GOOD, title, str(path)))

    def _ask_target(self, title: str, name: str, then: Callable[[str], None]) -> None:
        chooser = FileChooser(self, title)
        chooser.setAcceptMode(FileChooser.AcceptMode.AcceptSave)
        chooser.selectFile(name)
        chooser.fileSelected.connect(then)
        self._open(chooser)

    def _open(self, chooser: FileChooser) -> None:
        # open() and not exec(): scans and the database go on while it is shown.
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.open()
