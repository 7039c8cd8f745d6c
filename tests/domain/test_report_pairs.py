"""Which drives of two reports are one, and what they say differently."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from serkut_desk.domain.evidence import Verdict
from serkut_desk.domain.report_pairs import DriveTold, PairField, host_keys, pairs_of

START = datetime(2026, 11, 21, 21, 36, 12)  # noqa: DTZ001 - a log's clock has no zone
END = START + timedelta(seconds=23)
LOG = DriveTold(
    number=1,
    paper=False,
    serial="WDWX61AA81XXQA",
    model="WDC WD5000LPLX-6",
    size=25165824,
    method="DoD Short",
    status="ERASED",
    errors=(0, 0, 0),
    started=START,
    ended=END,
    verdict=Verdict.PASSED,
    host=host_keys("5CG8XXQ0V1", "3f2504e0"),
)
PAPER = replace(LOG, number=2, paper=True)


def fields(log: DriveTold, paper: DriveTold) -> set[PairField]:
    (pair,) = pairs_of([log], [paper])
    return {one.field for one in pair.differences}


@pytest.mark.parametrize("seconds", [0, 2, -2])
def test_the_same_serial_at_the_same_time_is_the_same_run(seconds: int) -> None:
    paper = replace(PAPER, serial="WX61AA81XXQA", ended=END + timedelta(seconds=seconds))
    (pair,) = pairs_of([LOG], [paper])
    assert (pair.log, pair.paper, pair.agrees) == (1, 2, True)


def test_another_time_or_another_serial_is_another_run() -> None:
    late = replace(PAPER, started=START + timedelta(hours=1), ended=END + timedelta(hours=1))
    assert pairs_of([LOG], [late]) == ()
    assert pairs_of([LOG], [replace(PAPER, serial="S3TUNX0K4", host=frozenset())]) == ()


def test_two_that_fit_are_no_pair() -> None:
    assert pairs_of([LOG, replace(LOG, number=3)], [PAPER]) == ()
    blank = replace(LOG, serial="")
    twins = [replace(blank, number=4), replace(blank, number=5)]
    assert pairs_of(twins, [replace(PAPER, serial="")]) == ()


def test_a_drive_without_a_serial_is_found_by_all_else_together() -> None:
    log, paper = replace(LOG, serial=""), replace(PAPER, serial="")
    assert len(pairs_of([log], [paper])) == 1
    for other in (
        replace(paper, host=frozenset()),
        replace(paper, model="SAMSUNG MZ7LN256"),
        replace(paper, size=1),
        replace(paper, ended=END + timedelta(seconds=3)),
    ):
        assert pairs_of([log], [other]) == ()


def test_an_edited_serial_shows() -> None:
    assert fields(LOG, replace(PAPER, serial="WX61AA81ZZZZ")) == {PairField.SERIAL}


@pytest.mark.parametrize(
    ("paper", "field"),
    [
        (replace(PAPER, method="PRNG Stream"), PairField.METHOD),
        (replace(PAPER, size=25165312), PairField.SIZE),
        (replace(PAPER, errors=(0, 1, 0)), PairField.ERRORS),
        (replace(PAPER, started=START + timedelta(seconds=9)), PairField.STARTED),
        (replace(PAPER, ended=END + timedelta(seconds=9)), PairField.ENDED),
        (replace(PAPER, status="FAILED"), PairField.STATUS),
    ],
)
def test_what_differs_is_told(paper: DriveTold, field: PairField) -> None:
    assert fields(LOG, paper) == {field}
    unsaid = replace(LOG, method="", size=None, errors=None, status="")
    assert field in {PairField.STARTED, PairField.ENDED} or fields(unsaid, paper) == set()


@pytest.mark.parametrize("bad", [Verdict.FAILED, Verdict.ABORTED, Verdict.INSANE])
@pytest.mark.parametrize("good", [Verdict.PASSED, Verdict.REVIEW])
def test_success_against_failure_is_opposed_both_ways(bad: Verdict, good: Verdict) -> None:
    for one, other in ((bad, good), (good, bad)):
        (pair,) = pairs_of([replace(LOG, verdict=one)], [replace(PAPER, verdict=other)])
        assert pair.opposed
    (same,) = pairs_of([replace(LOG, verdict=bad)], [replace(PAPER, verdict=bad)])
    assert not same.opposed


def test_numbers_without_a_digit_name_no_computer() -> None:
    assert host_keys("Not Specified", "", "None") == frozenset()
