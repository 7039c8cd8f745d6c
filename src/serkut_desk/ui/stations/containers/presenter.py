"""Asks the records about containers and carries out what a person wants."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from serkut_desk.stations.containers import queries

if TYPE_CHECKING:
    from collections.abc import Callable

    from serkut_desk.domain.changes import Changes
    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.stations.containers.queries import (
        ContainerLine,
        ContainerPage,
        ShipmentLine,
    )
    from serkut_desk.stations.handling import Command
    from serkut_desk.ui.hands import Hands


class _Answer(Protocol):
    """What every command of this station answers."""

    @property
    def changes(self) -> Changes:
        """What it changed."""


_Done = TypeVar("_Done", bound=_Answer)


class ContainersPresenter(QObject):
    """Between the screen of containers and the records.

    Args:
        hands: Carries commands out.
    """

    listed = Signal(object)
    """The containers in the house."""
    paged = Signal(object)
    """The chosen one: a `ContainerPage`."""
    shipped = Signal(object)
    """The shipments."""
    done = Signal(object)
    """What a command answered."""
    failed = Signal(object)
    """Why the list could not be read."""
    refused = Signal(object)
    """A `KnownFailure` of something that was wanted."""

    def __init__(self, hands: Hands, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hands = hands

    def load(self, *, shipments: bool) -> None:
        """Read the wall, and the shipments for who may."""
        self._hands.ask(queries.wall, self._listed, self._failed)
        if shipments:
            self._hands.ask(queries.shipments, self._shipped, self._failed)

    def look(self, code: str) -> None:
        """Read one container."""
        self._hands.ask(partial(queries.page, code=code), self._paged, self._refused)

    def do(self, command: Command[_Done], then: Callable[[_Done], None] | None = None) -> None:
        """Carry something out; `done` or `refused` follows."""
        self._hands.submit(
            command,
            lambda result: self._did(result, then),
            self._refused,
            lambda result: result.changes,
        )

    def _did(self, result: _Done, then: Callable[[_Done], None] | None) -> None:
        self.done.emit(result)
        if then is not None:
            then(result)

    def _listed(self, lines: tuple[ContainerLine, ...]) -> None:
        self.listed.emit(lines)

    def _paged(self, page: ContainerPage) -> None:
        self.paged.emit(page)

    def _shipped(self, lines: tuple[ShipmentLine, ...]) -> None:
        self.shipped.emit(lines)

    def _failed(self, failure: KnownFailure) -> None:
        self.failed.emit(failure)

    def _refused(self, failure: KnownFailure) -> None:
        self.refused.emit(failure)
