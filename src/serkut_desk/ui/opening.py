"""Shows a finished file or its folder in the system's own program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from pathlib import Path


def open_path(path: Path) -> bool:
    """Open a file or folder; False where the system has nothing for it.

    Without a screen (tests, scripts) nothing is opened.
    """
    if QApplication.platformName() in {"offscreen", "minimal"}:
        return False
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
