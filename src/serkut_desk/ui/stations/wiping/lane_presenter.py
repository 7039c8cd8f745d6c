"""The lane's questions to the records and its approvals: the next device is fetched ahead."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from serkut_desk.stations.wiping import reviewing
from serkut_desk.stations.wiping.commands import Approve, Counted
from serkut_desk.ui.stations.wiping.lane_state import LaneState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.domain.changes import Changes
    from serkut_desk.domain.data_state import CountSource
    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.domain.people import Session
    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.wiping.results import Approvals
    from serkut_desk.stations.wiping.reviewing import LaneDevice, ReviewPage
    from serkut_desk.ui.hands import Hands


class LanePresenter(QObject):
    """Between the lane's card and the station.

    Args:
        hands: Asks and carries out.
    """

    changed = Signal()
    """Another device, or more is known."""
    failed = Signal(object)
    """The list could not be fetched: a `KnownFailure`."""
    drawn = Signal(object)
    """Names of media that were drawn for a second look."""

    def __init__(self, hands: Hands, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hands = hands
        self.state = LaneState()
        self._asked: set[str] = set()
        self.loaded = False

    def load(self) -> None:
        """Fetch what waits."""
        self._hands.ask(reviewing.lane, self._listed, self.failed.emit)

    def go_on(self) -> None:
        """Look at the next device."""
        self.state.go_on()
        self._moved()

    def go_back(self) -> None:
        """Look at the one before."""
        self.state.go_back()
        self._moved()

    def go_to(self, code: str) -> bool:
        """Look at a certain device; tell whether it is on the list."""
        found = self.state.go_to(code)
        self._moved()
        return found

    def say_seen(self, source: CountSource) -> None:
        """State how the number of media of the current device is known."""
        if self.state.page is not None:
            self.state.stated[self.state.page.device] = source
            self.changed.emit()

    def approve(self) -> None:
        """Approve the current device and go on."""
        page, seen = self.state.page, self.state.seen
        if page is not None and seen is not None:
            self._send([page], seen)

    def approve_rest(self) -> None:
        """Approve the clean devices of the lot, each of which was shown."""
        pages, unseen = self.state.rest()
        if unseen:
            return
        for source, mine in self.state.by_source(pages).items():
            self._send(mine, source)

    def _send(self, pages: Sequence[ReviewPage], seen: CountSource) -> None:
        codes = tuple(page.device for page in pages)
        command = Approve(tuple(Counted(page.device, page.count) for page in pages), seen)
        self.state.send(codes)
        self._hands.submit(
            command, partial(self._done, codes), partial(self._refused, codes), _changes
        )
        self._moved()

    def _done(self, codes: tuple[str, ...], done: Approvals) -> None:
        self.state.confirm(codes)
        if done.drawn:
            self.drawn.emit(done.drawn)
        self.changed.emit()

    def _refused(self, codes: tuple[str, ...], failure: KnownFailure) -> None:
        self.state.refuse(codes, self._hands.texts.failure(failure)["what"])
        self._asked -= set(codes)
        self._moved()

    def _listed(self, devices: tuple[LaneDevice, ...]) -> None:
        self.loaded = True
        self.state.begin(devices)
        self._moved()

    def _moved(self) -> None:
        self.changed.emit()
        for code in self.state.wanted():
            if code not in self._asked:
                self._asked.add(code)
                ask = partial(_page, code=code)
                self._hands.ask(ask, self._took, partial(self._lost, code))

    def _took(self, page: ReviewPage) -> None:
        self.state.take(page)
        self._moved()

    def _lost(self, code: str, failure: KnownFailure) -> None:
        """Pass a device by that is not there any more."""
        self.state.refuse((code,), self._hands.texts.failure(failure)["what"])
        self.state.devices = [one for one in self.state.devices if one.device != code]
        self.state.pass_by()
        self._moved()


def _page(desk: Desk, who: Session | None, code: str) -> ReviewPage:
    return reviewing.page(desk, who, code)


def _changes(done: Approvals) -> Changes:
    return done.changes
