"""What no report tells: a run recorded by hand with its file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from serkut_desk.domain.codes import CodeKind, parse_code
from serkut_desk.ui.file_chooser import FileChooser
from serkut_desk.ui.forms import ChoiceField, FormGrid, TextField
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.asking import OverlayCard
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.parts.tick_row import TickRow
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from collections.abc import Sequence

_DONE, _NOT_DONE = "done", "not_done"


@dataclass(frozen=True, slots=True)
class Way:
    """A technique that can be recorded by hand, with what its rule asks for.

    `attested` is what a person must have seen, `tools` the programs that are approved for it.
    """

    key: str
    word: str
    attested: tuple[tuple[str, str], ...] = ()
    tools: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HandRecord:
    """What a person told of a run."""

    technique: str
    succeeded: bool
    attested: frozenset[str]
    evidence: Path
    reason: str
    tool: str
    tool_version: str | None
    performed_by: str | None


class _HandCard(OverlayCard):
    """What both cards share: the evidence file, the problem line, the bar, being sent once."""

    sent = Signal(object)

    def __init__(self, parent: QWidget, title: str, tone: Tone, width: int) -> None:
        super().__init__(parent, title, tone, width)
        self._busy = False
        self._file: Path | None = None
        self._said_file = label(self.tr("No evidence file yet."), wrap=True)
        self._problem = label("", "problem", wrap=True)
        self._problem.hide()
        self._bar = ActionBar()

    def problem(self, sentence: str) -> None:
        """Say what is wrong; nothing was saved."""
        self._busy = False
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self._renew()

    def reason(self) -> str:
        """Return why it cannot be sent yet, "" when it can."""
        raise NotImplementedError

    def value(self) -> HandRecord:
        """Return what was told."""
        raise NotImplementedError

    def function_keys(self) -> tuple[Action, ...]:
        """Offer to save, to choose the file, and to leave."""
        reason = self.tr("Wait a moment.") if self._busy else self.reason()
        return (
            Action(
                self.tr("Save"),
                self._send,
                "F10",
                "check",
                enabled=not reason,
                reason=reason,
                main=True,
            ),
            Action(self.tr("Evidence file"), self._choose, "F2", "file-text"),
            Action(self.tr("Cancel"), self.close_overlay, "F9", "x"),
        )

    def take_file(self, path: Path) -> None:
        """Take the evidence file."""
        self._file = path
        self._said_file.setText(self.tr("Evidence file: {0}").replace("{0}", path.name))
        self._renew()

    def _choose(self) -> None:
        chooser = FileChooser(self, self.tr("Evidence file"))
        chooser.setFileMode(FileChooser.FileMode.ExistingFile)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(self._chosen)
        chooser.open()

    def _chosen(self, file: str) -> None:
        self.take_file(Path(file))

    def _end(self) -> None:
        self.body.addWidget(self._problem)
        self.body.addWidget(self._bar)
        self._renew()

    def _renew(self) -> None:
        self._bar.show_actions(self.function_keys())

    def _send(self) -> None:
        if not self._busy and not self.reason():
            self._busy = True
            self._renew()
            self.sent.emit(self.value())


class RecordCard(_HandCard):
    """Records a run with its evidence file.

    Args:
        parent: The window.
        medium: What people call it.
        ways: Techniques for its kind, those that reach the asked level first.
    """

    def __init__(self, parent: QWidget, medium: str, ways: Sequence[Way]) -> None:
        title = self.tr("Record a wipe of {0}").replace("{0}", medium)
        super().__init__(parent, title, Tone.INFO, 820)
        self._ways = {way.key: way for way in ways}
        self._performer: str | None = None
        self._ticks: dict[str, TickRow] = {}
        self._technique = ChoiceField(self.tr("How"), [(way.key, way.word) for way in ways])
        self._technique.chosen.connect(self._technique_chosen)
        outcome = [(_DONE, self.tr("It succeeded")), (_NOT_DONE, self.tr("It failed"))]
        self._outcome = ChoiceField(self.tr("Outcome"), outcome)
        self._outcome.chosen.connect(self._outcome_chosen)
        self._tool = ChoiceField(self.tr("Program"), ())
        self._tool.chosen.connect(self._outcome_chosen)
        self._version = TextField(self.tr("Its version"))
        grid = FormGrid(2)
        hint = self.tr("Why is there no report? It stays in the records.")
        self._reason = TextField(self.tr("Reason"), hint)
        self._reason.edited.connect(self._outcome_chosen)
        for field in (self._technique, self._outcome, self._tool, self._version, self._reason):
            grid.add(field)
        self.body.addWidget(grid)
        self._attest_title = label(self.tr("What did you see?"), "section")
        self.body.addWidget(self._attest_title)
        self._attest = QWidget()
        self._attest_column = QVBoxLayout(self._attest)
        self._attest_column.setContentsMargins(0, 0, 0, 0)
        self._attest_column.setSpacing(px(6))
        self.body.addWidget(self._attest)
        self._said_who = label("", wrap=True)
        self.body.addWidget(self._said_file)
        self.body.addWidget(self._said_who)
        self._technique_chosen(self._technique.key)
        self._say()
        self._end()

    def scanned(self, text: str) -> None:
        """Take the badge of who did it."""
        own = parse_code(text)
        if own is not None and own.kind is CodeKind.BADGE:
            self._performer = str(own)
            self._say()
            self.problem("")
        else:
            self.problem(self.tr("That is no badge."))

    def reason(self) -> str:
        """Return what is missing."""
        if not self._technique.key:
            return self.tr("The policy knows no other way for this kind of medium.")
        if not self._tool.isHidden() and not self._tool.key:
            return self.tr("Choose the program that did it.")
        if self._file is None:
            return self.tr("Choose the evidence file: the program's report or a photo.")
        if not self._reason.text:
            return self.tr("Write why there is no report.")
        return ""

    def value(self) -> HandRecord:
        """Return what was told."""
        assert self._file is not None
        return HandRecord(
            technique=self._technique.key,
            succeeded=self._outcome.key == _DONE,
            attested=frozenset(key for key, row in self._ticks.items() if row.isChecked()),
            evidence=self._file,
            reason=self._reason.text,
            tool=self._tool.key,
            tool_version=self._version.text or None,
            performed_by=self._performer,
        )

    def _technique_chosen(self, key: str) -> None:
        for old in self._ticks.values():
            self._attest_column.removeWidget(old)
            old.hide()
            old.deleteLater()
        way = self._ways.get(key)
        self._ticks = {word: TickRow(said) for word, said in way.attested} if way else {}
        for row in self._ticks.values():
            self._attest_column.addWidget(row)
        tools = way.tools if way else ()
        self._tool.set_choices((("", self.tr("choose")), *((tool, tool) for tool in tools)))
        self._tool.setVisible(bool(tools))
        self._version.setVisible(bool(tools))
        self._attest_title.setVisible(bool(self._ticks))
        self._attest.setVisible(bool(self._ticks))

    def _outcome_chosen(self, _key: str) -> None:
        self._renew()

    def _say(self) -> None:
        self._said_who.setText(
            self.tr("Who did it: badge read.")
            if self._performer
            else self.tr("Who did it? Scan their badge. Without it the wipe waits.")
        )
