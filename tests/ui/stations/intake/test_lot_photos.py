"""Cages and lots are photographed where their seals are read and their papers are made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from pictures import jpeg
from serkut_desk.domain.cages import NewCage
from serkut_desk.domain.photos import PhotoPurpose
from serkut_desk.stations import photo_views
from serkut_desk.stations.intake import queries
from serkut_desk.stations.intake.lot_commands import ListCages
from serkut_desk.ui.parts.photos_card import PhotosCard
from serkut_desk.ui.parts.pick import PickCard
from ui import screens
from ui.stations.intake.kit import open_lot, panel, settle

if TYPE_CHECKING:
    from ui.window_kit import Window


def photograph(window: Window, seed: int) -> None:
    """Take a picture on the card on top, and close the card."""
    window.settle()
    card = window.shell._layers.top
    assert isinstance(card, PhotosCard)
    card.strip.take(jpeg((160, 120), seed))
    window.bot.waitUntil(lambda: card.strip.count == 1, timeout=20_000)
    window.press(Qt.Key.Key_F10)
    window.settle()


def test_a_cage_at_its_seal_and_the_lot_in_its_menu(window: Window) -> None:
    lot = open_lot(window)
    desk, first = window.workshop.desk, window.workshop.first
    desk.do(window.workshop.fresh(first), ListCages(lot=lot, cages=(NewCage("Häkki 1", "12"),)))
    window.supervisor()
    window.shell.open("intake")
    settle(window)
    delivery = panel(window)._dialogs.delivery
    delivery.arrive(lot, decides=True)
    settle(window)
    assert screens.save(window.shell, "intake-seal-pictures-fi", screens.SIZES[0]).exists()
    window.press(Qt.Key.Key_F11)
    photograph(window, 1)
    # A wrong seal is worth a picture, too; there the cage is frozen.
    window.scan("9")
    settle(window)
    frozen = window.shell._layers.top
    assert frozen is not None
    assert [one.key for one in frozen.function_keys() if one.icon == "camera"] == ["F6"]
    window.press(Qt.Key.Key_F9)
    (line,) = queries.open_lots(desk, first)
    delivery.menu(line, ()).run()
    menu = window.shell._layers.top
    assert isinstance(menu, PickCard)
    (action,) = [one for one in menu.function_keys() if one.word == "Kuvat"]
    action.run()
    photograph(window, 2)
    (of_lot,) = photo_views.strip(desk, first, lot)
    (of_cage,) = photo_views.strip(desk, first, lot, "Häkki 1")
    assert (of_lot.purpose, of_cage.purpose) == (PhotoPurpose.DELIVERY, PhotoPurpose.SEAL)
