"""The bench: what is installed in big letters, and a card for each machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from serkut_desk.ui import theme
from serkut_desk.ui.icons import IconLabel
from serkut_desk.ui.keys import OPENS_BY_ENTER
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.pictures import Picture, PictureName
from serkut_desk.ui.parts.pill import Pill
from serkut_desk.ui.parts.progress import ProgressStrip
from serkut_desk.ui.parts.text import label, restyle
from serkut_desk.ui.stations.installation.rest import Rest
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.ui.panel import Action
    from serkut_desk.ui.stations.installation.views import ImageView, MachineView

_LEAST_WIDTH = 250
_PICTURE = 260
_FEW_ROWS = 2
_HIGH, _LOW = 140, 104


class MachineCard(QPushButton):
    """One machine; touching it opens its tests."""

    def __init__(self, view: MachineView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.device = view.device
        self.setProperty("part", "tile")
        self.setProperty(OPENS_BY_ENTER, True)  # noqa: FBT003 - Qt names no argument
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{view.short} {view.make} {view.state} {view.note}".strip())
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(12), px(16), px(14))
        column.setSpacing(px(6))
        column.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(px(12))
        head.addWidget(IconLabel(view.icon, theme.COLOURS["accent_text"], 30))
        head.addWidget(label(view.short, "title"))
        head.addStretch(1)
        head.addWidget(Pill(view.state, view.tone))
        column.addLayout(head)
        column.addWidget(label(view.make, wrap=True))
        if view.note:
            column.addLayout(_note(view))
        strip = ProgressStrip(view.state)
        strip.show_parts(view.total, [(Tone.GOOD, view.well), (Tone.STOP, view.failed)])
        column.addWidget(strip)
        column.addStretch(1)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's own name
        """Return room for everything it says."""
        inner = self.layout()
        wanted = inner.sizeHint() if inner else QSize()
        return QSize(px(_LEAST_WIDTH), max(self.minimumHeight(), wanted.height()))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's own name
        """Never cut a word."""
        return self.sizeHint()


def _note(view: MachineView) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(px(6))
    tone = Tone.STOP if view.tone is Tone.STOP else Tone.ATTENTION
    sign = IconLabel(theme.TONE_ICONS[tone], theme.TONES[tone].text, 16)
    row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(label(view.note, "secondary", wrap=True), 1)
    return row


class _Grid(QWidget):
    """Machine cards in as many columns as there is room for."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "clear")
        self._cards: list[MachineCard] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(px(12))

    def show_machines(self, machines: Sequence[MachineView]) -> None:
        """Show other cards."""
        for old in self._cards:
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._cards = [MachineCard(one) for one in machines]
        for card in self._cards:
            card.clicked.connect(self._opened)
        self.place(self.width())

    def place(self, width: int) -> None:
        """Lay the cards for a width."""
        columns = max(1, min(3, (width + px(12)) // (px(_LEAST_WIDTH) + px(12))))
        rows = (len(self._cards) + columns - 1) // columns
        for at, card in enumerate(self._cards):
            card.setMinimumHeight(px(_HIGH if rows <= _FEW_ROWS else _LOW))
            self._grid.addWidget(card, at // columns, at % columns)
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        for row in range(self._grid.rowCount()):
            self._grid.setRowStretch(row, 0)
        self._grid.setRowStretch(rows, 1)

    def _opened(self) -> None:
        card = self.sender()
        if isinstance(card, MachineCard):
            self.opened.emit(card.device)


def _scrolling(page: QWidget, area: QScrollArea | None = None) -> QScrollArea:
    """Let a page scroll up and down where letters are large and the screen is small."""
    area = area or QScrollArea()
    area.setProperty("part", "clear")
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(page)
    return area


class _Scroll(QScrollArea):
    """Scrolls the cards up and down; their columns follow the width."""

    def __init__(self, grid: _Grid) -> None:
        super().__init__()
        self._cards = grid
        _scrolling(grid, self)

    def resizeEvent(self, event: object) -> None:  # noqa: N802 - Qt's own name
        """Lay the cards anew."""
        super().resizeEvent(event)  # type: ignore[arg-type]  # Qt hands over its own event
        self._cards.place(self.viewport().width())


class BenchPage(QWidget):
    """The left side while machines stand side by side."""

    opened = Signal(str)
    """Code of the machine whose card was touched."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(self._head())
        self._grid = _Grid()
        self._grid.opened.connect(self.opened)
        self._pages = Rest()
        self._pages.addWidget(_scrolling(self._empty()))
        self._pages.addWidget(_Scroll(self._grid))
        column.addWidget(self._pages, 1)
        self.bar = ActionBar()
        foot = Card()
        foot.tighten()
        foot.add(self.bar)
        column.addWidget(foot)

    def show_image(self, view: ImageView) -> None:
        """Show what is installed."""
        self._name.setText(view.name)
        self._details.setText(view.details)
        self._details.setVisible(bool(view.details))
        tint = theme.COLOURS["accent_text"] if view.chosen else theme.TONES[Tone.ATTENTION].text
        self._sign.set_icon("disc-3" if view.chosen else "triangle-alert", tint, 40)
        restyle(self._name, "tone", "" if view.chosen else str(Tone.ATTENTION))

    def show_machines(self, machines: Sequence[MachineView], count: str) -> None:
        """Show the machines, in the order in which they were scanned."""
        self._figure.setText(str(len(machines)) if machines else "")
        self._word.setText(count)
        self._grid.show_machines(machines)
        self._pages.setCurrentIndex(1 if machines else 0)

    def _head(self) -> Card:
        head = Card()
        head.tighten()
        row = QHBoxLayout()
        row.setSpacing(px(14))
        self._sign = IconLabel("disc-3", theme.COLOURS["accent_text"], 40)
        words = QVBoxLayout()
        words.setSpacing(px(2))
        self._name = label("", "result", wrap=True)
        self._details = label("", "muted", wrap=True)
        words.addWidget(self._name)
        words.addWidget(self._details)
        self._figure = label("", "figure")
        self._word = label("", "lead")
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        row.addWidget(self._figure, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._word, 0, Qt.AlignmentFlag.AlignVCenter)
        head.body.addLayout(row)
        return head

    def _empty(self) -> Card:
        card = Card()
        middle = Qt.AlignmentFlag.AlignHCenter
        words = self.tr("A laptop with its label")
        card.body.addStretch(1)
        card.body.addWidget(Picture(PictureName.LAPTOP_UNDERSIDE, words, _PICTURE), 0, middle)
        card.body.addSpacing(px(12))
        for text, part in (
            (self.tr("Scan the machines"), "display"),
            (self.tr("One after another, up to 24."), "lead"),
        ):
            said = label(text, part, wrap=True)
            said.setAlignment(Qt.AlignmentFlag.AlignCenter)
            card.add(said)
        card.body.addStretch(1)
        return card

    def show_actions(self, actions: Sequence[Action]) -> None:
        """Offer what can be done now."""
        self.bar.show_actions(actions)
