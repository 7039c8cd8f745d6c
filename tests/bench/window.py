"""The real window without a test around it: keys in, words out, the loop turned by hand."""

from __future__ import annotations

import os
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from ui.window_kit import Window

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtCore import SignalInstance
    from pytestqt.qtbot import QtBot

_PATIENCE = 60.0  # seconds
_WAIT = QEventLoop.ProcessEventsFlag.WaitForMoreEvents
_STEP_MS = 5


class Loop:
    """What the window's kit needs of pytest-qt, without its wait between two looks."""

    def addWidget(self, widget: object) -> None:  # noqa: N802 - pytest-qt's own name
        """Leave the window to its owner."""

    def waitUntil(  # noqa: N802 - pytest-qt's own name
        self, ready: Callable[[], bool], *, timeout: int = int(_PATIENCE * 1000)
    ) -> None:
        """Turn the loop until something holds."""
        end = time.perf_counter() + timeout / 1000
        while not ready():
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, _STEP_MS)
            if time.perf_counter() > end:
                raise TimeoutError

    @contextmanager
    def waitSignal(self, signal: SignalInstance) -> Iterator[None]:  # noqa: N802 - as above
        """Wait for a signal of what is done inside."""
        heard: list[bool] = []
        signal.connect(lambda *_: heard.append(True))
        yield
        self.waitUntil(lambda: bool(heard))


def open_window(root: Path) -> Window:
    """Return the window over a new workshop."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication([])
    return Window(cast("QApplication", application), cast("QtBot", Loop()), root)
