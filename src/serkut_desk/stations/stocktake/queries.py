"""What screens and the command line read about counting and missing devices."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.domain.permissions import Permission
from serkut_desk.stations.stocktake.counted import standing
from serkut_desk.stations.stocktake.finding import counting_of

if TYPE_CHECKING:
    from datetime import datetime

    from serkut_desk.domain.devices import Device
    from serkut_desk.domain.missing import Ending
    from serkut_desk.domain.people import Session
    from serkut_desk.domain.stocktake import MarkWord
    from serkut_desk.records.incidents import Incident
    from serkut_desk.records.overview import DeviceLine
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.desk import Desk


@dataclass(frozen=True, slots=True)
class CountLine:
    """A counting that is under way: code and name of its place, how far it is."""

    place: str
    name: str
    counted: int
    expected: int
    opened_at: datetime


@dataclass(frozen=True, slots=True)
class DeviceBrief:
    """A device as the counting screen names it; `basket` explains why it is not here.

    Of a `part`, `type` is the word of its kind and `model` what matters of it.
    """

    code: str
    type: str
    manufacturer: str
    model: str
    serial: str
    basket: str | None = None
    part: bool = False


@dataclass(frozen=True, slots=True)
class MarkLine:
    """One device that was scanned; `recorded` is where the records had it then."""

    device: DeviceBrief
    result: MarkWord
    state: str
    recorded: str | None
    marked_at: datetime


@dataclass(frozen=True, slots=True)
class CountView:
    """A counting under way: what was scanned, the newest first, and what was not seen yet."""

    place: str
    name: str
    counted: int
    expected: int
    opened_at: datetime
    unseen: tuple[DeviceBrief, ...]
    scans: tuple[MarkLine, ...]

    @property
    def missing(self) -> tuple[DeviceBrief, ...]:
        """What would be missing if the counting ended now."""
        return tuple(one for one in self.unseen if one.basket is None)


@dataclass(frozen=True, slots=True)
class MissingLine:
    """A device that is missing, also when it was given up.

    Args:
        place: Name of the place where it was last known to be.
        sighted: Name of the place where a counting met it since; None when none did.
        outcome: `lost` once it was given up, None before.
    """

    device: DeviceBrief
    bears_data: bool
    noticed_at: datetime
    circumstances: str
    place: str | None
    told: str
    told_at: datetime | None
    sighted: str | None
    sighted_at: datetime | None
    outcome: Ending | None
    closed_at: datetime | None


def counts(desk: Desk, session: Session | None) -> tuple[CountLine, ...]:
    """Return every counting that is under way, the oldest first."""
    with desk.reading(session, Permission.COUNT) as work:
        lines = []
        for one in work.stocktakes.open_ones():
            place = work.places.of_id(one.place_id)
            assert place is not None, "a foreign key holds it"
            now = standing(work, place.id, one.id)
            lines.append(
                CountLine(place.code, place.name, now.counted, now.expected, one.opened_at)
            )
        return tuple(lines)


def count(desk: Desk, session: Session | None, place: str) -> CountView:
    """Return a counting that is under way.

    Raises:
        Refused: `place_unknown` or `count_not_open`.
    """
    with desk.reading(session, Permission.COUNT) as work:
        found, counting = counting_of(work, place)
        now = standing(work, found.id, counting.id)
        left = work.overview.lines(now.left)
        baskets = work.stocktakes.baskets(now.left)
        marks = work.stocktakes.marks_of(counting.id)[::-1]
        lines = work.overview.lines(mark.device_id for mark in marks)
        names = {one.id: one.name for one in work.places.listed()}
        scans = tuple(
            MarkLine(
                _brief(line),
                mark.result,
                line.state,
                names.get(mark.recorded_place_id or 0),
                mark.marked_at,
            )
            for mark, line in zip(marks, lines, strict=True)
        )
        scans += tuple(
            MarkLine(
                _of_part(work, mark.part_id),
                mark.result,
                work.parts.by_id(mark.part_id).state,
                names.get(mark.recorded_place_id or 0),
                mark.marked_at,
            )
            for mark in work.stocktakes.part_marks_of(counting.id)[::-1]
        )
        return CountView(
            found.code,
            found.name,
            now.counted,
            now.expected,
            counting.opened_at,
            (
                *(_brief(one, baskets.get(one.code)) for one in left),
                *(_of_part(work, number) for number in now.parts_left),
            ),
            tuple(sorted(scans, key=lambda one: one.marked_at, reverse=True)),
        )


def missing(desk: Desk, session: Session | None) -> tuple[MissingLine, ...]:
    """Return every device that is missing: those with data first, then the oldest first."""
    with desk.reading(session, Permission.COUNT) as work:
        lines = [_missing(work, one) for one in work.incidents.not_found()]
    return tuple(
        sorted(lines, key=lambda one: (one.outcome is not None, not one.bears_data, one.noticed_at))
    )


def _missing(work: UnitOfWork, incident: Incident) -> MissingLine:
    device = work.devices.by_id(incident.device_id)
    place = work.places.of_id(device.place_id)
    met = work.stocktakes.met_since(device.id, incident.noticed_at)
    where = None if met is None else work.stocktakes.by_id(met.stocktake_id).place_id
    sighted = work.places.of_id(where)
    return MissingLine(
        _brief(device),
        incident.bears_data,
        incident.noticed_at,
        incident.circumstances,
        place.name if place else None,
        incident.told or "",
        incident.told_at,
        sighted.name if sighted else None,
        met.marked_at if met else None,
        incident.outcome,
        incident.closed_at,
    )


def _of_part(work: UnitOfWork, part_id: int) -> DeviceBrief:
    part = work.parts.by_id(part_id)
    said = part.specification or part.model
    return DeviceBrief(part.code, part.type, part.manufacturer, said, part.serial, part=True)


def _brief(device: Device | DeviceLine, basket: str | None = None) -> DeviceBrief:
    return DeviceBrief(
        device.code, device.type, device.manufacturer, device.model, device.serial, basket
    )
