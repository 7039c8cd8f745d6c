"""Why devices are locked away, what was asked, and how it ended."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from serkut_desk.domain.data_state import Lock
from serkut_desk.domain.papers import paper_name
from serkut_desk.domain.quarantine import DonorAnswer
from serkut_desk.records import schema
from serkut_desk.records.rows import Rows

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import BindParameter, Connection

_Q, _D, _L, _P = schema.quarantine, schema.device, schema.lot, schema.paper
_DEVICE: BindParameter[int] = bindparam("device")
_OPEN_OF_DEVICE = (
    select(_Q).where(_Q.c.device_id == _DEVICE, _Q.c.closed_at.is_(None)).order_by(_Q.c.id)
)


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
    answer: DonorAnswer | None
    answer_note: str | None
    answered_at: datetime | None
    closed_at: datetime | None
    closed_by: str | None
    second_by: str | None
    outcome: str | None
    outcome_note: str | None


class Quarantines(Rows[Quarantine]):
    """Why devices are locked away, what was asked, and how it ended."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(
            connection, schema.quarantine, Quarantine, {"lock": Lock, "answer": DonorAnswer}
        )

    def open_of(self, device_id: int) -> list[Quarantine]:
        """Return why a device is locked away now, the oldest reason first."""
        rows = self.connection.execute(_OPEN_OF_DEVICE, {"device": device_id})
        return [self.of(row) for row in rows]

    def of_device(self, device_id: int) -> list[Quarantine]:
        """Return every reason there ever was for a device, the oldest first."""
        return self.all(_Q.c.device_id == device_id, order=[_Q.c.id])

    def open_ones(self) -> list[Quarantine]:
        """Return every open reason, the oldest first."""
        return self.all(_Q.c.closed_at.is_(None), order=[_Q.c.found_at, _Q.c.id])

    def open_of_donor(self, organisation_id: int) -> list[Quarantine]:
        """Return open reasons of all devices that one donor sent, the oldest first."""
        query = (
            select(_Q)
            .join(_D, _D.c.id == _Q.c.device_id)
            .join(_L, _L.c.id == _D.c.lot_id)
            .where(_Q.c.closed_at.is_(None), _L.c.organisation_id == organisation_id)
            .order_by(_Q.c.found_at, _Q.c.id)
        )
        return [self.of(row) for row in self.connection.execute(query)]

    def request_name(self, paper_id: int | None) -> str | None:
        """Return the number of a request's paper, None where there is none."""
        query = select(_P.c.series, _P.c.number).where(_P.c.id == paper_id)
        row = self.connection.execute(query).one_or_none() if paper_id else None
        return None if row is None else paper_name(row[0], row[1])
