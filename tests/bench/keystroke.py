"""Gives a window keys until one arrives, and says when that was. Imports nothing but Qt."""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from collections.abc import Callable

# A process that no key reaches shall end.
_PATIENCE_MS = 20_000


def watch(arrived: Callable[[], bool]) -> None:
    """Begin to press a key as soon as the loop runs; end the process when it has arrived."""

    def press() -> None:
        # Only a window that has the focus gets keys from a keyboard.
        target = QApplication.focusWidget()
        if target is None:
            return
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            key = QKeyEvent(kind, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "A")
            QCoreApplication.sendEvent(target, key)
        if arrived():
            sys.stdout.write(f"{time.monotonic()}\n")
            sys.stdout.flush()
            os._exit(0)

    # The first key comes at once when the window gets the focus, the others whenever there is time.
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.focusChanged.connect(press)
    timer = QTimer(QCoreApplication.instance())
    timer.timeout.connect(press)
    timer.start(0)
    QTimer.singleShot(_PATIENCE_MS, lambda: os._exit(1))
