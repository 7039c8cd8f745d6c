"""Column types over the four that STRICT tables allow."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import Integer, Text
from sqlalchemy.types import TypeDecorator

from serkut_desk.domain import clock

if TYPE_CHECKING:
    from sqlalchemy import Dialect


class UtcText(TypeDecorator[datetime]):
    """An instant as `2026-11-21T12:34:56.123Z`."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """Write an aware instant; the dialect does not matter."""
        return None if value is None else clock.to_text(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        """Read it back; the dialect does not matter."""
        return None if value is None else clock.from_text(value)


class DayText(TypeDecorator[date]):
    """A day of the calendar as `2026-11-21`."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        """Write a day; the dialect does not matter."""
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> date | None:
        """Read it back; the dialect does not matter."""
        return None if value is None else date.fromisoformat(value)


class Flag(TypeDecorator[bool]):
    """True or false as 1 or 0; each column has a CHECK."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> int | None:  # noqa: FBT001 - SQLAlchemy calls it by position
        """Write 0 or 1; the dialect does not matter."""
        return None if value is None else int(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> bool | None:
        """Read it back; the dialect does not matter."""
        return None if value is None else bool(value)


class JsonText(TypeDecorator[Any]):
    """A JSON value as text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """Write JSON; the dialect does not matter."""
        if value is None:
            return None
        return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        """Read it back; the dialect does not matter."""
        return None if value is None else json.loads(value)
