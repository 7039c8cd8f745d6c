"""Asks the records about devices and carries out what a person wants done with the open one."""

from __future__ import annotations

from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from serkut_desk.domain import codes
from serkut_desk.domain.changes import Changes
from serkut_desk.stations.devices import queries
from serkut_desk.stations.devices.commands import MoveDevices, UndoLast
from serkut_desk.stations.labels.commands import ReprintLabel
from serkut_desk.stations.wiping.commands import PlaceMedium
from serkut_desk.stations.wording import event_name
from serkut_desk.ui.panel import Action, Notice
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.stations.devices.card_model import DeviceCard
    from serkut_desk.stations.devices.commands import Moved, Undone
    from serkut_desk.stations.devices.queries import PlaceLine
    from serkut_desk.stations.finding import Found
    from serkut_desk.stations.wiping.results import MediumDone
    from serkut_desk.ui.hands import Hands


class DevicesPresenter(QObject):
    """Between the search screen and the records.

    Args:
        hands: Carries commands out.
    """

    found = Signal(object)
    """A `Found`; only for the text that was asked last."""
    opened = Signal(object)
    """A `DeviceCard`."""
    places = Signal(object)
    """Every `PlaceLine`."""
    said = Signal(object)
    """A `Notice`."""

    def __init__(self, hands: Hands, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hands = hands
        self._wanted: str | None = None
        self._asking = False
        self.open_code = ""

    def find(self, text: str) -> None:
        """Look for `text`; while one question is on its way, only the newest waits."""
        self._wanted = text
        if not self._asking:
            self._ask()

    def open(self, code: str) -> None:
        """Read a device's card."""
        self.open_code = code
        self._hands.ask(partial(_card, code=code), self._opened, self._failed)

    def reload(self, changes: Changes) -> None:
        """Read the open card again when it changed."""
        if self.open_code and self.open_code in changes.devices | changes.labels:
            self.open(self.open_code)

    def list_places(self) -> None:
        """Read the places."""
        self._hands.ask(queries.places, self._places, self._failed)

    def move(self, place: str) -> None:
        """Put the open device to a place by its code or name."""
        command = MoveDevices((self.open_code,), place)
        self._hands.submit(command, self._moved, self._failed, _of_move)

    def place_medium(self, medium: str, place: str) -> None:
        """Record where a disk lies that was taken out, by both codes."""
        command = PlaceMedium(medium, place)
        self._hands.submit(command, self._placed, self._failed, attrgetter("changes"))

    def reprint(self, reason: str) -> None:
        """Queue another label for the open device."""
        code = self.open_code
        changes = Changes(devices=frozenset({code}), labels=frozenset({code}), journal=True)
        self._hands.submit(
            ReprintLabel(code, reason), self._reprinted, self._failed, lambda _job: changes
        )

    def undo(self) -> None:
        """Undo the person's own last action."""
        self._hands.submit(UndoLast(), self._undone, self._failed, _of_undo)

    def _ask(self) -> None:
        text, self._wanted = self._wanted or "", None
        self._asking = True
        self._hands.ask(partial(_find, text=text), self._found, self._not_found)

    def _found(self, found: Found) -> None:
        self._asking = False
        if self._wanted is None:
            self.found.emit(found)
        else:
            self._ask()

    def _not_found(self, failure: KnownFailure) -> None:
        self._asking = False
        self._failed(failure)

    def _opened(self, card: DeviceCard) -> None:
        if card.code == self.open_code:
            self.opened.emit(card)

    def _places(self, lines: tuple[PlaceLine, ...]) -> None:
        self.places.emit(lines)

    def _moved(self, moved: Moved) -> None:
        if not moved.devices:
            words = self.tr("The device is there already.")
            self.said.emit(Notice(Tone.INFO, words, moved.place.name))
            return
        title = self.tr("{0} moved").replace("{0}", codes.short(moved.devices[0]))
        text = moved.place.name
        if moved.made:
            text = self.tr("{0} · a new place, its label is in the queue").replace("{0}", text)
        self.said.emit(Notice(Tone.GOOD, title, text, self._undo_action()))

    def _placed(self, done: MediumDone) -> None:
        name = done.medium.serial or codes.short(done.medium.code or "")
        self.said.emit(Notice(Tone.GOOD, self.tr("The place of the disk is recorded"), name))

    def _reprinted(self, _job: int) -> None:
        title = self.tr("The label is in the queue")
        self.said.emit(Notice(Tone.GOOD, title, codes.short(self.open_code)))

    def _undone(self, undone: Undone) -> None:
        said = event_name(undone.tag.value, self._hands.texts)
        devices = ", ".join(codes.short(code) for code in undone.devices)
        self.said.emit(Notice(Tone.INFO, self.tr("Undone"), f"{said} · {devices}".rstrip(" ·")))

    def _failed(self, failure: KnownFailure) -> None:
        self.said.emit(self._hands.notice(failure))

    def _undo_action(self) -> Action:
        return Action(self.tr("Undo"), self.undo, key="F9", icon="undo-2")


_find = queries.find
_card = queries.card


def _of_move(moved: Moved) -> Changes:
    labels = frozenset({moved.place.code}) if moved.made else frozenset()
    return Changes(devices=frozenset(moved.devices), labels=labels, journal=bool(moved.devices))


def _of_undo(undone: Undone) -> Changes:
    return Changes(devices=frozenset(undone.devices), journal=True)
