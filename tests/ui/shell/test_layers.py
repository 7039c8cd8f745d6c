"""Cards over cards: a scan or a PIN never ends in a field that is left or covered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from serkut_desk.ui.forms import TextField
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.asking import AskCard, PinCard
from serkut_desk.ui.parts.form_card import FormCard
from serkut_desk.ui.theme import Tone
from ui.samples import SUPERVISOR

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from serkut_desk.ui.shell.window import Shell


class ScanForm(FormCard):
    """A form that also takes scans, such as the badge of who did it."""

    def __init__(self, shell: Shell) -> None:
        self.version = TextField("Version")
        super().__init__(shell, "Record", {"version": self.version}, send="Record")
        self.scans: list[str] = []

    def scanned(self, text: str) -> None:
        """Take one scan."""
        self.scans.append(text)


def scan(shell: Shell, text: str) -> None:
    for character in text:
        QTest.keyClicks(QApplication.focusWidget() or shell, character)
    QTest.keyClick(QApplication.focusWidget() or shell, Qt.Key.Key_Return)


def writing(shell: Shell, bot: QtBot) -> ScanForm:
    """Lay a form and put the cursor into its field."""
    shell.set_person(SUPERVISOR)
    shell.activateWindow()
    card = ScanForm(shell)
    shell.lay(card)
    card.start()
    bot.waitUntil(card.version.edit.hasFocus)
    return card


def test_enter_ends_the_field_of_a_card_and_the_next_scan_is_a_scan(
    shell: Shell, qtbot: QtBot
) -> None:
    card = writing(shell, qtbot)
    scan(shell, "9.65")
    assert not card.version.edit.hasFocus()
    scan(shell, "HK0000000208")
    assert card.version.text == "9.65"
    assert card.scans == ["HK0000000208"]
    assert not shell.frame.line.edit.text(), "a badge opens the desk: nobody reads it there"


def test_a_pin_over_a_card_is_not_written_into_its_field(shell: Shell, qtbot: QtBot) -> None:
    card = writing(shell, qtbot)
    QTest.keyClicks(card.version.edit, "9.65")
    asking = PinCard(shell, "PIN?")
    pins: list[str] = []
    asking.entered.connect(pins.append)
    shell.lay(asking)
    scan(shell, "4711")
    assert pins == ["4711"]
    assert card.version.text == "9.65"
    asking.close_overlay()
    assert card.isEnabled()
    card.start()
    assert card.version.edit.hasFocus()


def test_a_scan_that_a_card_does_not_take_is_told(shell: Shell, qtbot: QtBot) -> None:
    shell.set_person(SUPERVISOR)
    card = AskCard(shell, "Really?", (), (Action("No", lambda: None, key="F9"),))
    shell.lay(card)
    heard: list[object] = []
    card.heard.connect(heard.append)
    qtbot.waitExposed(shell)
    scan(shell, "SD0000000195")
    assert heard == [Tone.ATTENTION]
    said = [one.text() for one in card.findChildren(QLabel) if one.isVisibleTo(card)]
    assert any("SD 1 was not taken" in text for text in said)


def test_a_pin_lies_over_a_card_of_the_window_that_holds_the_shell(
    shell: Shell, qtbot: QtBot
) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    QVBoxLayout(host).addWidget(shell)
    host.resize(1366, 768)
    host.show()
    shell.set_person(SUPERVISOR)
    # A panel's card names the window it is in; a PIN, STOP or search names the shell.
    card = FormCard(shell.window(), "Sign", {"passphrase": TextField("Passphrase")}, send="Sign")
    shell.lay(card)
    shell.lay(PinCard(shell, "T01"))
    beside = [one for one in shell.children() if isinstance(one, QWidget)]
    assert isinstance(beside[-1], PinCard), "the last child is painted over the others"
    assert beside[-2] is card
    shell.resize(1200, 700)
    assert card.geometry() == shell.rect()
    shell.setParent(None)
