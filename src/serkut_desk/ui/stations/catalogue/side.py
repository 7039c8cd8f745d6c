"""The right side: the chosen model with everything that is known of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from serkut_desk.ui import theme
from serkut_desk.ui.icons import IconLabel
from serkut_desk.ui.parts.answer import Answer
from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.facts import Facts
from serkut_desk.ui.parts.photo_thumb import drawn
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.parts.timeline import Timeline
from serkut_desk.ui.theme import px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.ui.stations.catalogue.views import PageView

_WIDE, _HIGH = 300, 150


class ModelSide(Card):
    """Shows a `PageView`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._inside: QWidget | None = None
        self.show_page(None)

    def show_page(
        self, view: PageView | None, picture: bytes = b"", *, plain: bool = False
    ) -> None:
        """Show another model; None when none is chosen, `plain` without what supervisors need."""
        if self._inside is not None:
            self.body.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = self._none() if view is None else self._made(view, picture, plain=plain)
        self.body.addWidget(self._inside, 1)

    def _none(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        said = label(self.tr("Scan a product number, or choose a row."), "muted", wrap=True)
        said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(said)
        column.addStretch(1)
        return inside

    def _made(self, view: PageView, picture: bytes, *, plain: bool) -> QWidget:
        inside = QWidget()
        inside.setProperty("part", "clear")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, px(4), 0)
        column.setSpacing(px(10))
        if picture:
            shown = QLabel()
            shown.setPixmap(drawn(picture, _WIDE, _HIGH))
            shown.setAccessibleName(view.title)
            column.addWidget(shown, 0, Qt.AlignmentFlag.AlignHCenter)
        head = QHBoxLayout()
        head.setSpacing(px(10))
        head.addWidget(IconLabel(view.icon, theme.COLOURS["accent_text"], 28))
        head.addWidget(label(view.title, "title", wrap=True), 1)
        column.addLayout(head)
        column.addWidget(label(view.subtitle, "lead", wrap=True))
        if not plain:
            column.addWidget(Answer(view.tone, view.answer, view.why))
        column.addWidget(Facts(view.facts))
        self._add_list(column, self.tr("Product numbers"), view.codes, "codevalue")
        if not plain:
            self._add_list(column, self.tr("Merged into this"), view.writings)
            self._add_list(column, self.tr("Perhaps the same"), view.doubles)
            if view.history:
                column.addWidget(label(self.tr("What happened"), "section"))
                column.addWidget(Timeline(view.history))
        column.addStretch(1)
        area = QScrollArea()
        area.setProperty("part", "clear")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(self.tr("The chosen model"))
        area.setWidget(inside)
        return area

    def _add_list(
        self, column: QVBoxLayout, title: str, lines: Sequence[str], part: str = ""
    ) -> None:
        if lines:
            column.addWidget(label(title, "section"))
            column.addWidget(label("\n".join(lines), part, wrap=True))
