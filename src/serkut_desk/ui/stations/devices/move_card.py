"""Asks where a device goes: scan the shelf, choose it, or write its name."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from serkut_desk.domain.codes import CodeKind, parse_code
from serkut_desk.domain.lots import name_key
from serkut_desk.ui.forms import TextField
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.asking import OverlayCard
from serkut_desk.ui.parts.button import ActionBar, BigButton
from serkut_desk.ui.parts.flow import FlowLayout
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from collections.abc import Sequence

_SUGGESTED = 8


class MoveCard(OverlayCard):
    """Asks for a place.

    Args:
        parent: The window.
        what: The device, for people.
    """

    chosen = Signal(str)
    """Code or name of the place; the card is closed."""

    def __init__(self, parent: QWidget, what: str) -> None:
        super().__init__(parent, self.tr("Where to?"), Tone.INFO, width=680)
        self.body.addWidget(label(what, "strong"))
        self.body.addWidget(label(self.tr("Scan the shelf's label."), "lead"))
        self._places: tuple[str, ...] = ()
        self._name = TextField(self.tr("Or write its name"))
        self._name.edited.connect(self._typed)
        self.body.addWidget(self._name)
        self._suggestions = QWidget()
        self._row = FlowLayout(px(8), self._suggestions)
        self.body.addWidget(self._suggestions)
        self._actions = ActionBar()
        self.body.addWidget(self._actions)
        self._renew()

    def show_places(self, names: Sequence[str]) -> None:
        """Offer the places that there are."""
        self._places = tuple(names)
        self._renew()

    def scanned(self, text: str) -> None:
        """Take a place's code."""
        own = parse_code(text)
        if own is not None and own.kind is CodeKind.PLACE:
            self._take(str(own))
        else:
            self._name.set_problem(self.tr("That is no place. Scan the shelf's label."))

    def function_keys(self) -> tuple[Action, ...]:
        """Offer to move and to leave."""
        known = name_key(self._name.text) in {name_key(name) for name in self._places}
        word = self.tr("Move") if known or not self._name.text else self.tr("Make place and move")
        return (
            Action(
                word,
                self._written,
                key="F10",
                icon="map-pin",
                enabled=bool(self._name.text),
                reason=self.tr("Scan a place or write its name."),
                main=True,
            ),
            Action(self.tr("Cancel"), self.close_overlay, key="F9", icon="x"),
        )

    def _typed(self, _text: str) -> None:
        self._name.set_problem("")
        self._renew()

    def _written(self) -> None:
        self._take(self._name.text)

    def _take(self, place: str) -> None:
        self.close_overlay()
        self.chosen.emit(place)

    def _renew(self) -> None:
        while self._row.count():
            item = self._row.takeAt(0)
            old = item.widget() if item else None
            if old is not None:
                old.hide()
                old.deleteLater()
        typed = name_key(self._name.text)
        for name in [one for one in self._places if typed in name_key(one)][:_SUGGESTED]:
            button = BigButton(Action(name, partial(self._take, name)))
            self._row.addWidget(button)
        self._suggestions.setVisible(self._row.count() > 0)
        self._actions.show_actions(self.function_keys())
