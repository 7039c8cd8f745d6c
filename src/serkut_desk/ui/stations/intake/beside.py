"""What intake takes besides devices: things of the lot, and what goes with one device."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from serkut_desk.domain.codes import short
from serkut_desk.domain.photos import PhotoPurpose
from serkut_desk.ui import device_words
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.pick import PickCard
from serkut_desk.ui.stations.intake.beside_card import BesideCard
from serkut_desk.ui.stations.intake.kind_tiles import kind_of_card
from serkut_desk.ui.stations.intake.things_card import ThingsCard

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from serkut_desk.stations.devices.card_model import DeviceCard
    from serkut_desk.ui.hands import Hands

_DEVICE, _LOT = "device", "lot"


class Beside(QObject):
    """Lays the cards of things and of what goes with a device.

    Args:
        panel: Whose window is covered.
        hands: Ask and carry out.
    """

    wanted = Signal(object)
    """An `Overlay` to be laid."""

    def __init__(self, panel: QWidget, hands: Hands) -> None:
        super().__init__(panel)
        self._panel = panel
        self._hands = hands

    def action(self, lot: str, sender: str, device: DeviceCard | None, key: str) -> Action:
        """Return the way to things, chargers, weights and pictures."""
        run = partial(self.choose, lot, sender, device)
        return Action(self.tr("Things and pictures"), run, key=key, icon="package-plus")

    def choose(self, lot: str, sender: str, device: DeviceCard | None) -> None:
        """Ask whether it came with the device received last, or is counted for the lot."""
        if device is None:
            self.count_things(lot, sender)
            return
        name = device_words.name_of(device.manufacturer, device.model)
        choices = (
            (_DEVICE, self.tr("It came with {0}").replace("{0}", short(device.code)), "laptop"),
            (_LOT, self.tr("Many alike, in a box"), "boxes"),
        )
        asking = PickCard(self._panel.window(), self.tr("What did you get?"), "", choices)
        picks = {
            _DEVICE: partial(self.open_device, device.code, name, _purpose(device)),
            _LOT: partial(self.count_things, lot, sender),
        }
        asking.picked.connect(lambda key: picks[key]())
        self.wanted.emit(asking)

    def count_things(self, lot: str, sender: str = "") -> None:
        """Lay the card that counts things of a lot."""
        self.wanted.emit(ThingsCard(self._panel.window(), self._hands, lot, sender))

    def open_device(
        self, device: str, name: str = "", purpose: PhotoPurpose = PhotoPurpose.DEVICE
    ) -> None:
        """Lay the card of what goes with a device."""
        card = BesideCard(self._panel.window(), self._hands, device, name, purpose)
        card.overlay_wanted.connect(self.wanted)
        self.wanted.emit(card)

    def card_scanned(self, text: str, lot: str | None, sender: str = "") -> bool:
        """Take a kind's command card while a lot is open: it opens the counting of that kind."""
        if lot is None or kind_of_card(text) is None:
            return False
        card = ThingsCard(self._panel.window(), self._hands, lot, sender)
        self.wanted.emit(card)
        return card.card_scanned(text)


def _purpose(device: DeviceCard) -> PhotoPurpose:
    """Return what a picture is wanted of: the sticker of a device without a serial number."""
    return PhotoPurpose.SERIAL if device.serial_reason else PhotoPurpose.DEVICE
