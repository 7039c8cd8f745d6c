"""What screens read across tables: lists of devices, what lies where, who did what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from serkut_desk.domain import journal
from serkut_desk.records import schema

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy import ColumnElement, Connection

    from serkut_desk.domain.events import Tag

_D = schema.device
_L = schema.lot
_P = schema.place
_J = schema.journal
_S = schema.journal_subject
_LINE = (
    select(
        _D.c.code,
        _D.c.type,
        _D.c.manufacturer,
        _D.c.model,
        _D.c.serial,
        _D.c.inventory,
        _D.c.imei,
        _D.c.state,
        _D.c.in_house,
        _L.c.code.label("lot"),
        _P.c.name.label("place"),
    )
    .join(_L, _L.c.id == _D.c.lot_id)
    .outerjoin(_P, _P.c.id == _D.c.place_id)
)


@dataclass(frozen=True, slots=True)
class DeviceLine:
    """One device in a list; `lot` is a code, `place` a name."""

    code: str
    type: str
    manufacturer: str
    model: str
    serial: str
    inventory: str
    imei: str
    state: str
    in_house: bool
    lot: str
    place: str | None


class Overview:
    """Reads only."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def lines(self, ids: Iterable[int]) -> list[DeviceLine]:
        """Return the devices with these ids, in this order."""
        wanted = list(ids)
        query = _LINE.add_columns(_D.c.id).where(_D.c.id.in_(wanted))
        found = {row[-1]: DeviceLine(*row[:-1]) for row in self._connection.execute(query)}
        return [found[one] for one in wanted if one in found]

    def at_place(self, place_id: int, limit: int) -> list[DeviceLine]:
        """Return devices in the house that lie at a place, the newest first."""
        return self._some(limit, _D.c.place_id == place_id, _D.c.in_house.is_(True))

    def of_lot(self, lot_id: int, limit: int) -> list[DeviceLine]:
        """Return the devices of a lot, the newest first."""
        return self._some(limit, _D.c.lot_id == lot_id)

    def count_at_places(self) -> dict[int, int]:
        """Return how many devices in the house lie at each place."""
        query = (
            select(_D.c.place_id, func.count())
            .where(_D.c.in_house.is_(True), _D.c.place_id.is_not(None))
            .group_by(_D.c.place_id)
        )
        return {row[0]: row[1] for row in self._connection.execute(query)}

    def _some(self, limit: int, *where: ColumnElement[bool]) -> list[DeviceLine]:
        query = _LINE.where(*where).order_by(_D.c.id.desc()).limit(limit)
        return [DeviceLine(*row) for row in self._connection.execute(query)]

    def about(self, subjects: Iterable[str]) -> list[journal.Entry]:
        """Return every entry that touches any of these subjects, once, the oldest first."""
        seqs = select(_S.c.seq).where(_S.c.subject.in_(list(subjects)))
        rows = self._connection.execute(select(_J).where(_J.c.seq.in_(seqs)).order_by(_J.c.seq))
        return [journal.Entry(*row) for row in rows]

    def actors(self, subject: str, tags: Iterable[Tag]) -> frozenset[str]:
        """Return who did any of these things to a subject."""
        query = (
            select(_J.c.actor)
            .join(_S, _S.c.seq == _J.c.seq)
            .where(_S.c.subject == subject, _J.c.tag.in_(sorted(tags)))
            .distinct()
        )
        return frozenset(self._connection.execute(query).scalars())

    def by_actor(self, actor: str, since: str) -> Iterator[journal.Entry]:
        """Yield the entries of one person at or after `since` (journal text), the newest first."""
        query = select(_J).where(_J.c.actor == actor, _J.c.at >= since).order_by(_J.c.seq.desc())
        for row in self._connection.execute(query):
            yield journal.Entry(*row)
