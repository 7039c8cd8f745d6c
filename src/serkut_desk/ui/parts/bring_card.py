"""Bringing in files from a stick: from where, how far it is, what became of each."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from serkut_desk.ui.file_chooser import FileChooser
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.answer import Answer
from serkut_desk.ui.parts.asking import OverlayCard
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.data_table import DataTable
from serkut_desk.ui.parts.pictures import Picture, PictureName
from serkut_desk.ui.parts.progress import ProgressStrip
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.sticks import Stick, sticks
from serkut_desk.ui.tables import Column, PagedModel
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QDragEnterEvent, QDropEvent

_STICK_KEYS = ("F5", "F6", "F7", "F8")


@dataclass(frozen=True, slots=True)
class FateRow:
    """What became of one file."""

    name: str
    outcome: str
    tone: Tone
    said: str


@dataclass(frozen=True, slots=True)
class FateView:
    """What became of an import: one title, one line, every file."""

    tone: Tone
    title: str
    text: str
    rows: tuple[FateRow, ...]


@dataclass(frozen=True, slots=True)
class BringWords:
    """What is brought in, in the words of the station.

    Args:
        title: Of the card.
        picture: What the picture shows.
        put_in: Which stick to put in.
        reading: While the files are read.
        folder: Title of the window that asks for a folder; `files` for files.
        show: What follows when it is done.
    """

    title: str
    picture: str
    put_in: str
    reading: str
    folder: str
    files: str
    show: str


class BringCard(OverlayCard):
    """Leads through an import, one question at a time.

    Args:
        parent: The window.
        words: The station's own.
        find_sticks: Tells what is plugged in.
    """

    cancelled = Signal()
    """The person wants the reading to stop."""
    results_wanted = Signal()
    """The person has read what became of the files and wants to see them; the card is closed."""

    def __init__(
        self,
        parent: QWidget,
        words: BringWords,
        find_sticks: Callable[[], tuple[Stick, ...]] = sticks,
    ) -> None:
        super().__init__(parent, words.title, Tone.INFO, width=860)
        self.setAcceptDrops(True)
        self._words = words
        self._find_sticks = find_sticks
        self._paths: tuple[Path, ...] = ()
        self._strip: ProgressStrip | None = None
        self._inside: QWidget | None = None
        self._now: tuple[Action, ...] = ()
        self._column = QVBoxLayout()
        self.body.addLayout(self._column, 1)
        self._bar = ActionBar()
        self.body.addWidget(self._bar)
        self.ask_where()

    def function_keys(self) -> tuple[Action, ...]:
        """Offer what fits the question that is open."""
        return self._now

    def take(self, paths: Sequence[Path]) -> None:
        """Take files and folders."""
        self._paths = tuple(paths)
        self.taken(self._paths)

    def taken(self, paths: tuple[Path, ...]) -> None:
        """Go on with what was chosen: each station in its own way."""
        raise NotImplementedError

    def show_progress(self, done: int, total: int) -> None:
        """Tell how many files are read."""
        if self._strip is None:
            return
        self._strip.show_parts(total, [(Tone.INFO, done)])
        self._count.setText(f"{done} / {total}")
        if done == total:
            # What is read is being saved: that takes a moment and is not broken off.
            self.offer()

    def show_fate(self, view: FateView) -> None:
        """Tell what became of every file."""
        inside = self.page()
        inside.addWidget(Answer(view.tone, view.title, view.text))
        if view.rows:
            inside.addWidget(_fates(self.tr("Files"), self._titles(), view.rows), 1)
        self.offer(
            Action(self._words.show, self._show, "F10", "check", main=True),
            Action(self.tr("Bring in more"), self.ask_where, key="F5", icon="usb"),
        )

    def _show(self) -> None:
        self.close_overlay()
        self.results_wanted.emit()

    def show_failure(self, what: str, why: str) -> None:
        """Tell that nothing was saved, and why."""
        self.ask_where(Answer(Tone.STOP, what, why))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's own name
        """Take files and folders, unless others are being read."""
        if self._strip is None and any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's own name
        """Take what was dropped, unless reading began before it was let go."""
        if self._strip is not None:
            return
        event.acceptProposedAction()
        self.take([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    def ask_where(self, answer: Answer | None = None) -> None:
        """Ask where the files are; say first what went wrong."""
        self._paths = ()
        inside = self.page()
        if answer is not None:
            inside.addWidget(answer)
        inside.addWidget(self._zone(), 1)
        found = self._find_sticks()
        plugged = [
            Action(
                self.tr("Stick {0}").replace("{0}", stick.name),
                _Take(self, stick.path),
                key,
                "usb",
                main=at == 0,
            )
            for at, (stick, key) in enumerate(zip(found, _STICK_KEYS, strict=False))
        ]
        self.offer(
            *plugged,
            Action(
                self.tr("Folder or stick"), self._choose_folder, "F2", "folder-open", main=not found
            ),
            Action(self.tr("Files"), self._choose_files, "F3", "file-text"),
            Action(self.tr("Cancel"), self.close_overlay, "F9", "x"),
        )

    def _zone(self) -> QFrame:
        zone = QFrame()
        zone.setProperty("part", "dropzone")
        column = QVBoxLayout(zone)
        column.setContentsMargins(px(20), px(18), px(20), px(18))
        column.setSpacing(px(8))
        picture = Picture(PictureName.USB_REPORTS, self._words.picture, 210)
        column.addWidget(picture, 1, Qt.AlignmentFlag.AlignHCenter)
        for words, part in (
            (self._words.put_in, "lead"),
            (
                self.tr("Folders are read with everything in them. The files stay as they are."),
                "muted",
            ),
        ):
            said = label(words, part, wrap=True)
            said.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(said)
        return zone

    def show_reading(self) -> None:
        """Tell that the files are read."""
        inside = self.page()
        inside.addStretch(1)
        inside.addWidget(label(self._words.reading, "lead", wrap=True))
        self._strip = ProgressStrip(self._words.reading, 16)
        inside.addWidget(self._strip)
        self._count = label("", "count")
        inside.addWidget(self._count)
        safe = self.tr("Everything is saved together at the end, or nothing.")
        inside.addWidget(label(safe, "muted", wrap=True))
        inside.addStretch(2)
        self.offer(Action(self.tr("Stop"), self._stop, "F9", "x"))

    def page(self) -> QVBoxLayout:
        """Turn to an empty page and return where its widgets go."""
        if self._inside is not None:
            self._column.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._strip = None
        self._inside = QWidget()
        self._inside.setMinimumHeight(px(330))
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        self._column.addWidget(self._inside, 1)
        return column

    def offer(self, *actions: Action) -> None:
        """Offer what can be done on the page."""
        self._now = actions
        self._bar.show_actions(actions)

    def _stop(self) -> None:
        self.offer()
        self.cancelled.emit()

    def _choose_folder(self) -> None:
        chooser = FileChooser(self, self._words.folder)
        chooser.setFileMode(FileChooser.FileMode.Directory)
        self._open(chooser)

    def _choose_files(self) -> None:
        chooser = FileChooser(self, self._words.files)
        chooser.setFileMode(FileChooser.FileMode.ExistingFiles)
        self._open(chooser)

    def _open(self, chooser: FileChooser) -> None:
        # open() and not exec(): scans and the database go on while it is shown.
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.filesSelected.connect(self._chosen)
        chooser.open()

    def _chosen(self, files: list[str]) -> None:
        self.take([Path(file) for file in files])

    def _titles(self) -> tuple[str, str, str]:
        return self.tr("File"), self.tr("Outcome"), self.tr("What was found")


class _Take:
    """Takes a stick."""

    def __init__(self, card: BringCard, path: Path) -> None:
        self._card = card
        self._path = path

    def __call__(self) -> None:
        self._card.take((self._path,))


def _fates(name: str, titles: tuple[str, str, str], rows: Sequence[FateRow]) -> DataTable[FateRow]:
    model: PagedModel[FateRow] = PagedModel(
        (
            # Names of files are long and alike: they give way to what was found.
            Column(titles[0], lambda row: row.name, weight=4, width=120),
            Column(
                titles[1], lambda row: row.outcome, tone=lambda row: row.tone, weight=0, width=130
            ),
            Column(titles[2], lambda row: row.said, weight=1, width=160),
        ),
        key=lambda row: row.name,
    )
    model.show_rows(rows)
    table: DataTable[FateRow] = DataTable(model, name)
    model.setParent(table)
    table.setMinimumHeight(px(38 + 44 * min(len(rows), 5) + 2))
    return table
