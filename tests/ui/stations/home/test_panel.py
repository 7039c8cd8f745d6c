"""The home view through the window: what waits, one key to each queue, feedback."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from factories import make_device
from kit import PIN
from serkut_desk.domain.changes import Changes
from serkut_desk.domain.codes import CodeKind, make_code
from serkut_desk.domain.feedback import Mood
from serkut_desk.stations.home import queries
from serkut_desk.stations.home.commands import LeaveFeedback
from serkut_desk.ui import theme
from serkut_desk.ui.stations.home.feedback_list import FeedbackList
from serkut_desk.ui.stations.home.tiles import BeginTile
from serkut_desk.ui.stations.home.views import BEGIN
from serkut_desk.ui.theme import px
from ui import cut, screens, walk
from ui.stations.home.kit import fill, home

if TYPE_CHECKING:
    from ui.window_kit import Window


def words(window: Window) -> str:
    """Return everything that the window says now."""
    shown = window.shell.findChildren(QLabel)
    return " | ".join(one.text() for one in shown if one.isVisible() and one.text())


def press(window: Window, key: Qt.Key) -> None:
    """Press a key wherever the focus is."""
    QTest.keyClick(QApplication.focusWidget() or window.shell, key)
    window.settle()


@pytest.mark.parametrize("size", screens.SIZES)
def test_pictures(window: Window, size: tuple[int, int]) -> None:
    fill(window.workshop)
    window.shell.resize(*size)
    window.supervisor()
    screens.save(window.shell, "home-supervisor-fi", size)
    cut.check(window.shell)
    walk.check(window.shell)
    window.maker()
    screens.save(window.shell, "home-maker-fi", size)
    cut.check(window.shell)
    walk.check(window.shell)


def test_nothing_is_cut_at_150_percent(window: Window) -> None:
    fill(window.workshop)
    window.supervisor()
    for _ in range(3):
        QTest.keyClick(window.shell, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert theme.scale() == 1.5
    window.settle()
    screens.save(window.shell, "home-supervisor-150", (1366, 768))
    cut.check(window.shell)
    window.maker()
    screens.save(window.shell, "home-maker-150", (1366, 768))
    cut.check(window.shell)


def test_everybody_lands_here_and_sees_what_they_may_do(window: Window) -> None:
    fill(window.workshop)
    window.maker()
    assert window.shell.open_key == "home"
    said = words(window)
    assert "Tästä voit aloittaa" in said
    assert "Tyhjennä levyjä" in said
    assert "Hyväksyttävät" not in said
    assert "Pysähtynyt" not in said
    window.supervisor()
    said = words(window)
    assert "Hyväksyttävät" in said
    assert "Tyhjennys epäonnistui" in said
    assert "Levy ei tyhjentynyt. Aja uudelleen tai tuhoa levy." in said


def test_makers_begin_taking_apart_and_installing_by_key(window: Window) -> None:
    window.maker()
    panel = home(window)
    keys = {action.word: action.key for action in panel.function_keys()}
    assert (keys["Pura laite"], keys["Asenna käyttöjärjestelmä"]) == ("F8", "F10")
    assert len(set(keys.values())) == len(keys) == len(BEGIN) + 1
    assert all(tile.height() >= px(44) for tile in panel.findChildren(BeginTile))
    for key, station in ((Qt.Key.Key_F8, "dismantling"), (Qt.Key.Key_F10, "installation")):
        press(window, key)
        assert window.shell.open_key == station
        window.shell.open("home")
        window.settle()


def test_it_says_who_must_approve_by_shelf_and_never_by_name(window: Window) -> None:
    fill(window.workshop)
    window.supervisor()
    said = words(window)
    assert "Olet ollut mukana työssä. Toisen täytyy hyväksyä." in said
    assert "Hylly A3" in said
    assert "T01" not in said
    assert "T02" not in said
    assert "Nimi" not in said


def test_a_key_opens_the_queue_and_its_tab(window: Window) -> None:
    fill(window.workshop)
    window.supervisor()
    press(window, Qt.Key.Key_F7)
    assert window.shell.open_key == "wiping"
    QTest.keyClick(window.shell, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    window.settle()
    assert window.shell.open_key == "home"
    press(window, Qt.Key.Key_F5)
    assert window.shell.open_key == "wiping"


def test_arrows_move_and_enter_opens_only_after_them(window: Window) -> None:
    fill(window.workshop)
    window.supervisor()
    press(window, Qt.Key.Key_Return)
    assert window.shell.open_key == "home"
    press(window, Qt.Key.Key_Right)
    press(window, Qt.Key.Key_Down)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName().startswith("Hyväksyttävät")
    press(window, Qt.Key.Key_Return)
    assert window.shell.open_key == "wiping"


def test_the_second_enter_of_a_scanner_opens_nothing(window: Window) -> None:
    fill(window.workshop)
    window.supervisor()
    press(window, Qt.Key.Key_Right)
    QTest.keyClicks(QApplication.focusWidget() or window.shell, "SD")
    QTest.keyClick(QApplication.focusWidget() or window.shell, Qt.Key.Key_Return)
    QTest.keyClick(QApplication.focusWidget() or window.shell, Qt.Key.Key_Return)
    window.settle()
    assert window.shell.open_key == "devices"


def test_a_scan_opens_the_device(window: Window) -> None:
    device = make_device(window.workshop)
    window.maker()
    window.scan(device.code)
    window.bot.waitUntil(lambda: window.shell.open_key == "devices")
    window.bot.waitUntil(lambda: device.serial in words(window))


def test_the_rail_counts_again_when_something_changed(window: Window) -> None:
    window.maker()
    rail = window.shell.frame._desk.rail
    assert not rail._buttons["wiping"]._waiting.isVisible()
    make_device(window.workshop)
    window.desk.changes.announce(Changes(devices=frozenset({"SD"})))
    window.settle()
    assert rail._buttons["wiping"]._waiting.text() == "1"


def test_an_empty_house_is_calm(window: Window) -> None:
    window.supervisor()
    assert "Mikään ei ole pysähtynyt." in words(window)
    assert "Odottaa toista hyväksyjää" not in words(window)
    cut.check(window.shell)


def test_a_supervisor_reads_the_feedback(window: Window) -> None:
    desk = window.workshop.desk
    for mood, note in ((Mood.UNCLEAR, "Liikaa sanoja"), (Mood.GOOD, "")):
        desk.do(window.workshop.worker, LeaveFeedback("wiping", mood, note))
    window.supervisor()
    assert "2 lukematonta" in words(window)
    press(window, Qt.Key.Key_F11)
    (card,) = window.shell.findChildren(FeedbackList)
    said = words(window)
    assert "Liikaa sanoja" in said
    assert "En ymmärrä" in said
    assert "Tyhjennys" in said
    screens.save(window.shell, "feedback-list-fi", (1366, 768))
    cut.check(card)
    press(window, Qt.Key.Key_F10)
    window.bot.waitUntil(lambda: "Kaikki on luettu" in words(window))
    session = window.workshop.fresh(window.workshop.first)
    assert queries.feedback(desk, session, unread=True) == ()


def test_a_maker_cannot_open_the_feedback(window: Window) -> None:
    window.maker()
    assert "Lue palautteet" not in {action.word for action in home(window).function_keys()}
    window.supervisor()
    keys = [action.key for action in home(window).function_keys()]
    assert "Lue palautteet" in {action.word for action in home(window).function_keys()}
    assert len(keys) == len(set(keys)), keys


def test_half_done_work_is_where_its_person_comes_back_to(window: Window) -> None:
    fill(window.workshop)
    window.maker()
    window.shell.open("wiping")
    window.scan(make_code(CodeKind.DEVICE, 4))
    window.settle()
    window.scan(window.workshop.other.person)
    window.settle()
    window.scan(PIN)
    window.bot.waitUntil(lambda: not window.shell.gate.is_locked)
    window.settle()
    assert window.shell.open_key == "home"
    window.maker()
    assert window.shell.open_key == "wiping"
