"""The right side: how it goes and what waits, the tests of one machine, or one image."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.data_table import DataTable
from serkut_desk.ui.parts.facts import Facts
from serkut_desk.ui.parts.pill import Pill
from serkut_desk.ui.parts.text import label, rule
from serkut_desk.ui.tables import Column, PagedModel
from serkut_desk.ui.theme import px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.ui.stations.installation.views import ImageSide, TestRow, WaitingRow


class BenchSide(QWidget):
    """Three steps in words, and the devices that wait."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        steps = Card(self.tr("This is how"), small=True)
        for number, words in enumerate(
            (
                self.tr("Scan the machines. Install them."),
                self.tr("Test. Scan a machine that has a fault."),
                self.tr("Press F10. The rest went well."),
            ),
            1,
        ):
            row = QHBoxLayout()
            row.setSpacing(px(12))
            figure = label(str(number), "stepnumber")
            figure.setAlignment(Qt.AlignmentFlag.AlignCenter)
            row.addWidget(figure, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(label(words, wrap=True), 1)
            steps.body.addLayout(row)
        column.addWidget(steps)
        self._count = label("", "muted")
        waiting = Card(corner=self._count)
        waiting.heading.setText(self.tr("Wait for a system"))
        self._model: PagedModel[WaitingRow] = PagedModel(
            (
                Column(self.tr("Device"), lambda one: one.short, mono=True, weight=0, width=84),
                Column(self.tr("Model"), lambda one: one.make, weight=2, width=110),
                Column(self.tr("Place"), lambda one: one.place, weight=1, width=76),
            ),
            key=lambda one: one.device,
        )
        self._table = DataTable(self._model, self.tr("Wait for a system"))
        self._model.setParent(self._table)
        self._none = label(self.tr("No device waits."), "muted", wrap=True)
        waiting.add(self._none)
        waiting.add(self._table, 1)
        # Without the table the words stay at the top.
        waiting.body.addStretch(0)
        self._rest = waiting
        column.addWidget(waiting, 1)

    def show_waiting(self, rows: Sequence[WaitingRow]) -> None:
        """Show what waits, what has waited longest first."""
        self._count.setText(str(len(rows)) if rows else "")
        self._model.show_rows(rows)
        self._table.setVisible(bool(rows))
        self._none.setVisible(not rows)


class TestSide(Card):
    """Every test of one machine with its answer."""

    __test__ = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Tests"), parent=parent)
        self._area = QScrollArea()
        self._area.setProperty("part", "clear")
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.add(self._area, 1)

    def show_tests(self, rows: Sequence[TestRow]) -> None:
        """Show other tests."""
        inside = QWidget()
        inside.setProperty("part", "clear")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, px(4), 0)
        column.setSpacing(px(8))
        for at, one in enumerate(rows):
            if at:
                column.addWidget(rule())
            line = QHBoxLayout()
            line.setSpacing(px(8))
            line.addWidget(label(one.words, "strong" if one.here else "", wrap=True), 1)
            if one.state:
                line.addWidget(Pill(one.state, one.tone), 0, Qt.AlignmentFlag.AlignVCenter)
            column.addLayout(line)
        column.addStretch(1)
        self._area.setWidget(inside)


class ImageCard(Card):
    """The chosen image."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._inside: QWidget | None = None
        self.show_image(None)

    def show_image(self, view: ImageSide | None) -> None:
        """Show another image; None when none is chosen."""
        if self._inside is not None:
            self.body.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        if view is None:
            said = label(self.tr("Choose an image in the list."), "muted", wrap=True)
            said.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(said)
        else:
            column.addWidget(label(view.name, "title", wrap=True))
            column.addWidget(Facts(view.facts))
            column.addSpacing(px(6))
            column.addWidget(label(self.tr("These models get it first"), "section"))
            for model in view.models or (self.tr("None."),):
                column.addWidget(label(model, "" if view.models else "muted", wrap=True))
        column.addStretch(1)
        self.body.addWidget(self._inside, 1)
