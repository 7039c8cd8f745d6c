"""Orders: what moves each allows, what ends one, the figures of a safety test, the shipped data."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from serkut_desk import shipped
from serkut_desk.domain import repair
from serkut_desk.domain.device_types import DeviceType
from serkut_desk.domain.errors import KnownFailure
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.repair import (
    BY_HAND,
    CHANGING,
    MOVES,
    TOUCHING,
    Barrier,
    OrderFacts,
    OrderMove,
    OrderState,
    RepairOutcome,
    StepFacts,
    StepKind,
)
from serkut_desk.domain.repair_data import (
    judge,
    limit_of,
    parse_faults,
    parse_retest,
    parse_safety,
    parse_tasks,
)
from serkut_desk.texts import catalogue

ME, OTHER = "HK0000000305", "HK0000000208"


def _table(what: str) -> Any:
    return shipped.json_resource("repair", f"2026-01-01_{what}.json")


FAULTS, TASKS = parse_faults(_table("faults")), parse_tasks(_table("tasks"))
SAFETY, RETEST = parse_safety(_table("safety")), parse_retest(_table("retest"))


def test_every_word_has_its_sentence() -> None:
    vocabularies = {
        "order_state": OrderState,
        "order_outcome": RepairOutcome,
        "barrier": Barrier,
        "order_step": StepKind,
    }
    for language in ("fi", "en"):
        sentences = catalogue(language)
        for prefix, words in vocabularies.items():
            assert [word for word in words if f"{prefix}.{word}" not in sentences] == []


def test_every_kind_of_device_has_its_faults_in_two_languages() -> None:
    for type_ in DeviceType:
        for fault in FAULTS.of_type[type_].faults.values():
            assert fault.words["fi"]
            assert fault.words["en"]
    assert len(FAULTS.lists["computer"].faults) == 20
    assert FAULTS.of_type[DeviceType.LAPTOP].faults[7].words["en"] == "Integrated screen"
    assert len(FAULTS.lists["tablet"].faults) == 26
    assert FAULTS.categories[DeviceType.LAPTOP] == (16, "Laptop")
    assert FAULTS.barriers[Barrier.WORN_OUT] == "Too worn out"
    assert "CC BY-SA 4.0" in _table("faults")["licence"]


def test_the_repair_data_name_what_there_is() -> None:
    checks = shipped.json_resource("grading", "2026-01-01_checks.json")["checks"]
    parts = shipped.json_resource("parts", "types.json")["types"]
    named = set(RETEST.always)
    for of_list in RETEST.by_fault.values():
        named |= {key for keys in of_list.values() for key in keys}
    named |= {key for keys in RETEST.by_part.values() for key in keys}
    assert named <= set(checks)
    # Everything from the screen to the last control is looked at again.
    assert {key for key, one in checks.items() if 30 <= one["reference"] <= 53} <= RETEST.always
    assert set(RETEST.by_part) <= set(parts)
    for key, of_list in RETEST.by_fault.items():
        assert set(of_list) <= set(FAULTS.lists[key].faults)
    assert {type_ for task in TASKS.values() for type_ in task.part_types} <= set(parts)


def test_who_opens_what() -> None:
    assert TASKS["open_mains"].needs is Permission.MAINS
    assert TASKS["take_battery"].needs is Permission.BATTERY
    assert TASKS["replace_supply"].needs is None


def test_more_is_asked_again_where_a_battery_moved() -> None:
    plain = RETEST.again("computer", 15, ())
    assert "surfaces" not in plain
    assert "surfaces" in RETEST.again("computer", 7, ())
    assert RETEST.again("computer", 15, ("battery",)) - plain == {
        "battery_percent",
        "battery_cycles",
    }


CLASS_1, CLASS_2, CLASS_3 = (SAFETY.classes[number] for number in (1, 2, 3))


@pytest.mark.parametrize(
    ("cord_cm", "limit"),
    [(0, 300), (500, 300), (501, 400), (1250, 400), (1251, 500), (5000, 900)],
)
def test_the_limit_of_the_protective_conductor_grows_with_the_cord(
    cord_cm: int, limit: int
) -> None:
    assert limit_of(CLASS_1[0], cord_cm) == limit
    assert limit_of(replace(CLASS_1[0], limit_most=800), cord_cm) == min(limit, 800)


@pytest.mark.parametrize(
    ("quantities", "values", "passed"),
    [
        (CLASS_1, {"protective_conductor": 300, "insulation": 1000, "conductor_current": 3500}, 1),
        (CLASS_1, {"protective_conductor": 301, "insulation": 1000, "conductor_current": 3500}, 0),
        (CLASS_1, {"protective_conductor": 300, "insulation": 999, "conductor_current": 3500}, 0),
        (CLASS_1, {"protective_conductor": 300, "insulation": 1000, "conductor_current": 3501}, 0),
        (CLASS_2, {"insulation": 2000, "touch_current": 500}, 1),
        (CLASS_2, {"insulation": 1999, "touch_current": 500}, 0),
        (CLASS_2, {"insulation": 2000, "touch_current": 501}, 0),
        (CLASS_3, {"insulation": 250}, 1),
        (CLASS_3, {"insulation": 249}, 0),
    ],
)
def test_figures_at_their_limits(quantities: Any, values: dict[str, int], passed: int) -> None:
    judged = judge(quantities, values.items(), 200)
    assert all(one.passed for one in judged) == bool(passed)
    assert [one.key for one in judged] == [one.key for one in quantities if one.key in values]


@pytest.mark.parametrize(
    ("values", "cord_cm", "code"),
    [
        ([("insulation", 2000)], 200, "measurement_missing"),
        ([("insulation", 2000), ("insulation", 1)], 200, "measurement_twice"),
        ([("voltage", 230)], 200, "measurement_unknown"),
        ([("insulation", -1)], 200, "measurement_range"),
        ([("insulation", 10**10)], 200, "measurement_range"),
        ([("insulation", 2000), ("touch_current", 1)], -1, "cord_range"),
        ([("insulation", 2000), ("touch_current", 1)], 5001, "cord_range"),
    ],
)
def test_figures_that_make_no_sense(values: list[tuple[str, int]], cord_cm: int, code: str) -> None:
    with pytest.raises(KnownFailure) as failure:
        judge(CLASS_2, values, cord_cm)
    assert failure.value.code == code


def test_what_ends_an_order() -> None:
    fresh = OrderFacts(OrderState.IN_WORK, ME)
    worked = replace(fresh, changed=True)

    def codes(outcome: RepairOutcome, facts: OrderFacts, *, tested: bool = True) -> list[str]:
        return [one.code for one in repair.against_closing(outcome, facts, ME, tested=tested)]

    for outcome in RepairOutcome:
        assert codes(outcome, fresh) == []
        assert codes(outcome, replace(fresh, holder=OTHER)) == ["order_with_other"]
        assert codes(outcome, replace(fresh, state=OrderState.DONE)) == ["order_done"]
        assert codes(outcome, replace(fresh, state=OrderState.OUTSIDE)) == ["order_outside"]
        assert codes(outcome, replace(fresh, state=OrderState.TO_TEST, holder=None)) == []
    assert codes(RepairOutcome.NO_FAULT, worked) == ["order_has_work"]
    assert codes(RepairOutcome.CANCELLED, worked) == ["order_has_work"]
    assert codes(RepairOutcome.FIXED, worked) == []
    assert codes(RepairOutcome.FIXED, worked, tested=False) == ["safety_test_missing"]


@given(st.lists(st.builds(StepFacts, st.sampled_from(StepKind), st.integers(1, 99), st.just(ME))))
def test_only_what_touches_the_device_asks_for_a_new_test(steps: list[StepFacts]) -> None:
    touching = [one.seq for one in steps if one.kind in TOUCHING]
    assert repair.last_touch(steps) == max(touching, default=0)
    assert repair.changed(steps) == any(one.kind in CHANGING for one in steps)


def test_a_task_always_touches() -> None:
    step = StepFacts(StepKind.LOOKED, 7, ME, "open_case")
    assert repair.last_touch([step]) == 7
    assert repair.changed([step])


def test_who_takes_back_what() -> None:
    def codes(last: StepFacts | None, person: str = ME, last_test: int = 0) -> list[str]:
        return [one.code for one in repair.against_undo(last, person, last_test)]

    for kind in BY_HAND:
        assert codes(StepFacts(kind, 5, ME)) == []
        assert codes(StepFacts(kind, 5, ME), OTHER) == ["not_own_action"]
        assert codes(StepFacts(kind, 5, ME), ME, 6) == ["touched_since"]
    assert codes(None) == ["not_undoable"]
    assert codes(StepFacts(StepKind.SENT_OUT, 5, ME)) == ["not_undoable"]


@pytest.mark.parametrize("minutes", [-1, 601])
def test_minutes_that_nobody_works(minutes: int) -> None:
    with pytest.raises(KnownFailure):
        repair.checked_minutes(minutes)


class AnyMoves(RuleBasedStateMachine):
    """Any moves by any people: an order is in one pair of hands, and what ended stays ended."""

    def __init__(self) -> None:
        super().__init__()
        self.order = OrderFacts(OrderState.WAITING, None)
        self.ended = False

    @rule(move=st.sampled_from(OrderMove), person=st.sampled_from([ME, OTHER]))
    def moved(self, move: OrderMove, person: str) -> None:
        against = repair.may_move(move, self.order)
        laid_down = {OrderMove.HAND_ON, OrderMove.WAIT_PART, OrderMove.TO_TEST, OrderMove.SEND_OUT}
        if move in laid_down:
            against = repair.in_hand(self.order, person)
        elif move is OrderMove.CLOSE:
            fixed = RepairOutcome.FIXED
            against = repair.against_closing(fixed, self.order, person, tested=True)
        if against:
            return
        assert self.order.state in MOVES[move][0]
        if self.order.state is OrderState.IN_WORK and move is not OrderMove.TAKE:
            assert self.order.holder == person
        holder = person if move is OrderMove.TAKE else None
        self.order = OrderFacts(repair.next_state(move), holder)

    @invariant()
    def in_hand_while_in_work(self) -> None:
        assert (self.order.holder is not None) == (self.order.state is OrderState.IN_WORK)

    @invariant()
    def never_stuck(self) -> None:
        done = self.order.state is OrderState.DONE
        assert not (self.ended and not done)
        self.ended = done
        open_ones = [move for move in OrderMove if not repair.may_move(move, self.order)]
        assert bool(open_ones) != done


TestAnyMoves = AnyMoves.TestCase
