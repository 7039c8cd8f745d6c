"""Nothing is cut on any screen, for makers and supervisors, at 1366 x 768 and at 150 %."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from serkut_desk.ui import theme
from ui import cut, screens, walk
from ui.stations.home.kit import fill

if TYPE_CHECKING:
    from ui.window_kit import Window


def _enlarge(window: Window) -> None:
    for _ in range(3):
        QTest.keyClick(window.shell, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert theme.scale() == 1.5
    window.settle()


@pytest.mark.parametrize("scale", [100, 150])
@pytest.mark.parametrize("who", ["maker", "supervisor"])
def test_nothing_is_cut_at_any_station(window: Window, who: str, scale: int) -> None:
    fill(window.workshop)
    getattr(window, who)()
    if scale != 100:
        _enlarge(window)
    person = window.shell.person
    assert person is not None
    wrong = {}
    for station in person.stations:
        window.shell.open(station)
        window.settle()
        screens.save(window.shell, f"all-{station}-{who}-{scale}", (1366, 768))
        window.settle()
        wrong[station] = cut.cut(window.shell)
        walk.check(window.shell)
    assert {station: found for station, found in wrong.items() if found} == {}
