"""Every state of the returns screen in both sizes and languages, for people's eyes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from serkut_desk.domain.channels import Channel, Payment
from serkut_desk.ui.stations.returns.forms import SettleForm
from ui import screens, walk
from ui.stations.returns.desk import open_returns, till_of

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
        assert screens.save(window.shell, f"returns-{name}-{language}", size).exists()
        walk.check(window.shell)


def test_supervisor(window: Window, tmp_path: Path, language: str) -> None:
    till = till_of(window, tmp_path)
    first, second, third = (till.clean(number) for number in (1, 2, 3))
    monitor = till.device("CN0P2419", type="monitor", manufacturer="Dell", model="P2419H")
    till.issue(first)
    till.sell(first)
    receipt = till.sell(second, monitor, payment=Payment.CARD)
    till.sell(third, cents=0, payment=Payment.NONE, channel=Channel.WORKSTATION, months=6)
    window.workshop.clock.tick(days=190)
    window.speak(language)
    window.supervisor()
    panel = open_returns(window)
    _save(window, "empty", language)
    window.scan(receipt)
    _save(window, "which", language)
    window.press(Qt.Key.Key_F9)
    window.settle()
    window.scan(third.code)
    _save(window, "ended", language)
    window.scan(first.code)
    window.settle()
    window.press(Qt.Key.Key_F5)
    _save(window, "take", language)
    window.press(Qt.Key.Key_F10)
    _save(window, "taken", language)
    window.press(Qt.Key.Key_F11)
    _save(window, "kept", language)
    window.press(Qt.Key.Key_F9)
    window.press(Qt.Key.Key_F5)
    _save(window, "refund", language)
    assert isinstance(panel.form, SettleForm)
    panel.form.decided.emit("Näyttöä ei korjata", 9500)
    window.settle()
    _save(window, "refunded", language)
    till.bring_back(monitor, "unwanted")
    till.bring_back(third, "damaged", note="Pudonnut, kulma halki")
    window.press(Qt.Key.Key_F9)
    _save(window, "list", language)
    window.scan("EI-TUNNETA-1")
    _save(window, "unknown", language)
