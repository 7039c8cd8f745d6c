"""Collects what is asked of the database."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sqlalchemy import event

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit import Workshop

Statement = tuple[str, Any]


@contextmanager
def statements(workshop: Workshop) -> Iterator[list[Statement]]:
    """Collect every statement with its parameters."""
    found: list[Statement] = []

    def note(*told: Any) -> None:
        found.append((told[2], told[3]))

    engine = workshop.desk.database._engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        yield found
    finally:
        event.remove(engine, "before_cursor_execute", note)
