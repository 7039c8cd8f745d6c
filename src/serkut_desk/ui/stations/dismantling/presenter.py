"""Asks the records about taking apart, and carries out what is wanted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from serkut_desk.domain.data_state import CountSource
from serkut_desk.stations import finding
from serkut_desk.stations.dismantling import queries
from serkut_desk.stations.dismantling.commands import (
    FractionPut,
    MediumTaken,
    PartTaken,
    Progress,
)
from serkut_desk.stations.wiping.commands import StateNone

if TYPE_CHECKING:
    from serkut_desk.domain.changes import Changes
    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.domain.people import Session
    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.dismantling.commands import (
        BatteryTaken,
        Cancelled,
        Finished,
        TakeHazardBattery,
    )
    from serkut_desk.stations.dismantling.views import BalanceLine, QueueLine, Sheet
    from serkut_desk.stations.finding import Found
    from serkut_desk.stations.handling import Command
    from serkut_desk.stations.wiping.results import NoneStated
    from serkut_desk.ui.hands import Hands

Lists = tuple[tuple["QueueLine", ...], tuple["BalanceLine", ...]]


class DismantlingPresenter(QObject):
    """Between the screen of taking apart and the records.

    Args:
        hands: Carries commands out.
    """

    listed = Signal(object, object)
    """What is under way and waits, and what was taken apart."""
    opened = Signal(object)
    """A `Sheet`."""
    found = Signal(str)
    """Code of the device that a scan named, "" for none."""
    asked = Signal()
    """A command is on its way: what stands on the screen is of a moment ago."""
    done = Signal(object)
    """What a command about the device on the bench answered."""
    released = Signal(object)
    """A `BatteryTaken`."""
    ended = Signal(object)
    """A `Finished` or `Cancelled`."""
    refused = Signal(object)
    """A `KnownFailure`."""

    def __init__(self, hands: Hands, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hands = hands
        self.code = ""

    def load(self) -> None:
        """Read the lists."""
        self._hands.ask(_lists, self._listed, self._refused)

    def open(self, code: str) -> None:
        """Read a device's sheet."""
        self.code = code
        self._hands.ask(partial(queries.sheet, device=code), self._opened, self._not_opened)

    def close(self) -> None:
        """Look at no device any more."""
        self.code = ""

    def find(self, text: str) -> None:
        """Look which device a scan names."""
        self._hands.ask(partial(finding.find, text=text), self._found, self._refused)

    def do(self, command: Command[Any]) -> None:
        """Carry out what changes the device on the bench."""
        self.asked.emit()
        self._hands.submit(command, self._done, self._refused, _changes)

    def release(self, command: TakeHazardBattery) -> None:
        """Take a dangerous battery out."""
        self.asked.emit()
        self._hands.submit(command, self._released, self._refused, lambda done: done.changes)

    def none_inside(self, code: str) -> None:
        """Say that this person has opened the device and found no medium."""
        self.asked.emit()
        stated = StateNone(code, CountSource.OPENED)
        self._hands.submit(stated, self._stated, self._refused, lambda done: done.changes)

    def end(self, command: Command[Any]) -> None:
        """End the work on a device."""
        self.asked.emit()
        self._hands.submit(command, self._ended, self._refused, lambda done: done.changes)

    def _listed(self, found: Lists) -> None:
        self.listed.emit(*found)

    def _opened(self, sheet: Sheet) -> None:
        if sheet.code == self.code:
            self.opened.emit(sheet)

    def _not_opened(self, failure: KnownFailure) -> None:
        self.code = ""
        self.refused.emit(failure)

    def _found(self, found: Found) -> None:
        self.found.emit(found.device or "")

    def _done(self, done: Progress | MediumTaken | PartTaken | FractionPut) -> None:
        self.done.emit(done)

    def _released(self, done: BatteryTaken) -> None:
        self.released.emit(done)

    def _ended(self, done: Finished | Cancelled) -> None:
        self.ended.emit(done)

    def _stated(self, _done: NoneStated) -> None:
        if self.code:
            self.open(self.code)

    def _refused(self, failure: KnownFailure) -> None:
        self.refused.emit(failure)


def progress_of(done: Progress | MediumTaken | PartTaken | FractionPut) -> Progress:
    """Return where the work stands after a command."""
    return done if isinstance(done, Progress) else done.progress


def _changes(done: Progress | MediumTaken | PartTaken | FractionPut) -> Changes:
    return progress_of(done).changes


def _lists(desk: Desk, session: Session | None) -> Lists:
    return queries.queue(desk, session), queries.history(desk, session)
