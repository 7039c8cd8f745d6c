"""What every table is made from."""

from __future__ import annotations

from typing import Any

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, MetaData, Table, Text, text

from serkut_desk.records.types import Flag

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def table(name: str, *parts: Any, **options: Any) -> Table:
    """Return a strict table."""
    return Table(name, metadata, *parts, sqlite_strict=True, **options)


def row_id() -> Column[int]:
    """Return the column that numbers rows."""
    return Column("id", Integer, primary_key=True)


def ref(name: str, target: str, *, nullable: bool = False, **options: Any) -> Column[int]:
    """Return a column that names a row of another table, which then can not go."""
    key = ForeignKey(f"{target}.id", ondelete="RESTRICT")
    return Column(name, Integer, key, nullable=nullable, **options)


def words(name: str, **options: Any) -> Column[str]:
    """Return a column of text; not NULL unless told."""
    options.setdefault("nullable", False)
    return Column(name, Text, **options)


def flag(name: str, default: int = 0) -> tuple[Column[bool], CheckConstraint]:
    """Return a column that is yes or no, with its check."""
    return (
        Column(name, Flag, nullable=False, server_default=text(str(default))),
        CheckConstraint(f"{name} IN (0, 1)", name=name),
    )


def one_of(column: str, *listed: str) -> CheckConstraint:
    """Return the check that a column holds a word of a closed vocabulary."""
    quoted = ", ".join(f"'{word}'" for word in listed)
    return CheckConstraint(f"{column} IN ({quoted})", name=column)
