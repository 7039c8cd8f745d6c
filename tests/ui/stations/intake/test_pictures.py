"""Every state of intake in both languages and sizes, for people's eyes; names for all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from serkut_desk.ui.parts.data_table import DataTable
from ui import screens, walk
from ui.stations.intake.kit import label, open_lot, panel, settle

if TYPE_CHECKING:
    from pathlib import Path

    from ui.window_kit import Window

pytestmark = pytest.mark.parametrize("language", ["fi", "en"])

BROKEN = "Laite;Malli;Sarjanumero;IMEI;Enrolled user\nPuhelin;Nokia X20;;3,52E+14;Meikäläinen\n"


def shoot(window: Window, name: str, language: str) -> None:
    """Save the window in both sizes."""
    for size in screens.SIZES:
        assert screens.save(window.shell, f"intake-{name}-{language}", size).exists()


def begin(window: Window, language: str) -> None:
    window.shell.open("intake")
    window.shell.frame.language_chosen.emit(language)


def shows_what_came_last(window: Window) -> None:
    """See that a laptop's screen shows the head and three devices, whatever is said above them."""
    window.shell.resize(1366, 768)
    window.settle()
    (table,) = panel(window).findChildren(DataTable)
    last = table.visualRect(table.model().index(2, 0))
    assert table.viewport().rect().contains(last.bottomLeft())


def test_maker(window: Window, language: str) -> None:
    window.maker()
    begin(window, language)
    settle(window)
    shoot(window, "maker-no-lot", language)
    open_lot(window)
    window.shell.panel.shown()  # type: ignore[union-attr]  # the intake panel is open
    settle(window)
    shoot(window, "maker-begin", language)
    window.scan("PF2ABC01")
    window.scan("00:1A:2B:3C:4D:5E")
    settle(window)
    shoot(window, "maker-label", language)
    window.scan(label(1))
    settle(window)
    shoot(window, "maker-done", language)
    window.scan("5CG9421XYZ")
    settle(window)
    shoot(window, "maker-extra", language)
    window.scan(label(2))
    settle(window)
    shoot(window, "maker-type", language)
    window.press(Qt.Key.Key_F11)
    shoot(window, "maker-type-others", language)
    window.press(Qt.Key.Key_F2)
    settle(window)
    window.scan("PF2ABC01")
    settle(window)
    shoot(window, "maker-here-already", language)
    walk.check(window.shell)


def test_supervisor(window: Window, language: str, tmp_path: Path) -> None:
    window.supervisor()
    begin(window, language)
    settle(window)
    shoot(window, "supervisor-no-lot", language)
    window.press(Qt.Key.Key_F3)
    window.settle()
    shoot(window, "open-lot", language)
    card = window.shell._layers.top
    path = tmp_path / "puhelimet.csv"
    path.write_text(BROKEN, encoding="utf-8")
    card.list_chosen.emit(str(path))  # type: ignore[union-attr]  # the card that asks for a lot
    window.settle()
    shoot(window, "preview", language)
    window.press(Qt.Key.Key_F9)
    open_lot(window)
    window.shell.panel.shown()  # type: ignore[union-attr]  # the intake panel is open
    settle(window)
    for number in range(3):
        window.scan(f"PF2ABC{number:02d}")
        window.scan(label(10 + number))
    window.scan("PF2ABC03")
    settle(window)
    shoot(window, "supervisor", language)
    shows_what_came_last(window)
    window.press(Qt.Key.Key_F2)
    shoot(window, "medium", language)
    window.press(Qt.Key.Key_F9)
    window.press(Qt.Key.Key_F7)
    shoot(window, "no-serial", language)
    window.press(Qt.Key.Key_F9)
    window.press(Qt.Key.Key_F11)
    window.settle()
    shoot(window, "close-lot", language)
    window.press(Qt.Key.Key_F9)
    window.press(Qt.Key.Key_F8)
    shoot(window, "choose-lot", language)
    window.press(Qt.Key.Key_F9)
    walk.check(window.shell)
