"""Opens the window: paints it first, then imports and opens what is heavy.

The first window takes keys as soon as it is painted; scans are kept until the desk is there.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from serkut_desk import settings
from serkut_desk.ui import theme
from serkut_desk.ui.host import Host
from serkut_desk.ui.language import Translations
from serkut_desk.ui.preferences import Preferences

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from serkut_desk.ui.desk_window.window import DeskWindow
    from serkut_desk.ui.doors import Doors, PlayDemo
    from serkut_desk.ui.wizard.window import Wizard

_SIZE = (1366, 768)


class Start:
    """One run of the window: the first-start wizard where there is no workshop, then the desk.

    Args:
        application: Already made.
        root: The data folder.
        language: Of the window until a person's own; "" for what was used last.
        find_doors: Gives what opens workshops; imported only after the window is painted.
        play_demo: Makes a workshop to look at, for the wizard.
    """

    def __init__(
        self,
        application: QApplication,
        root: Path,
        language: str,
        find_doors: Callable[[], Doors],
        play_demo: PlayDemo | None = None,
    ) -> None:
        self._root = root
        self._find_doors = find_doors
        self._play_demo = play_demo
        self._preferences = Preferences(root)
        self._translations = Translations(application)
        self._translations.use(language or self._preferences.language)
        theme.use(self._preferences.palette)
        theme.apply(application, self._preferences.scale)
        self.host = Host()
        self.desk: DeskWindow | None = None
        self.wizard: Wizard | None = None

    def show(self) -> None:
        """Paint the window; what belongs inside follows in the next turn of the loop."""
        self.host.resize(theme.px(_SIZE[0]), theme.px(_SIZE[1]))
        self.host.showMaximized()
        # The first turn paints, the second imports.
        QTimer.singleShot(0, self._painted)

    def _painted(self) -> None:
        self.host.repaint()
        QTimer.singleShot(0, self._fill)

    def _fill(self) -> None:
        if settings.DataFolder(self._root).database.exists():
            self._show_desk()
        else:
            self._show_wizard()

    def _show_desk(self) -> None:
        from serkut_desk.ui.desk_window.window import DeskWindow  # noqa: PLC0415 - after first paint

        self.desk = DeskWindow(
            self._root,
            self._find_doors,
            self._preferences,
            self._translations,
            settings.workstation(),
        )
        self.desk.closed.connect(self.host.close)
        face = self.host.face
        self.host.show_content(self.desk.shell)
        self.desk.open()
        if face is not None:
            # In the lane these come after opening.
            line = self.desk.shell.frame.line
            for scan in face.scans:
                line.add(scan)
                line.end()
            line.add(face.begun)

    def _show_wizard(self) -> None:
        from serkut_desk.ui.wizard.window import Wizard  # noqa: PLC0415 - once in a lifetime

        self.wizard = Wizard(self._root, self._find_doors, self._translations, self._play_demo)
        self.wizard.finished.connect(self._wizard_finished)
        self.wizard.demo_wanted.connect(self._demo_wanted)
        self.host.show_content(self.wizard)
        self.wizard.begin()

    def _demo_wanted(self, data: Path) -> None:
        self._root = data
        self._preferences = Preferences(data)
        self._wizard_finished()

    def _wizard_finished(self) -> None:
        if self.wizard is not None:
            self.wizard.close()
            self.wizard = None
        self._show_desk()


def run(
    data: Path | None,
    language: str,
    find_doors: Callable[[], Doors],
    play_demo: PlayDemo | None = None,
) -> int:
    """Show the window until it is closed.

    Args:
        data: The data folder, None for the platform's own.
        language: Two letters, "" for what was used last at this desk.
        find_doors: Gives what opens workshops.
        play_demo: As `Start`.

    Returns:
        The process's exit status.
    """
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName("Serkut Desk")
    root = data or settings.default_data_folder()
    start = Start(application, root, language, find_doors, play_demo)
    start.show()
    return application.exec()
