"""Pages of which one is shown: only that one asks for room."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from serkut_desk.ui.theme import px


class Pages(QStackedWidget):
    """As large as the page that is shown wants, whatever the others would like."""

    def __init__(self, *pages: QWidget) -> None:
        super().__init__()
        for page in pages:
            self.addWidget(page)
        self.currentChanged.connect(lambda _at: self.updateGeometry())

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's own name
        """Ask the page that is shown."""
        page = self.currentWidget()
        return page is not None and page.hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's own name
        """Ask the page that is shown."""
        page = self.currentWidget()
        return -1 if page is None else page.heightForWidth(width)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's own name
        """Ask the page that is shown."""
        page = self.currentWidget()
        return QSize() if page is None else page.sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's own name
        """Ask the page that is shown."""
        page = self.currentWidget()
        return QSize() if page is None else page.minimumSizeHint()


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
