"""Counting of places by scan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.records import schema
from serkut_desk.records.rows import Rows

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class Stocktake:
    """One counting of one place; open while `closed_at` is None."""

    id: int
    place_id: int
    opened_at: datetime
    opened_by: str
    closed_at: datetime | None
    closed_by: str | None


@dataclass(frozen=True, slots=True)
class Mark:
    """What was said of one device in a counting: found, elsewhere, unexpected, missing."""

    id: int
    stocktake_id: int
    device_id: int
    result: str
    recorded_place_id: int | None
    marked_at: datetime
    marked_by: str


class Stocktakes(Rows[Stocktake]):
    """Counting of places by scan."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, schema.stocktake, Stocktake)
        self.marks = Rows(connection, schema.stocktake_mark, Mark)
