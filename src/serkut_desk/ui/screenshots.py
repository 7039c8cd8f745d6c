"""Takes pictures of every screen without a display: the real window over a real data folder."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QTimer, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from serkut_desk.ui import theme
from serkut_desk.ui.desk_window.window import DeskWindow
from serkut_desk.ui.language import Translations
from serkut_desk.ui.preferences import Preferences

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from serkut_desk.ui.doors import Doors

SIZE = (1366, 768)
_LOOK_EVERY_MS = 10
# Lanes that stay empty for this many looks have nothing more to bring.
_QUIET_LOOKS = 4
_LONGEST_MS = 8000


def _say_nothing(*_message: object) -> None:
    """Drop what the platform without a display says about itself."""


class Camera:
    """A window that nobody sees.

    Args:
        data: The data folder.
        folder: Gets the pictures.
        find_doors: Gives what opens the workshop.
        language: Of the window.
    """

    def __init__(
        self, data: Path, folder: Path, find_doors: Callable[[], Doors], language: str
    ) -> None:
        found = QApplication.instance() or QApplication(sys.argv[:1])
        assert isinstance(found, QApplication)
        # Held here: without the application no window could be painted.
        self._application = found
        self._folder = folder
        preferences = Preferences(data)
        translations = Translations(found)
        translations.use(language)
        theme.apply(found, preferences.scale)
        self._window = DeskWindow(data, find_doors, preferences, translations, "1")
        self._taken: list[Path] = []

    def take(
        self,
        badges: tuple[str, ...],
        pin: str,
        scans: Mapping[str, str],
        closer: Mapping[str, str],
    ) -> list[Path]:
        """Let each person in and take every station that is theirs; return the pictures.

        Args:
            badges: Codes, one person after the other.
            pin: Of those who are asked for one.
            scans: What is scanned at a station before its picture, by its key.
            closer: What is scanned there for another picture, likewise.
        """
        quiet = qInstallMessageHandler(_say_nothing)
        try:
            return self._take(badges, pin, scans, closer)
        finally:
            qInstallMessageHandler(quiet)

    def _take(
        self,
        badges: tuple[str, ...],
        pin: str,
        scans: Mapping[str, str],
        closer: Mapping[str, str],
    ) -> list[Path]:
        self._folder.mkdir(parents=True, exist_ok=True)
        window = self._window
        window.shell.resize(*SIZE)
        window.shell.show()
        window.open()
        self._settle()
        self._save("lock")
        for number, badge in enumerate(badges, start=1):
            self._enter(badge, pin)
            person = window.shell.person
            for station in person.stations if person is not None else ():
                window.shell.open(station)
                self._settle()
                if station in scans:
                    window.shell.go(station, scans[station])
                    self._settle()
                self._save(f"{number}-{station}")
                if station in closer:
                    window.shell.go(station, closer[station])
                    self._settle()
                    self._save(f"{number}-{station}-closer")
        window.shell.close()
        self._settle()
        return self._taken

    def _enter(self, badge: str, pin: str) -> None:
        window = self._window
        window.sign_in.badge(badge)
        self._settle()
        if window.shell.gate.is_locked:
            window.sign_in.pin(pin)
            self._settle()

    def _save(self, name: str) -> None:
        path = self._folder / f"{name}.png"
        if self._window.shell.grab().save(str(path)):
            self._taken.append(path)

    def _settle(self) -> None:
        """Let the window work until its lanes have been empty for a while."""
        loop, looks, longest = QEventLoop(), QTimer(), QTimer()
        quiet = 0

        def look() -> None:
            nonlocal quiet
            waiting = self._window.lane.waiting + self._window.free.waiting
            quiet = 0 if waiting else quiet + 1
            if quiet >= _QUIET_LOOKS:
                loop.quit()

        looks.timeout.connect(look)
        looks.start(_LOOK_EVERY_MS)
        longest.timeout.connect(loop.quit)
        longest.start(_LONGEST_MS)
        loop.exec()
        looks.stop()
        longest.stop()
