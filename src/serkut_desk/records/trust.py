"""What the workshop published about its seal: lists of revocations, words for keys, thefts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert

from serkut_desk.records import schema
from serkut_desk.records.rows import Rows

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection, Table

_L, _V, _X, _K = (
    schema.revocation_list,
    schema.key_vouch,
    schema.key_theft,
    schema.seal_token,
)


@dataclass(frozen=True, slots=True)
class PublishedList:
    """One list of revocations; `sha256` names its file, `entries` counts what it says."""

    number: int
    at: datetime
    by: str
    sha256: str
    seal: str
    entries: int
    seq: int


@dataclass(frozen=True, slots=True)
class KeyVouch:
    """An old key's signed word for a new one; `statement` is JSON text."""

    id: int
    old_seal: str
    new_seal: str
    statement: str
    at: datetime
    by: str
    seq: int


@dataclass(frozen=True, slots=True)
class KeyTheft:
    """A key that nothing is believed of from a day on."""

    fingerprint: str
    since: datetime
    by: str
    seq: int


@dataclass(frozen=True, slots=True)
class SealToken:
    """Where a key lies that never leaves its token."""

    fingerprint: str
    module: str
    token: str
    key_label: str
    key_id: str


class Trust:
    """Everything about the seal that others go by."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._lists = Rows(connection, _L, PublishedList)
        self._vouches = Rows(connection, _V, KeyVouch)
        self._thefts = Rows(connection, _X, KeyTheft)
        self._tokens = Rows(connection, _K, SealToken)

    def newest_list(self) -> PublishedList | None:
        """Return the last list, None before the first."""
        found = self._lists.all(order=[_L.c.number.desc()], limit=1)
        return found[0] if found else None

    def add_list(self, one: PublishedList) -> None:
        """Insert a list."""
        self._insert(_L, one)

    def vouches(self) -> list[KeyVouch]:
        """Return every word of an old key for a new one, the oldest first."""
        return self._vouches.all(order=[_V.c.id])

    def add_vouch(self, **values: object) -> None:
        """Insert a word for a key."""
        self._vouches.add(**values)

    def thefts(self) -> dict[str, KeyTheft]:
        """Return every stolen key by its fingerprint."""
        return {one.fingerprint: one for one in self._thefts.all()}

    def keep_theft(self, one: KeyTheft) -> None:
        """Insert a theft, in place of what was known of it before."""
        self._connection.execute(delete(_X).where(_X.c.fingerprint == one.fingerprint))
        self._insert(_X, one)

    def token_of(self, fingerprint: str) -> SealToken | None:
        """Return where a key lies, None when it is a file."""
        return self._tokens.one(_K.c.fingerprint == fingerprint)

    def add_token(self, one: SealToken) -> None:
        """Insert where a key lies."""
        self._insert(_K, one)

    def _insert(self, table: Table, one: PublishedList | KeyTheft | SealToken) -> None:
        values = {name: getattr(one, name) for name in one.__slots__}
        self._connection.execute(insert(table).values(values))
