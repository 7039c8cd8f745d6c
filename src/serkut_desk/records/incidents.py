"""Devices that were not where they should be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from serkut_desk.domain.missing import Ending
from serkut_desk.records import schema
from serkut_desk.records.rows import Rows

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import BindParameter, Connection

_N = schema.incident
_DEVICE: BindParameter[int] = bindparam("device")
_MISSING = select(_N).where(_N.c.device_id == _DEVICE, _N.c.found_at.is_(None))


@dataclass(frozen=True, slots=True)
class Incident:
    """One missing device: when noticed, who was told, how it ended.

    Without `found_at` the device is missing, also when the incident was closed as lost.
    """

    id: int
    device_id: int
    stocktake_id: int | None
    noticed_at: datetime
    noticed_by: str
    bears_data: bool
    circumstances: str
    told: str | None
    told_at: datetime | None
    outcome: Ending | None
    outcome_note: str | None
    closed_at: datetime | None
    closed_by: str | None
    second_by: str | None
    found_at: datetime | None
    found_by: str | None


class Incidents(Rows[Incident]):
    """Devices that were not where they should be."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, schema.incident, Incident, {"outcome": Ending})

    def by_id(self, row_id: int) -> Incident:
        """Return an incident that exists."""
        found = self.one(_N.c.id == row_id)
        if found is None:
            message = f"no incident {row_id}"
            raise LookupError(message)
        return found

    def missing(self, device_id: int) -> Incident | None:
        """Return why a device is missing now, None when it is not."""
        row = self.connection.execute(_MISSING, {"device": device_id}).one_or_none()
        return None if row is None else self.of(row)

    def not_found(self) -> list[Incident]:
        """Return every device that is missing, those given up included; the oldest first."""
        return self.all(_N.c.found_at.is_(None), order=[_N.c.noticed_at, _N.c.id])

    def of_device(self, device_id: int) -> list[Incident]:
        """Return every time that a device was missing, the oldest first."""
        return self.all(_N.c.device_id == device_id, order=[_N.c.id])
