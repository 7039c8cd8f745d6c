"""Turns what a scan came to into the big answer, the scan line's word, and what is heard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from serkut_desk.domain.codes import short
from serkut_desk.domain.errors import Refused
from serkut_desk.ui.stations.handover import wording
from serkut_desk.ui.stations.handover.views import AnswerView
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Iterable

    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.stations.handover.commands import DeviceAdded
    from serkut_desk.stations.handover.views import BasketView
    from serkut_desk.ui.hands import Hands
    from serkut_desk.ui.stations.handover.views import GateView


class Answering(QObject):
    """Remembers what was answered last, and whose labels were read.

    Args:
        hands: Words.
        parent: Its owner.
    """

    answered = Signal(object)
    """An `AnswerView`."""
    taken = Signal(str, object)
    """What the last scan was taken for, and its `Tone`."""
    heard = Signal(object)
    """The `Tone` of an answer."""

    def __init__(self, hands: Hands, parent: QObject) -> None:
        super().__init__(parent)
        self._hands = hands
        self._read: dict[str, bool] = {}
        self._names: dict[str, str] = {}
        self._last = ""
        self._now = AnswerView(Tone.INFO, "")

    def begin(self, view: BasketView | None = None) -> None:
        """Say what comes first, without a sound; an answer since the basket began stays."""
        if view is not None and self._last:
            return
        self._read, self._last = {}, ""
        if view is None:
            title, text = self.tr("Who gets the device?"), self.tr("Choose at the left.")
        elif view.lines:
            title, text = self.tr("Half done"), self.tr("Scan the next device.")
        else:
            title, text = self.tr("Scan the first device"), ""
        self._show(AnswerView(Tone.INFO, title, text))

    def know(self, view: BasketView) -> None:
        """Take note of the basket; the last device is named once it is known."""
        for line in view.lines:
            if line.device:
                self._read.setdefault(line.device, line.label_read)
                self._names[line.device] = wording.what(line, self._hands.texts)
        if self._last and not self._now.text:
            self._show(AnswerView(self._now.tone, self._now.title, self._names.get(self._last, "")))

    def added(self, done: DeviceAdded) -> None:
        """Answer a device that is in the basket."""
        code = short(done.device)
        read_before = self._read.get(done.device, False)
        self._read[done.device] = done.label_read
        name = self._names.get(done.device, "")
        self._last = done.device
        if not done.duplicate and done.label_read:
            view = AnswerView(Tone.GOOD, self._of(self.tr("{0} is in the basket"), code), name)
            word = self.tr("in the basket")
        elif not done.duplicate:
            title = self._of(self.tr("{0} is in the basket"), code)
            view = AnswerView(Tone.ATTENTION, title, self.tr("Now scan its label, too."))
            word = self.tr("label is missing")
        elif done.label_read and not read_before:
            view = AnswerView(Tone.GOOD, self._of(self.tr("{0}: right label"), code), name)
            word = self.tr("right label")
        else:
            title = self._of(self.tr("{0} is there already"), code)
            text = name if done.label_read else self.tr("Now scan its label, too.")
            view = AnswerView(Tone.ATTENTION, title, text)
            word = self.tr("there already")
        self.say(view, word)

    def failed(self, failure: KnownFailure) -> None:
        """Answer what did not go into the basket."""
        self._last = ""
        said = self._hands.texts.failure(failure)
        # What the rules refuse stays here; what is out of order needs somebody.
        tone = Tone.STOP if isinstance(failure, Refused) else Tone.ATTENTION
        # All that is missing stands below it, one by one.
        text = " ".join((_first(said["why"]), _first(said["next"])))
        self.say(AnswerView(tone, said["what"], text), self.tr("not in the basket"))

    def waits(self) -> None:
        """Answer a scan that came before anybody chose who gets the device."""
        title, text = self.tr("Who gets the device?"), self.tr("Choose first. The scan waits.")
        self.say(AnswerView(Tone.ATTENTION, title, text), self.tr("waits"))

    def not_for_the_basket(self) -> None:
        """Answer a label that is no device's."""
        text = self.tr("Scan a device's label or serial number.")
        view = AnswerView(Tone.ATTENTION, self.tr("This does not go into the basket"), text)
        self.say(view, self.tr("not for the basket"))

    def not_yet(self, gates: Iterable[GateView]) -> None:
        """Say the first thing that is missing."""
        first = next((gate for gate in gates if not gate.holds), None)
        text = f"{first.sentence} {first.next}" if first else ""
        self.say(AnswerView(Tone.ATTENTION, self.tr("Not yet"), text), self.tr("not yet"))

    def say(self, view: AnswerView, word: str) -> None:
        """Show, tell the scan line and let it be heard."""
        self._show(view)
        self.taken.emit(word, view.tone)
        self.heard.emit(view.tone)

    def _show(self, view: AnswerView) -> None:
        self._now = view
        self.answered.emit(view)

    @staticmethod
    def _of(words: str, code: str) -> str:
        return words.replace("{0}", code)


def _first(sentences: str) -> str:
    """Return the first sentence."""
    first, stop, _ = sentences.partition(". ")
    return f"{first}." if stop else first
