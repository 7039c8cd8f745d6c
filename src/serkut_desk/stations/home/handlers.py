"""Feedback cards: left by anybody, read by those who may. No journal entry: no device changes."""

from __future__ import annotations

from serkut_desk.domain.feedback import LONGEST_NOTE
from serkut_desk.domain.permissions import Permission
from serkut_desk.settings import workstation
from serkut_desk.stations.handling import Entries, Task, handles
from serkut_desk.stations.home.commands import LeaveFeedback, ReadFeedback
from serkut_desk.stations.wording import short_text


@handles(LeaveFeedback, Permission.SEARCH, entries=Entries.NONE)
def leave_feedback(task: Task, command: LeaveFeedback) -> int:
    """Keep what was said of a screen, and not by whom."""
    note = short_text(command.note, "note", LONGEST_NOTE) if command.note.strip() else ""
    return task.work.feedback.add(
        # To the hour: with the log-in log a minute would tell who it was.
        left_at=task.now.replace(minute=0, second=0, microsecond=0),
        screen=short_text(command.screen, "screen"),
        mood=command.mood.value,
        note=note,
        workstation=workstation(),
    )


@handles(ReadFeedback, Permission.FEEDBACK, entries=Entries.NONE)
def read_feedback(task: Task, command: ReadFeedback) -> int:
    """Mark what was seen as read."""
    return task.work.feedback.mark_read(command.upto, task.now, task.actor)
