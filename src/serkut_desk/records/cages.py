"""Cages of lots, how their seals were read, and which devices came in which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, func, insert, select

from serkut_desk.domain.cages import Cage, CageKind, CageState, SealCheck, SealDecision, SealStage
from serkut_desk.domain.lifecycle import DeviceState
from serkut_desk.domain.lots import name_key
from serkut_desk.records import schema
from serkut_desk.records.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

_C, _S, _IN, _D = schema.cage, schema.seal_check, schema.device_cage, schema.device
_OF_LOT = select(_C).where(_C.c.lot_id == bindparam("lot_id")).order_by(_C.c.id)


class Cages(Rows[Cage]):
    """Cages and pallets; `checks` are the readings of their seals."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, _C, Cage, {"kind": CageKind, "state": CageState})
        words = {"stage": SealStage, "decision": SealDecision}
        self.checks = Rows(connection, _S, SealCheck, words)

    def of_lot(self, lot_id: int) -> list[Cage]:
        """Return a lot's cages in the order in which they were listed."""
        return [self.of(row) for row in self.connection.execute(_OF_LOT, {"lot_id": lot_id})]

    def named(self, lot_id: int, name: str) -> Cage | None:
        """Return the lot's cage of a name, however its case and spaces are written."""
        return self.one(_C.c.lot_id == lot_id, _C.c.name_key == name_key(name))

    def by_id(self, row_id: int) -> Cage:
        """Return a cage that exists."""
        found = self.one(_C.c.id == row_id)
        if found is None:
            message = f"no cage {row_id}"
            raise LookupError(message)
        return found

    def checks_of(self, cage_ids: Sequence[int]) -> list[SealCheck]:
        """Return every reading of these cages' seals, the oldest first."""
        return self.checks.all(_S.c.cage_id.in_(cage_ids), order=[_S.c.id])

    def waiting(self, cage_id: int) -> SealCheck | None:
        """Return the reading for which a cage is frozen, until it is decided."""
        found = self.checks.all(
            _S.c.cage_id == cage_id,
            _S.c.matches.is_(False),
            _S.c.decision.is_(None),
            order=[_S.c.id.desc()],
            limit=1,
        )
        return found[0] if found else None

    def put_in(self, device_id: int, cage_id: int) -> None:
        """Remember in which cage a device came."""
        self.connection.execute(insert(_IN), {"device_id": device_id, "cage_id": cage_id})

    def take_out(self, device_id: int) -> None:
        """Forget in which cage a device came: its receipt was undone."""
        self.connection.execute(delete(_IN).where(_IN.c.device_id == device_id))

    def held(self, lot_id: int) -> dict[int, int]:
        """Return how many devices came in each cage of a lot."""
        query = (
            select(_IN.c.cage_id, func.count())
            .join(_C, _C.c.id == _IN.c.cage_id)
            .join(_D, _D.c.id == _IN.c.device_id)
            .where(_C.c.lot_id == lot_id, _D.c.state != DeviceState.WITHDRAWN.value)
            .group_by(_IN.c.cage_id)
        )
        return {row[0]: row[1] for row in self.connection.execute(query)}

    def of_devices(self, lot_id: int) -> dict[int, str]:
        """Return the name of the cage in which each device of a lot came, by the device's id."""
        query = (
            select(_IN.c.device_id, _C.c.name)
            .join(_C, _C.c.id == _IN.c.cage_id)
            .where(_C.c.lot_id == lot_id)
        )
        return {row[0]: row[1] for row in self.connection.execute(query)}
