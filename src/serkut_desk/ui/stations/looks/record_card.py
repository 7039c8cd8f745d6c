"""What a reading found: clean or not, with the file that shows it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from serkut_desk.ui.file_chooser import FileChooser
from serkut_desk.ui.forms import FormGrid, TextField
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.asking import OverlayCard
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Reading:
    """What somebody told of a reading."""

    clean: bool
    evidence: Path
    tool: str
    note: str


class ReadingCard(OverlayCard):
    """Asks what was found; nothing is saved before F10.

    Args:
        parent: The window.
        medium: What people call it.
    """

    sent = Signal(object)
    """A `Reading`. Call `problem` or `close_overlay` when the answer is known."""

    def __init__(self, parent: QWidget, medium: str) -> None:
        title = self.tr("What did you find on {0}?").replace("{0}", medium)
        super().__init__(parent, title, Tone.INFO, 760)
        self._clean: bool | None = None
        self._file: Path | None = None
        self._busy = False
        row = QHBoxLayout()
        row.setSpacing(px(8))
        self._answers: dict[bool, QPushButton] = {}
        for clean, word, key in self._words():
            button = QPushButton(f"{word}  {key}")
            button.setProperty("part", "choice")
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.clicked.connect(partial(self.say, clean))
            self._answers[clean] = button
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)
        grid = FormGrid(2)
        hint = self.tr("A known report names it by itself.")
        self.tool = TextField(self.tr("Program"), hint)
        self.note = TextField(self.tr("Note"), "")
        for field in (self.tool, self.note):
            grid.add(field)
        self.body.addWidget(grid)
        self._said_file = label(self.tr("No evidence file yet."), wrap=True)
        self.body.addWidget(self._said_file)
        self._problem = label("", "problem", wrap=True)
        self._problem.hide()
        self.body.addWidget(self._problem)
        self._bar = ActionBar()
        self.body.addWidget(self._bar)
        self._renew()

    def say(self, clean: bool) -> None:  # noqa: FBT001 - the answer itself
        """Say what was found."""
        self._clean = clean
        self._renew()

    def take_file(self, path: Path) -> None:
        """Take the evidence file."""
        self._file = path
        self._said_file.setText(self.tr("Evidence file: {0}").replace("{0}", path.name))
        self._renew()

    def problem(self, sentence: str) -> None:
        """Say what is wrong; nothing was saved."""
        self._busy = False
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self._renew()

    def function_keys(self) -> tuple[Action, ...]:
        """Offer to save, to answer, to choose the file, and to leave."""
        answers = tuple(
            Action(word, partial(self.say, clean), key) for clean, word, key in self._words()
        )
        return (*self._main(), *answers)

    def _words(self) -> tuple[tuple[bool, str, str], ...]:
        return (
            (True, self.tr("Nothing: it is clean"), "F5"),
            (False, self.tr("Data was found"), "F6"),
        )

    def _main(self) -> tuple[Action, ...]:
        reason = ""
        if self._busy:
            reason = self.tr("Wait a moment.")
        elif self._clean is None:
            reason = self.tr("Say what you found.")
        elif self._file is None:
            reason = self.tr("Choose the file that shows it.")
        save = Action(self.tr("Save"), self._send, "F10", "check", not reason, reason, main=True)
        choose = Action(self.tr("Evidence file"), self._choose, "F2", "file-text")
        return (save, choose, Action(self.tr("Cancel"), self.close_overlay, "F9", "x"))

    def _choose(self) -> None:
        chooser = FileChooser(self, self.tr("Evidence file"))
        chooser.setFileMode(FileChooser.FileMode.ExistingFile)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(self._chosen)
        chooser.open()

    def _chosen(self, file: str) -> None:
        self.take_file(Path(file))

    def _send(self) -> None:
        if self._busy or self._clean is None or self._file is None:
            return
        self._busy = True
        self._renew()
        self.sent.emit(Reading(self._clean, self._file, self.tool.text, self.note.text))

    def _renew(self) -> None:
        for clean, button in self._answers.items():
            button.setChecked(clean is self._clean)
        self._bar.show_actions(self._main())
