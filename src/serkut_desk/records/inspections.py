"""Inspections with their grades, the drafts of those under way, and decisions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import update

from serkut_desk.domain.outcomes import Functional, Grade, Outcome
from serkut_desk.records import schema
from serkut_desk.records.rows import Rows

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

_I, _O = schema.inspection, schema.decision


@dataclass(frozen=True, slots=True)
class Inspection:
    """One inspection: answers, facts per zone, measures, the grade they give, an override."""

    id: int
    device_id: int
    checklist: str
    checklist_version: int
    rules_version: int
    answers: Any
    zones: Any
    measures: Any
    grade: Grade
    functional: Functional
    battery: str | None
    reasons: Any
    inspected_at: datetime
    inspected_by: str
    override_grade: Grade | None
    override_reason: str | None
    override_by: str | None
    override_at: datetime | None
    ended_at: datetime | None
    ended_reason: str | None
    seq: int


@dataclass(frozen=True, slots=True)
class Draft:
    """An inspection under way; whoever scans the device goes on with it."""

    device_id: int
    checklist: str
    checklist_version: int
    answers: Any
    zones: Any
    measures: Any
    changed_at: datetime
    changed_by: str


@dataclass(frozen=True, slots=True)
class Decision:
    """Where a device goes, and why."""

    id: int
    device_id: int
    inspection_id: int | None
    outcome: Outcome
    reason: str
    decided_at: datetime
    decided_by: str
    ended_at: datetime | None
    ended_reason: str | None
    seq: int


class Inspections(Rows[Inspection]):
    """Inspections with their grades, the drafts of those under way, and decisions."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(
            connection,
            schema.inspection,
            Inspection,
            {"grade": Grade, "override_grade": Grade, "functional": Functional},
        )
        self.drafts = Rows(connection, schema.inspection_draft, Draft)
        self.decisions = Rows(connection, schema.decision, Decision, {"outcome": Outcome})

    def in_force(self, device_id: int) -> Inspection | None:
        """Return the inspection that holds for a device; there is never more than one."""
        return self.one(_I.c.device_id == device_id, _I.c.ended_at.is_(None))

    def end(self, device_id: int, at: datetime, reason: str) -> None:
        """Let a device's inspection stop to hold; it stays in the records."""
        self.connection.execute(
            update(_I)
            .where(_I.c.device_id == device_id, _I.c.ended_at.is_(None))
            .values(ended_at=at, ended_reason=reason)
        )

    def decision_of(self, device_id: int) -> Decision | None:
        """Return the decision that holds for a device."""
        return self.decisions.one(_O.c.device_id == device_id, _O.c.ended_at.is_(None))

    def end_decision(self, device_id: int, at: datetime, reason: str) -> None:
        """Let a device's decision stop to hold."""
        self.connection.execute(
            update(_O)
            .where(_O.c.device_id == device_id, _O.c.ended_at.is_(None))
            .values(ended_at=at, ended_reason=reason)
        )
