"""Counting of places by scan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from serkut_desk.domain.lifecycle import DeviceState
from serkut_desk.domain.stocktake import MarkWord
from serkut_desk.records import schema
from serkut_desk.records.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from sqlalchemy import BindParameter, Connection

_T, _M, _D = schema.stocktake, schema.stocktake_mark, schema.device
_K = schema.stocktake_part
_H, _B = schema.handover, schema.handover_line
_PLACE: BindParameter[int] = bindparam("place")
_OPEN_AT = select(_T).where(_T.c.place_id == _PLACE, _T.c.closed_at.is_(None))
_STOCKTAKE: BindParameter[int] = bindparam("stocktake")
_DEVICE: BindParameter[int] = bindparam("device")
_MARK = select(_M).where(_M.c.stocktake_id == _STOCKTAKE, _M.c.device_id == _DEVICE)
_EXPECTED = select(_D.c.id).where(
    _D.c.place_id == _PLACE,
    _D.c.in_house.is_(True),
    # Where it was last known to be is not where it should be.
    _D.c.state != DeviceState.MISSING.value,
)
_BASKETS = (
    select(_D.c.code, _H.c.code)
    .join(_B, _B.c.device_id == _D.c.id)
    .join(_H, _H.c.id == _B.c.handover_id)
    .where(_B.c.active.is_(True), _H.c.state == "open")
)


@dataclass(frozen=True, slots=True)
class Stocktake:
    """One counting of one place; open while `closed_at` is None."""

    id: int
    place_id: int
    opened_at: datetime
    opened_by: str
    closed_at: datetime | None
    closed_by: str | None


@dataclass(frozen=True, slots=True)
class Mark:
    """What was said of one device in a counting: found, elsewhere, unexpected, missing."""

    id: int
    stocktake_id: int
    device_id: int
    result: MarkWord
    recorded_place_id: int | None
    marked_at: datetime
    marked_by: str


@dataclass(frozen=True, slots=True)
class PartMark:
    """What was said of one part in a counting: found, elsewhere, unexpected, missing."""

    id: int
    stocktake_id: int
    part_id: int
    result: MarkWord
    recorded_place_id: int | None
    marked_at: datetime
    marked_by: str


class Stocktakes(Rows[Stocktake]):
    """Counting of places by scan."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, schema.stocktake, Stocktake)
        self.marks = Rows(connection, schema.stocktake_mark, Mark, {"result": MarkWord})
        self.part_marks = Rows(connection, schema.stocktake_part, PartMark, {"result": MarkWord})

    def by_id(self, row_id: int) -> Stocktake:
        """Return a counting that exists."""
        found = self.one(_T.c.id == row_id)
        if found is None:
            message = f"no stocktake {row_id}"
            raise LookupError(message)
        return found

    def open_at(self, place_id: int) -> Stocktake | None:
        """Return the counting of a place that is under way; there is never more than one."""
        row = self.connection.execute(_OPEN_AT, {"place": place_id}).one_or_none()
        return None if row is None else self.of(row)

    def open_ones(self) -> list[Stocktake]:
        """Return every counting that is under way, the oldest first."""
        return self.all(_T.c.closed_at.is_(None), order=[_T.c.opened_at, _T.c.id])

    def last_at(self, place_id: int) -> Stocktake | None:
        """Return the newest counting of a place that was ended."""
        found = self.all(
            _T.c.place_id == place_id, _T.c.closed_at.is_not(None), order=[_T.c.id.desc()], limit=1
        )
        return found[0] if found else None

    def mark_of(self, stocktake_id: int, device_id: int) -> Mark | None:
        """Return what was said of a device in a counting."""
        keys = {"stocktake": stocktake_id, "device": device_id}
        row = self.connection.execute(_MARK, keys).one_or_none()
        return None if row is None else self.marks.of(row)

    def marks_of(self, stocktake_id: int) -> list[Mark]:
        """Return everything that was said in a counting, in the order of the scans."""
        return self.marks.all(_M.c.stocktake_id == stocktake_id, order=[_M.c.marked_at, _M.c.id])

    def part_mark_of(self, stocktake_id: int, part_id: int) -> PartMark | None:
        """Return what was said of a part in a counting."""
        return self.part_marks.one(_K.c.stocktake_id == stocktake_id, _K.c.part_id == part_id)

    def part_marks_of(self, stocktake_id: int) -> list[PartMark]:
        """Return what was said of parts in a counting, in the order of the scans."""
        return self.part_marks.all(
            _K.c.stocktake_id == stocktake_id, order=[_K.c.marked_at, _K.c.id]
        )

    def met_since(self, device_id: int, at: datetime) -> Mark | None:
        """Return the last time that a scan met a device at or after an instant."""
        found = self.marks.all(
            _M.c.device_id == device_id,
            _M.c.marked_at >= at,
            _M.c.result != MarkWord.MISSING.value,
            order=[_M.c.id.desc()],
            limit=1,
        )
        return found[0] if found else None

    def expected(self, place_id: int) -> list[int]:
        """Return ids of the devices that should lie at a place, the oldest first."""
        query = _EXPECTED.order_by(_D.c.id)
        return list(self.connection.execute(query, {"place": place_id}).scalars())

    def baskets(self, device_ids: Iterable[int]) -> dict[str, str]:
        """Return which of these devices lie in the basket of an open handover: codes of both."""
        query = _BASKETS.where(_D.c.id.in_(list(device_ids)))
        return {row[0]: row[1] for row in self.connection.execute(query)}
