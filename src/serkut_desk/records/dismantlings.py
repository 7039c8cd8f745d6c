"""Devices being taken apart and the steps of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.records import schema
from serkut_desk.records.rows import Rows

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class Dismantling:
    """One device being taken apart; weights in grams."""

    id: int
    device_id: int
    guide: str
    guide_version: int
    state: str
    weight_in_g: int | None
    tolerance_g: int
    scale: str
    started_at: datetime
    started_by: str
    closed_at: datetime | None
    closed_by: str | None
    remainder_g: int | None
    reason: str | None
    seq: int


@dataclass(frozen=True, slots=True)
class DismantlingStep:
    """One step of the guide with its result."""

    id: int
    dismantling_id: int
    step: str
    result: str
    note: str
    at: datetime
    by: str
    undone_at: datetime | None
    undone_by: str | None
    seq: int


class Dismantlings(Rows[Dismantling]):
    """Orders of taking apart."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, schema.dismantling, Dismantling)
        self.steps: Rows[DismantlingStep] = Rows(
            connection, schema.dismantling_step, DismantlingStep
        )

    def open_of(self, device_id: int) -> Dismantling | None:
        """Return the open order of taking a device apart; there is never more than one."""
        table = schema.dismantling
        return self.one(table.c.device_id == device_id, table.c.state == "open")
