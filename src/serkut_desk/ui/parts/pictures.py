"""Pictures for people who read little: drawn by ourselves, in `resources/icons/pictures`."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from serkut_desk.ui.icons import picture


class PictureName(StrEnum):
    """Every picture there is."""

    LAPTOP_UNDERSIDE = "laptop-underside"
    NEW_LABEL = "new-label"
    SCANNER = "scanner"
    BADGE = "badge"
    BATTERY_SWOLLEN = "battery-swollen"
    FIRE_BOX = "fire-box"
    HAND_STOP = "hand-stop"
    SHELF = "shelf"
    SUPERVISOR = "supervisor"
    DELIVERY = "delivery"
    USB_REPORTS = "usb-reports"
    DISK = "disk"
    CERTIFICATE = "certificate"
    EMPTY_BOX = "empty-box"


class Picture(QLabel):
    """One picture.

    Args:
        name: Which.
        words: What it shows, for a screen reader.
        width: Pixels at 100 %.
    """

    def __init__(
        self, name: PictureName, words: str, width: float = 360, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.show_picture(name, words, width)

    def show_picture(self, name: PictureName, words: str, width: float = 360) -> None:
        """Show another one."""
        self.setPixmap(picture(name, width))
        self.setAccessibleName(words)
