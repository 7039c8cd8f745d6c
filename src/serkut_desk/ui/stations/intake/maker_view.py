"""The maker's screen: what to do now at the left; the answer, the count and help at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedLayout, QWidget

from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.pictures import PictureName
from serkut_desk.ui.parts.states import EmptyState, StateKind
from serkut_desk.ui.stations.intake.guide import GuideCard
from serkut_desk.ui.stations.intake.views import GuideView
from serkut_desk.ui.stations.intake.where_stickers import sticker_picture

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.stations.intake.state import IntakeState
    from serkut_desk.ui.panel import Action


class MakerView(QWidget):
    """One picture, one sentence, two steps; or that no lot is open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stack = QStackedLayout(self)
        self._guide = GuideCard()
        self._none = Card()
        lines = (
            self.tr("Ask a supervisor to open the lot."),
            self.tr("Is it open? Scan the lot's label."),
        )
        self._none.add(EmptyState(StateKind.NOTHING, self.tr("No lot is open"), lines), 1)
        self._stack.addWidget(self._guide)
        self._stack.addWidget(self._none)

    def show_no_lot(self) -> None:
        """No lot is chosen, and there is none to choose."""
        self._stack.setCurrentWidget(self._none)

    def show_question(self, sentence: str, answers: Sequence[Action]) -> None:
        """Ask something with big answers."""
        view = GuideView(PictureName.SCANNER, self.tr("A scanner"), sentence)
        self._guide.show_guide(view, answers)
        self._stack.setCurrentWidget(self._guide)

    def show_state(
        self, state: IntakeState, kind: str, *, just_done: bool, on_the_spot: bool
    ) -> None:
        """Show the step of the device at hand.

        Args:
            state: Where it is.
            kind: Type of the device, as far as somebody knows; "" else.
            just_done: One was saved.
            on_the_spot: Labels come from the printer, not from a roll.
        """
        last = self.tr("Save") if on_the_spot else self.tr("New label")
        steps = (self.tr("The device's barcode"), last)
        if state.is_named:
            picture, shows = PictureName.NEW_LABEL, self.tr("A new label beside the barcode")
            sentence, at = self.tr("Stick on a new label and scan it"), 1
            if on_the_spot:
                sentence = self.tr("Save. A label is printed.")
        else:
            picture, shows = sticker_picture(kind)
            sentence, at = self.tr("Scan the device's barcode"), 0
            if just_done:
                sentence, at = self.tr("Done. Scan the next device"), len(steps)
                if on_the_spot:
                    sentence = self.tr("Stick on the label. Scan the next device")
        self._guide.show_guide(GuideView(picture, shows, sentence, steps, at))
        self._stack.setCurrentWidget(self._guide)
