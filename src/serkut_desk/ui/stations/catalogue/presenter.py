"""Asks the records about models and carries out what a supervisor wants."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from serkut_desk.stations.catalogue import queries
from serkut_desk.ui.stations.catalogue.views import View

if TYPE_CHECKING:
    from serkut_desk.domain.changes import Changes
    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.domain.people import Session
    from serkut_desk.stations.catalogue.queries import DoublePair, ModelLine, ModelPage
    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.handling import Command
    from serkut_desk.ui.hands import Hands


class _Answer(Protocol):
    """What every command of this station answers."""

    @property
    def changes(self) -> Changes:
        """What it changed."""


_Done = TypeVar("_Done", bound=_Answer)


@dataclass(frozen=True, slots=True)
class Listed:
    """What the list shows; `text` and `view` are what was asked."""

    text: str
    view: View
    models: tuple[ModelLine, ...]
    doubles: tuple[DoublePair, ...]
    unconfirmed: int


@dataclass(frozen=True, slots=True)
class Looked:
    """The chosen model, with the bytes of its small picture; empty without one."""

    page: ModelPage
    picture: bytes


class CataloguePresenter(QObject):
    """Between the screen of models and the records.

    Args:
        hands: Carries commands out.
    """

    listed = Signal(object)
    """A `Listed`."""
    looked = Signal(object)
    """A `Looked`."""
    of_device = Signal(object)
    """Number of a scanned device's model, None when it is not known."""
    done = Signal(object)
    """What a command answered."""
    failed = Signal(object)
    """Why the list could not be read."""
    refused = Signal(object)
    """A `KnownFailure` of something that was wanted."""

    def __init__(self, hands: Hands, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hands = hands

    def load(self, view: View, text: str) -> None:
        """Read the list."""
        self._hands.ask(partial(_listed, view=view, text=text), self._listed, self._failed)

    def look(self, number: str) -> None:
        """Read one model."""
        self._hands.ask(partial(_looked, number=number), self._looked, self._refused)

    def look_at_device(self, code: str) -> None:
        """Ask which model a device is."""
        self._hands.ask(partial(queries.of_device, code=code), self._of_device, self._refused)

    def do(self, command: Command[_Done]) -> None:
        """Carry something out; `done` or `refused` follows."""
        self._hands.submit(command, self._did, self._refused, lambda result: result.changes)

    def _did(self, result: _Answer) -> None:
        self.done.emit(result)

    def _listed(self, found: Listed) -> None:
        self.listed.emit(found)

    def _looked(self, found: Looked) -> None:
        self.looked.emit(found)

    def _of_device(self, number: int | None) -> None:
        self.of_device.emit(number)

    def _failed(self, failure: KnownFailure) -> None:
        self.failed.emit(failure)

    def _refused(self, failure: KnownFailure) -> None:
        self.refused.emit(failure)


def _listed(desk: Desk, session: Session | None, view: View, text: str) -> Listed:
    unconfirmed = queries.unconfirmed_count(desk, session)
    if view is View.DOUBLES:
        return Listed(text, view, (), queries.likely_doubles(desk, session), unconfirmed)
    only = view is View.UNCONFIRMED
    models = queries.listing(desk, session, text, unconfirmed=only)
    return Listed(text, view, models, (), unconfirmed)


def _looked(desk: Desk, session: Session | None, number: str) -> Looked:
    page = queries.page(desk, session, number)
    digest = page.line.thumb
    return Looked(page, queries.thumb(desk, session, digest) if digest else b"")
