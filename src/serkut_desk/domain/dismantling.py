"""Taking apart: a guide by kind of device, which step comes next, and what must come before.

The guides are shipped as `resources/dismantling/*_guides.json`, each with its version. A device
keeps the version that it was begun with, so that an old one still shows its own steps.

Whatever the guide says, three things hold: the device is weighed whole before anything leaves it,
the battery comes out before anything else, and every storage medium before the first gram goes
into a container (gate 2).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from serkut_desk.domain.permissions import Permission
    from serkut_desk.domain.stops import StopKind

Words = Mapping[str, str]
"""The same words by language; English is always among them."""

WANT = "want:"
"""What the name of a step begins with that is a wanted part."""
_MOST_DIGITS = 15


class StepKind(StrEnum):
    """What a step is about."""

    WEIGH = "weigh"
    POWER_OFF = "power_off"
    BATTERY = "battery"
    MEDIA = "media"
    HAZARD = "hazard"
    PARTS = "parts"
    FRACTIONS = "fractions"


class StepResult(StrEnum):
    """How a step was settled."""

    DONE = "done"
    NONE = "none"
    SKIPPED = "skipped"


# What must be settled before a step of a kind; weighing is not settled by hand.
_BEFORE: Mapping[StepKind, frozenset[StepKind]] = {
    StepKind.WEIGH: frozenset(),
    StepKind.POWER_OFF: frozenset(),
    StepKind.BATTERY: frozenset({StepKind.WEIGH, StepKind.POWER_OFF}),
    StepKind.MEDIA: frozenset({StepKind.WEIGH, StepKind.POWER_OFF, StepKind.BATTERY}),
    StepKind.PARTS: frozenset({StepKind.WEIGH, StepKind.POWER_OFF, StepKind.BATTERY}),
    StepKind.HAZARD: frozenset({StepKind.WEIGH, StepKind.POWER_OFF, StepKind.BATTERY}),
    StepKind.FRACTIONS: frozenset(set(StepKind) - {StepKind.PARTS, StepKind.FRACTIONS}),
}


@dataclass(frozen=True, slots=True)
class GuideStep:
    """One step of a guide.

    Args:
        key: Its name in the records; never used for another step.
        kind: What it is about.
        words: What to do, in one sentence.
        picture: Name of its drawing.
        may: Who may settle it in which way; a way that is not there is no way.
    """

    key: str
    kind: StepKind
    words: Words
    picture: str
    may: Mapping[StepResult, Permission]


@dataclass(frozen=True, slots=True)
class Hazard:
    """Something dangerous that can be inside.

    Args:
        key: Its name.
        words: What to do, in one sentence.
        place: Where it goes.
        picture: Name of its drawing.
        stop: What the STOP of it is called; None where no work has to stop.
        fractions: Which containers take it.
    """

    key: str
    words: Words
    place: Words
    picture: str
    stop: StopKind | None
    fractions: frozenset[str]


@dataclass(frozen=True, slots=True)
class Expectation:
    """What devices of a kind came to elsewhere: to look at, never to fill in.

    Args:
        of_g: Weight of the device that the grams belong to.
        fractions: Grams by fraction.
        source: Who weighed it.
    """

    of_g: int
    fractions: Mapping[str, int]
    source: str

    def for_weight(self, grams: int) -> dict[str, int]:
        """Return the grams to expect of a device of another weight."""
        return {key: round(part * grams / self.of_g) for key, part in self.fractions.items()}


@dataclass(frozen=True, slots=True)
class Guide:
    """How devices of one kind are taken apart, in one version."""

    key: str
    version: int
    steps: tuple[GuideStep, ...]
    hazards: tuple[Hazard, ...]
    expected: Expectation | None

    def step(self, key: str) -> GuideStep | None:
        """Return the step of this name."""
        return next((step for step in self.steps if step.key == key), None)


@dataclass(frozen=True, slots=True)
class Guides:
    """Every guide of one version.

    Args:
        version: Runs on with every change.
        effective_from: First day it holds.
        types: Key of the guide by kind of device.
        guides: By their keys.
        hazards: Everything dangerous, by its name.
        early: Fractions that come out before the media: batteries, lamps and their likes.
    """

    version: int
    effective_from: date
    types: Mapping[str, str]
    guides: Mapping[str, Guide]
    hazards: Mapping[str, Hazard]
    early: frozenset[str]

    def stopped_by(self, kind: StopKind) -> frozenset[str]:
        """Return the fractions of containers that take what a STOP was raised for."""
        return frozenset(
            key
            for hazard in self.hazards.values()
            if hazard.stop is kind
            for key in hazard.fractions
        )

    def of_type(self, device_type: str) -> Guide:
        """Return the guide for a kind of device."""
        return self.guides[self.types[device_type]]


def next_step(guide: Guide, settled: Collection[str]) -> GuideStep | None:
    """Return the first step that is not settled, None when all are."""
    return next((step for step in guide.steps if step.key not in settled), None)


def before(guide: Guide, kind: StepKind, settled: Collection[str]) -> GuideStep | None:
    """Return what must be done before anything of this kind, None when nothing stands against it.

    The order within a kind is the guide's advice, not a rule: where a screw is hidden under
    another part, a person knows better.
    """
    needed = _BEFORE[kind]
    return next(
        (step for step in guide.steps if step.kind in needed and step.key not in settled), None
    )


def want_key(number: int) -> str:
    """Return the step of a wanted part, from the number of the wish."""
    return f"{WANT}{number}"


def want_number(key: str) -> int | None:
    """Return the number of the wish that a step is, None for a step of the guide."""
    number = key.removeprefix(WANT)
    fits = number.isdecimal() and len(number) <= _MOST_DIGITS
    return int(number) if key.startswith(WANT) and fits else None
