"""Every state of the reports screen in both sizes and languages, for people's eyes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from serkut_desk.ui.stations.reports.panel import ReportsPanel
from serkut_desk.ui.stations.upkeep.panel import UpkeepPanel
from stations.reports.figures_kit import filled, set_seller
from ui import screens, walk

if TYPE_CHECKING:
    from pathlib import Path

    from ui.window_kit import Window

LANGUAGES = pytest.mark.parametrize("language", ["fi", "en"])


def _save(
    window: Window,
    name: str,
    language: str,
    sizes: tuple[tuple[int, int], ...] = screens.SIZES,
) -> None:
    """Save it at both sizes; it goes on at the smaller one."""
    window.settle()
    for size in reversed(sizes):
        assert screens.save(window.shell, f"reports-{name}-{language}", size).exists()
        walk.check(window.shell)


@LANGUAGES
def test_reports(window: Window, tmp_path: Path, language: str) -> None:
    lot = filled(window.workshop, tmp_path)
    window.speak(language)
    window.supervisor()
    window.shell.open("reports")
    window.settle()
    panel = window.shell.panel
    assert isinstance(panel, ReportsPanel)
    window.scan(lot)
    _save(window, "lot", language)
    panel.choose("month")
    _save(window, "month", language)
    window.press(Qt.Key.Key_F10)
    window.settle()
    assert panel.view == "papers"
    _save(window, "papers", language)


@LANGUAGES
def test_nothing_yet(window: Window, language: str) -> None:
    window.speak(language)
    window.supervisor()
    window.shell.open("reports")
    _save(window, "empty", language)


@LANGUAGES
def test_seller(window: Window, language: str) -> None:
    window.speak(language)
    window.supervisor()
    window.shell.open("upkeep")
    panel = window.shell.panel
    assert isinstance(panel, UpkeepPanel)
    panel.choose("seller")
    _save(window, "seller-none", language)
    set_seller(window.workshop)
    panel.section.load()
    _save(window, "seller", language)
    window.press(Qt.Key.Key_F2)
    _save(window, "seller-form", language)


def test_at_150_percent(window: Window, tmp_path: Path) -> None:
    lot = filled(window.workshop, tmp_path)
    window.speak("fi")
    window.supervisor()
    for _ in range(3):
        QTest.keyClick(window.shell, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
        window.settle()
    window.shell.open("reports")
    window.settle()
    window.scan(lot)
    _save(window, "lot-150", "fi", screens.SIZES[:1])
    panel = window.shell.panel
    assert isinstance(panel, ReportsPanel)
    panel.choose("papers")
    _save(window, "papers-150", "fi", screens.SIZES[:1])
