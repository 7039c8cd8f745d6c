"""Safety tests and the end of an order: what a device waits for then, and what is asked again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from serkut_desk.domain.checklist import Result
from serkut_desk.domain.lifecycle import DeviceState
from serkut_desk.domain.outcomes import Outcome
from serkut_desk.domain.repair import Barrier, OrderMove, OrderState, RepairOutcome, StepKind
from serkut_desk.domain.repair_data import Subject
from serkut_desk.stations.devices import queries as devices
from serkut_desk.stations.grading import queries as grading
from serkut_desk.stations.grading.commands import Decide
from serkut_desk.stations.repair import queries
from serkut_desk.stations.repair.commands import (
    AddStep,
    CloseOrder,
    RecordSafetyTest,
    ReservePart,
    SetState,
    TakeOrder,
    UndoStep,
    WantPart,
)
from stations.grading.graded import grade
from stations.repair.repair_hands import (
    DUE,
    SCREEN,
    broken,
    close,
    entries,
    measured,
    mend,
    opened,
    refused,
)

if TYPE_CHECKING:
    from kit import Workshop


def test_fixed_only_with_a_test_since_the_last_work(workshop: Workshop) -> None:
    order = opened(workshop)
    mend(workshop, order)
    fixed = CloseOrder(order, RepairOutcome.FIXED)
    assert refused(workshop, fixed) == "safety_test_missing"
    assert not measured(
        workshop, order, values=(("insulation", 1999), ("touch_current", 40))
    ).passed
    assert refused(workshop, fixed) == "safety_test_missing"
    assert measured(workshop, order).passed
    mend(workshop, order)
    assert refused(workshop, fixed) == "safety_test_missing"
    measured(workshop, order)
    card = queries.card(workshop.desk, workshop.worker, order)
    assert [(one.passed, one.counts) for one in card.tests] == [
        (False, False),
        (True, False),
        (True, True),
    ]
    assert card.safety.passed
    # Only looking does not need another test.
    workshop.desk.do(workshop.worker, AddStep(order, StepKind.TRIED, "toimii"))
    assert close(workshop, order, RepairOutcome.FIXED).state is DeviceState.WAITING_GRADE


def test_saying_that_no_supply_goes_along_is_for_some_devices_only(workshop: Workshop) -> None:
    monitor = opened(workshop)
    without = CloseOrder(monitor, RepairOutcome.FIXED, no_supply=True)
    assert refused(workshop, without) == "safety_test_missing"
    laptop = opened(workshop, broken(workshop, "laptop"), fault=SCREEN)
    values = (("insulation", 1), ("touch_current", 40))
    measured(workshop, laptop, subject=Subject.POWER_SUPPLY, values=values)
    without = CloseOrder(laptop, RepairOutcome.FIXED, no_supply=True)
    assert refused(workshop, without) == "safety_test_missing"
    mend(workshop, laptop)
    close(workshop, laptop, RepairOutcome.FIXED, no_supply=True)
    (_, body) = entries(workshop, laptop)[-1]
    assert (body["no_supply"], body["test"]) == (True, None)


def test_what_a_safety_test_refuses(workshop: Workshop) -> None:
    order = opened(workshop)
    good = RecordSafetyTest(
        order,
        Subject.DEVICE,
        2,
        seen=True,
        values=(("insulation", 5000), ("touch_current", 40)),
        instrument="Mittari 1",
        calibration_due=DUE,
    )
    assert refused(workshop, good) == "not_permitted"
    today = date(2026, 11, 23)
    for command, code in (
        (replace(good, calibration_due=date(2026, 11, 22)), "instrument_out_of_date"),
        (replace(good, calibration_due=date(2062, 5, 31)), "calibration_too_far"),
        (replace(good, subject=Subject.POWER_SUPPLY, protection_class=1), "measurement_missing"),
        (replace(good, protection_class=3), "measurement_unknown"),
        (replace(good, protection_class=9), "measurement_unknown"),
        (replace(good, instrument=""), "text_missing"),
        (replace(good, values=()), "measurement_missing"),
    ):
        assert refused(workshop, command, workshop.first) == code
    class_3 = replace(good, protection_class=3, values=(("insulation", 300),))
    assert refused(workshop, class_3, workshop.first) == "safety_choice_unknown"
    done = workshop.desk.do(workshop.first, replace(good, calibration_due=today))
    assert done.passed
    (tag, body) = entries(workshop, done.device)[-1]
    assert (tag, body["passed"], body["order"]) == ("device:repair:safety-tested", True, order)
    found = queries.instruments(workshop.desk, workshop.worker)
    assert [(one.name, one.valid) for one in found] == [("Mittari 1", True)]


def test_what_looks_damaged_fails_without_a_figure(workshop: Workshop) -> None:
    order = opened(workshop)
    assert not measured(workshop, order, seen=False, values=()).passed
    assert not measured(workshop, order, seen=False).passed


def test_a_fixed_device_is_graded_again_and_only_what_may_have_changed(
    workshop: Workshop,
) -> None:
    device = broken(workshop, "laptop")
    order = opened(workshop, device, fault=15)
    mend(workshop, order)
    done = close(workshop, order, RepairOutcome.FIXED, no_supply=True)
    now = grading.look(workshop.desk, workshop.worker, device.code)
    asked = {check.key for check in now.left}
    assert {"even", "power_on", "disk_health", "keys"} <= asked
    assert asked <= set(done.again) | {"pixels_few"}
    assert not asked & {"surfaces", "owner_marks", "battery_percent"}
    assert done.kept > 0
    with workshop.desk.database.reading() as work:
        assert work.inspections.in_force(device.id) is None
        (ended,) = work.inspections.history(device.id)
        (decision,) = work.inspections.decisions_of(device.id)
    assert (ended.ended_reason, decision.ended_reason) == ("repaired", "repaired")
    again = grade(workshop, device.code)
    assert again.graded.functional == "ok"


def test_no_fault_is_for_what_nobody_changed(workshop: Workshop) -> None:
    device = broken(workshop)
    order = opened(workshop, device)
    mend(workshop, order)
    assert refused(workshop, CloseOrder(order, RepairOutcome.NO_FAULT)) == "order_has_work"
    assert refused(workshop, CloseOrder(order, RepairOutcome.CANCELLED, "x")) == "order_has_work"
    workshop.desk.do(workshop.worker, UndoStep(order))
    workshop.desk.do(workshop.worker, AddStep(order, StepKind.TRIED, "toimii"))
    done = close(workshop, order, RepairOutcome.NO_FAULT)
    assert done.state is DeviceState.WAITING_GRADE


def test_beyond_repair_waits_for_a_decision_that_knows_why(workshop: Workshop) -> None:
    device = broken(workshop)
    order = opened(workshop, device)
    beyond = CloseOrder(order, RepairOutcome.BEYOND_REPAIR, "paneeli maksaa liikaa")
    assert refused(workshop, beyond) == "barrier_missing"
    barrier = Barrier.PARTS_DEAR
    assert refused(workshop, replace(beyond, barrier=barrier, note=" ")) == "text_missing"
    wrong = CloseOrder(order, RepairOutcome.CANCELLED, "x", barrier)
    assert refused(workshop, wrong) == "barrier_not_so"
    done = workshop.desk.do(workshop.worker, replace(beyond, barrier=barrier))
    assert done.state is DeviceState.WAITING_DECISION
    card = devices.card(workshop.desk, workshop.first, device.code)
    step = card.next_steps[0]
    assert step.key == "next.decide_beyond"
    assert (step.facts["barrier"], step.facts["note"]) == (
        "barrier.parts_dear",
        "paneeli maksaa liikaa",
    )
    workshop.desk.do(workshop.first, Decide(device.code, Outcome.DISMANTLE, "osiksi"))
    card = devices.card(workshop.desk, workshop.first, device.code)
    assert card.next_steps[0].key == "next.dismantle"


def test_cancelled_it_waits_for_repair_again(workshop: Workshop) -> None:
    device = broken(workshop)
    order = opened(workshop, device)
    assert refused(workshop, CloseOrder(order, RepairOutcome.CANCELLED)) == "text_missing"
    done = close(workshop, order, RepairOutcome.CANCELLED, note="väärä laite")
    assert done.state is DeviceState.WAITING_REPAIR
    assert opened(workshop, device) != order


def test_what_ended_is_not_changed(workshop: Workshop) -> None:
    order = opened(workshop)
    close(workshop, order, RepairOutcome.NO_FAULT)
    for command in (
        TakeOrder(order),
        SetState(order, OrderMove.HAND_ON),
        AddStep(order, StepKind.TRIED, "x"),
        UndoStep(order),
        CloseOrder(order, RepairOutcome.FIXED),
        ReservePart(order, "OS"),
        WantPart(order, "screen"),
    ):
        assert refused(workshop, command) == "order_done"
    card = queries.card(workshop.desk, workshop.worker, order)
    assert (card.ways, card.moves, card.line.state) == ((), (), OrderState.DONE)


def test_one_does_not_end_what_another_has_in_hand(workshop: Workshop) -> None:
    order = opened(workshop)
    ending = CloseOrder(order, RepairOutcome.NO_FAULT)
    assert refused(workshop, ending, workshop.first) == "order_with_other"
    workshop.desk.do(workshop.worker, SetState(order, OrderMove.TO_TEST))
    assert workshop.desk.do(workshop.first, ending).outcome is RepairOutcome.NO_FAULT


@pytest.mark.parametrize("type_", ["desktop", "printer"])
def test_a_device_of_mains_voltage_needs_its_test(workshop: Workshop, type_: str) -> None:
    order = opened(workshop, broken(workshop, type_, check="mains_on"), fault=1)
    card = queries.card(workshop.desk, workshop.worker, order)
    assert (card.safety.needed, card.safety.may_lack_supply) == (True, False)
    usual = card.safety.choices[0]
    assert (usual.subject, usual.protection_class) == (Subject.DEVICE, 1)
    fixed = next(one for one in card.ways if one.outcome is RepairOutcome.FIXED)
    assert [one.code for one in fixed.missing] == ["safety_test_missing"]


def test_an_answer_of_an_inspection_under_way_is_kept_too(workshop: Workshop) -> None:
    device = broken(workshop, check="even")
    order = opened(workshop, device)
    close(workshop, order, RepairOutcome.NO_FAULT)
    now = grading.look(workshop.desk, workshop.worker, device.code)
    assert now.answers.checks["owner_marks"].result is Result.PASS
    assert "even" not in now.answers.checks


def test_what_was_given_up_reaches_the_shelf_only_through_a_test(workshop: Workshop) -> None:
    device = broken(workshop)
    order = opened(workshop, device)
    mend(workshop, order)
    close(workshop, order, RepairOutcome.BEYOND_REPAIR, note="runko auki", barrier=Barrier.NO_PARTS)
    grade(workshop, device.code)
    shelf = Decide(device.code, Outcome.SHELF, "myydään näin")
    assert refused(workshop, shelf, workshop.first) == "beyond_repair"
    workshop.desk.do(workshop.first, Decide(device.code, Outcome.REPAIR, "katsotaan vielä"))
    cancelled = opened(workshop, device)
    close(workshop, cancelled, RepairOutcome.CANCELLED, note="väärä laite")
    assert refused(workshop, shelf, workshop.first) == "beyond_repair"
    again = opened(workshop, device)
    assert refused(workshop, CloseOrder(again, RepairOutcome.NO_FAULT)) == "safety_test_missing"
    assert measured(workshop, again).passed
    close(workshop, again, RepairOutcome.NO_FAULT)
    grade(workshop, device.code)
    workshop.desk.do(workshop.first, shelf)
