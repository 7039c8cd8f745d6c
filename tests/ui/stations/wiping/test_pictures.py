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
    pytest.mark.parametrize("language", ["fi", "en"]),
]


def _save(window: Window, name: str, language: str) -> None:
    """Save it at both sizes; it goes on at the smaller one."""
    window.settle()
    for size in reversed(screens.SIZES):
        assert screens.save(window.shell, f"wiping-{name}-{language}", size).exists()
        walk.check(window.shell)


def test_supervisor(window: Window, tmp_path: Path, language: str) -> None:
    fill(shop_of(window, tmp_path))
    window.supervisor()
    window.shell.frame.language_chosen.emit(language)
    panel = open_wiping(window)
    window.settle()
    _save(window, "results", language)
    for group in ("to_wipe", "failed", "decide", "result"):
        panel._group_chosen(group)
        _save(window, f"group-{group}", language)
    ssd = next(row for row in panel._rows if row.medium == "S3Z9NB0K812")
    panel._go_to(ssd)
    _save(window, "not-enough", language)
    own = next(row for row in panel._rows if row.medium == "WD-WX41A7810")
    panel._go_to(own)
    _save(window, "other-approver", language)
    window.press(Qt.Key.Key_F2)
    _save(window, "ticked", language)
    window.press(Qt.Key.Key_F10)
    _save(window, "approve", language)
    window.press(Qt.Key.Key_F9)
    window.press(Qt.Key.Key_F5)
    _save(window, "import", language)
    window.press(Qt.Key.Key_F9)
    failed = next(row for row in panel._rows if row.medium == "Z1D4K9PM")
    panel._go_to(failed)
    window.settle()
    window.press(Qt.Key.Key_F11)
    _save(window, "destroy", language)
    window.press(Qt.Key.Key_F9)
    window.press(Qt.Key.Key_F6)
    _save(window, "record", language)


def test_maker(window: Window, tmp_path: Path, language: str) -> None:
    devices = fill(shop_of(window, tmp_path))
    window.maker()
    window.shell.frame.language_chosen.emit(language)
    open_wiping(window)
    _save(window, "maker-start", language)
    for name in ("waits", "bare", "clean"):
        window.scan(devices[name].code)
        _save(window, f"maker-{name}", language)
    window.scan(devices["bare"].code)
    window.settle()
    window.scan("WD-WXAA12345678")
    _save(window, "maker-kind", language)


def test_nothing_yet(window: Window, language: str) -> None:
    window.supervisor()
    window.shell.frame.language_chosen.emit(language)
    open_wiping(window)
    _save(window, "nothing", language)
