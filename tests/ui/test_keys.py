"""Every scan reaches the scan line whole, whatever has the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QVBoxLayout, QWidget

from serkut_desk.domain.codes import CodeKind, make_code
from serkut_desk.ui.keys import OPENS_BY_ENTER, KeyCapture
from serkut_desk.ui.scan_line import ScanLine
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

CODE = "SD0000421757"
ENTER = Qt.Key.Key_Return


class Bench(QWidget):
    """A window with a scan line, a field, a button and a list."""

    def __init__(self, prefix: str = "") -> None:
        super().__init__()
        self.line = ScanLine()
        self.field = QLineEdit()
        self.button = QPushButton("Go")
        self.box = QComboBox()
        self.box.addItems(["one", "two"])
        column = QVBoxLayout(self)
        for widget in (self.line, self.field, self.button, self.box):
            column.addWidget(widget)
        self.pressed = 0
        self.button.clicked.connect(self._count)
        self.scans: list[str] = []
        self.line.scanned.connect(self.scans.append)
        self.keys = KeyCapture(self.line, prefix, self)

    def _count(self) -> None:
        self.pressed += 1


@pytest.fixture
def bench(dressed: QApplication, qtbot: QtBot, request: pytest.FixtureRequest) -> Iterator[Bench]:
    made = Bench(getattr(request, "param", ""))
    qtbot.addWidget(made)
    dressed.installEventFilter(made.keys)
    made.show()
    made.activateWindow()
    made.button.setFocus()
    qtbot.waitUntil(made.button.hasFocus)
    yield made
    dressed.removeEventFilter(made.keys)


def scan(bench: Bench, text: str, *ends: Qt.Key) -> None:
    target = QApplication.focusWidget() or bench
    QTest.keyClicks(target, text)
    for end in ends or (ENTER,):
        QTest.keyClick(QApplication.focusWidget() or bench, end)


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Tab, Qt.Key.Key_Left])
def test_enter_opens_what_was_moved_to(bench: Bench, key: Qt.Key) -> None:
    bench.button.setProperty(OPENS_BY_ENTER, "yes")
    QTest.keyClick(bench.button, ENTER)
    assert bench.pressed == 0
    QTest.keyClick(bench.button, key)
    bench.button.setFocus()
    QTest.keyClick(bench.button, ENTER)
    assert bench.pressed == 1
    QTest.keyClick(bench.button, ENTER)
    assert bench.pressed == 1


def test_enter_after_a_move_presses_nothing_that_saves(bench: Bench) -> None:
    QTest.keyClick(bench.button, Qt.Key.Key_Tab)
    bench.button.setFocus()
    QTest.keyClick(bench.button, ENTER)
    assert bench.pressed == 0


def test_the_enters_of_a_scan_open_nothing(bench: Bench) -> None:
    bench.button.setProperty(OPENS_BY_ENTER, "yes")
    QTest.keyClick(bench.button, Qt.Key.Key_Down)
    bench.button.setFocus()
    scan(bench, CODE, ENTER, ENTER)
    assert (bench.pressed, bench.scans) == (0, [CODE])


def test_a_scan_flows_into_the_line_from_a_button(bench: Bench) -> None:
    scan(bench, CODE)
    assert bench.scans == [CODE]
    assert bench.pressed == 0
    assert bench.line.edit.text() == CODE


def test_two_scans_back_to_back(bench: Bench) -> None:
    scan(bench, CODE)
    scan(bench, "PF2ABC12")
    assert bench.scans == [CODE, "PF2ABC12"]


@pytest.mark.parametrize(
    "ends", [(ENTER, ENTER), (Qt.Key.Key_Enter,), (Qt.Key.Key_Tab,), (Qt.Key.Key_Tab, ENTER)]
)
def test_every_end_gives_one_scan(bench: Bench, ends: tuple[Qt.Key, ...]) -> None:
    scan(bench, CODE, *ends)
    assert bench.scans == [CODE]
    assert bench.pressed == 0


def test_an_empty_enter_does_nothing(bench: Bench) -> None:
    QTest.keyClick(bench.button, ENTER)
    QTest.keyClicks(bench.button, "")
    assert bench.scans == []
    assert bench.pressed == 0


def test_space_presses_a_button_but_belongs_to_a_scan_that_has_begun(bench: Bench) -> None:
    QTest.keyClick(bench.button, Qt.Key.Key_Space)
    assert bench.pressed == 1
    scan(bench, "5CG 9421 XYZ")
    assert bench.scans == ["5CG 9421 XYZ"]
    assert bench.pressed == 1


def test_a_text_field_keeps_its_keys_and_enter_leaves_it(bench: Bench) -> None:
    bench.field.setFocus()
    QTest.keyClicks(bench.field, "V-03")
    assert bench.field.text() == "V-03"
    QTest.keyClick(bench.field, ENTER)
    assert bench.scans == []
    assert bench.line.edit.hasFocus()
    scan(bench, CODE)
    assert bench.scans == [CODE]
    assert bench.field.text() == "V-03"


def test_a_read_only_field_takes_no_scan(bench: Bench) -> None:
    bench.field.setReadOnly(True)
    bench.field.setFocus()
    scan(bench, CODE)
    assert bench.scans == [CODE]


@pytest.mark.parametrize("bench", ["F13", "~"], indirect=True)
def test_the_prefix_takes_a_scan_out_of_a_text_field(
    bench: Bench, request: pytest.FixtureRequest
) -> None:
    bench.field.setFocus()
    QTest.keyClicks(bench.field, "ab")
    if request.node.callspec.params["bench"] == "F13":
        QTest.keyClick(bench.field, Qt.Key.Key_F13)
    else:
        QTest.keyClicks(bench.field, "~")
    scan(bench, CODE)
    assert bench.scans == [CODE]
    assert bench.field.text() == "ab"
    QTest.keyClicks(bench.field, "c")
    assert bench.field.text() == "abc"


def test_the_line_itself_has_the_focus(bench: Bench) -> None:
    bench.line.edit.setFocus()
    scan(bench, CODE)
    scan(bench, "ER0000014737")
    assert bench.scans == [CODE, "ER0000014737"]


def test_finnish_letters_of_a_garbled_scan_arrive_as_they_are(bench: Bench) -> None:
    scan(bench, "HTTPSÖ--X+1")
    assert bench.scans == ["HTTPSÖ--X+1"]


def test_escape_and_backspace_mend_what_was_typed(bench: Bench) -> None:
    QTest.keyClicks(bench.button, "SDX")
    QTest.keyClick(bench.button, Qt.Key.Key_Backspace)
    assert bench.line.text == "SD"
    QTest.keyClick(bench.button, Qt.Key.Key_Escape)
    assert bench.line.text == ""
    QTest.keyClick(bench.button, ENTER)
    assert bench.scans == []


def test_tab_moves_on_while_nothing_was_scanned(bench: Bench) -> None:
    QTest.keyClick(bench.button, Qt.Key.Key_Tab)
    assert bench.box.hasFocus()


def test_shortcuts_are_no_characters(bench: Bench) -> None:
    QTest.keyClick(bench.button, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(bench.button, Qt.Key.Key_X, Qt.KeyboardModifier.AltModifier)
    assert bench.line.text == ""


@pytest.mark.qt_log_ignore("does not support raise", "does not support grabbing")
def test_an_open_list_closes_when_a_scan_ends(bench: Bench, qtbot: QtBot) -> None:
    bench.box.showPopup()
    popup = QApplication.activePopupWidget()
    assert popup is not None
    QTest.keyClicks(popup, CODE)
    QTest.keyClick(popup, ENTER)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)
    assert bench.scans == [CODE]


@pytest.mark.parametrize(
    ("pasted", "scans", "left"),
    [
        (f"{CODE}\r\n", [CODE], ""),
        (f"{CODE}\t", [CODE], ""),
        (f"{CODE}\nPF2ABC12\n\n", [CODE, "PF2ABC12"], ""),
        (CODE, [], CODE),
    ],
)
def test_paste_ends_where_lines_end(bench: Bench, pasted: str, scans: list[str], left: str) -> None:
    QApplication.clipboard().setText(pasted)
    QTest.keyClick(bench.button, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert bench.scans == scans
    assert bench.line.text == left


def test_f_keys_are_told_wherever_the_focus_is(bench: Bench) -> None:
    told: list[str] = []
    bench.keys.function_key.connect(told.append)
    bench.field.setFocus()
    QTest.keyClick(bench.field, Qt.Key.Key_F10)
    QTest.keyClick(bench.field, Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier)
    assert told == ["F10"]


def test_it_says_what_the_last_scan_was_taken_for(bench: Bench) -> None:
    scan(bench, CODE)
    bench.line.show_taken("laite avattu", Tone.GOOD)
    assert bench.line._taken.text() == "laite avattu"
    assert bench.line._taken.isVisible()
    QTest.keyClicks(bench.button, "S")
    assert bench.line.edit.text() == "S"
    assert not bench.line._taken.isVisible()


PRINTED = st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=40)


@settings(
    max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(st.lists(PRINTED, min_size=1, max_size=5))
def test_any_scans_arrive_whole_and_in_order(bench: Bench, texts: list[str]) -> None:
    bench.scans.clear()
    for text in texts:
        scan(bench, text, ENTER, ENTER)
    assert bench.scans == texts


@pytest.mark.parametrize("kind", [CodeKind.BADGE, CodeKind.COMMAND])
def test_a_badge_or_card_that_was_scanned_into_a_field_is_taken_out_of_it(
    bench: Bench, kind: CodeKind
) -> None:
    card = make_code(kind, 7)
    bench.field.setFocus()
    QTest.keyClicks(bench.field, "Uusi paneeli")
    bench.field.setCursorPosition(len("Uusi "))
    scan(bench, card)
    assert bench.scans == [card]
    assert bench.field.text() == "Uusi paneeli"
    # What a field may well hold stays in it.
    bench.field.setFocus()
    bench.field.setText("")
    scan(bench, make_code(CodeKind.PLACE, 3))
    assert bench.scans == [card]
    assert bench.field.text() == make_code(CodeKind.PLACE, 3)
