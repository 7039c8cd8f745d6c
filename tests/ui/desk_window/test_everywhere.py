"""Search and feedback from every screen, by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from apart import box
from factories import make_device, make_lot, make_medium
from serkut_desk.domain.codes import CodeKind, make_code
from serkut_desk.domain.feedback import Mood
from serkut_desk.stations.devices.commands import MoveDevices
from serkut_desk.stations.home import queries
from serkut_desk.stations.parts.commands import AddPart
from serkut_desk.ui.panel import Notice
from serkut_desk.ui.shell import window as shell_window
from serkut_desk.ui.theme import Tone
from ui import cut, screens, walk
from ui.stations.repair.bench import for_repair, order

if TYPE_CHECKING:
    from serkut_desk.ui.desk_window.feedback_card import FeedbackCard
    from serkut_desk.ui.desk_window.search_card import SearchCard
    from ui.window_kit import Window

CONTROL = Qt.KeyboardModifier.ControlModifier


def keys(window: Window, text: str) -> None:
    """Type without Enter, and wait for the answer."""
    QTest.keyClicks(QApplication.focusWidget() or window.shell, text)
    window.settle()


def press(window: Window, key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
    """Press a key wherever the focus is."""
    modifier = Qt.KeyboardModifier.NoModifier if held is None else held
    QTest.keyClick(QApplication.focusWidget() or window.shell, key, modifier)
    window.settle()


def card(window: Window) -> SearchCard:
    """Return the search card that is open."""
    found = window.desk.cards.search_card
    assert found is not None
    return found


def feedback(window: Window) -> FeedbackCard:
    """Return the feedback card that is open."""
    found = window.desk.cards.feedback_card
    assert found is not None
    return found


def test_what_was_refused_is_over_once_something_else_was_done(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    device = make_device(window.workshop)
    window.supervisor()
    monkeypatch.setattr(shell_window, "READ_SECONDS", 0.0)
    window.shell.frame.show_notice(Notice(Tone.ATTENTION, "No"))
    done: list[object] = []
    window.desk.hands.submit(MoveDevices((device.code,), "Hylly 1"), done.append)
    window.settle()
    assert done
    assert window.shell.frame.notice is None


@pytest.mark.parametrize("size", screens.SIZES)
def test_pictures(window: Window, size: tuple[int, int]) -> None:
    lot = make_lot(window.workshop)
    for model in ("ThinkPad T480", "ThinkPad L14", "ThinkCentre M720"):
        make_medium(window.workshop, make_device(window.workshop, lot=lot, model=model))
    with window.workshop.desk.database.work(window.workshop.first.person) as work:
        work.places.make("Think-hylly")
        work.commit()
    window.supervisor()
    window.shell.resize(*size)
    press(window, Qt.Key.Key_F, CONTROL)
    screens.save(window.shell, "search-empty-fi", size)
    keys(window, "think")
    screens.save(window.shell, "search-fi", size)
    cut.check(card(window))
    walk.check(card(window))
    press(window, Qt.Key.Key_F9)
    press(window, Qt.Key.Key_P, CONTROL)
    press(window, Qt.Key.Key_F2)
    screens.save(window.shell, "feedback-fi", size)
    cut.check(feedback(window))
    walk.check(feedback(window))


@pytest.mark.parametrize("language", ["fi", "en"])
def test_nothing_is_cut_at_150_percent(window: Window, language: str) -> None:
    make_medium(window.workshop, make_device(window.workshop, model="ThinkPad X1 Carbon Gen 9"))
    window.speak(language)
    window.supervisor()
    for _ in range(3):
        press(window, Qt.Key.Key_Plus, CONTROL)
    press(window, Qt.Key.Key_F, CONTROL)
    keys(window, "think")
    screens.save(window.shell, f"search-150-{language}", (1366, 768))
    cut.check(card(window))
    press(window, Qt.Key.Key_F9)
    press(window, Qt.Key.Key_P, CONTROL)
    screens.save(window.shell, f"feedback-150-{language}", (1366, 768))
    cut.check(feedback(window))


def test_letters_find_arrows_choose_and_enter_opens(window: Window) -> None:
    lot = make_lot(window.workshop)
    made = [make_device(window.workshop, lot=lot, model="Latitude 5400") for _ in range(3)]
    window.maker()
    window.shell.open("intake")
    press(window, Qt.Key.Key_F, CONTROL)
    keys(window, "lati")
    assert [hit.text for hit in card(window).hits] == [one.code for one in reversed(made)]
    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Return)
    assert window.desk.cards.search_card is None
    assert window.shell.open_key == "devices"
    assert made[0].code in str(window.shell.panel.park() if window.shell.panel else "")


def test_what_is_written_can_be_corrected(window: Window) -> None:
    make_device(window.workshop, model="Latitude 5400")
    window.maker()
    press(window, Qt.Key.Key_F, CONTROL)
    keys(window, "latx")
    assert not card(window).hits
    assert "Mitään ei löytynyt" in card(window).said
    press(window, Qt.Key.Key_Backspace)
    assert len(card(window).hits) == 1


def test_a_scanned_code_opens_at_once_and_the_second_enter_does_nothing(window: Window) -> None:
    device = make_device(window.workshop)
    window.maker()
    press(window, Qt.Key.Key_F, CONTROL)
    window.scan(device.code)
    QTest.keyClick(QApplication.focusWidget() or window.shell, Qt.Key.Key_Return)
    window.settle()
    assert window.desk.cards.search_card is None
    assert window.shell.open_key == "devices"


def test_a_lot_opens_where_it_is_worked_on(window: Window) -> None:
    lot = make_lot(window.workshop, sender="Vuosaaren kirjasto")
    window.maker()
    press(window, Qt.Key.Key_F, CONTROL)
    keys(window, "kirjasto")
    (hit,) = card(window).hits
    assert (hit.text, hit.station) == (lot.code, "intake")
    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Return)
    assert window.shell.open_key == "intake"


def test_search_waits_for_a_person(window: Window) -> None:
    press(window, Qt.Key.Key_F, CONTROL)
    assert window.desk.cards.search_card is None
    press(window, Qt.Key.Key_P, CONTROL)
    assert window.desk.cards.feedback_card is None


def test_escape_leaves_the_search(window: Window) -> None:
    window.maker()
    press(window, Qt.Key.Key_F, CONTROL)
    press(window, Qt.Key.Key_Escape)
    assert window.desk.cards.search_card is None


def test_feedback_is_left_by_keys_and_nobody_is_named(window: Window) -> None:
    window.maker()
    window.shell.open("wiping")
    with window.workshop.desk.database.reading() as work:
        head = work.journal.head().seq
    press(window, Qt.Key.Key_P, CONTROL)
    press(window, Qt.Key.Key_F10)
    assert window.desk.cards.feedback_card is not None
    press(window, Qt.Key.Key_F3)
    feedback(window).note.edit.setFocus()
    keys(window, "odotan liikaa")
    press(window, Qt.Key.Key_Return)
    press(window, Qt.Key.Key_F10)
    assert "Kiitos" in window.notice
    session = window.workshop.fresh(window.workshop.first)
    (note,) = queries.feedback(window.workshop.desk, session)
    assert (note.screen, note.mood, note.note) == ("wiping", Mood.SLOW, "odotan liikaa")
    assert window.workshop.worker.person not in str(note)
    with window.workshop.desk.database.reading() as work:
        assert work.journal.head().seq == head


def test_words_reach_the_feedback_without_touching_the_field(window: Window) -> None:
    window.maker()
    press(window, Qt.Key.Key_P, CONTROL)
    press(window, Qt.Key.Key_F3)
    keys(window, "hidas lukija")
    assert feedback(window).note.text == "hidas lukija"
    window.scan("")
    window.scan(make_code(CodeKind.COMMAND, 2))
    window.settle()
    assert "Kiitos" in window.notice
    assert window.shell.frame.line.text == ""
    session = window.workshop.fresh(window.workshop.first)
    (note,) = queries.feedback(window.workshop.desk, session)
    assert (note.mood, note.note) == (Mood.SLOW, "hidas lukija")


def test_cards_on_the_wall_do_the_same(window: Window) -> None:
    window.maker()
    window.shell.open("wiping")
    window.scan(make_code(CodeKind.COMMAND, 13))
    window.settle()
    window.scan(make_code(CodeKind.COMMAND, 12))
    window.settle()
    assert feedback(window).mood is Mood.GOOD
    window.scan(make_code(CodeKind.COMMAND, 2))
    window.settle()
    assert window.desk.cards.feedback_card is None
    window.scan(make_code(CodeKind.COMMAND, 14))
    window.settle()
    assert window.shell.open_key == "home"


def test_stop_is_heard_over_every_card(window: Window) -> None:
    window.maker()
    press(window, Qt.Key.Key_F, CONTROL)
    window.scan(make_code(CodeKind.COMMAND, 1))
    window.settle()
    assert window.shell.gate.stop_screen is not None


@pytest.mark.parametrize("opens", [Qt.Key.Key_F, Qt.Key.Key_P])
def test_a_badge_changes_the_person_all_the_same(window: Window, opens: Qt.Key) -> None:
    window.maker()
    press(window, opens, CONTROL)
    window.scan(window.workshop.other.person)
    window.settle()
    assert window.shell.gate.is_locked
    assert window.lock_pad() is not None


def test_a_label_that_means_nothing_here_opens_its_own_room(window: Window) -> None:
    shop = window.workshop
    screen = shop.desk.do(shop.worker, AddPart("screen", "Osatukku")).part.code
    work = order(shop, for_repair(shop))
    window.maker()
    for code, room in ((screen, "parts"), (work, "repair"), (box(shop, "plastics"), "containers")):
        window.shell.open("grading")
        window.scan(code)
        window.settle()
        assert window.shell.open_key == room
    assert not window.notice
