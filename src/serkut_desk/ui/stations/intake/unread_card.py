"""The devices of a lot whose serial number nobody could read, with the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from serkut_desk.domain import codes
from serkut_desk.ui import device_words
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.asking import OverlayCard
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.data_table import DataTable
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.tables import Column, PagedModel
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from serkut_desk.stations.intake.queries import Unread
    from serkut_desk.texts import Texts


class UnreadCard(OverlayCard):
    """Lists them; one is opened to look at its picture or to write the number.

    Args:
        parent: The window.
        devices: The newest first.
        texts: Words of types and reasons.
    """

    opened = Signal(str)
    """Code of a device to look at; the card is closed."""

    def __init__(self, parent: QWidget, devices: Sequence[Unread], texts: Texts) -> None:
        super().__init__(parent, self.tr("Without a serial number"), Tone.INFO, width=820)
        self._code = devices[0].code if devices else ""
        if not devices:
            self.body.addWidget(label(self.tr("Every device has its serial number."), "lead"))
        else:
            self._table(devices, texts)
        self._bar = ActionBar(self.function_keys())
        self.body.addWidget(self._bar)

    def _table(self, devices: Sequence[Unread], texts: Texts) -> None:
        def name(one: Unread) -> str:
            kind = texts.say(f"type.{one.type}")
            return device_words.name_of(one.manufacturer, one.model, kind)

        model: PagedModel[Unread] = PagedModel(
            (
                Column(self.tr("Device"), lambda one: codes.short(one.code), mono=True, weight=0),
                Column(self.tr("Model"), name, weight=2),
                Column(
                    self.tr("Why"),
                    lambda one: texts.say(f"intake.no_serial.{one.reason}") if one.reason else "",
                    weight=2,
                ),
                Column(self.tr("Inventory number"), lambda one: one.inventory, mono=True, weight=1),
            ),
            key=lambda one: one.code,
        )
        table = DataTable(model, self.tr("Without a serial number"))
        model.setParent(table)
        table.setMinimumHeight(px(260))
        table.picked.connect(self._picked)
        self.body.addWidget(table)
        model.show_rows(list(devices))

    def function_keys(self) -> tuple[Action, ...]:
        """Offer to open one and to leave."""
        look = Action(self.tr("Open the device"), self._open, "F10", "search", main=True)
        leave = Action(self.tr("Close"), self.close_overlay, key="F9", icon="x")
        return (look, leave) if self._code else (leave,)

    def _picked(self, code: str) -> None:
        self._code = code

    def _open(self) -> None:
        self.close_overlay()
        self.opened.emit(self._code)
