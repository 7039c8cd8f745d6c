"""Big answers with a sign, a word and an F-key: letters, digits and Enter answer nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from serkut_desk.ui import theme
from serkut_desk.ui.icons import IconLabel
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.theme import px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from serkut_desk.ui.panel import Action


class Tile(QPushButton):
    """One answer."""

    def __init__(self, action: Action, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "tile")
        self.setAutoDefault(False)
        self.setMinimumHeight(px(104))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{action.word} {action.key}".strip())
        self.setEnabled(action.enabled)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(8), px(12), px(8), px(10))
        column.setSpacing(px(6))
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(IconLabel(action.icon, theme.COLOURS["accent_text"], 38), 0, middle)
        words = QHBoxLayout()
        words.setSpacing(px(8))
        words.addStretch(1)
        words.addWidget(label(action.word))
        if action.key:
            words.addWidget(label(action.key, "key"))
        words.addStretch(1)
        column.addLayout(words)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.clicked.connect(action.run)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's own name
        """Return room for sign, word and key."""
        inner = self.layout()
        return (inner.sizeHint() if inner else QSize()).expandedTo(QSize(px(120), px(104)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's own name
        """Never cut the word."""
        return self.sizeHint()


class Tiles(QWidget):
    """Answers in a grid.

    Args:
        columns: How many stand side by side.
        folds: Where so many do not fit, fewer stand side by side, at least two.
    """

    def __init__(
        self, columns: int = 3, parent: QWidget | None = None, *, folds: bool = False
    ) -> None:
        super().__init__(parent)
        self._columns = columns
        self._folds = folds
        self._across = columns
        self._tiles: list[Tile] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(px(12))

    def set_columns(self, columns: int) -> None:
        """Let another number stand side by side from the next answers on."""
        self._columns = max(columns, 1)

    def show_actions(self, actions: Sequence[Action]) -> None:
        """Offer other answers."""
        for old in self._tiles:
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._tiles = [Tile(action) for action in actions]
        self._arrange()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's own name
        """Ask for two columns at least where it folds."""
        hint = super().minimumSizeHint()
        narrow = self._wide(min(2, len(self._tiles)))
        return QSize(min(hint.width(), narrow), hint.height()) if self._folds else hint

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's own name
        """Fold anew."""
        super().resizeEvent(event)
        if self._folds and self._fitting() != self._across:
            self._arrange()

    def _wide(self, columns: int) -> int:
        """Return how wide so many columns are."""
        widest = max((tile.sizeHint().width() for tile in self._tiles), default=0)
        return columns * widest + max(columns - 1, 0) * self._grid.spacing()

    def _fitting(self) -> int:
        fitting = (many for many in range(self._columns, 2, -1) if self._wide(many) <= self.width())
        return next(fitting, min(self._columns, 2))

    def _arrange(self) -> None:
        self._across = self._fitting() if self._folds else self._columns
        for tile in self._tiles:
            self._grid.removeWidget(tile)
        for at, tile in enumerate(self._tiles):
            self._grid.addWidget(tile, at // self._across, at % self._across)
        self.updateGeometry()

    @property
    def rows(self) -> int:
        """How many rows the answers take now."""
        return -(-len(self._tiles) // self._across)

    def set_checkable(self) -> None:
        """Let the answers stay chosen, one at a time."""
        for tile in self._tiles:
            tile.setCheckable(True)
            tile.setAutoExclusive(True)

    def check(self, place: int) -> None:
        """Show one answer as chosen."""
        self._tiles[place].setChecked(True)
