"""The wiping stick from the window: asked where, written, said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from serkut_desk.ui.file_chooser import FileChooser
from serkut_desk.ui.stations.upkeep.panel import UpkeepPanel
from serkut_desk.ui.stations.upkeep.stick import StickSection
from ui import screens

if TYPE_CHECKING:
    from pathlib import Path

    from ui.window_kit import Window


def test_the_kit_is_written_where_a_supervisor_says(window: Window, tmp_path: Path) -> None:
    window.supervisor()
    window.shell.open("upkeep")
    panel = window.shell.panel
    assert isinstance(panel, UpkeepPanel)
    panel.choose("stick")
    window.settle()
    section = panel.section
    assert isinstance(section, StickSection)
    for size in reversed(screens.SIZES):
        screens.save(window.shell, "upkeep-stick", size)
    window.press(Qt.Key.Key_F6)
    (chooser,) = section.findChildren(FileChooser)
    chooser.fileSelected.emit(str(tmp_path))
    chooser.close()
    window.settle()
    assert "class=confidential" in (tmp_path / "serkut" / "policy.txt").read_text()
    assert (tmp_path / "serkut" / "serkut-wipe").exists()
