"""Containers, the grams in them, and what leaves to a recycler."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select, union, update

from serkut_desk.records import schema
from serkut_desk.records.house_mass import HouseMass, house_mass
from serkut_desk.records.rows import Rows, numbered

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import datetime

    from sqlalchemy import Connection

_C, _L, _S, _R = (
    schema.container,
    schema.fraction_line,
    schema.shipment,
    schema.recycler_code,
)
_P = schema.part


@dataclass(frozen=True, slots=True)
class Container:
    """One box or cage of one fraction; weights in grams."""

    id: int
    code: str
    fraction: str
    name: str
    tare_g: int
    place_id: int | None
    limit_g: int | None
    limit_days: int | None
    state: str
    opened_at: datetime
    opened_by: str
    begun_at: datetime | None
    due_at: datetime | None
    seal: str | None
    sealed_at: datetime | None
    sealed_by: str | None
    gross_g: int | None
    weighed_at: datetime | None
    weighed_by: str | None
    merged_into_id: int | None
    shipment_id: int | None
    waste_code: str | None
    touched_seq: int
    touched_by: str


@dataclass(frozen=True, slots=True)
class FractionLine:
    """Grams that went into a container, and where they come from."""

    id: int
    container_id: int
    fraction: str
    weight_g: int
    tolerance_g: int
    weighed: str
    dismantling_id: int | None
    part_id: int | None
    medium_id: int | None
    at: datetime
    by: str
    undone_at: datetime | None
    undone_by: str | None
    seq: int


@dataclass(frozen=True, slots=True)
class Shipment:
    """Containers that leave to one recycler together."""

    id: int
    organisation_id: int
    state: str
    vehicle: str
    note: str
    opened_at: datetime
    opened_by: str
    left_at: datetime | None
    left_by: str | None
    paper_id: int | None
    seq: int


@dataclass(frozen=True, slots=True)
class RecyclerCode:
    """A recycler's own code for a fraction."""

    id: int
    organisation_id: int
    fraction: str
    code: str


class Lines(Rows[FractionLine]):
    """Grams in containers; a line that was undone stays and does not count."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, _L, FractionLine)

    def by_id(self, row_id: int) -> FractionLine:
        """Return the line with this id.

        Raises:
            LookupError: There is none.
        """
        found = self.one(_L.c.id == row_id)
        if found is None:
            message = f"no line {row_id}"
            raise LookupError(message)
        return found

    def standing(self, container_id: int) -> list[FractionLine]:
        """Return what is in a container, the oldest first."""
        return self.all(
            _L.c.container_id == container_id, _L.c.undone_at.is_(None), order=[_L.c.id]
        )

    def of_dismantling(self, dismantling_id: int) -> list[FractionLine]:
        """Return what stands of one device that is taken apart, the oldest first."""
        return self.all(
            _L.c.dismantling_id == dismantling_id, _L.c.undone_at.is_(None), order=[_L.c.id]
        )

    def of_part(self, part_id: int) -> FractionLine | None:
        """Return the line under which a part was given up, None when it was not."""
        return self.one(_L.c.part_id == part_id, _L.c.undone_at.is_(None))

    def of_medium(self, medium_id: int) -> FractionLine | None:
        """Return the line under which a medium was given up, None when it was not."""
        return self.one(_L.c.medium_id == medium_id, _L.c.undone_at.is_(None))

    def media_in(self, container_id: int) -> list[int]:
        """Return the media that were given up into a container, by themselves or as parts."""
        medium = func.coalesce(_L.c.medium_id, _P.c.medium_id)
        query = (
            select(medium)
            .outerjoin(_P, _P.c.id == _L.c.part_id)
            .where(_L.c.container_id == container_id, _L.c.undone_at.is_(None), medium.is_not(None))
            .order_by(_L.c.id)
        )
        return list(self.connection.execute(query).scalars())

    def sum_g(self, container_id: int) -> int:
        """Return how many grams are in a container."""
        return self.sums([container_id]).get(container_id, 0)

    def sums(self, container_ids: Collection[int]) -> Mapping[int, int]:
        """Return the grams in each of these containers; an empty one is left out."""
        query = (
            select(_L.c.container_id, func.sum(_L.c.weight_g))
            .where(_L.c.container_id.in_(list(container_ids)), _L.c.undone_at.is_(None))
            .group_by(_L.c.container_id)
        )
        return {row[0]: int(row[1]) for row in self.connection.execute(query)}


class Shipments(Rows[Shipment]):
    """What leaves to recyclers."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, _S, Shipment)

    def by_id(self, row_id: int) -> Shipment | None:
        """Return the shipment with this number, None when there is none."""
        return self.one(_S.c.id == numbered(row_id))

    def open_ones(self) -> list[Shipment]:
        """Return those that have not left, the oldest first."""
        return self.all(_S.c.state == "open", order=[_S.c.id])

    def newest(self, limit: int) -> list[Shipment]:
        """Return shipments of any state, the newest first."""
        return self.all(order=[_S.c.id.desc()], limit=limit)


