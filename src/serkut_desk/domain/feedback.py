"""What somebody can say of a screen with one touch."""

from __future__ import annotations

from enum import StrEnum

LONGEST_NOTE = 300
"""Characters of the words that may be added."""


class Mood(StrEnum):
    """One answer of the feedback card; `feedback.<word>` in the texts."""

    UNCLEAR = "unclear"
    SLOW = "slow"
    LACKING = "lacking"
    GOOD = "good"
