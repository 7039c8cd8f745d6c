"""What a panel shows when there is nothing, work in progress, a failure, or no permission."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from serkut_desk.ui import theme
from serkut_desk.ui.icons import IconLabel
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.progress import ProgressStrip
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.ui.panel import Action


class StateKind(StrEnum):
    """Why there is nothing else to see."""

    NOTHING = "nothing"
    BUSY = "busy"
    FAILED = "failed"
    NOT_ALLOWED = "not_allowed"


_LOOKS = {
    StateKind.NOTHING: ("inbox", Tone.INFO),
    StateKind.BUSY: ("loader-circle", Tone.INFO),
    StateKind.FAILED: ("circle-alert", Tone.STOP),
    StateKind.NOT_ALLOWED: ("lock", Tone.ATTENTION),
}


class EmptyState(QWidget):
    """A calm middle of a panel: sign, one title, short sentences, what to do.

    Args:
        kind: Nothing yet, busy, failed or not allowed.
        title: One short sentence.
        lines: What is safe, what to do first, or who can.
        actions: Buttons below, such as Cancel.
    """

    def __init__(
        self,
        kind: StateKind,
        title: str,
        lines: Sequence[str] = (),
        actions: Sequence[Action] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        sign, tone = _LOOKS[kind]
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(24), px(24), px(24))
        column.setSpacing(px(10))
        column.addStretch(1)
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(IconLabel(sign, theme.TONES[tone].text, 48), 0, middle)
        column.addSpacing(px(6))
        for text, part in ((title, "title"), *((line, "muted") for line in lines)):
            said = label(text, part, wrap=True)
            said.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(said)
        self._strip = ProgressStrip(title)
        self._strip.setMaximumWidth(px(420))
        self._strip.setMinimumWidth(px(220))
        column.addSpacing(px(6))
        column.addWidget(self._strip, 0, middle)
        # Not before it has a parent: alone it would be a window of its own and take the keys.
        self._strip.setVisible(kind is StateKind.BUSY)
        if actions:
            column.addWidget(ActionBar(actions), 0, middle)
        column.addStretch(2)

    def show_progress(self, done: int, total: int) -> None:
        """Show how far the work is; connect a job's `progressed`."""
        self._strip.show_parts(total, [(Tone.INFO, done)])
