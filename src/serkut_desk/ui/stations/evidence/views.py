"""What the evidence screen shows, already in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from serkut_desk.ui.theme import Tone


@dataclass(frozen=True, slots=True)
class ListRow:
    """One file in the list; `key` is its number as text."""

    key: str
    name: str
    drives: str
    device: str
    place: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class DriveView:
    """One drive of a file.

    Args:
        title: Serial and model, as the report writes them.
        tone: Of the result.
        result: What came of it, in one sentence.
        lines: Why, what is doubtful, what to do; the most important first.
        where: Which medium and device it is counted for, or that nobody knows it.
        aside: It does not count any more.
        against: Which reports say the opposite; "" when none does.
    """

    title: str
    tone: Tone
    result: str
    lines: tuple[str, ...]
    where: str
    aside: bool
    against: str = ""


@dataclass(frozen=True, slots=True)
class DifferenceView:
    """What two files say differently: in which thing, here and there."""

    what: str
    here: str
    there: str


@dataclass(frozen=True, slots=True)
class BesideView:
    """Another file about the same run; `number` opens it, "" where it cannot be opened.

    `attached`: it goes with the run and proves nothing by itself.
    """

    number: str
    title: str
    agrees: bool
    differences: tuple[DifferenceView, ...]
    attached: bool = False


@dataclass(frozen=True, slots=True)
class PageView:
    """One file, with one answer and what can be done.

    Args:
        title: Its name.
        subtitle: What it is, and when and by whom it was brought in.
        tone: Of the answer.
        answer: Where it stands.
        why: What is to be done next.
        drives: What it tells.
        beside: Other files about the same run.
        kept: Its original can be looked at.
    """

    title: str
    subtitle: str
    tone: Tone
    answer: str
    why: str
    drives: tuple[DriveView, ...]
    beside: tuple[BesideView, ...]
    kept: bool
