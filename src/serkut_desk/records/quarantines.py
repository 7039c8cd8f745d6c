"""Why devices are locked away, what was asked, and how it ended."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.domain.data_state import Lock
from serkut_desk.records import schema
from serkut_desk.records.rows import Rows

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class Quarantine:
    """One reason for quarantine; open while `closed_at` is None."""

    id: int
    device_id: int
    lock: Lock
    note: str
    found_at: datetime
    found_by: str
    request_id: int | None
    requested_at: datetime | None
    answer: str | None
    answer_note: str | None
    answered_at: datetime | None
    closed_at: datetime | None
    closed_by: str | None
    outcome: str | None
    outcome_note: str | None


class Quarantines(Rows[Quarantine]):
    """Why devices are locked away, what was asked, and how it ended."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, schema.quarantine, Quarantine, {"lock": Lock})
