"""No key is lost to who listens to the application, who is not asked while pages are built."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from serkut_desk.ui.lane import Job
from serkut_desk.ui.listening import listen, stop_listening, undisturbed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

UI = Path(__file__).resolve().parents[2] / "src" / "serkut_desk" / "ui"
# The two that own the application's loop.
OWNERS = {"start.py", "screenshots.py"}
# Dialogs that ask for a file are not among them: they are modal, and of a modal window's keys none
# was ever taken for the scan line.
LOOPS = {"exec", "exec_", "processEvents", "waitForFinished"}


class Ear(QObject):
    """Notes each key that it hears."""

    def __init__(self, name: str, heard: list[str]) -> None:
        super().__init__()
        self._name, self._heard = name, heard

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        pressed = event.type() is QEvent.Type.KeyPress and isinstance(watched, QWidget)
        if pressed and isinstance(event, QKeyEvent):
            self._heard.append(self._name + event.text())
        return False


@pytest.fixture
def heard() -> list[str]:
    return []


@pytest.fixture
def ears(qtbot: QtBot, heard: list[str]) -> Iterator[tuple[Ear, Ear]]:
    del qtbot
    made = Ear("first ", heard), Ear("second ", heard)
    for ear in made:
        listen(ear)
    yield made
    for ear in made:
        stop_listening(ear)


@pytest.fixture
def field(qtbot: QtBot) -> QLineEdit:
    made = QLineEdit()
    qtbot.addWidget(made)
    made.show()
    return made


def key(text: str) -> QKeyEvent:
    held = Qt.KeyboardModifier.NoModifier
    return QKeyEvent(QEvent.Type.KeyPress, Qt.Key(ord(text.upper())), held, text)


@pytest.mark.usefixtures("ears")
def test_the_last_who_came_is_asked_first_also_afterwards(
    field: QLineEdit, heard: list[str]
) -> None:
    QTest.keyClick(field, Qt.Key.Key_A)
    with undisturbed(), undisturbed():
        field.setText("built")
    QTest.keyClick(field, Qt.Key.Key_B)
    assert heard == ["second a", "first a", "second b", "first b"]


@pytest.mark.usefixtures("ears")
def test_a_key_that_comes_meanwhile_is_heard_right_after(
    field: QLineEdit, heard: list[str]
) -> None:
    with undisturbed():
        for text in "abc":
            QCoreApplication.postEvent(field, key(text))
        assert not heard
    QCoreApplication.sendPostedEvents(field)
    assert heard == [f"{name} {text}" for text in "abc" for name in ("second", "first")]


@pytest.mark.usefixtures("ears")
def test_a_page_that_breaks_leaves_nobody_deaf(field: QLineEdit, heard: list[str]) -> None:
    def build() -> None:
        with undisturbed():
            raise LookupError

    with pytest.raises(LookupError):
        build()
    QTest.keyClick(field, Qt.Key.Key_A)
    assert heard == ["second a", "first a"]


def test_who_comes_and_goes_meanwhile_hears_accordingly(
    ears: tuple[Ear, Ear], field: QLineEdit, heard: list[str]
) -> None:
    third = Ear("third ", heard)
    with undisturbed():
        listen(third)
        stop_listening(ears[1])
        QCoreApplication.sendEvent(field, key("a"))
        assert not heard
    QTest.keyClick(field, Qt.Key.Key_B)
    stop_listening(third)
    QTest.keyClick(field, Qt.Key.Key_C)
    assert heard == ["third b", "first b", "first c"]


@pytest.mark.usefixtures("ears")
def test_an_answer_that_builds_a_page_disturbs_nobody(
    qtbot: QtBot, field: QLineEdit, heard: list[str]
) -> None:
    job: Job[str] = Job()
    job.done.connect(field.setText)
    job.done.connect(lambda _text: QCoreApplication.sendEvent(field, key("x")))
    with qtbot.waitSignal(job.finished):
        job.run(lambda _control: "built")
    assert field.text() == "builtx"
    assert not heard
    QTest.keyClick(field, Qt.Key.Key_A)
    assert heard == ["second a", "first a"]


def test_only_the_program_runs_an_event_loop() -> None:
    found = {
        f"{path.relative_to(UI)}:{node.lineno} {node.func.attr}"
        for path in UI.rglob("*.py")
        if path.name not in OWNERS
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in LOOPS
    }
    assert not found, "keys that come in a loop of one's own would not reach the scan line"
