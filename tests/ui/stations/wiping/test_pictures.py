"""Every state of the wiping screen in both sizes and languages, for people's eyes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from ui import screens, walk
from ui.stations.wiping.station import fill, open_wiping, shop_of

if TYPE_CHECKING:
    from pathlib import Path

    from ui.window_kit import Window

pytestmark = [
    pytest.mark.parametrize("size", screens.SIZES),
    pytest.mark.parametrize("language", ["fi", "en"]),
]


def _save(window: Window, name: str, language: str, size: tuple[int, int]) -> None:
    window.settle()
    assert screens.save(window.shell, f"wiping-{name}-{language}", size).exists()
    walk.check(window.shell)


def test_supervisor(window: Window, tmp_path: Path, language: str, size: tuple[int, int]) -> None:
    fill(shop_of(window, tmp_path))
    window.supervisor()
    window.shell.frame.language_chosen.emit(language)
    panel = open_wiping(window)
    window.settle()
    _save(window, "results", language, size)
    for group in ("to_wipe", "failed", "decide", "result"):
        panel._group_chosen(group)
        _save(window, f"group-{group}", language, size)
    ssd = next(row for row in panel._rows if row.medium == "S3Z9NB0K812")
    panel._go_to(ssd)
    _save(window, "not-enough", language, size)
    own = next(row for row in panel._rows if row.medium == "WD-WX41A7810")
    panel._go_to(own)
    _save(window, "other-approver", language, size)
    window.press(Qt.Key.Key_F2)
    _save(window, "ticked", language, size)
    window.press(Qt.Key.Key_F10)
    _save(window, "approve", language, size)
    window.press(Qt.Key.Key_F9)
    window.press(Qt.Key.Key_F5)
    _save(window, "import", language, size)
    window.press(Qt.Key.Key_F9)
    failed = next(row for row in panel._rows if row.medium == "Z1D4K9PM")
    panel._go_to(failed)
    window.settle()
    window.press(Qt.Key.Key_F11)
    _save(window, "destroy", language, size)
    window.press(Qt.Key.Key_F9)
    window.press(Qt.Key.Key_F6)
    _save(window, "record", language, size)


def test_maker(window: Window, tmp_path: Path, language: str, size: tuple[int, int]) -> None:
    devices = fill(shop_of(window, tmp_path))
    window.maker()
    window.shell.frame.language_chosen.emit(language)
    open_wiping(window)
    _save(window, "maker-start", language, size)
    for name in ("waits", "bare", "clean"):
        window.scan(devices[name].code)
        _save(window, f"maker-{name}", language, size)
    window.scan(devices["bare"].code)
    window.settle()
    window.scan("WD-WXAA12345678")
    _save(window, "maker-kind", language, size)


def test_nothing_yet(window: Window, language: str, size: tuple[int, int]) -> None:
    window.supervisor()
    window.shell.frame.language_chosen.emit(language)
    open_wiping(window)
    _save(window, "nothing", language, size)
