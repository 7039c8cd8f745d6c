"""The containers of the house as cards: picture, word, how full, how long."""

from __future__ import annotations

from functools import partial
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
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.pill import Pill
from serkut_desk.ui.parts.progress import ProgressStrip
from serkut_desk.ui.parts.states import EmptyState, StateKind
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from serkut_desk.ui.panel import Action
    from serkut_desk.ui.stations.containers.views import BoxView

_NARROWEST = 300
_WHOLE = 100


def fill_bar(view: BoxView, name: str, height: int = 10) -> ProgressStrip:
    """Return the bar of a container: how much of its limit is used."""
    bar = ProgressStrip(name, height)
    used = min(view.percent or 0, _WHOLE)
    tone = view.tone if view.tone in {Tone.ATTENTION, Tone.STOP} else Tone.INFO
    bar.show_parts(_WHOLE, ((tone, used),))
    return bar


class BoxTile(QPushButton):
    """One container; a tap chooses it."""

    def __init__(self, view: BoxView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "box")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        said = (view.short, view.fraction, view.word, view.weight, view.time, view.place)
        self.setAccessibleName(", ".join(filter(None, said)))
        row = QHBoxLayout(self)
        row.setContentsMargins(px(12), px(10), px(12), px(10))
        row.setSpacing(px(12))
        tint = theme.COLOURS["accent_text"]
        row.addWidget(IconLabel(view.icon, tint, 34), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(px(4))
        head = QHBoxLayout()
        head.addWidget(label(view.short, "strong"))
        head.addStretch(1)
        head.addWidget(Pill(view.word, view.tone))
        column.addLayout(head)
        column.addWidget(label(view.fraction, wrap=True))
        if view.percent is not None:
            column.addWidget(fill_bar(view, self.tr("How full")))
        foot = QHBoxLayout()
        foot.addWidget(label(view.weight, "secondary"))
        foot.addStretch(1)
        foot.addWidget(label(view.time or view.place, "secondary"))
        column.addLayout(foot)
        row.addLayout(column, 1)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's own name
        """Return room for everything on it."""
        inner = self.layout()
        wanted = inner.sizeHint() if inner else QSize()
        return wanted.expandedTo(QSize(px(_NARROWEST), px(112)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's own name
        """Never cut a word."""
        return QSize(px(_NARROWEST), self.sizeHint().height())


class Wall(Card):
    """Every container as a card, and what can be done with the chosen one."""

    picked = Signal(str)
    """Code of a container that was tapped."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Containers"), parent=parent)
        self._tiles: dict[str, BoxTile] = {}
        self._columns = 0
        self._empty: QWidget | None = None
        inside = QWidget()
        inside.setProperty("part", "clear")
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(0, 0, px(6), 0)
        self._grid.setSpacing(px(10))
        self._grid.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._area = QScrollArea()
        self._area.setProperty("part", "clear")
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(self.tr("Containers"))
        self._area.setWidget(inside)
        self.body.addWidget(self._area, 1)
        self.bar = ActionBar()
        self.body.addWidget(self.bar)

    def show_boxes(self, views: Sequence[BoxView], chosen: str) -> None:
        """Show other containers."""
        self._clear()
        self.subtitle.setText(self.tr("%n in the house", "", len(views)) if views else "")
        if not views:
            self._say(
                EmptyState(
                    StateKind.NOTHING,
                    self.tr("No containers yet"),
                    (self.tr("Open a new one. It gets a label with its code."),),
                )
            )
            return
        for view in views:
            tile = BoxTile(view)
            tile.setChecked(view.code == chosen)
            tile.clicked.connect(partial(self.picked.emit, view.code))
            self._tiles[view.code] = tile
        self._arrange(force=True)

    def show_failure(self, state: EmptyState) -> None:
        """Say why the list could not be read."""
        self._clear()
        self._say(state)

    def choose(self, code: str) -> None:
        """Show which one is chosen."""
        for key, tile in self._tiles.items():
            tile.setChecked(key == code)
        if code in self._tiles:
            self._area.ensureWidgetVisible(self._tiles[code], 0, px(20))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's own name
        """Let as many stand side by side as fit."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self, *, force: bool = False) -> None:
        room = self._area.viewport().width() or self.width()
        columns = max(1, room // px(_NARROWEST + 10))
        if columns == self._columns and not force:
            return
        for column in range(max(columns, self._columns)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._columns = columns
        for at, tile in enumerate(self._tiles.values()):
            self._grid.addWidget(tile, at // columns, at % columns)

    def _clear(self) -> None:
        for old in [*self._tiles.values(), *([self._empty] if self._empty else [])]:
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._tiles, self._empty = {}, None

    def _say(self, state: EmptyState) -> None:
        self._empty = state
        self._grid.addWidget(state, 0, 0, 1, max(self._columns, 1))

    def show_actions(self, actions: Sequence[Action]) -> None:
        """Offer other actions."""
        self.bar.show_actions(actions)
