from __future__ import annotations

import itertools

import pytest

from serkut_desk.domain.lifecycle import DeviceState
from serkut_desk.domain.missing import behind_the_gate
from serkut_desk.domain.parts import PartState
from serkut_desk.domain.stocktake import MARKS, MarkWord, Seen, Unseen, missing, part_seen, seen

SHELF = DeviceState.ON_SHELF


@pytest.mark.parametrize(
    ("state", "here", "marked", "answer"),
    [
        (SHELF, True, None, Seen.FOUND),
        (SHELF, True, MarkWord.FOUND, Seen.AGAIN),
        (SHELF, True, MarkWord.ELSEWHERE, Seen.AGAIN),
        (SHELF, False, None, Seen.ELSEWHERE),
        # It was brought here again after somebody had taken it back.
        (SHELF, False, MarkWord.ELSEWHERE, Seen.ELSEWHERE),
        (DeviceState.MISSING, True, None, Seen.TURNED_UP),
        (DeviceState.MISSING, True, MarkWord.MISSING, Seen.TURNED_UP),
        (DeviceState.MISSING, False, MarkWord.UNEXPECTED, Seen.AGAIN),
        (DeviceState.LEFT, True, None, Seen.HAS_LEFT),
        (DeviceState.WITHDRAWN, False, None, Seen.WITHDRAWN),
        (DeviceState.QUARANTINE, True, None, Seen.FOUND),
        (DeviceState.HAZARD_STOP, False, None, Seen.ELSEWHERE),
    ],
)
def test_what_a_scan_means(
    state: DeviceState,
    here: bool,  # noqa: FBT001 - pytest passes it by name
    marked: MarkWord | None,
    answer: Seen,
) -> None:
    assert seen(state, here=here, marked=marked) is answer


def test_every_answer_that_is_new_can_be_stored() -> None:
    states = itertools.product(DeviceState, (True, False))
    new = {seen(state, here=here, marked=None) for state, here in states}
    parts = itertools.product(PartState, (True, False))
    new |= {part_seen(state, here=here, marked=None) for state, here in parts}
    assert new == set(MARKS)


def test_what_lies_in_a_basket_is_not_missing() -> None:
    assert missing((Unseen("SD1"), Unseen("SD2", basket="LU1"))) == ("SD1",)
    assert missing(()) == ()


def test_what_was_lost_or_missed_with_data_is_proven_anew() -> None:
    assert behind_the_gate(bears_data=True, was_lost=False)
    assert behind_the_gate(bears_data=False, was_lost=True)
    assert not behind_the_gate(bears_data=False, was_lost=False)
