"""The card that counts things of a lot: choose a kind, count or weigh, save, the next kind."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from serkut_desk.domain.codes import CodeKind, parse_code, short
from serkut_desk.domain.weighing import grams_words
from serkut_desk.stations import thing_views
from serkut_desk.stations.intake.thing_commands import CountThings, UndoThings
from serkut_desk.stations.thing_kinds import kind_of, thing_kinds
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.asking import OverlayCard
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.text import label, restyle
from serkut_desk.ui.stations.intake.kind_tiles import KindTiles, kind_of_card
from serkut_desk.ui.stations.intake.thing_amount import ThingAmount
from serkut_desk.ui.stations.intake.thing_rows import ThingRow, ThingRows
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from serkut_desk.domain.changes import Changes
    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.stations.intake.thing_commands import ThingsDone
    from serkut_desk.stations.thing_views import LotThings
    from serkut_desk.ui.hands import Hands


class ThingsCard(OverlayCard):
    """Counts things until it is closed; F9 goes one step back.

    Args:
        parent: The window.
        hands: Asks and carries out.
        lot: Code of an open lot.
        sender: Who sent it.
    """

    def __init__(self, parent: QWidget, hands: Hands, lot: str, sender: str) -> None:
        super().__init__(parent, self.tr("Things of the lot"), Tone.INFO, width=1040)
        self._hands = hands
        self._lot = lot
        self._busy = False
        # What was saved here, the newest last: F9 takes it back.
        self._mine: list[int] = []
        self.body.addWidget(label(" · ".join(filter(None, (short(lot), sender))), "muted"))
        self.tiles = KindTiles(thing_kinds(), hands.language)
        self.tiles.picked.connect(self.choose)
        self.tiles.turned.connect(self._show)
        self.amount = ThingAmount(hands.scale, hands.language)
        self.amount.changed.connect(self._show)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.tiles)
        self._stack.addWidget(self.amount)
        self.rows = ThingRows(hands.language, self.tr("Nothing yet."))
        self._said = label("", "lead", wrap=True)
        self._bar = ActionBar()
        self._build()
        self._show()
        self._ask()

    def _build(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(px(12))
        left.addWidget(self._stack)
        left.addWidget(self._said)
        left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(px(10))
        right.addWidget(label(self.tr("Written down"), "section"))
        right.addWidget(self.rows)
        right.addStretch(1)
        across = QHBoxLayout()
        across.setSpacing(px(28))
        across.addLayout(left, 5)
        across.addLayout(right, 3)
        self.body.addLayout(across)
        self.body.addWidget(self._bar)

    def function_keys(self) -> tuple[Action, ...]:
        """Offer the kinds, or the steps of counting."""
        if self.amount.kind is None:
            # F9 may take the last line back; Escape only leaves, as everywhere.
            leave = Action(self.tr("Close"), self.close_overlay, key="Esc", icon="x")
            return (*self.tiles.function_keys(), *self._kind_bar(), leave)
        return (*self.amount.function_keys(), *self._amount_bar())

    def choose(self, key: str) -> None:
        """Count things of a kind."""
        self._say("")
        self.amount.begin(kind_of(key))
        self._stack.setCurrentWidget(self.amount)
        self._show()

    def card_scanned(self, text: str) -> bool:
        """Take a kind's command card: choose it, and each further scan counts one more."""
        kind = kind_of_card(text)
        if kind is None:
            return False
        if self.amount.kind is None:
            self.choose(kind.key)
        elif self.amount.kind.key != kind.key:
            if not self.amount.is_empty:
                self._say(self.tr("Save this first."), Tone.ATTENTION)
                self.heard.emit(Tone.ATTENTION)
                return True
            self.choose(kind.key)
        self.amount.add(1)
        return True

    def scanned(self, text: str) -> None:
        """A device's label is for its own things, which another card asks."""
        own = parse_code(text)
        if own is not None and own.kind is CodeKind.DEVICE:
            self._say(self.tr("Close this first. Then scan the device."), Tone.ATTENTION)
            self.heard.emit(Tone.ATTENTION)
        else:
            super().scanned(text)

    def _kind_bar(self) -> tuple[Action, ...]:
        close = Action(self.tr("Ready"), self.close_overlay, key="F10", icon="check", main=True)
        if self._mine:
            return (close, Action(self.tr("Undo last"), self._undo, key="F9", icon="undo-2"))
        return (close, Action(self.tr("Close"), self.close_overlay, key="F9", icon="x"))

    def _amount_bar(self) -> tuple[Action, ...]:
        return (
            Action(self.tr("Save"), self._save, key="F10", icon="save", main=True),
            Action(self.tr("Back"), self._back, key="F9", icon="x"),
        )

    def _back(self) -> None:
        self.amount.kind = None
        self._stack.setCurrentWidget(self.tiles)
        self._show()

    def _save(self) -> None:
        kind, taken = self.amount.kind, self.amount.taken()
        if kind is None or taken is None or self._busy:
            return
        self._busy = True
        pieces, weight = taken
        command = CountThings(self._lot, kind.key, pieces, weight)
        self._hands.submit(command, self._saved, self._failed, _changes)

    def _undo(self) -> None:
        if self._mine and not self._busy:
            self._busy = True
            self._hands.submit(UndoThings(self._mine[-1]), self._undone, self._failed, _changes)

    def _saved(self, done: ThingsDone) -> None:
        self._busy = False
        self._mine.append(done.line.id)
        word = kind_of(done.line.kind).word(self._hands.language)
        self._say(f"{word}: {_amount(done)}", Tone.GOOD)
        self.heard.emit(Tone.GOOD)
        self._back()
        self._ask()

    def _undone(self, done: ThingsDone) -> None:
        self._busy = False
        self._mine = [line for line in self._mine if line != done.line.id]
        word = kind_of(done.line.kind).word(self._hands.language)
        self._say(self.tr("Undone: {0}").replace("{0}", word), Tone.INFO)
        self._show()
        self._ask()

    def _failed(self, failure: KnownFailure) -> None:
        self._busy = False
        self.amount.weight.give_back()
        said = self._hands.texts.failure(failure)
        self._say(f"{said['what']} {said['next']}", Tone.ATTENTION)
        self.heard.emit(Tone.ATTENTION)

    def _ask(self) -> None:
        self._hands.ask(partial(_things, code=self._lot), self._read, self._failed)

    def _read(self, things: LotThings) -> None:
        self.rows.show_rows([ThingRow(one.kind, one.count, one.weight_g) for one in things.sums])

    def _say(self, sentence: str, tone: Tone = Tone.INFO) -> None:
        self._said.setText(sentence)
        restyle(self._said, "tone", str(tone))

    def _show(self) -> None:
        if self.amount.kind is None:
            self._bar.show_actions((*self._kind_bar(), self.tiles.turn_action()))
        else:
            self._bar.show_actions((*self._amount_bar(), *self.amount.scale_keys()))


def _amount(done: ThingsDone) -> str:
    count, grams = done.line.count, done.line.weight_g
    return ", ".join([str(count)] * bool(count) + [grams_words(grams or 0)] * bool(grams))


def _changes(done: ThingsDone) -> Changes:
    return done.changes


_things = thing_views.things_of_lot
