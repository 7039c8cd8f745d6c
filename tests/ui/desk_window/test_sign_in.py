"""Badges and PINs at the real window, over a real desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from factories import make_device
from kit import PIN
from serkut_desk.domain.codes import CodeKind, make_code
from serkut_desk.ui.forms import TextField
from serkut_desk.ui.parts.form_card import FormCard

if TYPE_CHECKING:
    from ui.window_kit import Window

STOP_CARD = make_code(CodeKind.COMMAND, 1)
LOCK_CARD = make_code(CodeKind.COMMAND, 8)


def test_a_makers_badge_opens_the_desk(window: Window) -> None:
    window.maker()
    assert window.shell.person is not None
    assert window.shell.person.code == window.workshop.worker.person
    assert "people" not in window.shell.person.stations


def test_a_supervisor_also_gives_the_pin(window: Window) -> None:
    window.scan(window.workshop.first.person)
    window.bot.waitUntil(lambda: window.lock_pad() is not None)
    assert window.shell.gate.is_locked
    window.scan(PIN)
    window.bot.waitUntil(lambda: not window.shell.gate.is_locked)
    window.settle()
    assert window.desk.hands.session is not None
    assert window.desk.hands.session.pin_at is not None


def test_a_pin_typed_before_the_pad_is_there_is_taken(window: Window) -> None:
    window.scan(window.workshop.first.person)
    window.scan(PIN)
    window.bot.waitUntil(lambda: not window.shell.gate.is_locked)
    window.settle()


def test_a_wrong_pin_is_told_and_the_right_one_opens(window: Window) -> None:
    window.scan(window.workshop.first.person)
    window.bot.waitUntil(lambda: window.lock_pad() is not None)
    window.scan("9999")
    window.settle()
    assert window.shell.gate.is_locked
    window.scan(PIN)
    window.bot.waitUntil(lambda: not window.shell.gate.is_locked)
    window.settle()


def test_an_unknown_badge_is_told(window: Window) -> None:
    window.scan(make_code(CodeKind.BADGE, 77))
    window.settle()
    assert window.shell.gate.is_locked
    assert window.desk.hands.session is None


def test_another_makers_badge_changes_the_person_and_later_scans_are_theirs(
    window: Window,
) -> None:
    window.supervisor()
    window.scan(window.workshop.worker.person)
    window.scan("PF2ABC12")
    window.settle()
    assert window.shell.person is not None
    assert window.shell.person.code == window.workshop.worker.person
    assert window.desk.hands.session is not None
    assert window.desk.hands.session.person == window.workshop.worker.person


def test_a_supervisors_badge_on_an_open_desk_locks_until_the_pin(window: Window) -> None:
    window.maker()
    window.scan(window.workshop.first.person)
    window.bot.waitUntil(lambda: window.lock_pad() is not None)
    assert window.desk.hands.session is None
    window.scan(PIN)
    window.bot.waitUntil(lambda: not window.shell.gate.is_locked)
    window.settle()


def test_f12_and_the_lock_card_take_the_rights_away(window: Window) -> None:
    window.supervisor()
    window.press(Qt.Key.Key_F12)
    assert window.shell.gate.is_locked
    assert window.desk.hands.session is None
    window.maker()
    window.scan(LOCK_CARD)
    assert window.shell.gate.is_locked


def test_a_stop_card_works_with_nobody_signed_in_and_a_supervisor_ends_it(
    window: Window,
) -> None:
    window.scan(STOP_CARD)
    assert window.shell.gate.stop_screen is not None
    window.settle()
    with window.workshop.desk.database.reading() as work:
        assert len(work.stops.open_ones()) == 1
    window.scan(window.workshop.worker.person)
    window.settle()
    assert window.shell.gate.stop_screen is not None
    window.scan(window.workshop.first.person)
    window.settle()
    window.scan(PIN)
    window.bot.waitUntil(lambda: window.shell.gate.stop_screen is None)
    window.settle()
    form = window.shell._layers.top
    assert isinstance(form, FormCard)
    for key, words in (("reason", "battery taken out"), ("place", "fire box")):
        field = form.fields[key]
        assert isinstance(field, TextField)
        field.set_text(words)
    window.press(Qt.Key.Key_F10)
    window.settle()
    assert window.shell._layers.top is None
    with window.workshop.desk.database.reading() as work:
        assert work.stops.open_ones() == []


def test_work_is_parked_over_a_change_of_person_and_a_restart(window: Window) -> None:
    window.supervisor()
    window.shell.open("upkeep")
    panel = window.shell.panel
    assert panel is not None
    panel.resume({"section": "journal"})
    window.scan(window.workshop.worker.person)
    window.settle()
    with window.workshop.desk.database.reading() as work:
        supervisor = work.people.by_code(window.workshop.first.person)
        assert supervisor is not None
    window.desk.parking._kept.clear()
    window.supervisor()
    window.shell.open("upkeep")
    window.settle()
    again = window.shell.panel
    assert again is not None
    assert again.park() == {"section": "journal"}


def test_scans_before_the_desk_is_open_are_kept(window: Window) -> None:
    # The lane is first in, first out: what is asked while opening comes after it.
    order: list[str] = []
    window.desk.lane.submit(lambda: order.append("opening"))
    window.scan(window.workshop.worker.person)
    window.bot.waitUntil(lambda: not window.shell.gate.is_locked)
    assert order == ["opening"]
    window.settle()


def test_the_pin_is_asked_again_after_five_minutes_and_the_list_comes(window: Window) -> None:
    window.supervisor()
    window.workshop.clock.tick(minutes=6)
    window.shell.open("people")
    confirming = window.desk.confirming
    window.bot.waitUntil(lambda: confirming.pin_card is not None)
    window.scan("1111")
    window.settle()
    assert confirming.pin_card is not None
    window.scan(PIN)
    window.bot.waitUntil(lambda: confirming.pin_card is None)
    window.settle()
    assert window.desk.hands.session is not None
    assert window.desk.hands.session.pin_at == window.workshop.clock.now()


def test_leaving_the_pin_says_that_it_is_needed(window: Window) -> None:
    window.supervisor()
    window.workshop.clock.tick(minutes=6)
    window.shell.open("people")
    window.bot.waitUntil(lambda: window.desk.confirming.pin_card is not None)
    window.press(Qt.Key.Key_F9)
    window.settle()
    assert window.desk.confirming.pin_card is None


def test_the_lock_takes_an_open_question_away(window: Window) -> None:
    window.supervisor()
    window.workshop.clock.tick(minutes=6)
    window.shell.open("people")
    window.bot.waitUntil(lambda: window.desk.confirming.pin_card is not None)
    window.shell.gate.lock()
    window.settle()
    assert window.desk.confirming.pin_card is None
    assert window.desk.hands.session is None


def test_the_desk_locks_itself(window: Window) -> None:
    window.supervisor()
    window.desk.hands.preferences.lock_minutes = 2
    window.desk.hands.settings_changed.emit()
    assert window.shell._idle._seconds == 120


def test_another_person_begins_at_their_first_station(window: Window) -> None:
    window.supervisor()
    window.shell.open("upkeep")
    window.maker()
    assert window.shell._open_key == "home"


def test_stations_are_changed_by_keys(window: Window) -> None:
    window.supervisor()
    QTest.keyClick(window.shell, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert window.shell._open_key == "wiping"
    # A maker's ninth station is not a supervisor's: what they may not open has no number.
    window.maker()
    QTest.keyClick(window.shell, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    assert window.shell._open_key == "repair"


def test_keys_go_round_the_stations(window: Window) -> None:
    window.supervisor()
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(window.shell, Qt.Key.Key_PageDown, control)
    assert window.shell._open_key == "intake"
    QTest.keyClick(window.shell, Qt.Key.Key_PageUp, control)
    QTest.keyClick(window.shell, Qt.Key.Key_PageUp, control)
    assert window.shell._open_key == "upkeep"
    QTest.keyClick(window.shell, Qt.Key.Key_PageDown, control)
    assert window.shell._open_key == "home"


def test_a_stop_left_open_is_asked_about_until_somebody_ends_it(window: Window) -> None:
    window.scan(STOP_CARD)
    window.settle()
    window.scan(window.workshop.first.person)
    window.settle()
    window.scan(PIN)
    window.bot.waitUntil(lambda: not window.shell.gate.is_locked)
    window.settle()
    assert _stop_form(window) is not None
    window.press(Qt.Key.Key_F9)
    window.settle()
    assert _stop_form(window) is None
    window.press(Qt.Key.Key_F12)
    window.supervisor()
    assert _stop_form(window) is not None


def test_the_device_of_a_stop_is_scanned_and_its_battery_comes_out(window: Window) -> None:
    phone = make_device(window.workshop, type="phone")
    window.scan(STOP_CARD)
    window.settle()
    window.scan(window.workshop.first.person)
    window.settle()
    window.scan(PIN)
    window.bot.waitUntil(lambda: _stop_form(window) is not None)
    # Nobody said which device: its label says it, and leads to where the stop ends.
    window.scan(phone.code)
    window.bot.waitUntil(lambda: window.shell.open_key == "dismantling")
    window.settle()
    assert _stop_form(window) is None
    with window.workshop.desk.database.reading() as work:
        (stop,) = work.stops.open_ones()
    assert stop.device_id == phone.id
    window.press(Qt.Key.Key_F12)
    window.supervisor()
    window.bot.waitUntil(lambda: _stop_form(window) is not None)
    window.shell.open("home")
    # What stopped is known now: a key leads there.
    window.press(Qt.Key.Key_F5)
    window.bot.waitUntil(lambda: window.shell.open_key == "dismantling")
    assert _stop_form(window) is None


def test_an_open_stop_is_shown_again_after_a_restart_and_entered_once(window: Window) -> None:
    window.scan(STOP_CARD)
    window.settle()
    window.shell.gate.end_stop()
    window.desk.hazard.remember()
    window.bot.waitUntil(lambda: window.shell.gate.stop_screen is not None)
    window.settle()
    with window.workshop.desk.database.reading() as work:
        assert len(work.stops.open_ones()) == 1


def _stop_form(window: Window) -> FormCard | None:
    shown = (one for one in window.shell.findChildren(FormCard) if one.isVisible())
    return next(shown, None)
