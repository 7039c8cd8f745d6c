"""Views of which one is shown at a time."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget


def stacked(owner: QWidget, *views: QWidget) -> QStackedLayout:
    """Lay views over each other inside `owner`; the stack says which one is shown."""
    column = QVBoxLayout(owner)
    column.setContentsMargins(0, 0, 0, 0)
    inside = QWidget()
    stack = QStackedLayout(inside)
    for view in views:
        stack.addWidget(view)
    column.addWidget(inside)
    return stack
