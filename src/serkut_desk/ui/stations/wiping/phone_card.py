"""The reset of a phone or tablet, one question at a time: a big sentence, big answers."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from serkut_desk.domain.codes import CodeKind, parse_code
from serkut_desk.ui.file_chooser import FileChooser
from serkut_desk.ui.forms import TextField
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.asking import OverlayCard
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.pick import KEYS
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.parts.tiles import Tiles
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from collections.abc import Sequence

_ICONS = {"unknown": "circle-question-mark"}
_BACK = "F8"


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """One question with the words of its answers, "I do not know" among them."""

    key: str
    word: str
    answers: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Checklist:
    """What is asked of one kind of phone or tablet."""

    platform: str
    word: str
    questions: tuple[AskedQuestion, ...]


@dataclass(frozen=True, slots=True)
class PhoneRecord:
    """What a person told of a reset."""

    platform: str
    scanned: str
    os_version: str
    answers: tuple[tuple[str, str], ...]
    photo: Path
    performed_by: str | None


class PhoneCard(OverlayCard):
    """Asks which platform, for a scan of the phone, question by question, and for the photograph.

    Args:
        parent: The window.
        medium: What people call the phone's memory.
        checklists: Platforms that the memory can belong to.
    """

    sent = Signal(object)
    """A `PhoneRecord`."""

    def __init__(self, parent: QWidget, medium: str, checklists: Sequence[Checklist]) -> None:
        title = self.tr("Reset of {0}").replace("{0}", medium)
        super().__init__(parent, title, Tone.INFO, 900)
        self._lists = tuple(checklists)
        self._list = self._lists[0] if len(self._lists) == 1 else None
        self._scanned = ""
        self._answers: dict[str, str] = {}
        self._photo: Path | None = None
        self._performer: str | None = None
        self._busy = False
        self._keys: tuple[Action, ...] = ()
        self._step = label("", "muted")
        self._lead = label("", "lead", wrap=True)
        self._tiles, self._four = Tiles(3), Tiles(2)
        self._last = QWidget()
        column = QVBoxLayout(self._last)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        hint = self.tr("As the phone showed it before the reset, such as Android 13.")
        self._version = TextField(self.tr("Version of the system"), hint)
        self._said_photo = label("", wrap=True)
        self._said_who = label("", wrap=True)
        column.addWidget(self._version)
        column.addWidget(self._said_photo)
        column.addWidget(self._said_who)
        self._problem = label("", "problem", wrap=True)
        self._problem.hide()
        self._bar = ActionBar()
        answers, end = (self._tiles, self._four), (self._last, self._problem, self._bar)
        for part in (self._step, self._lead, *answers, *end):
            self.body.addWidget(part)
        self._version.edited.connect(self._edited)
        self._show()

    def scanned(self, text: str) -> None:
        """Take the phone's own number where it is asked for, a badge at the end."""
        own = parse_code(text)
        if self._list is not None and not self._scanned:
            if own is not None:
                self.problem(self.tr("That is our own label. Scan the IMEI or serial."))
                return
            self._scanned = text.strip()
            self._show()
        elif self._question is None and own is not None and own.kind is CodeKind.BADGE:
            self._performer = str(own)
            self._show()
        else:
            super().scanned(text)

    def problem(self, sentence: str) -> None:
        """Say what is wrong; nothing was saved."""
        self._busy = False
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self._renew()

    def take_file(self, path: Path) -> None:
        """Take the photograph."""
        self._photo = path
        self._show()

    def function_keys(self) -> tuple[Action, ...]:
        """Offer the answers, or what the last page can do; one step back; to leave."""
        return (*self._keys, *self._leave())

    @property
    def _question(self) -> AskedQuestion | None:
        questions = self._list.questions if self._list else ()
        return next((one for one in questions if one.key not in self._answers), None)

    def _show(self) -> None:
        """Show the step that is due."""
        self._problem.hide()
        question, choices = self._question, tuple[tuple[str, str], ...]()
        if self._list is None:
            step, lead = "", self.tr("Which phone or tablet is it?")
            choices = tuple((one.platform, one.word) for one in self._lists)
        elif not self._scanned:
            step, lead = self._list.word, self.tr("Scan the IMEI or serial of the phone.")
        elif question is not None:
            at = self._list.questions.index(question) + 1
            step = f"{self._list.word} · {at}/{len(self._list.questions)}"
            lead, choices = question.word, question.answers
        else:
            step, lead = self._list.word, self.tr("Photograph the start screen.")
        self._step.setText(step)
        self._lead.setText(lead)
        icon = "smartphone" if self._list is None else "circle-dot"
        self._keys = tuple(
            Action(word, _Answer(self, key), fkey, _ICONS.get(key, icon))
            for (key, word), fkey in zip(choices, KEYS, strict=False)
        )
        shown, other = self._tiles, self._four
        if len(choices) > 3:  # noqa: PLR2004 - three stand side by side, four by two
            shown, other = other, shown
        shown.show_actions(self._keys)
        shown.setVisible(bool(choices))
        other.hide()
        last = bool(self._scanned) and question is None
        self._last.setVisible(last)
        if last:
            self._show_last()
        self._renew()

    def _show_last(self) -> None:
        self._said_photo.setText(
            self.tr("Photo: {0}").replace("{0}", self._photo.name)
            if self._photo
            else self.tr("No photo yet.")
        )
        self._said_who.setText(
            self.tr("Who did it: badge read.")
            if self._performer
            else self.tr("Did another person reset it? Scan their badge.")
        )

    def take_answer(self, key: str) -> None:
        """Take an answer as if it was pressed."""
        if self._list is None:
            self._list = next(one for one in self._lists if one.platform == key)
        elif self._question is not None:
            self._answers[self._question.key] = key
        self._show()

    def _back(self) -> None:
        if self._answers:
            self._answers.popitem()
        elif self._scanned:
            self._scanned = ""
        elif len(self._lists) > 1:
            self._list = None
        self._show()

    def _leave(self) -> tuple[Action, ...]:
        found = [Action(self.tr("Cancel"), self.close_overlay, "F9", "x")]
        if self._scanned or (self._list is not None and len(self._lists) > 1):
            found.insert(0, Action(self.tr("One step back"), self._back, _BACK, "undo-2"))
        return tuple(found)

    def _edited(self, _text: str) -> None:
        self._renew()

    def _renew(self) -> None:
        if self._scanned and self._question is None:
            reason = self._reason()
            self._keys = (
                Action(
                    self.tr("Save"),
                    self._send,
                    "F10",
                    "check",
                    enabled=not reason,
                    reason=reason,
                    main=True,
                ),
                Action(self.tr("Photo"), self._choose, "F2", "camera"),
            )
            self._bar.show_actions(self.function_keys())
        else:
            self._bar.show_actions(self._leave())

    def _reason(self) -> str:
        if self._busy:
            return self.tr("Wait a moment.")
        if self._photo is None:
            return self.tr("Choose the photo of the start screen.")
        if not self._version.text:
            return self.tr("Write the version of the system.")
        return ""

    def _choose(self) -> None:
        chooser = FileChooser(self, self.tr("Photo of the start screen"))
        chooser.setFileMode(FileChooser.FileMode.ExistingFile)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(self._chosen)
        chooser.open()

    def _chosen(self, file: str) -> None:
        self.take_file(Path(file))

    def _send(self) -> None:
        if self._list is None or self._photo is None or self._reason():
            return
        self._busy = True
        self._renew()
        self.sent.emit(
            PhoneRecord(
                self._list.platform,
                self._scanned,
                self._version.text,
                tuple(self._answers.items()),
                self._photo,
                self._performer,
            )
        )


class _Answer:
    """Gives one answer."""

    def __init__(self, card: PhoneCard, key: str) -> None:
        self._card = card
        self._key = key

    def __call__(self) -> None:
        self._card.take_answer(self._key)
