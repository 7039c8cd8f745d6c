"""Advices that were kept beside decisions, and the figures of the house that advices are made of.

No question reads more than the newest cases: what is older says little of today.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, insert, select

from serkut_desk.records import schema

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime

    from sqlalchemy import Connection

_A, _D, _H = schema.advice, schema.device, schema.handover
_L, _W, _P = schema.handover_line, schema.work_order, schema.part
NEWEST = 2000
"""So many of the newest rows are looked at."""
CASES = 200
"""So many of them count."""
MANY = 1000
"""No more are counted."""


# Made once: to put a statement together takes longer than to ask it, and each decision asks many.
_OF_DECISION = select(_A).where(_A.c.decision_id == bindparam("decision"))
_PRICES = (
    select(_L.c.list_cents - _L.c.discount_cents)
    .join(_H, _H.c.id == _L.c.handover_id)
    .join(_D, _D.c.id == _L.c.device_id)
    .where(
        _L.c.id > select(func.max(_L.c.id) - NEWEST).scalar_subquery(),
        _L.c.grade == bindparam("grade"),
        _L.c.active.is_(True),
        _H.c.state == "completed",
        _H.c.channel.in_(bindparam("channels", expanding=True)),
        _D.c.type == bindparam("kind"),
    )
    .order_by(_L.c.id.desc())
    .limit(CASES)
)
_MENDED = (
    select(_W.c.device_id, _W.c.fault_list, _W.c.fault, _W.c.minutes, _W.c.outcome)
    .where(_W.c.state == "done")
    .order_by(_W.c.id.desc())
    .limit(NEWEST)
    .subquery()
)
_MINUTES = (
    select(_MENDED.c.fault_list, _MENDED.c.fault, _MENDED.c.minutes)
    .join(_D, _D.c.id == _MENDED.c.device_id)
    .where(_MENDED.c.outcome == "fixed", _MENDED.c.minutes > 0, _D.c.type == bindparam("kind"))
)
_KNOWN = func.coalesce(_P.c.price_cents, _P.c.cost_cents)
_PART_PRICES = (
    select(_KNOWN)
    .where(_P.c.state.in_(("stock", "fitted")), _P.c.type == bindparam("kind"), _KNOWN.is_not(None))
    .order_by(_P.c.id.desc())
    .limit(CASES)
)
_HANDED = select(func.count()).select_from(
    select(_L.c.id)
    .join(_H, _H.c.id == _L.c.handover_id)
    .join(_D, _D.c.id == _L.c.device_id)
    .where(
        _H.c.completed_at >= bindparam("since"),
        _H.c.state == "completed",
        _L.c.active.is_(True),
        _D.c.type == bindparam("kind"),
    )
    .limit(MANY)
    .subquery()
)
_STANDING = select(func.count()).select_from(
    select(_D.c.id)
    .where(
        _D.c.state.in_(bindparam("states", expanding=True)),
        _D.c.type == bindparam("kind"),
        _D.c.id != bindparam("but"),
    )
    .limit(MANY)
    .subquery()
)


@dataclass(frozen=True, slots=True)
class KeptAdvice:
    """What was advised when a person decided, and what they chose; `content` is frozen."""

    decision_id: int
    chosen: str
    advised: str | None
    content: Any


class Advices:
    """Advices beside decisions."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, *, decision_id: int, chosen: str, advised: str | None, content: object) -> None:
        """Keep the advice of a decision."""
        values = {
            "decision_id": decision_id,
            "chosen": chosen,
            "advised": advised,
            "content": content,
        }
        self._connection.execute(insert(_A), values)

    def of_decision(self, decision_id: int) -> KeptAdvice | None:
        """Return the advice of a decision, None for one that was made without."""
        row = self._connection.execute(_OF_DECISION, {"decision": decision_id}).one_or_none()
        return None if row is None else KeptAdvice(*row)

    def prices(self, type_: str, grade: str, channels: Collection[str]) -> list[int]:
        """Return what the newest handed-over devices of a kind and grade brought, in cents."""
        rows = self._connection.execute(
            _PRICES, {"kind": type_, "grade": grade, "channels": sorted(channels)}
        )
        return [row[0] for row in rows]

    def minutes(self, type_: str, faults: Sequence[tuple[str, int]]) -> list[int]:
        """Return the minutes of the newest mended orders of a kind of device and its faults."""
        rows = self._connection.execute(_MINUTES, {"kind": type_})
        wanted = set(faults)
        return [minutes for list_, fault, minutes in rows if (list_, fault) in wanted][:CASES]

    def part_prices(self, type_: str) -> list[int]:
        """Return the known prices of the newest parts of a kind, in cents."""
        return [row[0] for row in self._connection.execute(_PART_PRICES, {"kind": type_})]

    def handed(self, type_: str, since: datetime) -> int:
        """Return how many devices of a kind were handed over since a day."""
        return int(self._connection.execute(_HANDED, {"kind": type_, "since": since}).scalar_one())

    def standing(self, type_: str, states: Collection[str], but: int) -> int:
        """Return how many devices of a kind stand in some states, one device not counted."""
        found = self._connection.execute(
            _STANDING, {"kind": type_, "states": sorted(states), "but": but}
        )
        return int(found.scalar_one())
