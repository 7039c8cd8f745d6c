"""The card that lists a lot's cages and pallets: typed, pasted, or scanned seal by seal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit

from serkut_desk.domain.cages import CageKind, cages_in
from serkut_desk.domain.codes import parse_code, short
from serkut_desk.stations.intake.lot_commands import ListCages
from serkut_desk.ui.forms import FieldRow
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.asking import OverlayCard
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.choices import Choice, ChoiceStrip
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.stations.intake.arrival_words import changes_of
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.stations.intake.lot_results import CageDone
    from serkut_desk.ui.hands import Hands


class CagesCard(OverlayCard):
    """Takes lines of `name; seal`; a scanned seal becomes a line with the next number.

    Args:
        parent: The window.
        hands: Carries out.
        lot: Code of the lot.
    """

    saved = Signal(object)
    """A `CageDone`; the card is closed."""

    def __init__(self, parent: QWidget, hands: Hands, lot: str) -> None:
        super().__init__(parent, self.tr("Cages and pallets"), Tone.INFO, width=820)
        self._hands = hands
        self._lot = lot
        self._busy = False
        self.body.addWidget(label(short(lot), "muted"))
        words = [Choice(kind.value, self._word(kind)) for kind in CageKind]
        self._kinds = ChoiceStrip(self.tr("What they are"), words)
        self._kinds.chosen.connect(self._renew)
        self.body.addWidget(self._kinds)
        self.edit = QPlainTextEdit()
        self.edit.setMinimumHeight(px(190))
        self.edit.setTabChangesFocus(True)
        # The row around it has the frame.
        self.edit.setStyleSheet("QPlainTextEdit { border: none; }")
        self.edit.textChanged.connect(self._renew)
        hint = self.tr("One a line: name; seal. Or scan seal after seal.")
        self._row = FieldRow(self.tr("Names and seals"), self.edit, hint)
        self.body.addWidget(self._row)
        self._counted = label("", "muted", wrap=True)
        self.body.addWidget(self._counted)
        self._bar = ActionBar()
        self.body.addWidget(self._bar)
        self._renew()

    def scanned(self, text: str) -> None:
        """Write a seal as the next line; a code of ours is none."""
        if parse_code(text) is not None:
            super().scanned(text)
            return
        written = self.edit.toPlainText().rstrip()
        kind = CageKind(self._kinds.current)
        if ";" in text:
            # Typed as fast as a scanner, or a whole line in one code.
            self.edit.setPlainText(f"{written}\n{text.strip()}".strip())
            self.heard.emit(Tone.GOOD)
            return
        number = len(cages_in(written, kind)) + 1
        line = f"{self._word(kind)} {number}; {text.strip()}"
        self.edit.setPlainText(f"{written}\n{line}".strip())
        self.heard.emit(Tone.GOOD)

    def function_keys(self) -> tuple[Action, ...]:
        """Offer to save and to leave."""
        count = len(self._cages())
        reason = "" if count else self.tr("Write or scan a cage first.")
        return (
            Action(
                self.tr("Save"),
                self._save,
                key="F10",
                icon="check",
                enabled=bool(count),
                reason=reason,
                main=True,
            ),
            Action(self.tr("Cancel"), self.close_overlay, key="F9", icon="x"),
        )

    def _word(self, kind: CageKind) -> str:
        return self._hands.texts.say(f"intake.cage_kind.{kind}")

    def _cages(self) -> tuple[str, ...]:
        kind = CageKind(self._kinds.current)
        return tuple(one.name for one in cages_in(self.edit.toPlainText(), kind))

    def _renew(self, _key: str = "") -> None:
        self._row.set_problem("")
        self._counted.setText(", ".join(self._cages()))
        self._bar.show_actions(self.function_keys())

    def _save(self) -> None:
        if not self._busy:
            self._busy = True
            cages = cages_in(self.edit.toPlainText(), CageKind(self._kinds.current))
            command = ListCages(lot=self._lot, cages=cages)
            self._hands.submit(command, self._saved, self._failed, changes_of)

    def _saved(self, done: CageDone) -> None:
        self.heard.emit(Tone.GOOD)
        self.close_overlay()
        self.saved.emit(done)

    def _failed(self, failure: KnownFailure) -> None:
        self._busy = False
        said = self._hands.texts.failure(failure)
        self._row.set_problem(f"{said['what']} {said['why']} {said['next']}")
        self.heard.emit(Tone.ATTENTION)
