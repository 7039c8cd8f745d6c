"""Watches a folder or the sticks for wipe reports while somebody who may bring them in looks.

Nothing is brought in by itself: a quiet line tells how many are new, a person's key takes them,
since they are entered under that person. While the desk is locked nobody looks, and nothing reads.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from serkut_desk.stations.report_watching import Look, fresh, look
from serkut_desk.ui.sticks import sticks

if TYPE_CHECKING:
    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.ui.hands import Hands

STICKS = "sticks"
"""Instead of a folder: every stick that is plugged in."""
_SOON, _LATER = 2000, 10_000
"""Milliseconds to the next look, while a file may still grow and while nothing is new."""


class ReportFolder(QObject):
    """The reports in the watched place that nobody has brought in yet.

    Args:
        hands: Reads files beside the window and asks the records.
    """

    changed = Signal()
    """`fresh` is another now."""

    def __init__(self, hands: Hands, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hands = hands
        self._seen = Look()
        self._looking = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        self._watching = False
        self.fresh: tuple[Path, ...] = ()

    @property
    def watched(self) -> str:
        """The folder, `STICKS`, or nothing."""
        return self._hands.preferences.report_folder

    def choose(self, folder: str) -> None:
        """Watch another place from now on, at every start; "" watches none."""
        self._hands.preferences.report_folder = folder
        self._seen, self.fresh = Look(), ()
        self.changed.emit()
        self.look()

    def start(self) -> None:
        """Begin to look."""
        self._watching = True
        self.look()

    def stop(self) -> None:
        """Nobody looks any more."""
        self._watching = False
        self._timer.stop()

    def look(self) -> None:
        """Look once, beside the window."""
        if self._looking or not self._watching or not self.watched:
            return
        self._looking = True
        if self.watched == STICKS:
            roots = tuple(stick.path for stick in sticks())
        else:
            roots = (Path(self.watched),)
        self._hands.work(partial(look, roots, self._seen), self._looked, self._failed)

    def _looked(self, seen: Look) -> None:
        self._seen = seen
        self._hands.ask(partial(fresh, seen=seen), self._sorted, self._failed)

    def _sorted(self, found: tuple[Path, ...]) -> None:
        if found != self.fresh:
            self.fresh = found
            self.changed.emit()
        self._again()

    def _failed(self, _failure: KnownFailure) -> None:
        self.fresh = ()
        self._again()

    def _again(self) -> None:
        self._looking = False
        if self._watching:
            self._timer.start(_SOON if self._seen.waiting else _LATER)
