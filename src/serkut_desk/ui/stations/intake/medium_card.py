"""Asks about one storage medium in the device at hand: kind, serial, size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from serkut_desk.domain.codes import parse_code
from serkut_desk.domain.media import MediumKind
from serkut_desk.ui.forms import ChoiceField, FormGrid, TextField
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.asking import OverlayCard
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from serkut_desk.texts import Texts


class MediumCard(OverlayCard):
    """Asks for a medium; a scan is its serial number.

    Args:
        parent: The window.
        texts: Words of the kinds.
    """

    added = Signal(str)
    """`SERIAL,KIND,GB`; the card is closed."""

    def __init__(self, parent: QWidget, texts: Texts) -> None:
        super().__init__(parent, self.tr("A storage medium in the device"), Tone.INFO, width=760)
        self.body.addWidget(label(self.tr("Scan its serial number, or write it."), "muted"))
        kinds = [(kind.value, texts.say(f"kind.{kind.value}")) for kind in MediumKind]
        self._kind = ChoiceField(self.tr("Kind"), kinds)
        self._kind.choose(MediumKind.SSD.value)
        self._serial = TextField(self.tr("Serial number"), mono=True)
        self._size = TextField(self.tr("Size, GB"))
        grid = FormGrid(3)
        for field in (self._kind, self._serial, self._size):
            grid.add(field)
        self.body.addWidget(grid)
        self.body.addWidget(ActionBar(self.function_keys()))

    def scanned(self, text: str) -> None:
        """Take the medium's serial number; a code of ours is none."""
        if parse_code(text) is not None:
            super().scanned(text)
            return
        self._serial.set_text(text.strip(), self.tr("read"))

    def function_keys(self) -> tuple[Action, ...]:
        """Offer to add and to leave."""
        return (
            Action(self.tr("Add"), self._add, key="F10", icon="plus", main=True),
            Action(self.tr("Cancel"), self.close_overlay, key="F9", icon="x"),
        )

    def _add(self) -> None:
        size = self._size.text.replace(",", ".")
        serial = self._serial.text.replace(",", " ")
        self.close_overlay()
        self.added.emit(f"{serial},{self._kind.key},{size}")
