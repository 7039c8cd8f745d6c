"""Says what came of something: in the banner, or on the maker's card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import isValid

from serkut_desk.domain.codes import short
from serkut_desk.domain.lifecycle import DeviceState
from serkut_desk.domain.repair import OrderState, RepairOutcome
from serkut_desk.stations.repair.queries import Found
from serkut_desk.ui.panel import Action, Notice
from serkut_desk.ui.shell.places import ICONS, station_title
from serkut_desk.ui.stations.repair import wording
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.stations.devices.commands import Moved as DevicesMoved
    from serkut_desk.stations.repair.commands import Closed, Moved, Opened, Stepped, Tested
    from serkut_desk.stations.repair.queries import Looked
    from serkut_desk.ui.hands import Hands
    from serkut_desk.ui.panel import Panel
    from serkut_desk.ui.stations.repair.order_page import OrderPage

_NEXT = {
    DeviceState.RECEIVED: "wiping",
    DeviceState.WAITING_WIPE: "wiping",
    DeviceState.WAITING_REVIEW: "wiping",
    DeviceState.WAITING_APPROVAL: "wiping",
    DeviceState.WAITING_GRADE: "grading",
    DeviceState.WAITING_DECISION: "grading",
    DeviceState.ON_SHELF: "handover",
    DeviceState.WAITING_DISMANTLE: "dismantling",
    DeviceState.QUARANTINE: "quarantine",
}


class Telling(QObject):
    """Tells the person at the desk.

    Args:
        panel: Whose signals are used.
        hands: For sentences.
    """

    def __init__(self, panel: Panel, hands: Hands) -> None:
        super().__init__(panel)
        self._panel = panel
        self._hands = hands
        self._page: OrderPage | None = None
        self._last: tuple[Tone, str, str] | None = None

    def on_page(self, page: OrderPage | None) -> None:
        """Say results on a maker's page from now on; the last one stays on the new page."""
        self._page = page
        if page is not None and self._last is not None:
            page.result.show_result(self._last[0], self._last[1], text=self._last[2])
        self._last = None

    def say(self, tone: Tone, title: str, text: str = "", then: Action | None = None) -> None:
        """Say a result; makers hear it too and read it large where they look."""
        self._panel.said.emit(Notice(tone, title, text, then))

    def refused(self, failure: KnownFailure) -> None:
        """Say why something was not done."""
        self._panel.said.emit(self._hands.notice(failure))

    def unknown(self, looked: Looked) -> None:
        """Say what a scan was not."""
        if looked.found is Found.NOT_FOR_REPAIR and looked.device is not None:
            self._panel.scan_taken.emit(short(looked.device), Tone.ATTENTION)
            title = self.tr("{0} is not for repair").replace("{0}", short(looked.device))
            self.say(Tone.ATTENTION, title, wording.lack_words(looked.missing, self._hands.texts))
            return
        self._panel.scan_taken.emit(self.tr("not found"), Tone.ATTENTION)
        self.say(Tone.ATTENTION, self.tr("Nothing here has this code"), looked.text)

    def opened(self, done: Opened) -> None:
        """Say that an order was opened."""
        title = self.tr("{0} is open").replace("{0}", short(done.order))
        text = self.tr("Its label is in the queue. Put it on the device.")
        self.say(Tone.GOOD, title, text)

    def moved(self, done: Moved) -> None:
        """Say where an order stands now."""
        device = short(done.device)
        words = {
            OrderState.IN_WORK: self.tr("{0} is in your hands"),
            OrderState.WAITING: self.tr("{0} waits for whoever goes on"),
            OrderState.WAITING_PART: self.tr("{0} waits for its part"),
            OrderState.TO_TEST: self.tr("{0} goes to the test"),
            OrderState.OUTSIDE: self.tr("{0} is at a repairer outside"),
            OrderState.DONE: self.tr("{0} is done"),
        }
        if done.before is OrderState.OUTSIDE:
            words[OrderState.WAITING] = self.tr("{0} came back and waits")
        self.say(Tone.GOOD, words[done.state].replace("{0}", device))

    def stepped(self, done: Stepped) -> None:
        """Say that a line was written down."""
        kind = self._hands.texts.say(f"order_step.{done.kind.value}")
        text = " · ".join(filter(None, (kind, short(done.part) if done.part else "")))
        if done.label is not None:
            text = self.tr("{0}. Its label is in the queue.").replace("{0}", text)
        self.say(Tone.GOOD, self.tr("Written down"), text)

    def undone(self, done: Stepped) -> None:
        """Say that the last line was taken back."""
        kind = self._hands.texts.say(f"order_step.{done.kind.value}")
        text = " · ".join(filter(None, (kind, short(done.part) if done.part else "")))
        self.say(Tone.INFO, self.tr("Taken back"), text)

    def tested(self, done: Tested) -> None:
        """Say how a safety test ended."""
        device = short(done.device)
        if done.passed:
            self.say(Tone.GOOD, self.tr("The safety test passed"), device)
        else:
            text = self.tr("{0}. Do not use it. Mend it and test again.").replace("{0}", device)
            self.say(Tone.STOP, self.tr("The safety test did not pass"), text)

    def placed(self, done: DevicesMoved) -> None:
        """Say where a device was put."""
        if done.devices:
            title = self.tr("{0} moved").replace("{0}", short(done.devices[0]))
            self.say(Tone.GOOD, title, done.place.name)
        else:
            self.say(Tone.INFO, self.tr("The device is there already."), done.place.name)

    def closed(self, done: Closed) -> None:
        """Say how an order ended and where the device goes."""
        texts = self._hands.texts
        outcome = texts.say(f"order_outcome.{done.outcome.value}")
        title = f"{short(done.device)}: {outcome}"
        station = _NEXT.get(done.state)
        state = texts.say(f"state.{done.state.value}")
        parts = [state]
        if done.outcome in {RepairOutcome.FIXED, RepairOutcome.NO_FAULT} and done.again:
            parts.append(self.tr("%n checks are done again", "", len(done.again)))
        if done.freed:
            codes = ", ".join(short(code) for code in done.freed)
            parts.append(self.tr("free again: {0}").replace("{0}", codes))
        then = None
        person = self._panel.person
        if station in ICONS and person is not None and station in person.stations:
            word = self.tr("Take it to: {0}").replace("{0}", station_title(station))
            then = Action(word, _Go(self._panel, station, done.device), icon=ICONS[station])
        self.say(Tone.GOOD, title, " · ".join(parts), then)


class _Go:
    """Opens the station where the device goes on."""

    def __init__(self, panel: Panel, station: str, device: str) -> None:
        self._panel = panel
        self._station = station
        self._device = device

    def __call__(self) -> None:
        if isValid(self._panel):
            self._panel.panel_wanted.emit(self._station, self._device)
