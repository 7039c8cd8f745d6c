"""Turns what a deed came to into the big answer, the scan line's word, and what is heard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from serkut_desk.domain import codes
from serkut_desk.stations.intake.effects import Ask, Do, Done, Elsewhere, Failed, Say, Show
from serkut_desk.ui import device_words
from serkut_desk.ui.panel import Notice
from serkut_desk.ui.stations.intake import wording
from serkut_desk.ui.stations.intake.deeds import DeedKind
from serkut_desk.ui.stations.intake.stickers import sticker_of
from serkut_desk.ui.stations.intake.views import ResultView, StickerLine
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.stations.devices.card_model import DeviceCard
    from serkut_desk.stations.intake.effects import Effect
    from serkut_desk.ui.hands import Hands
    from serkut_desk.ui.panel import Action
    from serkut_desk.ui.stations.intake.deeds import Outcome

_OF_LOT = frozenset({"intake.say.lot_off", "intake.say.lot_set", "intake.say.lot_set_cage"})


class Answering(QObject):
    """Remembers what was answered last.

    Args:
        hands: Words.
        undo: The way back, offered beside a receipt.
    """

    said = Signal(object)
    """A `Notice` for the banner of the dense view."""
    taken = Signal(str, object)
    """What the last scan was taken for, and its `Tone`."""
    heard = Signal(object)
    """The `Tone` of an answer."""
    do_wanted = Signal(str)
    """A command card that is not intake's own."""
    elsewhere = Signal(str)
    """A scan for another station."""

    def __init__(self, hands: Hands, undo: Action, parent: QObject) -> None:
        super().__init__(parent)
        self._hands = hands
        self._undo = undo
        self.result = ResultView(Tone.INFO, self.tr("Ready"), self.tr("Scan the first device"))
        self.ask: Ask | None = None
        self.outcome: Outcome | None = None
        self.just_done = False
        self.pictured = False
        self.lot_off = False
        self.place_name = ""
        self.kind = ""
        self._hint = ""
        self.stickers: tuple[StickerLine, ...] = ()
        self._asides: tuple[StickerLine, ...] = ()

    def shown(self, lot: str | None) -> ResultView:
        """Return the big answer; before there is a lot, that it comes first."""
        if lot is None and self.outcome is None:
            first = self.tr("First the lot")
            return ResultView(Tone.INFO, first, self.tr("Choose it, or scan its label."))
        return self.result

    def take(self, outcome: Outcome) -> None:
        """Answer a deed."""
        self.outcome = outcome
        # What answers nothing, such as an unknown code, leaves the question open.
        open_one = self.ask is not None and self.ask.question is outcome.state.asking
        self.ask = self.ask if open_one else None
        self.just_done = False
        for effect in outcome.effects:
            self._take(effect)
        if outcome.undone is not None:
            devices = ", ".join(codes.short(code) for code in outcome.undone.devices)
            self.result = ResultView(Tone.INFO, self.tr("Undone"), devices)
            self.said.emit(Notice(Tone.INFO, self.tr("Undone"), devices))
            self.taken.emit(self.tr("Undone"), Tone.INFO)
        if outcome.state.is_empty:
            self._asides = ()
        self._note(outcome)

    def fail(self, failure: KnownFailure) -> None:
        """Say what is wrong; the device at hand stays."""
        self.result = wording.failure_view(failure, self._hands.texts)
        self.taken.emit(self.result.title.rstrip("."), self.result.tone)
        self.heard.emit(self.result.tone)
        self.said.emit(self._hands.notice(failure))

    def show_device(self, card: DeviceCard) -> bool:
        """Answer the scan of a device's own label with the device; False: something else was."""
        effects = self.outcome.effects if self.outcome else ()
        if any(isinstance(effect, Say | Failed) for effect in effects) or not effects:
            return False
        view = device_words.card_view(card, self._hands.texts)
        place = card.place or self.tr("place not known")
        self.result = ResultView(view.state_tone, view.code, view.model, f"{view.state} · {place}")
        self.taken.emit(view.code, Tone.GOOD)
        return True

    def _take(self, effect: Effect) -> None:
        if isinstance(effect, Say):
            self._say(effect)
        elif isinstance(effect, Ask):
            self.ask = effect
            self.result = ResultView(Tone.ATTENTION, self.tr("One question"))
            self.heard.emit(Tone.ATTENTION)
        elif isinstance(effect, Failed):
            self.fail(effect.failure)
        elif isinstance(effect, Done):
            self._received(effect)
        elif isinstance(effect, Do):
            self.do_wanted.emit(effect.name)
        elif isinstance(effect, Elsewhere):
            self.elsewhere.emit(effect.text)
        # `Show` is answered by the card that comes later.
        assert isinstance(effect, Say | Ask | Failed | Done | Do | Elsewhere | Show)

    def _say(self, say: Say) -> None:
        tone = wording.TONES[say.tone]
        facts = dict(say.facts)
        if say.key == "intake.say.place_set":
            self.place_name = str(facts.get("place", ""))
        if say.key in _OF_LOT:
            self.lot_off = say.key == "intake.say.lot_off"
        result = wording.result_of(say)
        if result is None:
            self._aside(say, tone)
            return
        hint = self._hint if self.just_done else ""
        self.result = ResultView(result.tone, result.title, result.lead, hint)
        self.taken.emit(self._last_word() or result.title, tone)
        self.heard.emit(tone)
        # A key that could do nothing yet is answered, whatever stood there before.
        asked = self._pressed and say.key == "intake.say.scan_machine"
        if not self.just_done and (asked or tone in {Tone.ATTENTION, Tone.STOP}):
            self.said.emit(Notice(tone, result.title, result.lead))

    def _aside(self, say: Say, tone: Tone) -> None:
        """Say beside the answer what was ignored or asked; alone when there is no device."""
        sentence = wording.sentence_of(say, self._hands.texts).rstrip(".")
        self.taken.emit(sentence, tone)
        if say.key.startswith("intake.ask."):
            return
        if self.just_done:
            now = self.result
            self.result = ResultView(now.tone, now.title, now.lead, sentence)
        elif self.outcome is not None and self.outcome.state.is_empty:
            self.result = ResultView(tone, sentence)
        else:
            self._asides = (*self._asides, StickerLine(tone, sentence))
        if tone is not Tone.INFO:
            self.heard.emit(tone)

    @property
    def _pressed(self) -> bool:
        """Whether a key was pressed, and nothing scanned."""
        return self.outcome is not None and self.outcome.deed.kind is DeedKind.COMMAND

    def _note(self, outcome: Outcome) -> None:
        """Remember what every code of the device at hand was taken for, and what it is."""
        hand = outcome.at_hand
        read = (sticker_of(note, self._hands.texts) for note in hand.sorted.notes) if hand else ()
        self.stickers = tuple(dict.fromkeys((*read, *self._asides)))
        state = outcome.state
        listed = hand.line.type if hand and hand.line else None
        self.kind = state.device_type or listed or state.type or self.kind

    def _last_word(self) -> str:
        """Return what the last scan of the device at hand was taken for."""
        hand = self.outcome.at_hand if self.outcome else None
        if self.just_done or hand is None or not hand.sorted.notes:
            return ""
        return self._hands.texts.say(hand.sorted.notes[-1].code).rstrip(".")

    def _received(self, done: Done) -> None:
        self.just_done = True
        self.kind = done.received.type.value
        self._asides = ()
        received = done.received
        row = self.tr("list row {0}").replace("{0}", str(received.row))
        where = row if received.row else self.tr("not on the list")
        parts = (
            device_words.name_of(received.manufacturer, received.model),
            received.serial,
            self.tr("label in the queue") if received.label else self.tr("roll label"),
            where if received.has_list else "",
        )
        fine = (received.listed or not received.has_list) and not received.differs
        title = self.tr("{0} received").replace("{0}", codes.short(received.device))
        tone = Tone.GOOD if fine else Tone.ATTENTION
        wanted = self.tr("Take a picture of the sticker: F6")
        if self.pictured:
            wanted = self.tr("The picture is kept with the device.")
        self._hint = "" if received.serial and not self.pictured else wanted
        self.said.emit(Notice(tone, title, " · ".join(filter(None, parts)), self._undo))
