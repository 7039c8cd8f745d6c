"""Outline icons and pictures, tinted and sharp at every scale."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QLabel, QWidget

from serkut_desk import shipped
from serkut_desk.ui import theme


@lru_cache(maxsize=512)
def _drawn(folder: str, name: str, tint: str, width: int, ratio: float) -> QPixmap:
    source = shipped.resource(*folder.split("/"), f"{name}.svg").read_bytes()
    renderer = QSvgRenderer(QByteArray(source.replace(b"currentColor", tint.encode())))
    natural = renderer.defaultSize()
    height = round(width * natural.height() / natural.width())
    picture = QPixmap(round(width * ratio), round(height * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer.render(painter, QRectF(0, 0, width, height))
    painter.end()
    return picture


def _ratio() -> float:
    screen = QGuiApplication.primaryScreen()
    return screen.devicePixelRatio()


def pixmap(name: str, tint: str, size: float = 20) -> QPixmap:
    """Return an icon of `resources/icons` in colour `tint` (`#rrggbb`), `size` px at 100 %."""
    return _drawn("icons", name, tint, theme.px(size), _ratio())


PICTURES = "icons/pictures"


def picture(name: str, width: float, folder: str = PICTURES) -> QPixmap:
    """Return a picture of a folder under `resources`, `width` px at 100 %."""
    return _drawn(folder, name, theme.COLOURS["ink"], theme.px(width), _ratio())


def icon(name: str, tint: str, off_tint: str | None = None, size: float = 20) -> QIcon:
    """Return a button's icon, with `off_tint` when the button is disabled."""
    made = QIcon(pixmap(name, tint, size))
    made.addPixmap(pixmap(name, off_tint or theme.COLOURS["disabled"], size), QIcon.Mode.Disabled)
    return made


class IconLabel(QLabel):
    """A sign beside a word. It says nothing to a screen reader: the word does."""

    def __init__(
        self, name: str, tint: str, size: float = 20, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.set_icon(name, tint, size)

    def set_icon(self, name: str, tint: str, size: float = 20) -> None:
        """Show another sign."""
        self.setPixmap(pixmap(name, tint, size))
        self.setFixedSize(theme.px(size), theme.px(size))
