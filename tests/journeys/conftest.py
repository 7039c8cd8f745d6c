"""The real window for journeys: open, locked, in Finnish, with a seal and a seller."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from journeys.hands import Hands
from journeys.street import Street, open_street
from serkut_desk.ui import theme
from ui.window_kit import Window, begin_anew

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    """The real window over a real desk, in its own dress."""
    if not qapp.styleSheet():
        theme.apply(qapp)
    made = Window(qapp, qtbot, tmp_path / "data", waits=False)
    # Pictures are looked at elsewhere: here only words and keys count, and paint takes long.
    made.shell.setUpdatesEnabled(False)
    yield made
    made.close()


@pytest.fixture(autouse=True)
def anew(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let a journey begin and end without other windows; most tests here have none at all."""
    application = request.getfixturevalue("qapp") if "window" in request.fixturenames else None
    if application is not None:
        begin_anew(application)
    yield
    if application is not None:
        begin_anew(application)


@pytest.fixture
def street(window: Window, tmp_path: Path) -> Street:
    """Short ways to prepare what a journey does not begin with."""
    return open_street(window.workshop, tmp_path / "stick")


@pytest.fixture
def hands(window: Window, street: Street) -> Hands:
    """The hands of those who work there."""
    del street
    window.shell.activateWindow()
    return Hands(window)
