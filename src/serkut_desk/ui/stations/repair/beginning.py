"""What can be begun: at the board, and where makers start."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from serkut_desk.domain.codes import short
from serkut_desk.domain.repair import OrderState
from serkut_desk.ui.panel import Action
from serkut_desk.ui.stations.repair import wording

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from serkut_desk.stations.repair.queries import Board, WaitingLine
    from serkut_desk.texts import Texts
    from serkut_desk.ui.stations.repair.views import CardView, ColumnView

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Beginning:
    """The board as it was read last.

    Args:
        board: What is repaired.
        now: The time of the records.
        texts: Sentences.
        open: Opens what a card stands for.
    """

    board: Board
    now: datetime
    texts: Texts
    open: Callable[[str], None]

    @property
    def columns(self) -> tuple[ColumnView, ...]:
        """The columns of the board."""
        return wording.board_view(self.board, self.now, self.texts)

    @property
    def waiting(self) -> int:
        """How many wait to be begun, with an order or without."""
        orders = [line for line in self.board.orders if line.state is OrderState.WAITING]
        return len(self.board.waiting) + len(orders)

    def line(self, device: str) -> WaitingLine | None:
        """Return a device that has no order yet, None when it is no such one."""
        return next((one for one in self.board.waiting if one.device.code == device), None)

    def mine(self) -> tuple[Action, ...]:
        """Return the way to what is in the person's hands, two at most."""
        lines = [line for line in self.board.orders if line.mine]
        return tuple(
            Action(
                f"{short(line.device.code)} · {wording.made(line.device, self.texts)}",
                partial(self.open, line.order),
                key,
                "wrench",
                main=key == "F2",
            )
            for line, key in zip(lines, ("F2", "F3"), strict=False)
        )

    def first(self) -> tuple[Action, ...]:
        """Return the way to what has waited longest."""
        card = next(iter(self.columns[0].cards), None)
        if card is None:
            return ()
        place = card.where.rpartition(" · ")[0]
        word = " · ".join(filter(None, (card.short, place)))
        return (Action(word, partial(self.open, card.key), "F5", "arrow-right"),)


def open_action(card: CardView | None, run: Callable[[], None]) -> Action:
    """Return what F10 does with the chosen card of the board."""
    nothing = "" if card else translate("Repair", "Nothing is on the board.")
    new = card is not None and not card.order
    word = translate("Repair", "Open a work order") if new else translate("Repair", "Open")
    return Action(word, run, "F10", "wrench", enabled=not nothing, reason=nothing, main=True)
