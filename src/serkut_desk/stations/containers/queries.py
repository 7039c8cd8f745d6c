"""What screens and the command line read about containers and shipments."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.domain.containers import ContainerState, Load
from serkut_desk.domain.papers import paper_name
from serkut_desk.domain.permissions import Permission
from serkut_desk.stations import filling, waste
from serkut_desk.stations.containers.touching import day_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from serkut_desk.domain.containers import Alert
    from serkut_desk.domain.people import Session
    from serkut_desk.domain.waste import WasteCode
    from serkut_desk.records.containers import Container, FractionLine, Shipment
    from serkut_desk.records.house_mass import HouseMass
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.desk import Desk

NEWEST = 50


@dataclass(frozen=True, slots=True)
class ContainerLine:
    """One container as a card shows it; weights in grams.

    Args:
        waste_code: Under which it would leave today, or left; with the asterisk.
        hazardous: Whether its label bears the word for hazardous waste today.
        inside_g: Sum of what was put in.
        difference_g: What the scale said more than that; None before weighing out.
        days_left: Until its time ends, below 0 when it ended; None without limit or when empty.
        alert: What needs somebody.
    """

    code: str
    fraction: str
    name: str
    icon: str
    state: str
    place: str | None
    waste_code: str
    hazardous: bool
    inside_g: int
    tare_g: int
    limit_g: int | None
    limit_days: int | None
    percent: int | None
    days_left: int | None
    alert: Alert | None
    begun_at: datetime | None
    seal: str | None
    gross_g: int | None
    difference_g: int | None
    shipment: int | None
    merged_into: str | None


@dataclass(frozen=True, slots=True)
class Content:
    """One line of what is in a container; `own` is the device, part or medium it comes from."""

    line: int
    source: str
    what: str
    weight_g: int
    tolerance_g: int
    weighed: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class ContainerPage:
    """A container with everything in it, the newest first."""

    container: ContainerLine
    contents: tuple[Content, ...]


@dataclass(frozen=True, slots=True)
class ShipmentLine:
    """One shipment; `number` is its packing list, None before it left."""

    shipment: int
    recycler: str
    state: str
    vehicle: str
    note: str
    opened_at: datetime
    left_at: datetime | None
    number: str | None
    net_g: int
    containers: tuple[ContainerLine, ...]


@dataclass(frozen=True, slots=True)
class CodesOn:
    """The list of waste codes on a day, and under which code each fraction leaves then."""

    day: date
    cut_over: date
    source: str
    codes: tuple[WasteCode, ...]
    fractions: Mapping[str, WasteCode]


def wall(desk: Desk, session: Session | None, *, gone: bool = False) -> tuple[ContainerLine, ...]:
    """Return the containers in the house, by fraction; `gone` adds merged and shipped ones."""
    with desk.reading(session, Permission.CONTAINERS) as work:
        order = list(waste.shipped_list().fractions)
        rows = sorted(work.containers.in_house(), key=lambda row: order.index(row.fraction))
        if gone:
            rows += work.containers.gone(NEWEST)
        return _lines(work, rows)


def page(desk: Desk, session: Session | None, code: str) -> ContainerPage:
    """Return one container with what is in it.

    Raises:
        Refused: `container_unknown`.
    """
    with desk.reading(session, Permission.CONTAINERS) as work:
        row = filling.container_of(work, code)
        lines = work.containers.lines.standing(row.id)
        return ContainerPage(
            _lines(work, [row])[0], tuple(_content(work, one) for one in reversed(lines))
        )


def shipments(desk: Desk, session: Session | None) -> tuple[ShipmentLine, ...]:
    """Return the newest shipments, open ones first."""
    with desk.reading(session, Permission.SHIP) as work:
        rows = work.containers.shipments.newest(NEWEST)
        rows.sort(key=lambda row: row.state != "open")
        return tuple(_shipment(work, row) for row in rows)


def recyclers(desk: Desk, session: Session | None) -> Mapping[str, Mapping[str, str]]:
    """Return every recycler with shipments or codes, and its codes by fraction."""
    with desk.reading(session, Permission.SHIP) as work:
        return {
            work.lots.organisation(number).name: work.containers.recycler_codes(number)
            for number in work.containers.recyclers()
        }


def codes_on(day: date) -> CodesOn:
    """Return the list in force on a day; the same for everybody."""
    listed = waste.shipped_list()
    return CodesOn(
        day,
        listed.cut_over,
        listed.source,
        listed.in_force(day),
        {key: listed.code_on(key, day) for key in listed.fractions},
    )


def house_mass(desk: Desk, session: Session | None) -> HouseMass:
    """Return where every gram of what was taken apart is."""
    with desk.reading(session, Permission.CONTAINERS) as work:
        return work.containers.mass()


def _lines(work: UnitOfWork, rows: list[Container]) -> tuple[ContainerLine, ...]:
    sums = work.containers.lines.sums([row.id for row in rows])
    return tuple(_line(work, row, sums.get(row.id, 0)) for row in rows)


def _line(work: UnitOfWork, row: Container, inside: int) -> ContainerLine:
    codes, now = waste.shipped_list(), work.journal.now()
    place = work.places.of_id(row.place_id)
    load = Load(inside, row.limit_g, row.due_at, row.state == ContainerState.OPEN.value)
    here = row.state in {ContainerState.OPEN.value, ContainerState.SEALED.value}
    merged = work.containers.by_id(row.merged_into_id) if row.merged_into_id else None
    return ContainerLine(
        row.code,
        row.fraction,
        row.name,
        codes.fractions[row.fraction].icon,
        row.state,
        place.name if place else None,
        row.waste_code or codes.code_on(row.fraction, day_of(now)).marked,
        codes.is_hazardous(row.fraction, day_of(now)),
        inside,
        row.tare_g,
        row.limit_g,
        row.limit_days,
        load.percent,
        load.days_left(now),
        load.alert(now, near_percent=codes.near_percent, near_days=codes.near_days)
        if here
        else None,
        row.begun_at,
        row.seal,
        row.gross_g,
        None if row.gross_g is None else row.gross_g - row.tare_g - inside,
        row.shipment_id,
        merged.code if merged else None,
    )


def _content(work: UnitOfWork, line: FractionLine) -> Content:
    what = ""
    if line.part_id is not None:
        what = f"part.type.{work.parts.by_id(line.part_id).type}"
    elif line.medium_id is not None:
        what = f"kind.{work.media.by_id(line.medium_id).kind.value}"
    elif line.dismantling_id is not None:
        row = work.dismantlings.by_id(line.dismantling_id)
        what = f"type.{work.devices.by_id(row.device_id).type}"
    return Content(
        line.id,
        filling.source_name(work, line),
        what,
        line.weight_g,
        line.tolerance_g,
        line.weighed,
        line.at,
        line.by,
    )


def _shipment(work: UnitOfWork, row: Shipment) -> ShipmentLine:
    held = _lines(work, work.containers.of_shipment(row.id))
    paper = work.papers.by_id(row.paper_id) if row.paper_id is not None else None
    return ShipmentLine(
        row.id,
        work.lots.organisation(row.organisation_id).name,
        row.state,
        row.vehicle,
        row.note,
        row.opened_at,
        row.left_at,
        paper_name(paper.series, paper.number) if paper else None,
        sum(one.gross_g - one.tare_g for one in held if one.gross_g is not None),
        held,
    )
