from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from domain.policy_cases import medium, overwrite, perfect, shipped_policy
from serkut_desk.domain.data_state import MediumState
from serkut_desk.domain.evidence import Verdict
from serkut_desk.domain.media import MediumKind
from serkut_desk.domain.sanitisation import RunFacts, judge
from serkut_desk.domain.standing import JudgedRun, standing

POLICY = shipped_policy()
ROWS = {row.id: row for row in POLICY.rows}
BAD = [Verdict.FAILED, Verdict.ABORTED, Verdict.INSANE, Verdict.INCOMPLETE]
WROTE_NOTHING = [Verdict.NOT_STARTED, Verdict.NOT_WIPED, Verdict.VERIFY_ONLY]


def judged(number: int, run: RunFacts, kind: MediumKind = MediumKind.HDD) -> JudgedRun:
    return JudgedRun(number, run.verdict, judge(POLICY, medium(kind), run))


def with_verdict(number: int, verdict: Verdict) -> JudgedRun:
    return judged(number, replace(overwrite(), verdict=verdict))


def test_no_run_is_not_wiped() -> None:
    assert standing([]).state is MediumState.NOT_WIPED


@pytest.mark.parametrize("verdict", WROTE_NOTHING)
def test_a_run_that_wrote_nothing_changes_nothing(verdict: Verdict) -> None:
    assert standing([with_verdict(1, verdict)]).state is MediumState.NOT_WIPED
    both = standing([judged(1, overwrite()), with_verdict(2, verdict)], approved_run=1)
    assert both.state is MediumState.PROVEN


@pytest.mark.parametrize("verdict", BAD)
def test_a_bad_run_alone_has_failed(verdict: Verdict) -> None:
    assert standing([with_verdict(1, verdict)]).state is MediumState.FAILED


def test_a_doubtful_run_is_to_be_looked_at() -> None:
    assert standing([with_verdict(1, Verdict.REVIEW)]).state is MediumState.TO_REVIEW


@pytest.mark.parametrize("verdict", [*BAD, Verdict.REVIEW])
def test_a_later_bad_run_cancels_an_approved_one_until_it_is_set_aside(verdict: Verdict) -> None:
    good, bad = judged(1, overwrite()), with_verdict(2, verdict)
    cancelled = standing([good, bad], approved_run=1)
    assert cancelled.state is MediumState.TO_REVIEW
    assert cancelled.cancelled
    assert cancelled.deciding == bad
    aside = standing([good, replace(bad, set_aside=True)], approved_run=1)
    assert aside.state is MediumState.PROVEN


def test_a_good_run_that_began_before_a_failed_one_does_not_cure_it() -> None:
    at = datetime(2026, 11, 23, 6, tzinfo=UTC)
    bad = replace(with_verdict(1, Verdict.FAILED), started=at)
    before, after = (
        replace(judged(number, overwrite()), started=at + timedelta(hours=hours))
        for number, hours in ((2, -2), (3, 2))
    )
    old = standing([bad, before], approved_run=2)
    assert (old.state, old.cancelled, old.deciding) == (MediumState.TO_REVIEW, True, bad)
    both = standing([bad, before, after], approved_run=3)
    assert (both.state, both.deciding) == (MediumState.PROVEN, after)
    # Where nobody knows when it began, what came in later is later.
    assert standing([bad, replace(before, started=None)]).state is MediumState.UNAPPROVED
    aside = replace(bad, set_aside=True)
    assert standing([aside, before]).state is MediumState.UNAPPROVED


def test_a_good_run_after_a_failed_one_waits_for_approval() -> None:
    result = standing([with_verdict(1, Verdict.FAILED), judged(2, overwrite())])
    assert result.state is MediumState.UNAPPROVED
    assert result.deciding is not None
    assert result.deciding.id == 2


def test_the_best_good_run_decides() -> None:
    purged = judged(1, perfect(ROWS["nvme-sanitize-block"]), MediumKind.NVME)
    overwritten = judged(2, overwrite(), MediumKind.NVME)
    assert standing([overwritten]).state is MediumState.NOT_ENOUGH
    both = standing([purged, overwritten])
    assert both.state is MediumState.UNAPPROVED
    assert both.deciding == purged


def test_a_contradiction_is_to_be_looked_at_even_when_approved() -> None:
    good = judged(1, overwrite())
    assert standing([good], approved_run=1, contradicted=True).state is MediumState.TO_REVIEW
    assert standing([], contradicted=True).state is MediumState.TO_REVIEW


def test_an_approval_of_another_run_is_none() -> None:
    assert standing([judged(2, overwrite())], approved_run=1).state is MediumState.UNAPPROVED


def test_a_destroyed_medium_stays_destroyed() -> None:
    melted = replace(judged(1, perfect(ROWS["destroy-melt"])), physical=True)
    assert standing([melted]).state is MediumState.UNAPPROVED
    late = [melted, with_verdict(2, Verdict.FAILED)]
    assert standing(late, approved_run=1).state is MediumState.DESTROYED
