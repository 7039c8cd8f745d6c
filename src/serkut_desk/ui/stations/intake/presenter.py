"""Between the intake screen and the records: deeds in order, lots, lists, cards."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from serkut_desk.domain import codes
from serkut_desk.domain.changes import Changes
from serkut_desk.domain.errors import Unavailable
from serkut_desk.stations.devices import queries as devices
from serkut_desk.stations.intake import queries
from serkut_desk.stations.intake.commands import OpenLot, ReceiveQuantity
from serkut_desk.stations.intake.effects import Done, Say, Show
from serkut_desk.stations.intake.lot_commands import AnnounceLot
from serkut_desk.stations.labels import queries as labels
from serkut_desk.ui.panel import Notice
from serkut_desk.ui.stations.intake.deed_queue import DeedQueue
from serkut_desk.ui.stations.intake.deeds import Deed, DeedKind
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Callable

    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.domain.people import Session
    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.devices.card_model import DeviceCard
    from serkut_desk.stations.intake.commands import CloseLot
    from serkut_desk.stations.intake.queries import Arrival, LotDetails, LotView, Preview, Unread
    from serkut_desk.stations.intake.results import Closed, Counted, Opened
    from serkut_desk.ui.hands import Hands
    from serkut_desk.ui.stations.intake.deeds import Outcome
    from serkut_desk.ui.stations.intake.open_lot import LotWish


@dataclass(frozen=True, slots=True)
class Overview:
    """The open lots, what came last in the chosen one, and codes whose label still waits."""

    lots: tuple[LotView, ...]
    arrivals: tuple[Arrival, ...]
    unprinted: frozenset[str]

    @property
    def here(self) -> tuple[LotView, ...]:
        """The lots into which things can be received."""
        return tuple(line for line in self.lots if not line.lot.is_expected)


@dataclass(frozen=True, slots=True)
class ReadList:
    """A list as it was previewed; the same bytes are saved later."""

    path: str
    content: bytes
    preview: Preview


class IntakePresenter(QObject):
    """What the intake panel asks and is told.

    Args:
        hands: Carries commands out.
    """

    overview = Signal(object)
    """An `Overview`."""
    card = Signal(object)
    """The `DeviceCard` that was asked last."""
    list_read = Signal(object)
    """A `ReadList`."""
    list_refused = Signal(object)
    """A `KnownFailure`: the list could not be read, or the lot not opened."""
    lot_opened = Signal(object)
    """An `Opened`."""
    lot_closed = Signal(object)
    """A `Closed`."""
    units = Signal(object)
    """Names of the units that have sent before."""
    said = Signal(object)

    def __init__(self, hands: Hands, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hands = hands
        self.queue = DeedQueue(hands, self)
        self.queue.done.connect(self._done)
        self.queue.idle.connect(self.look)
        self._looking = False
        self._look_again = False
        self._card_code = ""
        self._full = False

    def look_at_all(self) -> None:
        """Also read what came last, for the dense view."""
        self._full = True

    def do(self, kind: DeedKind, value: str = "") -> None:
        """Take one more deed of the person."""
        self.queue.add(Deed(kind, value))

    def look(self) -> None:
        """Read the lots anew; asked many times meanwhile, it is read once more."""
        if self._looking:
            self._look_again = True
            return
        self._looking = True
        lot = self.queue.state.lot if self._full else None
        job = self._hands.ask(partial(_overview, lot=lot), self._looked, self._not_looked)
        job.broke.connect(self._look_broke)

    def show_card(self, code: str) -> None:
        """Read a device's card."""
        self._card_code = code
        self._hands.ask(partial(_card, code=code), self._card_came, self._tell)

    def read_list(self, sender: str, path: str) -> None:
        """Read a list for its preview; nothing is saved."""
        work = partial(_read_list, sender=sender, path=path)
        self._hands.ask(work, self._list_read, self._list_refused)

    def open_lot(self, wish: LotWish, read: ReadList | None) -> None:
        """Open or announce a lot, with the list that was previewed."""
        lot = OpenLot(
            sender=wish.sender,
            manifest=read.content if read else None,
            manifest_name=Path(read.path).name if read else "",
            accept_problems=wish.accept,
            data_class=wish.data_class,
            reference=wish.reference or None,
            same_again=wish.again,
        )
        if wish.expected_on is not None:
            lot = AnnounceLot(
                **{one.name: getattr(lot, one.name) for one in fields(lot)},
                expected_on=wish.expected_on,
                order_reference=wish.order,
                contact_role=wish.role,
            )
        self._hands.submit(lot, self._opened, self._list_refused, _of_opened)

    def ask_details(self, then: Callable[[LotDetails], None]) -> None:
        """Read what is missing, extra and to be counted in the chosen lot."""
        if self.queue.state.lot:
            work = partial(_details, code=self.queue.state.lot)
            self._hands.ask(work, then, self._tell)

    def ask_unread(self, then: Callable[[tuple[Unread, ...]], None]) -> None:
        """Read the devices of the lot whose serial nobody could read."""
        if self.queue.state.lot:
            work = partial(_unread, code=self.queue.state.lot)
            self._hands.ask(work, then, self._tell)

    def ask_units(self) -> None:
        """Read the names of the units."""
        self._hands.ask(queries.units, self._units_came, self._tell)

    def close_lot(self, command: CloseLot) -> None:
        """Close a lot; its last hand-over receipt is printed with it."""
        self._hands.submit(command, self._closed, self._tell, _of_closed)

    def count(self, lot: str, row: int, count: int) -> None:
        """Say how many things came of a line of many."""
        command = ReceiveQuantity(lot=lot, row=row, count=count)
        self._hands.submit(command, self._counted, self._tell, _of_counted)

    def _done(self, outcome: Outcome) -> None:
        changes = Changes()
        for effect in outcome.effects:
            if isinstance(effect, Done):
                changes |= _of_received(effect)
            elif isinstance(effect, Show):
                self.show_card(effect.device)
            elif isinstance(effect, Say) and effect.key == "intake.say.reprinted":
                # It prints when somebody hears of it.
                label = frozenset({str(dict(effect.facts)["device"])})
                changes |= Changes(labels=label, journal=True)
        if outcome.undone is not None:
            changes |= Changes(devices=frozenset(outcome.undone.devices), journal=True)
        self._hands.changes.announce(changes)

    def _looked(self, seen: Overview) -> None:
        self._looking = False
        self.overview.emit(seen)
        if self._look_again:
            self._look_again = False
            self.look()

    def _not_looked(self, failure: KnownFailure) -> None:
        self._looking = self._look_again = False
        self._tell(failure)

    def _look_broke(self, _report: object) -> None:
        self._looking = self._look_again = False

    def _card_came(self, card: DeviceCard) -> None:
        if card.code == self._card_code:
            self.card.emit(card)

    def _list_read(self, read: ReadList) -> None:
        self.list_read.emit(read)

    def _list_refused(self, failure: KnownFailure) -> None:
        self.list_refused.emit(failure)

    def _opened(self, opened: Opened) -> None:
        self.lot_opened.emit(opened)
        text = opened.sender
        if opened.new_sender:
            text = self.tr("{0} · a new unit").replace("{0}", text)
        title = self.tr("Lot {0} is announced")
        if not opened.lot.is_expected:
            self.do(DeedKind.SCAN, opened.lot.code)
            title = self.tr("Lot {0} is open")
        title = title.replace("{0}", codes.short(opened.lot.code))
        self.said.emit(Notice(Tone.GOOD, title, text))

    def _closed(self, closed: Closed) -> None:
        title = self.tr("Lot {0} is closed").replace("{0}", codes.short(closed.lot))
        counts = closed.counts
        text = " · ".join(
            (
                self.tr("%n received", "", counts.received),
                self.tr("%n missing", "", counts.missing),
                self.tr("%n not on the list", "", counts.extra),
            )
        )
        made = self._hands.texts.say("intake.paper_made", paper=closed.receipt.name)
        self.said.emit(Notice(Tone.GOOD, title, f"{text} · {made}"))
        self.lot_closed.emit(closed)
        if self.queue.state.lot == closed.lot:
            self.do(DeedKind.COMMAND, "lot_off")

    def _counted(self, counted: Counted) -> None:
        text = self.tr("Row {0}: {1} of {2}").replace("{0}", str(counted.row))
        text = text.replace("{1}", str(counted.counted)).replace("{2}", str(counted.expected))
        tone = Tone.GOOD if counted.counted == counted.expected else Tone.ATTENTION
        self.said.emit(Notice(tone, self.tr("Counted"), text))

    def _units_came(self, names: tuple[str, ...]) -> None:
        self.units.emit(names)

    def _tell(self, failure: KnownFailure) -> None:
        self.said.emit(self._hands.notice(failure))


