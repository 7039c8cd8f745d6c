"""Work orders, their steps, work done elsewhere, electrical safety tests."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from serkut_desk.records import schema
from serkut_desk.records.rows import Rows

if TYPE_CHECKING:
    from datetime import date, datetime

    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class WorkOrder:
    """One repair of one device; `holder` has it in hand, `minutes` are of the order."""

    id: int
    code: str
    device_id: int
    state: str
    fault_list: str
    fault: int
    problem: str
    diagnosis: str
    minutes: int
    holder: str | None
    opened_at: datetime
    opened_by: str
    closed_at: datetime | None
    closed_by: str | None
    outcome: str | None
    barrier: str | None
    outcome_note: str
    seq: int


@dataclass(frozen=True, slots=True)
class WorkStep:
    """One thing done in a work order."""

    id: int
    order_id: int
    kind: str
    task: str | None
    note: str
    minutes: int
    at: datetime
    by: str
    undone_at: datetime | None
    undone_by: str | None
    seq: int


@dataclass(frozen=True, slots=True)
class OutsideRepair:
    """What was sent to a repairer outside, and what came back."""

    id: int
    order_id: int
    organisation_id: int
    sent_note: str
    sent_at: datetime
    sent_by: str
    came_note: str | None
    cost_cents: int | None
    came_at: datetime | None
    came_by: str | None


@dataclass(frozen=True, slots=True)
class SafetyTest:
    """Measured values against the limits of one protection class."""

    id: int
    device_id: int
    order_id: int | None
    subject: str
    protection_class: int
    limits_version: int
    measurements: Any
    instrument: str
    calibration_due: date
    passed: bool
    note: str
    tested_at: datetime
    tested_by: str
    seq: int


class WorkOrders(Rows[WorkOrder]):
    """Work orders."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, schema.work_order, WorkOrder)
        self.steps: Rows[WorkStep] = Rows(connection, schema.work_step, WorkStep)
        self.outside: Rows[OutsideRepair] = Rows(connection, schema.outside_repair, OutsideRepair)
        self.safety: Rows[SafetyTest] = Rows(connection, schema.safety_test, SafetyTest)

    def by_code(self, code: str) -> WorkOrder | None:
        """Return the order with this code."""
        return self.one(schema.work_order.c.code == code)

    def by_id(self, row_id: int) -> WorkOrder:
        """Return an order that exists."""
        found = self.one(schema.work_order.c.id == row_id)
        if found is None:
            message = f"no work order {row_id}"
            raise LookupError(message)
        return found

    def open_of(self, device_id: int) -> WorkOrder | None:
        """Return the open order of a device; there is never more than one."""
        table = schema.work_order
        return self.one(table.c.device_id == device_id, table.c.closed_at.is_(None))
