"""Quarantine and the ways out of it (gate 4): what the donor answered decides which.

A lock is lifted by whoever set it, so the donor is asked first. What may be stolen belongs to
somebody: nothing is done with it before a release, and then two supervisors say so.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from serkut_desk.domain.data_state import Lock
from serkut_desk.domain.lacks import Lack, LackCode, lack

if TYPE_CHECKING:
    from collections.abc import Iterable


class DonorAnswer(StrEnum):
    """What the donor answered to a release request."""

    RELEASED = "released"
    REFUSED = "refused"
    UNKNOWN = "unknown"


class WayOut(StrEnum):
    """How a reason for quarantine ended."""

    FREED = "freed"
    DISMANTLE = "dismantle"


class QuarantineStep(StrEnum):
    """What somebody has to do next about a device in quarantine."""

    REQUEST = "request"
    WAIT = "wait"
    FREE = "free"
    FREE_BY_TWO = "free_by_two"
    DISMANTLE = "dismantle"
    DECIDE = "decide"
    AUTHORITIES = "authorities"


@dataclass(frozen=True, slots=True)
class LockFacts:
    """What the rules need to know of one open reason.

    Args:
        lock: Which.
        requested: The donor was asked.
        answer: What the donor answered, None before.
    """

    lock: Lock
    requested: bool = False
    answer: DonorAnswer | None = None


# What is furthest from an end comes first: a device is free only when every reason is closed.
_ORDER = (
    QuarantineStep.AUTHORITIES,
    QuarantineStep.DISMANTLE,
    QuarantineStep.REQUEST,
    QuarantineStep.WAIT,
    QuarantineStep.DECIDE,
    QuarantineStep.FREE_BY_TWO,
    QuarantineStep.FREE,
)
_STEPS = {
    DonorAnswer.RELEASED: QuarantineStep.FREE,
    DonorAnswer.REFUSED: QuarantineStep.DISMANTLE,
    DonorAnswer.UNKNOWN: QuarantineStep.DECIDE,
}


def step_of(facts: LockFacts) -> QuarantineStep:
    """Return what has to be done next about one reason."""
    stolen = facts.lock is Lock.STOLEN
    if facts.answer is None:
        return QuarantineStep.WAIT if facts.requested else QuarantineStep.REQUEST
    if stolen:
        released = facts.answer is DonorAnswer.RELEASED
        return QuarantineStep.FREE_BY_TWO if released else QuarantineStep.AUTHORITIES
    return _STEPS[facts.answer]


def next_step(reasons: Iterable[LockFacts]) -> QuarantineStep:
    """Return what has to be done next about a device, by all its open reasons."""
    steps = {step_of(one) for one in reasons}
    return next(step for step in _ORDER if step in steps)


def against_freeing(facts: LockFacts) -> tuple[Lack, ...]:
    """Return why a reason may not be closed as freed; empty when nothing stands against it.

    A BIOS or MDM lock may be freed without the donor's answer: it can turn out to be none, or the
    password is found. A refusal is not passed over.
    """
    if facts.lock is Lock.STOLEN:
        return against_touching((facts,))
    refused = facts.answer is DonorAnswer.REFUSED
    return (lack(LackCode.RELEASE_REFUSED),) if refused else ()


def against_touching(reasons: Iterable[LockFacts]) -> tuple[Lack, ...]:
    """Return why a device may not be taken apart: it may be stolen and nobody released it."""
    held = any(
        one.lock is Lock.STOLEN and one.answer is not DonorAnswer.RELEASED for one in reasons
    )
    return (lack(LackCode.STOLEN_NOT_RELEASED),) if held else ()
