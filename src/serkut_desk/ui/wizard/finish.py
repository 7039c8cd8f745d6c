"""The wizard's end: the workshop is made; badges on paper, the key of the seal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from serkut_desk.ui.forms import FormGrid, TextField
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.result import NextStep
from serkut_desk.ui.theme import Tone
from serkut_desk.ui.wizard.pages import Page

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget


class FinishPage(Page):
    """Badges first: without them nobody comes in."""

    badges_wanted = Signal()
    key_wanted = Signal(str)
    """The passphrase."""

    def __init__(self) -> None:
        super().__init__(
            self.tr("The workshop is ready"),
            (self.tr("Two things are left. Both can also be done later."),),
        )
        self.badges = NextStep(
            self.tr("Print the badges and cut them. Without a badge nobody comes in."),
            Tone.INFO,
            self.tr("1. Badges"),
        )
        self.column.addWidget(self.badges)
        self._badge_bar = ActionBar(
            (Action(self.tr("Badges as PDF"), self.badges_wanted.emit, "F6", "printer"),)
        )
        self.column.addWidget(self._badge_bar)
        self.key = NextStep(
            self.tr(
                "The key seals certificates. Choose a long passphrase of several words and keep it"
                " on paper in a safe: it cannot be asked for again."
            ),
            Tone.INFO,
            self.tr("2. Key of the seal"),
        )
        self.column.addWidget(self.key)
        self.passphrase = TextField(
            self.tr("Passphrase"), self.tr("Long: several words"), secret=True
        )
        self.again = TextField(self.tr("Passphrase again"), secret=True)
        self._grid = FormGrid(2)
        self._grid.add(self.passphrase)
        self._grid.add(self.again)
        self.column.addWidget(self._grid)
        self._key_bar = ActionBar(self._key_actions())
        self.column.addWidget(self._key_bar)
        self.first_field = self.passphrase

    def page_actions(self) -> tuple[Action, ...]:
        """Return what F-keys do here."""
        return (
            Action(self.tr("Badges as PDF"), self.badges_wanted.emit, "F6", "printer"),
            *self._key_actions(),
        )

    def show_badges(self, path: Path) -> None:
        """Say where the badges are."""
        self.badges.show_step(self.tr("Ready: {0}").replace("{0}", str(path)), Tone.GOOD)

    def show_key(self, fingerprint: str) -> None:
        """Say that the key is made."""
        self.key.show_step(self.tr("Made: {0}").replace("{0}", fingerprint), Tone.GOOD)
        self._grid.hide()
        self._key_bar.hide()

    def show_problem(self, sentence: str) -> None:
        """Say why the passphrase does not do."""
        self.passphrase.set_problem(sentence)

    def busy_widgets(self) -> tuple[QWidget, ...]:
        """Return what must wait while something is made."""
        return (self._badge_bar, self._key_bar)

    def _key_actions(self) -> tuple[Action, ...]:
        return (Action(self.tr("Make the key"), self._make_key, "F8", "key-round"),)

    def _make_key(self) -> None:
        if self._key_bar.isHidden():
            return
        if self.passphrase.text != self.again.text:
            self.again.set_problem(self.tr("The two are not the same."))
            return
        self.again.set_problem("")
        self.passphrase.set_problem("")
        self.key_wanted.emit(self.passphrase.text)
