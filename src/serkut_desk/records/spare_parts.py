"""Parts, what they fit, where they were, what is wanted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.records import schema
from serkut_desk.records.rows import Rows

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class Part:
    """One part with its own code: in stock, in a device, in a container."""

    id: int
    code: str
    type: str
    manufacturer: str
    model: str
    model_key: str
    serial: str
    serial_key: str
    specification: str
    note: str
    test: str
    test_note: str
    tested_at: datetime | None
    tested_by: str | None
    price_cents: int | None
    cost_cents: int | None
    weight_g: int | None
    donor_id: int | None
    supplier_id: int | None
    medium_id: int | None
    state: str
    place_id: int | None
    device_id: int | None
    container_id: int | None
    reserved_id: int | None
    made_at: datetime
    made_by: str
    touched_seq: int
    touched_by: str


@dataclass(frozen=True, slots=True)
class PartFit:
    """A model that a part fits."""

    id: int
    part_id: int
    manufacturer: str
    model: str
    model_key: str


@dataclass(frozen=True, slots=True)
class PartStay:
    """A time that a part was in a device; `fitted_at` None when it came with it."""

    id: int
    part_id: int
    device_id: int
    fitted_at: datetime | None
    fitted_seq: int | None
    fitted_order_id: int | None
    taken_at: datetime | None
    taken_seq: int | None
    taken_order_id: int | None
    dismantling_id: int | None


@dataclass(frozen=True, slots=True)
class PartWant:
    """A part that somebody waits for."""

    id: int
    type: str
    manufacturer: str
    model: str
    model_key: str
    specification: str
    note: str
    order_id: int | None
    wanted_at: datetime
    wanted_by: str
    part_id: int | None
    closed_at: datetime | None
    closed_by: str | None
    seq: int


class SpareParts(Rows[Part]):
    """Parts."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, schema.part, Part)
        self.fits: Rows[PartFit] = Rows(connection, schema.part_fit, PartFit)
        self.stays: Rows[PartStay] = Rows(connection, schema.part_stay, PartStay)
        self.wants: Rows[PartWant] = Rows(connection, schema.part_want, PartWant)
