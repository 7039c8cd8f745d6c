"""A delivery list as it was read, row by row, before anything of it is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from serkut_desk.ui.parts.data_table import DataTable
from serkut_desk.ui.parts.flow import FlowLayout
from serkut_desk.ui.parts.pill import Pill
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.tables import Column, PagedModel
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from serkut_desk.ui.stations.intake.views import PreviewRow, PreviewView


class Preview(QWidget):
    """Shows a `PreviewView`."""

    answered = Signal()
    """The person has answered something: look at `open_questions`."""

    def __init__(self, view: PreviewView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        head = QHBoxLayout()
        head.setSpacing(px(14))
        head.addWidget(label(view.name, "strong"), 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(self._counts(), 1)
        column.addLayout(head)
        column.addWidget(self._table(), 1)
        self._remark = label(self.tr("Choose a row to see what is said of it."), wrap=True)
        column.addWidget(self._remark)
        if view.problems or view.ignored or view.notes:
            column.addWidget(self._sentences())
        self.accept = QCheckBox(self.tr("Take the rows with problems as “to be identified”"))
        self.accept.setVisible(bool(view.stopped))
        self.again = QCheckBox(self.tr("Expect the same list once more"))
        self.again.setVisible(bool(view.known_in))
        for box in (self.accept, self.again):
            box.toggled.connect(self._answered)
            column.addWidget(box)

    @property
    def open_questions(self) -> str:
        """What must be answered before the lot can be opened, "" when nothing."""
        if self._view.stopped and not self.accept.isChecked():
            return self.tr("Rows have problems. Take them as “to be identified”, or mend the list.")
        if self._view.known_in and not self.again.isChecked():
            words = self.tr("Lot {0} has the same list.")
            return words.replace("{0}", self._view.known_in)
        return ""

    def _answered(self) -> None:
        self.answered.emit()

    def _sentences(self) -> QScrollArea:
        """Return what is to be said of the whole list; much of it scrolls."""
        inside = QWidget()
        inside.setProperty("part", "clear")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        for sentence in self._view.problems:
            column.addWidget(label(sentence, "problem", wrap=True))
        for sentence in (*self._view.ignored, *self._view.notes):
            column.addWidget(label(sentence, "secondary", wrap=True))
        column.addStretch(1)
        area = QScrollArea()
        area.setProperty("part", "clear")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setAccessibleName(self.tr("About the whole list"))
        area.setWidget(inside)
        count = len(self._view.problems) + len(self._view.ignored) + len(self._view.notes)
        area.setFixedHeight(px(min(24 * count + 4, 96)))
        return area

    def _counts(self) -> FlowLayout:
        view = self._view
        pills = FlowLayout(px(8))
        pills.addWidget(Pill(self.tr("%n devices", "", view.devices), Tone.GOOD))
        if view.things:
            pills.addWidget(Pill(self.tr("%n lines of many things", "", view.things), Tone.INFO))
        if view.stopped:
            words = self.tr("%n rows have a problem", "", view.stopped)
            pills.addWidget(Pill(words, Tone.ATTENTION))
        if view.skipped:
            pills.addWidget(Pill(self.tr("%n rows skipped", "", view.skipped), Tone.PLAIN))
        return pills

    def _table(self) -> DataTable[PreviewRow]:
        model: PagedModel[PreviewRow] = PagedModel(
            (
                Column(self.tr("Row"), lambda row: str(row.row), weight=0, width=52, right=True),
                Column(self.tr("Type"), lambda row: row.type, weight=0, width=96),
                Column(self.tr("Model"), lambda row: row.model, weight=2, width=120),
                Column(self.tr("Serial number"), lambda row: row.serial, mono=True, weight=1),
                Column(self.tr("Inventory number"), lambda row: row.inventory, mono=True, weight=1),
                Column(
                    self.tr("State"),
                    lambda row: row.state,
                    tone=lambda row: row.tone,
                    weight=0,
                    width=150,
                ),
            ),
            key=lambda row: str(row.row),
        )
        model.show_rows(self._view.rows)
        table = DataTable(model, self.tr("Rows of the list"))
        model.setParent(table)
        table.setMinimumHeight(px(38 + 3 * 44))
        table.picked.connect(self._picked)
        return table

    def _picked(self, row: PreviewRow) -> None:
        self._remark.setText(row.remarks or self.tr("Nothing to remark on this row."))
