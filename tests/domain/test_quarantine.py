from __future__ import annotations

import pytest

from serkut_desk.domain.conditions import not_stolen
from serkut_desk.domain.data_state import DeviceFacts, Lock
from serkut_desk.domain.device_types import BearsData
from serkut_desk.domain.lacks import LackCode
from serkut_desk.domain.lifecycle import Action, NotAllowed, may
from serkut_desk.domain.quarantine import (
    DonorAnswer,
    LockFacts,
    QuarantineStep,
    against_freeing,
    against_touching,
    next_step,
    step_of,
)

BIOS, STOLEN = Lock.BIOS, Lock.STOLEN
RELEASED, REFUSED, UNKNOWN = DonorAnswer.RELEASED, DonorAnswer.REFUSED, DonorAnswer.UNKNOWN


@pytest.mark.parametrize(
    ("facts", "step"),
    [
        (LockFacts(BIOS), QuarantineStep.REQUEST),
        (LockFacts(BIOS, requested=True), QuarantineStep.WAIT),
        (LockFacts(BIOS, requested=True, answer=RELEASED), QuarantineStep.FREE),
        (LockFacts(BIOS, requested=True, answer=REFUSED), QuarantineStep.DISMANTLE),
        (LockFacts(BIOS, requested=True, answer=UNKNOWN), QuarantineStep.DECIDE),
        (LockFacts(STOLEN), QuarantineStep.REQUEST),
        (LockFacts(STOLEN, requested=True, answer=RELEASED), QuarantineStep.FREE_BY_TWO),
        (LockFacts(STOLEN, requested=True, answer=REFUSED), QuarantineStep.AUTHORITIES),
        (LockFacts(STOLEN, requested=True, answer=UNKNOWN), QuarantineStep.AUTHORITIES),
    ],
)
def test_what_is_next_for_one_reason(facts: LockFacts, step: QuarantineStep) -> None:
    assert step_of(facts) is step


def test_a_device_waits_for_the_reason_that_is_furthest_from_an_end() -> None:
    freed, asked = LockFacts(BIOS, requested=True, answer=RELEASED), LockFacts(Lock.MDM)
    assert next_step((freed, asked)) is QuarantineStep.REQUEST
    stolen = LockFacts(STOLEN, requested=True, answer=REFUSED)
    assert next_step((freed, asked, stolen)) is QuarantineStep.AUTHORITIES
    assert next_step((freed,)) is QuarantineStep.FREE


def test_a_lock_is_freed_without_an_answer_but_not_against_one() -> None:
    assert against_freeing(LockFacts(BIOS)) == ()
    assert against_freeing(LockFacts(BIOS, requested=True, answer=UNKNOWN)) == ()
    (lack,) = against_freeing(LockFacts(BIOS, requested=True, answer=REFUSED))
    assert lack.code is LackCode.RELEASE_REFUSED


@pytest.mark.parametrize("answer", [None, REFUSED, UNKNOWN])
def test_what_may_be_stolen_needs_a_release_for_any_way_out(answer: DonorAnswer | None) -> None:
    facts = LockFacts(STOLEN, requested=True, answer=answer)
    for found in (against_freeing(facts), against_touching((LockFacts(BIOS), facts))):
        assert [lack.code for lack in found] == [LackCode.STOLEN_NOT_RELEASED]
    assert against_touching((LockFacts(STOLEN, requested=True, answer=RELEASED),)) == ()
    assert against_touching((LockFacts(BIOS, requested=True, answer=REFUSED),)) == ()


@pytest.mark.parametrize("action", [Action.RECORD_RUN, Action.DESTROY_MEDIUM, Action.REMOVE_MEDIUM])
def test_what_may_be_stolen_is_not_emptied(action: Action) -> None:
    locked = DeviceFacts(BearsData.ALWAYS, locks=frozenset({BIOS}))
    stolen = DeviceFacts(BearsData.ALWAYS, locks=frozenset({BIOS, STOLEN}))
    assert not_stolen(locked) == ()
    assert not isinstance(may(action, locked), NotAllowed)
    answer = may(action, stolen)
    assert isinstance(answer, NotAllowed)
    assert answer.missing[0].code is LackCode.STOLEN_NOT_RELEASED
