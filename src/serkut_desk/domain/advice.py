"""Advice on where a device goes: shelf, repair, harvest or dismantling, each with its figures.

What an advice is made of and what it says; `advising` makes it. What is not known stays unknown
(None) and is never guessed. The rules and factors are dated data; their versions stand in every
advice, so that an old one still shows what it was made with.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from serkut_desk.domain.outcomes import Grade, Outcome

if TYPE_CHECKING:
    from collections.abc import Mapping


class Way(StrEnum):
    """Where a device can go from a decision."""

    SHELF = "shelf"
    REPAIR = "repair"
    HARVEST = "harvest"
    DISMANTLE = "dismantle"

    @property
    def outcome(self) -> Outcome:
        """The decision that the records keep: a harvest is a dismantling that parts come from."""
        return Outcome.DISMANTLE if self is Way.HARVEST else Outcome(self.value)


class Basis(StrEnum):
    """Where a figure comes from."""

    OWN = "own"
    """The median of the workshop's own cases; `count` says how many."""
    LIST = "list"
    """The dated price list."""
    DEFAULT = "default"
    """A dated starting value of the rules."""


class Why(StrEnum):
    """What decided about the advice; sentence `advice.why.<word>`."""

    WORKS = "works"
    PAYS = "pays"
    PAYS_MORE = "pays_more"
    WANTED = "wanted"
    SURPLUS = "surplus"
    NOT_WORTH = "not_worth"
    TOO_LONG = "too_long"
    UNKNOWN = "unknown"
    NO_WAY = "no_way"


@dataclass(frozen=True, slots=True)
class Known:
    """A figure and where it comes from: cents or minutes."""

    value: int
    basis: Basis
    count: int = 0


@dataclass(frozen=True, slots=True)
class Span:
    """Kilograms of CO2e that are avoided, whole: low, middle, high; `sources` name the factors."""

    low: int
    middle: int
    high: int
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason, sentence `advice.reason.<code>`."""

    code: str
    facts: Mapping[str, int | str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Mend:
    """One thing to mend.

    Args:
        check: Key of the check that failed.
        part: Kind of part, None where none is needed or nobody knows which.
        cents: What the part costs; 0 where none is needed.
        minutes: By the rules.
        stock: How many such parts lie here, free and not failed.
    """

    check: str
    part: str | None
    cents: Known
    minutes: int
    stock: int = 0


@dataclass(frozen=True, slots=True)
class Offer:
    """A part that could be harvested: its kind, its price, how many wait for it."""

    part: str
    cents: Known
    wanted: int


@dataclass(frozen=True, slots=True)
class Demand:
    """How much such a device is needed.

    Args:
        on_shelf: Of the same kind, ready.
        handed: Of the same kind, in the last 90 days.
        waiting: Of the same kind, for repair or dismantling.
    """

    on_shelf: int = 0
    handed: int = 0
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class AdviceFacts:
    """What an advice is made of.

    Args:
        type: Kind of device.
        grade: In force, None before grading.
        works: Nothing that matters fails.
        mended: The grade if everything in `mends` is mended, None when nobody can tell.
        against: Ways that the lifecycle table refuses, each with the code of what is missing.
        prices: By grade; a grade without one is not sold.
        mends: What to mend.
        own_minutes: The median of own closed orders of this fault and kind, None without.
        offers: Parts that are good and could be harvested.
        demand: How much such a device is needed.
    """

    type: str
    grade: Grade | None = None
    works: bool = False
    mended: Grade | None = None
    against: Mapping[Way, str] = field(default_factory=dict)
    prices: Mapping[Grade, Known] = field(default_factory=dict)
    mends: tuple[Mend, ...] = ()
    own_minutes: Known | None = None
    offers: tuple[Offer, ...] = ()
    demand: Demand = field(default_factory=Demand)


@dataclass(frozen=True, slots=True)
class Option:
    """One way with its figures; None is unknown.

    Args:
        price: What the device or its parts are expected to bring, in cents.
        parts: What parts cost, in cents; None also where the way needs none.
        net: Price less parts less minutes, in cents.
        against: Code of why it cannot be chosen, "" when it can.
        reasons: Three.
    """

    way: Way
    price: Known | None
    parts: Known | None
    minutes: Known | None
    kg: Span | None
    net: int | None
    against: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Advice:
    """Four ways, the one that the rules advise, and why; `advised` None when they cannot tell."""

    options: tuple[Option, ...]
    advised: Way | None
    why: Why
    rules: int
    factors: int

    def option(self, way: Way) -> Option:
        """Return one way."""
        return next(one for one in self.options if one.way is way)
