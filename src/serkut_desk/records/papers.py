"""Papers that were issued: receipts, notes, reports; never altered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from serkut_desk.records import schema
from serkut_desk.records.rows import Rows

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection


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
