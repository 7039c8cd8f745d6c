"""What the screen of models shows, already in words."""

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

    ALL = "all"
    UNCONFIRMED = "unconfirmed"
    DOUBLES = "doubles"


@dataclass(frozen=True, slots=True)
class ModelRow:
    """One model of the list; `key` is its number."""

    key: str
    name: str
    type: str
    slots: str
    devices: str
    state: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class DoubleRow:
    """Two models that are likely one."""

    key: str
    one: str
    other: str
    why: str
    devices: str


@dataclass(frozen=True, slots=True)
class PageView:
    """The chosen model at the right.

    Args:
        title: Maker and model.
        icon: Sign of its kind.
        subtitle: Its kind.
        tone: Of the answer.
        answer: Whether somebody has looked at it.
        why: Where it is known from.
        facts: What is known.
        codes: Its product numbers.
        writings: What was merged into it.
        doubles: What it may be.
        history: The newest first.
    """

    title: str
    icon: str
    subtitle: str
    tone: Tone
    answer: str
    why: str
    facts: tuple[Fact, ...]
    codes: tuple[str, ...]
    writings: tuple[str, ...]
    doubles: tuple[str, ...]
    history: tuple[Happening, ...]
