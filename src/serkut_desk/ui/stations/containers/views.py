"""What the screen of containers shows, already in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from serkut_desk.ui.parts.facts import Fact
    from serkut_desk.ui.theme import Tone


@dataclass(frozen=True, slots=True)
class BoxView:
    """One container on the wall.

    Args:
        code: Whole, `short` for eyes.
        icon: Picture of its fraction.
        fraction: In words, with the name that people gave it.
        word: Of its state or of what needs somebody; `tone` belongs to it.
        percent: How full it is; None without a limit.
        weight: What is inside, of how much.
        time: How long it may stand; empty without a limit.
        place: Where it stands; empty when nobody said.
    """

    code: str
    short: str
    icon: str
    fraction: str
    word: str
    tone: Tone
    percent: int | None
    weight: str
    time: str
    place: str


@dataclass(frozen=True, slots=True)
class ContentRow:
    """What is in a container: code of the source, what it is, how much."""

    source: str
    what: str
    weight: str


@dataclass(frozen=True, slots=True)
class PageView:
    """The chosen container at the right; `packing` is how its fraction is packed."""

    box: BoxView
    packing: str
    danger: bool
    facts: tuple[Fact, ...]
    contents: tuple[ContentRow, ...]


@dataclass(frozen=True, slots=True)
class ShipmentView:
    """One shipment in the list; `boxes` are its containers in words."""

    shipment: int
    title: str
    subtitle: str
    word: str
    tone: Tone
    boxes: tuple[ContentRow, ...]
