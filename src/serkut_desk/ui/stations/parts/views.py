"""What the parts screen shows, already in words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from serkut_desk.ui.parts.facts import Fact
    from serkut_desk.ui.parts.timeline import Happening
    from serkut_desk.ui.theme import Tone


class View(StrEnum):
    """What the list holds."""

    STOCK = "stock"
    RESERVED = "reserved"
    FITTED = "fitted"
    MISSING = "missing"
    WANTS = "wants"
    FIGURES = "figures"


@dataclass(frozen=True, slots=True)
class PartRow:
    """One part in the list; `code` is whole."""

    code: str
    short: str
    what: str
    fits: str
    test: str
    test_tone: Tone
    where: str


@dataclass(frozen=True, slots=True)
class WantRow:
    """One part that is waited for."""

    key: str
    what: str
    model: str
    order: str
    since: str
    answer: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class FigureRow:
    """How many of a kind there are."""

    key: str
    what: str
    stock: str
    free: str
    tested: str
    failed: str
    wanted: str


@dataclass(frozen=True, slots=True)
class PageView:
    """The chosen part at the right."""

    title: str
    icon: str
    subtitle: str
    tone: Tone
    answer: str
    why: str
    facts: tuple[Fact, ...]
    history: tuple[Happening, ...]
