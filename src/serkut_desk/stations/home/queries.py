"""What the home view, the search card and the command line show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.permissions import Permission
from serkut_desk.records.feedback import FeedbackNote
from serkut_desk.stations import queues
from serkut_desk.stations.home.searching import Hit, HitKind, Hits, search

if TYPE_CHECKING:
    from serkut_desk.domain.people import Session
    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.queues import QueueLine

__all__ = ["FeedbackNote", "Hit", "HitKind", "Hits", "feedback", "held", "search", "view"]

SHOWN = 100


def view(desk: Desk, session: Session | None) -> tuple[QueueLine, ...]:
    """Return every queue in the order of the work, empty ones too, for who is at the desk."""
    with desk.reading(session, Permission.SEARCH) as work:
        return queues.in_order(work)


def held(desk: Desk, session: Session | None) -> frozenset[Permission]:
    """Return what who is at the desk may do, a PIN that may be asked for aside."""
    with desk.reading(session, Permission.SEARCH) as work:
        person = work.people.by_code(session.person) if session else None
        return desk.permissions.held(person.role, person.granted) if person else frozenset()


def feedback(
    desk: Desk, session: Session | None, *, unread: bool = False, limit: int = SHOWN
) -> tuple[FeedbackNote, ...]:
    """Return what was said of screens, the newest first."""
    with desk.reading(session, Permission.FEEDBACK) as work:
        return tuple(work.feedback.newest(limit, unread=unread))
