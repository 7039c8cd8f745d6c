"""Walks a screen as a screen reader and the Tab key do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator


def focusable(root: QWidget) -> Iterator[QWidget]:
    """Yield every visible, enabled widget under `root` that Tab should reach."""
    for widget in root.findChildren(QWidget):
        usable = widget.isVisibleTo(root) and widget.isEnabled() and widget.focusProxy() is None
        if usable and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget


def nameless(root: QWidget) -> list[str]:
    """Return the focusable widgets that a screen reader could not name."""
    found = []
    for widget in focusable(root):
        if isinstance(widget.parentWidget(), QAbstractScrollArea) and not widget.accessibleName():
            continue  # a viewport speaks through its area
        interface = QAccessible.queryAccessibleInterface(widget)
        if not interface.text(QAccessible.Text.Name).strip():
            found.append(f"{type(widget).__name__} {widget.property('part')}")
    return found


def tab_order(root: QWidget) -> list[QWidget]:
    """Return the widgets that Tab visits from the first on, each once."""
    visited: list[QWidget] = []
    now = root.nextInFocusChain()
    while now is not None and now is not root and now not in visited:
        visited.append(now)
        now = now.nextInFocusChain()
    wanted = set(focusable(root))
    return [widget for widget in visited if widget in wanted]


def check(root: QWidget) -> None:
    """Assert that everything focusable has a name and is reached by Tab."""
    assert not nameless(root), f"without accessible name: {nameless(root)}"
    unreached = set(focusable(root)) - set(tab_order(root))
    assert not unreached, f"Tab never comes to: {unreached}"
