"""The questions of the evidence screen to the records, and its commands."""

from __future__ import annotations

from functools import partial
from threading import Event
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from serkut_desk.domain.errors import Refused
from serkut_desk.stations.devices import queries as devices
from serkut_desk.stations.evidence import originals, queries
from serkut_desk.stations.evidence.commands import NoteClock, SettleFiles
from serkut_desk.stations.wiping import offers
from serkut_desk.stations.wiping.commands import (
    AcceptProposed,
    AssignRun,
    ImportReports,
    ReadAgain,
    RejectProposed,
    SetAsideRun,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from serkut_desk.domain.changes import Changes
    from serkut_desk.domain.evidence_place import Place
    from serkut_desk.stations.evidence.originals import Original
    from serkut_desk.stations.evidence.queries import FilePage, Inbox
    from serkut_desk.stations.handling import Command
    from serkut_desk.stations.report_candidates import CandidateLine
    from serkut_desk.stations.wiping.results import Imported
    from serkut_desk.ui.hands import Hands


class Changed(Protocol):
    """What every command answers with."""

    @property
    def changes(self) -> Changes:
        """What screens have to look at again."""
        ...


Done = TypeVar("Done", bound=Changed)


class EvidencePresenter(QObject):
    """Between the panel and the station.

    Args:
        hands: Carries out.
    """

    listed = Signal(int, object)
    """A token, and the `Inbox` that was asked for with it."""
    page_ready = Signal(int, object)
    """A number and its `FilePage`."""
    original_ready = Signal(int, object)
    """A number and its `Original`."""
    candidates_ready = Signal(int, object)
    """A run and its `CandidateLine`s."""
    found = Signal(object)
    """What a scan names: a `Found`."""
    failed = Signal(object)
    """The list could not be fetched: a `KnownFailure`."""
    refused = Signal(object)
    """What was asked was refused: a `KnownFailure`."""
    done = Signal(str)
    """A command was carried out; its word."""
    imported = Signal(object)
    """An `Imported`."""
    import_failed = Signal(object)
    """Nothing was brought in: a `KnownFailure`."""
    progressed = Signal(int, int)
    """How many files are read, of how many."""

    def __init__(self, hands: Hands, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hands = hands
        self._stop = Event()

    def load(self, token: int, place: Place | None, *, only_waiting: bool, offset: int) -> None:
        """Fetch a stretch of the list."""
        self._hands.ask(
            lambda desk, who: queries.inbox(
                desk, who, place, only_waiting=only_waiting, offset=offset
            ),
            partial(self._listed, token),
            self.failed.emit,
        )

    def open(self, number: int) -> None:
        """Fetch one file."""
        self._hands.ask(
            lambda desk, who: queries.page(desk, who, number),
            partial(self._page, number),
            self.refused.emit,
        )

    def ask_original(self, number: int) -> None:
        """Fetch an original as it can be looked at."""
        self._hands.ask(
            lambda desk, who: originals.original(desk, who, number),
            partial(self._original, number),
            self.refused.emit,
        )

    def ask_candidates(self, run: int) -> None:
        """Fetch the media that a drive can be."""
        self._hands.ask(
            lambda desk, who: offers.candidates(desk, who, run),
            partial(self._candidates, run),
            self.refused.emit,
        )

    def find(self, text: str) -> None:
        """Find what was scanned."""
        self._hands.ask(
            lambda desk, who: devices.find(desk, who, text), self.found.emit, self.refused.emit
        )

    def bring_in(self, paths: Sequence[Path], performer: str | None, *, watched: bool) -> None:
        """Import files and folders."""
        self._stop = Event()
        # Called in the lane; the signal comes to the window's thread by itself.
        watch = partial(_watch, self._stop, self.progressed.emit)
        command = ImportReports(tuple(paths), performer, watch, watched=watched)
        self._hands.submit(command, self._imported, self.import_failed.emit, _changes)

    def stop_reading(self) -> None:
        """Stop the import that is being read; nothing of it is saved."""
        self._stop.set()

    def read_again(self, number: int) -> None:
        """Read a kept file once more."""
        self._do(ReadAgain(number), "again")

    def settle(self, number: int) -> None:
        """Say that a file was looked at."""
        self._do(SettleFiles((number,)), "settled")

    def note_clock(self, run: int) -> None:
        """Say that a computer's clock ran in local time."""
        self._do(NoteClock(run), "clock")

    def accept(self, medium: int) -> None:
        """Accept a drive that a report found."""
        self._do(AcceptProposed(f"#{medium}"), "accepted")

    def reject(self, medium: int, reason: str) -> None:
        """Say that a drive is not ours."""
        self._do(RejectProposed(f"#{medium}", reason), "rejected")

    def assign(self, run: int, medium: int) -> None:
        """Count a drive of a report for a medium."""
        self._do(AssignRun(run, f"#{medium}"), "assigned")

    def set_aside(self, run: int, reason: str) -> None:
        """Let a run count no more."""
        self._do(SetAsideRun(run, reason), "aside")

    def save(self, sha256: str, target: Path) -> None:
        """Write an original to a file."""
        self._hands.ask(
            lambda desk, who: originals.save_original(desk, who, sha256, target),
            self._saved,
            self.refused.emit,
        )

    def _do(self, command: Command[Done], word: str) -> None:
        self._hands.submit(command, partial(self._told, word), self.refused.emit, _changes)

    def _told(self, word: str, _done: Changed) -> None:
        self.done.emit(word)

    def _listed(self, token: int, found: Inbox) -> None:
        self.listed.emit(token, found)

    def _page(self, number: int, page: FilePage) -> None:
        self.page_ready.emit(number, page)

    def _original(self, number: int, found: Original) -> None:
        self.original_ready.emit(number, found)

    def _candidates(self, run: int, lines: tuple[CandidateLine, ...]) -> None:
        self.candidates_ready.emit(run, lines)

    def _imported(self, done: Imported) -> None:
        self.imported.emit(done)

    def _saved(self, _name: str) -> None:
        self.done.emit("saved")


def _watch(stop: Event, tell: Callable[[int, int], None], done: int, total: int) -> None:
    if stop.is_set() and done < total:
        raise Refused("import_stopped")
    tell(done, total)


def _changes(done: Changed) -> Changes:
    return done.changes
