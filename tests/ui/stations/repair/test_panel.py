"""Repair at the real window, by scanner and keys only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from factories import make_device
from serkut_desk.domain.codes import short
from serkut_desk.domain.data_state import Lock
from serkut_desk.domain.lifecycle import DeviceState
from serkut_desk.domain.queues import Queue
from serkut_desk.domain.repair import Barrier, OrderState, RepairOutcome, StepKind
from serkut_desk.stations.parts.commands import AddPart
from serkut_desk.stations.quarantine.commands import ReportLock
from serkut_desk.stations.repair import queries
from serkut_desk.stations.repair.commands import RecordDiagnosis, TakeOrder
from serkut_desk.ui.stations.repair.panel import Mode
from ui.stations.repair.bench import card, enter, fill, for_repair, full, order, panel, says

if TYPE_CHECKING:
    from serkut_desk.domain.devices import Device
    from ui.window_kit import Window

F = Qt.Key


def open_order(window: Window, device: Device) -> str:
    """Return the code of the order that the device has open."""
    shop = window.workshop
    found = queries.look(shop.desk, shop.worker, device.code)
    assert found.order is not None
    return found.order


def press(window: Window, *keys: Qt.Key) -> None:
    for key in keys:
        window.press(key)
        window.settle()


def lock(window: Window) -> None:
    """Lock the desk as it does by itself after a while: a form that is open goes."""
    window.shell.gate.lock()
    window.settle()


def test_a_maker_repairs_a_laptop_from_the_label_to_the_test(window: Window) -> None:
    device = for_repair(window.workshop)
    enter(window, maker=True)
    says(window, "Scan the label of the device", "Waiting for repair")
    window.scan(device.code)
    says(window, "What is wrong with it?", "ThinkPad T480")
    # Letters and Enter answer nothing.
    window.press(F.Key_Return)
    assert panel(window).opening.view.fault == ""
    press(window, F.Key_F2)
    says(window, "Integrated screen", "Tell it in a few words")
    press(window, F.Key_F10)
    says(window, "Look what is wrong")
    code = open_order(window, device)
    assert card(window, code).line.mine
    press(window, F.Key_F10)
    fill(window, diagnosis="Paneeli on halki")
    press(window, F.Key_F7, F.Key_F6, F.Key_F10)
    says(window, "Mend it")
    press(window, F.Key_F2)
    says(window, "What did you do?")
    press(window, F.Key_F5)
    fill(window, note="Kaapeli vaihdettu")
    press(window, F.Key_F6, F.Key_F10)
    says(window, "Ready? Then to the test")
    held = card(window, code)
    assert held.line.minutes == 25
    assert [one.kind for one in held.steps] == [StepKind.DIAGNOSIS, StepKind.REPLACED]
    press(window, F.Key_F10)
    assert card(window, code).line.state is OrderState.TO_TEST
    # A maker without the permission reads who does the test, and cannot.
    says(window, "It waits for the electrical safety test", "Ask a supervisor.")
    press(window, F.Key_F7)
    assert panel(window).endings.safety_card is None
    assert "done by a supervisor" in window.notice


def test_a_label_that_is_scanned_into_the_words_is_no_word(window: Window) -> None:
    first, second = for_repair(window.workshop), for_repair(window.workshop, place="K-02")
    enter(window, maker=True)
    window.scan(first.code)
    press(window, F.Key_F3)
    view = panel(window).opening.view
    (words,) = view.findChildren(QLineEdit)
    words.setText("akku ei lataudu")
    assert view.problem_text == "akku ei lataudu"
    words.insert(second.code)
    words.editingFinished.emit()
    window.settle()
    assert view.view is not None
    assert view.view.device == second.code


def test_a_supervisor_tests_and_ends_it_and_reads_where_it_goes(window: Window) -> None:
    bench = full(window.workshop)
    code = bench.orders["test"]
    enter(window)
    window.scan(code)
    says(window, "Do the electrical safety test")
    press(window, F.Key_F10)
    asking = panel(window).endings.safety_card
    assert asking is not None
    says(window, "At least 2 MΩ", "Not ready")
    # Tab goes down the card, though the figures were made last.
    following = asking.figures[-1].field.edit.nextInFocusChain()
    while following is not None and not isinstance(following, QLineEdit):
        following = following.nextInFocusChain()
    assert following is asking.instrument.edit
    press(window, F.Key_F10)
    assert card(window, code).tests == ()
    press(window, F.Key_F5)
    for field, text in zip(asking.figures, ("0,9", "0,15"), strict=True):
        field.field.edit.setText(text)
        field.field.edited.emit(text)
    says(window, "too low", "good", "Does not pass")
    asking.figures[0].field.edit.setText("12")
    asking.figures[0].field.edited.emit("12")
    says(window, "Passes")
    asking.instrument.set_text("Metrel 12")
    asking.due.set_text("31.12.2026")
    press(window, F.Key_F10)
    says(window, "Safety test passed · Power supply · Metrel 12", "Does it work now? End the work")
    (test,) = card(window, code).tests
    assert test.passed
    assert {key: value for key, value, _ in test.values} == {
        "insulation": 12000,
        "touch_current": 150,
    }
    press(window, F.Key_F10)
    says(window, "How does the work end?")
    press(window, F.Key_F2, F.Key_F10)
    assert panel(window).mode is Mode.BOARD
    assert "checks are done again" in window.notice
    ended = card(window, code)
    assert ended.line.outcome is RepairOutcome.FIXED
    assert ended.line.device.state == DeviceState.WAITING_GRADE.value
    # The last test's instrument is offered again.
    (instrument,) = queries.instruments(window.workshop.desk, window.workshop.worker)
    assert instrument.name == "Metrel 12"
    says(window, "Done today")


def test_what_cannot_be_repaired_ends_with_a_barrier_and_a_reason(window: Window) -> None:
    device = for_repair(window.workshop)
    code = order(window.workshop, device, take=True)
    enter(window, maker=True)
    window.scan(code)
    says(window, "Look what is wrong")
    press(window, F.Key_F8)
    says(window, "How does the work end?")
    asked = {one.outcome for one in card(window, code).ways}
    key = (F.Key_F2, F.Key_F3, F.Key_F5, F.Key_F6)
    place = [one.outcome for one in card(window, code).ways].index(RepairOutcome.BEYOND_REPAIR)
    assert RepairOutcome.CANCELLED in asked
    # "Fixed without a supply" stands behind "fixed" and takes a key of its own.
    press(window, key[place + 1])
    says(window, "What prevents the repair?")
    press(window, F.Key_F2)
    press(window, F.Key_F10)
    says(window, "Why?")
    assert card(window, code).line.outcome is None
    fill(window, note="Emolevyä ei saa mistään")
    press(window, F.Key_F10)
    ended = card(window, code)
    assert (ended.line.outcome, ended.barrier) == (RepairOutcome.BEYOND_REPAIR, Barrier.NO_PARTS)
    assert panel(window).mode is Mode.START


def test_another_person_goes_on_where_the_first_stopped(window: Window) -> None:
    device = for_repair(window.workshop)
    shop = window.workshop
    code = order(shop, device)
    shop.desk.do(shop.other, TakeOrder(code))
    shop.desk.do(shop.other, RecordDiagnosis(code, "Kaapeli irti", minutes=5))
    enter(window, maker=True)
    window.scan(device.code)
    says(window, "Take it and go on", "I go on with it")
    # Nothing is written into work that is in other hands.
    assert all(one.key not in {"F2", "F3", "F5", "F6"} for one in panel(window).function_keys())
    press(window, F.Key_F10)
    says(window, "Mend it")
    assert card(window, code).line.mine
    # F9 takes back only one's own step.
    assert not card(window, code).undoable
    press(window, F.Key_F2, F.Key_F3)
    fill(window, note="Tuuletin puhdas")
    press(window, F.Key_F10)
    assert card(window, code).undoable
    press(window, F.Key_F9)
    assert [one.undone for one in card(window, code).steps] == [False, True]
    says(window, "Taken back")


def test_mains_and_battery_are_greyed_for_makers_with_who_may(window: Window) -> None:
    device = for_repair(window.workshop)
    code = order(window.workshop, device, take=True)
    enter(window, maker=True)
    window.scan(code)
    says(window, "Look what is wrong")
    press(window, F.Key_F2)
    says(window, "only a supervisor opens a power supply", "A battery is taken out by a supervisor")
    # F11 gives the keys to the next answers; the greyed ones answer nothing.
    press(window, F.Key_F11, F.Key_F2)
    assert panel(window).questions.form is None
    assert card(window, code).steps == ()
    press(window, F.Key_F5)
    assert panel(window).questions.form is not None
    press(window, F.Key_F10)
    (step,) = card(window, code).steps
    assert (step.task, step.kind) == ("replace_supply", StepKind.REPLACED)


def test_a_part_is_wanted_waited_for_kept_and_put_in_by_scan(window: Window) -> None:
    shop = window.workshop
    device = for_repair(shop)
    code = order(shop, device, take=True)
    shop.desk.do(shop.worker, RecordDiagnosis(code, "Muisti on rikki"))
    enter(window, maker=True)
    window.scan(code)
    says(window, "Mend it")
    press(window, F.Key_F5, F.Key_F6)
    says(window, "Which part is missing?")
    press(window, F.Key_F2)
    fill(window, specification="8 Gt DDR4")
    press(window, F.Key_F10)
    says(window, "A part is missing")
    press(window, F.Key_F10)
    assert card(window, code).line.state is OrderState.WAITING_PART
    part = shop.desk.do(
        shop.fresh(shop.first), AddPart("memory", "Osakauppa Oy", place="O-03")
    ).part.code
    says(window, "Wait for the part")
    window.scan(part)
    window.settle()
    assert "Take the work first" in window.notice
    press(window, F.Key_F10)
    says(window, "A part is missing")
    window.scan(part)
    says(window, "Keep it for this work")
    press(window, F.Key_F3)
    says(window, "Put the part in")
    assert card(window, code).line.reserved == (part,)
    window.scan(part)
    says(window, "It is in the device now")
    press(window, F.Key_F2)
    says(window, "Ready? Then to the test")
    (held,) = card(window, code).parts
    assert (held.code, held.state) == (part, "fitted")
    # Its own label takes it out again.
    window.scan(part)
    says(window, "Take it out")
    press(window, F.Key_F2)
    (held,) = card(window, code).parts
    assert held.state == "stock"


def test_a_part_and_a_disk_are_taken_out(window: Window) -> None:
    device = for_repair(window.workshop)
    code = order(window.workshop, device, take=True)
    enter(window, maker=True)
    window.scan(code)
    says(window, "Look what is wrong")
    press(window, F.Key_F5, F.Key_F3)
    says(window, "What is taken out?")
    press(window, F.Key_F2)
    window.scan("SN12345")
    press(window, F.Key_F10)
    says(window, "Written down")
    (part,) = card(window, code).parts
    assert part.type == "memory"
    press(window, F.Key_F5, F.Key_F5)
    says(window, "Which disk?")
    press(window, F.Key_F2)
    says(window, "The disk goes to wiping")
    press(window, F.Key_F10)
    window.settle()
    kinds = [one.kind.value for one in card(window, code).steps]
    assert kinds == ["part_out", "medium_out"]


def test_a_device_that_is_not_for_repair_is_told_so(window: Window) -> None:
    device = make_device(window.workshop)
    enter(window, maker=True)
    window.scan(device.code)
    window.settle()
    assert f"{short(device.code)} is not for repair" in window.notice
    window.scan("ZZ99")
    window.settle()
    assert "Nothing here has this code" in window.notice
    assert panel(window).mode is Mode.START


def test_the_board_is_walked_by_keys(window: Window) -> None:
    bench = full(window.workshop)
    enter(window)
    board = panel(window).board
    assert board.card is not None
    assert board.card.key == bench.waiting[0].code
    press(window, F.Key_F2)
    assert board.card.key == bench.waiting[1].code
    press(window, F.Key_F3)
    assert board.card.key == bench.orders["mine"]
    window.shell.activateWindow()
    board.take_focus()
    window.press(F.Key_Down)
    assert board.card.key == bench.orders["other"]
    window.press(F.Key_Right)
    assert board.card.key == bench.orders["here"]
    press(window, F.Key_F10)
    says(window, "Fetch the part and take the work", "OS 1 · O-03")
    panel(window).show_queue(Queue.TO_TEST.value)
    window.settle()
    assert board.card.key == bench.orders["test"]
    window.scan(bench.orders["here"])
    says(window, "Fetch the part and take the work")
    press(window, F.Key_F11)
    # Back at the board the same card is chosen.
    assert board.card is not None
    assert board.card.key == bench.orders["here"]
    says(window, "Outside: Korjaamo Oy", "The part is here", "Somebody works on it")


def test_it_goes_out_and_comes_back(window: Window) -> None:
    device = for_repair(window.workshop)
    code = order(window.workshop, device)
    enter(window)
    window.scan(code)
    says(window, "Take the work")
    press(window, F.Key_F10, F.Key_F6)
    says(window, "What happens to the work?")
    press(window, F.Key_F6)
    fill(window, organisation="Korjaamo Oy", what="Emolevy")
    press(window, F.Key_F10)
    says(window, "Wait until it comes back", "It is at Korjaamo Oy.")
    press(window, F.Key_F10)
    fill(window, note="Vaihtoivat piirin", cost="ei tiedossa")
    press(window, F.Key_F10)
    says(window, "Write the cost as 95,00.")
    fill(window, cost="95,00")
    press(window, F.Key_F10)
    assert card(window, code).line.state is OrderState.WAITING
    says(window, "95,00")


def test_half_written_words_are_there_when_the_person_comes_back(window: Window) -> None:
    device = for_repair(window.workshop)
    enter(window, maker=True)
    window.scan(device.code)
    says(window, "What is wrong with it?")
    press(window, F.Key_F3)
    panel(window).opening.view._problem.set_text("Ei syty ollenkaan")
    assert panel(window).half_done
    press(window, F.Key_F12)
    window.supervisor()
    press(window, F.Key_F12)
    window.maker()
    window.bot.waitUntil(lambda: window.shell.open_key == "repair")
    window.bot.waitUntil(lambda: panel(window).opening.view.fault == "17")
    assert panel(window).opening.view.problem_text == "Ei syty ollenkaan"
    # Esc goes one question back, then leaves; nothing was opened.
    window.press(F.Key_Escape)
    window.press(F.Key_Escape)
    assert panel(window).mode is Mode.START
    board = queries.board(window.workshop.desk, window.workshop.worker)
    assert [one.device.code for one in board.waiting] == [device.code]


def test_a_form_that_the_lock_closed_is_there_again_half_typed(window: Window) -> None:
    code = order(window.workshop, for_repair(window.workshop), take=True)
    enter(window, maker=True)
    window.scan(code)
    says(window, "Look what is wrong")
    press(window, F.Key_F3)
    fill(window, diagnosis="Virtapiiri on")
    press(window, F.Key_F7)
    lock(window)
    window.supervisor()
    press(window, F.Key_F12)
    window.maker()
    window.bot.waitUntil(lambda: panel(window).card is not None)
    says(window, "Look what is wrong")
    press(window, F.Key_F3)
    form = panel(window).questions.form
    assert form is not None
    assert form.written == {"diagnosis": "Virtapiiri on", "minutes": "15"}
    # F9 leaves it, and then it is forgotten.
    press(window, F.Key_F9, F.Key_F3)
    form = panel(window).questions.form
    assert form is not None
    assert form.written == {}
    assert card(window, code).steps == ()


def test_a_half_typed_safety_test_is_there_again(window: Window) -> None:
    bench = full(window.workshop)
    enter(window)
    window.scan(bench.orders["test"])
    says(window, "Do the electrical safety test")
    for _ in range(2):
        press(window, F.Key_F7)
        asking = panel(window).endings.safety_card
        assert asking is not None
        if asking.figures[0].empty:
            asking.figures[0].field.set_text("12")
            asking.instrument.set_text("Metrel 12")
            lock(window)
            window.supervisor()
            window.bot.waitUntil(lambda: panel(window).card is not None)
    asking = panel(window).endings.safety_card
    assert asking is not None
    assert asking.figures[0].passed
    assert asking.instrument.text == "Metrel 12"
    # Looking it over is done again.
    assert not asking.seen.isChecked()


def test_a_shelf_takes_the_device_of_the_open_order(window: Window) -> None:
    shop = window.workshop
    device = for_repair(shop, place="K-01")
    shelf_code = ""
    with shop.desk.database.reading() as work:
        place = work.places.of_id(work.devices.by_id(device.id).place_id)
        assert place is not None
        shelf_code = place.code
    other = for_repair(shop, place="K-09")
    code = order(shop, other, take=True)
    enter(window, maker=True)
    window.scan(code)
    says(window, "Look what is wrong")
    window.scan(shelf_code)
    window.settle()
    assert "K-01" in window.notice
    assert card(window, code).line.device.place == "K-01"


def test_what_stops_the_device_stops_the_page(window: Window) -> None:
    shop = window.workshop
    device = for_repair(shop)
    code = order(shop, device, take=True)
    shop.desk.do(shop.worker, ReportLock(device.code, Lock.BIOS))
    enter(window, maker=True)
    window.scan(code)
    says(window, "The work stands still. Do not go on with it.")
    assert panel(window)._order_actions()[0].key != "F10"


def test_a_badge_over_a_half_written_line_changes_the_person_and_keeps_it(window: Window) -> None:
    shop = window.workshop
    code = order(shop, for_repair(shop), take=True)
    enter(window, maker=True)
    window.scan(code)
    says(window, "Look what is wrong")
    press(window, F.Key_F3)
    fill(window, diagnosis="Virtapiiri on")
    press(window, F.Key_F7)
    window.supervisor()
    assert window.shell.person is not None
    assert window.shell.person.code == shop.first.person
    window.maker()
    window.bot.waitUntil(lambda: panel(window).card is not None)
    press(window, F.Key_F3)
    form = panel(window).questions.form
    assert form is not None
    assert form.written == {"diagnosis": "Virtapiiri on", "minutes": "15"}
    # A maker's badge needs no PIN: it, too, leaves nothing lying over the desk.
    press(window, F.Key_F9, F.Key_F5)
    window.maker()
    assert window.shell.is_free
