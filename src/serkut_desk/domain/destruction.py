"""Media that two persons destroyed together: what is recorded, and how their weight is shared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.domain.errors import Misused

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from serkut_desk.domain.policy import SanitisationTechnique

MOST_AT_ONCE = 200
"""More media than one destruction can be seen by two persons."""


@dataclass(frozen=True, slots=True)
class Destruction:
    """One destruction, of one medium or of many.

    Args:
        particle_class: Class of ISO/IEC 21964 (DIN 66399) of the pieces, as `H-4`.
        machine: What it was done with, or where.
        first_by: One of the two who saw it.
        second_by: The other.
        weight_g: What all the pieces weigh together, None where nobody weighed them.
        container_id: Where the pieces lie.
        sha256: The photograph or paper that shows it.
        seq: Its journal entry.
    """

    id: int
    at: datetime
    technique: SanitisationTechnique
    particle_class: str | None
    machine: str
    first_by: str
    second_by: str
    weight_g: int | None
    container_id: int | None
    sha256: str | None
    note: str
    seq: int


def shares(total_g: int | None, known_g: Sequence[int | None]) -> tuple[int, ...]:
    """Return how many grams of the pieces are of each medium.

    A medium that was weighed before keeps its weight; the others share what is left evenly.

    Args:
        total_g: What the pieces weigh together, None where nobody weighed them.
        known_g: The weight of each medium as the records have it.

    Raises:
        Misused: `destruction_weight_missing` where a share cannot be told,
            `destruction_weight_wrong` where the pieces weigh less than the media that are known.
    """
    unknown = sum(one is None for one in known_g)
    if not unknown:
        return tuple(one or 0 for one in known_g)
    if total_g is None:
        raise Misused("destruction_weight_missing")
    left = total_g - sum(one or 0 for one in known_g)
    if left < unknown:
        raise Misused("destruction_weight_wrong", weight_g=total_g)
    each, more = divmod(left, unknown)
    found = []
    for one in known_g:
        found.append(one if one is not None else each + (1 if more > 0 else 0))
        more -= one is None
    return tuple(found)
