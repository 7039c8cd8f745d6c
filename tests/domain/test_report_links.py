from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from serkut_desk.domain.evidence import Verdict
from serkut_desk.domain.report_links import Claim, Relation, Told, differing, relation

CLEAN = Claim("/dev/sda", "WX61", "PASSED", "")
WHOLE = Told("run", "body", "head", finished=True, claims=(CLEAN,))
EARLY = Told(
    "other", "early", "head", finished=False, claims=(replace(CLEAN, verdict="INCOMPLETE"),)
)


def with_verdict(told: Told, verdict: str) -> Told:
    return replace(told, claims=(replace(told.claims[0], verdict=verdict),))


def test_the_same_words_are_the_same_run() -> None:
    assert relation(WHOLE, WHOLE) is Relation.SAME
    assert relation(WHOLE, replace(WHOLE, body="crlf")) is Relation.SAME


def test_an_unfinished_log_is_the_beginning_of_the_whole_one() -> None:
    assert relation(EARLY, WHOLE) is Relation.GROWN
    assert relation(WHOLE, EARLY) is Relation.PART


@pytest.mark.parametrize("verdict", ["FAILED", "ABORTED", "INSANE"])
def test_an_unfinished_log_that_accuses_a_drive_is_no_mere_part(verdict: str) -> None:
    accusing = with_verdict(EARLY, verdict)
    assert relation(WHOLE, accusing) is Relation.CONTRADICTS
    assert relation(accusing, WHOLE) is Relation.CONTRADICTS


def test_another_serial_in_the_same_text_is_a_contradiction() -> None:
    forged = replace(WHOLE, fingerprint="forged", claims=(replace(CLEAN, serial="YYYY"),))
    assert relation(WHOLE, forged) is Relation.CONTRADICTS
    assert differing(WHOLE, forged) == {"/dev/sda"}


def test_alike_beginnings_are_chance_unless_the_results_oppose() -> None:
    retry = replace(WHOLE, fingerprint="retry", body="retry")
    assert relation(WHOLE, retry) is Relation.NONE
    assert relation(with_verdict(WHOLE, "FAILED"), retry) is Relation.CONTRADICTS


def test_reports_with_nothing_in_common_are_unrelated() -> None:
    assert relation(WHOLE, Told("x", "", "", finished=True, claims=(CLEAN,))) is Relation.NONE


def test_a_drive_that_one_of_the_two_leaves_out_is_doubtful() -> None:
    two = replace(WHOLE, claims=(CLEAN, replace(CLEAN, device="/dev/sdb", verdict="FAILED")))
    assert relation(two, WHOLE) is Relation.CONTRADICTS
    assert differing(two, WHOLE) == {"/dev/sdb"}


@given(
    earlier=st.sampled_from(Verdict),
    later=st.sampled_from(Verdict),
    ended=st.tuples(st.booleans(), st.booleans()),
)
def test_no_second_text_about_a_run_turns_failure_into_success(
    earlier: Verdict, later: Verdict, ended: tuple[bool, bool]
) -> None:
    bad = {Verdict.FAILED, Verdict.ABORTED, Verdict.INSANE}
    one = replace(with_verdict(WHOLE, earlier), finished=ended[0])
    other = replace(with_verdict(WHOLE, later), finished=ended[1], body="edited")
    if earlier in bad and later is Verdict.PASSED:
        assert relation(one, other) is Relation.CONTRADICTS
        assert relation(other, one) is Relation.CONTRADICTS
