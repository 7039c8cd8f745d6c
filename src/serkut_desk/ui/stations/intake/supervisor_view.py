"""The supervisor's screen: the lot, the fields, what came last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.states import EmptyState, StateKind
from serkut_desk.ui.stations.intake.device_form import DeviceForm
from serkut_desk.ui.stations.intake.lot_header import LotHeader
from serkut_desk.ui.stations.intake.recent import RecentCard
from serkut_desk.ui.theme import px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.ui.panel import Action
    from serkut_desk.ui.stations.intake.views import FormView, LotView, ReceivedRow, StickerLine


class SupervisorView(QWidget):
    """Shows everything of intake at once; without a lot, how to open one.

    Args:
        types: Key and word of each device type.
        lot_actions: Change and close the lot.
        count: Count things of lines of many.
        start_actions: What to do when no lot is chosen.
    """

    changed = Signal(str, str)
    picked = Signal(str)

    def __init__(
        self,
        types: Sequence[tuple[str, str]],
        lot_actions: Sequence[Action],
        count: Action,
        start_actions: Sequence[Action],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        self._header = LotHeader(lot_actions, count)
        self._form = DeviceForm(types)
        self._recent = RecentCard()
        self._none = Card()
        lines = (
            self.tr("Open a lot for a delivery, with its list or without."),
            self.tr("Is it open? Scan the lot's label."),
        )
        title = self.tr("No lot is chosen")
        self._none.add(EmptyState(StateKind.NOTHING, title, lines, start_actions), 1)
        self._form.changed.connect(self.changed)
        self._recent.picked.connect(self.picked)
        column.addWidget(self._header)
        column.addWidget(self._form)
        column.addWidget(self._recent, 1)
        column.addWidget(self._none, 1)
        self.show_lot(None)

    def show_lot(self, lot: LotView | None) -> None:
        """Show how the lot stands; None when none is chosen."""
        for card in (self._header, self._form, self._recent):
            card.setVisible(lot is not None)
        self._none.setVisible(lot is None)
        if lot is not None:
            self._header.show_lot(lot)

    def show_form(self, view: FormView) -> None:
        """Fill the fields."""
        self._form.show_form(view)

    def show_read(self, stickers: Sequence[StickerLine]) -> None:
        """Say what every sticker of the device at hand was taken for."""
        self._form.show_read(" ".join(f"{line.words}." for line in stickers))

    def show_question(self, sentence: str, answers: Sequence[Action]) -> None:
        """Ask something below the fields; no answers: nothing is asked."""
        self._form.show_question(sentence, answers)

    def show_actions(self, actions: Sequence[Action]) -> None:
        """Offer what can be done with the device at hand."""
        self._form.show_actions(actions)

    def show_rows(self, rows: Sequence[ReceivedRow]) -> None:
        """Show what came last."""
        self._recent.show_rows(rows)
