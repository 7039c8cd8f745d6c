"""What happened in a time and what is unfinished, as the day report tells it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, or_, select

from serkut_desk.records import schema

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

_L, _D, _O = schema.lot, schema.device, schema.organisation
_C, _J, _M = schema.certificate, schema.label_job, schema.medium


@dataclass(frozen=True, slots=True)
class LotOfDay:
    """A delivery that was opened, closed or received from."""

    code: str
    sender: str
    state: str


@dataclass(frozen=True, slots=True)
class CertificateOfDay:
    """A certificate that was issued or ended; `what` is issued, superseded or revoked."""

    code: str
    device: str
    what: str


def lots(connection: Connection, start: datetime, end: datetime) -> list[LotOfDay]:
    """Return deliveries that were worked on from `start` on and before `end`."""
    received = select(_D.c.lot_id).where(_D.c.received_at >= start, _D.c.received_at < end)
    query = (
        select(_L.c.code, _O.c.name, _L.c.state)
        .join(_O, _O.c.id == _L.c.organisation_id)
        .where(
            or_(
                (_L.c.opened_at >= start) & (_L.c.opened_at < end),
                (_L.c.closed_at >= start) & (_L.c.closed_at < end),
                _L.c.id.in_(received),
            )
        )
        .order_by(_L.c.id)
    )
    return [LotOfDay(*row) for row in connection.execute(query)]


def certificates(connection: Connection, start: datetime, end: datetime) -> list[CertificateOfDay]:
    """Return certificates issued or ended in the time; one that was both stands twice."""
    found = []
    for table, about in ((_C, _D), (schema.medium_certificate, _M), (schema.lot_certificate, _L)):
        query = select(table.c.code, about.c.code, table.c.state)
        query = query.join(about, about.c.id == table.c[f"{about.name}_id"])
        issued = query.where(table.c.issued_at >= start, table.c.issued_at < end)
        ended = query.where(table.c.ended_at >= start, table.c.ended_at < end)
        rows = connection.execute(issued.order_by(table.c.id))
        found += [CertificateOfDay(row[0], row[1], "issued") for row in rows]
        rows = connection.execute(ended.order_by(table.c.id))
        found += [CertificateOfDay(*row) for row in rows]
    return found


def unfinished(connection: Connection) -> dict[str, int]:
    """Return how many lots are open, labels wait, and devices are in each state in the house."""
    lots_open = select(func.count()).where(_L.c.state == "open")
    labels = select(func.count()).where(_J.c.state.in_(("queued", "failed")))
    states = select(_D.c.state, func.count()).where(_D.c.in_house.is_(True)).group_by(_D.c.state)
    found = {state: int(count) for state, count in connection.execute(states)}
    found["lots"] = int(connection.execute(lots_open).scalar_one())
    found["labels"] = int(connection.execute(labels).scalar_one())
    return found
