"""What people say of the screens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.feedback import Mood
from serkut_desk.stations.home.commands import LeaveFeedback, ReadFeedback

if TYPE_CHECKING:
    from serkut_desk.cli.demo_week.crew import Crew

_SAID = (
    ("intake", Mood.GOOD, "demo.feedback.intake"),
    ("wiping", Mood.SLOW, "demo.feedback.wiping"),
    ("grading", Mood.UNCLEAR, "demo.feedback.grading"),
)


def say(crew: Crew) -> None:
    """Leave three cards; the supervisor reads the first two."""
    cards = [
        crew.makes(LeaveFeedback(screen, mood, crew.told.texts.say(note)), number)
        for number, (screen, mood, note) in enumerate(_SAID)
    ]
    crew.leads(ReadFeedback(cards[1]))
    crew.told("feedback", cards=len(cards))
