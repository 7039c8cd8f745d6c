"""What tests of the handover screen begin with: devices on the shelf, and the open screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from serkut_desk.ui.stations.handover.panel import HandoverPanel
from stations.certificates.counter import new_seal
from stations.handover.till import Till

if TYPE_CHECKING:
    from pathlib import Path

    from serkut_desk.stations.handover.views import BasketView
    from serkut_desk.ui.stations.handover.answer_strip import AnswerStrip
    from ui.window_kit import Window


def till_of(window: Window, folder: Path, *, seller: bool = True) -> Till:
    """Return short ways to fill the window's shelf."""
    stick = folder / "stick"
    stick.mkdir(exist_ok=True)
    till = Till(window.workshop, stick, seal=new_seal(window.workshop))
    if seller:
        till.know_seller()
    return till


def settle(window: Window) -> None:
    """Wait until nothing is under way: many scans take their time on a busy machine."""
    desk = window.desk
    window.bot.waitUntil(lambda: not desk.lane.waiting and not desk.free.waiting, timeout=60_000)


def open_handover(window: Window, language: str = "en") -> HandoverPanel:
    """Sign the supervisor in and open the screen."""
    window.speak(language)
    window.supervisor()
    window.shell.open("handover")
    settle(window)
    return panel_of(window)


def panel_of(window: Window) -> HandoverPanel:
    """Return the open screen; another one stands there after each change of person."""
    panel = window.shell.panel
    assert isinstance(panel, HandoverPanel)
    return panel


def begin(window: Window, key: Qt.Key) -> None:
    """Choose a channel by its key."""
    window.press(key)
    settle(window)
    assert panel_of(window).pages.basket is not None


def scan(window: Window, *texts: str) -> None:
    """Scan one after the other, and wait for the last answer."""
    for text in texts:
        window.scan(text)
    settle(window)


def write(window: Window, **terms: str) -> None:
    """Write into the terms, as a person who leaves each field by Enter."""
    card = panel_of(window).pages.basket
    assert card is not None
    window.shell.activateWindow()
    for key, text in terms.items():
        edit = card.field(key).edit
        edit.setFocus()
        window.bot.waitUntil(edit.hasFocus)
        edit.selectAll()
        QTest.keyClicks(edit, text)
        QTest.keyClick(edit, Qt.Key.Key_Return)
    settle(window)


def press(window: Window, *keys: Qt.Key) -> None:
    """Press keys one after the other."""
    for key in keys:
        window.press(key)
        settle(window)


def answer(window: Window) -> AnswerStrip:
    """Return the big answer."""
    return panel_of(window)._side.answer


def completed(window: Window) -> BasketView:
    """Return the completed handover that is shown."""
    panel = panel_of(window)
    assert panel.pages.done is not None, (answer(window).said, window.notice)
    assert panel._view is not None
    assert panel._view.state == "completed"
    return panel._view
