"""The real window for journeys: open, locked, in Finnish, with a seal and a seller."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale, QTranslator

from journeys.hands import Hands
from journeys.street import Street, open_street
from serkut_desk.ui import theme
from ui.window_kit import Window

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
    made = Window(qapp, qtbot, tmp_path / "data")
    # Pictures are looked at elsewhere: here only words and keys count, and paint takes long.
    made.shell.setUpdatesEnabled(False)
    yield made
    made.close()
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(QLocale("en"))


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
