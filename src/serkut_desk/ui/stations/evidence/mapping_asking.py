"""Opens the card of a mapping for a kept file, saves it, and has the file read by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from serkut_desk.stations.evidence import mapping
from serkut_desk.stations.evidence.mapping_commands import MakeMapping
from serkut_desk.ui.stations.evidence.mapping_card import MappingCard
from serkut_desk.ui.stations.evidence.mapping_draft import Draft

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from serkut_desk.domain.changes import Changes
    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.domain.supplier_mapping import SupplierMapping, SupplierTable
    from serkut_desk.stations.evidence.mapping_commands import MappingDone
    from serkut_desk.ui.hands import Hands


class MappingAsk(QObject):
    """One mapping from the file to the saved version.

    Args:
        hands: Asks and carries out.
        panel: Whose window the card covers.
    """

    card_ready = Signal(object)
    """A `MappingCard` to show."""
    refused = Signal(object)
    """The file cannot be looked at: a `KnownFailure`."""
    saved = Signal(int)
    """The mapping is saved; number of the file that waits to be read by it."""

    def __init__(self, hands: Hands, panel: QWidget) -> None:
        super().__init__(panel)
        self._hands, self._panel = hands, panel
        self._number, self._sha256, self._file = 0, "", ""
        self._card: MappingCard | None = None

    def open(self, number: int, sha256: str, file: str) -> None:
        """Look at a kept file and show the card."""
        self._number, self._sha256, self._file = number, sha256, file
        self._card = None
        self._look("")

    def _look(self, record: str) -> None:
        self._hands.ask(
            lambda desk, who: mapping.look_at(desk, who, self._sha256, record=record),
            self._looked,
            self.refused.emit,
        )

    def _looked(self, found: tuple[SupplierTable, tuple[str, ...]]) -> None:
        table, records = found
        if self._card is not None:
            draft = Draft(table, self._card.draft.name, columns=mapping.guessed(table))
            self._card.start_anew(draft)
            return
        draft = Draft(table, columns=mapping.guessed(table))
        window = self._panel.window()
        self._card = MappingCard(window, self._file, draft, records, self._hands.texts)
        self._card.sent.connect(self._save)
        self._card.record_chosen.connect(self._look)
        self._card.closed.connect(self._gone)
        self.card_ready.emit(self._card)

    def _save(self, made: SupplierMapping) -> None:
        self._hands.submit(MakeMapping(made), self._done, self._wrong, _changes)

    def _done(self, _done: MappingDone) -> None:
        if self._card is not None:
            self._card.close_overlay()
        self.saved.emit(self._number)

    def _wrong(self, failure: KnownFailure) -> None:
        if self._card is not None:
            self._card.problem(self._hands.texts.failure(failure)["what"])

    def _gone(self) -> None:
        self._card = None


def _changes(done: MappingDone) -> Changes:
    return done.changes
