"""The application in its own dress, and no thread or timer left behind by a test."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from serkut_desk.ui import theme
from ui import samples
from ui.window_kit import Window

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


def _speak_literals(qapp: QApplication) -> None:
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(QLocale("en"))


@pytest.fixture(autouse=True)
def literals(qapp: QApplication) -> Iterator[None]:
    """Let the next test begin with the literals, whatever language this one ended in."""
    # A test elsewhere may have left a window in its language as well.
    _speak_literals(qapp)
    yield
    _speak_literals(qapp)
    # No loop runs between two tests that would delete what was closed: every window that is left
    # hears each key of the next test, and is dressed anew with it.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


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
    made = Window(dressed, qtbot, tmp_path / "data")
    yield made
    made.close()
