"""What people say of a screen; nobody is named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.records import schema
from serkut_desk.records.rows import Rows

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class FeedbackNote:
    """One feedback card."""

    id: int
    left_at: datetime
    screen: str
    mood: str
    note: str
    workstation: str
    read_at: datetime | None
    read_by: str | None


class FeedbackNotes(Rows[FeedbackNote]):
    """What people say of a screen; nobody is named."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, schema.feedback, FeedbackNote)
