"""Handovers with their lines, commitments and course certificates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, insert, select

from serkut_desk.domain.outcomes import Grade
from serkut_desk.records import schema
from serkut_desk.records.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from sqlalchemy import Connection

_H, _L = schema.handover, schema.handover_line
_M, _P = schema.commitment, schema.course_proof
_OF_DEVICE = (
    select(_H)
    .join(_L, _L.c.handover_id == _H.c.id)
    .where(_L.c.device_id == bindparam("device"), _H.c.state == "completed")
    .order_by(_H.c.id.desc())
)


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


class Lines(Rows[HandoverLine]):
    """The lines of every handover; one that was cancelled or came back is not active."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, _L, HandoverLine, {"grade": Grade})

    def of_handover(self, handover_id: int) -> list[HandoverLine]:
        """Return the lines of a handover, in the order in which they came."""
        return self.all(_L.c.handover_id == handover_id, order=[_L.c.id])

    def of_handovers(self, ids: Iterable[int]) -> list[HandoverLine]:
        """Return the lines of several handovers."""
        return self.all(_L.c.handover_id.in_(list(ids)), order=[_L.c.id])

    def active_of(self, device_id: int) -> HandoverLine | None:
        """Return the line by which a device is in a basket, or with who has it."""
        return self.one(_L.c.device_id == device_id, _L.c.active.is_(True))

    def by_id(self, row_id: int) -> HandoverLine | None:
        """Return a line by its number."""
        return self.one(_L.c.id == row_id)


class Handovers(Rows[Handover]):
    """Handovers with their lines, commitments and course certificates."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, _H, Handover)
        self.lines = Lines(connection)
        self.commitments = Rows(connection, _M, Commitment)
        self.course_proofs = Rows(connection, _P, CourseProof)

    def by_code(self, code: str) -> Handover | None:
        """Return the handover with a LU code."""
        return self.one(_H.c.code == code)

    def by_id(self, row_id: int) -> Handover:
        """Return a handover that exists."""
        found = self.one(_H.c.id == row_id)
        if found is None:
            message = f"no handover {row_id}"
            raise LookupError(message)
        return found

    def open_ones(self) -> list[Handover]:
        """Return the open baskets, the oldest first."""
        return self.all(_H.c.state == "open", order=[_H.c.id])

    def completed(self, limit: int, before_id: int | None = None) -> list[Handover]:
        """Return completed handovers, the newest first; with `before_id` those opened before it."""
        older = [] if before_id is None else [_H.c.id < before_id]
        return self.all(_H.c.state == "completed", *older, order=[_H.c.id.desc()], limit=limit)

    def of_device(self, device_id: int) -> list[Handover]:
        """Return the completed handovers of a device, the newest first."""
        rows = self.connection.execute(_OF_DEVICE, {"device": device_id})
        return [self.of(row) for row in rows]

    def commitment(self, key: str) -> Commitment | None:
        """Return a commitment that was used, by its number's normal form (`terms.number_key`)."""
        return self.commitments.one(_M.c.number_key == key)

    def course_proof(self, key: str) -> CourseProof | None:
        """Return a course certificate that was used, by its number's normal form."""
        return self.course_proofs.one(_P.c.number_key == key)

    def prove_course(self, **values: object) -> None:
        """Mark a course certificate as used; the table holds each number once."""
        self.connection.execute(insert(_P), values)

    def use_commitment(
        self,
        *,
        number: str,
        number_key: str,
        unit: str,
        limit_cents: int,
        valid_until: date,
        cents: int,
        at: datetime,
    ) -> None:
        """Take a sum off a commitment; its terms are those that were seen last."""
        seen = {"unit": unit, "limit_cents": limit_cents, "valid_until": valid_until}
        known = self.commitment(number_key)
        if known is not None:
            self.commitments.change(known.id, used_cents=known.used_cents + cents, **seen)
            return
        self.commitments.add(
            number=number, number_key=number_key, used_cents=cents, first_used_at=at, **seen
        )
