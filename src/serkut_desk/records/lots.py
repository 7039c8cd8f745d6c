"""Organisations, lots and their expected lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, func, insert, or_, select

from serkut_desk.domain.lots import Lot, LotCounts, LotLine, Organisation, name_key
from serkut_desk.domain.media import DataClass
from serkut_desk.records import schema
from serkut_desk.records.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Connection

_L = schema.lot
_N = schema.lot_line
_D = schema.device
_WAITING = select(_N).where(
    _N.c.lot_id == bindparam("lot_id"), _N.c.quantity == 1, _N.c.device_id.is_(None)
)
_BY_KEYS = _WAITING.where(
    or_(
        (_N.c.serial_key == bindparam("serial_key")) & (_N.c.serial_key != ""),
        (_N.c.inventory_key == bindparam("inventory_key")) & (_N.c.inventory_key != ""),
        (_N.c.imei == bindparam("imei")) & (_N.c.imei != ""),
    )
)


class Lots(Rows[Lot]):
    """The deliveries."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, schema.lot, Lot, {"data_class": DataClass})
        self.lines = Rows(connection, schema.lot_line, LotLine)
        self.organisations = Rows(connection, schema.organisation, Organisation)

    def by_code(self, code: str) -> Lot | None:
        """Return the lot with a code."""
        return self.one(_L.c.code == code)

    def by_id(self, row_id: int) -> Lot:
        """Return a lot that exists."""
        found = self.one(_L.c.id == row_id)
        if found is None:
            message = f"no lot {row_id}"
            raise LookupError(message)
        return found

    def open_ones(self) -> list[Lot]:
        """Return lots that are open, the newest first."""
        return self.all(_L.c.state == "open", order=[_L.c.id.desc()])

    def organisation(self, row_id: int) -> Organisation:
        """Return an organisation that exists."""
        found = self.organisations.one(schema.organisation.c.id == row_id)
        if found is None:
            message = f"no organisation {row_id}"
            raise LookupError(message)
        return found

    def organisation_named(self, name: str, at: datetime) -> tuple[Organisation, bool]:
        """Return the organisation of this name, and whether it was made now."""
        key = name_key(name)
        table = schema.organisation
        found = self.organisations.one(table.c.name_key == key)
        if found is not None:
            return found, False
        row_id = self.organisations.add(name=" ".join(name.split()), name_key=key, created_at=at)
        return self.organisation(row_id), True

    def add_lines(self, rows: Sequence[dict[str, object]]) -> None:
        """Insert the expected lines of a list."""
        if rows:
            self.connection.execute(insert(schema.lot_line), list(rows))

    def waiting(
        self, lot_id: int, *, serial_key: str = "", inventory_key: str = "", imei: str = ""
    ) -> list[LotLine]:
        """Return lines without a device that one of these numbers names."""
        keys = {
            "lot_id": lot_id,
            "serial_key": serial_key,
            "inventory_key": inventory_key,
            "imei": imei,
        }
        return [self.lines.of(row) for row in self.connection.execute(_BY_KEYS, keys)]

    def expected_serials(self, lot_id: int) -> frozenset[str]:
        """Return serials of devices that are still awaited, in normal form."""
        rows = self.connection.execute(_WAITING, {"lot_id": lot_id})
        return frozenset(row.serial for row in rows if row.serial)

    def counts(self, lot_id: int) -> LotCounts:
        """Return how the lot stands."""
        lines = select(func.count(), func.count(_N.c.device_id)).where(
            _N.c.lot_id == lot_id, _N.c.quantity == 1
        )
        expected, answered = self.connection.execute(lines).one()
        devices = select(func.count()).where(_D.c.lot_id == lot_id)
        received = int(self.connection.execute(devices).scalar_one())
        return LotCounts(expected, received, received - answered, expected - answered)
