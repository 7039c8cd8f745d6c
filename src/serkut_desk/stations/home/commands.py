"""What can be asked from the home view."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.stations.handling import Command

if TYPE_CHECKING:
    from serkut_desk.domain.feedback import Mood


@dataclass(frozen=True, slots=True)
class LeaveFeedback(Command[int]):
    """Say something of a screen; nothing about who says it is kept. Gives the card's number.

    Args:
        screen: Key of the station that was open.
        mood: The answer that was chosen.
        note: Words in addition, or none.
    """

    screen: str
    mood: Mood
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReadFeedback(Command[int]):
    """Mark feedback cards as read. Gives how many were not.

    Args:
        upto: Number of the newest card that was seen; those after it stay unread.
    """

    upto: int
