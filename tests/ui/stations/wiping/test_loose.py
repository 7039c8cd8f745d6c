"""A medium that was taken out, at the real window: placed, made a part, used for something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from serkut_desk.stations.devices.commands import MakePlace
from serkut_desk.stations.wiping.commands import RemoveMedium
from serkut_desk.ui.parts.form_card import FormCard
from serkut_desk.ui.stations.wiping.asking import ScanCard
from ui import screens
from ui.stations.wiping.station import clean, open_wiping, shop_of

if TYPE_CHECKING:
    from pathlib import Path

    from serkut_desk.domain.devices import StorageMedium
    from stations.wiping.shop import Shop
    from ui.window_kit import Window


@pytest.fixture
def shop(window: Window, tmp_path: Path) -> Shop:
    return shop_of(window, tmp_path)


def _out(shop: Shop) -> StorageMedium:
    device = clean(shop, 1)
    shop.approve(device)
    (proof,) = shop.look(device).proofs
    return shop.workshop.desk.do(shop.worker, RemoveMedium(f"#{proof.medium.id}")).medium


def _words(window: Window) -> set[str]:
    return {one.text() for one in window.shell.findChildren(QLabel) if one.isVisible()}


def test_it_is_placed_by_scan_and_becomes_a_part(window: Window, shop: Shop) -> None:
    medium, desk = _out(shop), shop.workshop.desk
    assert medium.code is not None
    place = desk.do(shop.boss, MakePlace("Hylly 4"))
    window.supervisor()
    panel = open_wiping(window)
    window.scan(medium.code)
    window.settle()
    screens.save(window.shell, "wiping-loose", (1366, 768))
    window.press(Qt.Key.Key_F3)
    assert isinstance(panel.questions.card, ScanCard)
    window.scan(place.code)
    window.settle()
    with desk.database.reading() as work:
        assert work.media.place_of(medium.id) == place.id
    window.scan(medium.code)
    window.settle()
    window.press(Qt.Key.Key_F8)
    window.settle()
    with desk.database.reading() as work:
        part = work.parts.of_medium(medium.id)
        assert part is not None
        assert (part.state, part.place_id) == ("stock", place.id)
        assert work.media.place_of(medium.id) is None
    assert "Tarrajono ja paina F10" in window.notice, "where its label comes out is said"


def test_a_maker_shelves_it_by_two_scans(window: Window, shop: Shop) -> None:
    desk = shop.workshop.desk
    device = shop.device("PF3MAKER")
    shop.declare(device, "WD-WX41A7899")
    medium = desk.do(shop.worker, RemoveMedium("WD-WX41A7899")).medium
    assert medium.code is not None
    first, second = (desk.do(shop.boss, MakePlace(name)) for name in ("Hylly 4", "Hylly 5"))
    window.maker()
    panel = open_wiping(window)
    window.scan(medium.code)
    window.settle()
    assert {"Lue hylly, johon se menee", "Kukaan ei tiedä, missä se on"} <= _words(window)
    screens.save(window.shell, "wiping-maker-loose", (1366, 768))
    window.scan(first.code)
    window.settle()
    with desk.database.reading() as work:
        assert work.media.place_of(medium.id) == first.id
        assert work.media.by_id(medium.id).state == "not_wiped"
    assert "Paikka: Hylly 4" in _words(window)
    window.press(Qt.Key.Key_F3)
    assert isinstance(panel.questions.card, ScanCard)
    window.scan(second.code)
    window.settle()
    with desk.database.reading() as work:
        assert work.media.place_of(medium.id) == second.id
    # The device's own label is about the device: a shelf is no place for its disk then.
    window.scan(device.code)
    window.settle()
    assert panel.scanned(first.code) is False
    # Where anything is searched, the disk's label is about the disk too.
    window.shell.open("devices")
    window.settle()
    window.scan(medium.code)
    window.settle()
    window.scan(first.code)
    window.settle()
    with desk.database.reading() as work:
        assert work.media.place_of(medium.id) == first.id
        assert work.devices.by_id(device.id).place_id is None


def test_it_was_used_for_something_else(window: Window, shop: Shop) -> None:
    medium = _out(shop)
    assert medium.code is not None
    window.supervisor()
    panel = open_wiping(window)
    window.scan(medium.code)
    window.settle()
    (used,) = [one for one in panel.function_keys() if one.icon == "rotate-ccw"]
    used.run()
    form = panel.questions.card
    assert isinstance(form, FormCard)
    form.fields["reason"].set_text("varmuuskopio")  # type: ignore[union-attr]  # it is a text
    window.press(Qt.Key.Key_F10)
    window.settle()
    with shop.workshop.desk.database.reading() as work:
        assert work.media.by_id(medium.id).state == "not_wiped"
