"""The cards that intake lays over the window, from their laying to their answer."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from serkut_desk.domain import codes
from serkut_desk.domain.lots import ExtraReason, MissingReason
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.queues import Queue
from serkut_desk.stations.intake import queries
from serkut_desk.stations.intake.commands import CloseLot
from serkut_desk.stations.intake.effects import Failed
from serkut_desk.ui import device_words
from serkut_desk.ui.stations.intake.closing import CloseLotCard
from serkut_desk.ui.stations.intake.counting import CountCard
from serkut_desk.ui.stations.intake.deeds import DeedKind
from serkut_desk.ui.stations.intake.delivery import Delivery
from serkut_desk.ui.stations.intake.list_words import preview_view
from serkut_desk.ui.stations.intake.medium_card import MediumCard
from serkut_desk.ui.stations.intake.open_lot import OpenLotCard
from serkut_desk.ui.stations.intake.questions import ChooseLotCard
from serkut_desk.ui.stations.intake.views import CountsView, EndRow, LotView, ManyRow

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from serkut_desk.domain.devices import Device
    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.domain.lots import LotLine
    from serkut_desk.stations.intake.queries import LotDetails
    from serkut_desk.stations.intake.queries import LotView as OpenLotLine
    from serkut_desk.stations.intake.results import Closed, Opened
    from serkut_desk.texts import Texts
    from serkut_desk.ui.hands import Hands
    from serkut_desk.ui.panel import Panel
    from serkut_desk.ui.stations.intake.closing import EndReasons
    from serkut_desk.ui.stations.intake.deeds import Outcome
    from serkut_desk.ui.stations.intake.open_lot import LotWish
    from serkut_desk.ui.stations.intake.presenter import IntakePresenter, ReadList


def lot_view(line: OpenLotLine, hands: Hands) -> LotView:
    """Return an open lot in words."""
    counts = line.counts
    return LotView(
        code=codes.short(line.lot.code),
        sender=line.sender,
        data_class=hands.texts.say(f"data_class.{line.lot.data_class.value}"),
        counts=CountsView(
            counts.expected,
            counts.received,
            counts.extra,
            counts.missing,
            counts.pieces,
            counts.counted,
        ),
    )


class LotDialogs(QObject):
    """Asks what intake needs to know about lots and devices.

    Args:
        panel: Whose window is covered.
        hands: Words.
        presenter: Carries the answers out.
    """

    wanted = Signal(object)
    """An `Overlay` to be laid."""
    said = Signal(object)
    """A `Notice`."""

    def __init__(self, panel: Panel, hands: Hands, presenter: IntakePresenter) -> None:
        super().__init__(panel)
        self._panel = panel
        self._hands = hands
        self._presenter = presenter
        self._opening: OpenLotCard | None = None
        self._asked_units = False
        self._wish: LotWish | None = None
        self._read: ReadList | None = None
        self.delivery = Delivery(panel, hands)
        self.delivery.wanted.connect(self.wanted)
        self.delivery.said.connect(self.said)
        self.delivery.arrived.connect(self._arrived)
        presenter.queue.done.connect(self._scanned)
        presenter.units.connect(self._units)
        presenter.list_read.connect(self._list_read)
        presenter.list_refused.connect(self._list_refused)
        presenter.lot_opened.connect(self._lot_opened)
        presenter.lot_closed.connect(self._lot_closed)

    def open_lot(self) -> None:
        """Ask from whom; the units that are known are read first."""
        self._asked_units = True
        self._presenter.ask_units()

    def choose_lot(self, lots: Sequence[OpenLotLine], *, leads: bool) -> None:
        """Ask which of the lots; `leads` may decide about seals."""
        lines = {line.lot.code: line for line in lots}
        named = [
            (code, f"{codes.short(code)} · {self.lot_word(line)}") for code, line in lines.items()
        ]
        expected = frozenset(code for code, line in lines.items() if line.lot.is_expected)
        card = ChooseLotCard(self._panel.window(), named, expected)
        card.picked.connect(lambda code: self.take(lines[code], leads=leads))
        self.wanted.emit(card)

    def take(self, line: OpenLotLine, *, leads: bool) -> None:
        """Choose a lot; of one that is only expected it is asked whether it came."""
        if line.lot.is_expected:
            self.arrive(line.lot.code, leads=leads)
        else:
            self._presenter.do(DeedKind.SCAN, line.lot.code)
            if line.cages and not line.opened:
                self.arrive(line.lot.code, leads=leads)

    def arrive(self, lot: str, *, leads: bool) -> None:
        """Ask whether a lot is here, and for its seals."""
        self.delivery.arrive(lot, decides=leads)

    @staticmethod
    def is_expected(code: str, lots: Sequence[OpenLotLine]) -> bool:
        """Tell whether a code is that of a lot which has not come."""
        return any(line.lot.code == code and line.lot.is_expected for line in lots)

    def lot_word(self, line: OpenLotLine) -> str:
        """Return what a lot is called where one is chosen: its sender, and when it should come."""
        due = line.lot.expected_on
        if due is None or not line.lot.is_expected:
            return line.sender
        key = "today" if line.today else ("late" if line.late else "expected")
        day = f"{due.day}.{due.month}."
        return f"{line.sender} · {self._hands.texts.say(f'intake.lot_{key}', day=day)}"

    def show_queue(self, queue: Queue) -> None:
        """Lay what waits in a queue of lots: the first wrong seal, or the lots to come."""
        if queue is not Queue.LOTS:
            self._hands.ask(queries.open_lots, partial(self._turn_to, queue))

    def _turn_to(self, queue: Queue, lots: Sequence[OpenLotLine]) -> None:
        expected = [line for line in lots if line.lot.is_expected]
        frozen = next((line for line in lots if line.frozen), None)
        if queue is Queue.SEALS and frozen is not None:
            self.arrive(frozen.lot.code, leads=self._leads)
        elif queue in {Queue.EXPECTED, Queue.LATE_LOTS} and expected:
            self.choose_lot(expected, leads=self._leads)

    @property
    def _leads(self) -> bool:
        person = self._panel.person
        return person is not None and Permission.LOTS in person.permissions

    def _scanned(self, outcome: Outcome) -> None:
        """Ask for the seal where a device could not be taken out of a closed cage."""
        lot = self._presenter.queue.state.lot
        for effect in outcome.effects:
            if lot and isinstance(effect, Failed) and effect.failure.code == "cage_not_opened":
                self.arrive(lot, leads=self._leads)

    def _arrived(self, lot: str) -> None:
        if self._presenter.queue.state.lot != lot:
            self._presenter.do(DeedKind.SCAN, lot)
        self._presenter.look()

    def close_lot(self) -> None:
        """Show what is missing, then ask."""
        self._presenter.ask_details(self._lay_close)

    def count_things(self) -> None:
        """Ask how many came of each line of many."""
        self._presenter.ask_details(self._lay_count)

    def add_medium(self) -> None:
        """Ask about a storage medium."""
        card = MediumCard(self._panel.window(), self._hands.texts)
        card.added.connect(self._medium_added)
        self.wanted.emit(card)

    def _units(self, names: tuple[str, ...]) -> None:
        if not self._asked_units:
            return
        self._asked_units = False
        self._read = self._wish = None
        self._opening = OpenLotCard(self._panel.window(), names)
        self._opening.list_chosen.connect(self._list_chosen)
        self._opening.open_wanted.connect(self._open_wanted)
        self._opening.closed.connect(self._opening_closed)
        self.wanted.emit(self._opening)

    def _list_chosen(self, path: str) -> None:
        if self._opening is not None:
            self._opening.show_busy()
            self._presenter.read_list(self._opening.sender_field.text, path)

    def _list_read(self, read: ReadList) -> None:
        if self._opening is not None:
            self._read = read
            name = Path(read.path).name
            view = preview_view(name, read.preview, self._hands.texts)
            self._opening.show_preview(read.path, view)

    def _list_refused(self, failure: KnownFailure) -> None:
        if self._opening is None:
            return
        said = self._hands.texts.failure(failure)
        if self._wish is not None:
            self._wish = None
            self._opening.show_refusal(f"{said['what']} {said['why']} {said['next']}")
        else:
            self._read = None
            self._opening.show_failure(said["what"], said["why"], said["next"])

    def _open_wanted(self, wish: LotWish) -> None:
        self._wish = wish
        self._presenter.open_lot(wish, self._read)

    def _lot_opened(self, opened: Opened) -> None:
        if self._opening is not None:
            self._opening.close_overlay()
        if opened.lot.is_expected:
            # What will come stands in cages as a rule; without any, it is left at once.
            self.delivery.list_cages(opened.lot.code)

    def _lot_closed(self, closed: Closed) -> None:
        self.delivery.show_paper(closed.receipt.name)

    def _opening_closed(self) -> None:
        self._opening = None

    def _lay_close(self, details: LotDetails) -> None:
        texts = self._hands.texts
        missing = [(one.value, texts.say(f"intake.missing.{one}")) for one in MissingReason]
        extra = [(one.value, texts.say(f"intake.extra.{one}")) for one in ExtraReason]
        view, rows = lot_view(details, self._hands), end_rows(details, texts)
        card = CloseLotCard(self._panel.window(), view, rows, missing, extra)
        card.setProperty("lot", details.lot.code)
        card.close_wanted.connect(self._close_wanted)
        self.wanted.emit(card)

    def _lay_count(self, details: LotDetails) -> None:
        rows = [
            ManyRow(line.row, _name(line, self._hands.texts), line.quantity, line.counted)
            for line in details.many
        ]
        if not rows:
            return
        card = CountCard(self._panel.window(), rows)
        card.setProperty("lot", details.lot.code)
        card.counted.connect(self._things_counted)
        self.wanted.emit(card)

    def _close_wanted(self, said: EndReasons) -> None:
        command = CloseLot(
            lot=str(self.sender().property("lot")),
            reasons={int(row): MissingReason(word) for row, word in said.missing.items()},
            notes={int(row): said.notes[row] for row in said.missing if row in said.notes},
            extras={code: ExtraReason(word) for code, word in said.extra.items()},
            extra_notes={code: said.notes[code] for code in said.extra if code in said.notes},
        )
        self._presenter.close_lot(command)

    def _things_counted(self, counts: Mapping[int, int]) -> None:
        lot = str(self.sender().property("lot"))
        for row, count in counts.items():
            self._presenter.count(lot, row, count)

    def _medium_added(self, text: str) -> None:
        self._presenter.do(DeedKind.MEDIUM, text)


def end_rows(details: LotDetails, texts: Texts) -> list[EndRow]:
    """Return what needs a reason; what an earlier lot missed has its own."""
    rows = [
        EndRow(
            str(line.row),
            texts.say("intake.row", row=line.row),
            _name(line, texts),
            line.serial or line.imei or line.inventory,
            extra=False,
        )
        for line in details.missing
    ]
    # Without a list nothing is beside it.
    extra = details.extra if details.lot.list_digest is not None else ()
    return rows + [
        EndRow(
            device.code,
            codes.short(device.code),
            device_words.name_of(device.manufacturer, device.model, _type(texts, device.type)),
            _number(device, texts),
            extra=True,
            reason=ExtraReason.EARLIER_LOT.value if device.code in details.linked else "",
        )
        for device in extra
    ]


def _number(device: Device, texts: Texts) -> str:
    """Return the device's number; without serial also why it has none."""
    reason = f"intake.no_serial.{device.serial_reason}" if device.serial_reason else ""
    why = texts.say(reason) if reason else ""
    return device.serial or device.imei or " · ".join(filter(None, (why, device.inventory)))


def _name(line: LotLine, texts: Texts) -> str:
    return device_words.name_of(line.manufacturer, line.model, _type(texts, line.type))


def _type(texts: Texts, kind: str | None) -> str:
    return texts.say(f"type.{kind}") if kind else ""
