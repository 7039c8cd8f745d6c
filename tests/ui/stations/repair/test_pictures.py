"""Pictures of the repair screen, at both sizes, and nothing cut on any of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, Qt

from ui import cut, screens, walk
from ui.stations.repair.bench import enter, full, panel

if TYPE_CHECKING:
    from ui.window_kit import Window


def save(window: Window, name: str, language: str) -> None:
    window.settle()
    if language == "fi":
        for size in reversed(screens.SIZES):
            assert screens.save(window.shell, f"repair-{name}-{language}", size).exists()
    else:
        # English is only looked through: its words are longer here and there.
        window.shell.resize(*screens.SIZES[0])
        QCoreApplication.sendPostedEvents()
        window.shell.grab()
        QCoreApplication.sendPostedEvents()
    cut.check(window.shell)
    walk.check(window.shell)


@pytest.mark.parametrize("language", ["fi", "en"])
def test_supervisor_pictures(window: Window, language: str) -> None:
    bench = full(window.workshop)
    enter(window, language=language)
    save(window, "board", language)
    window.scan(bench.waiting[0].code)
    save(window, "opening", language)
    window.press(Qt.Key.Key_F2)
    save(window, "opening-words", language)
    window.press(Qt.Key.Key_F9)
    window.scan(bench.orders["mine"])
    save(window, "order-taken", language)
    window.scan(bench.orders["here"])
    save(window, "order-part", language)
    window.scan(bench.orders["test"])
    save(window, "order-test", language)
    window.press(Qt.Key.Key_F10)
    window.settle()
    card = panel(window).endings.safety_card
    assert card is not None
    card.figures[0].field.edit.setText("0,9")
    card.figures[0].field.edited.emit("0,9")
    card.figures[1].field.edit.setText("0,15")
    card.figures[1].field.edited.emit("0,15")
    save(window, "safety", language)
    window.press(Qt.Key.Key_F9)
    window.press(Qt.Key.Key_F8)
    save(window, "end", language)
    window.press(Qt.Key.Key_F9)


@pytest.mark.parametrize("language", ["fi", "en"])
def test_maker_pictures(window: Window, language: str) -> None:
    bench = full(window.workshop)
    enter(window, maker=True, language=language)
    save(window, "maker-start", language)
    window.press(Qt.Key.Key_F6)
    save(window, "maker-board", language)
    window.scan(bench.orders["mine"])
    save(window, "maker-order", language)
    window.press(Qt.Key.Key_F2)
    save(window, "maker-step", language)
    window.press(Qt.Key.Key_F5)
    window.press(Qt.Key.Key_F6)
    save(window, "maker-minutes", language)
    window.press(Qt.Key.Key_F9)
    window.press(Qt.Key.Key_F5)
    window.press(Qt.Key.Key_F3)
    save(window, "maker-parts", language)
    window.press(Qt.Key.Key_F5)
    save(window, "maker-part-out", language)
    window.press(Qt.Key.Key_F9)
    window.scan(bench.orders["other"])
    save(window, "maker-hand-over", language)
    window.scan(bench.orders["test"])
    save(window, "maker-test", language)
