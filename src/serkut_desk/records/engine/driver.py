"""Chooses the SQLite that carries us and says how it may write."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType


# The WAL-reset bug is gone from here on, and in these older branches from these releases on.
_FIXED = (3, 51, 3)
_FIXED_BRANCHES = ((3, 50, 7), (3, 44, 6))


@dataclass(frozen=True, slots=True)
class Driver:
    """A DB-API module and the version of the SQLite inside it."""

    module: ModuleType
    name: str
    version: tuple[int, int, int]

    @property
    def journal_mode(self) -> str:
        """`wal` only where SQLite is free of the WAL-reset bug, else `truncate`.

        SQLite 3.7.0 to 3.51.2 can lose an acknowledged commit when two connections write and
        checkpoint at the same instant; fixed in 3.51.3, 3.50.7 and 3.44.6 (sqlite.org, WAL).
        """
        return "wal" if wal_is_safe(self.version) else "truncate"


def wal_is_safe(version: tuple[int, int, int]) -> bool:
    """Tell whether this version of SQLite is free of the WAL-reset bug."""
    return version >= _FIXED or any(
        fix[:2] == version[:2] and version >= fix for fix in _FIXED_BRANCHES
    )


def _numbers(version: str) -> tuple[int, int, int]:
    first, second, third = (int(part) for part in version.split(".")[:3])
    return first, second, third


def choose() -> Driver:
    """Return sqlcipher3 (newer SQLite, no key used) or the standard library's module."""
    try:
        module = import_module("sqlcipher3.dbapi2")
    except ImportError:
        return Driver(sqlite3, "sqlite3", _numbers(sqlite3.sqlite_version))
    return Driver(module, "sqlcipher3", _numbers(module.sqlite_version))
