"""Grading at the real window with keys of scanner and keyboard only."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from factories import make_device
from serkut_desk.domain.advice import Way
from serkut_desk.domain.checklist import CheckKind, Result
from serkut_desk.domain.codes import CodeKind, make_code
from serkut_desk.domain.inspection import Answer
from serkut_desk.domain.lifecycle import DeviceState
from serkut_desk.domain.outcomes import Grade
from serkut_desk.stations.grading import queries
from serkut_desk.ui.parts.pick import PickCard
from serkut_desk.ui.stations.grading.graded_page import GradedPage
from serkut_desk.ui.stations.grading.panel import GradingPanel
from serkut_desk.ui.stations.grading.wording import WAY_KEYS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from serkut_desk.domain.checklist import Check
    from serkut_desk.stations.grading.queries import Look
    from serkut_desk.ui.stations.grading.walk import Walk
    from ui.window_kit import Window

YES, NO, NOT_POSSIBLE, NOT_FITTED = Qt.Key.Key_F2, Qt.Key.Key_F3, Qt.Key.Key_F5, Qt.Key.Key_F6
SAVE, BACK, LATER, QUEUE = Qt.Key.Key_F10, Qt.Key.Key_F9, Qt.Key.Key_F8, Qt.Key.Key_F7


def open_grading(window: Window, device: str = "") -> GradingPanel:
    """Go to the station and scan a device."""
    window.shell.open("grading")
    window.settle()
    panel = window.shell.panel
    assert isinstance(panel, GradingPanel)
    if device:
        window.scan(device)
        window.settle()
    return panel


def walk_of(panel: GradingPanel) -> Walk:
    assert panel.walk is not None
    return panel.walk


def at(panel: GradingPanel) -> Check:
    check = walk_of(panel).check
    assert check is not None
    return check


def go_to(window: Window, panel: GradingPanel, key: str) -> None:
    """Take a check in hand as a tap in the list does."""
    panel._pick(key)
    window.settle()
    assert at(panel).key == key


def found(window: Window, device: str) -> Look:
    return queries.look(window.workshop.desk, window.workshop.worker, device)


def answer_rest(window: Window, panel: GradingPanel) -> None:
    """Answer what is open by keys, as somebody who finds no fault."""
    for _ in range(60):
        check = walk_of(panel).check
        if check is None:
            return
        if check.measure is not None:
            # The stepper begins at its first figure; nothing is typed.
            window.press(LATER)
            window.press(SAVE)
        else:
            window.press(YES)
        page = panel.page
        assert page is not None
        assert not page.check._field.edit.hasFocus()
    window.settle()


def test_a_maker_grades_a_laptop_by_keys_alone(window: Window) -> None:
    device = make_device(window.workshop).code
    window.maker()
    panel = open_grading(window, device)
    assert len(walk_of(panel).asked) == 34
    answer_rest(window, panel)
    window.press(SAVE)
    window.settle()
    held = found(window, device).held
    assert held is not None
    assert held.grade is Grade.A
    assert held.answers.measures == {"battery_percent": 80, "battery_cycles": 300}
    assert isinstance(panel._stage._inside, GradedPage)
    assert "A" in window.notice


def test_answers_are_kept_one_by_one(window: Window) -> None:
    device = make_device(window.workshop, type="monitor").code
    window.maker()
    panel = open_grading(window, device)
    go_to(window, panel, "cord")
    window.press(YES)
    go_to(window, panel, "even")
    window.press(NO)
    go_to(window, panel, "touch")
    window.press(NOT_FITTED)
    go_to(window, panel, "menu")
    window.press(NOT_POSSIBLE)
    window.press(Qt.Key.Key_F7)  # the fifth reason: the tool is missing
    window.settle()
    assert found(window, device).answers.checks == {
        "cord": Answer(Result.PASS),
        "even": Answer(Result.FAIL),
        "touch": Answer(Result.NOT_FITTED),
        "menu": Answer(Result.NOT_POSSIBLE, "no_tool"),
    }


def test_letters_digits_and_enter_answer_nothing(window: Window) -> None:
    device = make_device(window.workshop).code
    window.maker()
    panel = open_grading(window, device)
    before = at(panel)
    for key in (Qt.Key.Key_Y, Qt.Key.Key_1, Qt.Key.Key_Return, Qt.Key.Key_Return):
        window.press(key)
    window.settle()
    assert at(panel) is before
    assert not found(window, device).begun


@pytest.mark.parametrize(("number", "result"), [(9, Result.PASS), (10, Result.FAIL)])
def test_a_card_on_the_wall_answers(window: Window, number: int, result: Result) -> None:
    device = make_device(window.workshop).code
    window.maker()
    panel = open_grading(window, device)
    go_to(window, panel, "cord")
    window.scan(make_code(CodeKind.COMMAND, number))
    window.settle()
    assert found(window, device).answers.checks["cord"].result is result


def test_not_fitted_is_no_answer_to_what_every_device_has(window: Window) -> None:
    device = make_device(window.workshop).code
    window.maker()
    panel = open_grading(window, device)
    go_to(window, panel, "keys")
    window.press(NOT_FITTED)
    window.settle()
    assert at(panel).key == "keys"


def test_back_and_later_change_the_check_at_hand(window: Window) -> None:
    device = make_device(window.workshop).code
    window.maker()
    panel = open_grading(window, device)
    first = at(panel)
    window.press(YES)
    second = at(panel)
    window.press(BACK)
    assert at(panel) is first
    window.press(LATER)
    assert at(panel) is second
    window.press(LATER)
    window.settle()
    assert second.key not in found(window, device).answers.checks


def test_marks_are_told_part_by_part(window: Window) -> None:
    device = make_device(window.workshop).code
    window.maker()
    panel = open_grading(window, device)
    go_to(window, panel, "surfaces")
    window.press(Qt.Key.Key_F3)  # the lid
    assert walk_of(panel).zone is not None
    for key in (YES, NO):  # not seen from 50 cm, seen from 20 cm
        window.press(key)
    window.press(BACK)
    window.press(NO)
    window.press(YES)  # smooth
    window.press(YES)  # whole
    assert walk_of(panel).zone is None
    assert at(panel).kind is CheckKind.ZONES
    window.press(YES)  # the others are clean
    window.settle()
    zones = found(window, device).answers.zones
    assert zones["lid"] == {
        "unmarked": False,
        "not_at_50": True,
        "not_at_20": False,
        "smooth": True,
        "whole": True,
    }
    assert zones["bottom"] == {"unmarked": True}
    assert at(panel).key == "hinges"


def test_a_figure_is_typed_only_into_its_field_and_saved_by_f10(window: Window) -> None:
    device = make_device(window.workshop).code
    window.maker()
    panel = open_grading(window, device)
    go_to(window, panel, "battery_percent")
    window.press(SAVE)  # nothing stands there yet
    assert at(panel).key == "battery_percent"
    window.press(YES)  # "write": the cursor is in the field
    page = panel.page
    assert page is not None
    for key in (Qt.Key.Key_8, Qt.Key.Key_3):
        page.check._field.edit.insert(chr(key))
    page.check.typed.emit()
    window.press(SAVE)
    window.settle()
    assert found(window, device).answers.measures == {"battery_percent": 83}


def test_another_maker_goes_on_where_the_first_stopped(window: Window) -> None:
    device = make_device(window.workshop).code
    window.maker()
    panel = open_grading(window, device)
    window.press(YES)
    window.press(YES)
    window.settle()
    window.press(Qt.Key.Key_F12)
    window.supervisor()
    again = open_grading(window, device)
    assert again is not panel
    assert walk_of(again).answered == 2
    assert at(again).key == "cord"


def test_no_to_a_hazard_shows_stop_and_enters_it_with_the_device(window: Window) -> None:
    device = make_device(window.workshop).code
    window.maker()
    panel = open_grading(window, device)
    go_to(window, panel, "no_leak")
    window.press(NO)
    assert window.shell.gate.stop_screen is not None
    window.settle()
    with window.workshop.desk.database.reading() as work:
        (stop,) = work.stops.open_ones()
        assert work.devices.by_code(device).state == DeviceState.HAZARD_STOP  # type: ignore[union-attr]  # it was made above
    assert stop.device_id is not None
    window.shell.gate.end_stop()


def test_a_device_that_may_not_be_graded_says_why(window: Window) -> None:
    device = make_device(window.workshop).code
    with window.workshop.desk.database.work() as work:
        work.devices.change(1, state=DeviceState.LEFT.value, in_house=False)
        work.commit()
    window.maker()
    panel = open_grading(window, device)
    assert panel.walk is None
    assert panel.look is not None
    assert panel.look.against is not None
    window.press(QUEUE)
    window.settle()
    assert panel.look is None


def test_an_unknown_code_fails_with_a_way_out(window: Window) -> None:
    window.maker()
    panel = open_grading(window, make_code(CodeKind.DEVICE, 999))
    assert panel.walk is None
    window.press(QUEUE)
    window.settle()
    assert panel.look is None


def test_a_device_opens_by_its_serial(window: Window) -> None:
    device = make_device(window.workshop, serial="PF2ABC12")
    window.maker()
    panel = open_grading(window, "PF2ABC12")
    assert walk_of(panel).look.device == device.code


def grade_by_keys(window: Window, device: str) -> GradingPanel:
    panel = open_grading(window, device)
    answer_rest(window, panel)
    window.press(SAVE)
    window.settle()
    return panel


def test_f9_opens_a_grading_again_that_was_finished_too_early(window: Window) -> None:
    device = make_device(window.workshop, type="monitor").code
    window.maker()
    panel = grade_by_keys(window, device)
    window.press(BACK)
    window.settle()
    assert found(window, device).held is None
    assert walk_of(panel).left == ()


def test_a_supervisor_decides_and_changes_the_grade_by_keys(window: Window) -> None:
    device = make_device(window.workshop, type="monitor").code
    window.supervisor()
    panel = grade_by_keys(window, device)
    window.press(Qt.Key.Key_F11)
    window.press(Qt.Key.Key_F3)  # C: A is what it has
    window.press(Qt.Key.Key_F2)  # the first reason
    window.settle()
    held = found(window, device).held
    assert held is not None
    assert (held.graded.grade, held.grade) == (Grade.A, Grade.C)
    assert held.override_reason
    window.press(Qt.Key.Key_F2)  # to the shelf
    window.press(Qt.Key.Key_F2)  # the first reason
    window.settle()
    assert found(window, device).state is DeviceState.ON_SHELF
    window.press(Qt.Key.Key_F5)  # take apart after all
    window.press(Qt.Key.Key_F2)
    window.settle()
    assert found(window, device).state is DeviceState.WAITING_DISMANTLE
    assert panel.look is not None


def test_a_maker_is_offered_no_decision(window: Window) -> None:
    device = make_device(window.workshop, type="monitor").code
    window.maker()
    panel = grade_by_keys(window, device)
    keys = {action.key for action in panel.function_keys()}
    assert not {"F2", "F3", "F5", "F11"} & keys


def test_the_queues_turn_by_key_and_open_their_devices(window: Window) -> None:
    device = make_device(window.workshop, type="monitor").code
    window.supervisor()
    panel = open_grading(window)
    queue = panel._stage.queue
    assert queue is not None
    assert queue.current == device
    window.press(QUEUE)
    assert queue.queue == DeviceState.WAITING_DECISION.value
    assert queue.current == ""
    window.press(Qt.Key.Key_F2)
    window.settle()
    assert panel.walk is None
    panel.show_queue("grade")
    window.settle()
    window.press(Qt.Key.Key_F2)
    window.settle()
    assert walk_of(panel).look.device == device


def is_seen(widget: QWidget) -> bool:
    return not widget.visibleRegion().isEmpty()


def test_the_list_shows_the_check_at_hand(window: Window) -> None:
    device = make_device(window.workshop).code
    window.supervisor()
    panel = open_grading(window, device)
    for key in ("cleaned", "battery_flat", "keys"):
        go_to(window, panel, key)
        page = panel.page
        assert page is not None
        rows = page._rows
        assert rows is not None
        row = rows._rows[key]
        window.bot.waitUntil(partial(is_seen, row))


def test_home_opens_a_queue(window: Window) -> None:
    device = make_device(window.workshop, type="monitor").code
    window.supervisor()
    panel = grade_by_keys(window, device)
    panel.show_queue("decide")
    window.settle()
    queue = panel._stage.queue
    assert queue is not None
    assert (queue.queue, queue.current) == (DeviceState.WAITING_DECISION.value, device)


def test_what_is_half_done_comes_back_after_another_language(window: Window) -> None:
    device = make_device(window.workshop).code
    window.maker()
    panel = open_grading(window, device)
    window.press(YES)
    key = at(panel).key
    window.press(LATER)
    later = at(panel).key
    window.settle()
    window.shell.set_language("fi")
    window.settle()
    panel = open_grading(window)
    assert (walk_of(panel).look.device, at(panel).key) == (device, later)
    assert key != later


def test_a_dead_device_goes_to_be_taken_apart_without_a_grade(window: Window) -> None:
    device = make_device(window.workshop, type="monitor").code
    window.supervisor()
    panel = open_grading(window, device)
    window.press(Qt.Key.Key_F11)
    # The same keys as after a grading.
    card = window.shell.findChildren(PickCard)[-1]
    asked = {one.icon: one.key for one in card.function_keys()}
    assert asked["puzzle"] == WAY_KEYS[Way.HARVEST]
    assert asked["recycle"] == WAY_KEYS[Way.DISMANTLE]
    window.press(Qt.Key.Key_F5)  # take apart
    window.press(Qt.Key.Key_F2)  # the first reason
    window.settle()
    look = found(window, device)
    assert look.state is DeviceState.WAITING_DISMANTLE
    assert look.held is None
    # Its checks are over: the queue is there again.
    assert panel.walk is None
    assert panel._stage.queue is not None
