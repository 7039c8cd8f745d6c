"""The screen of second looks, by keys; pictures of each state for people's eyes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from draws import drawing
from serkut_desk.domain.codes import CodeKind, make_code
from serkut_desk.domain.data_state import CountSource
from serkut_desk.domain.second_look import LookState
from serkut_desk.stations.finding import Found, FoundBy
from serkut_desk.stations.looks.commands import RecordLook
from serkut_desk.stations.wiping.commands import Approve, Counted
from serkut_desk.ui.stations.looks.panel import LooksPanel
from serkut_desk.ui.stations.looks.record_card import ReadingCard
from serkut_desk.ui.stations.looks.views import DONE, DOUBTED
from serkut_desk.ui.theme import Tone
from stations.wiping.timely import clean
from ui import screens, walk
from ui.stations.wiping.station import shop_of

if TYPE_CHECKING:
    from pathlib import Path

    from serkut_desk.domain.devices import Device
    from stations.wiping.shop import Shop
    from ui.window_kit import Window

KEY = Qt.Key


def _save(window: Window, name: str) -> None:
    window.settle()
    for size in reversed(screens.SIZES):
        assert screens.save(window.shell, f"looks-{name}-fi", size).exists()
        walk.check(window.shell)


def _open(window: Window) -> LooksPanel:
    window.shell.open("looks")
    window.settle()
    panel = window.shell.panel
    assert isinstance(panel, LooksPanel)
    return panel


def _draw(shop: Shop, *devices: Device) -> None:
    """Approve as the second supervisor; every disk is drawn."""
    counted = tuple(Counted(device.code, 1) for device in devices)
    with drawing(chance=1000):
        shop.workshop.desk.do(shop.other, Approve(counted, CountSource.OPENED))


def _record_clean(window: Window, panel: LooksPanel, evidence: Path) -> None:
    """Record by keys that nothing was found."""
    # Letters, digits and Enter answer nothing; without a file nothing is saved.
    window.press(KEY.Key_F10)
    card = panel.questions.card
    assert isinstance(card, ReadingCard)
    for key in (KEY.Key_A, KEY.Key_1, KEY.Key_Return, KEY.Key_F10):
        window.press(key)
    _save(window, "record")
    card.take_file(evidence)
    window.press(KEY.Key_F5)
    window.press(KEY.Key_F10)
    window.settle()
    assert card.function_keys()[0].enabled, "the program's name is missing: it is said"
    card.tool.set_text("hexdump")
    window.press(KEY.Key_F10)
    window.settle()
    assert panel.questions.card is None


def _two_in_one(window: Window, panel: LooksPanel) -> None:
    """Scan where two disks of one device wait: a disk's own label chooses no other."""
    kept, found = panel._found, panel._look()
    assert kept is not None
    assert found is not None
    first, second, third = (make_code(CodeKind.MEDIUM, number) for number in (701, 702, 703))
    here = replace(found, medium_code=first)
    beside = replace(found, look=9_999, medium_id=9_999, medium_code=second)
    panel._listed(replace(kept, waiting=(here, beside)))
    said: list[tuple[str, object]] = []
    panel.scan_taken.connect(lambda *told: said.append(told))
    with window.workshop.desk.database.reading() as work:
        device = work.devices.by_code(found.device)
        assert device is not None
        (line,) = work.overview.lines([device.id])
    named = Found(found.device, FoundBy.DEVICE, found.device, (line,))
    for code, look, tone in (
        (second, 9_999, Tone.GOOD),
        (first, found.look, Tone.GOOD),
        (third, found.look, Tone.ATTENTION),
        (found.device, found.look, Tone.ATTENTION),
    ):
        by = FoundBy.DEVICE if code == found.device else FoundBy.MEDIUM
        panel._scanned(replace(named, by=by, code=code))
        assert (chosen := panel._look()) is not None
        assert (chosen.look, said[-1][1]) == (look, tone), code
    panel._listed(kept)


def test_from_the_draw_to_the_closing(window: Window, tmp_path: Path) -> None:
    shop = shop_of(window, tmp_path)
    window.speak("fi")
    window.supervisor()
    _open(window)
    devices = [clean(shop, number) for number in (1, 2, 3)]
    _draw(shop, *devices)
    window.supervisor()
    panel = _open(window)
    window.scan(devices[1].code)
    window.settle()
    assert (look := panel._look()) is not None
    assert look.device == devices[1].code
    _save(window, "waiting")
    _two_in_one(window, panel)

    evidence = tmp_path / "lukeminen.txt"
    evidence.write_text("00000000  00 00 00 00")
    _record_clean(window, panel, evidence)
    panel._list.choose(DONE)
    panel._show_rows()
    assert (look := panel._look()) is not None
    assert look.state is LookState.CLEAN

    told = RecordLook(
        medium=devices[0].code, clean=False, tool="hexdump", evidence=evidence, note="Tekstiä"
    )
    shop.workshop.desk.do(shop.boss, told)
    panel.show_queue("proof_incidents")
    window.settle()
    incident = panel._incident()
    assert incident is not None
    assert incident.left == 2
    main = {action.key for action in panel.function_keys() if action.main}
    assert main == {"F8"}, "settling comes first, closing says that nothing was wrong"
    assert panel._list.group == DOUBTED
    _save(window, "doubted")
    window.press(KEY.Key_F8)
    assert panel.questions.card is not None
    window.press(KEY.Key_F9)
    window.press(KEY.Key_F10)
    assert panel.questions.card is not None
    window.press(KEY.Key_F9)

    window.maker()
    panel = _open(window)
    _save(window, "maker")
    keys = {action.key for action in panel.function_keys()}
    assert "F7" not in keys
