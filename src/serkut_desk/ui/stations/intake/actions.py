"""What can be done at intake now, for buttons and F-keys alike."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from serkut_desk.ui.panel import Action
from serkut_desk.ui.stations.intake import wording
from serkut_desk.ui.stations.intake.deeds import DeedKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.stations.intake.effects import Ask, Choice
    from serkut_desk.stations.intake.queries import LotView
    from serkut_desk.stations.intake.state import IntakeState
    from serkut_desk.ui.hands import Hands
    from serkut_desk.ui.stations.intake.lot_dialogs import LotDialogs
    from serkut_desk.ui.stations.intake.presenter import IntakePresenter

COMMANDS = frozenset(
    {"same_again", "label_damaged", "label_wrong", "set_type", "set_place", "set_cage"}
)
"""Command cards that mean something only at intake."""
ANSWER_KEYS = ("F2", "F3", "F5", "F6", "F8", "F11")
"""F4 is STOP, F7 no barcode, F9 undo and F10 save, whatever is asked."""


class IntakeActions(QObject):
    """Makes the actions.

    Args:
        hands: Words.
        presenter: Takes the deeds.
        dialogs: Asks what needs a card of its own.
    """

    turned = Signal()
    """Another page of answers is wanted."""
    lot_wanted = Signal()
    """Choose another lot."""

    def __init__(self, hands: Hands, presenter: IntakePresenter, dialogs: LotDialogs) -> None:
        super().__init__(presenter)
        self._hands = hands
        self._presenter = presenter
        self._dialogs = dialogs

    def maker(self, state: IntakeState, camera: Action) -> tuple[Action, ...]:
        """Return the few things that a maker needs beside the scanner.

        Once it is said why there is no serial number, `camera` takes a picture of the sticker.
        """
        if state.lot is None:
            return ()
        no_code = Action(
            self.tr("No barcode"),
            partial(self._presenter.do, DeedKind.COMMAND, "no_barcode"),
            key="F7",
            icon="circle-question-mark",
        )
        return (camera if state.no_serial else no_code, self.same_again(state))

    def save(self, state: IntakeState) -> Action:
        """Return how to save without a roll label: one is printed."""
        return Action(
            self.tr("Save and print"),
            partial(self._presenter.do, DeedKind.COMMAND, "save"),
            key="F10",
            icon="printer",
            enabled=state.is_named,
            # Not said below the buttons all day: only when somebody tries.
            reason="",
            main=True,
        )

    def same_again(self, state: IntakeState) -> Action:
        """Return how to take the next devices for identical ones, and how to stop that."""
        word = self.tr("Other devices") if state.same else self.tr("The same again")
        run = partial(self._presenter.do, DeedKind.COMMAND, "same_again")
        return Action(word, run, key="F5", icon="copy")

    def form(self, state: IntakeState) -> tuple[Action, ...]:
        """Return what can be done with the device at hand."""
        return (
            self.save(state),
            self.same_again(state),
        )

    def beside_form(self) -> tuple[Action, ...]:
        """Return what few devices need."""
        return (
            Action(
                self.tr("No serial number"),
                partial(self._presenter.do, DeedKind.COMMAND, "no_barcode"),
                key="F7",
                icon="circle-question-mark",
            ),
            Action(self.tr("Add disk"), self._dialogs.add_medium, key="F2", icon="hard-drive"),
        )

    def lot(self) -> tuple[Action, ...]:
        """Return what can be done with the chosen lot."""
        return (
            Action(self.tr("Change lot"), self.lot_wanted.emit, key="F8"),
            Action(self.tr("Close lot"), self._dialogs.close_lot, key="F11"),
        )

    def count(self) -> Action:
        """Return how to count what no device label names, such as a box of mice."""
        return Action(self.tr("Count list rows"), self._dialogs.count_things, icon="list-checks")

    def start(self) -> tuple[Action, ...]:
        """Return how to get a lot."""
        return (
            Action(
                self.tr("Open a lot"),
                self._dialogs.open_lot,
                key="F3",
                icon="package-open",
                main=True,
            ),
            Action(self.tr("Choose an open lot"), self.lot_wanted.emit, key="F8"),
        )

    def undo(self) -> Action:
        """Return the way back: the device at hand, else what was saved last."""
        word = self.tr("Undo")
        return Action(word, partial(self._presenter.do, DeedKind.UNDO), key="F9", icon="undo-2")

    def answers(self, ask: Ask, page: int) -> tuple[Action, ...]:
        """Return one page of answers; more than six are turned with F11."""
        choices = wording.ordered(ask)
        if len(choices) <= len(ANSWER_KEYS):
            return self._page(ask, choices)
        size = len(ANSWER_KEYS) - 1
        start = page * size
        word = self.tr("Others") if start + size < len(choices) else self.tr("Back")
        more = Action(word, self.turned.emit, key="F11", icon="list")
        return (*self._page(ask, choices[start : start + size]), more)

    def lots(self, lots: Sequence[LotView], *, leads: bool) -> tuple[Action, ...]:
        """Return the lots as answers; of one that is only expected it is asked whether it came."""
        return tuple(
            Action(
                self._dialogs.lot_word(line),
                partial(self._dialogs.take, line, leads=leads),
                key=key,
                icon="truck" if line.lot.is_expected else "package-open",
            )
            for line, key in zip(lots, ANSWER_KEYS, strict=False)
        )

    def again(self) -> Action:
        """Return the way on after the environment failed."""
        return Action(
            self.tr("Try again"), self._presenter.queue.again, "F10", "refresh-cw", main=True
        )

    def _page(self, ask: Ask, choices: tuple[Choice, ...]) -> tuple[Action, ...]:
        return tuple(
            Action(
                wording.choice_word(choice, self._hands.texts),
                partial(self._presenter.do, DeedKind.ANSWER, choice.value),
                key=key,
                icon=wording.choice_icon(ask, choice),
            )
            for choice, key in zip(choices, ANSWER_KEYS, strict=False)
        )


def pages(choices: int) -> int:
    """Return how many pages answers take."""
    return 1 if choices <= len(ANSWER_KEYS) else -(-choices // (len(ANSWER_KEYS) - 1))
