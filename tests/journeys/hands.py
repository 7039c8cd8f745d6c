"""The hands of a person at the real window: scanner, keys, and words where words are asked for.

What stops a person stops the test: a key that does nothing, a scan without an answer, a field that
Tab never comes to, an English word in the Finnish window.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QTableView,
    QWidget,
)
from pytestqt.exceptions import TimeoutError as TooLate

from kit import PIN
from serkut_desk.ui.keys import is_editing
from serkut_desk.ui.shell.places import on_rail
from ui.walk import spoken_name

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from serkut_desk.domain.people import Session
    from serkut_desk.ui.panel import Action
    from serkut_desk.ui.shell.window import Shell
    from ui.window_kit import Window

_TS = Path(__file__).resolve().parents[2] / "resources" / "i18n" / "serkut_desk_fi.ts"
_PATIENCE_MS = 20_000
_MOST_TABS = 60
_MOST_PAGES = 6
_CTRL_KEYS = 9


@cache
def english() -> frozenset[str]:
    """Return every sentence of the window that Finnish says otherwise."""
    found, finnish = set(), set()
    for message in ET.parse(_TS).iter("message"):  # noqa: S314 - our own file
        source, said = message.findtext("source") or "", message.findtext("translation") or ""
        finnish.add(said)
        if source and source != said:
            found.add(source)
    # "on" is a word of both.
    return frozenset(found - finnish)


class Hands:
    """One person after the other at one window.

    Args:
        window: The real window over a real desk.
    """

    def __init__(self, window: Window) -> None:
        self.window = window
        self.desk = window.workshop.desk
        self._read = ""

    # What a person does.

    def come(self, session: Session) -> None:
        """Scan a badge, and give the PIN where it is asked."""
        self._keys(session.person)
        shell = self.window.shell
        maker = session is self.window.workshop.worker
        if not maker:
            self._wait(lambda: self.window.lock_pad() is not None)
            self._keys(PIN)
        self._wait(
            lambda: (
                not shell.gate.is_locked
                and shell.person is not None
                and shell.person.code == session.person
            )
        )
        self.settle()

    def confirm(self, second: Session) -> None:
        """Let a second supervisor confirm with badge and PIN."""
        confirming = self.window.desk.confirming
        self._wait(lambda: confirming.second_card is not None)
        self._keys(second.person)
        card = confirming.second_card
        assert card is not None
        self._wait(card.pad.isVisible)
        self._keys(PIN)
        self._wait(lambda: confirming.second_card is None)
        self.settle()

    def go(self, station: str) -> None:
        """Open a station by its key in the rail."""
        shell = self.window.shell
        assert shell.person is not None
        number = on_rail(shell.person.stations).index(station) + 1
        held = Qt.KeyboardModifier.ControlModifier
        if number > _CTRL_KEYS:
            number, held = number - _CTRL_KEYS, Qt.KeyboardModifier.AltModifier
        QTest.keyClick(self._focus, Qt.Key(Qt.Key.Key_0 + number), held)
        self.settle()
        assert shell.open_key == station, (shell.open_key, station, self.words)

    def scan(self, *texts: str) -> None:
        """Scan one after the other; each is answered on the screen."""
        for text in texts:
            before = self._read
            self._keys(text)
            self.settle()
            assert self._read != before, f"{text} was swallowed: {before}"

    def burst(self, *texts: str) -> None:
        """Scan faster than the screen answers."""
        for text in texts:
            self._keys(text)
        self.settle()

    def press(self, *keys: str) -> None:
        """Press F-keys one after the other; each of them does something now."""
        for key in keys:
            self.tap(key)
            self.settle()

    def tap(self, *keys: str) -> None:
        """Press F-keys without waiting for what the records say to them."""
        for key in keys:
            action = next((one for one in self.actions if one.key == key), None)
            assert action is not None, f"{key} does nothing: {self.words}"
            assert action.enabled, f"{key} {action.word}: {action.reason}: {self.words}"
            self._press(key)

    def pick(self, *words: str) -> None:
        """Press the key that stands beside a word, on one card after the other."""
        for word in words:
            key = next((one.key for one in self.actions if one.word == word), None)
            assert key is not None, f"{word} is not offered: {self.words}"
            assert key, f"{word} has no key: {self.words}"
            self.press(key)

    def answer(self, word: str) -> None:
        """Press the key beside an answer, on whichever of its pages it stands."""
        for _ in range(_MOST_PAGES):
            if word in {one.word for one in self.actions}:
                break
            self.pick("Muut")
        self.pick(word)

    def refused(self, key: str) -> str:
        """Press a key that cannot be meant now, and return what the window says to it."""
        self._press(key)
        self.settle()
        return self.words

    def fill(self, fields: Mapping[str, str]) -> None:
        """Write into fields, found with Tab by the word above them."""
        for name, text in fields.items():
            self.write(name, text)

    def write(self, name: str, text: str) -> None:
        """Go to a field with Tab and write; Enter leaves it."""
        focus = self._tab_to(name)
        assert isinstance(focus, QLineEdit)
        assert is_editing(focus)
        focus.selectAll()
        for character in text:
            _type(focus, character)
        QTest.keyClick(focus, Qt.Key.Key_Return)
        self.settle()

    def choose(self, name: str, word: str) -> None:
        """Go to a list with Tab and choose with the arrow."""
        box = self._tab_to(name)
        assert isinstance(box, QComboBox)
        for _ in range(box.count()):
            if box.currentText() == word:
                return
            QTest.keyClick(box, Qt.Key.Key_Down)
        assert box.currentText() == word

    def tick(self, name: str) -> None:
        """Go to a box with Tab and tick it with the space bar."""
        box = self._tab_to(name, QCheckBox)
        assert isinstance(box, QCheckBox)
        QTest.keyClick(box, Qt.Key.Key_Space)
        self.settle()
        assert box.isChecked()

    def turn(self, current: str, name: str) -> None:
        """Go with Tab to the one of several that is on, and with the arrow to the one wanted."""
        self._tab_to(current, QAbstractButton)
        QTest.keyClick(self._focus, Qt.Key.Key_Right)
        self.settle()
        assert name in self.words

    def pick_row(self, name: str, cell: str) -> None:
        """Go to a table with Tab and to one of its rows with the arrow."""
        table = self._tab_to(name, QTableView)
        assert isinstance(table, QTableView)
        model = table.model()
        for row in range(model.rowCount()):
            QTest.keyClick(table, Qt.Key.Key_Down if row else Qt.Key.Key_Home)
            at = table.currentIndex().row()
            if cell in {model.index(at, column).data() for column in range(model.columnCount())}:
                break
        else:
            raise AssertionError(f"{cell} is in no row: {self.words}")
        self.settle()

    def _tab_to(self, name: str, kind: type[QWidget] = QWidget) -> QWidget:
        for _ in range(_MOST_TABS):
            focus = QApplication.focusWidget()
            if isinstance(focus, kind) and spoken_name(focus) == name:
                return focus
            QTest.keyClick(self._focus, Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never comes to {name}: {self.words}")

    def pick_file(self, key: str, path: Path) -> None:
        """Choose a file or a folder in the system's own dialog."""
        self._press(key)
        self._wait(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        # The dialog is the system's: only what it answers is of interest.
        dialog.fileSelected.emit(str(path))
        dialog.filesSelected.emit([str(path)])
        dialog.reject()
        self._wait(lambda: QApplication.activeModalWidget() is None)
        self.settle()

    # What a person sees.

    @property
    def words(self) -> str:
        """Everything that can be read on the window now."""
        shell = self.window.shell
        said = [self.window.notice]
        said += [one.text() for one in shell.findChildren(QLabel) if one.isVisible()]
        said += [one.text() for one in shell.findChildren(QAbstractButton) if one.isVisible()]
        for table in shell.findChildren(QTableView):
            said += _cells(table) if table.isVisible() else []
        return " | ".join(one for one in said if one).replace("\u00a0", " ")

    @property
    def actions(self) -> tuple[Action, ...]:
        """What the F-keys do now."""
        return offered(self.window.shell)

    def sees(self, *texts: str) -> None:
        """Wait until the window says all of it."""
        try:
            self._wait(lambda: all(text in self.words for text in texts))
        except TooLate:
            missing = [text for text in texts if text not in self.words]
            raise AssertionError(f"{missing} is not said: {self.words}") from None

    def settle(self) -> None:
        """Wait until nothing is under way, and read the screen as somebody who has no English."""
        desk = self.window.desk
        self._wait(lambda: not desk.lane.waiting and not desk.free.waiting)
        # What was just made is shown by posted events.
        QApplication.processEvents()
        self._wait(lambda: not desk.lane.waiting and not desk.free.waiting)
        self._read = self.words
        spoken = {one.strip() for one in self._read.split(" | ")}
        assert not spoken & english(), f"not in Finnish: {spoken & english()}"

    @property
    def _focus(self) -> QWidget:
        if QApplication.activeWindow() is None:
            # A desktop keeps the window in front; the offscreen platform does not.
            self.window.shell.activateWindow()
            self._wait(self.window.shell.isActiveWindow)
        return self.window._focus

    def _wait(self, ready: Callable[[], bool]) -> None:
        self.window.bot.waitUntil(ready, timeout=_PATIENCE_MS)

    def _keys(self, text: str) -> None:
        if text.isascii():
            QTest.keyClicks(self._focus, text)
        else:
            for character in text:
                _type(self._focus, character)
        QTest.keyClick(self._focus, Qt.Key.Key_Return)

    def _press(self, key: str) -> None:
        named = Qt.Key.Key_Escape if key == "Esc" else Qt.Key(Qt.Key.Key_F1 + int(key[1:]) - 1)
        QTest.keyClick(self._focus, named)


def _type(field: QWidget, character: str) -> None:
    """Press the key of one character; Qt's test keys know no letters beside ASCII."""
    if character.isascii():
        QTest.keyClicks(field, character)
        return
    kinds, key = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease), ord(character.upper())
    for kind in kinds:
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, character)
        QApplication.sendEvent(field, event)


def offered(shell: Shell) -> tuple[Action, ...]:
    """Return what the F-keys do now: of what lies on top, else of the panel and the notice."""
    top = shell._layers.top
    if top is not None:
        return tuple(top.function_keys())
    undo = shell.frame.notice.undo if shell.frame.notice else None
    panel = shell.panel.function_keys() if shell.panel else ()
    return (*panel, *((undo,) if undo else ()))


def _cells(table: QTableView) -> list[str]:
    model = table.model()
    return [
        str(model.index(row, column).data() or "")
        for row in range(min(model.rowCount(), 30))
        for column in range(model.columnCount())
    ]
