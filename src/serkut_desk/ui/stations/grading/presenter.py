"""Asks the records about grading and carries out what a person answers and decides."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from serkut_desk.domain.changes import Changes
from serkut_desk.domain.codes import short
from serkut_desk.stations.devices.commands import MoveDevices, RaiseStop, UndoLast
from serkut_desk.stations.devices.queries import card, find
from serkut_desk.stations.grading import queries
from serkut_desk.stations.grading.commands import Decide, FinishInspection, OverrideGrade
from serkut_desk.stations.labels.commands import ReprintLabel
from serkut_desk.ui.panel import Notice
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from serkut_desk.domain.advice import Way
    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.domain.outcomes import Grade
    from serkut_desk.domain.stops import StopKind
    from serkut_desk.stations.devices.card_model import DeviceCard
    from serkut_desk.stations.devices.commands import Moved, Undone
    from serkut_desk.stations.finding import Found
    from serkut_desk.stations.grading.commands import Decided, Finished, Kept, Overridden
    from serkut_desk.stations.grading.queries import Look, QueueLine
    from serkut_desk.stations.handling import Command
    from serkut_desk.ui.hands import Hands


class GradingPresenter(QObject):
    """Between the grading screen and the records.

    Args:
        hands: Carries commands out.
    """

    opened = Signal(object)
    """A `Look` at the device that is open."""
    card_ready = Signal(object)
    """Its `DeviceCard`."""
    listed = Signal(object)
    """Every `QueueLine`."""
    kept = Signal(object)
    """A `Kept` that raised a stop."""
    finished = Signal(object)
    """A `Finished`."""
    changed = Signal(object)
    """An `Overridden`, `Decided` or `Undone`, or the code of a device whose label was queued."""
    refused = Signal(object)
    """A `KnownFailure` of something that was to change the records."""
    found = Signal(str)
    """Code of the device that a scan named, "" when none."""
    said = Signal(object)
    """A `Notice`."""
    failed = Signal(object)
    """A `KnownFailure` of a question: there is nothing to show."""

    def __init__(self, hands: Hands, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hands = hands
        self.code = ""
        self._peeked = ""

    def open(self, code: str) -> None:
        """Read a device."""
        self.code = code
        self._hands.ask(partial(_look, code=code), self._opened, self._not_opened)
        self._hands.ask(partial(_card, code=code), self._card, _nothing)

    def peek(self, code: str) -> None:
        """Read the card of a device that is chosen and not opened."""
        self._peeked = code
        if code:
            self._hands.ask(partial(_card, code=code), self._card, _nothing)

    def find(self, text: str) -> None:
        """Look for the device that a scan names."""
        self._hands.ask(partial(_find, text=text), self._found, self._not_opened)

    def move(self, place: str) -> None:
        """Put the open device to a place."""
        self._hands.submit(
            MoveDevices((self.code,), place),
            self._moved,
            self._refused,
            lambda moved: Changes(devices=frozenset(moved.devices), journal=bool(moved.devices)),
        )

    def close(self) -> None:
        """No device is open any more."""
        self.code = ""

    def load(self) -> None:
        """Read the queues."""
        self._hands.ask(_queue, self._listed, self._not_opened)

    def keep(self, command: Command[Kept]) -> None:
        """Keep an answer; only one that raised a stop is told."""
        self._hands.submit(command, self._kept, self._refused, _of_kept)

    def finish(self) -> None:
        """Make the grade of the answers."""
        command = FinishInspection(self.code)
        self._hands.submit(command, self._finished, self._refused, lambda done: done.changes)

    def override(self, grade: Grade, reason: str) -> None:
        """Set another grade."""
        command = OverrideGrade(self.code, grade, reason)
        self._hands.submit(command, self._changed, self._refused, lambda done: done.changes)

    def decide(self, way: Way, reason: str) -> None:
        """Say where the device goes."""
        command = Decide(self.code, way.outcome, reason, way)
        self._hands.submit(command, self._changed, self._refused, lambda done: done.changes)

    def print_label(self, reason: str) -> None:
        """Queue the label of the open device once more."""
        code = self.code
        changes = Changes(labels=frozenset({code}), journal=True)
        self._hands.submit(
            ReprintLabel(code, reason),
            lambda _job: self.changed.emit(code),
            self._refused,
            lambda _job: changes,
        )

    def undo(self) -> None:
        """Undo the person's own last action."""
        self._hands.submit(UndoLast(), self._changed, self._refused, _of_undo)

    def raise_stop(self, kind: StopKind, code: str) -> None:
        """Enter a stop that an answer did not."""
        self._hands.submit(RaiseStop(kind, code), _nothing, _nothing)

    def _opened(self, look: Look) -> None:
        if look.device == self.code:
            self.opened.emit(look)

    def _card(self, found: DeviceCard) -> None:
        if found.code == (self.code or self._peeked):
            self.card_ready.emit(found)

    def _found(self, found: Found) -> None:
        self.found.emit(found.device or "")

    def _moved(self, moved: Moved) -> None:
        self.said.emit(Notice(Tone.GOOD, moved.place.name, short(self.code)))

    def _not_opened(self, failure: KnownFailure) -> None:
        self.failed.emit(failure)

    def _listed(self, lines: tuple[QueueLine, ...]) -> None:
        self.listed.emit(lines)

    def _kept(self, kept: Kept) -> None:
        if kept.stop is not None:
            self.kept.emit(kept)

    def _finished(self, done: Finished) -> None:
        self.finished.emit(done)

    def _changed(self, done: Overridden | Decided | Undone) -> None:
        self.changed.emit(done)

    def _refused(self, failure: KnownFailure) -> None:
        self.refused.emit(failure)


_look = queries.look
_queue = queries.queue
_card = card
_find = find


def _nothing(_told: object) -> None:
    """Say nothing: the panel shows all the same what it knows."""


def _of_kept(kept: Kept) -> Changes:
    return kept.changes


def _of_undo(undone: Undone) -> Changes:
    return Changes(devices=frozenset(undone.devices), journal=True)
