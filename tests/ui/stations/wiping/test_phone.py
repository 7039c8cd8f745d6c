"""A maker records the reset of a phone: scan, answers by F-key, a photograph, F10."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from factories import make_device, make_lot
from serkut_desk.cli.demo_week import drawn
from serkut_desk.domain.data_state import DataState
from serkut_desk.domain.media import DataClass
from serkut_desk.ui.parts.pick import PickCard
from serkut_desk.ui.stations.wiping.phone_card import PhoneCard
from ui import screens, walk
from ui.stations.wiping.station import open_wiping, shop_of

if TYPE_CHECKING:
    from pathlib import Path

    from serkut_desk.ui.stations.wiping.panel import WipingPanel
    from ui.window_kit import Window

IMEI = "356938035643809"
# F2 is the first answer of each question; the last scan is the phone's own number.
FIRST = Qt.Key.Key_F2


def _add_memory(window: Window, panel: WipingPanel) -> None:
    """Say what is in a phone of which nothing is recorded: nothing speaks of disks."""
    said = [one.text() for one in panel.findChildren(QLabel)]
    assert "Paina F2. Lue puhelimen sarjanumero" in said
    assert not any("levy" in one.word.lower() for one in panel._maker_actions())
    for size in reversed(screens.SIZES):
        assert screens.save(window.shell, "wiping-phone-bare-fi", size).exists()
    window.press(Qt.Key.Key_F2)
    window.scan("R58N123FLASH")
    asked = window.shell._layers.top
    assert isinstance(asked, PickCard)
    assert [one.word for one in asked.function_keys()][:2] == [
        "Puhelin tai tabletti",
        "Muistikortti",
    ]
    window.press(FIRST)
    window.settle()


def test_a_phone_is_recorded_by_its_questions(window: Window, tmp_path: Path) -> None:
    shop = shop_of(window, tmp_path)
    lot = make_lot(shop.workshop, data_class=DataClass.ORDINARY)
    device = make_device(shop.workshop, lot=lot, type="phone", serial="R58N123", imei=IMEI)
    window.speak("fi")
    window.maker()
    panel = open_wiping(window)
    window.scan(device.code)
    window.settle()
    _add_memory(window, panel)

    def card() -> PhoneCard:
        found = panel.questions.card
        assert isinstance(found, PhoneCard)
        return found

    def save(name: str) -> None:
        window.settle()
        for size in reversed(screens.SIZES):
            assert screens.save(window.shell, f"wiping-phone-{name}-fi", size).exists()
            walk.check(window.shell)

    save("device")
    window.press(Qt.Key.Key_F6)
    save("platform")
    window.press(Qt.Key.Key_F3)
    assert card()._step.text() == "Android"
    window.scan(device.code)
    assert card()._problem.text(), "our own label says nothing of the phone in the hand"
    window.scan(IMEI)
    save("question")
    for _ in range(3):
        window.press(FIRST)
    window.press(Qt.Key.Key_F8)
    assert card()._step.text().endswith("3/9")
    for _ in range(7):
        window.press(FIRST)
    assert not card().function_keys()[0].enabled
    photo = tmp_path / "alku.png"
    photo.write_bytes(drawn.picture(4))
    card().take_file(photo)
    assert not card().function_keys()[0].enabled, "nobody has said the version yet"
    card()._version.edit.setText("Android 13")
    card()._version.edited.emit("Android 13")
    window.scan(shop.worker.person)
    save("last")
    window.press(Qt.Key.Key_F10)
    window.settle()
    assert panel.questions.card is None
    assert shop.look(device).data_state is DataState.UNAPPROVED
    run = shop.look(device).proofs[0].deciding
    assert run is not None
    assert run.performed_by == shop.worker.person
    assert set(run.facts["phone"]["answers"].values()) == {
        *("before", "released", "on", "settings", "seen", "not_asked", "removed")
    }
