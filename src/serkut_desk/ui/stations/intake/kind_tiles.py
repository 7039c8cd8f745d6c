"""Kinds of things as big answers: by tap, by F-key, six at a time."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from serkut_desk.domain.codes import CodeKind, parse_code
from serkut_desk.stations.thing_kinds import thing_kinds
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.tiles import Tiles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.domain.things import ThingKind

_KEYS = ("F2", "F3", "F5", "F6", "F7", "F8")
"""F4 is STOP, F9 leaves, F10 saves, F11 turns."""


def kind_of_card(text: str) -> ThingKind | None:
    """Return the kind whose command card was scanned."""
    own = parse_code(text)
    if own is None or own.kind is not CodeKind.COMMAND:
        return None
    return next((kind for kind in thing_kinds() if kind.number == own.number), None)


class KindTiles(QWidget):
    """Offers kinds of things.

    Args:
        kinds: Which, in their order.
        language: Of their names.
    """

    picked = Signal(str)
    """Key of a kind."""
    turned = Signal()
    """Other answers are offered now."""

    def __init__(
        self, kinds: Sequence[ThingKind], language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kinds = tuple(kinds)
        self._language = language
        self._page = 0
        self._tiles = Tiles(3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._tiles)
        self._draw()

    def function_keys(self) -> tuple[Action, ...]:
        """Offer this page's kinds and the way to the next page."""
        start = self._page * len(_KEYS)
        shown = self._kinds[start : start + len(_KEYS)]
        answers = tuple(
            Action(kind.word(self._language), partial(self.picked.emit, kind.key), key, kind.icon)
            for kind, key in zip(shown, _KEYS, strict=False)
        )
        return (*answers, self.turn_action())

    def turn_action(self) -> Action:
        """Return the way to the next page."""
        last = (self._page + 1) * len(_KEYS) >= len(self._kinds)
        word = self.tr("Back to the first") if last else self.tr("Others")
        return Action(word, self._turn, key="F11", icon="list")

    def _turn(self) -> None:
        self._page = (self._page + 1) % -(-len(self._kinds) // len(_KEYS))
        self._draw()
        self.turned.emit()

    def _draw(self) -> None:
        self._tiles.show_actions(self.function_keys()[:-1])
