"""What the screen of taking apart shows, already in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from serkut_desk.ui.theme import Tone


@dataclass(frozen=True, slots=True)
class QueueRow:
    """A device that is under way or waits."""

    device: str
    short: str
    make: str
    place: str
    state: str
    tone: Tone
    note: str


@dataclass(frozen=True, slots=True)
class PastRow:
    """A device that was taken apart."""

    device: str
    short: str
    make: str
    day: str
    weight_in: str
    out: str
    remainder: str


@dataclass(frozen=True, slots=True)
class OutRow:
    """One thing that came out; `key` names it for an undo, `seq` orders it."""

    key: str
    word: str
    code: str
    weight: str
    seq: int


@dataclass(frozen=True, slots=True)
class StepView:
    """The step at hand, for the big card.

    Args:
        picture: Name of the drawing.
        sentence: What to do.
        lines: What else to know, one short sentence each.
        tone: STOP for a danger.
    """

    picture: str
    sentence: str
    lines: tuple[str, ...] = ()
    danger: bool = False
