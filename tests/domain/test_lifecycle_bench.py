"""What may be done with a device on the bench: in repair, taken apart, installed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.lifecycle_cases import (
    MONITOR,
    codes,
    disk,
    shelved,
    with_media,
)
from serkut_desk.domain.data_state import (
    DeviceFacts,
    Lock,
    MediumState,
)
from serkut_desk.domain.lifecycle import (
    Action,
    DeviceState,
    ends_proof,
    state_of,
)
from serkut_desk.domain.outcomes import Outcome

REPAIRED = replace(shelved(with_media(MediumState.PROVEN)), outcome=Outcome.REPAIR, in_repair=True)
APART = replace(
    shelved(with_media(MediumState.PROVEN)), outcome=Outcome.DISMANTLE, dismantling=True
)


@pytest.mark.parametrize(
    ("facts", "state"),
    [
        (REPAIRED, DeviceState.IN_REPAIR),
        (replace(REPAIRED, in_repair=False), DeviceState.WAITING_REPAIR),
        # A machine may have to be mended before it can be wiped: what its data needs comes first.
        (replace(REPAIRED, count_approved=None), DeviceState.WAITING_APPROVAL),
        (APART, DeviceState.DISMANTLING),
        (replace(APART, count_approved=None), DeviceState.DISMANTLING),
        (replace(APART, battery_hazard=True), DeviceState.HAZARD_STOP),
        (replace(APART, locks=frozenset({Lock.MDM})), DeviceState.QUARANTINE),
        (replace(APART, missing=True), DeviceState.MISSING),
        (replace(APART, dismantling=False, dismantled=True), DeviceState.DISMANTLED),
    ],
)
def test_where_a_device_on_the_bench_stands(facts: DeviceFacts, state: DeviceState) -> None:
    assert state_of(facts) is state


def test_an_order_is_opened_for_what_is_to_be_repaired() -> None:
    shelf = shelved(with_media(MediumState.PROVEN))
    assert codes(Action.OPEN_ORDER, shelf) == ["not_for_repair"]
    assert codes(Action.OPEN_ORDER, REPAIRED) == ["work_order_open"]
    assert codes(Action.OPEN_ORDER, replace(REPAIRED, in_repair=False)) == []
    unwiped = replace(with_media(MediumState.NOT_WIPED), outcome=Outcome.REPAIR)
    assert codes(Action.OPEN_ORDER, unwiped) == []
    for action in (Action.WORK_ON_ORDER, Action.CLOSE_ORDER, Action.FIT_PART):
        assert codes(action, shelf) == ["no_work_order"]
        assert codes(action, REPAIRED) == []


@pytest.mark.parametrize(
    "action",
    [
        Action.GRADE,
        Action.DECIDE_SHELF,
        Action.DECIDE_REPAIR,
        Action.DECIDE_DISMANTLE,
        Action.HAND_OVER,
        Action.UNDO_RECEIPT,
        Action.START_DISMANTLING,
    ],
)
def test_what_is_on_the_bench_is_finished_there_first(action: Action) -> None:
    assert codes(action, REPAIRED)[0] == "work_order_open"
    assert codes(action, APART)[0] == "being_dismantled"


def test_parts_go_out_only_on_the_bench() -> None:
    assert codes(Action.TAKE_PART, shelved(MONITOR)) == ["not_on_bench"]
    assert codes(Action.TAKE_PART, REPAIRED) == []
    assert codes(Action.TAKE_PART, APART) == []
    assert codes(Action.FIT_PART, APART) == ["being_dismantled"]


def test_nothing_is_taken_apart_with_its_media_inside() -> None:
    inside = replace(APART, media=(disk(MediumState.NOT_WIPED),))
    assert codes(Action.FINISH_DISMANTLING, inside) == ["medium_still_inside"]
    out = replace(inside, media=(replace(disk(MediumState.NOT_WIPED), removed=True),))
    assert codes(Action.FINISH_DISMANTLING, out) == []
    destroyed = replace(inside, media=(disk(MediumState.DESTROYED),))
    assert codes(Action.FINISH_DISMANTLING, destroyed) == []
    assert codes(Action.FINISH_DISMANTLING, replace(APART, media=())) == ["media_unknown"]
    assert codes(Action.FINISH_DISMANTLING, shelved(MONITOR)) == ["not_dismantling"]


def test_media_of_what_was_taken_apart_keep_their_gate() -> None:
    gone = replace(
        APART,
        dismantling=False,
        dismantled=True,
        media=(replace(disk(MediumState.UNAPPROVED), removed=True),),
        count_approved=None,
    )
    for action in (Action.RECORD_RUN, Action.DESTROY_MEDIUM, Action.APPROVE, Action.CONFIRM_KIND):
        assert codes(action, gone) == []
    for action in (Action.GRADE, Action.HAND_OVER, Action.MOVE, Action.DECLARE_MEDIUM):
        assert codes(action, gone) == ["is_dismantled"]


def test_an_installation_keeps_the_proof_and_another_use_ends_it() -> None:
    assert codes(Action.INSTALL, with_media(MediumState.PROVEN)) == []
    assert codes(Action.INSTALL, with_media(MediumState.NOT_WIPED)) == ["medium_not_wiped"]
    assert {action for action in Action if ends_proof(action)} == {
        Action.USE_OTHERWISE,
        Action.COME_BACK,
        Action.TAKE_BACK,
        Action.FIND,
        # Whose proof it is, is not known when a label was on another.
        Action.MIX_UP,
    }


def test_nothing_that_holds_data_goes_to_a_repairer_outside() -> None:
    inside = replace(REPAIRED, media=(disk(MediumState.NOT_WIPED),))
    assert codes(Action.SEND_OUT, inside) == ["medium_not_wiped"]
    out = replace(inside, media=(replace(disk(MediumState.NOT_WIPED), removed=True),))
    assert codes(Action.SEND_OUT, out) == []
    assert codes(Action.SEND_OUT, replace(REPAIRED, media=(), count_approved=None)) == [
        "media_unknown"
    ]
    assert codes(Action.SEND_OUT, shelved(MONITOR)) == ["no_work_order"]
    assert codes(Action.COME_BACK, REPAIRED) == []
