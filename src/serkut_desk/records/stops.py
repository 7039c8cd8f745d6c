"""Stops because of dangerous batteries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.stops import Stop, StopKind
from serkut_desk.records import schema
from serkut_desk.records.rows import Rows

if TYPE_CHECKING:
    from sqlalchemy import Connection

_T = schema.stop


class Stops(Rows[Stop]):
    """Every stop that was ever raised."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, schema.stop, Stop, {"kind": StopKind})

    def by_id(self, stop: int) -> Stop | None:
        """Return the stop with this number."""
        return self.one(_T.c.id == stop)

    def open_ones(self) -> list[Stop]:
        """Return stops that are not released, the oldest first."""
        return self.all(_T.c.released_at.is_(None), order=[_T.c.id])

    def of_device(self, device_id: int) -> list[Stop]:
        """Return open stops of a device."""
        return [stop for stop in self.open_ones() if stop.device_id == device_id]
