"""One measured figure, and how two ways of doing the same thing are timed in turn."""

from __future__ import annotations

import gc
import time
from dataclasses import asdict, dataclass
from statistics import median
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True)
class Figure:
    """What was measured.

    Args:
        name: What was done.
        ours: Median milliseconds of the program.
        bare: Median milliseconds of the least way to do it; None where there is none.
        goal: The ratio may be at most this; None for figures that only inform.
        limit: What keeps the program from being faster.
    """

    name: str
    ours: float
    bare: float | None = None
    goal: float | None = None
    limit: str = ""
    ratio: float | None = None

    @property
    def met(self) -> bool | None:
        """Whether the goal is met; None without one."""
        if self.goal is None or self.ratio is None:
            return None
        return self.ratio <= self.goal

    def as_dict(self) -> dict[str, Any]:
        """Return it for JSON, times in milliseconds."""
        return {**asdict(self), "met": self.met}


def milliseconds(work: Callable[..., object], *given: object) -> float:
    """Return how long one call takes."""
    before = time.perf_counter()
    work(*given)
    return (time.perf_counter() - before) * 1000


def in_turn(
    ours: Callable[[], float], bare: Callable[[], float], *, rounds: int, warm: int
) -> tuple[float, float, float]:
    """Run both again and again, one after the other, so that a slow moment hits both.

    Args:
        ours: Does it once and returns the milliseconds that count.
        bare: Likewise.
        rounds: How often.
        warm: How many rounds before that are not counted.

    Returns:
        Both medians, and the median of the rounds' ratios.
    """
    pairs = []
    gc.collect()
    for number in range(warm + rounds):
        # Whoever runs second finds warmer caches: take turns.
        if number % 2:
            one, other = ours(), bare()
        else:
            other, one = bare(), ours()
        if number >= warm:
            pairs.append((one, other))
    return (
        median(one for one, _ in pairs),
        median(other for _, other in pairs),
        median(one / other for one, other in pairs),
    )
