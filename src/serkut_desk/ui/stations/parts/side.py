"""The right side: the chosen part with its history, or the maker's one answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from serkut_desk.ui import theme
from serkut_desk.ui.icons import IconLabel
from serkut_desk.ui.parts.answer import Answer
from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.facts import Facts
from serkut_desk.ui.parts.pictures import Picture, PictureName
from serkut_desk.ui.parts.result import ResultCard, stop_invite
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.parts.timeline import Timeline
from serkut_desk.ui.theme import px

if TYPE_CHECKING:
    from serkut_desk.ui.panel import Action
    from serkut_desk.ui.stations.parts.views import PageView
    from serkut_desk.ui.theme import Tone

_PICTURE = 300


class PartSide(Card):
    """Shows a `PageView`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._inside: QWidget | None = None
        self.show_page(None)

    def show_page(self, view: PageView | None) -> None:
        """Show another part; None when none is chosen."""
        if self._inside is not None:
            self.body.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = self._none() if view is None else self._made(view)
        self.body.addWidget(self._inside, 1)

    def _none(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        said = label(self.tr("Scan a part, or choose a row."), "muted", wrap=True)
        said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(said)
        column.addStretch(1)
        return inside

    def _made(self, view: PageView) -> QWidget:
        inside = QWidget()
        inside.setProperty("part", "clear")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, px(4), 0)
        column.setSpacing(px(10))
        head = QHBoxLayout()
        head.setSpacing(px(10))
        head.addWidget(IconLabel(view.icon, theme.COLOURS["accent_text"], 28))
        head.addWidget(label(view.title, "code"), 1)
        column.addLayout(head)
        column.addWidget(label(view.subtitle, "lead", wrap=True))
        column.addWidget(Answer(view.tone, view.answer, view.why))
        column.addWidget(Facts(view.facts))
        column.addWidget(label(self.tr("What happened"), "section"))
        column.addWidget(Timeline(view.history))
        column.addStretch(1)
        area = QScrollArea()
        area.setProperty("part", "clear")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(self.tr("The chosen part"))
        area.setWidget(inside)
        return area


class MakerGuide(Card):
    """What to do with a part, for people who read little."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        middle = Qt.AlignmentFlag.AlignHCenter
        picture = Picture(PictureName.SHELF, self.tr("A shelf with boxes"), _PICTURE)
        sentence = label(self.tr("Scan the part's label"), "display", wrap=True)
        sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.body.addStretch(2)
        self.body.addWidget(picture, 0, middle)
        self.body.addSpacing(px(14))
        self.body.addWidget(sentence)
        self.body.addSpacing(px(6))
        steps = (
            self.tr("Scan the part"),
            self.tr("Scan the place, the device or the container"),
        )
        said = "    ".join(
            f"{number}. {step}".replace(" ", "\u00a0") for number, step in enumerate(steps, 1)
        )
        line = label(said, "step", wrap=True)
        line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.body.addWidget(line)
        self.body.addStretch(3)


class MakerSide(QWidget):
    """The answer, and the way to STOP.

    Args:
        stop: Opens the STOP screen.
    """

    def __init__(self, stop: Action, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(16))
        self._result = ResultCard()
        column.addWidget(self._result)
        column.addStretch(1)
        column.addWidget(stop_invite(stop))

    def show_result(self, tone: Tone, title: str, lead: str = "", text: str = "") -> None:
        """Answer the last scan."""
        self._result.show_result(tone, title, lead, text)
