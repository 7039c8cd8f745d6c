"""The keys of the workshop's electronic seal: their public halves, the present one and old ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import insert, update

from serkut_desk.records import schema
from serkut_desk.records.rows import Rows

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

_S = schema.seal


@dataclass(frozen=True, slots=True)
class Seal:
    """The public half of a key; `retired_at` is None for the one in use."""

    fingerprint: str
    certificate_pem: str
    made_at: datetime
    made_by: str
    retired_at: datetime | None


class Seals(Rows[Seal]):
    """Every key that ever sealed a paper; at most one is in use."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, schema.seal, Seal)

    def in_use(self) -> Seal | None:
        """Return the key that seals papers now, None when there is none."""
        return self.one(_S.c.retired_at.is_(None))

    def by_fingerprint(self, fingerprint: str) -> Seal | None:
        """Return a key, also a retired one."""
        return self.one(_S.c.fingerprint == fingerprint)

    def every(self) -> list[Seal]:
        """Return all keys, the oldest first."""
        return self.all(order=[_S.c.made_at, _S.c.fingerprint])

    def enter(
        self, fingerprint: str, certificate_pem: str, *, made_at: datetime, made_by: str
    ) -> None:
        """Insert a key; it is in use from now on."""
        self.connection.execute(
            insert(_S).values(
                fingerprint=fingerprint,
                certificate_pem=certificate_pem,
                made_at=made_at,
                made_by=made_by,
            )
        )

    def retire(self, fingerprint: str, at: datetime) -> None:
        """Take a key out of use; its papers stay checkable."""
        self.connection.execute(
            update(_S).where(_S.c.fingerprint == fingerprint).values(retired_at=at)
        )
