"""Checks a certificate's file: drop it in, get one big answer with its reasons."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from serkut_desk.ui.file_chooser import FileChooser
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.asking import OverlayCard
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.facts import Facts
from serkut_desk.ui.parts.pictures import Picture, PictureName
from serkut_desk.ui.parts.result import ResultCard
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from serkut_desk.ui.stations.certificates.views import CheckedView


class CheckCard(OverlayCard):
    """Asks for a file and shows the answer.

    Args:
        parent: The window.
    """

    wanted = Signal(object)
    """Path of the file. Answer with `show_checked` or `show_failure`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, self.tr("Check a certificate"), Tone.INFO, width=760)
        self.setAcceptDrops(True)
        self._inside: QWidget | None = None
        self._column = QVBoxLayout()
        self.body.addLayout(self._column, 1)
        self._bar = ActionBar(self.function_keys())
        self.body.addWidget(self._bar)
        self._ask()

    def function_keys(self) -> tuple[Action, ...]:
        """Offer to choose a file and to leave."""
        return (
            Action(self.tr("Choose a file"), self._choose, "F2", "folder-open", main=True),
            Action(self.tr("Close"), self.close_overlay, "F9", "x"),
        )

    def take(self, path: Path) -> None:
        """Check a file."""
        inside = self._page()
        inside.addStretch(1)
        inside.addWidget(label(self.tr("Checking…"), "lead"), 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addWidget(label(path.name, "muted", wrap=True), 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addStretch(2)
        self.wanted.emit(path)

    def show_checked(self, view: CheckedView) -> None:
        """Show the answer."""
        inside = self._page()
        result = ResultCard()
        tone = Tone.GOOD if view.valid else Tone.STOP
        result.show_result(tone, view.title, view.lines[0], " ".join(view.lines[1:]))
        inside.addWidget(result)
        inside.addWidget(label(view.name, "muted", wrap=True))
        if view.facts:
            inside.addWidget(Facts(view.facts))
        inside.addStretch(1)

    def show_failure(self, what: str, why: str) -> None:
        """Say why it could not be checked."""
        inside = self._page()
        result = ResultCard()
        result.show_result(Tone.ATTENTION, what, "", why)
        inside.addWidget(result)
        inside.addStretch(1)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's own name
        """Take one file."""
        urls = event.mimeData().urls()
        if len(urls) == 1 and urls[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's own name
        """Check what was dropped."""
        event.acceptProposedAction()
        self.take(Path(event.mimeData().urls()[0].toLocalFile()))

    def _ask(self) -> None:
        inside = self._page()
        zone = QFrame()
        zone.setProperty("part", "dropzone")
        column = QVBoxLayout(zone)
        column.setContentsMargins(px(20), px(18), px(20), px(18))
        picture = Picture(PictureName.CERTIFICATE, self.tr("A certificate with a seal"), 150)
        column.addWidget(picture, 1, Qt.AlignmentFlag.AlignHCenter)
        for words, part in (
            (self.tr("Drop the certificate's PDF file here"), "lead"),
            (self.tr("The file is only read. A paper copy cannot be checked."), "muted"),
        ):
            said = label(words, part, wrap=True)
            said.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(said)
        inside.addWidget(zone, 1)

    def _choose(self) -> None:
        # open() and not exec(): scans and the database go on while it is shown.
        chooser = FileChooser(self, self.tr("Certificate"))
        chooser.setNameFilters([self.tr("PDF files (*.pdf)"), self.tr("All files (*)")])
        chooser.setFileMode(FileChooser.FileMode.ExistingFile)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(self._chosen)
        chooser.open()

    def _chosen(self, file: str) -> None:
        self.take(Path(file))

    def _page(self) -> QVBoxLayout:
        if self._inside is not None:
            self._column.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = QWidget()
        self._inside.setMinimumHeight(px(300))
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        self._column.addWidget(self._inside, 1)
        return column
