"""The three pages: a lot, a month, the papers that were issued."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from serkut_desk.ui.forms import ChoiceField
from serkut_desk.ui.parts.data_table import DataTable
from serkut_desk.ui.parts.states import EmptyState, StateKind
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.tables import Column, PagedModel
from serkut_desk.ui.theme import px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.ui.stations.reports.wording import LotLine, MonthLine, PaperLine

Line = TypeVar("Line")
_CHOICE_WIDTH = 360
_ROW_HEIGHT = 36


class Page(QWidget, Generic[Line]):
    """A choice at the top, what it comes to beside it, a table below.

    Args:
        choice: What is chosen.
        name: What the table holds.
        model: Its rows.
        empty: What is said when there are none.
    """

    chosen = Signal(str)
    """The key, when a person chose."""
    picked = Signal(object)
    """The row that the person moved to."""

    def __init__(
        self, choice: str, name: str, model: PagedModel[Line], empty: tuple[str, str]
    ) -> None:
        super().__init__()
        self.choice = ChoiceField(choice, ())
        self.choice.setFixedWidth(px(_CHOICE_WIDTH))
        self.choice.chosen.connect(self.chosen)
        self._summary = label("", "strong", wrap=True)
        # Level with the field, whose name stands above it.
        self._summary.setContentsMargins(0, px(20), 0, 0)
        self._summary.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.model = model
        self.table: DataTable[Line] = DataTable(model, name)
        # Figures are read, not tapped: more of them at once.
        self.table.verticalHeader().setDefaultSectionSize(px(_ROW_HEIGHT))
        model.setParent(self.table)
        self.table.picked.connect(self.picked)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.table)
        self._empty = EmptyState(StateKind.NOTHING, empty[0], (empty[1],))
        self._pages.addWidget(self._empty)
        head = QHBoxLayout()
        head.setSpacing(px(20))
        head.addWidget(self.choice)
        head.addWidget(self._summary, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addLayout(head)
        column.addWidget(self._pages, 1)
        self._pages.setCurrentWidget(self._empty)

    def show_rows(self, rows: Sequence[Line], summary: Sequence[str] = ()) -> None:
        """Show other rows and what they come to."""
        self.model.show_rows(rows)
        self._summary.setText("  ·  ".join(summary))
        self._pages.setCurrentWidget(self.table if rows else self._empty)

    @property
    def summary(self) -> str:
        """What stands beside the choice."""
        return self._summary.text()


def lot_page() -> Page[LotLine]:
    """Return the page of a lot by serial."""
    translate = QCoreApplication.translate
    model: PagedModel[LotLine] = PagedModel(
        (
            Column(translate("ReportPages", "Device"), lambda row: row.code, mono=True, weight=0),
            Column(translate("ReportPages", "Model"), lambda row: row.name, weight=2, width=150),
            Column(
                translate("ReportPages", "State"),
                lambda row: row.state,
                tone=lambda row: row.tone,
                weight=0,
                width=150,
            ),
            Column(translate("ReportPages", "Grade"), lambda row: row.grade, weight=0, width=60),
            Column(translate("ReportPages", "Serial number"), lambda row: row.serial, mono=True),
            Column(translate("ReportPages", "Level"), lambda row: row.level, width=100),
            Column(
                translate("ReportPages", "Certificate"),
                lambda row: row.certificate,
                mono=True,
                weight=0,
            ),
            Column(
                translate("ReportPages", "Weight"), lambda row: row.weight, right=True, weight=0
            ),
        ),
        key=lambda row: row.key,
    )
    empty = (
        translate("ReportPages", "Choose a lot, or scan its code."),
        translate("ReportPages", "The table shows every device of the lot as it stands now."),
    )
    return Page(
        translate("ReportPages", "Lot"),
        translate("ReportPages", "Devices of the lot"),
        model,
        empty,
    )


def month_page() -> Page[MonthLine]:
    """Return the page of a month's figures."""
    translate = QCoreApplication.translate
    model: PagedModel[MonthLine] = PagedModel(
        (
            Column(translate("ReportPages", "Group"), lambda row: row.group, weight=2, width=160),
            Column(translate("ReportPages", "What"), lambda row: row.what, weight=2, width=160),
            Column(translate("ReportPages", "Number"), lambda row: row.count, right=True, weight=0),
            Column(
                translate("ReportPages", "Devices"), lambda row: row.devices, right=True, weight=0
            ),
            Column(
                translate("ReportPages", "Weight"),
                lambda row: row.weight,
                right=True,
                weight=0,
                width=110,
            ),
            Column(
                translate("ReportPages", "Not weighed"),
                lambda row: row.unweighed,
                right=True,
                weight=0,
            ),
        ),
        key=lambda row: row.key,
    )
    empty = (
        translate("ReportPages", "Choose a month."),
        translate("ReportPages", "The table shows the figures that the city asks for."),
    )
    return Page(
        translate("ReportPages", "Month"), translate("ReportPages", "Figures"), model, empty
    )


def papers_page() -> Page[PaperLine]:
    """Return the page of issued papers."""
    translate = QCoreApplication.translate
    model: PagedModel[PaperLine] = PagedModel(
        (
            Column(
                translate("ReportPages", "Paper number"),
                lambda row: row.number,
                mono=True,
                weight=0,
            ),
            Column(translate("ReportPages", "Paper"), lambda row: row.kind, weight=0, width=140),
            Column(translate("ReportPages", "About"), lambda row: row.title, weight=2, width=200),
            Column(translate("ReportPages", "When"), lambda row: row.issued, weight=0, width=150),
            Column(
                translate("ReportPages", "Copies"), lambda row: row.copies, right=True, weight=0
            ),
        ),
        key=lambda row: row.number,
    )
    empty = (
        translate("ReportPages", "No paper has been issued yet."),
        translate("ReportPages", "Receipts, notes and reports come here when they are made."),
    )
    return Page(
        translate("ReportPages", "Kind of paper"),
        translate("ReportPages", "Issued papers"),
        model,
        empty,
    )
