"""The application in its own dress, and no thread or timer left behind by a test."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from serkut_desk.ui import theme
from ui import samples
from ui.window_kit import Window, begin_anew

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from serkut_desk.ui.shell.window import Shell


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[QApplication]:
    """The application with fonts and style sheet at 100 %."""
    if theme.scale() != 1.0 or not qapp.styleSheet():
        theme.apply(qapp)
    yield qapp
    if theme.scale() != 1.0:
        theme.apply(qapp)


@pytest.fixture(autouse=True)
def anew(qapp: QApplication) -> Iterator[None]:
    """Let each test begin with the literals and without windows, whatever ran before it."""
    begin_anew(qapp)
    yield
    begin_anew(qapp)


@pytest.fixture(autouse=True)
def no_leaks(qtbot: QtBot) -> Iterator[None]:
    """Fail a test that leaves a worker thread or a running timer."""
    del qtbot
    before = set(threading.enumerate())
    yield
    left = [
        thread.name
        for thread in set(threading.enumerate()) - before
        if thread.is_alive() and not isinstance(thread, threading._DummyThread)
    ]
    assert not left, f"worker threads left running: {left}"
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    running = [
        timer.objectName() or repr(timer.parent())
        for widget in application.topLevelWidgets()
        for timer in widget.findChildren(QTimer)
        if timer.isActive() and widget.isVisible()
    ]
    assert not running, f"timers left running: {running}"


@pytest.fixture
def shell(dressed: QApplication, qtbot: QtBot, tmp_path: Path, no_leaks: None) -> Iterator[Shell]:
    """A locked window with sample stations, shown."""
    del no_leaks
    made = samples.make_shell(dressed, tmp_path)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    yield made
    made.close()
    made._translations.use("en")


@pytest.fixture
def window(dressed: QApplication, qtbot: QtBot, tmp_path: Path, no_leaks: None) -> Iterator[Window]:
    """The real window over a real desk, open and locked."""
    del no_leaks
    made = Window(dressed, qtbot, tmp_path / "data", waits=False)
    yield made
    made.close()
