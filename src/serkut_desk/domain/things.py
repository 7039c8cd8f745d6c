"""Things that are counted, not numbered: mice, cables, chargers; and what belongs to one device.

Nothing that holds data is a thing: a memory stick is a storage medium, a router a device.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from serkut_desk.domain.errors import Misused
from serkut_desk.domain.weighing import HEAVIEST_G

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from serkut_desk.domain.weighing import Weighed, Weighing

MOST_THINGS = 100_000
"""More of one kind in one line is a slip of the keys."""
MOST_ACCESSORIES = 99


@dataclass(frozen=True, slots=True)
class ThingKind:
    """A kind of thing.

    Args:
        key: Its word.
        number: Of its command card, as in `resources/vocabularies/commands.json`.
        icon: Its sign.
        weee_category: A word of `resources/catalogue/weee.json`, None for what is no equipment.
        piece_g: What one weighs, None where they differ too much to count by weight.
        accessory: It may belong to one device.
        words: Its name in each language.
    """

    key: str
    number: int
    icon: str
    weee_category: str | None
    piece_g: int | None
    accessory: bool
    words: Mapping[str, str]

    def word(self, language: str) -> str:
        """Return its name in a language; in English where that language has none."""
        return self.words.get(language, self.words["en"])


@dataclass(frozen=True, slots=True)
class ThingLine:
    """Things of one kind that came in a lot.

    Args:
        count: 0 when they were only weighed.
        weight_g: Of all of them, None when they were only counted.
        weighed: How the weight was taken.
        seq: The entry in which it was written.
    """

    id: int
    lot_id: int
    kind: str
    note: str
    count: int
    weight_g: int | None
    weighed: Weighing | None
    at: datetime
    by: str
    undone_at: datetime | None
    undone_by: str | None
    seq: int


@dataclass(frozen=True, slots=True)
class Accessory:
    """Things of one kind that belong to one device."""

    id: int
    device_id: int
    kind: str
    note: str
    count: int
    at: datetime
    by: str
    undone_at: datetime | None
    undone_by: str | None
    seq: int


@dataclass(frozen=True, slots=True)
class ThingSum:
    """What a lot has of one kind; `weight_g` is None when none of it was weighed."""

    kind: str
    count: int
    weight_g: int | None


def kinds_from(value: Mapping[str, Any]) -> tuple[ThingKind, ...]:
    """Return the kinds of a shipped table, in the order in which they are offered."""
    return tuple(
        ThingKind(
            key=str(one["key"]),
            number=int(one["number"]),
            icon=str(one["icon"]),
            weee_category=one["weee"],
            piece_g=one["piece_g"],
            accessory=bool(one["accessory"]),
            words=one["words"],
        )
        for one in value["kinds"]
    )


def checked_amount(count: int | None, weight: Weighed | None) -> int:
    """Return how many, 0 when things were only weighed.

    Raises:
        Misused: `things_nothing`, `things_count` or `weight_wrong`.
    """
    if not count and weight is None:
        raise Misused("things_nothing")
    if weight is not None and not 0 < weight.value_g <= HEAVIEST_G:
        raise Misused("weight_wrong", most_g=HEAVIEST_G)
    if count is not None and not 0 <= count <= MOST_THINGS:
        raise Misused("things_count", most=MOST_THINGS)
    return count or 0


def pieces_by_weight(weight_g: int, piece_g: int) -> int:
    """Return about how many pieces weigh so much, at least one.

    Args:
        weight_g: Of all of them.
        piece_g: Of one.
    """
    return max(1, (weight_g + piece_g // 2) // piece_g)
