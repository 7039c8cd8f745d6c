"""Papers that were issued: receipts, notes, reports; never altered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from serkut_desk.records import schema
from serkut_desk.records.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from sqlalchemy import ColumnElement, Connection


_D, _H, _L, _P = schema.device, schema.handover, schema.lot, schema.paper


@dataclass(frozen=True, slots=True)
class Paper:
    """One issued paper; `sha256` names its PDF, `sheet_sha256` its XLSX, among the files."""

    id: int
    kind: str
    series: str
    number: int
    title: str
    handover_id: int | None
    device_id: int | None
    lot_id: int | None
    issued_at: datetime
    issued_by: str
    language: str
    sha256: str
    sheet_sha256: str | None
    anchor_seq: int
    anchor_hash: str
    replaces_id: int | None
    content: Any
    copies: int


class Papers(Rows[Paper]):
    """Papers that were issued: receipts, notes, reports; never altered."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, schema.paper, Paper)

    def numbered(self, series: str, number: int) -> Paper | None:
        """Return a paper by its number."""
        return self.one(_P.c.series == series, _P.c.number == number)

    def by_id(self, row_id: int) -> Paper | None:
        """Return the paper with this id."""
        return self.one(_P.c.id == row_id)

    def of_handover(self, handover_id: int) -> list[Paper]:
        """Return a handover's papers in the order issued."""
        return self.all(_P.c.handover_id == handover_id, order=[_P.c.id])

    def last_of_lot(self, lot_id: int, kind: str) -> Paper | None:
        """Return the newest paper of a kind about a lot."""
        found = self.all(_P.c.lot_id == lot_id, _P.c.kind == kind, order=[_P.c.id.desc()], limit=1)
        return found[0] if found else None

    def newest(
        self, kinds: Iterable[str], limit: int, handover_id: int | None = None
    ) -> list[Paper]:
        """Return papers of these kinds, of one handover or of all, the newest first."""
        where: list[ColumnElement[bool]] = [_P.c.kind.in_(list(kinds))]
        if handover_id is not None:
            where.append(_P.c.handover_id == handover_id)
        return self.all(*where, order=[_P.c.id.desc()], limit=limit)

    def subjects(self, ids: Iterable[int]) -> dict[int, str]:
        """Return the code of what each paper is about: its device, handover or lot."""
        query = (
            select(_P.c.id, func.coalesce(_D.c.code, _H.c.code, _L.c.code))
            .outerjoin(_D, _D.c.id == _P.c.device_id)
            .outerjoin(_H, _H.c.id == _P.c.handover_id)
            .outerjoin(_L, _L.c.id == _P.c.lot_id)
            .where(_P.c.id.in_(list(ids)))
        )
        return {row[0]: row[1] for row in self.connection.execute(query) if row[1]}
