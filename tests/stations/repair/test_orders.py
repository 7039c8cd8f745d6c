"""Work orders: opened, handed on in the middle of the work, written down, taken back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from factories import make_device
from serkut_desk.domain.errors import KnownFailure
from serkut_desk.domain.repair import OrderMove, OrderState, RepairOutcome, StepKind
from serkut_desk.domain.stops import StopKind
from serkut_desk.records.journal import Journal
from serkut_desk.stations.devices import queries as devices
from serkut_desk.stations.devices.commands import RaiseStop
from serkut_desk.stations.repair import queries
from serkut_desk.stations.repair.commands import (
    AddStep,
    CloseOrder,
    OpenOrder,
    RecordDiagnosis,
    SetState,
    TakeOrder,
    UndoStep,
)
from serkut_desk.stations.repair.queries import Found
from stations.repair.repair_hands import PICTURE, broken, entries, mend, opened, refused

if TYPE_CHECKING:
    from kit import Workshop
    from serkut_desk.domain.devices import Device

# The shape of a personal identity code, of nobody.
PERSONAL = "131052-308T"


def test_an_order_has_a_code_a_label_and_an_entry(workshop: Workshop) -> None:
    device = broken(workshop)
    with_order = OpenOrder(device.code, PICTURE, "näyttö on pimeä")
    done = workshop.desk.do(workshop.worker, with_order)
    assert done.order.startswith("TY")
    assert done.state is OrderState.WAITING
    with workshop.desk.database.reading() as work:
        (job,) = work.labels.of_code(done.order)
        found = work.devices.by_code(device.code)
    assert job.id == done.label
    assert (job.data["kind"], job.data["device"]) == ("work_order", device.code)
    assert found is not None
    assert found.state == "in_repair"
    tag, body = entries(workshop, device.code)[-1]
    assert (tag, body["fault"], body["problem"]) == ("order:repair:opened", 2, "näyttö on pimeä")
    assert entries(workshop, done.order) == [(tag, body)]


def test_what_can_not_be_opened(workshop: Workshop) -> None:
    fresh = make_device(workshop, type="monitor")
    assert refused(workshop, OpenOrder(fresh.code, PICTURE, "x")) == "not_for_repair"
    device = broken(workshop)
    assert refused(workshop, OpenOrder(device.code, 99, "x")) == "repair_fault_unknown"
    assert refused(workshop, OpenOrder(device.code, PICTURE, " ")) == "text_missing"
    secret = OpenOrder(device.code, PICTURE, f"omistaja {PERSONAL}")
    assert refused(workshop, secret) == "secret_not_kept"
    assert refused(workshop, OpenOrder("SD", PICTURE, "x")) == "device_unknown"
    opened(workshop, device)
    assert refused(workshop, OpenOrder(device.code, PICTURE, "x")) == "work_order_open"


def test_another_person_takes_it_over_in_the_middle_and_nothing_is_lost(
    workshop: Workshop,
) -> None:
    order = opened(workshop)
    mend(workshop, order, minutes=10)
    assert refused(workshop, AddStep(order, StepKind.TRIED, "x"), workshop.first) == (
        "order_with_other"
    )
    taken = workshop.desk.do(workshop.first, TakeOrder(order))
    assert (taken.before, taken.state) == (OrderState.IN_WORK, OrderState.IN_WORK)
    assert refused(workshop, AddStep(order, StepKind.TRIED, "x")) == "order_with_other"
    done = workshop.desk.do(workshop.first, AddStep(order, StepKind.TRIED, "kuva tuli", minutes=5))
    assert done.minutes == 15
    card = queries.card(workshop.desk, workshop.first, order)
    assert [(one.kind, one.minutes) for one in card.steps] == [
        (StepKind.MENDED, 10),
        (StepKind.TRIED, 5),
    ]
    assert (card.line.mine, card.line.minutes, card.missing) == (True, 15, ())
    other = queries.card(workshop.desk, workshop.worker, order)
    assert (other.line.taken, other.line.mine) == (True, False)
    assert [one.code for one in other.missing] == ["order_with_other"]
    assert other.moves == (OrderMove.TAKE,)


def test_taking_ones_own_order_again_changes_nothing(workshop: Workshop) -> None:
    order = opened(workshop)
    before = entries(workshop, order)
    workshop.desk.do(workshop.worker, TakeOrder(order))
    assert entries(workshop, order) == before


@pytest.mark.parametrize(
    ("move", "state"),
    [
        (OrderMove.HAND_ON, OrderState.WAITING),
        (OrderMove.WAIT_PART, OrderState.WAITING_PART),
        (OrderMove.TO_TEST, OrderState.TO_TEST),
    ],
)
def test_laid_down_it_is_in_nobodys_hands(
    workshop: Workshop, move: OrderMove, state: OrderState
) -> None:
    order = opened(workshop)
    moved = workshop.desk.do(workshop.worker, SetState(order, move))
    assert moved.state is state
    assert refused(workshop, AddStep(order, StepKind.TRIED, "x")) == "order_not_taken"
    (line,) = queries.board(workshop.desk, workshop.worker).orders
    assert (line.state, line.taken) == (state, False)
    again = workshop.desk.do(workshop.worker, TakeOrder(order))
    assert (again.before, again.state) == (state, OrderState.IN_WORK)


def test_other_moves_have_their_own_commands(workshop: Workshop) -> None:
    order = opened(workshop)
    for move in set(OrderMove) - {OrderMove.HAND_ON, OrderMove.WAIT_PART, OrderMove.TO_TEST}:
        assert refused(workshop, SetState(order, move)) == "move_not_so"


def test_an_order_is_named_by_its_code_or_its_device(workshop: Workshop) -> None:
    device = broken(workshop)
    assert refused(workshop, TakeOrder(device.code)) == "no_work_order"
    looked = queries.look(workshop.desk, workshop.worker, device.code)
    assert (looked.found, looked.device) == (Found.TO_OPEN, device.code)
    order = opened(workshop, device)
    done = workshop.desk.do(workshop.worker, AddStep(device.code, StepKind.TRIED, "kokeiltu"))
    assert done.order == order
    for text in (order, device.code, device.serial):
        looked = queries.look(workshop.desk, workshop.worker, text)
        assert (looked.found, looked.order) == (Found.ORDER, order)
    assert refused(workshop, TakeOrder("TY0000009900")) == "order_unknown"
    nothing = queries.look(workshop.desk, workshop.worker, "ei mitään")
    assert nothing.found is Found.NOTHING
    fresh = make_device(workshop, type="monitor")
    looked = queries.look(workshop.desk, workshop.worker, fresh.code)
    assert looked.found is Found.NOT_FOR_REPAIR
    assert [one.code for one in looked.missing] == ["not_for_repair"]


def test_opening_a_mains_supply_is_never_for_makers(workshop: Workshop) -> None:
    order = opened(workshop)
    mains = AddStep(order, StepKind.MENDED, task="open_mains", minutes=20)
    assert refused(workshop, mains) == "not_permitted"
    battery = AddStep(order, StepKind.REPLACED, task="take_battery")
    assert refused(workshop, battery) == "not_permitted"
    whole = AddStep(order, StepKind.REPLACED, task="replace_supply")
    assert workshop.desk.do(workshop.worker, whole).kind is StepKind.REPLACED
    workshop.desk.do(workshop.first, TakeOrder(order))
    badge_only = replace(workshop.first, pin_at=None)
    assert refused(workshop, mains, badge_only) == "pin_needed"
    assert workshop.desk.do(workshop.first, mains).minutes == 20
    (*_, (tag, body)) = entries(workshop, order)
    assert (tag, body["task"]) == ("order:repair:step", "open_mains")


def test_what_a_step_may_not_say(workshop: Workshop) -> None:
    order = opened(workshop)
    for step, code in (
        (AddStep(order, StepKind.PART_IN, "x"), "step_not_so"),
        (AddStep(order, StepKind.TRIED, ""), "text_missing"),
        (AddStep(order, StepKind.TRIED, f"soitti {PERSONAL}"), "secret_not_kept"),
        (AddStep(order, StepKind.TRIED, "x", task="fly"), "task_unknown"),
        (AddStep(order, StepKind.TRIED, "x", minutes=601), "minutes_out_of_range"),
        (AddStep(order, StepKind.TRIED, "x", minutes=-1), "minutes_out_of_range"),
        (RecordDiagnosis(order, "x", fault=99), "repair_fault_unknown"),
        (RecordDiagnosis(order, f"omistaja {PERSONAL}"), "secret_not_kept"),
    ):
        assert refused(workshop, step) == code


def test_a_diagnosis_corrects_the_fault_and_can_be_taken_back(workshop: Workshop) -> None:
    order = opened(workshop)
    workshop.desk.do(workshop.worker, RecordDiagnosis(order, "kondensaattori", minutes=7))
    workshop.desk.do(workshop.worker, RecordDiagnosis(order, "kaapeli", fault=5))
    card = queries.card(workshop.desk, workshop.worker, order)
    assert (card.diagnosis, card.line.fault, card.undoable) == ("kaapeli", 5, True)
    workshop.desk.do(workshop.worker, UndoStep(order))
    card = queries.card(workshop.desk, workshop.worker, order)
    assert (card.diagnosis, card.line.fault) == ("kondensaattori", PICTURE)
    undone = workshop.desk.do(workshop.worker, UndoStep(order))
    assert undone.minutes == 0
    card = queries.card(workshop.desk, workshop.worker, order)
    assert card.diagnosis == ""
    assert [one.undone for one in card.steps] == [True, True]
    assert refused(workshop, UndoStep(order)) == "not_undoable"


def test_nobody_takes_back_what_another_did(workshop: Workshop) -> None:
    order = opened(workshop)
    mend(workshop, order)
    workshop.desk.do(workshop.first, TakeOrder(order))
    assert refused(workshop, UndoStep(order), workshop.first) == "not_own_action"
    assert refused(workshop, UndoStep(order)) == "order_with_other"


def test_a_stopped_device_is_not_worked_on(workshop: Workshop) -> None:
    device = broken(workshop)
    order = opened(workshop, device)
    _stop(workshop, device)
    assert refused(workshop, AddStep(order, StepKind.TRIED, "x")) == "battery_hazard"
    assert refused(workshop, CloseOrder(order, RepairOutcome.CANCELLED, "x")) == "battery_hazard"
    (line,) = queries.board(workshop.desk, workshop.worker).orders
    assert line.stuck == "hazard_stop"


def _stop(workshop: Workshop, device: Device) -> None:
    workshop.desk.do(workshop.worker, RaiseStop(StopKind.SWOLLEN_BATTERY, device.code))


def test_the_board_and_the_devices_card_show_it(workshop: Workshop) -> None:
    first, second = broken(workshop), broken(workshop)
    order = opened(workshop, first)
    board = queries.board(workshop.desk, workshop.worker)
    assert [one.device.code for one in board.waiting] == [second.code]
    assert board.waiting[0].reason == "kuva puuttuu"
    (line,) = board.orders
    assert (line.order, line.state, line.mine) == (order, OrderState.IN_WORK, True)
    assert dict(line.fault_words)["fi"] == "Kuva on huono tai puuttuu"
    card = devices.card(workshop.desk, workshop.worker, first.code)
    assert card.state == "in_repair"
    assert any(one.tag == "order:repair:opened" for one in card.timeline)


def test_a_failure_while_it_is_written_leaves_nothing(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    device = broken(workshop)

    def dies(*_args: object, **_facts: object) -> None:
        raise MemoryError

    monkeypatch.setattr(Journal, "append", dies)
    with pytest.raises(MemoryError):
        workshop.desk.do(workshop.worker, OpenOrder(device.code, PICTURE, "x"))
    monkeypatch.undo()
    with workshop.desk.database.reading() as work:
        assert work.orders.of_device(device.id) == []
        assert work.labels.of_code("TY") == []
    with pytest.raises(KnownFailure):
        queries.card(workshop.desk, workshop.worker, device.code)


def test_no_entry_tells_how_long_a_person_took(workshop: Workshop) -> None:
    order = opened(workshop)
    mend(workshop, order, minutes=47)
    workshop.desk.do(workshop.worker, RecordDiagnosis(order, "juotos irti", minutes=13))
    told = [body for _, body in entries(workshop, order)]
    assert [body for body in told if "minutes" in body] == []
    assert queries.card(workshop.desk, workshop.worker, order).line.minutes == 60
