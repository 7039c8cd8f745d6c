"""Walks a screen as a screen reader and the Tab key do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QLabel, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator


def focusable(root: QWidget) -> Iterator[QWidget]:
    """Yield every visible, enabled widget under `root` that Tab should reach."""
    for widget in root.findChildren(QWidget):
        usable = widget.isVisibleTo(root) and widget.isEnabled() and widget.focusProxy() is None
        if usable and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget


def spoken_name(widget: QWidget) -> str:
    """Return the name that Qt gives to screen readers, by Qt's own order.

    The accessible name, a button's words, else the label whose buddy it is. Asked of the widgets
    themselves: the accessible interfaces of tables do not outlive a change of their model.
    """
    if widget.accessibleName():
        return widget.accessibleName()
    if isinstance(widget, QAbstractButton):
        return widget.text()
    labels = widget.window().findChildren(QLabel)
    return next((label.text() for label in labels if label.buddy() is widget), "")


def nameless(root: QWidget) -> list[str]:
    """Return the focusable widgets that a screen reader could not name."""
    found = []
    for widget in focusable(root):
        if isinstance(widget.parentWidget(), QAbstractScrollArea) and not widget.accessibleName():
            continue  # a viewport speaks through its area
        if not spoken_name(widget).strip():
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
