"""Asks the records about parts and carries out what a person wants."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from serkut_desk.domain.changes import Changes
from serkut_desk.domain.parts import PartState
from serkut_desk.stations.devices.commands import UndoLast, Undone
from serkut_desk.stations.parts import queries
from serkut_desk.stations.parts.commands import MoveParts, PartDone
from serkut_desk.ui.stations.parts.views import View

if TYPE_CHECKING:
    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.domain.people import Session
    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.handling import Command
    from serkut_desk.stations.parts.commands import PartsMoved, WantDone
    from serkut_desk.stations.parts.queries import Figure, PartFilter, PartLine, PartPage, WantLine
    from serkut_desk.ui.hands import Hands

_STATES = {
    View.STOCK: PartState.STOCK,
    View.RESERVED: PartState.STOCK,
    View.FITTED: PartState.FITTED,
    View.MISSING: PartState.MISSING,
}


@dataclass(frozen=True, slots=True)
class Lists:
    """What the screen shows besides the chosen part: parts, wants, figures."""

    parts: tuple[PartLine, ...]
    wants: tuple[WantLine, ...]
    figures: tuple[Figure, ...]


class PartsPresenter(QObject):
    """Between the parts screen and the records.

    Args:
        hands: Carries commands out.
    """

    listed = Signal(object)
    """A `Lists`."""
    failed = Signal(object)
    """Why the lists could not be read."""
    paged = Signal(object)
    """A `PartPage`."""
    done = Signal(object)
    """A `PartDone`."""
    moved = Signal(object)
    """A `PartsMoved`."""
    wanted = Signal(object)
    """A `WantDone`."""
    undone = Signal(object)
    """An `Undone`."""
    refused = Signal(object)
    """A `KnownFailure` of something that was wanted."""

    def __init__(self, hands: Hands, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hands = hands

    def load(self, view: View, which: PartFilter) -> None:
        """Read the lists."""
        states = frozenset({_STATES.get(view, PartState.STOCK)})
        kept = True if view is View.RESERVED else None
        asked = replace(which, states=states, reserved=kept)
        self._hands.ask(partial(_lists, which=asked), self._listed, self._failed)

    def look(self, text: str) -> None:
        """Read everything about a part."""
        self._hands.ask(partial(queries.page, text=text), self._paged, self._refused)

    def do(self, command: Command[PartDone]) -> None:
        """Do something with one part."""
        self._hands.submit(command, self._done, self._refused, lambda done: done.changes)

    def move(self, parts: tuple[str, ...], place: str) -> None:
        """Put parts to a place."""
        command = MoveParts(parts, place)
        self._hands.submit(command, self._moved, self._refused, lambda done: done.changes)

    def want(self, command: Command[WantDone]) -> None:
        """Wait for a part, or wait no more."""
        self._hands.submit(command, self._wanted, self._refused, lambda done: done.changes)

    def undo(self) -> None:
        """Take back the person's own last deed."""
        self._hands.submit(UndoLast(), self._undone, self._refused, _of_undo)

    def _listed(self, found: Lists) -> None:
        self.listed.emit(found)

    def _failed(self, failure: KnownFailure) -> None:
        self.failed.emit(failure)

    def _paged(self, page: PartPage) -> None:
        self.paged.emit(page)

    def _done(self, done: PartDone) -> None:
        self.done.emit(done)

    def _moved(self, done: PartsMoved) -> None:
        self.moved.emit(done)

    def _wanted(self, done: WantDone) -> None:
        self.wanted.emit(done)

    def _undone(self, done: Undone) -> None:
        self.undone.emit(done)

    def _refused(self, failure: KnownFailure) -> None:
        self.refused.emit(failure)


def _lists(desk: Desk, session: Session | None, which: PartFilter) -> Lists:
    return Lists(
        queries.listed(desk, session, which),
        queries.wants(desk, session),
        queries.figures(desk, session),
    )


def _of_undo(done: Undone) -> Changes:
    return Changes(devices=frozenset(done.devices), parts=frozenset(done.parts), journal=True)
