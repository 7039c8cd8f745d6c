from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from domain.lifecycle_cases import (
    LAPTOP,
    MONITOR,
    PRINTER,
    codes,
    disk,
    shelved,
    with_media,
)
from serkut_desk.domain.conditions import media_known
from serkut_desk.domain.data_state import (
    FREE_OF_DATA,
    SETTLED_MEDIA,
    DataState,
    DeviceFacts,
    Lock,
    MediumFacts,
    MediumState,
    data_state,
)
from serkut_desk.domain.device_types import BearsData
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.lifecycle import (
    TABLE,
    Action,
    Allowed,
    DeviceState,
    demand,
    may,
    may_medium_leave,
    state_of,
)
from serkut_desk.domain.outcomes import Functional, Grade, Outcome


def test_the_table_has_one_row_for_each_action() -> None:
    assert sorted(row.action for row in TABLE) == sorted(Action)


@pytest.mark.parametrize(
    ("facts", "data", "state"),
    [
        (MONITOR, DataState.NO_MEDIA, DeviceState.WAITING_GRADE),
        (LAPTOP, DataState.UNKNOWN, DeviceState.RECEIVED),
        (PRINTER, DataState.UNKNOWN, DeviceState.RECEIVED),
        (replace(PRINTER, none_confirmed_by=1), DataState.UNKNOWN, DeviceState.RECEIVED),
        (replace(PRINTER, none_confirmed_by=2), DataState.NO_MEDIA, DeviceState.WAITING_GRADE),
        (
            replace(LAPTOP, none_confirmed_by=2),
            DataState.UNAPPROVED,
            DeviceState.WAITING_APPROVAL,
        ),
        (
            replace(LAPTOP, none_confirmed_by=2, count_approved=0),
            DataState.NO_MEDIA,
            DeviceState.WAITING_GRADE,
        ),
        (with_media(MediumState.NOT_WIPED), DataState.NOT_WIPED, DeviceState.WAITING_WIPE),
        (with_media(MediumState.FAILED), DataState.NOT_WIPED, DeviceState.WAITING_WIPE),
        (with_media(MediumState.NOT_ENOUGH), DataState.NOT_WIPED, DeviceState.WAITING_WIPE),
        (
            with_media(MediumState.PROVEN, MediumState.NOT_WIPED),
            DataState.NOT_WIPED,
            DeviceState.WAITING_WIPE,
        ),
        (with_media(MediumState.TO_REVIEW), DataState.TO_REVIEW, DeviceState.WAITING_REVIEW),
        (with_media(MediumState.UNAPPROVED), DataState.UNAPPROVED, DeviceState.WAITING_APPROVAL),
        (with_media(MediumState.PROVEN), DataState.PROVEN, DeviceState.WAITING_GRADE),
        (
            with_media(MediumState.PROVEN, approved=False),
            DataState.UNAPPROVED,
            DeviceState.WAITING_APPROVAL,
        ),
        (
            with_media(MediumState.PROVEN, MediumState.DESTROYED),
            DataState.PROVEN,
            DeviceState.WAITING_GRADE,
        ),
        (with_media(MediumState.DESTROYED), DataState.DESTROYED, DeviceState.WAITING_GRADE),
        (
            replace(with_media(MediumState.PROVEN), proposals=1),
            DataState.TO_REVIEW,
            DeviceState.WAITING_REVIEW,
        ),
        (
            replace(with_media(MediumState.PROVEN), locks=frozenset({Lock.BIOS})),
            DataState.PROVEN,
            DeviceState.QUARANTINE,
        ),
        (
            replace(MONITOR, battery_hazard=True, locks=frozenset({Lock.STOLEN})),
            DataState.NO_MEDIA,
            DeviceState.HAZARD_STOP,
        ),
        (replace(MONITOR, left=True), DataState.NO_MEDIA, DeviceState.LEFT),
        (replace(LAPTOP, withdrawn=True), DataState.UNKNOWN, DeviceState.WITHDRAWN),
    ],
)
def test_states_follow_from_facts(facts: DeviceFacts, data: DataState, state: DeviceState) -> None:
    assert data_state(facts) is data
    assert state_of(facts) is state


