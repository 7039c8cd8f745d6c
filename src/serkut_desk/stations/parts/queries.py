"""What screens and the command line read about parts."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from serkut_desk.domain.clock import from_text
from serkut_desk.domain.codes import CodeKind, parse_code
from serkut_desk.domain.parts import PartState, PartTest
from serkut_desk.domain.permissions import Permission
from serkut_desk.stations import part_rules, part_wants
from serkut_desk.stations.known_device import device_of
from serkut_desk.stations.known_lot import lot_named

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import datetime

    from serkut_desk.domain.journal import Entry
    from serkut_desk.domain.parts import PartType
    from serkut_desk.domain.people import Session
    from serkut_desk.records.spare_parts import Part, PartStay, PartWant
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.desk import Desk

MOST = 500
"""Parts in one list; the newest first."""


@dataclass(frozen=True, slots=True)
class PartLine:
    """One part as lists show it.

    Args:
        type: `part.type.<word>`; `icon` is its icon's name.
        state: `part.state.<word>`; `test` is `part.test.<word>`.
        fits: Names of the models that it fits.
        place: Name of the place where it lies, None when nobody said or it is elsewhere.
        device: Code of the device that it is in.
        container: Code of the container that it is in.
        order: Code of the order that it is kept for.
        donor: Code of the device that it came out of first.
        supplier: Who sold it, where it was bought.
        stores_data: It is a medium too, with a gate of its own.
    """

    code: str
    type: str
    icon: str
    manufacturer: str
    model: str
    serial: str
    specification: str
    note: str
    state: PartState
    test: PartTest
    test_note: str
    fits: tuple[str, ...]
    weight_g: int | None
    price_cents: int | None
    cost_cents: int | None
    place: str | None
    place_code: str | None
    device: str | None
    container: str | None
    order: str | None
    donor: str | None
    supplier: str | None
    stores_data: bool
    made_at: datetime


@dataclass(frozen=True, slots=True)
class StayLine:
    """A time that a part was in a device; `fitted_at` None when it came with it."""

    device: str
    name: str
    fitted_at: datetime | None
    fitted_order: str | None
    taken_at: datetime | None
    taken_order: str | None


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One entry of the journal about a part; `key` is its sentence, `facts` its body."""

    seq: int
    at: datetime
    key: str
    facts: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class WantLine:
    """A part that somebody waits for.

    Args:
        number: Names the want.
        model: What it has to fit, "" for anything.
        order: Code of the order that waits; `device` is that one's.
        answers: Codes of free parts in stock that answer it.
        since: When it was wanted.
    """

    number: int
    type: str
    icon: str
    model: str
    specification: str
    note: str
    order: str | None
    device: str | None
    answers: tuple[str, ...]
    since: datetime


