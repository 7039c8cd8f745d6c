"""How many of one kind, and how heavy: by taps, by keys, by the scale."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from serkut_desk.domain.things import MOST_THINGS, pieces_by_weight
from serkut_desk.ui import theme
from serkut_desk.ui.forms import FormGrid, TextField
from serkut_desk.ui.icons import IconLabel
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.parts.weight_field import WeightField
from serkut_desk.ui.theme import px

if TYPE_CHECKING:
    from serkut_desk.domain.things import ThingKind
    from serkut_desk.domain.weighing import Weighed
    from serkut_desk.ui.scale import ScaleLink


class ThingAmount(QWidget):
    """Asks for an amount of one kind.

    Args:
        scale: The scale of this desk.
        language: Of the kind's name.
    """

    changed = Signal()
    """The amount, or what can be done, is another now."""

    def __init__(self, scale: ScaleLink, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.kind: ThingKind | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        head = QHBoxLayout()
        head.setSpacing(px(14))
        self._sign = QHBoxLayout()
        head.addLayout(self._sign)
        self._word = label("", "result")
        head.addWidget(self._word, 1)
        self._big = label("0", "figure")
        self._big.setAlignment(Qt.AlignmentFlag.AlignRight)
        head.addWidget(self._big)
        column.addLayout(head)
        self._steps = ActionBar(self._step_actions(), big=True)
        column.addWidget(self._steps)
        self.count = TextField(self.tr("How many"), self.tr("Tap, or write a number."))
        self.count.edited.connect(self._written)
        self.weight = WeightField(
            scale, self.tr("Weight of all (g)"), self.tr("Only if you weigh.")
        )
        self.weight.changed.connect(self._weighed)
        grid = FormGrid(2)
        grid.add(self.count)
        grid.add(self.weight)
        column.addWidget(grid)
        self._offer = ActionBar()
        column.addWidget(self._offer)
        self._weighed()

    @property
    def pieces(self) -> int | None:
        """How many; 0 when nothing was said, None when it is no number."""
        text = "".join(self.count.text.split())
        if not text:
            return 0
        if not (text.isascii() and text.isdigit()) or len(text) > len(str(MOST_THINGS)):
            return None
        return int(text)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said yet."""
        return self.pieces == 0 and self.weight.value_g is None

    def begin(self, kind: ThingKind) -> None:
        """Ask about another kind."""
        self.kind = kind
        while (item := self._sign.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self._sign.addWidget(IconLabel(kind.icon, theme.COLOURS["accent_text"], 44))
        self._word.setText(kind.word(self._language))
        self.weight.clear()
        self._set(0)

    def add(self, number: int) -> None:
        """Count some more, or less with a number below 0."""
        self._set(min(max((self.pieces or 0) + number, 0), MOST_THINGS))

    def function_keys(self) -> tuple[Action, ...]:
        """Offer the steps, the scale, and what the scale counts."""
        return (*self._step_actions(), *self.scale_keys(), *self._offers())

    def scale_keys(self) -> tuple[Action, ...]:
        """Offer to keep what the scale shows, where there is a scale."""
        return (self.weight.keep_action("F7"),) if self.weight.scale_name else ()

    def taken(self) -> tuple[int, Weighed | None] | None:
        """Return count and weight, or None and say at the field what is wrong."""
        pieces = self.pieces
        self.count.set_problem("" if pieces is not None else self.tr("Write a whole number."))
        if pieces is None:
            return None
        wanted = bool(self.weight.field.text) or self.weight.value_g is not None
        weight = self.weight.take() if wanted else None
        if wanted and weight is None:
            return None
        if not pieces and weight is None:
            self.count.set_problem(self.tr("Say how many, or weigh."))
            return None
        return pieces, weight

    def _step_actions(self) -> tuple[Action, ...]:
        steps = (("F2", "+1", 1), ("F3", "+5", 5), ("F5", "+10", 10), ("F6", "\u22121", -1))
        return tuple(
            Action(word, partial(self.add, number), key=key) for key, word, number in steps
        )

    def _offers(self) -> tuple[Action, ...]:
        grams, piece = self.weight.value_g, self.kind.piece_g if self.kind else None
        if not grams or not piece:
            return ()
        about = pieces_by_weight(grams, piece)
        if about == self.pieces:
            return ()
        word = self.tr("By weight about {0}").replace("{0}", str(about))
        return (Action(word, partial(self._set, about), key="F8", icon="scale"),)

    def _set(self, pieces: int) -> None:
        self.count.set_text(str(pieces) if pieces else "")
        self.count.set_problem("")
        self._show()

    def _written(self, _text: str) -> None:
        self.count.set_problem("")
        self._show()

    def _show(self) -> None:
        pieces = self.pieces
        self._big.setText("?" if pieces is None else str(pieces))
        self._weighed()

    def _weighed(self) -> None:
        offers = self._offers()
        self._offer.show_actions(offers)
        self._offer.setVisible(bool(offers))
        self.changed.emit()
