"""Every state of the certificates screen in both sizes and languages, for people's eyes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from ui import screens, walk
from ui.stations.certificates.desk import counter_of, open_certificates, unlock

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
        assert screens.save(window.shell, f"certificates-{name}-{language}", size).exists()
        walk.check(window.shell)


def test_supervisor(window: Window, tmp_path: Path, language: str) -> None:
    counter = counter_of(window, tmp_path)
    for number in range(1, 4):
        counter.clean(number)
    issued = counter.issue(counter.clean(4))[0]
    window.supervisor()
    window.shell.frame.language_chosen.emit(language)
    panel = open_certificates(window)
    _save(window, "ready", language)
    window.press(Qt.Key.Key_F8)
    window.press(Qt.Key.Key_F10)
    _save(window, "unlock", language)
    unlock(window, panel)
    _save(window, "issued", language)
    window.press(Qt.Key.Key_F9)
    window.scan(issued.number)
    _save(window, "list", language)
    window.press(Qt.Key.Key_F11)
    _save(window, "revoke", language)
    window.press(Qt.Key.Key_F9)
    window.press(Qt.Key.Key_F5)
    _save(window, "check", language)
    window.press(Qt.Key.Key_F9)
    good = tmp_path / f"{issued.number}.pdf"
    good.write_bytes(counter.paper(issued))
    panel.questions.check(good)
    _save(window, "check-good", language)
    window.press(Qt.Key.Key_F9)
    bad = tmp_path / "copy.pdf"
    bad.write_bytes(good.read_bytes() + b" ")
    panel.questions.check(bad)
    _save(window, "check-bad", language)


def test_no_key(window: Window, language: str) -> None:
    window.supervisor()
    window.shell.frame.language_chosen.emit(language)
    panel = open_certificates(window)
    _save(window, "no-key", language)
    panel.questions.make_key()
    _save(window, "make-key", language)