@pytest.mark.parametrize(
    ("facts", "missing"),
    [
        (LAPTOP, ["media_unknown"]),
        (replace(PRINTER, none_confirmed_by=1), ["none_inside_unconfirmed"]),
        (replace(LAPTOP, none_confirmed_by=2), ["device_unapproved"]),
        (
            with_media(MediumState.NOT_WIPED, MediumState.FAILED, MediumState.PROVEN),
            ["medium_not_wiped", "medium_wipe_failed"],
        ),
        (with_media(MediumState.NOT_ENOUGH), ["medium_not_enough"]),
        (with_media(MediumState.TO_REVIEW), ["medium_to_review"]),
        (with_media(MediumState.UNAPPROVED), ["medium_unapproved"]),
        (with_media(MediumState.PROVEN, approved=False), ["device_unapproved"]),
        (
            replace(with_media(MediumState.PROVEN), proposals=1, contradictions=1),
            ["proposals_open", "contradiction_open"],
        ),
        (replace(MONITOR, battery_hazard=True), ["battery_hazard"]),
        (replace(MONITOR, locks=frozenset({Lock.MDM})), ["quarantined"]),
        (replace(MONITOR, left=True), ["has_left"]),
        (replace(MONITOR, withdrawn=True), ["withdrawn"]),
        (MONITOR, []),
        (with_media(MediumState.PROVEN), []),
    ],
)
def test_what_keeps_a_device_in_the_house(facts: DeviceFacts, missing: list[str]) -> None:
    assert codes(Action.HAND_OVER, shelved(facts)) == missing


@pytest.mark.parametrize(
    ("change", "missing"),
    [
        ({"certified": False}, ["no_certificate"]),
        ({"grade": None, "functional": None}, ["not_graded"]),
        ({"functional": Functional.NO}, ["does_not_work"]),
        ({"functional": Functional.KEY}, []),
        ({"outcome": None}, ["not_on_shelf"]),
        ({"outcome": Outcome.REPAIR}, ["not_on_shelf"]),
        ({"missing": True}, ["device_missing"]),
        (
            {"certified": False, "grade": None, "functional": None, "outcome": None},
            ["no_certificate", "not_graded", "not_on_shelf"],
        ),
    ],
)
def test_what_else_keeps_it(change: dict[str, Any], missing: list[str]) -> None:
    facts = replace(shelved(with_media(MediumState.PROVEN)), **change)
    assert codes(Action.HAND_OVER, facts) == missing


def test_what_never_bears_data_needs_no_certificate() -> None:
    assert codes(Action.HAND_OVER, replace(shelved(MONITOR), certified=False)) == []


@pytest.mark.parametrize(
    ("change", "state"),
    [
        ({"grade": None, "outcome": None}, DeviceState.WAITING_GRADE),
        ({"outcome": None}, DeviceState.WAITING_DECISION),
        ({}, DeviceState.ON_SHELF),
        ({"outcome": Outcome.REPAIR}, DeviceState.WAITING_REPAIR),
        ({"outcome": Outcome.DISMANTLE, "grade": None}, DeviceState.WAITING_DISMANTLE),
        ({"missing": True, "battery_hazard": True}, DeviceState.MISSING),
        ({"left": True, "missing": True}, DeviceState.LEFT),
    ],
)
def test_where_a_device_free_of_data_stands(change: dict[str, Any], state: DeviceState) -> None:
    assert state_of(replace(shelved(MONITOR), **change)) is state


def test_data_comes_before_what_was_decided() -> None:
    assert state_of(shelved(LAPTOP)) is DeviceState.RECEIVED


