"""The supervisor's table of what came last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QSizePolicy

from serkut_desk.domain import codes
from serkut_desk.ui import device_words
from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.data_table import DataTable
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.stations.intake.views import ReceivedRow
from serkut_desk.ui.tables import Column, PagedModel
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtWidgets import QWidget

    from serkut_desk.stations.intake.queries import Arrival
    from serkut_desk.texts import Texts


class RecentCard(Card):
    """Shows `ReceivedRow`s, the newest first."""

    picked = Signal(str)
    """Code of the device that the person moved to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.tighten()
        self.add(label(self.tr("Received last"), "section"))
        self._nothing = label(self.tr("Nothing yet. Scan the first device."), "muted", wrap=True)
        self.add(self._nothing)
        self._model: PagedModel[ReceivedRow] = PagedModel(
            (
                Column(self.tr("Device"), lambda row: row.short, mono=True, weight=0, width=92),
                Column(self.tr("Model"), lambda row: row.model, weight=2, width=110),
                Column(
                    self.tr("Serial number"), lambda row: row.serial, mono=True, weight=0, width=110
                ),
                Column(
                    self.tr("List"),
                    lambda row: row.listed,
                    tone=lambda row: row.listed_tone,
                    weight=0,
                    width=88,
                ),
                Column(
                    self.tr("Label"),
                    lambda row: row.label,
                    tone=lambda row: row.label_tone,
                    weight=0,
                    width=88,
                ),
                Column(self.tr("Time"), lambda row: row.at, weight=0, width=64),
            ),
            key=lambda row: row.code,
        )
        self._table = DataTable(self._model, self.tr("Received last"))
        self._model.setParent(self._table)
        self._table.setMinimumHeight(px(38 + 2 * 44))
        # Its columns give way; a bar across would cover a device.
        self._table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # It takes what is left and scrolls by itself; the fields above must not scroll for it.
        self._table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._table.picked.connect(self._picked)
        self.add(self._table, 1)
        self.show_rows(())

    def show_rows(self, rows: Sequence[ReceivedRow]) -> None:
        """Show other rows."""
        self._model.show_rows(rows)
        self._nothing.setVisible(not rows)
        self._table.setVisible(bool(rows))
        self.body.setStretch(self.body.count() - 1, 1)

    def _picked(self, row: ReceivedRow) -> None:
        self.picked.emit(row.code)


def received_rows(
    arrivals: Sequence[Arrival], unprinted: Collection[str], texts: Texts, *, has_list: bool
) -> list[ReceivedRow]:
    """Return what came last in words.

    Args:
        arrivals: The devices.
        unprinted: Codes whose label still waits.
        texts: Words of closed lists.
        has_list: The lot expects something, so that a device can be extra.
    """
    translate = QCoreApplication.translate
    rows = []
    for line in arrivals:
        listed, tone = translate("RecentCard", "no list"), Tone.PLAIN
        if line.row is not None:
            row = translate("RecentCard", "row {0}")
            listed, tone = row.replace("{0}", str(line.row)), Tone.GOOD
        elif has_list:
            listed, tone = translate("RecentCard", "extra"), Tone.ATTENTION
        waits = line.code in unprinted
        label_word = translate("RecentCard", "waits") if waits else translate("RecentCard", "on it")
        otherwise = texts.say(f"type.{line.type}")
        rows.append(
            ReceivedRow(
                code=line.code,
                short=codes.short(line.code),
                model=device_words.name_of(line.manufacturer, line.model, otherwise),
                serial=line.serial,
                listed=listed,
                listed_tone=tone,
                label=label_word,
                label_tone=Tone.ATTENTION if waits else Tone.GOOD,
                at=device_words.hour(line.received_at),
            )
        )
    return rows
