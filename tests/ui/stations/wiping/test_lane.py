"""The approver's way in the window, by keys; pictures for people's eyes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from draws import drawing
from factories import make_lot
from serkut_desk.domain.lifecycle import DeviceState
from serkut_desk.domain.media import DataClass
from serkut_desk.ui.parts.asking import AskCard
from serkut_desk.ui.stations.certificates.panel import CertificatesPanel
from stations.certificates.counter import new_seal
from stations.wiping.logs import Drive, later, log
from stations.wiping.timely import clean
from ui import screens, walk
from ui.stations.certificates.desk import unlock
from ui.stations.wiping.station import open_wiping, shop_of

if TYPE_CHECKING:
    from pathlib import Path

    from serkut_desk.domain.devices import Device
    from serkut_desk.ui.stations.wiping.lane_card import LaneCard
    from ui.window_kit import Window

KEY = Qt.Key


def _save(window: Window, name: str) -> None:
    window.settle()
    for size in reversed(screens.SIZES):
        assert screens.save(window.shell, f"wiping-lane-{name}-fi", size).exists()
        walk.check(window.shell)


def _go_past_the_rest(window: Window, card: LaneCard) -> None:
    """Say of each device how its number is known, and go past it."""
    for _ in card.state.devices:
        if card.state.current is not None:
            window.press(KEY.Key_F2)
            window.press(KEY.Key_F8)
            window.settle()


def _begin(window: Window, folder: Path) -> tuple[LaneCard, dict[str, Device]]:
    """Bring three clean devices and one that its own performer cannot approve; open the lane."""
    shop = shop_of(window, folder)
    lot = make_lot(shop.workshop, data_class=DataClass.ORDINARY)
    devices = {f"clean{number}": clean(shop, number, lot=lot) for number in (1, 2, 3)}
    devices["own"] = shop.device("PF3XYZ01")
    shop.declare(devices["own"], "WD-WX41A7810")
    report = log(Drive("WD-WX41A7810"), host="PF3XYZ01", begin=later(9))
    shop.bring(report, performed_by=shop.boss.person)
    window.speak("fi")
    window.supervisor()
    panel = open_wiping(window)
    window.press(KEY.Key_F10)
    window.settle()
    assert panel.approvals.lane is not None
    return panel.approvals.lane, devices


def test_from_the_first_device_to_the_certificates(window: Window, tmp_path: Path) -> None:
    card, devices = _begin(window, tmp_path)
    new_seal(window.workshop)
    state = card.state
    # Nothing tells the number of media: somebody says how they know it.
    for key in (KEY.Key_F10, KEY.Key_F11, KEY.Key_Return, KEY.Key_A, KEY.Key_1):
        window.press(key)
    window.settle()
    assert state.sent == set()
    _save(window, "first")
    window.press(KEY.Key_F2)
    first, second = devices["clean1"].code, devices["clean2"].code
    with drawing(chance=1000):
        window.press(KEY.Key_F10)
        window.settle()
    assert state.approved == {first}
    # Past it, and back by its label.
    window.press(KEY.Key_F8)
    window.scan(second)
    assert state.current is not None
    assert state.current.device == second
    _go_past_the_rest(window, card)
    window.scan(second)
    window.press(KEY.Key_F11)
    window.settle()
    assert state.approved == {devices[f"clean{number}"].code for number in (1, 2, 3)}
    assert [one.device for one in state.left_over] == [devices["own"].code]
    _save(window, "end")
    with window.workshop.desk.database.reading() as work:
        for code in state.approved:
            found = work.devices.by_code(code)
            assert found is not None
            assert found.state == DeviceState.WAITING_GRADE
    window.press(KEY.Key_F10)
    window.settle()
    panel = window.shell.panel
    assert isinstance(panel, CertificatesPanel)
    # The lot is chosen and its card is open: one key asks the passphrase and issues all of it.
    lot = panel._lot_one
    assert lot is not None
    assert lot.ready == 3
    assert isinstance(window.shell._layers.top, AskCard)
    window.press(KEY.Key_F10)
    window.settle()
    unlock(window, panel)
    window.bot.waitUntil(lambda: len(panel._listed.issued) == 4, timeout=30_000)
    window.settle()
    assert {line.about for line in panel._listed.issued} == {lot.code, *state.approved}
