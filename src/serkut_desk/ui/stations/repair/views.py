"""What the repair screen shows, already in words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from serkut_desk.ui.parts.facts import Fact
    from serkut_desk.ui.parts.timeline import Happening
    from serkut_desk.ui.theme import Tone


class Deed(StrEnum):
    """What a person can do with an order; also what is next."""

    TAKE = "take"
    STEP = "step"
    DIAGNOSIS = "diagnosis"
    PARTS = "parts"
    LAY_AWAY = "lay_away"
    CAME_BACK = "came_back"
    SAFETY = "safety"
    CLOSE = "close"
    TO_TEST = "to_test"
    WAIT_PART = "wait_part"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Mark:
    """A short state on a card, such as `ulkona: Korjaamo`."""

    word: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class CardView:
    """One card of the board.

    Args:
        key: Code of the order, or of a device that has none yet.
        order: It has an order; else one can be opened.
        short: What is read from the label: `SD 4217`.
        model: Maker and model.
        fault: What is wrong, in words.
        where: Shelf and age.
        marks: What stands out.
    """

    key: str
    order: bool
    short: str
    model: str
    fault: str
    where: str
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class ColumnView:
    """One column of the board, the oldest card first."""

    key: str
    title: str
    icon: str
    cards: tuple[CardView, ...]


@dataclass(frozen=True, slots=True)
class NextView:
    """What is to be done next with an order: one sentence, and the deed that does it."""

    deed: Deed
    tone: Tone
    icon: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class PartRow:
    """A part of the order in words; `code` "" for what is only wanted."""

    code: str
    name: str
    state: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class OrderView:
    """An order as its page shows it.

    Args:
        order: `TY 12`.
        device: `SD 4217`.
        model: Maker and model.
        fault: In words.
        problem: As it was written.
        state: Word and tone of where it stands.
        minutes: Of the order so far.
        facts: What is known besides.
        parts: Parts used, reserved and wanted.
        safety: Whether the safety test is there, None where none is needed.
        happenings: What was done, the newest first.
        next: What is next.
    """

    order: str
    device: str
    model: str
    fault: str
    problem: str
    state: Mark
    minutes: str
    facts: tuple[Fact, ...]
    parts: tuple[PartRow, ...]
    safety: Mark | None
    happenings: tuple[Happening, ...]
    next: NextView


@dataclass(frozen=True, slots=True)
class TileChoice:
    """An answer on a tile; greyed with `reason` where it cannot be given."""

    key: str
    word: str
    icon: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ToOpen:
    """A device that an order is opened for."""

    device: str
    type: str
    short: str
    model: str
    reason: str
