"""What the quarantine screen shows, already in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from serkut_desk.ui.parts.facts import Fact
    from serkut_desk.ui.theme import Tone


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One device in the queue; `device` is its code."""

    device: str
    short: str
    make: str
    why: str
    donor: str
    since: str
    step: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class ReasonView:
    """One reason with what was asked and answered."""

    title: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class HeldView:
    """The chosen device at the right."""

    title: str
    subtitle: str
    tone: Tone
    answer: str
    why: str
    facts: tuple[Fact, ...]
    reasons: tuple[ReasonView, ...]


@dataclass(frozen=True, slots=True)
class Target:
    """A device that was scanned and is not in quarantine yet."""

    device: str
    title: str
