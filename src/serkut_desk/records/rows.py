"""Rows of one table as frozen dataclasses: found, inserted, changed."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from sqlalchemy import bindparam, delete, insert, select, update

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from sqlalchemy import ColumnElement, Connection, Delete, Insert, Row, Select, Table, Update

Kind = TypeVar("Kind")


def sought(text: str) -> str | None:
    """Return what to bind for a number that may be unknown: nothing equals NULL.

    An empty text would be found in every row that has none, which an index reads one by one.
    """
    return text or None


_LARGEST = 2**63 - 1


def numbered(number: int) -> int | None:
    """Return what to bind for a row's number that somebody typed: no row has a larger one."""
    return number if 0 <= number <= _LARGEST else None


# Made once of each table: to put a statement together takes as long as to ask it.
@cache
def _every(table: Table) -> Select[Any]:
    return select(table)


@cache
def _insert(table: Table) -> Insert:
    return insert(table)


@cache
def _change(table: Table) -> Update:
    return update(table).where(table.c.id == bindparam("row_id"))


@cache
def _drop(table: Table) -> Delete:
    return delete(table).where(table.c.id == bindparam("row_id"))


class Rows(Generic[Kind]):
    """Access to one table.

    Args:
        connection: The transaction to act in.
        table: The table; its columns carry the names of the dataclass' fields.
        make: The dataclass.
        words: Fields that hold a word of a closed vocabulary, with its type.
    """

    def __init__(
        self,
        connection: Connection,
        table: Table,
        make: Callable[..., Kind],
        words: Mapping[str, Callable[[Any], object]] | None = None,
    ) -> None:
        self.connection = connection
        self.table = table
        self._make = make
        self._words = words or {}

    def of(self, row: Row[Any]) -> Kind:
        """Return the dataclass of a row."""
        values = dict(row._mapping)  # noqa: SLF001 - the public name of SQLAlchemy's row mapping
        for name, word in self._words.items():
            if values.get(name) is not None:
                values[name] = word(values[name])
        return self._make(**values)

    def one(self, *where: ColumnElement[bool]) -> Kind | None:
        """Return the only row that fits, None when there is none."""
        row = self.connection.execute(_every(self.table).where(*where)).one_or_none()
        return None if row is None else self.of(row)

    def the_one(self, query: Select[Any], **values: object) -> Kind | None:
        """Return the only row of a query that was made before, None when it has none."""
        row = self.connection.execute(query, values).one_or_none()
        return None if row is None else self.of(row)

    def those(self, query: Select[Any], **values: object) -> list[Kind]:
        """Return every row of a query that was made before."""
        return [self.of(row) for row in self.connection.execute(query, values)]

    def all(
        self,
        *where: ColumnElement[bool],
        order: Iterable[ColumnElement[Any]] = (),
        limit: int | None = None,
    ) -> list[Kind]:
        """Return every row that fits."""
        query = _every(self.table).where(*where).order_by(*order)
        if limit is not None:
            query = query.limit(limit)
        return [self.of(row) for row in self.connection.execute(query)]

    def add(self, **values: object) -> int:
        """Insert a row and return its id."""
        result = self.connection.execute(_insert(self.table), values)
        return int(result.inserted_primary_key[0]) if result.inserted_primary_key else 0

    def change(self, row_id: int, **values: object) -> None:
        """Change one row by id.

        Raises:
            LookupError: There is no such row.
        """
        done = self.connection.execute(_change(self.table), {"row_id": row_id, **values})
        if done.rowcount != 1:
            message = f"{self.table.name} has no row {row_id}"
            raise LookupError(message)

    def drop(self, row_id: int) -> None:
        """Delete one row by id, where an undone action leaves nothing that others rest on."""
        self.connection.execute(_drop(self.table), {"row_id": row_id})
