"""Components are drawn in both sizes and can be read by a screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ui import gallery, screens, walk

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize("size", screens.SIZES)
def test_all_components_are_drawn(
    dressed: QApplication, qtbot: QtBot, size: tuple[int, int]
) -> None:
    shown = gallery.gallery()
    qtbot.addWidget(shown)
    assert screens.save(shown, "gallery", size).exists()
    walk.check(shown)
    del dressed


def test_all_pictures_are_drawn(dressed: QApplication, qtbot: QtBot) -> None:
    shown = gallery.pictures()
    qtbot.addWidget(shown)
    assert screens.save(shown, "pictures", (1366, 768)).exists()
    del dressed
