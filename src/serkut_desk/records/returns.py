"""What came back, and the sale that it came back from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, select, update

from serkut_desk.records import schema
from serkut_desk.records.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Connection, Row, Select

_R = schema.device_return
_L, _H = schema.handover_line, schema.handover
_M, _P, _K = schema.commitment, schema.course_proof, schema.paper


@dataclass(frozen=True, slots=True)
class DeviceReturn:
    """One device that came back, and what was done about it.

    `fault_note` and `remedy_reason` stand only here, not in the journal: somebody may have written
    about a person in them.
    """

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


@dataclass(frozen=True, slots=True)
class Sold:
    """A device of a completed handover, as far as a return needs it; money in cents with VAT."""

    line_id: int
    device_id: int
    handover_id: int
    handover: str
    channel: str
    completed_at: datetime
    payment: str
    cents: int
    vat_permille: int
    warranty_months: int
    article: str
    description: str
    grade: str | None
    active: bool


@dataclass(frozen=True, slots=True)
class MoneyPaper:
    """A paper that stands for money that was paid or given back."""

    kind: str
    series: str
    number: int
    issued_at: datetime
    sha256: str


_PAPER = select(_K.c.kind, _K.c.series, _K.c.number, _K.c.issued_at, _K.c.sha256)
_SOLD: Select[Any] = select(
    _L.c.id.label("line_id"),
    _L.c.device_id,
    _H.c.id.label("handover_id"),
    _H.c.code.label("handover"),
    _H.c.channel,
    _H.c.completed_at,
    _H.c.payment,
    (_L.c.list_cents - _L.c.discount_cents).label("cents"),
    _L.c.vat_permille,
    _L.c.warranty_months,
    _L.c.article,
    _L.c.description,
    _L.c.grade,
    _L.c.active,
).join(_H, _H.c.id == _L.c.handover_id)


def _sold(row: Row[Any]) -> Sold:
    return Sold(**row._mapping)  # noqa: SLF001 - the public name of SQLAlchemy's row mapping


class Returns(Rows[DeviceReturn]):
    """What came back."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, schema.device_return, DeviceReturn)

    def of_device(self, device_id: int) -> list[DeviceReturn]:
        """Return every time that a device came back, the newest first."""
        return self.all(_R.c.device_id == device_id, order=[_R.c.id.desc()])

    def by_code(self, code: str) -> DeviceReturn | None:
        """Return the return with a number."""
        return self.one(_R.c.code == code)

    def open(self) -> list[DeviceReturn]:
        """Return what came back and nobody has settled, the oldest first."""
        return self.all(_R.c.remedy.is_(None), order=[_R.c.id])

    def newest(self, limit: int) -> list[DeviceReturn]:
        """Return the last returns, the newest first."""
        return self.all(order=[_R.c.id.desc()], limit=limit)

    def of_exchange(self, handover_id: int) -> DeviceReturn | None:
        """Return the return for which a handover gives another device, None for a usual one."""
        return self.one(_R.c.exchange_id == handover_id)

    def sold(self, device_id: int) -> Sold | None:
        """Return the sale by which a device is out of the house; there is never more than one."""
        query = _SOLD.where(
            _L.c.device_id == device_id, _L.c.active.is_(True), _H.c.state == "completed"
        )
        row = self.connection.execute(query).one_or_none()
        return None if row is None else _sold(row)

    def sale(self, line_id: int) -> Sold:
        """Return the sale of a line that exists."""
        return _sold(self.connection.execute(_SOLD.where(_L.c.id == line_id)).one())

    def sold_in(self, handover: str) -> list[Sold]:
        """Return the devices of a completed handover, those that came back included."""
        query = _SOLD.where(
            _H.c.code == handover, _H.c.state == "completed", _L.c.device_id.is_not(None)
        )
        return [_sold(row) for row in self.connection.execute(query.order_by(_L.c.id))]

    def paper_of(self, handover_id: int, kinds: Sequence[str]) -> MoneyPaper | None:
        """Return a handover's paper of the first of these kinds that it has."""
        query = _PAPER.where(
            _K.c.handover_id == handover_id, _K.c.kind.in_(kinds), _K.c.replaces_id.is_(None)
        )
        found = [MoneyPaper(*row) for row in self.connection.execute(query.order_by(_K.c.id))]
        return min(found, key=lambda paper: kinds.index(paper.kind), default=None)

    def paper_named(self, row_id: int) -> MoneyPaper:
        """Return a paper that exists."""
        return MoneyPaper(*self.connection.execute(_PAPER.where(_K.c.id == row_id)).one())

    def end_sale(self, line_id: int) -> None:
        """Let a device be out of the house by this line no longer."""
        self.connection.execute(update(_L).where(_L.c.id == line_id).values(active=False))

    def give_back(self, commitment_key: str, cents: int) -> bool:
        """Let less of a commitment be used; tell whether there is one."""
        done = self.connection.execute(
            update(_M)
            .where(_M.c.number_key == commitment_key, _M.c.used_cents >= cents)
            .values(used_cents=_M.c.used_cents - cents)
        )
        return int(done.rowcount) > 0

    def free_course(self, handover_id: int) -> bool:
        """Let the course certificate of a handover be used again; tell whether there was one."""
        done = self.connection.execute(delete(_P).where(_P.c.handover_id == handover_id))
        return int(done.rowcount) > 0
