"""Inspections with their grades, the drafts of those under way, and decisions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, insert, select, update

from serkut_desk.domain.outcomes import Functional, Grade, Outcome
from serkut_desk.records import schema
from serkut_desk.records.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from sqlalchemy import Connection

_I, _O, _W = schema.inspection, schema.decision, schema.inspection_draft
_D = schema.device
_IN_FORCE = select(_I).where(_I.c.device_id == bindparam("device_id"), _I.c.ended_at.is_(None))
_DRAFT = select(_W).where(_W.c.device_id == bindparam("device_id"))
_KEEP_DRAFT = insert(_W)
_DROP_DRAFT = delete(_W).where(_W.c.device_id == bindparam("device"))


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
        return self.the_one(_IN_FORCE, device_id=device_id)

    def end(self, device_id: int, at: datetime, reason: str) -> None:
        """Let a device's inspection stop to hold; it stays in the records."""
        self.connection.execute(
            update(_I)
            .where(_I.c.device_id == device_id, _I.c.ended_at.is_(None))
            .values(ended_at=at, ended_reason=reason)
        )

    def history(self, device_id: int) -> list[Inspection]:
        """Return every inspection of a device, the newest first."""
        return self.all(_I.c.device_id == device_id, order=[_I.c.id.desc()])

    def reinstate(self, row_id: int) -> None:
        """Let an inspection hold again that another one had ended."""
        self.change(row_id, ended_at=None, ended_reason=None)

    def draft_of(self, device_id: int) -> Draft | None:
        """Return the answers of an inspection under way."""
        return self.drafts.the_one(_DRAFT, device_id=device_id)

    def save_draft(self, device_id: int, **values: object) -> None:
        """Keep the answers of an inspection under way instead of those before."""
        self.drop_draft(device_id)
        self.connection.execute(_KEEP_DRAFT, {"device_id": device_id, **values})

    def begun(self, device_ids: Iterable[int]) -> frozenset[int]:
        """Return which of these devices have an inspection under way."""
        query = select(_W.c.device_id).where(_W.c.device_id.in_(list(device_ids)))
        return frozenset(self.connection.execute(query).scalars())

    def waiting(self, state: str, limit: int) -> list[int]:
        """Return devices in the house that stand in a state, the oldest first."""
        query = (
            select(_D.c.id)
            .where(_D.c.state == state, _D.c.in_house.is_(True))
            .order_by(_D.c.id)
            .limit(limit)
        )
        return list(self.connection.execute(query).scalars())

    def drop_draft(self, device_id: int) -> None:
        """Forget the answers of an inspection that was not finished."""
        self.connection.execute(_DROP_DRAFT, {"device": device_id})

    def decision_of(self, device_id: int) -> Decision | None:
        """Return the decision that holds for a device."""
        return self.decisions.one(_O.c.device_id == device_id, _O.c.ended_at.is_(None))

    def decisions_of(self, device_id: int) -> list[Decision]:
        """Return every decision about a device, the newest first."""
        return self.decisions.all(_O.c.device_id == device_id, order=[_O.c.id.desc()])

    def reinstate_decision(self, row_id: int) -> None:
        """Let a decision hold again that an inspection had ended."""
        self.decisions.change(row_id, ended_at=None, ended_reason=None)

    def end_decision(self, device_id: int, at: datetime, reason: str) -> None:
        """Let a device's decision stop to hold."""
        self.connection.execute(
            update(_O)
            .where(_O.c.device_id == device_id, _O.c.ended_at.is_(None))
            .values(ended_at=at, ended_reason=reason)
        )
