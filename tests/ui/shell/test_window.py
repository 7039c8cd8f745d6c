"""The window: persons, scans, keys, lock and STOP."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from serkut_desk.domain.changes import Changes
from serkut_desk.ui import theme
from serkut_desk.ui.lane import BugReport, DatabaseLane
from serkut_desk.ui.panel import Action, Notice
from serkut_desk.ui.parts.asking import AskCard, PinCard
from serkut_desk.ui.shell import window
from serkut_desk.ui.theme import Tone
from ui import samples, walk
from ui.samples import MAKER, SUPERVISOR, SamplePanel

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.ui.shell.window import Shell

ENTER = Qt.Key.Key_Return


def panel(shell: Shell) -> SamplePanel:
    found = shell.panel
    assert isinstance(found, SamplePanel)
    return found


def scan(shell: Shell, text: str) -> None:
    QTest.keyClicks(QApplication.focusWidget() or shell, text)
    QTest.keyClick(QApplication.focusWidget() or shell, ENTER)


def press(shell: Shell, key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget() or shell, key)


def test_it_starts_locked_and_hands_badges_on(shell: Shell) -> None:
    badges: list[str] = []
    shell.gate.badge_scanned.connect(badges.append)
    assert shell.gate.is_locked
    scan(shell, "HK1234567890")
    assert badges == ["HK1234567890"]


def test_a_person_opens_the_desk(shell: Shell) -> None:
    shell.set_person(MAKER)
    assert not shell.gate.is_locked
    assert panel(shell).person == MAKER


def test_digits_are_a_pin_only_while_it_is_asked(shell: Shell) -> None:
    badges: list[str] = []
    pins: list[str] = []
    shell.gate.badge_scanned.connect(badges.append)
    shell.gate.pin_entered.connect(pins.append)
    scan(shell, "4711")
    assert (badges, pins) == (["4711"], [])
    shell.gate.ask_pin("Työnjohtaja 02")
    scan(shell, "4711")
    assert pins == ["4711"]
    shell.gate.wrong_pin("Väärä PIN.")
    scan(shell, "HK1234567890")
    assert badges == ["4711", "HK1234567890"]
    press(shell, ENTER)
    assert pins == ["4711"]


def test_the_pin_can_be_tapped(shell: Shell) -> None:
    pins: list[str] = []
    shell.gate.pin_entered.connect(pins.append)
    shell.gate.ask_pin("Työnjohtaja 02")
    screen = shell.gate.lock_screen
    assert screen is not None
    buttons = {button.accessibleName(): button for button in walk.focusable(screen)}
    for name in ("4", "7", "1", "1", "9", "Erase", "OK"):
        QTest.mouseClick(buttons[name], Qt.MouseButton.LeftButton)
    assert pins == ["4711"]


def test_scans_go_to_the_open_panel_and_unclaimed_ones_are_told(shell: Shell) -> None:
    shell.set_person(MAKER)
    scan(shell, "SD0000421757")
    assert panel(shell).scans == ["SD0000421757"]
    unclaimed: list[str] = []
    shell.scan_unclaimed.connect(unclaimed.append)
    panel(shell).claims = False
    scan(shell, "UNKNOWN1")
    assert unclaimed == ["UNKNOWN1"]


def test_the_router_comes_before_the_panel(
    dressed: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    taken: list[str] = []

    def router(text: str) -> bool:
        taken.append(text)
        return text.startswith("HK")

    shell = samples.make_shell(dressed, tmp_path, router=router)
    qtbot.addWidget(shell)
    shell.show()
    shell.set_person(MAKER)
    scan(shell, "HK1")
    scan(shell, "PF2ABC12")
    assert taken == ["HK1", "PF2ABC12"]
    assert panel(shell).scans == ["PF2ABC12"]
    shell.close()


def test_a_burst_while_the_database_is_busy_loses_none(shell: Shell, qtbot: QtBot) -> None:
    shell.set_person(MAKER)
    lane = DatabaseLane()
    gate = threading.Event()
    stored: list[str] = []

    def store(text: str) -> str:
        gate.wait(10)
        return text

    def failed(failure: KnownFailure) -> None:
        raise AssertionError(failure)

    shown = panel(shell)
    shown.scan_taken.connect(
        lambda *_: lane.submit(lambda text=shown.scans[-1]: store(text)).then(  # type: ignore[misc]  # mypy cannot infer a lambda's default
            stored.append, failed
        )
    )
    codes = [f"PF{number:06}" for number in range(60)]
    for code in codes:
        scan(shell, code)
    assert stored == []
    gate.set()
    qtbot.waitUntil(lambda: lane.waiting == 0)
    assert stored == codes
    lane.close()


def test_held_scans_wait_in_order_and_none_is_lost(shell: Shell) -> None:
    shell.set_person(MAKER)
    shown = panel(shell)
    shown.scans_held.emit()
    for code in ("A1", "B2", "C3"):
        scan(shell, code)
    assert shown.scans == []
    shown.scans_released.emit()
    assert shown.scans == ["A1", "B2", "C3"]


def test_scans_held_when_the_person_leaves_are_parked_with_the_rest(shell: Shell) -> None:
    shell.set_person(MAKER)
    panel(shell).scans_held.emit()
    scan(shell, "A1")
    shell.gate.lock()
    shell.set_person(SUPERVISOR)
    assert panel(shell).scans == []
    shell.set_person(MAKER)
    assert panel(shell).scans == ["A1"]


def test_work_is_parked_for_its_person_and_comes_back(shell: Shell) -> None:
    shell.set_person(SUPERVISOR)
    shell.open("wiping")
    scan(shell, "PF2ABC12")
    shell.set_person(MAKER)
    assert panel(shell).scans == []
    shell.set_person(SUPERVISOR)
    shell.open("wiping")
    assert panel(shell).scans == ["PF2ABC12"]


def test_the_same_person_finds_everything_as_it_was(shell: Shell) -> None:
    shell.set_person(MAKER)
    before = panel(shell)
    press(shell, Qt.Key.Key_F12)
    assert shell.gate.is_locked
    shell.set_person(MAKER)
    assert shell.panel is before


def test_the_rail_offers_only_what_the_person_may_use(shell: Shell) -> None:
    shell.set_person(MAKER)
    assert list(shell.frame._desk.rail._buttons) == ["intake"]
    shell.open("upkeep")
    notice = shell.frame.notice
    assert notice is not None
    assert notice.tone is theme.Tone.ATTENTION
    shell.set_person(SUPERVISOR)
    assert list(shell.frame._desk.rail._buttons) == list(SUPERVISOR.stations)


def test_f_keys_do_what_the_panel_says(shell: Shell) -> None:
    shell.set_person(SUPERVISOR)
    press(shell, Qt.Key.Key_F10)
    assert panel(shell).ran == ["F10"]
    press(shell, Qt.Key.Key_F11)
    notice = shell.frame.notice
    assert notice is not None
    assert (notice.title, notice.text) == ("Sulje erä", "17 puuttuu.")


def test_f9_undoes_what_the_banner_offers(shell: Shell) -> None:
    shell.set_person(SUPERVISOR)
    undone: list[int] = []
    notice = samples.received()
    undo = Action("Peruuta", lambda: undone.append(1), key="F9")
    shell.frame.show_notice(type(notice)(notice.tone, notice.title, notice.text, undo))
    press(shell, Qt.Key.Key_F9)
    assert undone == [1]


@pytest.mark.parametrize(
    ("tone", "undoable", "stays"),
    [
        (theme.Tone.GOOD, True, False),
        (theme.Tone.GOOD, False, False),
        (theme.Tone.ATTENTION, True, False),
        (theme.Tone.ATTENTION, False, True),
        (theme.Tone.STOP, False, True),
    ],
)
def test_f9_never_undoes_the_work_of_a_station_that_was_left(
    shell: Shell, tone: theme.Tone, *, undoable: bool, stays: bool
) -> None:
    shell.set_person(SUPERVISOR)
    undone: list[int] = []
    undo = Action("Peruuta", lambda: undone.append(1), key="F9")
    shell.open("intake")
    shell.frame.show_notice(Notice(tone, "SD 4217", undo=undo if undoable else None))
    shell.open("intake")
    assert shell.frame.notice is not None
    shell.open("wiping")
    press(shell, Qt.Key.Key_F9)
    assert undone == []
    assert (shell.frame.notice is not None) is stays


def test_letters_left_in_the_scan_line_do_not_spoil_the_next_badge(shell: Shell) -> None:
    badges: list[str] = []
    shell.gate.badge_scanned.connect(badges.append)
    shell.set_person(MAKER)
    QTest.keyClicks(QApplication.focusWidget() or shell, "hidas")
    shell.gate.lock()
    scan(shell, "HK1234567890")
    assert badges == ["HK1234567890"]


def test_letters_left_in_the_scan_line_go_at_the_next_f_key(shell: Shell) -> None:
    shell.set_person(SUPERVISOR)
    QTest.keyClicks(shell, "akku")
    press(shell, Qt.Key.Key_F2)
    scan(shell, "SD0000000195")
    assert panel(shell).scans == ["SD0000000195"]


@pytest.mark.parametrize(("seconds", "stays"), [(4.0, True), (0.0, False)])
def test_an_old_refusal_goes_when_a_later_scan_is_taken(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, *, seconds: float, stays: bool
) -> None:
    monkeypatch.setattr(window, "READ_SECONDS", seconds)
    shell.set_person(SUPERVISOR)
    panel(shell).said.emit(Notice(Tone.ATTENTION, "No"))
    panel(shell).scan_taken.emit("not found", Tone.ATTENTION)
    assert shell.frame.notice is not None
    panel(shell).scan_taken.emit("SD 1", Tone.GOOD)
    assert (shell.frame.notice is not None) is stays


@pytest.mark.parametrize("tone", [Tone.ATTENTION, Tone.STOP])
def test_a_refusal_goes_once_it_was_read_and_something_went_well(
    shell: Shell, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tone: Tone
) -> None:
    shell.set_person(SUPERVISOR)
    monkeypatch.setattr(window, "READ_SECONDS", 0.0)
    for went_well in (shell.end_refusal, lambda: panel(shell).heard.emit(Tone.GOOD)):
        panel(shell).said.emit(Notice(tone, "No"))
        went_well()
        assert shell.frame.notice is None
    # What came just now is left to be read; what is said of the success is no refusal.
    monkeypatch.setattr(window, "READ_SECONDS", 0.02)
    panel(shell).said.emit(Notice(tone, "No"))
    shell.end_refusal()
    qtbot.waitUntil(lambda: shell.frame.notice is None)
    panel(shell).said.emit(Notice(Tone.GOOD, "Done"))
    shell.end_refusal()
    assert shell.frame.notice is not None


def test_an_overlay_gets_scans_and_keys_and_enter_answers_nothing(shell: Shell) -> None:
    shell.set_person(SUPERVISOR)
    answers: list[str] = []
    card = AskCard(
        shell,
        "Suljetaanko erä?",
        ("17 laitetta puuttuu vielä.",),
        (
            Action("Sulje", lambda: answers.append("yes"), key="F10", main=True),
            Action("Ei", lambda: answers.append("no"), key="F9"),
            Action(
                "Myöhemmin",
                lambda: answers.append("later"),
                "F5",
                enabled=False,
                reason="Vastaa nyt.",
            ),
        ),
    )
    shell.lay(card)
    press(shell, Qt.Key.Key_F5)
    refused = shell.frame.notice
    assert refused is not None
    scan(shell, "y")
    press(shell, ENTER)
    assert answers == []
    assert panel(shell).scans == []
    walk.check(card)
    press(shell, Qt.Key.Key_F10)
    assert answers == ["yes"]
    # What the card refused goes with it.
    assert shell.frame.notice is None
    scan(shell, "PF2ABC12")
    assert panel(shell).scans == ["PF2ABC12"]


def test_a_fresh_pin_is_asked_over_the_panel(shell: Shell) -> None:
    shell.set_person(SUPERVISOR)
    card = PinCard(shell, "Hyväksyntä tarvitsee PIN-koodin.")
    pins: list[str] = []
    card.entered.connect(pins.append)
    shell.lay(card)
    scan(shell, "4711")
    assert pins == ["4711"]
    card.wrong("Väärä PIN.")
    press(shell, Qt.Key.Key_F9)
    scan(shell, "4711")
    assert pins == ["4711"]
    assert panel(shell).scans == ["4711"]


def test_f4_is_stop_where_the_panel_does_not_show_it(shell: Shell) -> None:
    shell.set_person(MAKER)
    assert all(action.key != "F4" for action in panel(shell).function_keys())
    press(shell, Qt.Key.Key_F4)
    assert shell.gate.stop_screen is not None


def test_stop_covers_everything_until_it_is_ended(shell: Shell) -> None:
    shell.set_person(MAKER)
    panel(shell).stop_wanted.emit()
    assert shell.gate.stop_screen is not None
    badges: list[str] = []
    shell.gate.badge_scanned.connect(badges.append)
    scan(shell, "SD0000421757")
    press(shell, Qt.Key.Key_F12)
    press(shell, Qt.Key.Key_Escape)
    assert badges == ["SD0000421757"]
    assert not shell.gate.is_locked
    assert panel(shell).scans == []
    shell.gate.end_stop()
    scan(shell, "PF2ABC12")
    assert panel(shell).scans == ["PF2ABC12"]


def test_stop_also_covers_a_locked_desk(shell: Shell) -> None:
    shell.gate.show_stop()
    shell.gate.end_stop()
    assert shell.gate.is_locked


@pytest.fixture
def clocked(
    dressed: QApplication, qtbot: QtBot, tmp_path: Path, no_leaks: None
) -> Iterator[tuple[Shell, list[float]]]:
    del no_leaks
    now = [0.0]
    made = samples.make_shell(dressed, tmp_path, clock=lambda: now[0])
    qtbot.addWidget(made)
    made.show()
    made.set_person(MAKER)
    yield made, now
    made.close()


def test_an_idle_desk_locks_itself(clocked: tuple[Shell, list[float]]) -> None:
    shell, now = clocked
    now[0] = 299
    shell._idle.check()
    assert not shell.gate.is_locked
    scan(shell, "PF2ABC12")
    now[0] = 500
    shell._idle.check()
    assert not shell.gate.is_locked
    now[0] = 599
    shell._idle.check()
    assert shell.gate.is_locked


def test_scale_and_language_make_the_panel_anew_with_its_work(
    shell: Shell, dressed: QApplication
) -> None:
    shell.set_person(SUPERVISOR)
    scan(shell, "PF2ABC12")
    before = panel(shell)
    QTest.keyClick(shell, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert theme.scale() == 1.1
    assert shell.panel is not before
    assert panel(shell).scans == ["PF2ABC12"]
    shell.set_language("sv")
    assert panel(shell).scans == ["PF2ABC12"]
    QTest.keyClick(shell, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert theme.scale() == 1.0
    scan(shell, "SECOND22")
    assert panel(shell).scans == ["PF2ABC12", "SECOND22"]
    del dressed


def test_a_bug_is_told_and_can_be_copied(shell: Shell) -> None:
    shell.set_person(SUPERVISOR)
    shell.show_bug(BugReport("ValueError: x", "Traceback of it"))
    press(shell, Qt.Key.Key_F5)
    assert "Traceback of it" in QApplication.clipboard().text()
    press(shell, Qt.Key.Key_F10)
    scan(shell, "PF2ABC12")
    assert panel(shell).scans == ["PF2ABC12"]


def test_panels_hear_of_changes(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    shell.set_person(SUPERVISOR)
    heard: list[Changes] = []
    monkeypatch.setattr(panel(shell), "refresh", heard.append)
    shell.refresh(Changes(devices=frozenset({"SD1"})))
    assert heard == [Changes(devices=frozenset({"SD1"}))]
