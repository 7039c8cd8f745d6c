"""Stop cards at the real window: one scan, the right place, and a supervisor who ends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from factories import make_device
from kit import PIN
from serkut_desk.domain.codes import short
from serkut_desk.domain.lifecycle import DeviceState
from serkut_desk.domain.stops import StopKind
from serkut_desk.stations.stop_rules import rules_at
from serkut_desk.ui.desk_window.help import HelpCard
from serkut_desk.ui.desk_window.release_card import ReleaseCard
from serkut_desk.ui.forms import ChoiceField, TextField
from serkut_desk.ui.parts.pictures import Picture
from serkut_desk.ui.shell.stop_faces import stop_faces
from ui import screens

if TYPE_CHECKING:
    from datetime import datetime

    import pytest

    from serkut_desk.domain.stops import StopRules
    from serkut_desk.ui.shell.stop import StopScreen
    from ui.window_kit import Window


def _card(window: Window, kind: StopKind) -> str:
    return rules_at(window.workshop.clock.now()).kinds[kind].card


def _screen(window: Window) -> StopScreen:
    screen = window.shell.gate.stop_screen
    assert screen is not None
    return screen


def _kind(window: Window) -> StopKind:
    return _screen(window).kind


def _form(window: Window) -> ReleaseCard:
    def top() -> bool:
        return isinstance(window.shell._layers.top, ReleaseCard)

    window.bot.waitUntil(top)
    window.settle()
    form = window.shell._layers.top
    assert isinstance(form, ReleaseCard)
    return form


def _words(screen: StopScreen) -> set[str]:
    return {one.text() for one in screen.findChildren(QLabel) if one.isVisible()}


def _state(window: Window, device: int) -> str:
    with window.workshop.desk.database.reading() as work:
        return work.devices.by_id(device).state


def _choose(form: ReleaseCard, key: str) -> None:
    field = form.fields["outcome"]
    assert isinstance(field, ChoiceField)
    field.choose(key)


def _supervisor_comes(window: Window) -> None:
    window.scan(window.workshop.first.person)
    window.settle()
    window.scan(PIN)
    window.bot.waitUntil(lambda: window.shell.gate.stop_screen is None)


def test_a_lock_a_label_belongings_and_how_they_end(window: Window) -> None:
    phone = make_device(window.workshop, type="phone")
    window.maker()
    window.shell.set_language("fi")
    window.scan(_card(window, StopKind.MDM_LOCK))
    window.settle()
    screen = _screen(window)
    assert _kind(window) is StopKind.MDM_LOCK
    said = _words(screen)
    assert "Karanteenihylly" in said
    assert "Vie laite karanteenihyllyyn ja hae työnjohtaja." in said
    assert "Lue laitteen tarra." in said
    for size in screens.SIZES:
        assert screens.save(window.shell, "stop-mdm-fi", size).exists()
    # The next scan names the device, which is in quarantine at once.
    window.scan(phone.code)
    window.settle()
    assert f"Laite {short(phone.code)}." in _words(screen)
    assert _state(window, phone.id) == DeviceState.QUARANTINE
    # Letters, digits and Enter are no answers; a key says that there is more, and ends nothing.
    for key in (Qt.Key.Key_K, Qt.Key.Key_2, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_F9):
        window.press(key)
    assert window.shell.gate.stop_screen is screen
    window.press(Qt.Key.Key_F6)
    window.settle()
    assert _kind(window) is StopKind.BELONGINGS
    for size in screens.SIZES:
        assert screens.save(window.shell, "stop-belongings-fi", size).exists()
    with window.workshop.desk.database.reading() as work:
        kinds = {(stop.kind, stop.device_id) for stop in work.stops.open_ones()}
    assert kinds == {(StopKind.MDM_LOCK, phone.id), (StopKind.BELONGINGS, phone.id)}
    window.scan(window.workshop.worker.person)
    window.settle()
    assert window.shell.gate.stop_screen is screen, "a maker ends nothing"
    _supervisor_comes(window)
    # The most pressing first. Nothing is chosen beforehand, and nothing written about belongings.
    form = _form(window)
    assert "reason" not in form.fields
    assert screens.save(window.shell, "stop-ends-fi", screens.SIZES[0]).exists()
    window.press(Qt.Key.Key_F10)
    window.settle()
    assert form.said == "Valitse, miten asia päättyi."
    _choose(form, "returned_to_sender")
    window.press(Qt.Key.Key_F10)
    window.bot.waitUntil(lambda: window.shell._layers.top is not form)
    form = _form(window)
    place = form.fields["place"]
    assert isinstance(place, TextField)
    assert place.text == "Karanteenihylly"
    window.press(Qt.Key.Key_F10)
    window.bot.waitUntil(lambda: window.shell._layers.top is None)
    window.settle()
    with window.workshop.desk.database.reading() as work:
        assert work.stops.open_ones() == []
    assert _state(window, phone.id) == DeviceState.QUARANTINE


def test_words_that_are_not_kept_are_not_said_to_be_missing(window: Window) -> None:
    window.maker()
    window.shell.set_language("fi")
    window.scan(_card(window, StopKind.GLASS))
    window.settle()
    _supervisor_comes(window)
    form = _form(window)
    _choose(form, "cleaned_up")
    reason = form.fields["reason"]
    assert isinstance(reason, TextField)
    # What is wrong with the words is said, not that there are none.
    reason.set_text("soita 040 1234567")
    window.press(Qt.Key.Key_F10)
    window.bot.waitUntil(lambda: form.said != "")
    assert "sähköposti tai puhelinnumero" in form.said


def test_a_locked_desk_names_no_device_and_shows_every_open_stop_after_a_restart(
    window: Window,
) -> None:
    laptop = make_device(window.workshop)
    window.scan(_card(window, StopKind.GLASS))
    window.settle()
    window.scan(_card(window, StopKind.LEAKING_BATTERY))
    window.settle()
    assert _kind(window) is StopKind.LEAKING_BATTERY
    window.scan(laptop.code)
    window.settle()
    with window.workshop.desk.database.reading() as work:
        assert [stop.device_id for stop in work.stops.open_ones()] == [None, None]
    window.shell.gate.end_stop()
    window.desk.hazard.remember()
    window.bot.waitUntil(lambda: window.shell.gate.stop_screen is not None)
    screen = _screen(window)
    assert _kind(window) is StopKind.LEAKING_BATTERY, "the most dangerous is shown"
    assert screen._open == {StopKind.LEAKING_BATTERY, StopKind.GLASS}
    _supervisor_comes(window)
    form = _form(window)
    window.press(Qt.Key.Key_F10)
    window.settle()
    assert form.said == "Kirjoita, mitä tehtiin.", "in the words of the field"


def test_help_shows_every_stop_card_with_its_picture(window: Window) -> None:
    window.maker()
    window.shell.set_language("fi")
    window.press(Qt.Key.Key_F1)
    window.settle()
    card = window.shell._layers.top
    assert isinstance(card, HelpCard)
    for size in screens.SIZES:
        assert screens.save(window.shell, "help-fi", size).exists()
    shown = {one.accessibleName() for one in card.findChildren(Picture)}
    assert shown == {face.title for face in stop_faces("fi", window.workshop.clock.now())}
    assert card.height() >= card.body.sizeHint().height(), "nothing is cut"


def test_stops_are_dealt_with_by_the_desks_clock(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def asked_at(now: datetime) -> StopRules:
        asked.append(now)
        return rules_at(now)

    monkeypatch.setattr("serkut_desk.stations.stop_rules.rules_at", asked_at)
    window.supervisor()
    window.scan(_card(window, StopKind.GLASS))
    assert _kind(window) is StopKind.GLASS
    assert len(asked) > 1
    assert set(asked) == {window.workshop.clock.now()}
