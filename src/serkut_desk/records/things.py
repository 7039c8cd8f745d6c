"""Things of lots by count and weight, and accessories of devices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, func, select

from serkut_desk.domain.things import Accessory, ThingLine, ThingSum
from serkut_desk.domain.weighing import Weighing
from serkut_desk.records import schema
from serkut_desk.records.rows import Rows, numbered

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

_L, _A = schema.thing_line, schema.accessory
_SUMS = (
    select(_L.c.kind, func.sum(_L.c.count), func.sum(_L.c.weight_g))
    .where(_L.c.lot_id == bindparam("lot_id"), _L.c.undone_at.is_(None))
    .group_by(_L.c.kind)
    .order_by(_L.c.kind)
)


class Things(Rows[ThingLine]):
    """Lines of things in lots; `accessories` are those that belong to a device."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, _L, ThingLine, {"weighed": Weighing})
        self.accessories = Accessories(connection)

    def by_id(self, line: int) -> ThingLine | None:
        """Return the line with this number."""
        return self.one(_L.c.id == numbered(line))

    def of_entry(self, seq: int) -> ThingLine | None:
        """Return the line that was written in an entry."""
        return self.one(_L.c.seq == seq)

    def of_lot(self, lot_id: int) -> list[ThingLine]:
        """Return the lines of a lot that were not undone, the oldest first."""
        return self.all(_L.c.lot_id == lot_id, _L.c.undone_at.is_(None), order=[_L.c.id])

    def sums(self, lot_id: int) -> list[ThingSum]:
        """Return what a lot has of each kind, by the kinds' keys."""
        return [
            ThingSum(kind, int(count), None if grams is None else int(grams))
            for kind, count, grams in self.connection.execute(_SUMS, {"lot_id": lot_id})
        ]

    def undo(self, line: int, at: datetime, by: str) -> None:
        """Take a line back; its row stays."""
        self.change(line, undone_at=at, undone_by=by)


class Accessories(Rows[Accessory]):
    """What belongs to devices."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, _A, Accessory)

    def by_id(self, row: int) -> Accessory | None:
        """Return the accessory with this number."""
        return self.one(_A.c.id == numbered(row))

    def of_entry(self, seq: int) -> Accessory | None:
        """Return the accessory that was written in an entry."""
        return self.one(_A.c.seq == seq)

    def of_device(self, device_id: int) -> list[Accessory]:
        """Return what belongs to a device, the oldest first."""
        return self.all(_A.c.device_id == device_id, _A.c.undone_at.is_(None), order=[_A.c.id])

    def undo(self, row: int, at: datetime, by: str) -> None:
        """Take one back; its row stays."""
        self.change(row, undone_at=at, undone_by=by)
