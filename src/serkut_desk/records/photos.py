"""Photographs of devices, cages and lots."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.photos import Photo, PhotoPurpose
from serkut_desk.records import schema
from serkut_desk.records.rows import Rows, numbered

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from sqlalchemy import ColumnElement, Connection

_T = schema.photo


class Photos(Rows[Photo]):
    """Every photograph that was ever kept, also those that were removed."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, _T, Photo, {"purpose": PhotoPurpose})

    def by_id(self, photo: int) -> Photo | None:
        """Return the photograph with this number."""
        return self.one(_T.c.id == numbered(photo))

    def of_entry(self, seq: int) -> Photo | None:
        """Return the photograph that came in an entry."""
        return self.one(_T.c.seq == seq)

    def of_device(self, device_id: int) -> list[Photo]:
        """Return the photographs of a device, the oldest first."""
        return self._standing(_T.c.device_id == device_id)

    def of_cage(self, cage_id: int) -> list[Photo]:
        """Return the photographs of a cage, the oldest first."""
        return self._standing(_T.c.cage_id == cage_id)

    def any_of_cage(self, cage_id: int) -> bool:
        """Tell whether a cage was ever photographed, also where the picture was taken off."""
        return bool(self.all(_T.c.cage_id == cage_id, limit=1))

    def of_lot(self, lot_id: int) -> list[Photo]:
        """Return the photographs of a lot itself, the oldest first."""
        return self._standing(_T.c.lot_id == lot_id)

    def taken(self, source_digests: Collection[str]) -> frozenset[str]:
        """Return which of these files a photograph was ever made from, also a removed one."""
        found = self.connection.execute(
            _T.select()
            .with_only_columns(_T.c.source_digest)
            .where(_T.c.source_digest.in_(sorted(source_digests)))
        )
        return frozenset(found.scalars())

    def remove(self, photo: int, at: datetime, by: str) -> None:
        """Take a photograph off its device; its row stays, its file goes with the next sweep."""
        self.change(photo, removed_at=at, removed_by=by)

    def bring_back(self, photo: int) -> None:
        """Let a removed photograph stand again; its file has to be there still."""
        self.change(photo, removed_at=None, removed_by=None)

    def _standing(self, *where: ColumnElement[bool]) -> list[Photo]:
        return self.all(*where, _T.c.removed_at.is_(None), order=[_T.c.id])
