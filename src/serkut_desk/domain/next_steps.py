"""What follows when a wipe failed or is not enough: again in another way, out, or destroyed.

A step holds for the run that it was decided about: a newer result asks for a new decision.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from serkut_desk.domain.data_state import MediumState
from serkut_desk.domain.evidence import Verdict
from serkut_desk.domain.media import MediumKind
from serkut_desk.domain.policy import PHYSICAL, SanitisationTechnique

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from serkut_desk.domain.media import Level
    from serkut_desk.domain.policy import PolicyRow

ASKS_FOR_STEP = frozenset({MediumState.FAILED, MediumState.NOT_ENOUGH})
"""States in which a medium goes on only when a supervisor has said how."""

# Their memory is part of the board or of the whole thing.
_FIXED = frozenset({MediumKind.EMMC, MediumKind.UFS, MediumKind.PHONE})
# A failure is tried once more the same way, at another port or with another cable
# (NIST SP 800-88r2 4.5.2 asks not to accept errors; the single repeat is the house's own rule).
_TRIES = 2


class Step(StrEnum):
    """How a medium goes on; `next_step.<word>` in the texts."""

    REPEAT = "repeat"
    REMOVE = "remove"
    DESTROY = "destroy"


@dataclass(frozen=True, slots=True)
class NextStep:
    """What a supervisor decided about a medium.

    Args:
        run_id: The result that it was decided about.
        technique: What to do to it, None where it is only taken out.
    """

    id: int
    medium_id: int
    run_id: int
    step: Step
    technique: SanitisationTechnique | None
    note: str
    at: datetime
    by: str
    seq: int


@dataclass(frozen=True, slots=True)
class Offer:
    """One way to go on; `level` is what it reaches when everything holds, None for taking out."""

    step: Step
    technique: SanitisationTechnique | None = None
    level: Level | None = None


def offers(
    ways: Iterable[PolicyRow],
    tried: Iterable[tuple[SanitisationTechnique, Verdict]],
    kind: MediumKind,
    *,
    removed: bool,
    top: dict[str, Level],
) -> tuple[Offer, ...]:
    """Return how a medium can go on, the mildest first.

    Args:
        ways: Rules that reach what is asked of it (`Policy.ways`).
        tried: Every run on it that counts, the oldest first.
        kind: What it is.
        removed: It was taken out already.
        top: The level of each rule, by its id.
    """
    runs = list(tried)
    found: list[Offer] = []
    for row in ways:
        failed = sum(
            technique is row.technique and verdict not in {Verdict.PASSED, Verdict.ABORTED}
            for technique, verdict in runs
        )
        if row.technique not in PHYSICAL and failed < _TRIES:
            found.append(Offer(Step.REPEAT, row.technique, top[row.id]))
    last = runs[-1][0] if runs else None
    # What just failed is offered after what has not been tried.
    found.sort(key=lambda one: one.technique is last)
    if not removed and kind not in _FIXED:
        found.append(Offer(Step.REMOVE))
    found += [
        Offer(Step.DESTROY, row.technique, top[row.id]) for row in ways if row.technique in PHYSICAL
    ]
    return tuple(dict.fromkeys(found))
