"""Papers that were issued: receipts, notes, reports; never altered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from serkut_desk.records import schema
from serkut_desk.records.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from sqlalchemy import Connection


_P = schema.paper


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

    def of_handover(self, handover_id: int) -> list[Paper]:
        """Return a handover's papers in the order issued."""
        return self.all(_P.c.handover_id == handover_id, order=[_P.c.id])

    def newest(self, kinds: Iterable[str], limit: int) -> list[Paper]:
        """Return papers of these kinds, the newest first."""
        return self.all(_P.c.kind.in_(list(kinds)), order=[_P.c.id.desc()], limit=limit)
