"""Devices that were not where they should be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.records import schema
from serkut_desk.records.rows import Rows

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class Incident:
    """One missing device: when noticed, who was told, how it ended."""

    id: int
    device_id: int
    stocktake_id: int | None
    noticed_at: datetime
    noticed_by: str
    bears_data: bool
    circumstances: str
    told: str | None
    told_at: datetime | None
    outcome: str | None
    outcome_note: str | None
    closed_at: datetime | None
    closed_by: str | None
    second_by: str | None


class Incidents(Rows[Incident]):
    """Devices that were not where they should be."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, schema.incident, Incident)
