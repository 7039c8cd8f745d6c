"""Work orders, their steps, work done elsewhere, electrical safety tests."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from serkut_desk.records import schema
from serkut_desk.records.rows import Rows

if TYPE_CHECKING:
    from datetime import date, datetime

    from sqlalchemy import Connection

_W, _S, _O, _T = (
    schema.work_order,
    schema.work_step,
    schema.outside_repair,
    schema.safety_test,
)


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
    sent: str
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


class WorkSteps(Rows[WorkStep]):
    """What was done in work orders."""

    def of_order(self, order_id: int) -> list[WorkStep]:
        """Return the history of an order, undone steps too, the oldest first."""
        return self.all(_S.c.order_id == order_id, order=[_S.c.id])


class OutsideRepairs(Rows[OutsideRepair]):
    """What was sent to repairers outside."""

    def of_order(self, order_id: int) -> list[OutsideRepair]:
        """Return what was sent out in an order, the oldest first."""
        return self.all(_O.c.order_id == order_id, order=[_O.c.id])

    def open_of(self, order_id: int) -> OutsideRepair | None:
        """Return what is out; there is never more than one thing."""
        return self.one(_O.c.order_id == order_id, _O.c.came_at.is_(None))


class SafetyTests(Rows[SafetyTest]):
    """Electrical safety tests."""

    def of_order(self, order_id: int) -> list[SafetyTest]:
        """Return the tests of an order, the oldest first."""
        return self.all(_T.c.order_id == order_id, order=[_T.c.id])

    def of_device(self, device_id: int) -> list[SafetyTest]:
        """Return the tests of a device, the newest first."""
        return self.all(_T.c.device_id == device_id, order=[_T.c.id.desc()])

    def instruments(self, limit: int) -> list[tuple[str, date]]:
        """Return instruments with the end of their calibration as last told, the newest first."""
        newest = select(func.max(_T.c.id)).group_by(_T.c.instrument)
        query = (
            select(_T.c.instrument, _T.c.calibration_due)
            .where(_T.c.id.in_(newest))
            .order_by(_T.c.id.desc())
            .limit(limit)
        )
        return [(name, due) for name, due in self.connection.execute(query)]


class WorkOrders(Rows[WorkOrder]):
    """Work orders."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, schema.work_order, WorkOrder)
        self.steps = WorkSteps(connection, schema.work_step, WorkStep)
        self.outside = OutsideRepairs(connection, schema.outside_repair, OutsideRepair)
        self.safety = SafetyTests(connection, schema.safety_test, SafetyTest)

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

    def of_device(self, device_id: int) -> list[WorkOrder]:
        """Return every order of a device, the newest first."""
        return self.all(_W.c.device_id == device_id, order=[_W.c.id.desc()])

    def in_state(
        self, state: str, limit: int | None = None, *, newest: bool = False
    ) -> list[WorkOrder]:
        """Return the orders that stand in a state, the oldest first unless told."""
        order = _W.c.id.desc() if newest else _W.c.id
        return self.all(_W.c.state == state, order=[order], limit=limit)
