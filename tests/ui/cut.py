"""Finds what a person could not read: labels and buttons that are cut, on any screen.

A label must have the room that its words need, a button the room that it asks for, and neither may
reach out of what shows it, unless that can be scrolled to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QCheckBox, QLabel, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator

_SLACK = 1  # px that rounding of a scaled font may cost


def cut(root: QWidget) -> list[str]:
    """Return what is cut under `root`, in words."""
    found: list[str] = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisibleTo(root) or not widget.isVisible():
            continue
        if isinstance(widget, QLabel) and widget.text():
            found += _label(widget)
        elif isinstance(widget, QAbstractButton) and not isinstance(widget, QCheckBox):
            found += _button(widget)
        else:
            continue
        found += _outside(widget, root)
    return found


def check(root: QWidget) -> None:
    """Assert that nothing under `root` is cut."""
    wrong = cut(root)
    assert not wrong, "cut: " + "; ".join(wrong)


def _label(widget: QLabel) -> Iterator[str]:
    inside = widget.contentsRect()
    if widget.wordWrap():
        needed = widget.heightForWidth(widget.width())
        if needed > widget.height() + _SLACK:
            yield f"{widget.text()!r} needs height {needed}, has {widget.height()}"
        words = _plain(widget).split()
        widest = max((widget.fontMetrics().horizontalAdvance(word) for word in words), default=0)
        if widest > inside.width() + _SLACK:
            yield f"{widget.text()!r} has a word of {widest} in {inside.width()}"
    else:
        lines = _plain(widget).splitlines() or [""]
        widest = max(widget.fontMetrics().horizontalAdvance(line) for line in lines)
        if widest > inside.width() + _SLACK:
            yield f"{widget.text()!r} needs width {widest}, has {inside.width()}"
        height = widget.fontMetrics().height() * len(lines)
        # A figure has no descenders: its line may be a little lower than the font's.
        if height * 0.8 > widget.height() + _SLACK:
            yield f"{widget.text()!r} needs height {height}, has {widget.height()}"


def _plain(widget: QLabel) -> str:
    if widget.textFormat() is not Qt.TextFormat.RichText:
        return widget.text()
    from PySide6.QtGui import QTextDocument  # noqa: PLC0415 - rich text only

    document = QTextDocument()
    document.setHtml(widget.text())
    return document.toPlainText()


def _button(widget: QAbstractButton) -> Iterator[str]:
    name = widget.text() or widget.accessibleName()
    needed = widget.minimumSizeHint()
    layout = widget.layout()
    if layout is not None and layout.hasHeightForWidth():
        needed.setHeight(layout.totalHeightForWidth(widget.width()))
    if widget.text() and widget.sizeHint().width() > widget.width() + _SLACK:
        yield f"button {name!r} needs width {widget.sizeHint().width()}, has {widget.width()}"
    if needed.height() > widget.height() + _SLACK or needed.width() > widget.width() + _SLACK:
        yield f"button {name!r} needs {needed}, has {widget.size()}"


def _outside(widget: QWidget, root: QWidget) -> Iterator[str]:
    """Yield whether an ancestor shows less than the whole; what scrolls may be scrolled to."""
    above = widget.parentWidget()
    while above is not None:
        area = above.parentWidget()
        rect = QRect(widget.mapTo(above, QPoint(0, 0)), widget.size())
        if isinstance(area, QAbstractScrollArea) and above is area.viewport():
            bar = area.horizontalScrollBar()
            sideways = bar.maximum() > 0
            if not sideways and (rect.left() < -_SLACK or rect.right() > above.width() + _SLACK):
                yield f"{_name(widget)!r} reaches out of what scrolls only up and down"
            return
        room = above.rect().adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK)
        if not room.contains(rect):
            yield f"{_name(widget)!r} reaches out of {type(above).__name__}: {rect} in {room}"
            return
        if above is root:
            return
        above = area


def _name(widget: QWidget) -> str:
    return str(getattr(widget, "text", lambda: "")() or widget.accessibleName())
