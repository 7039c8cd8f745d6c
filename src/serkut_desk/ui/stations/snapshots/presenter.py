"""The questions of the machines' screen to the records, and its commands."""

from __future__ import annotations

from functools import partial
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from serkut_desk.domain.changes import Changes
from serkut_desk.domain.errors import Refused
from serkut_desk.stations.devices import queries as devices
from serkut_desk.stations.devices.commands import UndoLast
from serkut_desk.stations.snapshots import queries
from serkut_desk.stations.snapshots.collector import copy_collector
from serkut_desk.stations.snapshots.commands import (
    ApplySnapshot,
    ImportSnapshots,
    MatchSnapshot,
    SetAsideSnapshot,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from serkut_desk.stations.devices.commands import Undone
    from serkut_desk.stations.snapshots.commands import Applied, SnapshotDone, SnapshotsTaken
    from serkut_desk.ui.hands import Hands


class SnapshotsPresenter(QObject):
    """Between the panel and the station.

    Args:
        hands: Carries out.
    """

    listed = Signal(object)
    """A tuple of `SnapshotLine`."""
    page_ready = Signal(int, object)
    """A number and its `Page`."""
    failed = Signal(object)
    """The list could not be fetched: a `KnownFailure`."""
    refused = Signal(object)
    """What was asked was refused: a `KnownFailure`."""
    found = Signal(object)
    """What a scan names: a `Found`."""
    imported = Signal(object)
    """A `SnapshotsTaken`."""
    import_failed = Signal(object)
    """Nothing was brought in: a `KnownFailure`."""
    progressed = Signal(int, int)
    """How many files are read, of how many."""
    applied = Signal(object)
    """An `Applied`."""
    decided = Signal(object)
    """A `SnapshotDone`."""
    undone = Signal(object)
    """An `Undone`."""
    copied = Signal(object)
    """Where the collector was written."""

    def __init__(self, hands: Hands, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hands = hands
        self._stop = Event()

    def load(self, *, everything: bool) -> None:
        """Fetch the list."""
        self._hands.ask(
            lambda desk, who: queries.listed(desk, who, everything=everything),
            self.listed.emit,
            self.failed.emit,
        )

    def open(self, number: int) -> None:
        """Fetch one machine beside its record."""
        self._hands.ask(
            lambda desk, who: queries.page(desk, who, number),
            partial(self._page, number),
            self.refused.emit,
        )

    def find(self, text: str) -> None:
        """Find what was scanned."""
        self._hands.ask(
            lambda desk, who: devices.find(desk, who, text), self.found.emit, self.refused.emit
        )

    def bring_in(self, paths: Sequence[Path]) -> None:
        """Import files and folders."""
        self._stop = Event()
        # Called in the lane; the signal comes to the window's thread by itself.
        watch = partial(_watch, self._stop, self.progressed.emit)
        command = ImportSnapshots(tuple(paths), watch)
        self._hands.submit(command, self._imported, self.import_failed.emit, _changes_in)

    def stop_reading(self) -> None:
        """Stop the import that is being read; nothing of it is saved."""
        self._stop.set()

    def apply(self, number: int, keys: tuple[str, ...]) -> None:
        """Take over what was chosen."""
        self._hands.submit(
            ApplySnapshot(number, keys), self._applied, self.refused.emit, _changes_applied
        )

    def match(self, number: int, device: str, reason: str = "") -> None:
        """Say which device it is."""
        command = MatchSnapshot(number, device, reason)
        self._hands.submit(command, self._decided, self.refused.emit, _changes_decided)

    def set_aside(self, number: int, reason: str) -> None:
        """Let a list count no more."""
        command = SetAsideSnapshot(number, reason)
        self._hands.submit(command, self._decided, self.refused.emit, _changes_decided)

    def undo(self) -> None:
        """Undo the person's own last action."""
        self._hands.submit(UndoLast(), self._undone, self.refused.emit, _changes_undone)

    def copy_collector(self, folder: Path) -> None:
        """Write the collector onto a stick."""
        self._hands.work(partial(copy_collector, folder), self._copied, self.refused.emit)

    def _page(self, number: int, page: queries.Page) -> None:
        self.page_ready.emit(number, page)

    def _imported(self, done: SnapshotsTaken) -> None:
        self.imported.emit(done)

    def _applied(self, done: Applied) -> None:
        self.applied.emit(done)

    def _decided(self, done: SnapshotDone) -> None:
        self.decided.emit(done)

    def _undone(self, done: Undone) -> None:
        self.undone.emit(done)

    def _copied(self, path: Path) -> None:
        self.copied.emit(path)


def _watch(stop: Event, tell: Callable[[int, int], None], done: int, total: int) -> None:
    if stop.is_set() and done < total:
        raise Refused("import_stopped")
    tell(done, total)


def _changes_in(done: SnapshotsTaken) -> Changes:
    return done.changes


def _changes_applied(done: Applied) -> Changes:
    return done.changes


def _changes_decided(done: SnapshotDone) -> Changes:
    return done.changes


def _changes_undone(done: Undone) -> Changes:
    return Changes(devices=frozenset(done.devices), labels=frozenset(done.devices), journal=True)
