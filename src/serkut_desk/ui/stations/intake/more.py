"""What is not needed at every device: one card with a few big answers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from serkut_desk.ui.mixup_card import MixupCard
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.pick import PickCard
from serkut_desk.ui.stations.intake.deeds import DeedKind
from serkut_desk.ui.stations.intake.unread_card import UnreadCard

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from serkut_desk.stations.intake.queries import Unread
    from serkut_desk.ui.hands import Hands
    from serkut_desk.ui.stations.intake.presenter import IntakePresenter

KEY = "F3"


class IntakeMore(QObject):
    """Lays the card.

    Args:
        panel: Whose window is covered.
        hands: Ask and carry out.
        presenter: Takes what was picked.
    """

    wanted = Signal(object)
    """An `Overlay` to be laid."""
    said = Signal(object)
    """A `Notice`."""
    device_wanted = Signal(str)
    """Code of a device to look at elsewhere."""

    def __init__(self, panel: QWidget, hands: Hands, presenter: IntakePresenter) -> None:
        super().__init__(panel)
        self._panel = panel
        self._hands = hands
        self._presenter = presenter

    def action(self, others: Sequence[Action] = ()) -> Action:
        """Return the way to the card; `others` are offered on it first."""
        return Action(self.tr("More"), partial(self.open, others), key=KEY, icon="ellipsis")

    def open(self, others: Sequence[Action] = ()) -> None:
        """Ask what is wanted."""
        runs: dict[str, Callable[[], None]] = {}
        choices: list[tuple[str, str, str]] = []
        for action in (*others, *self._own()):
            key = str(len(choices))
            runs[key] = action.run
            choices.append((key, action.word, action.icon))
        card = PickCard(self._panel.window(), self.tr("What else?"), "", choices)
        card.picked.connect(lambda key: runs[key]())
        self.wanted.emit(card)

    def unread(self) -> Action:
        """Return the way to the devices whose serial nobody could read."""
        run = partial(self._presenter.ask_unread, self._lay_unread)
        return Action(self.tr("Devices that lack a serial"), run, icon="eye")

    def label_wrong(self) -> None:
        """Ask which label is on which device."""
        shown = self._presenter.queue.state.shown or ""
        card = MixupCard(self._panel.window(), self._hands, shown)
        card.said.connect(self.said)
        self.wanted.emit(card)

    def _lay_unread(self, devices: tuple[Unread, ...]) -> None:
        card = UnreadCard(self._panel.window(), devices, self._hands.texts)
        card.opened.connect(self.device_wanted)
        self.wanted.emit(card)

    def _own(self) -> tuple[Action, ...]:
        do = partial(partial, self._presenter.do, DeedKind.COMMAND)
        return (
            Action(self.tr("The label is damaged"), do("label_damaged"), icon="tags"),
            Action(self.tr("Label on the wrong device"), self.label_wrong, icon="replace"),
            Action(self.tr("Cage"), do("set_cage"), icon="container"),
        )

    def staying(self) -> tuple[Action, ...]:
        """Return how to set what stays, where no form has fields for it."""
        do = partial(partial, self._presenter.do, DeedKind.COMMAND)
        return (
            Action(self.tr("Device type"), do("set_type"), icon="shapes"),
            Action(self.tr("Place"), do("set_place"), icon="map-pin"),
        )
