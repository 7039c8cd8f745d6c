"""Who is drawn, who may look, what a reading says and what a failure freezes."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from serkut_desk import shipped
from serkut_desk.domain.data_state import DeviceFacts, MediumFacts, MediumState
from serkut_desk.domain.device_types import BearsData
from serkut_desk.domain.evidence import DriveResult, ErrorCounters, ReportRun, Verdict
from serkut_desk.domain.lacks import LackCode
from serkut_desk.domain.lifecycle import Action, NotAllowed, may, may_medium_leave
from serkut_desk.domain.outcomes import Functional, Grade, Outcome
from serkut_desk.domain.policy import SanitisationTechnique
from serkut_desk.domain.second_look import (
    Draw,
    FreezeWhy,
    RunMark,
    Told,
    against_looking,
    chosen,
    draw_in,
    frozen_by,
    month_of,
    parse_look_rules,
    seed_of,
    told_by,
)

RULES = parse_look_rules(shipped.json_resource("wiping", "looks.json"))
HASH = "ab" * 32
NOON = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
READ = SanitisationTechnique.VERIFY_ONLY


@pytest.mark.parametrize(
    ("population", "needed"),
    [(0, 0), (1, 1), (19, 1), (20, 1), (21, 2), (60, 3), (61, 4), (100, 5), (101, 6)],
)
def test_at_least_five_of_a_hundred_and_one_of_any(population: int, needed: int) -> None:
    assert RULES.needed(population) == needed


def test_what_leaves_today_is_not_held_back_for_being_the_first() -> None:
    assert RULES.needed_by_now(1, 0) == 0
    assert RULES.needed_by_now(19, 0) == 0
    assert RULES.needed_by_now(20, 0) == 1
    assert RULES.needed_by_now(2, 1) == 1
    assert RULES.needed_by_now(61, 60) == 3


def plan(need: int, *candidates: int, fresh: tuple[int, ...] = (), chance: int = 0) -> Draw:
    return Draw("2026-11", 100, 0, 0, need, candidates, fresh, chance)


def test_the_guides_test_vector_holds() -> None:
    seed = hashlib.sha256(b"serkut-desk second look 1\n" + f"{HASH}\n2026-11".encode()).hexdigest()
    assert seed_of(HASH, "2026-11") == seed
    ranks = {run: hashlib.sha256(f"{seed}\n{run}".encode()).hexdigest() for run in range(1, 11)}
    two = sorted(sorted(ranks, key=lambda run: ranks[run])[:2])
    assert chosen(plan(2, *range(1, 11)), HASH) == tuple(two)
    guide = shipped.resource("guide", "en", "looks.md").read_text(encoding="utf-8")
    assert seed in guide
    assert f"runs {two[0]} and {two[1]}" in guide


@given(st.sets(st.integers(1, 10**6), max_size=60), st.integers(0, 70), st.integers(0, 1000))
def test_as_many_as_are_needed_and_no_stranger(runs: set[int], need: int, chance: int) -> None:
    some = tuple(sorted(runs))
    drawn = chosen(plan(need, *some, fresh=some, chance=chance), HASH)
    assert set(drawn) <= runs
    assert len(drawn) >= min(need, len(runs))
    told = plan(need, *some, fresh=some, chance=chance)
    assert draw_in(told.as_entry()) == told


def test_another_hash_or_month_draws_others() -> None:
    many = plan(5, *range(1, 201))
    assert chosen(many, HASH) != chosen(many, "cd" * 32)
    assert seed_of(HASH, "2026-11") != seed_of(HASH, "2026-12")
    hits = sum(len(chosen(plan(0, fresh=(n,), chance=20), HASH)) for n in range(1, 5001))
    assert 60 < hits < 140


def test_a_month_is_a_finnish_one() -> None:
    assert month_of(datetime(2026, 11, 30, 22, 30, tzinfo=UTC)) == "2026-12"


@pytest.mark.parametrize(("share", "chance"), [(0, 0), (101, 0), (5, -1), (5, 1001)])
def test_rules_that_can_not_be(share: int, chance: int) -> None:
    document = shipped.json_resource("wiping", "looks.json")
    document["share"] = {"per_hundred": share, "least": 1, "chance_per_thousand": chance}
    with pytest.raises(ValueError, match="shares"):
        parse_look_rules(document)


def test_who_had_a_part_does_not_look() -> None:
    def lacks(person: str) -> list[str]:
        found = against_looking(person, performers=("A", "B"), importer="C", approvers=("D",))
        return [one.code.value for one in found]

    assert lacks("A") == lacks("B") == ["looker_performed"]
    assert lacks("C") == ["looker_imported"]
    assert lacks("D") == ["looker_approved"]
    assert lacks("E") == []


def drive(**more: object) -> DriveResult:
    base = {"device": "/dev/sda", "serial": "S1", "technique": READ}
    return DriveResult(**{**base, "verdict": Verdict.VERIFY_ONLY, **more})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("drives", "told"),
    [
        ((), Told.NOTHING),
        ((drive(serial="S2"),), Told.OTHER_SERIAL),
        ((drive(serial=None),), Told.OTHER_SERIAL),
        ((drive(),), Told.CLEAN),
        ((drive(serial="WDS1"),), Told.CLEAN),
        ((drive(counters=ErrorCounters(0, 0, 0)),), Told.CLEAN),
        ((drive(counters=ErrorCounters(0, 3, 0)),), Told.DIRTY),
        ((drive(trouble=("I/O error",)),), Told.DIRTY),
        ((drive(verdict=Verdict.FAILED),), Told.DIRTY),
        ((drive(verdict=Verdict.INCOMPLETE),), Told.UNREAD),
        ((drive(verdict=Verdict.NOT_WIPED),), Told.UNREAD),
        ((drive(technique=SanitisationTechnique.OVERWRITE, verdict=Verdict.PASSED),), Told.WRITTEN),
    ],
)
def test_what_a_report_says_of_a_reading(drives: tuple[DriveResult, ...], told: Told) -> None:
    assert told_by([ReportRun(index=0, tool="nwipe", drives=drives)], "S1").told is told


WROTE = {"technique": SanitisationTechnique.OVERWRITE, "verdict": Verdict.PASSED}


@pytest.mark.parametrize(
    ("runs", "told"),
    [
        # Wiped once more and read then: that shows nothing of what the first wipe left.
        ((drive(**WROTE), drive()), Told.WRITTEN),
        ((drive(), drive(**WROTE), drive()), Told.WRITTEN),
        ((drive(verdict=Verdict.FAILED), drive(**WROTE), drive()), Told.WRITTEN),
        # What was found does not go away by reading again.
        ((drive(verdict=Verdict.FAILED), drive()), Told.DIRTY),
        ((drive(verdict=Verdict.INCOMPLETE), drive()), Told.CLEAN),
        ((drive(), drive(verdict=Verdict.INCOMPLETE)), Told.UNREAD),
        ((drive(), drive(serial="S2", **WROTE)), Told.CLEAN),
    ],
)
def test_a_file_with_several_runs_is_read_as_a_whole(
    runs: tuple[DriveResult, ...], told: Told
) -> None:
    several = [
        ReportRun(index=number, tool="nwipe", fingerprint=str(number), drives=(one,))
        for number, one in enumerate(runs)
    ]
    assert told_by(several, "S1").told is told


def test_the_wipe_itself_in_the_same_file_is_no_writing_since() -> None:
    wipe = ReportRun(index=0, tool="nwipe", fingerprint="known", drives=(drive(**WROTE),))
    dirty = ReportRun(index=1, tool="nwipe", drives=(drive(verdict=Verdict.FAILED),))
    clean = ReportRun(index=2, tool="nwipe", drives=(drive(),))
    assert told_by([wipe, clean], "S1", {"known"}).run is clean
    assert told_by([dirty, wipe, clean], "S1", {"known"}).told is Told.CLEAN
    assert told_by([wipe], "S1", {"known"}).told is Told.WRITTEN
    assert told_by([wipe, clean], "S1", {"other"}).told is Told.WRITTEN


FAILED = RunMark(1, 10, "nwipe", "0.40", frozenset({"A"}), NOON)
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


def mark(
    report: int | None = 99,
    tool: str = "hdparm",
    version: str | None = "9",
    who: str = "B",
    at: datetime = NOON - DAY,
) -> RunMark:
    return RunMark(2, report, tool, version, frozenset(who), at)


@pytest.mark.parametrize(
    ("other", "last_clean", "why"),
    [
        (mark(), None, None),
        (mark(report=10), None, FreezeWhy.RUN),
        (mark(report=10, at=NOON - 9 * DAY), NOON - DAY, FreezeWhy.RUN),
        (mark(report=None), None, None),
        (mark(tool="nwipe", version="0.40", at=NOON - HOUR), None, FreezeWhy.TOOL_DAY),
        (mark(tool="nwipe", version="0.40", at=NOON - DAY), None, None),
        (mark(tool="nwipe", version="0.41", at=NOON - HOUR), None, None),
        # 23:30 Finnish time of the day before, though the same day by UTC.
        (mark(tool="nwipe", version="0.40", at=NOON - 13 * HOUR), None, None),
        (mark(tool="nwipe", version="0.40", who="A"), None, FreezeWhy.TOOL_PERSON),
        (mark(who="A"), None, FreezeWhy.PERSON),
        (mark(who="A", at=NOON + DAY), None, FreezeWhy.PERSON),
        (mark(who="A"), NOON - 2 * DAY, FreezeWhy.PERSON),
        (mark(who="A"), NOON - DAY, None),
        (mark(who="A"), NOON - HOUR, None),
        (mark(tool="nwipe", version="0.40", who="A"), NOON - HOUR, None),
        (mark(who=""), None, None),
    ],
)
def test_what_a_failure_freezes(
    other: RunMark, last_clean: datetime | None, why: FreezeWhy | None
) -> None:
    expected = {1: FreezeWhy.LOOK} | ({2: why} if why else {})
    assert frozen_by(FAILED, [FAILED, other], RULES, last_clean=last_clean) == expected


def test_a_tool_that_nobody_named_is_no_tool_in_common() -> None:
    bare = RunMark(1, None, "", None, frozenset({"A"}), NOON)
    other = mark(report=None, tool="", version=None, at=NOON)
    assert frozen_by(bare, [other], RULES) == {1: FreezeWhy.LOOK}


def facts(**medium: bool) -> DeviceFacts:
    state = MediumState.TO_REVIEW if medium.get("frozen") else MediumState.PROVEN
    return DeviceFacts(
        BearsData.ALWAYS,
        (MediumFacts("S1", state, **medium),),
        count_approved=1,
        certified=True,
        grade=Grade.A,
        functional=Functional.OK,
        outcome=Outcome.SHELF,
    )


def test_what_is_drawn_neither_leaves_nor_is_written_over() -> None:
    free, drawn = facts(), facts(look_open=True)
    for action in (Action.HAND_OVER, Action.INSTALL):
        assert not isinstance(may(action, free), NotAllowed)
        answer = may(action, drawn)
        assert isinstance(answer, NotAllowed)
        assert [one.code for one in answer.missing] == [LackCode.LOOK_OPEN]
    assert not isinstance(may(Action.ISSUE_CERTIFICATE, drawn), NotAllowed)
    assert [one.code for one in may_medium_leave(drawn.media[0])] == [LackCode.LOOK_OPEN]


def test_what_is_in_doubt_is_not_proven_for_anything() -> None:
    doubted = facts(frozen=True)
    for action in (Action.HAND_OVER, Action.INSTALL, Action.ISSUE_CERTIFICATE, Action.APPROVE):
        answer = may(action, doubted)
        assert isinstance(answer, NotAllowed)
        assert LackCode.PROOF_FROZEN in {one.code for one in answer.missing}
    assert [one.code for one in may_medium_leave(doubted.media[0])] == [LackCode.PROOF_FROZEN]
