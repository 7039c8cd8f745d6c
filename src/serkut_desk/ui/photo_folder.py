"""Watches the folder of pictures while somebody looks, off the window's thread."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from serkut_desk.stations import photo_views
from serkut_desk.stations.photo_watching import Look, look

if TYPE_CHECKING:
    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.stations.photo_watching import FolderPhoto
    from serkut_desk.ui.hands import Hands

_SOON = 700
"""Milliseconds until a file that may still grow is looked at again."""
_LATER = 3000
"""The same for one that could not be opened."""


class PhotoFolder(QObject):
    """The pictures in the watched folder that nobody has taken yet.

    Args:
        hands: Reads files beside the window and asks the records.
    """

    changed = Signal()
    """`fresh` or `problem` is another now."""

    def __init__(self, hands: Hands, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hands = hands
        self._seen = Look()
        self._looking = self._again = False
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self.look)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        self.fresh: tuple[FolderPhoto, ...] = ()
        self.problem: KnownFailure | None = None

    @property
    def path(self) -> Path | None:
        """The folder, None when none is chosen."""
        chosen = self._hands.preferences.photo_folder
        return Path(chosen) if chosen else None

    @property
    def unreadable(self) -> int:
        """How many of the newest files can not be opened."""
        return len(self._seen.problems)

    def choose(self, folder: Path) -> None:
        """Watch another folder from now on, at every start."""
        self.stop()
        self._hands.preferences.photo_folder = str(folder)
        self._seen = Look()
        self.start()

    def start(self) -> None:
        """Begin to watch: somebody looks."""
        if self.path is not None:
            self._watcher.addPath(str(self.path))
            self.look()

    def stop(self) -> None:
        """Nobody looks any more."""
        self._timer.stop()
        watched = self._watcher.directories()
        if watched:
            self._watcher.removePaths(watched)

    def look(self) -> None:
        """Look into the folder; while one look is on its way, one more waits."""
        if self._looking:
            self._again = True
        elif self.path is not None:
            self._looking = True
            self._hands.work(partial(look, self.path, self._seen), self._looked, self._failed)

    def _looked(self, seen: Look) -> None:
        self._seen, self.problem = seen, None
        digests = tuple(one.digest for one in seen.found)
        self._hands.ask(partial(_taken, digests=digests), self._sorted, self._failed)

    def _sorted(self, taken: frozenset[str]) -> None:
        self.fresh = tuple(one for one in self._seen.found if one.digest not in taken)
        self._done()
        if self._watcher.directories():
            if self._seen.waiting:
                self._timer.start(_SOON)
            elif self._seen.problems:
                self._timer.start(_LATER)

    def _failed(self, failure: KnownFailure) -> None:
        self.problem, self.fresh = failure, ()
        self._done()

    def _done(self) -> None:
        self._looking = False
        self.changed.emit()
        if self._again:
            self._again = False
            self.look()


_taken = photo_views.taken
