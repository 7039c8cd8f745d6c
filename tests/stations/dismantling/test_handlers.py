"""Taking apart, rule by rule; what is refused leaves nothing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from apart import begun, box, decide, keyed, scaled, to_take_apart
from factories import make_device, make_medium
from serkut_desk.domain.data_state import CountSource
from serkut_desk.domain.dismantling import StepResult
from serkut_desk.domain.errors import KnownFailure
from serkut_desk.domain.events import Tag
from serkut_desk.domain.lifecycle import DeviceState
from serkut_desk.domain.mass import Verdict
from serkut_desk.domain.media import MediumKind
from serkut_desk.domain.stops import StopKind
from serkut_desk.records.record_check import check_records
from serkut_desk.stations import facts
from serkut_desk.stations.devices.commands import RaiseStop
from serkut_desk.stations.dismantling import queries
from serkut_desk.stations.dismantling.commands import (
    CancelDismantling,
    DoStep,
    FinishDismantling,
    PutBack,
    PutFraction,
    StartDismantling,
    TakeHazardBattery,
    TakeMedium,
    TakePart,
    UndoFraction,
    UndoStep,
    WeighIn,
)
from serkut_desk.stations.parts.commands import WantPart
from serkut_desk.stations.wiping.commands import StateNone

if TYPE_CHECKING:
    from kit import Workshop
    from serkut_desk.domain.devices import Device
    from serkut_desk.domain.people import Session
    from serkut_desk.stations.dismantling.views import Sheet
    from serkut_desk.stations.handling import Command


def refused(workshop: Workshop, command: Command[Any], by: Session | None = None) -> str:
    """Return why a command is refused; nothing changed."""
    with workshop.desk.database.reading() as work:
        before = work.journal.head()
    with pytest.raises(KnownFailure) as failure:
        workshop.desk.do(by or workshop.worker, command)
    with workshop.desk.database.reading() as work:
        assert work.journal.head() == before
    return failure.value.code


def state(workshop: Workshop, device: Device) -> DeviceState:
    with workshop.desk.database.reading() as work:
        now = work.devices.by_id(device.id)
        found = facts.gather(work, now, workshop.clock.now())
        assert found.state == now.state
        return found.state


def look(workshop: Workshop, device: Device) -> Sheet:
    return queries.sheet(workshop.desk, workshop.worker, device.code)


def bodies(workshop: Workshop, subject: str, tag: Tag) -> list[dict[str, Any]]:
    with workshop.desk.database.reading() as work:
        found = work.journal.about(subject)
    return [json.loads(one.body) for one in found if one.tag == tag]


def settle(workshop: Workshop, device: Device, *steps: str) -> None:
    """Settle steps as done, what may be missing as "none inside"."""
    for step in steps:
        none = step in {"power_supply", "lamp", "toner"}
        result = StepResult.NONE if none else StepResult.DONE
        workshop.desk.do(workshop.worker, DoStep(device.code, step, result))


@pytest.fixture
def desktop(workshop: Workshop) -> Device:
    return to_take_apart(workshop)


def test_begin_freezes_the_guide_and_the_weight(workshop: Workshop, desktop: Device) -> None:
    done = workshop.desk.do(workshop.worker, StartDismantling(desktop.code, scaled(8430)))
    assert (done.guide, done.guide_version, done.step) == ("desktop", 1, "power_off")
    assert (done.balance.weight_in, done.balance.remainder) == (8430, 8430)
    assert state(workshop, desktop) is DeviceState.DISMANTLING
    (body,) = bodies(workshop, desktop.code, Tag.DISMANTLING_STARTED)
    assert (body["guide"], body["weight_in_g"], body["scale"]) == ("desktop", 8430, "Pöytävaaka")
    assert refused(workshop, StartDismantling(desktop.code)) == "being_dismantled"


def test_nobody_begins_what_was_not_decided(workshop: Workshop) -> None:
    device = make_device(workshop)
    assert refused(workshop, StartDismantling(device.code)) == "not_for_dismantling"
    assert refused(workshop, StartDismantling("SD9999999999")) == "device_unknown"


def test_media_that_are_not_wiped_are_no_reason_to_wait(
    workshop: Workshop, desktop: Device
) -> None:
    make_medium(workshop, desktop)
    assert state(workshop, desktop) is DeviceState.WAITING_WIPE
    (line,) = queries.queue(workshop.desk, workshop.worker)
    assert (line.code, line.data, line.begun) == (desktop.code, True, None)
    workshop.desk.do(workshop.worker, StartDismantling(desktop.code))
    assert state(workshop, desktop) is DeviceState.DISMANTLING
    (line,) = queries.queue(workshop.desk, workshop.worker)
    assert line.begun is not None


def test_the_order_is_weight_power_battery_and_then_the_rest(
    workshop: Workshop, desktop: Device
) -> None:
    iron = box(workshop, "ferrous")
    make_medium(workshop, desktop, serial="W1")
    workshop.desk.do(workshop.worker, StartDismantling(desktop.code))
    outs: list[Command[Any]] = [
        TakeMedium(desktop.code, "W1"),
        TakePart(desktop.code, "memory"),
        PutFraction(desktop.code, iron, keyed(100)),
    ]
    # Before the weight, before the power is off, before the battery is out: nothing comes out.
    for step in (None, "power_off"):
        if step is None:
            workshop.desk.do(workshop.worker, WeighIn(desktop.code, scaled(8000)))
        else:
            settle(workshop, desktop, step)
        for command in outs:
            assert refused(workshop, command) == "dismantling_first"
    workshop.desk.do(workshop.first, DoStep(desktop.code, "battery"))
    # The battery is out: media and parts may come, grams wait for the media.
    assert refused(workshop, outs[2]) == "dismantling_first"
    assert refused(workshop, DoStep(desktop.code, "media")) == "medium_still_inside"
    workshop.desk.do(workshop.worker, outs[0])
    settle(workshop, desktop, "media")
    assert refused(workshop, outs[2]) == "dismantling_first"
    settle(workshop, desktop, "power_supply")
    workshop.desk.do(workshop.worker, outs[2])
    assert look(workshop, desktop).balance.fractions == 100


def test_a_maker_takes_no_battery_out_without_the_permission(
    workshop: Workshop, desktop: Device
) -> None:
    workshop.desk.do(workshop.worker, StartDismantling(desktop.code, scaled(8430)))
    settle(workshop, desktop, "power_off")
    assert refused(workshop, DoStep(desktop.code, "battery")) == "not_permitted"
    # A desktop may be without its button cell: anybody sees that.
    workshop.desk.do(workshop.worker, DoStep(desktop.code, "battery", StepResult.NONE))
    laptop = to_take_apart(workshop, type="laptop")
    workshop.desk.do(workshop.worker, StartDismantling(laptop.code, scaled(2000)))
    settle(workshop, laptop, "power_off")
    none = DoStep(laptop.code, "battery", StepResult.NONE)
    assert refused(workshop, none) == "not_permitted"
    workshop.desk.do(workshop.first, none)


def test_a_step_is_settled_once_and_only_in_a_way_that_the_guide_has(
    workshop: Workshop, desktop: Device
) -> None:
    workshop.desk.do(workshop.worker, StartDismantling(desktop.code, scaled(8430)))
    assert refused(workshop, DoStep(desktop.code, "weigh")) == "dismantling_step_settled"
    assert refused(workshop, DoStep(desktop.code, "lid")) == "dismantling_step_unknown"
    skipped = DoStep(desktop.code, "power_off", StepResult.SKIPPED, "en jaksa")
    assert refused(workshop, skipped) == "dismantling_step_way"
    settle(workshop, desktop, "power_off")
    assert refused(workshop, DoStep(desktop.code, "power_off")) == "dismantling_step_settled"


def test_a_step_is_opened_again_only_while_nothing_rests_on_it(
    workshop: Workshop, desktop: Device
) -> None:
    begun(workshop, desktop)
    assert refused(workshop, UndoStep(desktop.code, "power_off")) == "dismantling_step_not_last"
    assert refused(workshop, UndoStep(desktop.code, "parts")) == "dismantling_step_unknown"
    done = workshop.desk.do(workshop.worker, UndoStep(desktop.code, "battery"))
    assert done.step == "battery"
    workshop.desk.do(workshop.first, DoStep(desktop.code, "battery"))
    cells = box(workshop, "battery_coin_lithium")
    workshop.desk.do(workshop.worker, PutFraction(desktop.code, cells, scaled(3)))
    assert refused(workshop, UndoStep(desktop.code, "battery")) == "dismantling_step_used"


def test_the_weight_changes_only_while_nothing_is_out(workshop: Workshop, desktop: Device) -> None:
    begun(workshop, desktop)
    again = workshop.desk.do(workshop.worker, WeighIn(desktop.code, scaled(8500)))
    assert again.balance.weight_in == 8500
    workshop.desk.do(workshop.worker, TakePart(desktop.code, "memory", weight=scaled(20)))
    assert refused(workshop, WeighIn(desktop.code, scaled(8480))) == "dismantling_begun"
    assert refused(workshop, WeighIn(desktop.code, keyed(0))) == "dismantling_weight"


def test_a_medium_comes_out_with_its_label_and_keeps_its_gate(
    workshop: Workshop, desktop: Device
) -> None:
    made = make_medium(workshop, desktop, serial="W1")
    begun(workshop, desktop)
    taken = workshop.desk.do(
        workshop.worker, TakeMedium(desktop.code, "W1", scaled(610), "Levylaatikko")
    )
    assert taken.code.startswith("LV")
    assert (taken.progress.balance.media, taken.progress.balance.remainder) == (610, 7820)
    with workshop.desk.database.reading() as work:
        assert work.labels.of_code(taken.code)
        medium = work.media.by_id(made.id)
    assert (medium.weight_g, medium.state, medium.removed_at is None) == (610, "not_wiped", False)
    assert refused(workshop, TakeMedium(desktop.code, "W1")) == "dismantling_medium_unknown"
    # It goes into no container before its own proof.
    (line,) = look(workshop, desktop).media
    assert (line.code, line.inside, line.weight_g) == (taken.code, False, 610)


def test_a_medium_that_nobody_knew_of_is_declared_and_taken_out_at_once(
    workshop: Workshop, desktop: Device
) -> None:
    begun(workshop, desktop)
    assert refused(workshop, DoStep(desktop.code, "media")) == "media_unknown"
    found = TakeMedium(desktop.code, "Z9-1", scaled(90), kind=MediumKind.SSD)
    taken = workshop.desk.do(workshop.worker, found)
    (body,) = bodies(workshop, desktop.code, Tag.MEDIUM_REMOVED)
    assert (body["declared"], body["code"]) == ("ssd", taken.code)
    assert refused(workshop, found) == "medium_declared_already"
    unread = workshop.desk.do(workshop.worker, TakeMedium(desktop.code, None, kind=MediumKind.HDD))
    assert unread.code != taken.code
    settle(workshop, desktop, "media")


def test_what_holds_no_medium_is_said_by_two(workshop: Workshop) -> None:
    printer = to_take_apart(workshop, type="printer", model="M402")
    workshop.desk.do(workshop.worker, StartDismantling(printer.code, scaled(9000)))
    settle(workshop, printer, "power_off", "toner")
    assert refused(workshop, DoStep(printer.code, "media")) == "media_unknown"
    for person in (workshop.worker, workshop.first):
        workshop.desk.do(person, StateNone(printer.code, CountSource.OPENED))
    settle(workshop, printer, "media")


def test_a_medium_goes_back_when_it_was_a_mistake(workshop: Workshop, desktop: Device) -> None:
    make_medium(workshop, desktop, serial="W1")
    begun(workshop, desktop)
    taken = workshop.desk.do(workshop.worker, TakeMedium(desktop.code, weight=scaled(610)))
    back = workshop.desk.do(workshop.worker, PutBack(desktop.code, taken.code))
    assert (back.balance.media, back.balance.remainder) == (0, 8430)
    (line,) = look(workshop, desktop).media
    assert line.inside
    assert refused(workshop, DoStep(desktop.code, "media")) == "medium_still_inside"
    assert refused(workshop, PutBack(desktop.code, taken.code)) == "dismantling_not_from_here"


def test_a_part_gets_its_label_and_goes_back(workshop: Workshop, desktop: Device) -> None:
    begun(workshop, desktop)
    taken = workshop.desk.do(
        workshop.worker,
        TakePart(desktop.code, "memory", weight=scaled(20), place="Laari 7", specification="8 GB"),
    )
    assert taken.progress.balance.parts == 20
    (line,) = look(workshop, desktop).parts
    assert (line.code, line.place, line.specification) == (taken.code, "Laari 7", "8 GB")
    (body,) = bodies(workshop, taken.code, Tag.PART_TAKEN)
    assert body["device"] == desktop.code
    back = workshop.desk.do(workshop.worker, PutBack(desktop.code, taken.code))
    assert back.balance.out == 0
    assert look(workshop, desktop).parts == ()
    assert refused(workshop, PutBack(desktop.code, taken.code)) == "dismantling_not_from_here"


def test_wanted_parts_are_shown_and_a_harvest_asks_for_them(workshop: Workshop) -> None:
    device = to_take_apart(workshop, harvest=True)
    want = WantPart("memory", manufacturer="Lenovo", model="OptiPlex 7050")
    number = workshop.desk.do(workshop.worker, want).want.id
    other = workshop.desk.do(workshop.worker, WantPart("fan", model="XPS 13")).want.id
    begun(workshop, device)
    make_medium(workshop, device, serial="W1")
    workshop.desk.do(workshop.worker, TakeMedium(device.code, weight=scaled(600)))
    settle(workshop, device, "media", "power_supply", "parts", "fractions")
    (line,) = look(workshop, device).wants
    assert (line.number, line.exact, line.settled) == (number, True, None)
    finish = FinishDismantling(device.code, "loput jäivät varastoon")
    assert refused(workshop, finish) == "dismantling_want_open"
    done = DoStep(device.code, f"want:{number}")
    assert refused(workshop, done) == "dismantling_want_taken_out"
    strange = DoStep(device.code, f"want:{other}", StepResult.SKIPPED, "ei ole")
    assert refused(workshop, strange) == "dismantling_step_unknown"
    wordless = DoStep(device.code, f"want:{number}", StepResult.SKIPPED)
    assert refused(workshop, wordless) == "text_missing"
    taken = workshop.desk.do(workshop.worker, TakePart(device.code, "memory", want=number))
    again = TakePart(device.code, "memory", want=number)
    assert refused(workshop, again) == "dismantling_step_settled"
    # Put back, it is wanted again; then somebody says why it is not taken.
    workshop.desk.do(workshop.worker, PutBack(device.code, taken.code))
    assert refused(workshop, finish) == "dismantling_want_open"
    workshop.desk.do(
        workshop.worker, DoStep(device.code, f"want:{number}", StepResult.SKIPPED, "rikki")
    )
    workshop.desk.do(workshop.worker, finish)


def test_grams_go_in_and_come_back_out(workshop: Workshop, desktop: Device) -> None:
    iron, boards = box(workshop, "ferrous"), box(workshop, "circuit_boards")
    make_medium(workshop, desktop, serial="W1")
    begun(workshop, desktop)
    workshop.desk.do(workshop.worker, TakeMedium(desktop.code, weight=scaled(600)))
    settle(workshop, desktop, "media", "power_supply")
    first = workshop.desk.do(workshop.worker, PutFraction(desktop.code, iron, scaled(6000)))
    second = workshop.desk.do(workshop.worker, PutFraction(desktop.code, boards, keyed(1214)))
    assert (second.fraction, second.progress.balance.remainder) == ("circuit_boards", 616)
    assert second.progress.balance.tolerance == 2 + 2 + 2 + 5
    undone = workshop.desk.do(workshop.worker, UndoFraction(desktop.code))
    assert undone.balance.fractions == 6000
    assert [one.line for one in look(workshop, desktop).fractions] == [first.line]
    named = UndoFraction(desktop.code, second.line)
    assert refused(workshop, named) == "dismantling_no_fraction"
    assert refused(workshop, PutFraction(desktop.code, "AS9", scaled(1))) == "container_unknown"


def finished(workshop: Workshop, device: Device, left: int, *, reason: str = "") -> Any:
    """Take a device of 8430 g apart so that so many grams are left."""
    iron = box(workshop, "ferrous")
    make_medium(workshop, device)
    begun(workshop, device)
    workshop.desk.do(workshop.worker, TakeMedium(device.code, weight=scaled(600)))
    settle(workshop, device, "media", "power_supply", "parts")
    grams = 8430 - 600 - left
    workshop.desk.do(workshop.worker, PutFraction(device.code, iron, scaled(grams)))
    settle(workshop, device, "fractions")
    return workshop.desk.do(workshop.worker, FinishDismantling(device.code, reason))


@pytest.mark.parametrize("left", [6, 0, -6])
def test_what_the_scales_can_be_off_needs_no_word(
    workshop: Workshop, desktop: Device, left: int
) -> None:
    done = finished(workshop, desktop, left)
    assert (done.balance.remainder, done.balance.verdict) == (left, Verdict.WITHIN)
    assert state(workshop, desktop) is DeviceState.DISMANTLED
    with workshop.desk.database.reading() as work:
        now = work.devices.by_id(desktop.id)
        (order,) = work.dismantlings.of_device(desktop.id)
        assert check_records(work.connection) == ()
        assert work.inspections.decision_of(desktop.id) is not None
    assert (now.in_house, now.place_id) == (False, None)
    assert (order.remainder_g, order.media_g, order.reason) == (left, 600, None)
    assert refused(workshop, UndoFraction(desktop.code)) == "is_dismantled"


@pytest.mark.parametrize(
    ("left", "code"), [(110, "dismantling_left_over"), (-7, "dismantling_too_much")]
)
def test_more_than_that_needs_a_reason(
    workshop: Workshop, desktop: Device, left: int, code: str
) -> None:
    with pytest.raises(KnownFailure) as failure:
        finished(workshop, desktop, left)
    assert failure.value.code == code
    assert failure.value.facts == {"grams": abs(left), "tolerance": 6}
    done = workshop.desk.do(workshop.worker, FinishDismantling(desktop.code, "pölyä ja liimaa"))
    assert done.balance.remainder == left
    sheet = look(workshop, desktop)
    assert (sheet.order_state, sheet.reason, sheet.balance) == (
        "closed",
        "pölyä ja liimaa",
        done.balance,
    )


def test_the_end_waits_for_every_step_and_every_medium(workshop: Workshop, desktop: Device) -> None:
    begun(workshop, desktop)
    finish = FinishDismantling(desktop.code)
    assert refused(workshop, finish) == "media_unknown"
    make_medium(workshop, desktop)
    assert refused(workshop, finish) == "medium_still_inside"
    workshop.desk.do(workshop.worker, TakeMedium(desktop.code))
    assert refused(workshop, finish) == "dismantling_step_open"


def test_only_what_is_whole_is_cancelled(workshop: Workshop, desktop: Device) -> None:
    begun(workshop, desktop)
    taken = workshop.desk.do(workshop.worker, TakePart(desktop.code, "memory"))
    cancel = CancelDismantling(desktop.code, "toinen ehti ensin")
    assert refused(workshop, cancel) == "dismantling_not_whole"
    workshop.desk.do(workshop.worker, PutBack(desktop.code, taken.code))
    assert refused(workshop, CancelDismantling(desktop.code, " ")) == "text_missing"
    workshop.desk.do(workshop.worker, cancel)
    assert state(workshop, desktop) is DeviceState.RECEIVED
    assert look(workshop, desktop).order is None
    workshop.desk.do(workshop.worker, StartDismantling(desktop.code))


def swollen(workshop: Workshop, device: Device) -> None:
    workshop.desk.do(workshop.worker, RaiseStop(StopKind.SWOLLEN_BATTERY, device.code))
    assert state(workshop, device) is DeviceState.HAZARD_STOP


def test_a_phone_with_a_swollen_battery_goes_on_when_it_is_in_its_box(workshop: Workshop) -> None:
    phone = make_device(workshop, type="phone", manufacturer="Samsung", model="A52")
    decide(workshop, phone)
    swollen(workshop, phone)
    fire, plain = box(workshop, "battery_lithium_damaged"), box(workshop, "battery_lithium")
    take = TakeHazardBattery(phone.code, fire, scaled(41))
    assert refused(workshop, take) == "not_permitted"
    wrong = TakeHazardBattery(phone.code, plain, scaled(41))
    assert refused(workshop, wrong, workshop.first) == "dismantling_wrong_container"
    unsaid = TakeHazardBattery(phone.code, fire)
    assert refused(workshop, unsaid, workshop.first) == "text_missing"
    done = workshop.desk.do(workshop.first, take)
    assert (done.weight_g, len(done.released), done.state) == (41, 1, "received")
    with workshop.desk.database.reading() as work:
        assert work.stops.of_device(phone.id) == []
        part = work.parts.by_code(done.part)
        assert part is not None
        assert (part.state, part.donor_id, part.place_id) == ("scrapped", phone.id, None)
        assert work.containers.lines.sum_g(work.containers.by_code(fire).id) == 41  # type: ignore[union-attr]  # it was just opened
        assert not [one for one in work.labels.of_code(part.code) if one.state == "waiting"]
        assert check_records(work.connection) == ()
    (body,) = bodies(workshop, phone.code, Tag.BATTERY_TAKEN)
    assert body["stops"] == list(done.released)
    assert bodies(workshop, fire, Tag.BATTERY_TAKEN) == [body]
    # The battery is out: its step is settled, and it is not weighed in.
    started = workshop.desk.do(workshop.worker, StartDismantling(phone.code, scaled(140)))
    workshop.desk.do(workshop.worker, DoStep(phone.code, "power_off"))
    assert look(workshop, phone).next == "media"
    assert started.balance.out == 0
    assert refused(workshop, take, workshop.first) == "no_hazard"


def test_a_battery_that_swells_on_the_bench_counts_in_the_balance(workshop: Workshop) -> None:
    phone = to_take_apart(workshop, type="phone")
    workshop.desk.do(workshop.worker, StartDismantling(phone.code, scaled(180)))
    swollen(workshop, phone)
    assert refused(workshop, DoStep(phone.code, "power_off")) == "battery_hazard"
    fire = box(workshop, "battery_lithium_damaged")
    done = workshop.desk.do(workshop.first, TakeHazardBattery(phone.code, fire, scaled(41)))
    assert done.state == "dismantling"
    sheet = look(workshop, phone)
    assert (sheet.balance.parts, sheet.balance.fractions, sheet.balance.remainder) == (41, 0, 139)
    assert {one.step.key: one.result for one in sheet.steps}["battery"] == "done"
    with workshop.desk.database.reading() as work:
        assert check_records(work.connection) == ()


def test_a_battery_that_nobody_weighs_is_still_followed(workshop: Workshop) -> None:
    phone = to_take_apart(workshop, type="phone")
    swollen(workshop, phone)
    fire = box(workshop, "battery_lithium_damaged")
    done = workshop.desk.do(
        workshop.first, TakeHazardBattery(phone.code, fire, reason="savuaa", place="Paloparveke")
    )
    assert done.weight_g is None
    with workshop.desk.database.reading() as work:
        found = work.containers.by_code(fire)
        part = work.parts.by_code(done.part)
        assert found is not None
        assert part is not None
        assert (part.container_id, found.begun_at) == (found.id, workshop.clock.now())
        place = work.places.of_id(work.devices.by_id(phone.id).place_id)
        assert place is not None
        assert place.name == "Paloparveke"
        assert check_records(work.connection) == ()


def test_balances_of_a_lot(workshop: Workshop, desktop: Device) -> None:
    finished(workshop, desktop, 4)
    (line,) = queries.balances(workshop.desk, workshop.worker)
    assert (line.sums.weight_in_g, line.sums.media_g, line.fractions) == (
        8430,
        600,
        {"ferrous": 7826},
    )
    assert line.sums.remainder_g == 4
    assert queries.balances(workshop.desk, workshop.worker, lot=line.sums.lot) == (line,)
    assert queries.history(workshop.desk, workshop.worker) == (line,)
    with pytest.raises(KnownFailure) as failure:
        queries.balances(workshop.desk, workshop.worker, lot="ER9")
    assert failure.value.code == "lot_unknown"


def test_what_to_expect_follows_the_weight_and_names_its_source(
    workshop: Workshop, desktop: Device
) -> None:
    assert look(workshop, desktop).expected == {}
    workshop.desk.do(workshop.worker, StartDismantling(desktop.code, scaled(5000)))
    sheet = look(workshop, desktop)
    assert sheet.expected["ferrous"] == 3350
    assert "León" in sheet.source
