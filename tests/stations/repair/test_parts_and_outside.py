"""Parts and media in an order, and work done outside: both histories, and the gates."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from serkut_desk.domain.lifecycle import DeviceState
from serkut_desk.domain.outcomes import Outcome
from serkut_desk.domain.repair import OrderMove, OrderState, RepairOutcome, StepKind
from serkut_desk.stations.devices.commands import UndoLast
from serkut_desk.stations.grading.commands import Decide
from serkut_desk.stations.parts.commands import AddPart, FitPart, TakePart
from serkut_desk.stations.repair import queries
from serkut_desk.stations.repair.commands import (
    CloseOrder,
    ComeBack,
    OpenOrder,
    ReservePart,
    SendOut,
    SetState,
    TakeOrder,
    TakeOutMedium,
    TakeOutPart,
    UndoStep,
    UsePart,
    WantPart,
)
from stations.certificates.counter import Counter
from stations.repair.repair_hands import SCREEN, broken, close, entries, measured, opened, refused

if TYPE_CHECKING:
    from pathlib import Path

    from kit import Workshop
    from serkut_desk.domain.devices import Device


def bought(workshop: Workshop, type_: str = "screen") -> str:
    return workshop.desk.do(workshop.worker, AddPart(type_, "Osatukku Oy")).part.code


def test_a_part_is_kept_put_in_and_in_both_histories(workshop: Workshop) -> None:
    device = broken(workshop)
    order = opened(workshop, device)
    part = bought(workshop)
    workshop.desk.do(workshop.worker, WantPart(order, "screen"))
    workshop.desk.do(workshop.worker, SetState(order, OrderMove.WAIT_PART))
    reserved = workshop.desk.do(workshop.first, ReservePart(order, part))
    assert (reserved.kind, reserved.step) == (StepKind.PART_RESERVED, None)
    (line,) = queries.board(workshop.desk, workshop.worker).orders
    assert (line.reserved, line.wanted) == ((part,), 1)
    assert refused(workshop, UsePart(order, part)) == "order_not_taken"
    assert refused(workshop, ReservePart(order, part)) == "part_reserved_here"
    workshop.desk.do(workshop.worker, TakeOrder(order))
    used = workshop.desk.do(workshop.worker, UsePart(order, part, minutes=20))
    assert (used.kind, used.part, used.minutes) == (StepKind.PART_IN, part, 20)
    card = queries.card(workshop.desk, workshop.worker, order)
    assert [(one.kind, one.part) for one in card.steps] == [(StepKind.PART_IN, part)]
    assert [(one.code, one.state) for one in card.parts] == [(part, "fitted")]
    assert [one.closed for one in card.wants] == [True]
    for subject in (device.code, part, order):
        assert entries(workshop, subject)[-1][0] == "part:parts:fitted"
    assert workshop.desk.database.check_records() == ()


def test_a_part_put_in_by_mistake_is_taken_back(workshop: Workshop) -> None:
    order, part = opened(workshop), bought(workshop)
    workshop.desk.do(workshop.worker, ReservePart(order, part))
    workshop.desk.do(workshop.worker, UsePart(order, part, minutes=20))
    # The undo of the house leaves it to the bench, where its minutes are taken back too.
    assert refused(workshop, UndoLast()) == "not_undoable"
    undone = workshop.desk.do(workshop.worker, UndoStep(order))
    assert (undone.kind, undone.part, undone.minutes) == (StepKind.PART_IN, part, 0)
    card = queries.card(workshop.desk, workshop.worker, order)
    assert [one.undone for one in card.steps] == [True]
    assert [(one.code, one.state) for one in card.parts] == [(part, "stock")]
    assert card.line.reserved == (part,)
    out = workshop.desk.do(workshop.worker, TakeOutPart(order, "cable", weight_g=80, minutes=3))
    assert out.part is not None
    workshop.desk.do(workshop.worker, UndoStep(order))
    with workshop.desk.database.reading() as work:
        found = work.parts.by_code(out.part)
    assert found is not None
    assert found.state == "withdrawn"
    closed = close(workshop, order, RepairOutcome.NO_FAULT)
    assert closed.freed == (part,)
    with workshop.desk.database.reading() as work:
        found = work.parts.by_code(part)
    assert found is not None
    assert found.reserved_id is None


def test_what_the_parts_station_moves_is_in_the_orders_history_too(workshop: Workshop) -> None:
    device = broken(workshop)
    order, part = opened(workshop, device), bought(workshop)
    measured(workshop, order)
    workshop.desk.do(workshop.worker, FitPart(part, order))
    card = queries.card(workshop.desk, workshop.worker, order)
    assert [(one.kind, one.part, one.step) for one in card.steps] == [
        (StepKind.PART_IN, part, None)
    ]
    # It was put in after the test.
    assert not card.safety.passed
    workshop.desk.do(workshop.worker, TakePart(device.code, part=part))
    card = queries.card(workshop.desk, workshop.worker, order)
    assert [one.kind for one in card.steps] == [StepKind.PART_IN, StepKind.PART_OUT]
    assert refused(workshop, CloseOrder(order, RepairOutcome.NO_FAULT)) == "order_has_work"


def test_a_battery_is_taken_out_by_whoever_may(workshop: Workshop) -> None:
    order = opened(workshop, broken(workshop, "laptop"), fault=17)
    battery = TakeOutPart(order, "battery", weight_g=300)
    assert refused(workshop, battery) == "not_permitted"
    workshop.desk.do(workshop.first, TakeOrder(order))
    out = workshop.desk.do(workshop.first, battery)
    card = queries.card(workshop.desk, workshop.first, order)
    assert (out.label is not None, card.steps[-1].task) == (True, "take_battery")
    assert "battery_percent" in card.again


def test_what_holds_data_keeps_its_own_gate(workshop: Workshop, tmp_path: Path) -> None:
    counter = Counter(workshop, tmp_path)
    device = counter.device("PF2ABC77")
    counter.declare(device, "WD-WX61AA810077")
    order = _order(workshop, device)
    assert refused(workshop, TakeOutPart(order, "storage")) == "part_is_medium"
    assert refused(workshop, TakeOutMedium(order, "WD-0")) == "medium_not_inside"
    out = workshop.desk.do(workshop.worker, TakeOutMedium(order, "WD-WX61AA810077"))
    assert (out.kind, out.part) == (StepKind.MEDIUM_OUT, None)
    assert out.label is not None
    assert refused(workshop, UndoStep(order)) == "not_undoable"
    with workshop.desk.database.reading() as work:
        (medium,) = work.media.of_device(device.id)
    assert medium.removed_at is not None
    assert medium.state == "not_wiped"
    assert workshop.desk.database.check_records() == ()


def _order(workshop: Workshop, device: Device) -> str:
    workshop.desk.do(workshop.first, Decide(device.code, Outcome.REPAIR, "rikki"))
    command = OpenOrder(device.code, SCREEN, "näyttö rikki", take=True)
    return workshop.desk.do(workshop.worker, command).order


def test_no_data_goes_to_a_repairer(workshop: Workshop, tmp_path: Path) -> None:
    counter = Counter(workshop, tmp_path)
    device = counter.device("PF2ABC78")
    counter.declare(device, "WD-WX61AA810078")
    order = _order(workshop, device)
    whole = SendOut(order, "Korjaamo Oy", "koko kone")
    assert refused(workshop, whole) == "not_permitted"
    workshop.desk.do(workshop.first, TakeOrder(order))
    assert refused(workshop, whole, workshop.first) == "medium_not_wiped"
    # Without its disk it may go, and only a part of it may.
    workshop.desk.do(workshop.first, TakeOutMedium(order, "WD-WX61AA810078"))
    assert workshop.desk.do(workshop.first, whole).state is OrderState.OUTSIDE


def test_a_whole_device_that_comes_back_is_behind_the_data_gate(
    workshop: Workshop, tmp_path: Path
) -> None:
    counter = Counter(workshop, tmp_path)
    device = counter.clean()
    order = _order(workshop, device)
    workshop.desk.do(workshop.first, TakeOrder(order))
    moved = workshop.desk.do(workshop.first, SendOut(order, "Korjaamo Oy", "koko kone"))
    assert moved.state is OrderState.OUTSIDE
    for command in (TakeOrder(order), CloseOrder(order, RepairOutcome.FIXED), UndoStep(order)):
        assert refused(workshop, command, workshop.first) == "order_outside"
    (line,) = queries.board(workshop.desk, workshop.worker).orders
    assert (line.outside, line.device.place) == ("Korjaamo Oy", None)
    back = workshop.desk.do(workshop.worker, ComeBack(order, "emolevy vaihdettu", 12_000))
    assert back.state is OrderState.WAITING
    found = counter.look(device)
    assert found.state is DeviceState.WAITING_WIPE
    with workshop.desk.database.reading() as work:
        assert work.approvals.in_force(device.id) is None
    assert workshop.desk.database.check_records() == ()
    card = queries.card(workshop.desk, workshop.worker, order)
    (outside,) = card.outside
    assert (outside.whole, outside.cost_cents, outside.came_note) == (
        True,
        12_000,
        "emolevy vaihdettu",
    )
    assert refused(workshop, ComeBack(order, "x")) == "order_not_outside"


def test_only_a_part_goes_and_the_device_stays_proven(workshop: Workshop, tmp_path: Path) -> None:
    counter = Counter(workshop, tmp_path)
    device = counter.clean()
    order = _order(workshop, device)
    workshop.desk.do(workshop.first, TakeOrder(order))
    command = SendOut(order, "Korjaamo Oy", "emolevy", whole=False)
    workshop.desk.do(workshop.first, command)
    back = ComeBack(order, "piiri vaihdettu")
    assert refused(workshop, replace(back, cost_cents=-1)) == "cost_range"
    assert refused(workshop, replace(back, note=" ")) == "text_missing"
    workshop.desk.do(workshop.worker, back)
    assert counter.look(device).state is DeviceState.IN_REPAIR


@pytest.mark.parametrize("organisation", ["", "x" * 81, "131052-308T"])
def test_a_repairer_has_a_name(workshop: Workshop, organisation: str) -> None:
    order = opened(workshop)
    workshop.desk.do(workshop.first, TakeOrder(order))
    refused(workshop, SendOut(order, organisation, "koko laite"), workshop.first)


def test_a_part_of_another_device_is_not_taken_out_here(workshop: Workshop) -> None:
    first, second = opened(workshop), opened(workshop)
    part = bought(workshop)
    workshop.desk.do(workshop.worker, UsePart(first, part))
    assert refused(workshop, TakeOutPart(second, part=part)) == "part_elsewhere"
    assert refused(workshop, UsePart(second, part)) == "part_is_fitted"
    again = workshop.desk.do(workshop.worker, TakeOutPart(first, part=part))
    assert (again.part, again.label) == (part, None)
    moved = workshop.desk.do(workshop.worker, UsePart(second, part))
    assert moved.part == part