def test_only_what_works_goes_to_the_shelf() -> None:
    broken = replace(shelved(MONITOR), functional=Functional.NO)
    assert codes(Action.DECIDE_SHELF, broken) == ["does_not_work"]
    assert codes(Action.DECIDE_SHELF, MONITOR) == ["not_graded"]
    assert codes(Action.DECIDE_DISMANTLE, MONITOR) == []


def test_only_what_left_comes_back_and_only_what_is_missing_is_found() -> None:
    assert codes(Action.TAKE_BACK, MONITOR) == ["not_left"]
    assert codes(Action.TAKE_BACK, replace(MONITOR, left=True)) == []
    assert codes(Action.FIND, MONITOR) == ["not_missing"]
    assert codes(Action.GRADE, replace(MONITOR, missing=True)) == ["device_missing"]


def test_a_removed_medium_still_counts_for_its_device() -> None:
    removed = replace(disk(MediumState.NOT_WIPED), removed=True)
    facts = replace(LAPTOP, media=(removed,), count_approved=1)
    assert codes(Action.HAND_OVER, shelved(facts)) == ["medium_not_wiped"]


def test_a_removed_medium_keeps_its_own_gate() -> None:
    assert [found.code for found in may_medium_leave(disk(MediumState.UNAPPROVED))] == [
        "medium_unapproved"
    ]
    assert may_medium_leave(disk(MediumState.PROVEN)) == ()
    doubtful = replace(disk(MediumState.PROVEN), serial_certain=False)
    assert [found.code for found in may_medium_leave(doubtful)] == ["serial_uncertain"]


@pytest.mark.parametrize(
    ("facts", "missing"),
    [
        (with_media(MediumState.UNAPPROVED, approved=False), []),
        (with_media(MediumState.UNAPPROVED, MediumState.PROVEN, approved=False), []),
        (with_media(MediumState.UNAPPROVED, MediumState.NOT_WIPED), ["medium_not_wiped"]),
        (LAPTOP, ["media_unknown"]),
        (replace(LAPTOP, none_confirmed_by=2), []),
        (with_media(MediumState.PROVEN), ["nothing_to_approve"]),
        (MONITOR, ["nothing_to_approve"]),
        (
            replace(LAPTOP, media=(replace(disk(MediumState.UNAPPROVED), serial_certain=False),)),
            ["serial_uncertain"],
        ),
        (replace(with_media(MediumState.UNAPPROVED), proposals=2), ["proposals_open"]),
    ],
)
def test_what_can_be_approved(facts: DeviceFacts, missing: list[str]) -> None:
    assert codes(Action.APPROVE, facts) == missing


def test_a_certificate_needs_a_proof_to_speak_of() -> None:
    assert codes(Action.ISSUE_CERTIFICATE, with_media(MediumState.PROVEN)) == []
    assert codes(Action.ISSUE_CERTIFICATE, with_media(MediumState.UNAPPROVED)) == [
        "medium_unapproved"
    ]
    assert codes(Action.ISSUE_CERTIFICATE, MONITOR) == ["device_unapproved"]


def test_none_inside_can_not_be_said_of_a_device_with_media() -> None:
    assert codes(Action.DECLARE_NONE, with_media(MediumState.NOT_WIPED)) == ["media_declared"]
    assert media_known(replace(PRINTER, none_confirmed_by=2)) == ()


def test_a_stop_allows_nothing_but_its_own_path() -> None:
    stopped = replace(with_media(MediumState.PROVEN), battery_hazard=True)
    allowed = {action for action in Action if isinstance(may(action, stopped), Allowed)}
    assert allowed == {
        Action.MOVE,
        Action.RELEASE_STOP,
        Action.TAKE_BATTERY,
        Action.IMPORT_EVIDENCE,
        Action.REVOKE_CERTIFICATE,
        Action.REPORT_MISSING,
        Action.MIX_UP,
    }
    assert codes(Action.STOP, stopped) == ["battery_hazard"]


