"""What the stocktake screen shows, already in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from serkut_desk.ui.parts.facts import Fact
    from serkut_desk.ui.theme import Tone


@dataclass(frozen=True, slots=True)
class UnseenRow:
    """A device that was not seen yet; `note` explains why it may not be here."""

    device: str
    short: str
    make: str
    serial: str
    note: str


@dataclass(frozen=True, slots=True)
class ScanRow:
    """One device that was scanned."""

    device: str
    short: str
    make: str
    answer: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class AnswerView:
    """The big answer to the last scan."""

    tone: Tone
    title: str
    lead: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class MissingRow:
    """A device that is missing."""

    device: str
    short: str
    make: str
    since: str
    place: str
    state: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class MissingView:
    """The chosen missing device at the right."""

    title: str
    subtitle: str
    tone: Tone
    answer: str
    why: str
    facts: tuple[Fact, ...]
