"""Asks the records about repairs and carries out what a person wants."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from serkut_desk.domain.changes import Changes
from serkut_desk.stations.devices import queries as device_queries
from serkut_desk.stations.devices.commands import MoveDevices
from serkut_desk.stations.repair import queries
from serkut_desk.stations.repair.commands import UndoStep

if TYPE_CHECKING:
    from datetime import datetime

    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.domain.people import Session
    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.devices.card_model import DeviceCard
    from serkut_desk.stations.devices.commands import Moved as DevicesMoved
    from serkut_desk.stations.handling import Command
    from serkut_desk.stations.repair.commands import (
        Closed,
        CloseOrder,
        ComeBack,
        Moved,
        Opened,
        OpenOrder,
        RecordSafetyTest,
        SendOut,
        SetState,
        Stepped,
        TakeOrder,
        Tested,
    )
    from serkut_desk.stations.repair.queries import Board, Instrument, Looked, OrderCard
    from serkut_desk.ui.hands import Hands


class RepairPresenter(QObject):
    """Between the repair screen and the records.

    Args:
        hands: Carries commands out.
    """

    listed = Signal(object, object)
    """The `Board` and the time of the records."""
    looked = Signal(object)
    """A `Looked`."""
    shown = Signal(object)
    """An `OrderCard`; only of the order that was asked last."""
    failed = Signal(object)
    """Why the board or the order could not be read."""
    instruments = Signal(object)
    """Every `Instrument`."""
    media = Signal(object)
    """A `DeviceCard`, for its media."""
    device = Signal(object)
    """A `DeviceCard`, for opening an order."""
    opened = Signal(object)
    """An `Opened`."""
    moved = Signal(object)
    """A `Moved`."""
    stepped = Signal(object)
    """A `Stepped`."""
    undone = Signal(object)
    """The `Stepped` that was taken back."""
    tested = Signal(object)
    """A `Tested`."""
    closed = Signal(object)
    """A `Closed`."""
    placed = Signal(object)
    """The `Moved` of a device that was put somewhere."""
    refused = Signal(object)
    """A `KnownFailure` of something that was wanted."""

    def __init__(self, hands: Hands, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hands = hands
        self.order = ""

    def load(self) -> None:
        """Read the board."""
        self._hands.ask(_board, self._listed, self._failed)

    def look(self, text: str) -> None:
        """Look what a scan names."""
        self._hands.ask(partial(queries.look, text=text), self._looked, self._refused)

    def show(self, order: str) -> None:
        """Read an order."""
        self.order = order
        self._hands.ask(partial(queries.card, order=order), self._shown, self._failed)

    def ask_instruments(self) -> None:
        """Read which instruments were used before."""
        self._hands.ask(queries.instruments, self._instruments, self._refused)

    def ask_media(self, device: str) -> None:
        """Read the media of a device."""
        self._hands.ask(partial(device_queries.card, code=device), self._media, self._refused)

    def ask_device(self, device: str) -> None:
        """Read a device that an order is opened for."""
        self._hands.ask(partial(device_queries.card, code=device), self._device, self._refused)

    def open(self, command: OpenOrder) -> None:
        """Open an order."""
        self._hands.submit(command, self._opened, self._refused, lambda done: done.changes)

    def move(self, command: TakeOrder | SetState | SendOut | ComeBack) -> None:
        """Move an order to another state or into other hands."""
        self._hands.submit(command, self._moved, self._refused, lambda done: done.changes)

    def step(self, command: Command[Stepped]) -> None:
        """Add a line to an order's history."""
        self._hands.submit(command, self._stepped, self._refused, lambda done: done.changes)

    def undo(self, order: str) -> None:
        """Take the person's own last line of an order back."""
        command = UndoStep(order)
        self._hands.submit(command, self._undone, self._refused, lambda done: done.changes)

    def test(self, command: RecordSafetyTest) -> None:
        """Record a safety test."""
        self._hands.submit(command, self._tested, self._refused, lambda done: done.changes)

    def close(self, command: CloseOrder) -> None:
        """End an order."""
        self._hands.submit(command, self._closed, self._refused, lambda done: done.changes)

    def place(self, device: str, place: str) -> None:
        """Put a device to a place."""
        self._hands.submit(MoveDevices((device,), place), self._placed, self._refused, _of_move)

    def _listed(self, found: tuple[Board, datetime]) -> None:
        self.listed.emit(*found)

    def _looked(self, looked: Looked) -> None:
        self.looked.emit(looked)

    def _shown(self, card: OrderCard) -> None:
        if self.order in {card.line.order, card.line.device.code}:
            self.order = card.line.order
            self.shown.emit(card)

    def _failed(self, failure: KnownFailure) -> None:
        self.failed.emit(failure)

    def _instruments(self, found: tuple[Instrument, ...]) -> None:
        self.instruments.emit(found)

    def _media(self, card: DeviceCard) -> None:
        self.media.emit(card)

    def _device(self, card: DeviceCard) -> None:
        self.device.emit(card)

    def _opened(self, done: Opened) -> None:
        self.opened.emit(done)

    def _moved(self, done: Moved) -> None:
        self.moved.emit(done)

    def _stepped(self, done: Stepped) -> None:
        self.stepped.emit(done)

    def _undone(self, done: Stepped) -> None:
        self.undone.emit(done)

    def _tested(self, done: Tested) -> None:
        self.tested.emit(done)

    def _closed(self, done: Closed) -> None:
        self.closed.emit(done)

    def _placed(self, done: DevicesMoved) -> None:
        self.placed.emit(done)

    def _refused(self, failure: KnownFailure) -> None:
        self.refused.emit(failure)


def _board(desk: Desk, session: Session | None) -> tuple[Board, datetime]:
    return queries.board(desk, session), desk.clock.now()


def _of_move(moved: DevicesMoved) -> Changes:
    return Changes(devices=frozenset(moved.devices), journal=bool(moved.devices))
