"""The card that asks how many came of each line of many, such as a box of mice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea

from serkut_desk.ui.forms import FormGrid, TextField
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.asking import OverlayCard
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from serkut_desk.ui.stations.intake.views import ManyRow

_ROW_HEIGHT = 96
_MOST_HEIGHT = 380


class CountCard(OverlayCard):
    """A number for each line of many; F10 saves those that changed.

    Args:
        parent: The window.
        rows: The lines, with what was counted before.
    """

    counted = Signal(object)
    """Count by row of the list, for the rows that changed; the card is closed."""

    def __init__(self, parent: QWidget, rows: Sequence[ManyRow]) -> None:
        super().__init__(parent, self.tr("How many came?"), Tone.INFO, width=680)
        said = self.tr("Count the things. Leave empty what nobody has counted.")
        self.body.addWidget(label(said, "muted", wrap=True))
        self._before = {row.row: "" if row.counted is None else str(row.counted) for row in rows}
        self.fields: dict[int, TextField] = {}
        grid = FormGrid(2)
        for row in rows:
            hint = self.tr("Row {0}: {1} on the list")
            hint = hint.replace("{0}", str(row.row)).replace("{1}", str(row.expected))
            field = TextField(row.name, hint)
            field.set_text(self._before[row.row])
            self.fields[row.row] = field
            grid.add(field)
        area = QScrollArea()
        area.setProperty("part", "clear")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(self.tr("Lines of many things"))
        grid.setProperty("part", "clear")
        area.setWidget(grid)
        area.setFixedHeight(px(min(_ROW_HEIGHT * -(-len(rows) // 2), _MOST_HEIGHT)))
        self.body.addWidget(area)
        self.body.addWidget(ActionBar(self.function_keys()))

    def function_keys(self) -> tuple[Action, ...]:
        """Offer to save and to leave."""
        return (
            Action(self.tr("Save the counts"), self._save, key="F10", icon="save", main=True),
            Action(self.tr("Cancel"), self.close_overlay, key="F9", icon="x"),
        )

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's own name
        """Begin with the first number: nothing is scanned here."""
        super().showEvent(event)
        next(iter(self.fields.values())).edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self) -> None:
        wrong = False
        for field in self.fields.values():
            fine = not field.text or (field.text.isascii() and field.text.isdigit())
            field.set_problem("" if fine else self.tr("Write a whole number."))
            wrong = wrong or not fine
        if wrong:
            return
        changed = {
            row: int(field.text)
            for row, field in self.fields.items()
            if field.text and field.text != self._before[row]
        }
        self.close_overlay()
        self.counted.emit(changed)
