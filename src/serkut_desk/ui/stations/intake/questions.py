"""Questions of the intake screen on a card over the window: which lot, why no serial, close."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from serkut_desk.domain.codes import CodeKind, parse_code
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.asking import OverlayCard
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.data_table import DataTable
from serkut_desk.ui.parts.pick import PickCard
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.tables import Column, PagedModel
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from serkut_desk.ui.stations.intake.views import LotView


class ChooseLotCard(PickCard):
    """Which of several open lots: by F-key, tap, or the lot's own code."""

    def __init__(self, parent: QWidget, lots: Sequence[tuple[str, str]]) -> None:
        super().__init__(
            parent,
            self.tr("Which lot?"),
            self.tr("Scan the lot's code, or choose here."),
            tuple((code, word, "package-open") for code, word in lots),
        )
        self._codes = frozenset(code for code, _ in lots)

    def scanned(self, text: str) -> None:
        """Take the lot's code."""
        own = parse_code(text)
        if own is not None and own.kind is CodeKind.LOT and str(own) in self._codes:
            self.pick(str(own))


class CloseLotCard(OverlayCard):
    """Shows what came and what did not before a lot is closed.

    Args:
        parent: The window.
        lot: How it stands.
        missing: Lines of the list without a device: model, serial, inventory number.
        extra: Devices that stand on no list: code, model, serial.
    """

    close_wanted = Signal()

    def __init__(
        self,
        parent: QWidget,
        lot: LotView,
        missing: Sequence[tuple[str, str, str]],
        extra: Sequence[tuple[str, str, str]],
    ) -> None:
        tone = Tone.ATTENTION if lot.counts.missing or lot.counts.extra else Tone.INFO
        super().__init__(parent, self.tr("Close the lot"), tone, width=820)
        counts = lot.counts
        self.body.addWidget(label(lot.sender, "strong", wrap=True))
        said = " · ".join(
            (
                self.tr("%n on the list", "", counts.expected),
                self.tr("%n received", "", counts.received),
                self.tr("%n not on the list", "", counts.extra),
                self.tr("%n missing", "", counts.missing),
            )
        )
        self.body.addWidget(label(said, wrap=True))
        if missing:
            self.body.addWidget(label(self.tr("Still missing"), "section"))
            columns = (self.tr("Model"), self.tr("Serial number"), self.tr("Inventory number"))
            self.body.addWidget(_table(self.tr("Still missing"), columns, missing))
        if extra:
            self.body.addWidget(label(self.tr("Not on the list"), "section"))
            columns = (self.tr("Device"), self.tr("Model"), self.tr("Serial number"))
            self.body.addWidget(_table(self.tr("Not on the list"), columns, extra))
        after = self.tr("A closed lot takes no more devices. The list stays in the records.")
        self.body.addWidget(label(after, "muted", wrap=True))
        self.body.addWidget(ActionBar(self.function_keys()))

    def function_keys(self) -> tuple[Action, ...]:
        """Offer to close and to leave."""
        return (
            Action(self.tr("Close the lot"), self._close, key="F10", icon="check", main=True),
            Action(self.tr("Not yet"), self.close_overlay, key="F9", icon="x"),
        )

    def _close(self) -> None:
        self.close_overlay()
        self.close_wanted.emit()


def _table(
    name: str, titles: tuple[str, str, str], rows: Sequence[tuple[str, str, str]]
) -> DataTable[tuple[str, str, str]]:
    model: PagedModel[tuple[str, str, str]] = PagedModel(
        (
            Column(titles[0], lambda row: row[0], weight=2),
            Column(titles[1], lambda row: row[1], weight=1),
            Column(titles[2], lambda row: row[2], weight=1),
        ),
        key="\n".join,
    )
    model.show_rows(rows)
    table = DataTable(model, name)
    model.setParent(table)
    table.setFixedHeight(px(38 + 44 * min(len(rows), 4) + 2))
    return table
