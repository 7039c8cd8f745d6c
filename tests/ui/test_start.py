"""What is shown at the start: wizard, desk, or why the desk cannot be opened."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kit import make_workshop
from serkut_desk import bootstrap
from serkut_desk.records import lock
from serkut_desk.settings import DataFolder
from serkut_desk.ui.desk_window.trouble import TroubleCard
from serkut_desk.ui.start import Start
from ui import screens

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from serkut_desk.ui.desk_window.window import DeskWindow


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A data folder with a workshop that nobody has open."""
    made = make_workshop(tmp_path / "data")
    made.desk.database.close()
    return tmp_path / "data"


@pytest.fixture
def start(dressed: QApplication, qtbot: QtBot, root: Path, no_leaks: None) -> Iterator[Start]:
    """A start over it."""
    del no_leaks, qtbot
    made = Start(dressed, root, "fi", lambda: bootstrap)
    yield made
    if made.desk is not None:
        made.desk.shell.close()
        made.desk.shell.deleteLater()
    if made.wizard is not None:
        made.wizard.close()
        made.wizard.deleteLater()


def _closed(desk: DeskWindow) -> bool:
    return not desk.place.is_open


def test_the_desk_is_painted_locked_and_then_opened(start: Start, qtbot: QtBot) -> None:
    start.show()
    assert start.desk is not None
    assert start.desk.shell.isVisible()
    desk = start.desk
    assert _closed(desk)
    with qtbot.waitSignal(desk.opened):
        pass
    assert not _closed(desk)
    qtbot.waitUntil(lambda: not desk.lane.waiting)


def test_an_empty_folder_gets_the_wizard(
    dressed: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    start = Start(dressed, tmp_path / "new", "fi", lambda: bootstrap)
    start.show()
    assert start.wizard is not None
    assert start.desk is None
    qtbot.addWidget(start.wizard)
    start.wizard.close()


def test_another_process_with_the_folder_is_told_and_tried_again(
    start: Start, root: Path, qtbot: QtBot
) -> None:
    held = lock.hold(DataFolder(root).lock)
    start.show()
    desk = start.desk
    assert desk is not None
    qtbot.waitUntil(lambda: bool(desk.shell.findChildren(TroubleCard)))
    card = desk.shell.findChildren(TroubleCard)[0]
    screens.save(desk.shell, "desk-in-use", (1366, 768))
    assert "auki" in card.accessibleName()
    held.release()
    with qtbot.waitSignal(desk.opened):
        QTest.keyClick(desk.shell, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: not desk.lane.waiting)


def test_a_database_that_is_none_is_told(start: Start, root: Path, qtbot: QtBot) -> None:
    DataFolder(root).database.write_bytes(b"no database at all" * 100)
    for ending in ("-wal", "-shm"):
        beside = DataFolder(root).database
        beside.with_name(beside.name + ending).unlink(missing_ok=True)
    start.show()
    desk = start.desk
    assert desk is not None
    qtbot.waitUntil(lambda: bool(desk.shell.findChildren(TroubleCard)))
    assert not desk.place.is_open


def test_nothing_heavy_is_imported_before_the_window_is_painted() -> None:
    program = (
        "import sys; import serkut_desk.ui.start, serkut_desk.ui.desk_window.window;"
        "heavy = {'sqlalchemy', 'alembic', 'reportlab', 'pyhanko', 'cryptography', 'argon2',"
        " 'openpyxl', 'pypdfium2'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    found = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert found.stdout.strip() == "[]"
