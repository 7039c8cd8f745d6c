"""The keys that go up and down: they move in the open panel's list, wherever the focus is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QWidget,
)

from serkut_desk.ui.keys import OPENS_BY_ENTER
from serkut_desk.ui.parts.data_table import DataTable

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_OWN_KEYS = (QAbstractItemView, QComboBox, QAbstractSpinBox, QAbstractSlider)


def move_in_list(panel: QWidget | None, event: QKeyEvent) -> bool:
    """Give the key to the panel's first list; False leaves it to what has the focus."""
    focus = QApplication.focusWidget()
    if panel is None or (focus is not None and _needs_them(focus, panel)):
        return False
    for table in panel.findChildren(DataTable):
        if table.waits_for_keys:
            table.setFocus(Qt.FocusReason.OtherFocusReason)
            table.keyPressEvent(event)
            return True
    return False


def _needs_them(focus: QWidget, panel: QWidget) -> bool:
    """Tell whether these keys mean something to what has the focus."""
    if isinstance(focus, _OWN_KEYS):
        return True
    if isinstance(focus, QAbstractButton):
        # Tiles and stations stand below each other; all other buttons stand in a row.
        return bool(focus.property(OPENS_BY_ENTER)) or focus.property("part") == "station"
    if isinstance(focus, QAbstractScrollArea) and not focus.isAncestorOf(panel):
        return focus.verticalScrollBar().maximum() > 0
    return False
