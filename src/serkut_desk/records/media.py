"""Storage media and what was stated of their number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from serkut_desk.domain.devices import StorageMedium
from serkut_desk.domain.media import KindSource, MediumKind
from serkut_desk.records import schema
from serkut_desk.records.rows import Rows

if TYPE_CHECKING:
    from sqlalchemy import Connection

_M = schema.medium
_OF_DEVICE = select(_M).where(_M.c.device_id == bindparam("device_id")).order_by(_M.c.id)


class Media(Rows[StorageMedium]):
    """Every medium that ever entered."""

    def __init__(self, connection: Connection) -> None:
        words = {"kind": MediumKind, "kind_source": KindSource}
        super().__init__(connection, schema.medium, StorageMedium, words)

    def of_device(self, device_id: int) -> list[StorageMedium]:
        """Return media that are or were in a device, withdrawn ones included."""
        rows = self.connection.execute(_OF_DEVICE, {"device_id": device_id})
        return [self.of(row) for row in rows]

    def by_id(self, row_id: int) -> StorageMedium:
        """Return a medium that exists."""
        found = self.one(_M.c.id == row_id)
        if found is None:
            message = f"no medium {row_id}"
            raise LookupError(message)
        return found

    def by_serial(self, key: str) -> list[StorageMedium]:
        """Return media with this serial, as `serial_key`."""
        return self.all(_M.c.serial_key == key, _M.c.serial_key != "", order=[_M.c.id])
