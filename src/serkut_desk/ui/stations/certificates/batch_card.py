"""Tells how far a batch of certificates is, and offers to stop it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.asking import OverlayCard
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.progress import ProgressStrip
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from serkut_desk.stations.certificates.batch import Batch


class BatchCard(OverlayCard):
    """Covers the window while certificates are issued one after the other.

    Args:
        parent: The window.
        batch: What is being issued.
    """

    stopped = Signal()
    """The person wants no more of them."""

    def __init__(self, parent: QWidget, batch: Batch) -> None:
        super().__init__(parent, self.tr("Issuing certificates"))
        self._figures = label("", "title")
        self._figures.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._bar = ProgressStrip(self.tr("Issuing certificates"), height=14)
        for part in (self._figures, self._bar):
            self.body.addWidget(part)
        said = self.tr("Each is complete by itself. What is issued stays valid if you stop.")
        self.body.addWidget(label(said, wrap=True))
        self.body.addWidget(ActionBar(self.function_keys()))
        self.show_batch(batch)

    def function_keys(self) -> tuple[Action, ...]:
        """Offer to stop."""
        return (Action(self.tr("Stop here"), self.stopped.emit, "F9", "ban"),)

    def show_batch(self, batch: Batch) -> None:
        """Show how far it is."""
        self._figures.setText(f"{batch.done} / {batch.total}")
        refused = len(batch.refused)
        self._bar.show_parts(
            batch.total, ((Tone.GOOD, batch.done - refused), (Tone.ATTENTION, refused))
        )
