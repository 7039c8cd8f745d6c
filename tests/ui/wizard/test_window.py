"""The first start by keyboard only, over a real data folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from serkut_desk import bootstrap
from serkut_desk.ui.doors import DemoWorkshop
from serkut_desk.ui.language import Translations
from serkut_desk.ui.wizard.data_class import DataClassPage
from serkut_desk.ui.wizard.pages import BackupPage, FlashPage, SecondPage
from serkut_desk.ui.wizard.window import Wizard
from ui import screens, walk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot


@pytest.fixture
def wizard(dressed: QApplication, qtbot: QtBot, tmp_path: Path, no_leaks: None) -> Iterator[Wizard]:
    """The wizard over a folder that does not exist yet."""
    del no_leaks
    made = Wizard(tmp_path / "data", lambda: bootstrap, Translations(dressed))
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()


def _focus(wizard: Wizard) -> QWidget:
    focused: QWidget | None = wizard.focusWidget()
    return wizard if focused is None else focused


def _type(wizard: Wizard, *words: str) -> None:
    """Write into one field after the other; Enter goes to the next."""
    for word in words:
        if word:
            QTest.keyClicks(_focus(wizard), word)
        QTest.keyClick(_focus(wizard), Qt.Key.Key_Return)


def _press(wizard: Wizard, key: Qt.Key) -> None:
    QTest.keyClick(_focus(wizard), key)


def _supervisor(wizard: Wizard, display: str, pin: str = "4711") -> None:
    _type(wizard, display, "", "Invented Name", "vastaava", pin, pin)


def _wait(wizard: Wizard, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not wizard.busy, timeout=20_000)


def test_a_workshop_is_made_by_keyboard(wizard: Wizard, qtbot: QtBot, tmp_path: Path) -> None:
    _type(wizard, "Digipaja")
    _press(wizard, Qt.Key.Key_F10)
    _supervisor(wizard, "TJ1")
    _press(wizard, Qt.Key.Key_F10)
    page = wizard.page
    assert isinstance(page, SecondPage)
    _supervisor(wizard, "TJ2", "2468")
    _press(wizard, Qt.Key.Key_F10)
    data = wizard.page
    assert isinstance(data, DataClassPage)
    data.data_class.choose("ordinary")
    data.data_class.chosen.emit("ordinary")
    _press(wizard, Qt.Key.Key_F10)
    assert wizard.problem
    data.reference.set_text("HEL 2026-000001")
    _press(wizard, Qt.Key.Key_F10)
    flash = wizard.page
    assert isinstance(flash, FlashPage)
    _press(wizard, Qt.Key.Key_F10)
    last = wizard.page
    assert isinstance(last, BackupPage)
    QTest.keyClicks(_focus(wizard), str(tmp_path / "second"))
    _press(wizard, Qt.Key.Key_F10)
    _wait(wizard, qtbot)
    # The same disk is said once; going on means it is meant so.
    assert not last.note.isHidden()
    _press(wizard, Qt.Key.Key_F10)
    _wait(wizard, qtbot)
    assert wizard.page is wizard.finish
    _press(wizard, Qt.Key.Key_F6)
    _wait(wizard, qtbot)
    assert (tmp_path / "data" / "papers" / "badges" / "badges-all.pdf").exists()
    words = "kolme omenaa ja kova talvi"
    wizard.finish.passphrase.setFocus()
    _type(wizard, words, words)
    _press(wizard, Qt.Key.Key_F8)
    _wait(wizard, qtbot)
    assert list((tmp_path / "data" / "keys").glob("*.pub.pem"))
    # The passphrase's field is gone: keys must reach what is still there.
    assert wizard.focusWidget() is wizard
    with qtbot.waitSignal(wizard.finished):
        _press(wizard, Qt.Key.Key_F10)
    with bootstrap.open_desk(tmp_path / "data") as desk, desk.database.reading() as work:
        assert [one.display for one in work.people.all()] == ["TJ1", "TJ2"]
        assert work.house.get("workshop") == {"name": "Digipaja"}
        decided = {"class": "ordinary", "reference": "HEL 2026-000001"}
        assert work.house.get("data_class") == decided
        assert work.house.get("backup_folder") == str(tmp_path / "second")


def test_nothing_goes_on_while_something_is_missing(wizard: Wizard) -> None:
    _press(wizard, Qt.Key.Key_F10)
    assert wizard.problem
    _type(wizard, "Digipaja")
    _press(wizard, Qt.Key.Key_F10)
    _type(wizard, "TJ1", "", "Invented Name", "vastaava", "1111", "1111")
    _press(wizard, Qt.Key.Key_F10)
    assert wizard.problem
    assert wizard.page is wizard.pages[1]
    _press(wizard, Qt.Key.Key_F9)
    assert wizard.page is wizard.pages[0]


def test_enter_never_makes_anything(wizard: Wizard, tmp_path: Path) -> None:
    for _ in range(30):
        QTest.keyClick(_focus(wizard), Qt.Key.Key_Return)
    assert wizard.page is wizard.pages[0]
    assert not (tmp_path / "data").exists()


def test_a_decision_needs_its_document(wizard: Wizard) -> None:
    page = wizard.pages[4]
    assert isinstance(page, FlashPage)
    page.decision.choose("strict")
    assert page.problem()
    page.reference.set_text("HEL 2026-004711")
    page.day.set_text("21.11.2026")
    assert page.problem() == ""
    page.tell(wizard.told)
    assert wizard.told.day is not None
    assert wizard.told.day.isoformat() == "2026-11-21"


def test_one_supervisor_is_told_what_cannot_be_done(wizard: Wizard) -> None:
    page = wizard.pages[2]
    assert isinstance(page, SecondPage)
    assert page.wanted is not None
    page.wanted.choose("later")
    page.wanted.chosen.emit("later")
    assert not page.alone.isHidden()
    assert page.problem() == ""
    page.tell(wizard.told)
    assert wizard.told.second is None


def test_a_folder_that_is_no_second_place_is_refused(
    wizard: Wizard, qtbot: QtBot, tmp_path: Path
) -> None:
    wizard._at = 5
    wizard._show()
    page = wizard.page
    assert isinstance(page, BackupPage)
    page.folder.set_text(str(tmp_path / "data" / "inside"))
    _press(wizard, Qt.Key.Key_F10)
    _wait(wizard, qtbot)
    assert wizard.problem
    assert wizard.page is page


@pytest.mark.parametrize("size", screens.SIZES)
def test_every_step_is_drawn_and_can_be_read(wizard: Wizard, size: tuple[int, int]) -> None:
    for at, _page in enumerate(wizard.pages):
        wizard._at = at
        wizard._show()
        screens.save(wizard, f"wizard-{at + 1}", size)
        walk.check(wizard)
    second = wizard.pages[2]
    assert isinstance(second, SecondPage)
    second._wanted_changed("later")
    wizard._at = 2
    wizard._show()
    screens.save(wizard, "wizard-3-alone", size)
    wizard._made = True
    wizard._show()
    screens.save(wizard, "wizard-7-ready", size)
    walk.check(wizard)
    wizard._made = False


def _play(root: Path, language: str, tell: Callable[[str], None]) -> DemoWorkshop:
    tell(f"Maanantai ({language})")
    return DemoWorkshop(root.with_name("demo"), "HK0000000111", "HK0000000208", "4711")


@pytest.fixture
def offering(dressed: QApplication, qtbot: QtBot, tmp_path: Path, no_leaks: None) -> Wizard:
    """A wizard that offers a demo."""
    del no_leaks
    made = Wizard(tmp_path / "data", lambda: bootstrap, Translations(dressed), _play)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_a_demo_is_played_beside_the_real_folder(
    offering: Wizard, qtbot: QtBot, tmp_path: Path
) -> None:
    _press(offering, Qt.Key.Key_F6)
    _wait(offering, qtbot)
    assert offering.page is offering.demo
    assert "HK0000000111" in offering.demo.badges.text()
    screens.save(offering, "wizard-demo", (1366, 768))
    walk.check(offering)
    with qtbot.waitSignal(offering.demo_wanted) as wanted:
        _press(offering, Qt.Key.Key_F10)
    assert wanted.args == [tmp_path / "demo"]
    assert not (tmp_path / "data").exists()
    offering.close()


def test_from_the_demo_one_comes_back_to_the_first_question(offering: Wizard, qtbot: QtBot) -> None:
    screens.save(offering, "wizard-1-demo-offered", (1366, 768))
    walk.check(offering)
    _press(offering, Qt.Key.Key_F6)
    _wait(offering, qtbot)
    _press(offering, Qt.Key.Key_F9)
    assert offering.page is offering.pages[0]
    offering.close()


def test_without_a_player_no_demo_is_offered(wizard: Wizard) -> None:
    _press(wizard, Qt.Key.Key_F6)
    assert wizard.page is wizard.pages[0]
