"""A question with a few big answers on a card over the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.asking import OverlayCard
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.parts.tiles import Tiles
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

KEYS = ("F2", "F3", "F5", "F6", "F7", "F8", "F10", "F11")
"""Answer keys in order: F4 is STOP and F9 leaves, on every screen."""

_PAIR = 2
_SHORT, _LONG = 22, 32
"""Letters of a word that fits into a third, or a half, of the card."""


class PickCard(OverlayCard):
    """Several answers, of which one is taken.

    Args:
        parent: The window.
        title: The question.
        line: One sentence below it.
        choices: Key, word and icon of each answer.
        keys: F-keys of the answers, in their order.
    """

    picked = Signal(str)
    """The key; the card is closed."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        line: str,
        choices: Sequence[tuple[str, str, str]],
        *,
        keys: Sequence[str] = KEYS,
    ) -> None:
        longest = max((len(word) for _, word, _ in choices), default=0)
        wide = longest > _SHORT
        super().__init__(parent, title, Tone.INFO, width=1120 if longest > _LONG else 760)
        if line:
            self.body.addWidget(label(line, "muted", wrap=True))
        self._answers = tuple(
            Action(word, _Pick(self, key), key=fkey, icon=icon)
            for (key, word, icon), fkey in zip(choices, keys, strict=False)
        )
        # Two stand side by side, and so do words that three tiles in a row would cut.
        tiles = Tiles(2 if wide or len(choices) <= _PAIR else 3)
        tiles.show_actions(self._answers)
        self.body.addWidget(tiles)
        self.body.addWidget(ActionBar(self._leave()))

    def function_keys(self) -> tuple[Action, ...]:
        """Offer the answers and to leave."""
        return (*self._answers, *self._leave())

    def pick(self, key: str) -> None:
        """Take an answer as if it was pressed."""
        _Pick(self, key)()

    def _leave(self) -> tuple[Action, ...]:
        return (Action(self.tr("Cancel"), self.close_overlay, key="F9", icon="x"),)


class _Pick:
    """Closes the card, then tells what was picked."""

    def __init__(self, card: PickCard, key: str) -> None:
        self._card = card
        self._key = key

    def __call__(self) -> None:
        self._card.close_overlay()
        self._card.picked.emit(self._key)
