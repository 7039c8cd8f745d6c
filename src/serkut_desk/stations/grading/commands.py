"""What can be asked at the grading station."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.stations.handling import Command

if TYPE_CHECKING:
    from serkut_desk.domain.advice import Way
    from serkut_desk.domain.changes import Changes
    from serkut_desk.domain.checklist import Result
    from serkut_desk.domain.data_state import Lock
    from serkut_desk.domain.grading import Graded
    from serkut_desk.domain.lifecycle import DeviceState
    from serkut_desk.domain.outcomes import Grade, Outcome
    from serkut_desk.domain.stops import Stop


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer that was kept.

    Args:
        device: Code.
        answered: How many of the `asked` checks have their answer now.
        stop: The stop that the answer raised; the answer itself is then asked again later.
        changes: What every screen is told: nothing but a stop is outside the draft.
    """

    device: str
    answered: int
    asked: int
    stop: Stop | None
    changes: Changes


@dataclass(frozen=True, slots=True)
class Finished:
    """An inspection that was finished, with its grade and the label that was queued.

    `locks` are why the device went to quarantine, empty where it did not.
    """

    device: str
    inspection: int
    graded: Graded
    state: DeviceState
    locks: tuple[Lock, ...]
    label: int
    changes: Changes


@dataclass(frozen=True, slots=True)
class Overridden:
    """A grade that a supervisor set in the place of the computed one."""

    device: str
    computed: Grade
    grade: Grade
    label: int
    changes: Changes


@dataclass(frozen=True, slots=True)
class Decided:
    """Where a device goes: `plan` is the way that was chosen, `advised` what the rules said."""

    device: str
    outcome: Outcome
    state: DeviceState
    changes: Changes
    plan: Way
    advised: Way | None


@dataclass(frozen=True, slots=True)
class AnswerCheck(Command[Kept]):
    """Answer one check; kept at once, whoever scans the device next goes on.

    `reason` is the key of why it was not possible. "No" to a hazard stops the device.
    """

    device: str
    check: str
    result: Result
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class AnswerZone(Command[Kept]):
    """Answer every question of one part of the surface: pairs of question and yes or no."""

    device: str
    zone: str
    answers: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class CleanZones(Command[Kept]):
    """Say that no part of the surface has marks but those that were answered already."""

    device: str


@dataclass(frozen=True, slots=True)
class AnswerMeasure(Command[Kept]):
    """Answer a check with its figure."""

    device: str
    check: str
    value: int


@dataclass(frozen=True, slots=True)
class FinishInspection(Command[Finished]):
    """Make an inspection of the answers; it holds instead of the one before it."""

    device: str


@dataclass(frozen=True, slots=True)
class OverrideGrade(Command[Overridden]):
    """Set another grade than the computed one; both are kept."""

    device: str
    grade: Grade
    reason: str


@dataclass(frozen=True, slots=True)
class Decide(Command[Decided]):
    """Say where a device goes from here; the advice as it stands is kept beside it.

    `plan` tells a harvest from a dismantling: both have the outcome dismantle. None is the way
    that has the outcome's own name.
    """

    device: str
    outcome: Outcome
    reason: str
    plan: Way | None = None
