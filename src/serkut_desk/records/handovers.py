"""Handovers with their lines, commitments and course certificates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from serkut_desk.domain.outcomes import Grade
from serkut_desk.records import schema
from serkut_desk.records.rows import Rows

if TYPE_CHECKING:
    from datetime import date, datetime

    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class Handover:
    """One handover: an open basket, or what was given to whom under which terms."""

    id: int
    code: str
    channel: str
    state: str
    terms: Any
    receiver: str
    opened_at: datetime
    opened_by: str
    completed_at: datetime | None
    completed_by: str | None
    payment: str | None
    payment_reference: str
    total_cents: int | None
    rounding_cents: int
    rules: Any
    seq: int


@dataclass(frozen=True, slots=True)
class HandoverLine:
    """One device or article of a handover; money in cents, VAT included."""

    id: int
    handover_id: int
    device_id: int | None
    article: str
    description: str
    grade: Grade | None
    quantity: int
    list_cents: int
    discount_cents: int
    discount_reason: str | None
    discount_by: str | None
    vat_permille: int
    warranty_months: int
    label_read_at: datetime | None
    active: bool


@dataclass(frozen=True, slots=True)
class Commitment:
    """A payment commitment and how much of it was used."""

    id: int
    number: str
    number_key: str
    unit: str
    limit_cents: int
    used_cents: int
    valid_until: date
    first_used_at: datetime


@dataclass(frozen=True, slots=True)
class CourseProof:
    """A course certificate that was used, once."""

    number_key: str
    number: str
    handover_id: int
    confirmed_by: str
    used_at: datetime


class Handovers(Rows[Handover]):
    """Handovers with their lines, commitments and course certificates."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, schema.handover, Handover)
        self.lines = Rows(connection, schema.handover_line, HandoverLine, {"grade": Grade})
        self.commitments = Rows(connection, schema.commitment, Commitment)
        self.course_proofs = Rows(connection, schema.course_proof, CourseProof)
