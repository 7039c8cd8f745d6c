"""F1: what the keys do, and what stands behind the papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk import __version__
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.asking import OverlayCard
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.facts import Fact, Facts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget


class HelpCard(OverlayCard):
    """Keys of the open station, then of the window.

    Args:
        parent: The window.
        actions: What the open station offers.
        head: Number and hash of the newest journal entry; None in the plain view.
    """

    def __init__(
        self, parent: QWidget, actions: Sequence[Action], head: tuple[int, str] | None
    ) -> None:
        super().__init__(parent, self.tr("Help"), width=640)
        facts = [Fact(one.key, one.word) for one in actions if one.key]
        facts += [
            Fact("Ctrl+1", self.tr("To the start")),
            Fact("Ctrl+PgDn", self.tr("To the next station")),
            Fact("Ctrl+1\u20139", self.tr("To a place of the list at the left")),
            Fact("Alt+1\u20139", self.tr("The same from the tenth on")),
            Fact("Ctrl+F", self.tr("Search everything")),
            Fact("Ctrl+P", self.tr("Say how this screen is")),
            Fact("F12", self.tr("Lock the desk")),
            Fact("Ctrl +", self.tr("Larger")),
            Fact("Ctrl -", self.tr("Smaller")),
        ]
        if head is not None:
            # In groups, so that it breaks into lines and can be compared by eye.
            groups = " ".join(head[1][at : at + 16] for at in range(0, len(head[1]), 16))
            facts.append(Fact(self.tr("Journal"), f"{head[0]} · {groups}", code=True))
        facts.append(Fact("Serkut Desk", __version__))
        self.body.addWidget(Facts(facts))
        self.body.addWidget(ActionBar(self.function_keys()))

    def function_keys(self) -> tuple[Action, ...]:
        """Offer to close."""
        return (Action(self.tr("Close"), self.close_overlay, key="F10", main=True),)
