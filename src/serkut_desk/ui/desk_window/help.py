"""F1: what the keys do, and what stands behind the papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from serkut_desk import __version__
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.asking import OverlayCard
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.facts import Fact, Facts
from serkut_desk.ui.parts.pictures import Picture
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.theme import px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from serkut_desk.ui.shell.stop_faces import StopFace

_PICTURE = 62  # pixels at 100 %
_FIRST = "F4"
"""Opens the STOP screen; there the other kinds have their keys."""


class HelpCard(OverlayCard):
    """Keys of the open station, then of the window.

    Args:
        parent: The window.
        actions: What the open station offers.
        stops: Every kind of stop.
        head: Number and hash of the newest journal entry; None in the plain view.
    """

    def __init__(
        self,
        parent: QWidget,
        actions: Sequence[Action],
        stops: Sequence[StopFace],
        head: tuple[int, str] | None,
    ) -> None:
        super().__init__(parent, self.tr("Help"), width=980)
        facts = [Fact(one.key, one.word) for one in actions if one.key]
        facts += [
            Fact("\u2191 \u2193", self.tr("In the list; Home and End to its ends")),
            Fact("Ctrl+1", self.tr("To the start")),
            Fact("Ctrl+PgDn", self.tr("To the next station")),
            Fact("Ctrl+1\u20139", self.tr("To a place of the list at the left")),
            Fact("Alt+1\u20139", self.tr("The same from the tenth on")),
            Fact("Ctrl+F", self.tr("Search everything")),
            Fact("Ctrl+P", self.tr("Say how this screen is")),
        ]
        window = [
            Fact("Ctrl+K", self.tr("Check the scanner")),
            Fact("F12", self.tr("Lock the desk")),
            Fact("Ctrl +", self.tr("Larger")),
            Fact("Ctrl -", self.tr("Smaller")),
        ]
        if head is not None:
            # In groups, so that it breaks into lines and can be compared by eye.
            groups = " ".join(head[1][at : at + 16] for at in range(0, len(head[1]), 16))
            window.append(Fact(self.tr("Journal"), f"{head[0]} · {groups}", code=True))
        window.append(Fact("Serkut Desk", __version__))
        row = QHBoxLayout()
        row.setSpacing(px(24))
        row.addWidget(Facts(facts), 3)
        row.addLayout(self._right(stops, window), 2)
        self.body.addLayout(row)
        self.body.addWidget(ActionBar(self.function_keys()))

    def _right(self, stops: Sequence[StopFace], window: Sequence[Fact]) -> QVBoxLayout:
        """Return every kind of stop with its picture and its keys, and the window's own keys."""
        column = QVBoxLayout()
        column.setSpacing(px(6))
        column.addWidget(label(self.tr("STOP: scan the card, or press F4"), "strong", wrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(2))
        grid.setColumnStretch(1, 1)
        for at, face in enumerate(stops):
            grid.addWidget(Picture(face.picture, face.title, _PICTURE), at, 0)
            grid.addWidget(label(face.title, wrap=True), at, 1)
            keys = _FIRST if face.key == _FIRST else f"{_FIRST}, {face.key}"
            grid.addWidget(label(keys, "muted"), at, 2)
        column.addLayout(grid)
        column.addWidget(Facts(window))
        column.addStretch(1)
        return column

    def function_keys(self) -> tuple[Action, ...]:
        """Offer to close."""
        return (Action(self.tr("Close"), self.close_overlay, key="F10", main=True),)
