"""What screens and the command line read about lots."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING

from serkut_desk.domain.cages import CageState
from serkut_desk.domain.clock import local
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.scan import classify
from serkut_desk.interchange.delivery_list import read_delivery_list
from serkut_desk.stations.intake import sorting
from serkut_desk.stations.known_lot import lot_named
from serkut_desk.stations.wording import short_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from serkut_desk.domain.delivery_list import DeliveryList
    from serkut_desk.domain.devices import Device
    from serkut_desk.domain.lots import Lot, LotCounts, LotLine
    from serkut_desk.domain.people import Session
    from serkut_desk.domain.scan import Scan
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.desk import Desk

# Who may ask what a text is.
SCANNING = Permission.SEARCH


@dataclass(frozen=True, slots=True)
class Preview:
    """A list before anything is saved.

    Args:
        content: The list as it was read.
        sender: The unit's name as it stands in the records, else as it was given.
        new_sender: The unit is not known yet.
        known_in: Code of an open lot that was opened with the same list.
    """

    content: DeliveryList
    sender: str
    new_sender: bool
    known_in: str | None


@dataclass(frozen=True, slots=True)
class LotView:
    """A lot with what a screen shows of it.

    Args:
        lot: Its record.
        sender: Name of the unit.
        counts: How it stands.
        cages: How many cages and pallets it has.
        opened: How many of them are open.
        frozen: How many of them wait for a decision about their seal.
        today: It is expected today.
        late: It was expected before today and has not come.
    """

    lot: Lot
    sender: str
    counts: LotCounts
    cages: int = field(default=0, kw_only=True)
    opened: int = field(default=0, kw_only=True)
    frozen: int = field(default=0, kw_only=True)
    today: bool = field(default=False, kw_only=True)
    late: bool = field(default=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class LotDetails(LotView):
    """A lot with its lines and devices.

    Args:
        missing: Device lines that nothing answered yet.
        many: Lines of many, with what was counted.
        extra: Devices that came beside the list.
        linked: Codes of those of them that an earlier lot had missed.
    """

    missing: tuple[LotLine, ...]
    many: tuple[LotLine, ...]
    extra: tuple[Device, ...]
    linked: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Arrival:
    """One received device in a list; `row` is the line that it answered."""

    code: str
    type: str
    manufacturer: str
    model: str
    serial: str
    row: int | None
    state: str
    received_at: datetime


def preview(desk: Desk, session: Session | None, sender: str, content: bytes) -> Preview:
    """Return what a list would bring; saves and journals nothing.

    Raises:
        Refused: It is no list that can be read (`list_*`).
        Misused: `text_missing` or `text_too_long`.
    """
    with desk.reading(session, Permission.LOTS):
        pass  # refuse before reading
    read = read_delivery_list(content)
    with desk.reading(session, Permission.LOTS) as work:
        unit = work.lots.find_organisation(short_text(sender, "sender"))
        same = work.lots.with_list(sha256(content).hexdigest())
    name = unit.name if unit else short_text(sender, "sender")
    return Preview(read, name, unit is None, same.code if same else None)


def open_lots(desk: Desk, session: Session | None) -> list[LotView]:
    """Return the lots: those expected today or late first, then what is here, then later ones."""
    with desk.reading(session) as work:
        today = local(desk.clock.now()).date()
        found = [_view(work, lot, today) for lot in work.lots.open_ones()]
    return sorted(found, key=_order)


def _order(line: LotView) -> tuple[int, str]:
    day = line.lot.expected_on
    if day is None or not line.lot.is_expected:
        return 1, ""
    return (0 if line.today or line.late else 2), day.isoformat()


def units(desk: Desk, session: Session | None) -> tuple[str, ...]:
    """Return the names of the units that have sent before, by name."""
    with desk.reading(session, Permission.LOTS) as work:
        found = work.lots.organisations.all()
    return tuple(sorted((unit.name for unit in found), key=str.casefold))


def show(desk: Desk, session: Session | None, code: str) -> LotDetails:
    """Return a lot, open or closed.

    Raises:
        Refused: `lot_unknown`.
    """
    with desk.reading(session) as work:
        lot = lot_named(work, code)
        view = _view(work, lot)
        lines = work.lots.lines_of(lot.id)
        extra, late = work.devices.beside_list(lot.id), work.lots.missed_before(lot.id)
        return LotDetails(
            lot,
            view.sender,
            view.counts,
            missing=tuple(x for x in lines if x.quantity == 1 and x.device_id is None),
            many=tuple(line for line in lines if line.quantity > 1),
            extra=tuple(extra),
            linked=frozenset(device.code for device in extra if device.id in late),
        )


def recent(desk: Desk, session: Session | None, code: str, limit: int = 20) -> list[Arrival]:
    """Return what came last in a lot, the newest first; receipts that were undone are left out.

    Raises:
        Refused: `lot_unknown`.
    """
    with desk.reading(session) as work:
        lot = lot_named(work, code)
        devices = work.devices.of_lot(lot.id, limit)
        rows = work.lots.rows_answered([device.id for device in devices])
    return [
        Arrival(
            device.code,
            device.type,
            device.manufacturer,
            device.model,
            device.serial,
            rows.get(device.id),
            device.state,
            device.received_at,
        )
        for device in devices
    ]


@dataclass(frozen=True, slots=True)
class Unread:
    """A device in a lot without its serial; `reason` is a key of `intake/serial_reasons.json`."""

    code: str
    type: str
    manufacturer: str
    model: str
    inventory: str
    reason: str
    received_at: datetime


def without_serial(desk: Desk, session: Session | None, code: str) -> tuple[Unread, ...]:
    """Return the devices of a lot whose serial nobody could read, the newest first.

    Raises:
        Refused: `lot_unknown`.
    """
    with desk.reading(session, Permission.RECEIVE) as work:
        devices = work.devices.of_lot(lot_named(work, code).id)
    return tuple(
        Unread(
            device.code,
            device.type,
            device.manufacturer,
            device.model,
            device.inventory,
            device.serial_reason or "",
            device.received_at,
        )
        for device in devices
        if not device.serial
    )


def _view(work: UnitOfWork, lot: Lot, today: date | None = None) -> LotView:
    sender = work.lots.organisation(lot.organisation_id).name
    due = lot.expected_on if lot.is_expected else None
    cages = work.cages.of_lot(lot.id)
    return LotView(
        lot,
        sender,
        work.lots.counts(lot.id),
        cages=len(cages),
        opened=sum(cage.state is CageState.OPENED for cage in cages),
        frozen=sum(cage.state is CageState.FROZEN for cage in cages),
        today=due is not None and due == today,
        late=due is not None and today is not None and due < today,
    )


def scans_alone(texts: Sequence[str]) -> tuple[Scan, ...]:
    """Return what each text is by itself, without any records."""
    return tuple(classify(text, rules=sorting.rules()) for text in texts)


def scans(desk: Desk, session: Session | None, texts: Sequence[str]) -> tuple[Scan, ...]:
    """Return what each text is; what an open lot expects or the house knows wins."""
    with desk.reading(session, SCANNING) as work:
        first = scans_alone(texts)
        keys = frozenset[str]().union(*map(sorting.possible_keys, first))
        known = [one for lot in work.lots.open_ones() for one in work.lots.known(lot.id, keys)]
    return sorting.with_known(first, known)
