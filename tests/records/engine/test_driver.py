"""Which SQLite carries us, and which of them may write ahead."""

from __future__ import annotations

import sqlite3
import sys

import pytest

from serkut_desk.records.engine import driver


@pytest.mark.parametrize(
    "version",
    [(3, 51, 3), (3, 51, 4), (3, 53, 4), (4, 0, 0), (3, 50, 7), (3, 50, 8), (3, 44, 6)],
)
def test_an_sqlite_without_the_wal_reset_bug_writes_ahead(version: tuple[int, int, int]) -> None:
    assert driver.Driver(sqlite3, "any", version).journal_mode == "wal"


@pytest.mark.parametrize(
    "version",
    [
        *((3, 51, 2), (3, 51, 0), (3, 50, 6), (3, 50, 0), (3, 45, 9), (3, 49, 9)),
        *((3, 44, 5), (3, 43, 99), (3, 40, 1), (3, 7, 0)),
    ],
)
def test_an_sqlite_with_the_bug_does_not(version: tuple[int, int, int]) -> None:
    assert driver.Driver(sqlite3, "any", version).journal_mode == "truncate"


def test_the_pinned_driver_is_free_of_the_bug() -> None:
    chosen = driver.choose()
    assert (chosen.name, chosen.journal_mode) == ("sqlcipher3", "wal")


def test_without_it_the_standard_library_carries_us(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sqlcipher3.dbapi2", None)
    chosen = driver.choose()
    assert (chosen.name, chosen.module) == ("sqlite3", sqlite3)
    assert chosen.version == sqlite3.sqlite_version_info
