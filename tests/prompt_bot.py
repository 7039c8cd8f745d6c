"""pytest-qt's hands, but quick to look again.

They look every 10 ms whether something has happened. Most of what a window does is done sooner,
and the tests wait for it some ten thousand times.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from pytestqt.qtbot import QtBot

if TYPE_CHECKING:
    from collections.abc import Callable

_PAUSES_MS = (1, 1, 2, 2, 3, 4, 5)


class PromptBot(QtBot):
    """Looks soon again at what it waits for, and only then as seldom as pytest-qt does."""

    def waitUntil(  # noqa: N802 - pytest-qt's name
        self, callback: Callable[[], bool | None], *, timeout: int = 5000
    ) -> None:
        """Wait until a condition holds, as pytest-qt does."""
        for pause in _PAUSES_MS:
            with suppress(AssertionError):
                if callback() in {None, True}:
                    return
            self.wait(pause)
        super().waitUntil(callback, timeout=timeout)
