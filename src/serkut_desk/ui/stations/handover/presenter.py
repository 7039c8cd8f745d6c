"""Handover: lists, the open basket, scans in order, completing, papers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from serkut_desk.domain.channels import NO_TERMS
from serkut_desk.stations.devices import queries as devices
from serkut_desk.stations.handover import queries
from serkut_desk.stations.handover.commands import (
    AddArticle,
    AddDevice,
    CancelHandover,
    ChangeTerms,
    CompleteHandover,
    Discount,
    OpenHandover,
    RemoveLine,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from serkut_desk.domain.changes import Changes
    from serkut_desk.domain.channels import Channel, Payment, Terms
    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.domain.people import Session
    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.devices.card_model import DeviceCard
    from serkut_desk.stations.handling import Command
    from serkut_desk.stations.handover.commands import (
        BasketDone,
        DeviceAdded,
        LineDone,
    )
    from serkut_desk.stations.handover.views import (
        ArticleLine,
        BasketView,
        ChannelLine,
        DeviceLook,
        HandoverLine,
    )
    from serkut_desk.ui.hands import Hands
    from serkut_desk.ui.stations.handover.forms import ReadDiscount

_LATEST = 30


class HasChanges(Protocol):
    """What every command of the station answers with."""

    @property
    def changes(self) -> Changes:
        """What every screen is told."""


Done = TypeVar("Done", bound=HasChanges)


@dataclass(frozen=True, slots=True)
class Listed:
    """What the start shows."""

    channels: tuple[ChannelLine, ...]
    half_done: tuple[HandoverLine, ...]
    latest: tuple[HandoverLine, ...]


class HandoverPresenter(QObject):
    """Between the panel and the station; knows which handover is open.

    Args:
        hands: Carries out.
    """

    listed = Signal(object)
    """A `Listed`."""
    failed = Signal(object)
    """Neither lists nor basket could be read: a `KnownFailure`."""
    basket = Signal(object)
    """The `BasketView` of the open handover."""
    opened = Signal(str)
    """Code of the handover that was begun."""
    added = Signal(object)
    """A `DeviceAdded`."""
    not_added = Signal(str, object)
    """The scan that was refused, and its `KnownFailure`."""
    looked = Signal(object)
    """The `DeviceLook` of a device that was refused."""
    refused = Signal(object)
    """Something else was refused: a `KnownFailure`."""
    discounted = Signal()
    """The discount was given."""
    articles = Signal(object)
    """What can be added, as a tuple of `ArticleLine`."""
    card = Signal(object)
    """The `DeviceCard` of the chosen line."""
    completed = Signal(object)
    """A `HandedOver`."""
    cancelled = Signal(str)
    """Code of the handover that was ended."""

    def __init__(self, hands: Hands, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hands = hands
        self.handover = ""
        self.seen = False
        self._looking = False
        self._look_again = False
        self._terms_pending = 0
        self._card_of = ""

    @property
    def terms_pending(self) -> bool:
        """Whether terms are on their way to the records."""
        return self._terms_pending > 0

    def load(self) -> None:
        """Fetch channels and lists."""
        self._hands.ask(_lists, self.listed.emit, self.failed.emit)

    def open(self, handover: str) -> None:
        """Go to a handover, half done or completed."""
        self.handover, self.seen, self._card_of = handover, False, ""
        self.look()

    def leave(self) -> None:
        """Go back to the start; the basket stays in the records."""
        self.handover, self.seen = "", False

    def find(self, text: str, failed: Callable[[KnownFailure], None]) -> None:
        """Go to the completed handover that a paper names."""
        self._hands.ask(partial(_found, text=text), self._found, failed)

    def begin(self, channel: Channel) -> None:
        """Begin a basket."""
        self._do(OpenHandover(channel), self._begun, self.refused.emit)

    def look(self) -> None:
        """Read the basket anew; asked many times meanwhile, it is read once more."""
        if not self.handover:
            return
        if self._looking:
            self._look_again = True
            return
        self._looking = True
        work = partial(_basket, handover=self.handover, seen=self.seen)
        job = self._hands.ask(work, self._seen_basket, self._not_seen)
        job.broke.connect(self._look_broke)

    def add(self, text: str) -> None:
        """Put what was scanned into the basket."""
        command = AddDevice(self.handover, text)
        self._do(command, self._added, partial(self._not_added, text))

    def look_at(self, text: str, channel: Channel) -> None:
        """Ask what keeps a device out of the basket."""
        work = partial(_look, text=text, channel=channel)
        self._hands.ask(work, self.looked.emit, _nothing)

    def change_terms(self, terms: Terms) -> None:
        """Keep what was written."""
        self._terms_pending += 1
        command = ChangeTerms(self.handover, terms)
        self._do(command, self._terms_done, self._terms_refused)

    def see(self, seen: bool) -> None:  # noqa: FBT001 - Qt's signal passes it so
        """Take the tick that says what was seen on paper; it is kept nowhere else."""
        self.seen = seen
        self.look()

    def change_channel(self, channel: Channel) -> None:
        """Hand over in another way; the lines stay and get their new prices."""
        command = ChangeTerms(self.handover, NO_TERMS, channel)
        self._do(command, self._changed, self.refused.emit)

    def ask_articles(self, channel: Channel) -> None:
        """Read what can be added."""
        self._hands.ask(partial(_articles, channel=channel), self.articles.emit, self.refused.emit)

    def add_article(self, article: str) -> None:
        """Put one into the basket."""
        self._do(AddArticle(self.handover, article), self._changed, self.refused.emit)

    def discount(
        self, read: ReadDiscount, line: int | None, failed: Callable[[KnownFailure], None]
    ) -> None:
        """Give a discount."""
        command = Discount(
            self.handover, read.reason, read.cents, read.permille, line if read.of_line else None
        )
        self._do(command, self._discounted, failed)

    def remove(self, line: int) -> None:
        """Take a line out."""
        self._do(RemoveLine(self.handover, line), self._changed, self.refused.emit)

    def cancel(self) -> None:
        """End the basket without handing over."""
        self._do(CancelHandover(self.handover), self._cancelled, self.refused.emit)

    def complete(self, payment: Payment, reference: str, cash_given: int | None) -> None:
        """Hand everything over."""
        command = CompleteHandover(
            self.handover,
            payment,
            reference=reference,
            cash_given_cents=cash_given,
            seen=self.seen,
            language=self._hands.language,
        )
        self._do(command, self.completed.emit, self.refused.emit)

    def show_device(self, device: str) -> None:
        """Read the card of the chosen line's device."""
        fetching, self._card_of = bool(self._card_of), device
        if device and not fetching:
            self._fetch_card()

    def _do(
        self,
        command: Command[Done],
        then: Callable[[Done], None],
        failed: Callable[[KnownFailure], None],
    ) -> None:
        self._hands.submit(command, then, failed, _changes)

    def _begun(self, done: BasketDone) -> None:
        self.handover, self.seen = done.handover, False
        self.opened.emit(done.handover)
        self.look()

    def _found(self, view: BasketView) -> None:
        self.open(view.handover)

    def _seen_basket(self, view: BasketView) -> None:
        self._looking = False
        if view.handover == self.handover:
            self.basket.emit(view)
        if self._look_again or view.handover != self.handover:
            self._look_again = False
            self.look()

    def _not_seen(self, failure: KnownFailure) -> None:
        self._looking = self._look_again = False
        self.failed.emit(failure)

    def _look_broke(self, _report: object) -> None:
        self._looking = self._look_again = False

    def _added(self, done: DeviceAdded) -> None:
        self.added.emit(done)
        self.look()

    def _not_added(self, text: str, failure: KnownFailure) -> None:
        self.not_added.emit(text, failure)
        # What was counted ahead of its answer is counted right again.
        self.look()

    def _terms_done(self, _done: BasketDone) -> None:
        self._terms_pending -= 1
        self.look()

    def _terms_refused(self, failure: KnownFailure) -> None:
        self._terms_pending -= 1
        self.refused.emit(failure)

    def _changed(self, _done: BasketDone | LineDone) -> None:
        self.look()

    def _discounted(self, _done: BasketDone) -> None:
        self.discounted.emit()
        self.look()

    def _cancelled(self, done: BasketDone) -> None:
        self.cancelled.emit(done.handover)

    def _fetch_card(self) -> None:
        """Read one card at a time: while many are scanned only the last is looked at."""
        work = partial(_card, code=self._card_of)
        job = self._hands.ask(work, self._card_came, self._no_card)
        job.broke.connect(self._no_card)

    def _card_came(self, card: DeviceCard) -> None:
        if card.code != self._card_of and self._card_of:
            self._fetch_card()
            return
        self._card_of = ""
        self.card.emit(card)

    def _no_card(self, _trouble: object) -> None:
        # It was asked only to show more: nothing more is shown.
        self._card_of = ""


def _lists(desk: Desk, who: Session | None) -> Listed:
    return Listed(
        queries.channels(desk, who),
        queries.open_baskets(desk, who),
        queries.completed(desk, who, _LATEST),
    )


def _basket(desk: Desk, who: Session | None, *, handover: str, seen: bool) -> BasketView:
    return queries.basket(desk, who, handover, seen=seen)


def _found(desk: Desk, who: Session | None, *, text: str) -> BasketView:
    return queries.receipt(desk, who, text)


def _look(desk: Desk, who: Session | None, *, text: str, channel: Channel) -> DeviceLook:
    return queries.look(desk, who, text, channel)


def _articles(desk: Desk, who: Session | None, *, channel: Channel) -> tuple[ArticleLine, ...]:
    return queries.articles(desk, who, channel)


def _card(desk: Desk, who: Session | None, *, code: str) -> DeviceCard:
    return devices.card(desk, who, code)


def _changes(done: HasChanges) -> Changes:
    return done.changes


def _nothing(_failure: KnownFailure) -> None:
    """What was asked only to show more is not there: nothing more is shown."""
