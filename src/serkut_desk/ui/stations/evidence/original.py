"""An original to look at: as text, or the first page as a picture; nothing in it is carried out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.asking import OverlayCard
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from collections.abc import Callable

    from serkut_desk.documents.rendering import PageDots
    from serkut_desk.stations.evidence.originals import Original


class OriginalView(QWidget):
    """Shows an `Original`.

    Args:
        height: Least height, in px at 100 %.
    """

    def __init__(self, height: int = 170, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(4), 0, 0)
        self._stack = QStackedWidget()
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setUndoRedoEnabled(False)
        self._text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._text.setProperty("face", "mono")
        self._text.setAccessibleName(self.tr("The original"))
        # It is looked at, not typed into: scans go on to the screen.
        self._text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._page = QLabel()
        self._page.setAccessibleName(self.tr("The original's first page"))
        self._page.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._page.setMinimumSize(1, 1)
        self._stack.addWidget(self._text)
        self._stack.addWidget(self._page)
        self._stack.setMinimumHeight(px(height))
        self._whole = QPixmap()
        column.addWidget(self._stack)

    def show_original(self, found: Original) -> None:
        """Show a text or a page."""
        if found.picture is not None:
            self._whole = QPixmap.fromImage(_image(found.picture))
            self._stack.setCurrentWidget(self._page)
            self._fit()
        else:
            cut = self.tr("… the rest is in the file") if found.cut else ""
            self._text.setPlainText(found.text + cut)
            self._stack.setCurrentWidget(self._text)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's own name
        """Fit the page into the room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if not self._whole.isNull():
            room = self._stack.size()
            self._page.setPixmap(
                self._whole.scaled(
                    room,
                    Qt.AspectRatioMode.KeepAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
            )


class OriginalCard(OverlayCard):
    """An original over the whole window.

    Args:
        parent: The window.
        found: What is shown.
        save: Asks where to save it.
    """

    def __init__(self, parent: QWidget, found: Original, save: Callable[[], None]) -> None:
        super().__init__(parent, found.name, Tone.INFO, width=1180)
        self.body.addWidget(label(f"SHA-256 {found.sha256}", "muted", wrap=True))
        view = OriginalView(height=430)
        view.show_original(found)
        self.body.addWidget(view, 1)
        self._keys = (
            Action(self.tr("Save a copy"), save, "F6", "save"),
            Action(self.tr("Close"), self.close_overlay, "F9", "x", main=True),
        )
        self.body.addWidget(ActionBar(self._keys))

    def function_keys(self) -> tuple[Action, ...]:
        """Offer to save it and to leave."""
        return self._keys


def _image(page: PageDots) -> QImage:
    grey = QImage.Format.Format_Grayscale8
    return QImage(page.grey, page.width, page.height, page.stride, grey).copy()
