"""Destructions and the media that were destroyed in each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, insert, select

from serkut_desk.domain.destruction import Destruction
from serkut_desk.domain.policy import SanitisationTechnique
from serkut_desk.records import schema
from serkut_desk.records.rows import Rows

if TYPE_CHECKING:
    from sqlalchemy import Connection

_D, _M = schema.destruction, schema.destruction_medium
_NEWEST = select(_D).order_by(_D.c.id.desc()).limit(bindparam("most"))
_ADD = insert(_M)


class Destructions(Rows[Destruction]):
    """What two persons destroyed together."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, _D, Destruction, {"technique": SanitisationTechnique})

    def add_medium(self, destruction_id: int, medium_id: int, run_id: int) -> None:
        """Record that a medium was destroyed in it, and the run that says so."""
        values = {"destruction_id": destruction_id, "medium_id": medium_id, "run_id": run_id}
        self.connection.execute(_ADD, values)

    def by_id(self, row_id: int) -> Destruction:
        """Return a destruction that exists."""
        found = self.one(_D.c.id == row_id)
        if found is None:
            message = f"no destruction {row_id}"
            raise LookupError(message)
        return found

    def newest(self, most: int) -> list[Destruction]:
        """Return the last destructions, the newest first."""
        return self.those(_NEWEST, most=most)