class Containers(Rows[Container]):
    """Containers."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, _C, Container)
        self.lines = Lines(connection)
        self.shipments = Shipments(connection)
        self.codes: Rows[RecyclerCode] = Rows(connection, _R, RecyclerCode)

    def by_code(self, code: str) -> Container | None:
        """Return the container with this code, None when there is none."""
        return self.one(_C.c.code == code)

    def by_id(self, row_id: int) -> Container:
        """Return the container with this id.

        Raises:
            LookupError: There is none.
        """
        found = self.one(_C.c.id == row_id)
        if found is None:
            message = f"no container {row_id}"
            raise LookupError(message)
        return found

    def in_house(self) -> list[Container]:
        """Return open and sealed containers, by fraction and age."""
        return self.all(_C.c.state.in_(["open", "sealed"]), order=[_C.c.fraction, _C.c.id])

    def gone(self, limit: int) -> list[Container]:
        """Return merged and shipped containers, the newest first."""
        return self.all(
            _C.c.state.in_(["merged", "shipped"]), order=[_C.c.touched_seq.desc()], limit=limit
        )

    def mass(self) -> HouseMass:
        """Return where every gram is of what was taken apart."""
        return house_mass(self.connection)

    def recyclers(self) -> list[int]:
        """Return the organisations that have shipments or codes of their own."""
        query = union(select(_S.c.organisation_id), select(_R.c.organisation_id))
        return sorted(self.connection.execute(query).scalars())

    def open_of(self, fraction: str) -> list[Container]:
        """Return the open containers of a fraction, the oldest first."""
        return self.all(_C.c.state == "open", _C.c.fraction == fraction, order=[_C.c.id])

    def of_shipment(self, shipment_id: int) -> list[Container]:
        """Return the containers of a shipment, by fraction and age."""
        return self.all(_C.c.shipment_id == shipment_id, order=[_C.c.fraction, _C.c.id])

    def pour(self, from_id: int, into_id: int) -> None:
        """Let everything that stands in one container stand in another, parts with it."""
        lines = _L.c.container_id == from_id, _L.c.undone_at.is_(None)
        self.connection.execute(update(_L).where(*lines).values(container_id=into_id))
        parts = update(schema.part).where(schema.part.c.container_id == from_id)
        self.connection.execute(parts.values(container_id=into_id))

    def touch(self, row_id: int, seq: int, by: str) -> None:
        """Store which entry changed a container last, and who wrote it."""
        self.change(row_id, touched_seq=seq, touched_by=by)

    def recycler_code(self, organisation_id: int, fraction: str) -> str:
        """Return what a recycler calls a fraction; empty when it has no name of its own."""
        found = self.codes.one(_R.c.organisation_id == organisation_id, _R.c.fraction == fraction)
        return found.code if found else ""

    def recycler_codes(self, organisation_id: int) -> Mapping[str, str]:
        """Return everything that a recycler calls by its own codes, by fraction."""
        found = self.codes.all(_R.c.organisation_id == organisation_id, order=[_R.c.fraction])
        return {one.fraction: one.code for one in found}

    def set_recycler_code(self, organisation_id: int, fraction: str, code: str) -> None:
        """Store what a recycler calls a fraction; an empty code forgets it."""
        found = self.codes.one(_R.c.organisation_id == organisation_id, _R.c.fraction == fraction)
        if found is not None:
            self.codes.drop(found.id)
        if code:
            self.codes.add(organisation_id=organisation_id, fraction=fraction, code=code)
