"""Bringing in wipe reports: from where, who performed the wipes, what became of each file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal

from serkut_desk.domain.codes import CodeKind, parse_code
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.bring_card import BringCard, BringWords
from serkut_desk.ui.parts.pictures import Picture, PictureName
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.sticks import Stick, sticks

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from serkut_desk.ui.parts.answer import Answer

translate = QCoreApplication.translate


class ImportCard(BringCard):
    """Leads through an import of reports, one question at a time.

    Args:
        parent: The window.
        find_sticks: Tells what is plugged in.
    """

    wanted = Signal(object, object)
    """Paths, and the performer's badge or None. Answer with `show_fate` or `show_failure`."""
    _asking = False
    """Whether it is asked now who performed the wipes."""

    def __init__(
        self, parent: QWidget, find_sticks: Callable[[], tuple[Stick, ...]] = sticks
    ) -> None:
        super().__init__(parent, _words(), find_sticks)

    def scanned(self, text: str) -> None:
        """Take the badge of who performed the wipes, while that is asked."""
        own = parse_code(text)
        if not self._asking:
            super().scanned(text)
        elif own is not None and own.kind is CodeKind.BADGE:
            self._start(str(own))
        else:
            self._ask_who(self.tr("That is no badge."))

    def ask_where(self, answer: Answer | None = None) -> None:
        """Ask where the files are; a badge means nothing before they are known."""
        self._asking = False
        super().ask_where(answer)

    def taken(self, paths: tuple[Path, ...]) -> None:
        """Ask who performed the wipes."""
        del paths
        self._ask_who()

    def _ask_who(self, problem: str = "") -> None:
        self._asking = True
        inside = self.page()
        middle = Qt.AlignmentFlag.AlignHCenter
        names = ", ".join(path.name or str(path) for path in self._paths[:3])
        more = len(self._paths) - 3
        chosen = f"{names} + {more}" if more > 0 else names
        inside.addWidget(label(chosen, "muted", wrap=True), 0, middle)
        inside.addWidget(
            Picture(PictureName.BADGE, self.tr("A badge with a barcode"), 200), 1, middle
        )
        said = label(self.tr("Who did the wipes? Scan their badge."), "lead", wrap=True)
        said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inside.addWidget(said)
        line = self.tr(
            "Who did a wipe may not approve it. Unknown wipes wait until somebody tells."
        )
        told = label(line, "muted", wrap=True)
        told.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inside.addWidget(told)
        if problem:
            inside.addWidget(label(problem, "problem", wrap=True), 0, middle)
        self.offer(
            Action(self.tr("Not known"), self._nobody, "F7", "circle-question-mark"),
            Action(self.tr("Cancel"), self.close_overlay, "F9", "x"),
        )

    def _nobody(self) -> None:
        self._start(None)

    def _start(self, performer: str | None) -> None:
        # Another badge must not bring the same files in again beside this.
        self._asking = False
        self.show_reading()
        self.wanted.emit(self._paths, performer)


def _words() -> BringWords:
    """Return the words of the card, in the window's language."""
    return BringWords(
        title=translate("ImportCard", "Bring in reports"),
        picture=translate("ImportCard", "A stick with reports goes into the computer"),
        put_in=translate("ImportCard", "Put in the wiping stick, or drop the files here."),
        reading=translate("ImportCard", "Reading the reports…"),
        folder=translate("ImportCard", "Folder with reports"),
        files=translate("ImportCard", "Reports"),
        show=translate("ImportCard", "Show the results"),
    )
