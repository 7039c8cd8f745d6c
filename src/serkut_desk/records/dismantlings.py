"""Devices being taken apart and the steps of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Integer, bindparam, cast, func, select

from serkut_desk.domain.lifecycle import DeviceState
from serkut_desk.domain.outcomes import Outcome
from serkut_desk.records import schema
from serkut_desk.records.rows import Rows

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

_T, _S, _D, _L = schema.dismantling, schema.dismantling_step, schema.device, schema.lot
_P, _Y, _M, _F = schema.part, schema.part_stay, schema.medium, schema.fraction_line
_HELD = select(_F.c.weight_g).where(_F.c.undone_at.is_(None))
PART_G = func.coalesce(_P.c.weight_g, _HELD.where(_F.c.part_id == _P.c.id).scalar_subquery())
"""Grams of a part: its own weight, else what it weighed when it went into a container."""
_PART_OF_MEDIUM = schema.part.alias()
MEDIUM_G = func.coalesce(
    _M.c.weight_g,
    _HELD.where(_F.c.medium_id == _M.c.id).scalar_subquery(),
    _HELD.join(_PART_OF_MEDIUM, _PART_OF_MEDIUM.c.id == _F.c.part_id)
    .where(_PART_OF_MEDIUM.c.medium_id == _M.c.id)
    .scalar_subquery(),
)
"""Grams of a medium, likewise; it may have gone into the container as the part that it is."""
_PARTS_G = (
    select(PART_G)
    .join(_Y, _Y.c.part_id == _P.c.id)
    .where(
        _Y.c.dismantling_id == bindparam("order"),
        PART_G.is_not(None),
        # A medium counts as a medium, also where it is a part besides. Added to: SQLite would
        # take the unique index for this, and walk through every part that is no medium.
        (_P.c.medium_id + 0).is_(None),
    )
    .order_by(_P.c.id)
)
MEDIUM = "medium:"
"""What the name of a step begins with that is a medium that was taken out, by its number."""
_MEDIA_G = (
    select(MEDIUM_G)
    .join(_S, _M.c.id == cast(func.substr(_S.c.step, len(MEDIUM) + 1), Integer))
    .where(
        _S.c.dismantling_id == bindparam("order"),
        _S.c.undone_at.is_(None),
        _S.c.step.startswith(MEDIUM, autoescape=True),
        MEDIUM_G.is_not(None),
    )
    .order_by(_M.c.id)
)
_TAKEN = select(_Y.c.id).where(_Y.c.dismantling_id == bindparam("order"))
_HARVEST = (
    select(schema.advice.c.decision_id)
    .join(schema.decision, schema.decision.c.id == schema.advice.c.decision_id)
    .where(
        schema.decision.c.device_id == bindparam("device"),
        schema.decision.c.ended_at.is_(None),
        schema.advice.c.chosen == "harvest",
    )
)
_NOT_WAITING = {
    DeviceState.DISMANTLING.value,
    DeviceState.DISMANTLED.value,
    DeviceState.LEFT.value,
    DeviceState.WITHDRAWN.value,
}
WAITING = (
    select(_D.c.id)
    .join(schema.decision, schema.decision.c.device_id == _D.c.id)
    .where(
        schema.decision.c.ended_at.is_(None),
        schema.decision.c.outcome == Outcome.DISMANTLE.value,
        _D.c.in_house.is_(True),
        # Said so that the index of states is read, and not every device that ever left.
        _D.c.state.in_(sorted({state.value for state in DeviceState} - _NOT_WAITING)),
    )
    .order_by(_D.c.id)
)
"""Ids of devices that were decided to be taken apart and are not begun, with data or without."""
_SUMMED = (
    select(
        _T.c.id,
        _D.c.code.label("device"),
        _D.c.type,
        _D.c.manufacturer,
        _D.c.model,
        _L.c.code.label("lot"),
        _T.c.closed_at,
        _T.c.weight_in_g,
        _T.c.parts_g,
        _T.c.media_g,
        _T.c.remainder_g,
        _T.c.tolerance_g,
    )
    .join(_D, _D.c.id == _T.c.device_id)
    .join(_L, _L.c.id == _D.c.lot_id)
    .where(_T.c.state == "closed")
    .order_by(_T.c.id)
)
_FRACTIONS_G = (
    select(_T.c.id, _F.c.fraction, func.sum(_F.c.weight_g))
    .join(_T, _T.c.id == _F.c.dismantling_id)
    .join(_D, _D.c.id == _T.c.device_id)
    .where(_T.c.state == "closed", _F.c.undone_at.is_(None))
    .group_by(_T.c.id, _F.c.fraction)
    .order_by(_T.c.id, _F.c.fraction)
)


@dataclass(frozen=True, slots=True)
class Dismantling:
    """One device being taken apart; weights in grams."""

    id: int
    device_id: int
    guide: str
    guide_version: int
    state: str
    weight_in_g: int | None
    tolerance_g: int
    scale: str
    started_at: datetime
    started_by: str
    closed_at: datetime | None
    closed_by: str | None
    parts_g: int | None
    media_g: int | None
    remainder_g: int | None
    reason: str | None
    seq: int


@dataclass(frozen=True, slots=True)
class DismantlingStep:
    """One step of the guide with its result."""

    id: int
    dismantling_id: int
    step: str
    result: str
    note: str
    at: datetime
    by: str
    undone_at: datetime | None
    undone_by: str | None
    seq: int


@dataclass(frozen=True, slots=True)
class Summed:
    """What one device came to that was taken apart: grams; its fractions stand beside."""

    id: int
    device: str
    type: str
    manufacturer: str
    model: str
    lot: str
    closed_at: datetime
    weight_in_g: int
    parts_g: int
    media_g: int
    remainder_g: int
    tolerance_g: int


class DismantlingSteps(Rows[DismantlingStep]):
    """Steps of the guide, wanted parts and media that were settled; an undone one stays."""

    def standing(self, dismantling_id: int) -> list[DismantlingStep]:
        """Return what is settled, in the order in which it was."""
        return self.all(
            _S.c.dismantling_id == dismantling_id, _S.c.undone_at.is_(None), order=[_S.c.id]
        )


class Dismantlings(Rows[Dismantling]):
    """Orders of taking apart."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, schema.dismantling, Dismantling)
        self.steps = DismantlingSteps(connection, schema.dismantling_step, DismantlingStep)

    def open_of(self, device_id: int) -> Dismantling | None:
        """Return the open order of taking a device apart; there is never more than one."""
        return self.one(_T.c.device_id == device_id, _T.c.state == "open")

    def by_id(self, row_id: int) -> Dismantling:
        """Return an order that exists."""
        found = self.one(_T.c.id == row_id)
        if found is None:
            message = f"no dismantling {row_id}"
            raise LookupError(message)
        return found

    def of_device(self, device_id: int) -> list[Dismantling]:
        """Return every order about a device, the oldest first."""
        return self.all(_T.c.device_id == device_id, order=[_T.c.id])

    def open_ones(self) -> list[Dismantling]:
        """Return what is under way, the oldest first."""
        return self.all(_T.c.state == "open", order=[_T.c.id])

    def waiting(self) -> list[int]:
        """Return devices in the house that are to be taken apart and were not begun.

        Also those with data inside, which may be begun too: each medium keeps its own gate.
        """
        return list(self.connection.execute(WAITING).scalars())

    def closed_ones(self, limit: int) -> list[Dismantling]:
        """Return what was taken apart, the newest first."""
        return self.all(_T.c.state == "closed", order=[_T.c.id.desc()], limit=limit)

    def parts_g(self, dismantling_id: int) -> list[int]:
        """Return the grams of each part that came out and was weighed, as it is known now."""
        rows = self.connection.execute(_PARTS_G, {"order": dismantling_id})
        return [row[0] for row in rows]

    def media_g(self, dismantling_id: int) -> list[int]:
        """Return the grams of each medium that came out and was weighed, as it is known now."""
        rows = self.connection.execute(_MEDIA_G, {"order": dismantling_id})
        return [row[0] for row in rows]

    def came_out(self, dismantling_id: int) -> bool:
        """Tell whether a part or a medium came out of a device, weighed or not."""
        stays = self.connection.execute(_TAKEN, {"order": dismantling_id}).first()
        return stays is not None or any(
            row.step.startswith(MEDIUM) for row in self.steps.standing(dismantling_id)
        )

    def harvests(self, device_id: int) -> bool:
        """Tell whether it was decided that a device is taken apart for its parts."""
        return self.connection.execute(_HARVEST, {"device": device_id}).first() is not None

    def summed(self, *, lot_id: int | None = None) -> list[Summed]:
        """Return the balances of everything that was taken apart, of all lots or of one.

        Args:
            lot_id: Only devices of this lot.
        """
        query = _SUMMED if lot_id is None else _SUMMED.where(_D.c.lot_id == lot_id)
        return [Summed(**row._mapping) for row in self.connection.execute(query)]  # noqa: SLF001 - the public name of SQLAlchemy's row mapping

    def fractions_g(self, *, lot_id: int | None = None) -> list[tuple[int, str, int]]:
        """Return grams by order and fraction of everything that was taken apart."""
        query = _FRACTIONS_G if lot_id is None else _FRACTIONS_G.where(_D.c.lot_id == lot_id)
        return [(row[0], row[1], int(row[2])) for row in self.connection.execute(query)]
