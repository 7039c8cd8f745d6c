"""The right side: the chosen paper with its preview, and how the seal is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from serkut_desk.ui import theme
from serkut_desk.ui.parts.answer import Answer
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.facts import Facts
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.theme import px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.documents.rendering import PageDots
    from serkut_desk.ui.panel import Action
    from serkut_desk.ui.stations.certificates.views import PaperView

_A4 = 297 / 210


class PagePicture(QWidget):
    """The first page of a PDF, small; empty paper until it is there.

    Args:
        words: What it shows, for a screen reader.
    """

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(px(300))

    def show_page(self, page: PageDots) -> None:
        """Show a rendered page."""
        grey = QImage.Format.Format_Grayscale8
        # The bytes belong to the page; a copy outlives it.
        self._image = QImage(page.grey, page.width, page.height, page.stride, grey).copy()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's own name
        """Return the size of a small sheet."""
        return QSize(px(212), px(300))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's own name
        """Paint the sheet in the middle."""
        del event
        height = self.height() - 2
        width = min(height / _A4, self.width() - 2)
        sheet = QRectF((self.width() - width) / 2, 1, width, width * _A4)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(sheet, theme.colour("white"))
        if self._image is not None:
            ratio = self.devicePixelRatioF()
            wanted = QSize(round(sheet.width() * ratio), round(sheet.height() * ratio))
            smooth = Qt.TransformationMode.SmoothTransformation
            drawn = self._image.scaled(wanted, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
            painter.drawImage(sheet, drawn)
        painter.setPen(QPen(theme.colour("line_strong"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(sheet)
        painter.end()


class PaperSide(QWidget):
    """Shows a `PaperView` above the card of the seal."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(16))
        self._paper = Card()
        self._inside: QWidget | None = None
        self._page: PagePicture | None = None
        self._seal = Card()
        self._seal.heading.setText("")
        self._seal.add(label(self.tr("The workshop's seal"), "section"))
        self._seal_said = label("", wrap=True)
        self._seal_mark = label("", "codevalue", wrap=True)
        self._seal_bar = ActionBar()
        for part in (self._seal_said, self._seal_mark, self._seal_bar):
            self._seal.add(part)
        column.addWidget(self._paper, 1)
        column.addWidget(self._seal)
        self.show_paper(None, ())

    def show_paper(
        self, view: PaperView | None, actions: Sequence[Action], *, page: bool = False
    ) -> None:
        """Show another paper; with `page` there is room for its picture."""
        if self._inside is not None:
            self._paper.body.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside, self._page = QWidget(), None
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        if view is None:
            said = label(
                self.tr("Choose a row, or scan a device or a certificate."), "muted", wrap=True
            )
            said.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(said)
        else:
            column.addWidget(label(view.title, "title"))
            column.addWidget(label(view.subtitle, "secondary", wrap=True))
            column.addWidget(Answer(view.tone, view.answer, view.why))
            if actions:
                column.addWidget(ActionBar(actions))
            if page:
                self._page = PagePicture(self.tr("The certificate"))
                column.addWidget(self._page)
            column.addWidget(Facts(view.facts))
        column.addStretch(1)
        self._paper.body.addWidget(self._inside, 1)

    def show_page(self, page: PageDots) -> None:
        """Show the picture of the paper."""
        if self._page is not None:
            self._page.show_page(page)

    def show_seal(self, said: str, mark: str, actions: Sequence[Action]) -> None:
        """Show how the seal is."""
        self._seal_said.setText(said)
        self._seal_mark.setText(mark.replace(":", " "))
        self._seal_mark.setVisible(bool(mark))
        self._seal_bar.show_actions(actions)
        self._seal_bar.setVisible(bool(actions))