def _overview(desk: Desk, who: Session | None, *, lot: str | None) -> Overview:
    lots = tuple(queries.open_lots(desk, who))
    if lot is None:
        return Overview(lots, (), frozenset())
    arrivals = tuple(queries.recent(desk, who, lot))
    waiting = frozenset(label.code for label in labels.waiting(desk, who))
    return Overview(lots, arrivals, waiting)


def _card(desk: Desk, who: Session | None, *, code: str) -> DeviceCard:
    return devices.card(desk, who, code)


def _details(desk: Desk, who: Session | None, *, code: str) -> LotDetails:
    return queries.show(desk, who, code)


def _unread(desk: Desk, who: Session | None, *, code: str) -> tuple[Unread, ...]:
    return queries.without_serial(desk, who, code)


def _read_list(desk: Desk, who: Session | None, *, sender: str, path: str) -> ReadList:
    try:
        content = Path(path).read_bytes()
    except OSError as error:
        raise Unavailable("file_trouble", path=path, said=error.strerror or "") from error
    # The sender may be written after the list was dropped; the lot is opened with the real one.
    return ReadList(path, content, queries.preview(desk, who, sender or "-", content))


def _of_received(done: Done) -> Changes:
    received = done.received
    labelled = frozenset({received.device}) if received.label is not None else frozenset()
    return Changes(
        devices=frozenset({received.device}),
        lots=frozenset({received.lot}),
        labels=labelled,
        journal=True,
    )


def _of_opened(opened: Opened) -> Changes:
    return Changes(lots=frozenset({opened.lot.code}), journal=True)


def _of_closed(closed: Closed) -> Changes:
    return Changes(lots=frozenset({closed.lot}), journal=True)


def _of_counted(counted: Counted) -> Changes:
    return Changes(lots=frozenset({counted.lot}), journal=True)
