"""Parts, what they fit, where they were, what is wanted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import delete, func, select

from serkut_desk.records import schema
from serkut_desk.records.rows import Rows, numbered, sought

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import datetime

    from sqlalchemy import ColumnElement, CompoundSelect, Connection

_P = schema.part
_F = schema.part_fit
_S = schema.part_stay
_W = schema.part_want


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


class PartFits(Rows[PartFit]):
    """Models that parts fit."""

    def of_part(self, part_id: int) -> list[PartFit]:
        """Return the models that a part fits, in the order they were told."""
        return self.all(_F.c.part_id == part_id, order=[_F.c.id])

    def replace(self, part_id: int, models: Iterable[tuple[str, str, str]]) -> None:
        """Say anew what a part fits: triples of maker, model and key."""
        self.connection.execute(delete(_F).where(_F.c.part_id == part_id))
        seen: set[str] = set()
        for manufacturer, model, key in models:
            if key in seen:
                continue
            seen.add(key)
            self.add(part_id=part_id, manufacturer=manufacturer, model=model, model_key=key)


class PartStays(Rows[PartStay]):
    """Times that parts were in devices."""

    def of_part(self, part_id: int) -> list[PartStay]:
        """Return where a part was, the oldest first."""
        return self.all(_S.c.part_id == part_id, order=[_S.c.id])

    def of_device(self, device_id: int) -> list[PartStay]:
        """Return every part that is or was in a device, the oldest first."""
        return self.all(_S.c.device_id == device_id, order=[_S.c.id])

    def open_of(self, part_id: int) -> PartStay | None:
        """Return the stay of a part that is in a device now."""
        return self.one(_S.c.part_id == part_id, _S.c.taken_at.is_(None))


class PartWants(Rows[PartWant]):
    """Parts that somebody waits for."""

    def by_id(self, row_id: int) -> PartWant | None:
        """Return the want with this number."""
        return self.one(_W.c.id == numbered(row_id))

    def open_ones(self, types: Collection[str] | None = None) -> list[PartWant]:
        """Return what is wanted, of some types or of all, the oldest first."""
        wanted = [_W.c.closed_at.is_(None)]
        if types is not None:
            wanted.append(_W.c.type.in_(sorted(types)))
        # In the order of the index of open ones: asked by number, every closed one is read too.
        found = self.all(*wanted, order=[_W.c.type, _W.c.id])
        return sorted(found, key=lambda one: one.id)

    def of_order(self, order_id: int) -> list[PartWant]:
        """Return what a work order waited for, found or not."""
        return self.all(_W.c.order_id == order_id, order=[_W.c.id])

    def open_of_order(self, order_id: int) -> list[PartWant]:
        """Return what a work order waits for."""
        return self.all(_W.c.order_id == order_id, _W.c.closed_at.is_(None), order=[_W.c.id])


class SpareParts(Rows[Part]):
    """Parts."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, schema.part, Part)
        self.fits = PartFits(connection, schema.part_fit, PartFit)
        self.stays = PartStays(connection, schema.part_stay, PartStay)
        self.wants = PartWants(connection, schema.part_want, PartWant)

    def by_code(self, code: str) -> Part | None:
        """Return the part with this code."""
        return self.one(_P.c.code == code)

    def by_id(self, row_id: int) -> Part:
        """Return a part that exists."""
        found = self.one(_P.c.id == row_id)
        if found is None:
            message = f"no part {row_id}"
            raise LookupError(message)
        return found

    def of_medium(self, medium_id: int) -> Part | None:
        """Return the part that a medium is."""
        return self.one(_P.c.medium_id == medium_id)

    def by_serial(self, key: str) -> list[Part]:
        """Return parts with this serial, as `serial_key`; withdrawn ones apart."""
        return self.all(
            _P.c.serial_key == sought(key), _P.c.state != "withdrawn", order=[_P.c.id.desc()]
        )

    def inside(self, device_id: int) -> list[Part]:
        """Return parts that were fitted into a device and are in it."""
        return self.all(_P.c.device_id == device_id, order=[_P.c.id])

    def from_device(self, device_id: int) -> list[Part]:
        """Return parts that first came out of a device."""
        return self.all(_P.c.donor_id == device_id, _P.c.state != "withdrawn", order=[_P.c.id])

    def reserved_for(self, order_id: int) -> list[Part]:
        """Return parts kept for a work order."""
        return self.all(_P.c.reserved_id == order_id, order=[_P.c.id])

    def at_place(self, place_id: int) -> list[Part]:
        """Return what lies at a place."""
        return self.all(_P.c.place_id == place_id, order=[_P.c.id])

    def touch(self, part_id: int, seq: int, by: str) -> None:
        """Remember the last entry that changed a part, and who made it."""
        self.change(part_id, touched_seq=seq, touched_by=by)

    def listed(
        self,
        *,
        states: Collection[str],
        types: Collection[str] | None = None,
        model_key: str | None = None,
        reserved: bool | None = None,
        limit: int | None = None,
    ) -> list[Part]:
        """Return parts, the newest first.

        Args:
            states: In these states.
            types: Of these types; None for all.
            model_key: Only what fits or is of this model.
            reserved: Only what is kept for an order, or only what is free; None for both.
            limit: No more than these.
        """
        wanted: list[ColumnElement[bool]] = [_P.c.state.in_(sorted(states))]
        if types is not None:
            wanted.append(_P.c.type.in_(sorted(types)))
        if reserved is not None:
            kept = _P.c.reserved_id.is_not(None)
            wanted.append(kept if reserved else ~kept)
        if model_key is not None:
            wanted.append(_P.c.id.in_(_of_model(model_key)))
        return self.all(*wanted, order=[_P.c.id.desc()], limit=limit)

    def figures(self) -> list[tuple[str, str, int, int]]:
        """Return how many parts are in stock by type and test, and how many of them are free."""
        free = func.count().filter(_P.c.reserved_id.is_(None))
        rows = self.connection.execute(
            select(_P.c.type, _P.c.test, func.count(), free)
            .where(_P.c.state == "stock")
            .group_by(_P.c.type, _P.c.test)
        )
        return [(row[0], row[1], row[2], row[3]) for row in rows]

    def from_lot(self, lot_id: int, types: Collection[str] | None = None) -> list[Part]:
        """Return parts that came out of a lot's devices, wherever they are now."""
        donors = select(schema.device.c.id).where(schema.device.c.lot_id == lot_id)
        wanted: list[ColumnElement[bool]] = [
            _P.c.donor_id.in_(donors),
            _P.c.state != "withdrawn",
        ]
        if types is not None:
            wanted.append(_P.c.type.in_(sorted(types)))
        return self.all(*wanted, order=[_P.c.id])


def _of_model(key: str) -> CompoundSelect[tuple[int]]:
    own = select(_P.c.id).where(_P.c.model_key == key)
    return own.union(select(_F.c.part_id).where(_F.c.model_key == key))
