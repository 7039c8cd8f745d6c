"""The mass balance of a device taken apart: what went in is what came out and what is left.

Whole grams throughout. What is left over is never rounded or spread over the lines: it keeps its
sign, and the error of the weighings alone says whether it means anything.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Verdict(StrEnum):
    """What the remainder says."""

    UNWEIGHED = "unweighed"
    WITHIN = "within"
    MISSING = "missing"
    TOO_MUCH = "too_much"


@dataclass(frozen=True, slots=True)
class Weight:
    """One reading.

    Args:
        grams: What was weighed, more than nothing.
        scale: Name of the scale that it was read from; empty when somebody typed it.
        division_g: The smallest step of that scale in grams; None takes the house's.
    """

    grams: int
    scale: str = ""
    division_g: int | None = None


@dataclass(frozen=True, slots=True)
class ScaleRule:
    """How far a reading may be off.

    Args:
        division_g: The step of the workshop's own scale, for what is typed.
        steps: Up to how many divisions of load, and the error there in divisions; the last one
            holds for any greater load.
        in_service: By how much a scale in use may be worse than a new one.
    """

    division_g: int
    steps: tuple[tuple[int, float], ...]
    in_service: int

    def error_g(self, grams: int, division_g: int | None = None) -> int:
        """Return how many grams a reading may be off, rounded up."""
        division = division_g or self.division_g
        errors = (error for limit, error in self.steps if grams <= limit * division)
        error = next(errors, self.steps[-1][1])
        return -int(-error * division * self.in_service // 1)

    def error_of(self, weight: Weight) -> int:
        """Return how many grams this reading may be off."""
        return self.error_g(weight.grams, weight.division_g)


@dataclass(frozen=True, slots=True)
class Weighed:
    """Grams with how far they may be off."""

    grams: int
    tolerance_g: int


@dataclass(frozen=True, slots=True)
class Balance:
    """In = parts + media + fractions + remainder, to the gram.

    Args:
        weight_in: None while nobody weighed the device.
        parts: Grams of parts that were taken out.
        media: Grams of storage media that were taken out.
        fractions: Grams that went into containers.
        tolerance: How far all readings together may be off: every one at its worst.
    """

    weight_in: int | None
    parts: int = 0
    media: int = 0
    fractions: int = 0
    tolerance: int = 0

    @property
    def out(self) -> int:
        """Everything that came out."""
        return self.parts + self.media + self.fractions

    @property
    def remainder(self) -> int | None:
        """What is left, below nothing when more came out than went in; None when not weighed."""
        return None if self.weight_in is None else self.weight_in - self.out

    @property
    def verdict(self) -> Verdict:
        """What the remainder says."""
        left = self.remainder
        if left is None:
            return Verdict.UNWEIGHED
        if abs(left) <= self.tolerance:
            return Verdict.WITHIN
        return Verdict.MISSING if left > 0 else Verdict.TOO_MUCH


def balance(
    weight_in: Weighed | None,
    *,
    parts: Iterable[Weighed] = (),
    media: Iterable[Weighed] = (),
    fractions: Iterable[Weighed] = (),
) -> Balance:
    """Return the balance of these readings."""
    parts, media, fractions = tuple(parts), tuple(media), tuple(fractions)
    readings = (*parts, *media, *fractions, *((weight_in,) if weight_in else ()))
    return Balance(
        weight_in.grams if weight_in else None,
        parts=_grams(parts),
        media=_grams(media),
        fractions=_grams(fractions),
        tolerance=sum(one.tolerance_g for one in readings),
    )


def _grams(readings: Iterable[Weighed]) -> int:
    return sum(one.grams for one in readings)
