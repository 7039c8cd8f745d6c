"""What the screen of second looks shows, already in words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from serkut_desk.ui.parts.facts import Fact
    from serkut_desk.ui.theme import Tone

WAITING, DOUBTED, DONE = "waiting", "doubted", "done"
GROUPS = (WAITING, DOUBTED, DONE)


@dataclass(frozen=True, slots=True)
class ListRow:
    """One line of the table; `key` names a look or an incident."""

    key: str
    group: str
    device: str
    medium: str
    what: str
    state: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class DoubtLine:
    """One medium in doubt: which, why, and how that stands."""

    title: str
    why: str
    state: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class SideView:
    """What stands at the right: the answer, how to go on, facts, and what is in doubt."""

    title: str
    subtitle: str
    tone: Tone
    answer: str
    why: str = ""
    steps: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    doubts: tuple[DoubtLine, ...] = field(default_factory=tuple)
    notes: tuple[str, ...] = ()
