"""What can be done with an order now, each with its key, and why something cannot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.repair import OrderMove, OrderState
from serkut_desk.ui.panel import Action
from serkut_desk.ui.stations.repair import wording
from serkut_desk.ui.stations.repair.views import Deed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from serkut_desk.stations.repair.queries import OrderCard
    from serkut_desk.texts import Texts
    from serkut_desk.ui.stations.repair.questions import Questions

translate = QCoreApplication.translate

_LAYING = (OrderMove.HAND_ON, OrderMove.WAIT_PART, OrderMove.TO_TEST, OrderMove.SEND_OUT)


@dataclass(frozen=True, slots=True)
class Deeds:
    """Makes the actions of one order.

    Args:
        card: The order.
        run: What each deed does.
        questions: Knows who may do what.
        texts: Sentences.
    """

    card: OrderCard
    run: Mapping[Deed, Callable[[], None]]
    questions: Questions
    texts: Texts

    def main(self, deed: Deed) -> Action | None:
        """Return what F10 does: the next thing; None when nothing is next."""
        if deed is Deed.NOTHING:
            return None
        reason = self._reason(deed)
        word, icon = self._big_word(deed)
        return Action(
            word, self.run[deed], "F10", icon, enabled=not reason, reason=reason, main=True
        )

    def others(self, main: Deed) -> tuple[Action, ...]:
        """Return everything else that can be done, in the order of the keys."""
        if self.card.line.state is OrderState.DONE:
            return ()
        shown: tuple[tuple[Deed, str], ...] = ((Deed.SAFETY, "F7"), (Deed.CLOSE, "F8"))
        if self._in_hand:
            work = ((Deed.STEP, "F2"), (Deed.DIAGNOSIS, "F3"), (Deed.PARTS, "F5"))
            shown = (*work, (Deed.LAY_AWAY, "F6"), *shown)
        elif self.card.line.state is OrderState.OUTSIDE:
            shown = ((Deed.CAME_BACK, "F6"),)
        elif main is not Deed.TAKE:
            shown = ((Deed.TAKE, "F2"), *shown)
        made = [self._action(deed, key) for deed, key in shown if self._offered(deed)]
        if self.card.undoable:
            word = translate("Repair", "Undo the last step")
            made.append(Action(word, self.run[Deed.NOTHING], "F9", "undo-2"))
        return tuple(made)

    @property
    def _in_hand(self) -> bool:
        return self.card.line.mine and self.card.line.state is OrderState.IN_WORK

    @property
    def _ends(self) -> bool:
        """Whether it can end in any way now; beyond repair is always one."""
        return any(not way.missing for way in self.card.ways)

    def _offered(self, deed: Deed) -> bool:
        return deed is not Deed.SAFETY or bool(self.card.safety.choices)

    def _action(self, deed: Deed, key: str) -> Action:
        word, icon = self._word(deed)
        reason = self._reason(deed)
        return Action(word, self.run[deed], key, icon, enabled=not reason, reason=reason)

    def _word(self, deed: Deed) -> tuple[str, str]:
        return {
            Deed.TAKE: (self._take_word(), "hand"),
            Deed.STEP: (translate("Repair", "I did something"), "wrench"),
            Deed.DIAGNOSIS: (translate("Repair", "I found the fault"), "stethoscope"),
            Deed.PARTS: (translate("Repair", "Parts"), "puzzle"),
            Deed.LAY_AWAY: (translate("Repair", "Lay the work aside"), "inbox"),
            Deed.CAME_BACK: (translate("Repair", "It came back"), "truck"),
            Deed.SAFETY: (translate("Repair", "Safety test"), "zap"),
            Deed.CLOSE: (translate("Repair", "End the work"), "circle-check"),
            Deed.TO_TEST: (translate("Repair", "To the test"), "clipboard-check"),
            Deed.WAIT_PART: (translate("Repair", "Wait for the part"), "hourglass"),
        }[deed]

    def _big_word(self, deed: Deed) -> tuple[str, str]:
        if deed is Deed.TAKE:
            return self._take_word(), "hand"
        return self._word(deed)

    def _take_word(self) -> str:
        if self.card.line.taken and not self.card.line.mine:
            return translate("Repair", "I go on with it")
        return translate("Repair", "I take the work")

    def _reason(self, deed: Deed) -> str:
        moves = self.card.moves
        if deed is Deed.SAFETY:
            return self.questions.forbidden(Permission.SAFETY_TEST)
        open_ = {
            Deed.TAKE: OrderMove.TAKE in moves,
            Deed.TO_TEST: OrderMove.TO_TEST in moves,
            Deed.WAIT_PART: OrderMove.WAIT_PART in moves,
            Deed.CAME_BACK: OrderMove.COME_BACK in moves,
            Deed.LAY_AWAY: any(one in moves for one in _LAYING),
            Deed.CLOSE: self._ends,
        }.get(deed, not self.card.missing)
        if open_:
            return ""
        missing = self.card.ways[0].missing if deed is Deed.CLOSE and self.card.ways else ()
        known = wording.lack_words(missing or self.card.missing, self.texts)
        return known or translate("Repair", "That cannot be done now.")
