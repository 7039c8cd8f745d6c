"""The workshop could not be opened: why, what is safe, what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from serkut_desk.texts import Texts
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.asking import OverlayCard
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from serkut_desk.domain.errors import KnownFailure


class TroubleCard(OverlayCard):
    """Stands over the lock screen; nothing else can be done.

    Args:
        parent: The window.
        failure: What stopped it.
        language: Of its sentences.
    """

    again = Signal()
    """The person wants another try."""
    leave = Signal()

    def __init__(self, parent: QWidget, failure: KnownFailure, language: str) -> None:
        said = Texts(language).failure(failure)
        super().__init__(parent, said["what"], Tone.STOP, width=640)
        self.setProperty("part", "lock")
        self.body.addWidget(label(said["why"], wrap=True))
        self.body.addWidget(label(said["next"], "strong", wrap=True))
        self.body.addWidget(label(self.tr("Nothing was changed."), "muted", wrap=True))
        self.body.addWidget(ActionBar(self.function_keys()))

    def function_keys(self) -> tuple[Action, ...]:
        """Offer another try and to close."""
        return (
            Action(self.tr("Try again"), self._again, key="F5", icon="refresh-cw", main=True),
            Action(self.tr("Close the program"), self.leave.emit, key="F10", icon="log-out"),
        )

    def _again(self) -> None:
        self.close_overlay()
        self.again.emit()
