"""Every state of the certificates screen in both sizes and languages, for people's eyes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from serkut_desk.stations.certificates.batch import Batch
from serkut_desk.ui.stations.certificates.batch_card import BatchCard
from serkut_desk.ui.stations.certificates.lists import ISSUED, MEDIA
from ui import screens, walk
from ui.stations.certificates.desk import (
    counter_of,
    lot_of_three,
    open_certificates,
    to_lot,
    unlock,
)

if TYPE_CHECKING:
    from pathlib import Path

    from ui.window_kit import Window

both_languages = pytest.mark.parametrize("language", ["fi", "en"])


def _save(window: Window, name: str, language: str) -> None:
    """Save it at both sizes; it goes on at the smaller one."""
    window.settle()
    for size in reversed(screens.SIZES):
        assert screens.save(window.shell, f"certificates-{name}-{language}", size).exists()
        walk.check(window.shell)


@both_languages
def test_supervisor(window: Window, tmp_path: Path, language: str) -> None:
    counter = counter_of(window, tmp_path)
    for number in range(1, 4):
        counter.clean(number)
    issued = counter.issue(counter.clean(4))[0]
    window.supervisor()
    window.shell.frame.language_chosen.emit(language)
    panel = open_certificates(window)
    _save(window, "ready", language)
    window.press(Qt.Key.Key_F2)
    window.press(Qt.Key.Key_F10)
    _save(window, "unlock", language)
    unlock(window, panel)
    _save(window, "issued", language)
    window.press(Qt.Key.Key_F9)
    window.scan(issued.number)
    _save(window, "list", language)
    window.press(Qt.Key.Key_F11)
    _save(window, "revoke", language)


@both_languages
def test_no_key(window: Window, language: str) -> None:
    window.supervisor()
    window.shell.frame.language_chosen.emit(language)
    panel = open_certificates(window)
    _save(window, "no-key", language)
    panel.questions.make_key()
    _save(window, "make-key", language)


@pytest.mark.parametrize("language", ["fi"])
def test_lots_and_media(window: Window, tmp_path: Path, language: str) -> None:
    counter = counter_of(window, tmp_path)
    lot = lot_of_three(counter)
    window.supervisor()
    window.shell.frame.language_chosen.emit(language)
    panel = open_certificates(window)
    panel.questions.unlock()
    unlock(window, panel)
    to_lot(window, panel, lot.code)
    _save(window, "lots", language)
    window.press(Qt.Key.Key_F10)
    _save(window, "lot-plan", language)
    window.press(Qt.Key.Key_F10)
    window.bot.waitUntil(lambda: len(panel._listed.issued) == 4, timeout=30_000)
    _save(window, "lot-issued", language)
    window.press(Qt.Key.Key_F9)
    panel._list_chosen(ISSUED)
    panel._show_lists(ISSUED)
    _save(window, "lot-certificate", language)
    panel._keep = ""
    panel._show_lists(MEDIA)
    _save(window, "media", language)
    assert panel._presenter._keyring.seal is not None
    batch = Batch(panel._presenter._keyring.seal, tuple("12345678"), _at=5)
    panel.overlay_wanted.emit(BatchCard(window.shell, batch))
    _save(window, "batch", language)
