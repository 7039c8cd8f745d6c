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
class Load:
    """Something that was weighed: its grams, and how far they may be off."""

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
    weight_in: Load | None,
    *,
    parts: Iterable[int] = (),
    media: Iterable[int] = (),
    fractions: Iterable[Load] = (),
) -> Balance:
    """Return the balance of these readings.

    Args:
        weight_in: The whole device.
        parts: Grams of each part; one may be as far off as the device, on the same scale.
        media: Grams of each storage medium, likewise.
        fractions: What went into containers, each with the error of its own weighing.
    """
    parts, media, fractions = tuple(parts), tuple(media), tuple(fractions)
    off = weight_in.tolerance_g if weight_in else 0
    weighed = (weight_in is not None) + len(parts) + len(media)
    return Balance(
        weight_in.grams if weight_in else None,
        parts=sum(parts),
        media=sum(media),
        fractions=sum(one.grams for one in fractions),
        tolerance=off * weighed + sum(one.tolerance_g for one in fractions),
    )
