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
from serkut_desk.domain.permissions import Role
from serkut_desk.records import lock
from serkut_desk.settings import DataFolder
from serkut_desk.ui.desk_window.trouble import TroubleCard
from serkut_desk.ui.doors import DemoWorkshop
from serkut_desk.ui.start import Start
from ui import screens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
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
    made.host.close()
    made.host.deleteLater()


def _desk(start: Start, qtbot: QtBot) -> DeskWindow:
    """Return the desk as soon as it is there."""
    if not start.host.isVisible():
        start.show()
    qtbot.waitUntil(lambda: start.desk is not None)
    assert start.desk is not None
    return start.desk


def test_the_window_is_painted_before_the_desk_is_there(start: Start, qtbot: QtBot) -> None:
    start.show()
    assert start.host.isVisible()
    assert start.host.face is not None
    desk = _desk(start, qtbot)
    qtbot.waitUntil(lambda: desk.place.is_open)
    qtbot.waitUntil(lambda: not desk.lane.waiting)


def test_keys_before_the_desk_is_there_are_not_lost(start: Start, qtbot: QtBot, root: Path) -> None:
    with bootstrap.open_desk(root) as opened, opened.database.reading() as work:
        badge = next(one.code for one in work.people.all() if one.role is Role.WORKER)
    start.show()
    QTest.keyClicks(start.host, badge)
    QTest.keyClick(start.host, Qt.Key.Key_Return)
    QTest.keyClick(start.host, Qt.Key.Key_Return)
    assert start.host.face is not None
    assert start.host.face.scans == [badge]
    qtbot.waitUntil(lambda: start.desk is not None and start.desk.shell.person is not None)
    desk = start.desk
    assert desk is not None
    assert desk.shell.person is not None
    assert desk.shell.person.code == badge
    qtbot.waitUntil(lambda: not desk.lane.waiting and not desk.free.waiting)


def test_an_empty_folder_gets_the_wizard(
    dressed: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    start = Start(dressed, tmp_path / "new", "fi", lambda: bootstrap)
    qtbot.addWidget(start.host)
    start.show()
    qtbot.waitUntil(lambda: start.wizard is not None)
    assert start.desk is None
    start.host.close()


def test_another_process_with_the_folder_is_told_and_tried_again(
    start: Start, root: Path, qtbot: QtBot
) -> None:
    held = lock.hold(DataFolder(root).lock)
    desk = _desk(start, qtbot)
    qtbot.waitUntil(lambda: bool(desk.shell.findChildren(TroubleCard)))
    card = desk.shell.findChildren(TroubleCard)[0]
    screens.save(desk.shell, "desk-in-use", (1366, 768))
    assert "auki" in card.accessibleName()
    held.release()
    with qtbot.waitSignal(desk.opened):
        QTest.keyClick(start.host, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: not desk.lane.waiting)


def test_a_database_that_is_none_is_told(start: Start, root: Path, qtbot: QtBot) -> None:
    DataFolder(root).database.write_bytes(b"no database at all" * 100)
    for ending in ("-wal", "-shm"):
        beside = DataFolder(root).database
        beside.with_name(beside.name + ending).unlink(missing_ok=True)
    desk = _desk(start, qtbot)
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


def test_a_demo_is_opened_in_the_place_of_the_wizard(
    dressed: QApplication, tmp_path: Path, root: Path, qtbot: QtBot, no_leaks: None
) -> None:
    del no_leaks

    made = root

    def play(root: Path, language: str, tell: Callable[[str], None]) -> DemoWorkshop:
        tell(f"{root.name} {language}")
        return DemoWorkshop(made, "HK0000000111", "HK0000000305", "4711")

    start = Start(dressed, tmp_path / "new", "fi", lambda: bootstrap, play)
    start.show()
    qtbot.waitUntil(lambda: start.wizard is not None)
    wizard = start.wizard
    assert wizard is not None
    QTest.keyClick(wizard, Qt.Key.Key_F6)
    qtbot.waitUntil(lambda: wizard.demo.isVisible() and not wizard.busy)
    QTest.keyClick(wizard, Qt.Key.Key_F10)
    qtbot.waitUntil(lambda: start.desk is not None and start.desk.place.is_open)
    desk = start.desk
    assert desk is not None
    qtbot.waitUntil(lambda: not desk.lane.waiting and not desk.free.waiting)
    assert not (tmp_path / "new").exists()
    start.host.close()
    start.host.deleteLater()
