"""How suppliers' files are read: every saved version, and which of each is in use."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from serkut_desk.domain.supplier_mapping import (
    MappingFormat,
    SupplierMapping,
    mapping_of,
    name_key,
)
from serkut_desk.records import schema
from serkut_desk.records.rows import Rows

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

_M = schema.supplier_mapping


@dataclass(frozen=True, slots=True)
class SavedMapping:
    """One version of a mapping; `seq` is the journal entry that made it."""

    id: int
    name: str
    name_key: str
    version: int
    format: MappingFormat
    document: dict[str, Any]
    made_at: datetime
    made_by: str
    retired_at: datetime | None
    seq: int

    @property
    def mapping(self) -> SupplierMapping:
        """What it says."""
        return mapping_of(self.document, self.version)


class SupplierMappings:
    """Every version of every mapping."""

    def __init__(self, connection: Connection) -> None:
        self._rows = Rows(connection, _M, SavedMapping, {"format": MappingFormat})

    def all(self) -> list[SavedMapping]:
        """Return every version, by name, the oldest first."""
        return self._rows.all(order=[_M.c.name_key, _M.c.version])

    def active(self) -> tuple[SupplierMapping, ...]:
        """Return the mappings that files are read with: of each name the version in use."""
        rows = self._rows.all(_M.c.retired_at.is_(None), order=[_M.c.name_key])
        return tuple(row.mapping for row in rows)

    def versions(self, name: str) -> list[SavedMapping]:
        """Return the versions of a name, the oldest first."""
        return self._rows.all(_M.c.name_key == name_key(name), order=[_M.c.version])

    def maker_of(self, key: str, version: str | None) -> str:
        """Return who saved a version of a mapping, "" where nobody did.

        Args:
            key: Its name, as `name_key`.
            version: As a run's record names it.
        """
        rows = self._rows.all(_M.c.name_key == key, order=[_M.c.version])
        return next((row.made_by for row in rows if str(row.version) == version), "")

    def add(self, **values: object) -> int:
        """Insert a version and return its number in the records."""
        return self._rows.add(**values)

    def retire(self, row_id: int, at: datetime) -> None:
        """End the use of a version."""
        self._rows.change(row_id, retired_at=at)
