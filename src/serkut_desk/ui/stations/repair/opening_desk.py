"""What is asked before an order is opened: for which device, which faults there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from serkut_desk.domain.codes import short
from serkut_desk.stations.repair import queries
from serkut_desk.stations.repair.commands import OpenOrder
from serkut_desk.ui.device_words import name_of
from serkut_desk.ui.stations.repair import wording
from serkut_desk.ui.stations.repair.opening import OpeningView
from serkut_desk.ui.stations.repair.signs import fault_signs
from serkut_desk.ui.stations.repair.views import TileChoice, ToOpen

if TYPE_CHECKING:
    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.stations.devices.card_model import DeviceCard
    from serkut_desk.stations.repair.queries import WaitingLine
    from serkut_desk.ui.hands import Hands
    from serkut_desk.ui.panel import Parked
    from serkut_desk.ui.stations.repair.opening import Wanted
    from serkut_desk.ui.stations.repair.presenter import RepairPresenter


class OpeningDesk(QObject):
    """Fills the opening view and opens what it asks.

    Args:
        hands: For sentences.
        presenter: Asks and carries out.
    """

    begun = Signal()
    """The view asks about a device now: show it."""

    def __init__(self, hands: Hands, presenter: RepairPresenter) -> None:
        super().__init__(presenter)
        self._hands = hands
        self._presenter = presenter
        self._wanted = ""
        self._resumed = ("", "")
        self.view = OpeningView()
        self.view.wanted.connect(self._open)
        presenter.device.connect(self._found)

    def of_line(self, line: WaitingLine) -> None:
        """Ask about a device of the board."""
        self._ask(wording.to_open(line, self._hands.texts))

    def of_device(self, device: str) -> None:
        """Ask about a device that was scanned."""
        self._wanted = device
        self._presenter.ask_device(device)

    def park(self) -> Parked:
        """Return what was asked and written."""
        return {
            "device": self.view.view.device if self.view.view else "",
            "fault": self.view.fault,
            "problem": self.view.problem_text,
        }

    def resume(self, state: Parked) -> None:
        """Go on where it was left."""
        self._resumed = (str(state.get("fault") or ""), str(state.get("problem") or ""))
        device = str(state.get("device") or "")
        if device:
            self.of_device(device)

    def refuse(self, failure: KnownFailure) -> None:
        """Say beside the words why it could not be opened."""
        said = self._hands.texts.failure(failure)
        self.view.refuse(f"{said['what']} {said['next']}")

    def _found(self, card: DeviceCard) -> None:
        if card.code != self._wanted:
            return
        self._wanted = ""
        word = self._hands.texts.say(f"type.{card.type}")
        reason = card.decision.reason if card.decision else ""
        name = name_of(card.manufacturer, card.model, word)
        self._ask(ToOpen(card.code, card.type, short(card.code), name, reason))

    def _ask(self, view: ToOpen) -> None:
        fault, problem = self._resumed
        self._resumed = ("", "")
        self.begun.emit()
        self.view.ask(view, self._choices(view.type), fault, problem)

    def _choices(self, type_: str) -> list[TileChoice]:
        """Return the faults of a kind of device, those that are met most first."""
        listed = queries.faults(type_)
        icons = fault_signs(listed.key)
        first = [one for one in icons if one in listed.faults]
        rest = [one for one in listed.faults if one not in icons]
        return [
            TileChoice(
                str(number),
                wording.in_language(listed.faults[number].words.items(), self._hands.texts),
                icons.get(number, "ellipsis"),
            )
            for number in (*first, *rest)
        ]

    def _open(self, wanted: Wanted) -> None:
        if self.view.view is not None:
            device = self.view.view.device
            self._presenter.open(OpenOrder(device, wanted.fault, wanted.problem, wanted.take))
