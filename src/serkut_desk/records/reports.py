"""Figures for the city: one lot by serial, and a span of time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import case, distinct, func, or_, select

from serkut_desk.domain.lifecycle import DeviceState
from serkut_desk.records import schema
from serkut_desk.records.certificates import CertificateState

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Column, ColumnElement, Connection, Select

_A, _P, _C, _D = schema.approval, schema.approval_item, schema.certificate, schema.device
_H, _G, _I, _L = schema.handover, schema.handover_line, schema.inspection, schema.lot
_M, _N, _O, _R = schema.medium, schema.incident, schema.decision, schema.device_return
_S = schema.medium_stay


@dataclass(frozen=True, slots=True)
class LotDevice:
    """One device of a lot as the records know it.

    `levels` are those of the media in the approval in force, with commas; `left_at` is when it
    was handed over, None while it is in the house.
    """

    code: str
    type: str
    manufacturer: str
    model: str
    serial: str
    inventory: str
    received_at: datetime
    state: str
    weight_g: int | None
    media: int
    levels: str | None
    certificate: str | None
    grade: str | None
    left_at: datetime | None


@dataclass(frozen=True, slots=True)
class Weighed:
    """Devices, what those that were weighed weigh together, and how many were not weighed."""

    devices: int
    grams: int
    unweighed: int


@dataclass(frozen=True, slots=True)
class Span:
    """A time: from `start` on and before `end`."""

    start: datetime
    end: datetime

    def holds(self, column: ColumnElement[datetime]) -> ColumnElement[bool]:
        """Return the condition that an instant lies in the time."""
        return (column >= self.start) & (column < self.end)

    def stood(self, column: Column[datetime]) -> ColumnElement[bool]:
        """Return the condition that something had not ended when the time was over."""
        return or_(column.is_(None), column >= self.end)


_WEIGHED = (
    func.count(),
    func.coalesce(func.sum(_D.c.weight_g), 0),
    func.count() - func.count(_D.c.weight_g),
)
_MEDIA = select(func.count()).where(_M.c.device_id == _D.c.id, _M.c.proposed.is_(False))
# What went on into another device still counts for the one that it came with.
_GONE_ON = (
    select(func.count(distinct(_S.c.medium_id)))
    .join(_M, _M.c.id == _S.c.medium_id)
    .where(_S.c.device_id == _D.c.id, _M.c.device_id != _S.c.device_id)
)
_MEDIA_ALL = _MEDIA.correlate(_D).scalar_subquery() + _GONE_ON.correlate(_D).scalar_subquery()
_LEVELS = (
    select(func.group_concat(_P.c.level))
    .join(_A, _A.c.id == _P.c.approval_id)
    .where(_A.c.device_id == _D.c.id, _A.c.withdrawn_at.is_(None))
)
_CERTIFICATE = select(func.max(_C.c.code)).where(
    _C.c.device_id == _D.c.id, _C.c.state == CertificateState.VALID.value
)
_GRADE = select(func.coalesce(_I.c.override_grade, _I.c.grade)).where(
    _I.c.device_id == _D.c.id, _I.c.ended_at.is_(None)
)
_LEFT = (
    select(func.max(_H.c.completed_at))
    .join(_G, _G.c.handover_id == _H.c.id)
    .where(_G.c.device_id == _D.c.id, _D.c.state == DeviceState.LEFT.value)
)
_LOT: Select[Any] = select(
    _D.c.code,
    _D.c.type,
    _D.c.manufacturer,
    _D.c.model,
    _D.c.serial,
    _D.c.inventory,
    _D.c.received_at,
    _D.c.state,
    _D.c.weight_g,
    _MEDIA_ALL,
    *(query.correlate(_D).scalar_subquery() for query in (_LEVELS, _CERTIFICATE)),
    *(query.correlate(_D).scalar_subquery() for query in (_GRADE, _LEFT)),
)


def lot_devices(connection: Connection, lot_id: int) -> list[LotDevice]:
    """Return a lot's devices in the order received, without those whose receipt was undone."""
    query = _LOT.where(_D.c.lot_id == lot_id, _D.c.state != DeviceState.WITHDRAWN.value)
    return [LotDevice(*row) for row in connection.execute(query.order_by(_D.c.id))]


def received(connection: Connection, span: Span) -> Weighed:
    """Return the devices received in the time, without those whose receipt was undone."""
    query = select(*_WEIGHED).where(
        span.holds(_D.c.received_at), _D.c.state != DeviceState.WITHDRAWN.value
    )
    return Weighed(*connection.execute(query).one())


def outcomes(connection: Connection, span: Span) -> dict[str, Weighed]:
    """Return the devices decided on in the time, by outcome; only what stood at its end."""
    query = (
        select(_O.c.outcome, *_WEIGHED)
        .join(_D, _D.c.id == _O.c.device_id)
        .where(span.holds(_O.c.decided_at), span.stood(_O.c.ended_at))
        .group_by(_O.c.outcome)
    )
    return {row[0]: Weighed(*row[1:]) for row in connection.execute(query)}


def wiped(connection: Connection, span: Span) -> dict[str, int]:
    """Return media approved in the time by level; only approvals that stood at its end.

    A medium that went on into another device was approved for both, and counts once.
    """
    query = (
        select(_P.c.level, func.count(distinct(_P.c.medium_id)))
        .join(_A, _A.c.id == _P.c.approval_id)
        .where(span.holds(_A.c.approved_at), span.stood(_A.c.withdrawn_at))
        .group_by(_P.c.level)
    )
    return {row[0]: int(row[1]) for row in connection.execute(query)}


def handed_over(connection: Connection, span: Span) -> dict[str, tuple[int, Weighed]]:
    """Return completed handovers of the time by channel: how many, and the devices in them."""
    times = (
        select(_H.c.channel, func.count())
        .where(span.holds(_H.c.completed_at))
        .group_by(_H.c.channel)
    )
    devices = (
        select(_H.c.channel, *_WEIGHED)
        .join(_G, _G.c.handover_id == _H.c.id)
        .join(_D, _D.c.id == _G.c.device_id)
        .where(span.holds(_H.c.completed_at))
        .group_by(_H.c.channel)
    )
    weighed = {row[0]: Weighed(*row[1:]) for row in connection.execute(devices)}
    none = Weighed(0, 0, 0)
    return {row[0]: (int(row[1]), weighed.get(row[0], none)) for row in connection.execute(times)}


def lots_opened(connection: Connection, span: Span) -> int:
    """Return how many deliveries came in the time, announced ones by the day they came."""
    came = case((_L.c.expected_on.is_(None), _L.c.opened_at), else_=_L.c.arrived_at)
    return _count(connection, select(func.count()).where(span.holds(came)))


def certificates(connection: Connection, span: Span) -> int:
    """Return how many certificates were issued in the time, reissued ones included."""
    return _count(connection, select(func.count()).where(span.holds(_C.c.issued_at)))


def returned(connection: Connection, span: Span) -> int:
    """Return how many devices came back in the time."""
    return _count(connection, select(func.count()).where(span.holds(_R.c.came_at)))


def noticed_missing(connection: Connection, span: Span) -> int:
    """Return of how many devices it was noticed in the time that they were missing."""
    return _count(connection, select(func.count()).where(span.holds(_N.c.noticed_at)))


def _count(connection: Connection, query: Select[int]) -> int:
    return int(connection.execute(query).scalar_one())
