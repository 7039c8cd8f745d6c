"""What the screen of machines' lists shows, already in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from serkut_desk.ui.theme import Tone


@dataclass(frozen=True, slots=True)
class ListRow:
    """One machine in the list; `key` is its number as text."""

    key: str
    machine: str
    serial: str
    device: str
    state: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class LineView:
    """One thing beside the record.

    Args:
        key: What names it when it is taken over.
        what: Maker, memory, disk.
        recorded: What is recorded, "" for nothing.
        told: What the machine said, likewise.
        state: How the two stand to each other.
        tone: Of the state.
        choosable: This person may take it over.
        locked: Only a supervisor may.
    """

    key: str
    what: str
    recorded: str
    told: str
    state: str
    tone: Tone
    choosable: bool
    locked: bool = False


@dataclass(frozen=True, slots=True)
class CandidateView:
    """A device that it may be; `why`, what speaks against it, whether nothing does (`clear`)."""

    device: str
    title: str
    why: str
    clear: bool


@dataclass(frozen=True, slots=True)
class PageView:
    """One machine, with one answer and what can be chosen.

    Args:
        number: Of the list.
        title: Maker and model, as the machine said them.
        subtitle: Serial number, the device's short code, the tool.
        tone: Of the answer.
        answer: What is so, in one sentence.
        why: What to do.
        lines: What differs, and what is to be known of its disks.
        same: What is the same, in one line; "" for nothing.
        candidates: What it may be.
        notes: What else is to be said; those that matter first.
        device: Code of its device, "" while nobody knows it.
        waits: Something is left for a supervisor.
    """

    number: int
    title: str
    subtitle: str
    tone: Tone
    answer: str
    why: str
    lines: tuple[LineView, ...]
    same: str
    candidates: tuple[CandidateView, ...]
    notes: tuple[str, ...]
    device: str
    waits: bool = False
