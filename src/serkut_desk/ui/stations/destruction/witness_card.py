"""The last step: the two who saw it scan their badges, then it is recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from serkut_desk.domain.codes import CodeKind, parse_code
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.asking import OverlayCard
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.pictures import Picture, PictureName
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

_PERSONS = 2


class WitnessCard(OverlayCard):
    """Shows what is recorded and takes two different badges.

    Args:
        parent: The window.
        lines: What is recorded, short.
        warning: Why it will not be enough; it can be recorded all the same.
    """

    sent = Signal(str, str)
    """The badges of the two."""

    def __init__(self, parent: QWidget, lines: Sequence[str], warning: str = "") -> None:
        super().__init__(parent, self.tr("Two persons saw it"), Tone.ATTENTION, 620)
        self._badges: list[str] = []
        self._busy = False
        for told in lines:
            self.body.addWidget(label(told, wrap=True))
        self.warning = label(warning, "problem", wrap=True)
        self.warning.setVisible(bool(warning))
        self.body.addWidget(self.warning)
        shown = Picture(PictureName.BADGE, self.tr("A badge with a barcode"), 220)
        self.body.addWidget(shown, 0, Qt.AlignmentFlag.AlignHCenter)
        self._said = [label("", "lead", wrap=True) for _ in range(_PERSONS)]
        for line in self._said:
            self.body.addWidget(line)
        self._problem = label("", "problem", wrap=True)
        self._problem.hide()
        self.body.addWidget(self._problem)
        self._bar = ActionBar()
        self.body.addWidget(self._bar)
        self._show()

    def scanned(self, text: str) -> None:
        """Take a badge."""
        own = parse_code(text)
        if own is None or own.kind is not CodeKind.BADGE:
            self.problem(self.tr("That is no badge."))
        elif str(own) in self._badges:
            self.problem(self.tr("The same badge. Another person has to see it too."))
        else:
            self._badges = [*self._badges[: _PERSONS - 1], str(own)]
            self.problem("")

    def problem(self, sentence: str) -> None:
        """Say what is wrong; nothing was saved."""
        self._busy = False
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self._show()

    def function_keys(self) -> tuple[Action, ...]:
        """Offer to record, and to leave."""
        reason = ""
        if len(self._badges) < _PERSONS:
            reason = self.tr("Both persons scan their badges.")
        elif self._busy:
            reason = self.tr("Wait a moment.")
        return (
            Action(
                self.tr("Record the destruction"),
                self._send,
                "F10",
                "check",
                enabled=not reason,
                reason=reason,
                main=True,
            ),
            Action(self.tr("Back"), self.close_overlay, "F9", "x"),
        )

    def _send(self) -> None:
        if len(self._badges) == _PERSONS and not self._busy:
            self._busy = True
            self._show()
            self.sent.emit(*self._badges)

    def _show(self) -> None:
        said = (self.tr("First person: badge read."), self.tr("Second person: badge read."))
        asked = (
            self.tr("First person: scan your badge."),
            self.tr("Second person: scan your badge."),
        )
        for at, line in enumerate(self._said):
            line.setText(said[at] if len(self._badges) > at else asked[at])
        self._bar.show_actions(self.function_keys())