@dataclass(frozen=True, slots=True)
class PartPage:
    """Everything about one part: where it was, what happened, and the wants that it answers."""

    line: PartLine
    stays: tuple[StayLine, ...]
    history: tuple[HistoryLine, ...]
    answers: tuple[WantLine, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """How many parts of a type are in stock: all, free ones, tested ones, failed ones, wanted."""

    type: str
    icon: str
    stock: int
    free: int
    passed: int
    failed: int
    wanted: int


@dataclass(frozen=True, slots=True)
class WhereLine:
    """A part of a lot, and where it is now."""

    part: PartLine
    donor: str
    device_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PartFilter:
    """Which parts are listed.

    Args:
        types: Words of kinds; empty for all.
        fits: Maker and model, or a device's code, that they must fit; "" for any.
        reserved: Kept for an order, or free; None for both.
        states: In these states.
        lot: Code of the lot that they came out of; then wherever they are now.
    """

    types: frozenset[str] = frozenset()
    fits: str = ""
    reserved: bool | None = None
    states: frozenset[PartState] = frozenset({PartState.STOCK})
    lot: str = ""


def kinds() -> tuple[PartType, ...]:
    """Return every kind of part, in the order in which screens offer them."""
    return tuple(part_rules.types().types.values())


def listed(
    desk: Desk, session: Session | None, which: PartFilter | None = None
) -> tuple[PartLine, ...]:
    """Return parts, the newest first, at most `MOST`.

    Raises:
        Refused: `device_unknown`, `lot_unknown`.
        Misused: `part_type_unknown`.
    """
    which = which or PartFilter()
    with desk.reading(session, Permission.PARTS) as work:
        types = {part_rules.types().of(one).word for one in which.types} or None
        if which.lot:
            found = _from_lot(work, which.lot, types)
        else:
            found = work.parts.listed(
                states={one.value for one in which.states},
                types=types,
                model_key=_model_key(work, which.fits) if which.fits else None,
                reserved=which.reserved,
                limit=MOST,
            )
        return tuple(line_of(work, part) for part in found)


def _model_key(work: UnitOfWork, text: str) -> str:
    own = parse_code(text)
    if own is not None and own.kind is CodeKind.DEVICE:
        return part_rules.key_of(device_of(work, text))
    return part_rules.types().model_key("", text)


def _from_lot(work: UnitOfWork, text: str, types: Collection[str] | None) -> list[Part]:
    return work.parts.from_lot(lot_named(work, text).id, types)


def where(
    desk: Desk, session: Session | None, lot: str, types: Collection[str] = ()
) -> tuple[WhereLine, ...]:
    """Return which machines got parts out of a lot, and where the others are.

    Raises:
        Refused: `lot_unknown`.
        Misused: `part_type_unknown`.
    """
    with desk.reading(session, Permission.SEARCH) as work:
        wanted = {part_rules.types().of(one).word for one in types} or None
        lines = []
        for part in _from_lot(work, lot, wanted):
            line = line_of(work, part)
            name = "" if part.device_id is None else _name(work, part.device_id)
            lines.append(WhereLine(line, line.donor or "", name))
        return tuple(lines)


def page(desk: Desk, session: Session | None, text: str) -> PartPage:
    """Return everything about a part, by its code or serial.

    Raises:
        Refused: `part_unknown`.
    """
    with desk.reading(session, Permission.SEARCH) as work:
        part = part_rules.part_of(work, text)
        stays = tuple(_stay(work, one) for one in work.parts.stays.of_part(part.id))
        history = tuple(map(_told, work.journal.about(part.code)))
        wants = tuple(want_line(work, one) for one in part_wants.answered_by(work, part))
        return PartPage(line_of(work, part), stays, history, wants)


def _stay(work: UnitOfWork, stay: PartStay) -> StayLine:
    return StayLine(
        work.devices.by_id(stay.device_id).code,
        _name(work, stay.device_id),
        stay.fitted_at,
        _order(work, stay.fitted_order_id),
        stay.taken_at,
        _order(work, stay.taken_order_id),
    )


def _told(entry: Entry) -> HistoryLine:
    key = "event." + entry.tag.replace(":", ".")
    return HistoryLine(entry.seq, from_text(entry.at), key, json.loads(entry.body))


def wants(desk: Desk, session: Session | None) -> tuple[WantLine, ...]:
    """Return what is wanted, the oldest first, with what is in stock for it."""
    with desk.reading(session, Permission.PARTS) as work:
        return tuple(want_line(work, one) for one in work.parts.wants.open_ones())


def wanted_for(
    desk: Desk, session: Session | None, model: str, types: Collection[str] = ()
) -> tuple[WantLine, ...]:
    """Return open wants that a device of a model (or with a code) can answer.

    Raises:
        Misused: `part_type_unknown`.
    """
    with desk.reading(session, Permission.PARTS) as work:
        wanted = {part_rules.types().of(one).word for one in types} or None
        found = part_wants.wanted_for(work, _model_key(work, model), wanted)
        return tuple(want_line(work, one) for one in found)


def figures(desk: Desk, session: Session | None) -> tuple[Figure, ...]:
    """Return the stock by type, every type that has something or is wanted."""
    with desk.reading(session, Permission.PARTS) as work:
        rows = work.parts.figures()
        wanted = [one.type for one in work.parts.wants.open_ones()]
        found = []
        for kind in kinds():
            of = [row for row in rows if row[0] == kind.word]
            tested = {test: count for _, test, count, _ in of}
            figure = Figure(
                kind.word,
                kind.icon,
                sum(tested.values()),
                sum(row[3] for row in of),
                tested.get(PartTest.PASSED.value, 0),
                tested.get(PartTest.FAILED.value, 0),
                wanted.count(kind.word),
            )
            if figure.stock or figure.wanted:
                found.append(figure)
        return tuple(found)


def want_line(work: UnitOfWork, want: PartWant) -> WantLine:
    """Return a want as lists show it."""
    order = work.orders.by_id(want.order_id) if want.order_id is not None else None
    device = work.devices.by_id(order.device_id) if order else None
    kind = part_rules.types().of(want.type)
    return WantLine(
        want.id,
        want.type,
        kind.icon,
        f"{want.manufacturer} {want.model}".strip(),
        want.specification,
        want.note,
        order.code if order else None,
        device.code if device else None,
        tuple(part.code for part in part_wants.answers_to(work, want)),
        want.wanted_at,
    )


def line_of(work: UnitOfWork, part: Part) -> PartLine:
    """Return a part as lists show it."""
    kind = part_rules.types().of(part.type)
    place = work.places.of_id(part.place_id)
    container = None if part.container_id is None else work.containers.by_id(part.container_id).code
    supplier = None if part.supplier_id is None else work.lots.organisation(part.supplier_id).name
    return PartLine(
        code=part.code,
        type=part.type,
        icon=kind.icon,
        manufacturer=part.manufacturer,
        model=part.model,
        serial=part.serial,
        specification=part.specification,
        note=part.note,
        state=PartState(part.state),
        test=PartTest(part.test),
        test_note=part.test_note,
        fits=tuple(
            f"{one.manufacturer} {one.model}".strip() for one in work.parts.fits.of_part(part.id)
        ),
        weight_g=part.weight_g,
        price_cents=part.price_cents,
        cost_cents=part.cost_cents,
        place=place.name if place else None,
        place_code=place.code if place else None,
        device=_device(work, part.device_id),
        container=container,
        order=_order(work, part.reserved_id),
        donor=_device(work, part.donor_id),
        supplier=supplier,
        stores_data=part.medium_id is not None,
        made_at=part.made_at,
    )


def _device(work: UnitOfWork, device_id: int | None) -> str | None:
    return None if device_id is None else work.devices.by_id(device_id).code


def _order(work: UnitOfWork, order_id: int | None) -> str | None:
    return None if order_id is None else work.orders.by_id(order_id).code


def _name(work: UnitOfWork, device_id: int) -> str:
    device = work.devices.by_id(device_id)
    return f"{device.manufacturer} {device.model}".strip()
