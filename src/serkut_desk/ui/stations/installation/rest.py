"""Pages of which one is shown: only that one asks for room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from serkut_desk.ui.theme import px

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class Pages(QStackedWidget):
    """As large as the page that is shown wants, whatever the others would like."""

    def __init__(self, *pages: QWidget) -> None:
        super().__init__()
        for page in pages:
            self.addWidget(page)
        self.currentChanged.connect(lambda _at: self.updateGeometry())

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's own name
        """Asked so, Qt would take the highest of all pages; `minimumSizeHint` says it instead."""
        return False

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's own name
        """Ask the page that is shown."""
        page = self.currentWidget()
        return QSize() if page is None else page.sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's own name
        """Ask the page that is shown, with its sentences broken at the width that there is."""
        page = self.currentWidget()
        inner = None if page is None else page.layout()
        if page is None or inner is None:
            return QSize()
        least = page.minimumSizeHint()
        high = inner.totalMinimumHeightForWidth(self.width()) if inner.hasHeightForWidth() else 0
        return QSize(least.width(), max(least.height(), high))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's own name
        """Another width breaks sentences elsewhere."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()


class Rest(QStackedWidget):
    """Pages that take the room that is left: none makes the screen scroll."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's own name
        """Want little: the screen would scroll for more."""
        return QSize(px(300), px(200))

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's own name
        """Sentences that break into lines would ask for their height all the same."""
        return False
