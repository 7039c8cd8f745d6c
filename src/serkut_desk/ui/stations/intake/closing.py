"""The card before a lot is closed: what came, what did not, and why it did not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.asking import OverlayCard
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.choices import Choice, ChoiceStrip
from serkut_desk.ui.parts.data_table import DataTable
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.tables import Column, PagedModel
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from serkut_desk.ui.stations.intake.views import LotView, MissingRow

Extra = tuple[str, str, str]
_MOST_ROWS = 4


class CloseLotCard(OverlayCard):
    """Shows what came and what did not before a lot is closed.

    Args:
        parent: The window.
        lot: How it stands.
        missing: Lines of the list without a device.
        extra: Devices that stand on no list: code, model, serial.
        reasons: Key and word of why a line has no device.
    """

    close_wanted = Signal(object)
    """Key of the reason by row of the list, for the rows that have one."""

    def __init__(
        self,
        parent: QWidget,
        lot: LotView,
        missing: Sequence[MissingRow],
        extra: Sequence[Extra],
        reasons: Sequence[tuple[str, str]],
    ) -> None:
        uncounted = lot.counts.counted < lot.counts.pieces
        open_ends = bool(lot.counts.missing or lot.counts.extra or uncounted)
        tone = Tone.ATTENTION if open_ends else Tone.INFO
        super().__init__(parent, self.tr("Close the lot"), tone, width=820)
        self._missing = tuple(missing)
        self._words = dict(reasons)
        self._reasons: dict[int, str] = {}
        self._row: MissingRow | None = None
        self._most = _MOST_ROWS // 2 if missing and extra else _MOST_ROWS
        self.body.addWidget(label(lot.sender, "strong", wrap=True))
        self.body.addWidget(label(self._counts(lot), wrap=True))
        if missing:
            self._add_missing(reasons)
        if extra:
            self._add_extra(extra)
        after = self.tr("A closed lot takes no more devices. The list stays in the records.")
        self.body.addWidget(label(after, "muted", wrap=True))
        self.body.addWidget(ActionBar(self.function_keys()))

    def function_keys(self) -> tuple[Action, ...]:
        """Offer to close, to give one reason for all, and to leave."""
        same = Action(self.tr("Same reason for all"), self._all, key="F6", icon="list")
        return (
            Action(self.tr("Close the lot"), self._close, key="F10", icon="check", main=True),
            *((same,) if len(self._missing) > 1 else ()),
            Action(self.tr("Not yet"), self.close_overlay, key="F9", icon="x"),
        )

    def choose(self, reason: str) -> None:
        """Say why the chosen row has no device; "" for not said."""
        if self._row is not None:
            self._strip.choose(reason)
            self._chosen(reason)

    def _counts(self, lot: LotView) -> str:
        counts = lot.counts
        said = [
            self.tr("%n on the list", "", counts.expected),
            self.tr("%n received", "", counts.received),
            self.tr("%n not on the list", "", counts.extra),
            self.tr("%n missing", "", counts.missing),
        ]
        if counts.pieces:
            things = self.tr("{0} of {1} things counted").replace("{0}", str(counts.counted))
            said.append(things.replace("{1}", str(counts.pieces)))
        return " · ".join(said)

    def _add_missing(self, reasons: Sequence[tuple[str, str]]) -> None:
        title = self.tr("Still missing")
        self.body.addWidget(label(title, "section"))
        self._model: PagedModel[MissingRow] = PagedModel(
            (
                Column(self.tr("Row"), lambda row: str(row.row), weight=0, width=52, right=True),
                Column(self.tr("Model"), lambda row: row.model, weight=2),
                Column(self.tr("Serial number"), lambda row: row.serial, weight=1, mono=True),
                Column(self.tr("Inventory number"), lambda row: row.inventory, weight=1, mono=True),
                Column(self.tr("Why"), self._word, weight=1, width=120),
            ),
            key=lambda row: str(row.row),
        )
        self._model.show_rows(self._missing)
        table = DataTable(self._model, title)
        self._model.setParent(table)
        table.setFixedHeight(px(38 + 44 * min(len(self._missing), self._most) + 2))
        table.picked.connect(self._picked)
        self._table = table
        self.body.addWidget(table)
        asked = self.tr("Why did the chosen row not come?")
        self.body.addWidget(label(asked, "fieldname"))
        choices = (Choice("", self.tr("not said")), *(Choice(*reason) for reason in reasons))
        self._strip = ChoiceStrip(asked, choices)
        self._strip.chosen.connect(self._chosen)
        self.body.addWidget(self._strip)
        table.show_row(str(self._missing[0].row))

    def _add_extra(self, extra: Sequence[Extra]) -> None:
        title = self.tr("Not on the list")
        self.body.addWidget(label(title, "section"))
        model: PagedModel[Extra] = PagedModel(
            (
                Column(self.tr("Device"), lambda row: row[0], weight=1, mono=True),
                Column(self.tr("Model"), lambda row: row[1], weight=2),
                Column(self.tr("Serial number"), lambda row: row[2], weight=1, mono=True),
            ),
            key=lambda row: row[0],
        )
        model.show_rows(extra)
        table = DataTable(model, title)
        model.setParent(table)
        table.setFixedHeight(px(38 + 44 * min(len(extra), self._most) + 2))
        self.body.addWidget(table)

    def _word(self, row: MissingRow) -> str:
        return self._words.get(self._reasons.get(row.row, ""), "")

    def _picked(self, row: MissingRow) -> None:
        self._row = row
        self._strip.choose(self._reasons.get(row.row, ""))

    def _chosen(self, reason: str) -> None:
        if self._row is None:
            return
        self._say((self._row,), reason)

    def _all(self) -> None:
        self._say(self._missing, self._strip.current)

    def _say(self, rows: Sequence[MissingRow], reason: str) -> None:
        for row in rows:
            self._reasons[row.row] = reason
        at = str(self._row.row) if self._row else ""
        self._model.show_rows(self._missing)
        self._table.show_row(at)

    def _close(self) -> None:
        self.close_overlay()
        self.close_wanted.emit({row: reason for row, reason in self._reasons.items() if reason})
