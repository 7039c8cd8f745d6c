"""Pictures of screens, for people's eyes: `build/screens/<name>-<width>x<height>.png`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

FOLDER = Path(__file__).resolve().parents[2] / "build" / "screens"
_QUICKLY = 80
"""How hard a picture is packed; a little larger, in two thirds of the time."""
SIZES = ((1366, 768), (1920, 1080))


def save(widget: QWidget, name: str, size: tuple[int, int]) -> Path:
    """Show `widget` at `size`, save its picture and return where it is.

    Raises:
        AssertionError: The picture could not be written.
    """
    widget.resize(*size)
    widget.show()
    # What was added to a shown window is shown and laid out by posted events; a grab waits for
    # none, and laying out posts more.
    for _ in range(8):
        QCoreApplication.sendPostedEvents()
    picture = widget.grab()
    FOLDER.mkdir(parents=True, exist_ok=True)
    path = FOLDER / f"{name}-{size[0]}x{size[1]}.png"
    assert picture.save(str(path), "PNG", _QUICKLY)
    return path
