"""Taking back what somebody else did: a supervisor may, with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.permissions import Permission
from serkut_desk.stations.authority import authorise
from serkut_desk.stations.wording import impersonal_reason

if TYPE_CHECKING:
    from serkut_desk.stations.handling import Task


def reason_for(task: Task, by: str, reason: str) -> str:
    """Return the reason as it is kept: "" for one's own work, whatever was said.

    Args:
        task: Who acts.
        by: Whose work is taken back.
        reason: Why, in the person's words.

    Raises:
        Refused: `not_permitted`: it is somebody else's; `person_not_kept`, `secret_not_kept`.
        Misused: `text_missing` or `text_too_long`.
    """
    if by == task.actor:
        return ""
    authorise(
        task.work.people,
        task.desk.permissions,
        task.session,
        Permission.DECIDE,
        task.desk.clock.now(),
    )
    return impersonal_reason(reason)
