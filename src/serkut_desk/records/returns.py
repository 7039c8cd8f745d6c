"""What came back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.records import schema
from serkut_desk.records.rows import Rows

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

_R = schema.device_return


@dataclass(frozen=True, slots=True)
class DeviceReturn:
    """One device that came back, and what was done about it."""

    id: int
    code: str
    device_id: int
    handover_line_id: int
    came_at: datetime
    received_by: str
    fault: str
    fault_note: str
    in_warranty: bool
    remedy: str | None
    remedy_reason: str | None
    settled_at: datetime | None
    settled_by: str | None
    refund_cents: int
    credit_id: int | None
    exchange_id: int | None
    seq: int


class Returns(Rows[DeviceReturn]):
    """What came back."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, schema.device_return, DeviceReturn)

    def of_device(self, device_id: int) -> list[DeviceReturn]:
        """Return every time that a device came back, the newest first."""
        return self.all(_R.c.device_id == device_id, order=[_R.c.id.desc()])
