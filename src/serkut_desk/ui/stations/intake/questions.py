"""A question of the intake screen on a card over the window: which lot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.codes import CodeKind, parse_code
from serkut_desk.ui.parts.pick import PickCard

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtWidgets import QWidget


class ChooseLotCard(PickCard):
    """Which of several open lots: by F-key, tap, or the lot's own code."""

    def __init__(
        self,
        parent: QWidget,
        lots: Sequence[tuple[str, str]],
        expected: Collection[str] = frozenset(),
    ) -> None:
        super().__init__(
            parent,
            self.tr("Which lot?"),
            self.tr("Scan the lot's code, or choose here."),
            tuple(
                (code, word, "truck" if code in expected else "package-open") for code, word in lots
            ),
        )
        self._codes = frozenset(code for code, _ in lots)

    def scanned(self, text: str) -> None:
        """Take the lot's code."""
        own = parse_code(text)
        if own is not None and own.kind is CodeKind.LOT and str(own) in self._codes:
            self.pick(str(own))
