"""What people say of a screen; nobody is named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import update

from serkut_desk.domain.feedback import Mood
from serkut_desk.records import schema
from serkut_desk.records.rows import Rows

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

_F = schema.feedback


@dataclass(frozen=True, slots=True)
class FeedbackNote:
    """One feedback card."""

    id: int
    left_at: datetime
    screen: str
    mood: Mood
    note: str
    workstation: str
    read_at: datetime | None
    read_by: str | None


class FeedbackNotes(Rows[FeedbackNote]):
    """What people say of a screen; nobody is named."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, schema.feedback, FeedbackNote, {"mood": Mood})

    def newest(self, limit: int, *, unread: bool = False) -> list[FeedbackNote]:
        """Return the last cards, or the last unread ones, the newest first."""
        wanted = [_F.c.read_at.is_(None)] if unread else []
        return self.all(*wanted, order=[_F.c.id.desc()], limit=limit)

    def mark_read(self, upto: int, at: datetime, by: str) -> int:
        """Mark every card up to this number as read; return how many were not."""
        done = self.connection.execute(
            update(_F).where(_F.c.read_at.is_(None), _F.c.id <= upto).values(read_at=at, read_by=by)
        )
        return int(done.rowcount)
