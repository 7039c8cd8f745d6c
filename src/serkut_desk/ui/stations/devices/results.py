"""The devices that a search found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from serkut_desk.domain import codes
from serkut_desk.ui import device_words
from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.data_table import DataTable
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.tables import Column, PagedModel
from serkut_desk.ui.theme import px

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from serkut_desk.stations.finding import Found
    from serkut_desk.texts import Texts
    from serkut_desk.ui.theme import Tone


@dataclass(frozen=True, slots=True)
class DeviceRow:
    """One device in the list, in words."""

    code: str
    short: str
    name: str
    serial: str
    place: str
    state: str
    tone: Tone


class ResultsCard(Card):
    """Shows a `Found` with its devices.

    Args:
        texts: Words of closed lists.
    """

    picked = Signal(str)
    """Code of the device that the person moved to."""

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._said = label("", "section")
        self.add(self._said)
        self._texts = texts
        self._model: PagedModel[DeviceRow] = PagedModel(
            (
                Column(self.tr("Device"), lambda row: row.short, mono=True, weight=0, width=92),
                Column(self.tr("Model"), lambda row: row.name, weight=2, width=96),
                Column(self.tr("Serial number"), lambda row: row.serial, mono=True, weight=0),
                Column(self.tr("Place"), lambda row: row.place, weight=1, width=56),
                Column(
                    self.tr("State"),
                    lambda row: row.state,
                    tone=lambda row: row.tone,
                    weight=0,
                    width=130,
                ),
            ),
            key=lambda row: row.code,
        )
        self._table = DataTable(self._model, self.tr("Devices found"))
        self._model.setParent(self._table)
        self._table.setMinimumHeight(px(38 + 3 * 44))
        self._table.picked.connect(self._picked)
        self.add(self._table, 1)

    def show_found(self, found: Found) -> None:
        """Show what was found, and the first of it at the right."""
        count = len(found.devices)
        words = self.tr("%n devices found", "", count)
        if found.more:
            words = self.tr("The newest %n devices. Write more to narrow it down.", "", count)
        self._said.setText(words)
        texts = self._texts
        self._model.show_rows(
            [
                DeviceRow(
                    code=line.code,
                    short=codes.short(line.code),
                    name=device_words.name_of(
                        line.manufacturer, line.model, texts.say(f"type.{line.type}")
                    ),
                    serial=line.serial,
                    place=line.place or "",
                    state=device_words.state_word(line.state, texts),
                    tone=device_words.state_tone(line.state),
                )
                for line in found.devices
            ]
        )
        if found.devices:
            self._table.show_row(found.devices[0].code)

    def _picked(self, row: DeviceRow) -> None:
        self.picked.emit(row.code)
