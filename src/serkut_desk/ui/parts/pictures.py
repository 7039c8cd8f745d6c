"""Pictures for people who read little: drawn by ourselves, in `resources/icons/pictures`."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from serkut_desk.ui.icons import PICTURES, picture


class PictureName(StrEnum):
    """Every picture there is."""

    LAPTOP_UNDERSIDE = "laptop-underside"
    DESKTOP_BACK = "desktop-back"
    MONITOR_BACK = "monitor-back"
    PHONE_BACK = "phone-back"
    TABLET_BACK = "tablet-back"
    ALLINONE_BACK = "allinone-back"
    PRINTER_BACK = "printer-back"
    ROUTER_UNDERSIDE = "router-underside"
    OTHER_BACK = "other-back"
    NEW_LABEL = "new-label"
    SCANNER = "scanner"
    BADGE = "badge"
    BATTERY_SWOLLEN = "battery-swollen"
    BATTERY_LEAKING = "battery-leaking"
    FIRE_BOX = "fire-box"
    QUARANTINE_SHELF = "quarantine-shelf"
    BELONGINGS = "belongings"
    BELONGINGS_BOX = "belongings-box"
    GLASS_BROKEN = "glass-broken"
    GLASS_BIN = "glass-bin"
    HAND_STOP = "hand-stop"
    SHELF = "shelf"
    SUPERVISOR = "supervisor"
    DELIVERY = "delivery"
    CAGE_SEAL = "cage-seal"
    USB_REPORTS = "usb-reports"
    DISK = "disk"
    CERTIFICATE = "certificate"
    EMPTY_BOX = "empty-box"
    LOCK_BIOS = "lock-bios"
    LOCK_MDM = "lock-mdm"
    LOCK_STOLEN = "lock-stolen"
    REPAIR = "repair"
    TAKE_APART = "take-apart"
    INSTALL = "install"


class Picture(QWidget):
    """One picture; it shrinks where there is too little room and is never cut.

    Args:
        name: Which.
        words: What it shows, for a screen reader.
        width: Pixels at 100 %, when there is room.
        folder: Where it lies under `resources`: guides bring pictures of their own.
    """

    def __init__(
        self,
        name: PictureName | str,
        words: str,
        width: float = 360,
        parent: QWidget | None = None,
        *,
        folder: str = PICTURES,
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.show_picture(name, words, width)

    def show_picture(self, name: PictureName | str, words: str, width: float = 360) -> None:
        """Show another one."""
        self._name = name
        self._width = width
        self._hint = picture(name, width, self._folder).deviceIndependentSize().toSize()
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's own name
        """Return the wanted size."""
        return self._hint

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's own name
        """A third is still to be understood."""
        return self._hint / 3

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's own name
        """Paint it in the middle, as large as fits."""
        del event
        share = min(1.0, self.width() / self._hint.width(), self.height() / self._hint.height())
        drawn = picture(self._name, self._width * share, self._folder)
        size = drawn.deviceIndependentSize()
        left = (self.width() - size.width()) / 2
        top = (self.height() - size.height()) / 2
        painter = QPainter(self)
        painter.drawPixmap(QPointF(left, top), drawn)
        painter.end()
