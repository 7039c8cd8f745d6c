"""Which of a medium's runs decides, and what state of the medium follows.

All runs are kept. A later run that failed or was broken off cancels an earlier good one, until a
supervisor has set it aside; a run that wrote nothing changes nothing. Later is what came in later;
what a tool's clock says can only speak against a run: a report of a good wipe that is brought in
after that of a failed one, but tells of a wipe begun before it, cancels no failure.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.domain.data_state import MediumState
from serkut_desk.domain.evidence import Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from serkut_desk.domain.sanitisation import Judgement

WROTE_NOTHING = frozenset({Verdict.NOT_STARTED, Verdict.NOT_WIPED, Verdict.VERIFY_ONLY})


@dataclass(frozen=True, slots=True)
class JudgedRun:
    """One run on a medium with its judgement.

    Args:
        id: Its number in the records.
        set_aside: A supervisor looked at it and decided that it does not count.
        physical: It destroyed the medium itself.
        frozen: A second look at it failed, or at something that was wiped like it: it proves
            nothing until that is settled.
        started: When it began by the tool's clock; None when nobody knows.
    """

    id: int
    verdict: Verdict
    judgement: Judgement
    set_aside: bool = False
    physical: bool = False
    frozen: bool = False
    started: datetime | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """What a medium's runs come to.

    Args:
        state: How far its proof is.
        deciding: The run that decides; None when nothing was written.
        cancelled: An earlier good run no longer counts because of the deciding one.
        frozen: Every run that would prove it is frozen.
    """

    state: MediumState
    deciding: JudgedRun | None = None
    cancelled: bool = False
    frozen: bool = False


def standing(
    runs: Sequence[JudgedRun], *, approved_run: int | None = None, contradicted: bool = False
) -> Standing:
    """Return where a medium stands.

    Args:
        runs: All its runs since data was last put on it, in the order in which they were received.
        approved_run: The run on which the approval in force rests.
        contradicted: A report says of this medium what another says of a different one.
    """
    destroyed = next((run for run in runs if run.physical and run.id == approved_run), None)
    if destroyed:
        # Nothing that a report says later can bring a destroyed medium back.
        return Standing(MediumState.DESTROYED, destroyed)
    counting = [run for run in runs if not run.set_aside and run.verdict not in WROTE_NOTHING]
    if not counting:
        return Standing(MediumState.TO_REVIEW if contradicted else MediumState.NOT_WIPED)
    good = _good_tail(counting)
    if not good:
        return _broken(counting)
    return _proving(good, approved_run, contradicted=contradicted)


def _proving(good: list[JudgedRun], approved_run: int | None, *, contradicted: bool) -> Standing:
    """Return where a medium stands that has good runs: what is frozen proves nothing."""
    sure = [run for run in good if not run.frozen]
    if not sure:
        return Standing(MediumState.TO_REVIEW, good[0], frozen=True)
    approved = next((run for run in sure if run.id == approved_run), None)
    # An approval stays with the policy it was given under.
    best = approved or max(sure, key=lambda run: (run.judgement.enough, run.judgement.level.rank))
    if contradicted:
        return Standing(MediumState.TO_REVIEW, best)
    if approved:
        return Standing(MediumState.PROVEN, best)
    enough = best.judgement.enough
    return Standing(MediumState.UNAPPROVED if enough else MediumState.NOT_ENOUGH, best)


def _good_tail(runs: list[JudgedRun]) -> list[JudgedRun]:
    """Return the good runs after the last one that was not; the latest first."""
    tail: list[JudgedRun] = []
    for run in reversed(runs):
        if run.verdict is not Verdict.PASSED:
            break
        tail.append(run)
    bad = [run.started for run in runs if run.verdict is not Verdict.PASSED and run.started]
    last = max(bad, default=None)
    return [run for run in tail if not (run.started and last and run.started < last)]


def _broken(runs: list[JudgedRun]) -> Standing:
    last = next(run for run in reversed(runs) if run.verdict is not Verdict.PASSED)
    cancelled = any(run.verdict is Verdict.PASSED for run in runs)
    to_review = cancelled or last.verdict is Verdict.REVIEW
    return Standing(MediumState.TO_REVIEW if to_review else MediumState.FAILED, last, cancelled)
