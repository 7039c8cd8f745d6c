"""A short form on a card over the window: fields, what is wrong, send and cancel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from serkut_desk.ui.forms import ChoiceField, FormGrid, TextField
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.asking import OverlayCard
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.text import label

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QLabel, QWidget

Field = TextField | ChoiceField


class FormCard(OverlayCard):
    """Asks for a few values. F10 sends, F9 leaves; Enter never sends.

    Args:
        parent: The window.
        title: What it is about.
        fields: Each value's key and field, in order.
        send: Word of the main action.
        lines: What follows from it, short.
        columns: How many fields stand side by side.
    """

    sent = Signal(object)
    """The values by key. Call `problem` or `close_overlay` when the answer is known."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        fields: Mapping[str, Field],
        *,
        send: str,
        lines: Sequence[str] = (),
        columns: int = 2,
    ) -> None:
        super().__init__(parent, title, width=680 if columns > 1 else 520)
        self.fields = dict(fields)
        self._send = send
        self._busy = False
        for line in lines:
            self.body.addWidget(label(line, "muted", wrap=True))
        grid = FormGrid(columns)
        for field in self.fields.values():
            grid.add(field)
        self.body.addWidget(grid)
        self._problem: QLabel = label("", "problem", wrap=True)
        self._problem.hide()
        self.body.addWidget(self._problem)
        self._bar = ActionBar(self.function_keys())
        self.body.addWidget(self._bar)

    @property
    def values(self) -> dict[str, str]:
        """What stands in the fields now."""
        return {
            key: field.text if isinstance(field, TextField) else field.key
            for key, field in self.fields.items()
        }

    @property
    def said(self) -> str:
        """What is wrong, "" when nothing is."""
        return self._problem.text()

    def start(self) -> None:
        """Put the cursor into the first field; call when it is laid."""
        next(iter(self.fields.values())).setFocus()

    def send(self) -> None:
        """Hand the values on, once until they are answered."""
        if not self._busy:
            self._busy = True
            self._problem.hide()
            self.sent.emit(self.values)

    def problem(self, sentence: str) -> None:
        """Say what is wrong and let the person change it."""
        self._busy = False
        self._problem.setText(sentence)
        self._problem.show()

    def function_keys(self) -> tuple[Action, ...]:
        """Offer to send and to leave."""
        return (
            Action(self._send, self.send, key="F10", main=True),
            Action(self.tr("Cancel"), self.close_overlay, key="F9", icon="x"),
        )
