"""The real window over a real desk with a clock that stands still."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt, QTranslator
from PySide6.QtTest import QTest

from kit import PIN, make_workshop
from serkut_desk.ui.desk_window.window import DeskWindow
from serkut_desk.ui.language import Translations
from serkut_desk.ui.preferences import Preferences

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

    from kit import Workshop
    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.first_start import FirstStart, Made


class KitDoors:
    """Opens a workshop that a test made."""

    def __init__(self, workshop: Workshop) -> None:
        self._workshop = workshop

    @contextmanager
    def open_desk(self, root: Path) -> Iterator[Desk]:
        del root
        yield self._workshop.desk

    def create_desk(self, root: Path, start: FirstStart) -> Made:
        raise AssertionError(root, start)


def begin_anew(application: QApplication) -> None:
    """Leave nothing of a test's windows to the next one: the application outlives them.

    No loop runs between two tests that would delete what was closed: every window that is left
    hears each key of the next test, and is dressed anew with it.
    """
    for translator in application.findChildren(QTranslator):
        application.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(QLocale("en"))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class Window:
    """The window and the hands of a test."""

    def __init__(
        self, application: QApplication, bot: QtBot, root: Path, *, waits: bool = True
    ) -> None:
        self.workshop = make_workshop(root, waits=waits)
        self.bot = bot
        doors = KitDoors(self.workshop)
        self.desk = DeskWindow(
            root, lambda: doors, Preferences(root), Translations(application), "1"
        )
        self.shell = self.desk.shell
        bot.addWidget(self.shell)
        self.shell.resize(1366, 768)
        self.shell.show()
        with bot.waitSignal(self.desk.opened):
            self.desk.open()
        self.settle()

    def settle(self) -> None:
        """Wait until nothing is under way any more."""
        self.bot.waitUntil(lambda: not self.desk.lane.waiting and not self.desk.free.waiting)

    def scan(self, text: str) -> None:
        """Scan as a scanner does: keys and Enter, wherever the focus is."""
        QTest.keyClicks(self._focus, text)
        QTest.keyClick(self._focus, Qt.Key.Key_Return)

    def press(self, key: Qt.Key) -> None:
        """Press a key."""
        QTest.keyClick(self._focus, key)

    @property
    def _focus(self) -> QWidget:
        focused: QWidget | None = self.shell.focusWidget()
        return self.shell if focused is None else focused

    def come(self, badge: str, pin: str | None = PIN) -> None:
        """Sign in with badge and PIN."""
        self.scan(badge)
        if pin is not None:
            lock = self.lock_pad
            self.bot.waitUntil(lambda: lock() is not None)
            self.scan(pin)
        self.bot.waitUntil(lambda: not self.shell.gate.is_locked)
        self.settle()

    def lock_pad(self) -> object | None:
        """Return the lock screen's PIN pad while it is shown."""
        screen = self.shell.gate.lock_screen
        return screen.pad if screen is not None and not screen.pad.isHidden() else None

    def speak(self, language: str) -> None:
        """Let everybody's language be this one: panels are made in it once, not made anew."""
        with self.workshop.desk.database.work() as work:
            for person in work.people.everybody():
                work.people.change(person.id, language=language)
            work.commit()

    def supervisor(self) -> None:
        """Sign the first supervisor in."""
        self.come(self.workshop.first.person)

    def maker(self) -> None:
        """Sign the maker in."""
        self.come(self.workshop.worker.person, pin=None)

    @property
    def notice(self) -> str:
        """What the banner says."""
        notice = self.shell.frame.notice
        return f"{notice.title} {notice.text}".strip() if notice else ""

    def close(self) -> None:
        """Close it as a person does."""
        self.shell.close()
        # The application outlives the window: the next test begins with the literals again.
        self.shell._translations.use("en")
        self.workshop.desk.database.close()
