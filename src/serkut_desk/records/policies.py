"""The workshop's own versions of the sanitisation policy."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import Text, insert, select, type_coerce

from serkut_desk.records import schema

if TYPE_CHECKING:
    from datetime import date, datetime

    from sqlalchemy import Connection

_P = schema.policy_version
_TEXTS = select(type_coerce(_P.c.document, Text)).order_by(_P.c.version)


class Policies:
    """Versions as parsed JSON documents; the shipped one is not among them.

    They are read once in a transaction: every look at a device asks for them.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._texts: list[str] | None = None

    def documents(self) -> list[dict[str, Any]]:
        """Return every version's document, the oldest first."""
        return [json.loads(text) for text in self.texts()]

    def texts(self) -> list[str]:
        """Return every version's document as it is stored, the oldest first."""
        if self._texts is None:
            self._texts = list(self._connection.scalars(_TEXTS))
        return self._texts

    def add(
        self,
        document: dict[str, Any],
        *,
        effective_from: date,
        reference: str,
        made_at: datetime,
        made_by: str,
    ) -> None:
        """Insert a version."""
        self._texts = None
        self._connection.execute(
            insert(_P).values(
                version=document["version"],
                name=document["name"],
                effective_from=effective_from,
                reference=reference,
                document=document,
                made_at=made_at,
                made_by=made_by,
            )
        )
