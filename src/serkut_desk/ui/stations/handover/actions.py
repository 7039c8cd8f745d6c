"""What can be done at the handover screen, by F-key, tap or command card."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from serkut_desk.domain.channels import Payment
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.pick import KEYS
from serkut_desk.ui.stations.handover import wording

if TYPE_CHECKING:
    from collections.abc import Callable

    from serkut_desk.domain.channels import Channel
    from serkut_desk.stations.handover.views import BasketView, LineView
    from serkut_desk.texts import Texts
    from serkut_desk.ui.stations.handover.presenter import Listed
    from serkut_desk.ui.stations.handover.views import HandoverRow


@dataclass(frozen=True, slots=True)
class Deeds:
    """What the panel does when it is asked."""

    begin: Callable[[Channel], None]
    open_row: Callable[[], None]
    turn_terms: Callable[[], None]
    tick: Callable[[], None]
    article: Callable[[], None]
    discount: Callable[[], None]
    remove: Callable[[], None]
    next_payment: Callable[[], None]
    complete: Callable[[], None]
    leave: Callable[[], None]
    cancel: Callable[[], None]
    print_papers: Callable[[], None]
    open_papers: Callable[[], None]


class HandoverActions(QObject):
    """Offers the deeds with their words, keys and reasons.

    Args:
        deeds: What they do.
        parent: Its owner.
    """

    def __init__(self, deeds: Deeds, parent: QObject) -> None:
        super().__init__(parent)
        self._deeds = deeds

    def channels(self, listed: Listed | None, texts: Texts) -> tuple[Action, ...]:
        """Choose who gets the device."""
        found = listed.channels if listed else ()
        return tuple(
            Action(
                texts.say(f"channel.{one.channel}"),
                partial(self._deeds.begin, one.channel),
                key,
                wording.CHANNEL_ICONS[one.channel],
            )
            for one, key in zip(found, KEYS, strict=False)
        )

    def start(self, row: HandoverRow | None) -> tuple[Action, ...]:
        """Open the chosen row of the lists."""
        if row is None:
            return ()
        word = self.tr("Open {0}").replace("{0}", row.short)
        return (Action(word, self._deeds.open_row, "F10", "arrow-right", main=True),)

    def terms(self) -> Action:
        """Show the terms as fields."""
        return Action(self.tr("Change the terms"), self._deeds.turn_terms, "F2", "pencil")

    def tools(self, view: BasketView, line: LineView | None) -> tuple[Action, ...]:
        """Work on the lines of the basket."""
        deeds = self._deeds
        tools = [Action(self.tr("Article"), deeds.article, "F5")]
        if view.max_discount and view.totals.list_cents:
            tools.append(Action(self.tr("Discount"), deeds.discount, "F6"))
        if line is not None:
            tools.append(Action(self.tr("Remove the line"), deeds.remove, "F7"))
        return tuple(tools)

    def basket(
        self, view: BasketView, payment: Payment | None, *, writing: bool
    ) -> tuple[Action, ...]:
        """Hand over, leave for later, cancel."""
        reason = ""
        if not view.lines:
            reason = self.tr("Scan the first device.")
        elif not view.ready and not writing:
            # What stands at the right says it in full.
            reason = self.tr("See at the right what is missing.")
        word = self.tr("Hand over and print the papers")
        if payment in {Payment.CASH, Payment.CARD}:
            word = self.tr("Hand over and print the receipt")
        deeds = self._deeds
        return (
            Action(word, deeds.complete, "F10", "", not reason, reason, main=True),
            Action(self.tr("Leave for later"), deeds.leave, "F11"),
            Action(self.tr("Cancel"), deeds.cancel, "F9"),
        )

    def hidden(self, view: BasketView) -> tuple[Action, ...]:
        """What stands beside the fields and has no button in the bars."""
        keys = []
        if view.rule.terms:
            keys.append(self.terms())
        if view.rule.seen:
            keys.append(Action(wording.seen_words(view.channel), self._deeds.tick, "F3"))
        if len(view.payments) > 1:
            keys.append(Action(self.tr("Other way to pay"), self._deeds.next_payment, "F8"))
        return tuple(keys)

    def done(self) -> tuple[Action, ...]:
        """Go on, or take the papers once more."""
        deeds = self._deeds
        return (
            Action(self.tr("Next customer"), deeds.leave, "F10", "arrow-right", main=True),
            Action(self.tr("Print all papers"), deeds.print_papers, "F2", "printer"),
            Action(self.tr("Open"), deeds.open_papers, "F3", "file-text"),
        )
