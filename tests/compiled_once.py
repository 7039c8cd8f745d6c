"""Statements are compiled once in a process, not anew for the database of each test.

An engine keeps what it compiled, and forgets it with itself. The program opens one and keeps it;
the tests open thousands, which ask the same.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import sqlalchemy
from sqlalchemy.util import LRUCache

from serkut_desk.records.engine import connect

if TYPE_CHECKING:
    from types import ModuleType

    from sqlalchemy import Engine

# As many as the whole suite asks.
_MOST = 5000


@cache
def _first(module: ModuleType) -> Engine:
    """Return the engine whose dialect all share; one that connected knows its SQLite."""
    engine = sqlalchemy.create_engine("sqlite://", module=module)
    engine._compiled_cache = LRUCache(_MOST)
    with engine.connect():
        pass
    return engine


def _create_engine(url: str, *, module: ModuleType, **chosen: Any) -> Engine:
    engine = sqlalchemy.create_engine(url, module=module, **chosen)
    first = _first(module)
    engine.dialect = first.dialect
    engine._compiled_cache = first._compiled_cache
    return engine


def share() -> None:
    """Let every engine of this process share what it compiles."""
    vars(connect)["create_engine"] = _create_engine
