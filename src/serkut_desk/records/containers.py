"""Containers, the grams in them, and what leaves to a recycler."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.records import schema
from serkut_desk.records.rows import Rows

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection


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


class Containers(Rows[Container]):
    """Containers."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, schema.container, Container)
        self.lines: Rows[FractionLine] = Rows(connection, schema.fraction_line, FractionLine)
        self.shipments: Rows[Shipment] = Rows(connection, schema.shipment, Shipment)
        self.codes: Rows[RecyclerCode] = Rows(connection, schema.recycler_code, RecyclerCode)
