"""Who hears each event of the application, and how long there is nothing to hear.

Every event of every widget passes who listens to the application, tens of thousands while one
page is built, and none of those is a person's: keys, taps and clicks are handed out by the event
loop alone, which does not run meanwhile.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QObject

_listeners: list[QObject] = []
_nested = 0


def listen(listener: QObject) -> None:
    """Let `listener` filter the application's events, before those that listen already."""
    _listeners[:] = [one for one in _listeners if isValid(one) and one is not listener]
    _listeners.append(listener)
    if not _nested:
        _install(listener)


def stop_listening(listener: QObject) -> None:
    """Let `listener` hear nothing any more."""
    _listeners[:] = [one for one in _listeners if one is not listener]
    application = QApplication.instance()
    if application is not None:
        application.removeEventFilter(listener)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Ask nobody who listens as long as this lasts; no event loop may run in it."""
    global _nested  # noqa: PLW0603 - as there is one application
    application = QApplication.instance()
    if not _nested and application is not None:
        for one in _listeners:
            if isValid(one):
                application.removeEventFilter(one)
    _nested += 1
    try:
        yield
    finally:
        _nested -= 1
        if not _nested:
            # In the order in which they came: the last one is asked first.
            for one in _listeners:
                if isValid(one):
                    _install(one)


def _install(listener: QObject) -> None:
    application = QApplication.instance()
    if application is not None:
        application.installEventFilter(listener)
