"""How far a counting is: what should lie at the place, and what of it was seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.domain.stocktake import Unseen

if TYPE_CHECKING:
    from serkut_desk.records.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Standing:
    """How many devices and parts of those expected were seen; ids of those that were not."""

    counted: int
    expected: int
    left: tuple[int, ...]
    parts_left: tuple[int, ...] = ()


def standing(work: UnitOfWork, place_id: int, stocktake_id: int) -> Standing:
    """Return how far a counting is; what comes and goes meanwhile counts as it stands now."""
    expected = work.stocktakes.expected(place_id)
    marked = {mark.device_id for mark in work.stocktakes.marks_of(stocktake_id)}
    left = tuple(one for one in expected if one not in marked)
    parts = [part.id for part in work.parts.at_place(place_id)]
    seen = {mark.part_id for mark in work.stocktakes.part_marks_of(stocktake_id)}
    parts_left = tuple(one for one in parts if one not in seen)
    total = len(expected) + len(parts)
    return Standing(total - len(left) - len(parts_left), total, left, parts_left)


def unseen(work: UnitOfWork, place_id: int, stocktake_id: int) -> tuple[Unseen, ...]:
    """Return what should lie at the place and was not scanned, with what explains it."""
    left = standing(work, place_id, stocktake_id).left
    baskets = work.stocktakes.baskets(left)
    return tuple(Unseen(one.code, baskets.get(one.code)) for one in work.overview.lines(left))