def test_releases_need_something_to_release() -> None:
    assert codes(Action.RELEASE_STOP, MONITOR) == ["no_hazard"]
    assert codes(Action.RELEASE_QUARANTINE, MONITOR) == ["not_quarantined"]


def test_demand_raises_the_first_thing_that_is_missing() -> None:
    demand(Action.HAND_OVER, shelved(MONITOR))
    with pytest.raises(Refused) as refused:
        demand(Action.HAND_OVER, with_media(MediumState.FAILED))
    assert refused.value.code == "medium_wipe_failed"
    assert refused.value.facts == {"medium": "D0"}


class Paths(RuleBasedStateMachine):
    """Any path of actions: what leaves is proven clean."""

    def __init__(self) -> None:
        super().__init__()
        self.facts = LAPTOP

    def act(self, action: Action, after: DeviceFacts) -> None:
        answer = may(action, self.facts)
        if isinstance(answer, Allowed):
            self.facts = after
            if answer.next_state is not None:
                assert state_of(after) is answer.next_state

    @rule(bears=st.sampled_from(BearsData))
    def other_type(self, bears: BearsData) -> None:
        self.act(Action.CHANGE, replace(self.facts, bears_data=bears))

    @rule(certain=st.booleans())
    def declare(self, certain: bool) -> None:  # noqa: FBT001 - hypothesis passes it by name
        added = MediumFacts("D", MediumState.NOT_WIPED, serial_certain=certain)
        self.act(
            Action.DECLARE_MEDIUM,
            replace(self.facts, media=(*self.facts.media, added), none_confirmed_by=0),
        )

    @rule()
    def none_inside(self) -> None:
        self.act(
            Action.DECLARE_NONE,
            replace(self.facts, none_confirmed_by=self.facts.none_confirmed_by + 1),
        )

    @precondition(lambda self: self.facts.media)
    @rule(
        where=st.integers(0, 9),
        state=st.sampled_from([state for state in MediumState if state not in SETTLED_MEDIA]),
    )
    def evidence(self, where: int, state: MediumState) -> None:
        media = list(self.facts.media)
        place = where % len(media)
        media[place] = replace(media[place], state=state)
        self.act(Action.IMPORT_EVIDENCE, replace(self.facts, media=tuple(media)))

    @rule(proposals=st.integers(0, 1), contradictions=st.integers(0, 1))
    def report(self, proposals: int, contradictions: int) -> None:
        after = replace(self.facts, proposals=proposals, contradictions=contradictions)
        self.act(Action.IMPORT_EVIDENCE, after)

    @precondition(lambda self: self.facts.media)
    @rule(where=st.integers(0, 9))
    def take_out(self, where: int) -> None:
        media = list(self.facts.media)
        place = where % len(media)
        media[place] = replace(media[place], removed=True)
        self.act(Action.REMOVE_MEDIUM, replace(self.facts, media=tuple(media)))

    @rule()
    def approve(self) -> None:
        media = tuple(replace(medium, state=MediumState.PROVEN) for medium in self.facts.media)
        after = replace(self.facts, media=media, count_approved=len(media))
        self.act(Action.APPROVE, after)

    @rule()
    def stop(self) -> None:
        self.act(Action.STOP, replace(self.facts, battery_hazard=True))

    @rule()
    def release(self) -> None:
        self.act(Action.RELEASE_STOP, replace(self.facts, battery_hazard=False))

    @rule(lock=st.sampled_from(Lock))
    def lock(self, lock: Lock) -> None:
        self.act(Action.QUARANTINE, replace(self.facts, locks=frozenset({lock})))

    @rule()
    def unlock(self) -> None:
        self.act(Action.RELEASE_QUARANTINE, replace(self.facts, locks=frozenset()))

    @rule()
    def leave(self) -> None:
        before = self.facts
        self.act(Action.HAND_OVER, replace(before, left=True))
        if self.facts.left and not before.left:
            assert data_state(before) in FREE_OF_DATA
            assert all(medium.state in SETTLED_MEDIA for medium in before.media)
            assert all(medium.serial_certain for medium in before.media)
            assert before.media or before.bears_data == "never" or before.none_confirmed_by > 1
            assert not before.proposals
            assert not before.contradictions
            assert not before.battery_hazard
            assert not before.locks
            assert not before.missing
            assert before.grade
            assert before.functional is not Functional.NO
            assert before.outcome is Outcome.SHELF
            assert not before.in_repair
            assert not before.dismantling
            assert not before.dismantled

    @rule()
    def open_order(self) -> None:
        self.act(Action.OPEN_ORDER, replace(self.facts, in_repair=True))

    @rule(mended=st.booleans())
    def close_order(self, mended: bool) -> None:  # noqa: FBT001 - hypothesis passes it by name
        grade = None if mended else self.facts.grade
        after = replace(self.facts, in_repair=False, grade=grade, outcome=None)
        self.act(Action.CLOSE_ORDER, after)

    @rule()
    def take_apart(self) -> None:
        self.act(Action.START_DISMANTLING, replace(self.facts, dismantling=True))

    @rule()
    def put_together(self) -> None:
        self.act(Action.CANCEL_DISMANTLING, replace(self.facts, dismantling=False))

    @rule()
    def taken_apart(self) -> None:
        before = self.facts
        self.act(Action.FINISH_DISMANTLING, replace(before, dismantling=False, dismantled=True))
        if self.facts.dismantled and not before.dismantled:
            assert all(
                medium.removed or medium.state is MediumState.DESTROYED for medium in before.media
            )
            assert before.media or before.bears_data == "never" or before.none_confirmed_by > 1
            assert not before.proposals
            assert not before.battery_hazard
            assert not before.locks

    @rule()
    def use_otherwise(self) -> None:
        media = tuple(replace(medium, state=MediumState.NOT_WIPED) for medium in self.facts.media)
        after = replace(self.facts, media=media, count_approved=None, certified=False)
        self.act(Action.USE_OTHERWISE, after)

    @rule()
    def install(self) -> None:
        self.act(Action.INSTALL, self.facts)

    @rule(grade=st.sampled_from(Grade), functional=st.sampled_from(Functional))
    def graded(self, grade: Grade, functional: Functional) -> None:
        after = replace(self.facts, grade=grade, functional=functional, outcome=None)
        self.act(Action.GRADE, after)

    @rule(outcome=st.sampled_from(Outcome))
    def decided(self, outcome: Outcome) -> None:
        action = {
            Outcome.SHELF: Action.DECIDE_SHELF,
            Outcome.REPAIR: Action.DECIDE_REPAIR,
            Outcome.DISMANTLE: Action.DECIDE_DISMANTLE,
        }[outcome]
        self.act(action, replace(self.facts, outcome=outcome))

    @rule(certified=st.booleans())
    def certificate(self, certified: bool) -> None:  # noqa: FBT001 - hypothesis passes it by name
        self.act(Action.ISSUE_CERTIFICATE, replace(self.facts, certified=certified))

    @rule()
    def miss(self) -> None:
        self.act(Action.REPORT_MISSING, replace(self.facts, missing=True))

    @rule()
    def find(self) -> None:
        self.act(Action.FIND, replace(self.facts, missing=False))

    @rule()
    def come_back(self) -> None:
        media = tuple(replace(medium, state=MediumState.NOT_WIPED) for medium in self.facts.media)
        after = replace(
            self.facts,
            left=False,
            media=media,
            none_confirmed_by=0,
            count_approved=None,
            grade=None,
            functional=None,
            outcome=None,
            certified=False,
        )
        self.act(Action.TAKE_BACK, after)

    @invariant()
    def a_refusal_always_says_why(self) -> None:
        for action in Action:
            answer = may(action, self.facts)
            assert isinstance(answer, Allowed) or answer.missing


TestPaths = Paths.TestCase
